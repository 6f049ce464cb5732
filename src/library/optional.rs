//! The stretches of a template that may be left out: `remain {?actively ?}seized`.

use std::ops::Range;

/// How such a stretch begins and ends.
const MARKS: (&str, &str) = ("{?", "?}");

/// Marks that are no pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unpaired {
    /// Where the mark stands.
    pub at: usize,
    /// What is wrong with it, and what to write.
    pub remedy: &'static str,
}

/// The stretches of a text that may be left out, their marks included, in order.
pub(super) fn parts_in(text: &str) -> Result<Vec<Range<usize>>, Unpaired> {
    let mut parts = Vec::new();
    let mut open: Option<usize> = None;
    let mut from = 0;
    while let Some((at, mark)) = next_mark(text, from) {
        from = at + mark.len();
        match open {
            None if mark == MARKS.0 => open = Some(at),
            None => {
                let remedy = "“?}” ends no optional part; write “{?” where one begins";
                return Err(Unpaired { at, remedy });
            }
            Some(_) if mark == MARKS.0 => {
                let remedy =
                    "an optional part begins inside another; close that with “?}” first";
                return Err(Unpaired { at, remedy });
            }
            Some(start) => {
                parts.push(start..from);
                open = None;
            }
        }
    }
    match open {
        Some(at) => {
            let remedy =
                "an optional part begins here and does not end; write “?}” behind it";
            Err(Unpaired { at, remedy })
        }
        None => Ok(parts),
    }
}

fn next_mark(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let rest = text.get(from..)?;
    let marks = [MARKS.0, MARKS.1].into_iter();
    marks.filter_map(|mark| Some((from + rest.find(mark)?, mark))).min()
}

/// The words of a stretch without its marks.
pub(super) fn words<'t>(text: &'t str, part: &Range<usize>) -> &'t str {
    text.get(part.start + MARKS.0.len()..part.end - MARKS.1.len()).unwrap_or_default()
}

/// The text with the stretches that are taken, without their marks, and without the others.
/// Where one is left out, no space is left before a mark of punctuation or another space,
/// and no blank line too many.
pub(super) fn settled(text: &str, taken: &[bool]) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut copied = 0;
    for (index, part) in parts_in(text).unwrap_or_default().into_iter().enumerate() {
        settled.push_str(text.get(copied..part.start).unwrap_or_default());
        copied = part.end;
        if taken.get(index).copied().unwrap_or(false) {
            settled.push_str(words(text, &part));
            continue;
        }
        let rest = text.get(part.end..).unwrap_or_default();
        if settled.ends_with(' ') && rest.starts_with([' ', ',', ';', ':', '.', ')']) {
            settled.pop();
        }
        if settled.is_empty() || settled.ends_with("\n\n") {
            copied += rest.len() - rest.trim_start_matches('\n').len();
        }
    }
    settled.push_str(text.get(copied..).unwrap_or_default());
    settled.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_leaves_no_gap() {
        let text = "Takes note {?with appreciation ?}of {?, in particular,?} it {?too?};";
        let text = text.replace("of {?", "of it{?");
        assert_eq!(settled(&text, &[]), "Takes note of it it;");
        assert_eq!(
            settled(&text, &[true, true, true]),
            "Takes note with appreciation of it, in particular, it too;"
        );
        let list = "Requests:\n\n(#) To act;\n\n{?(#) To pay;?}\n\n(#) To report;";
        assert_eq!(settled(list, &[]), "Requests:\n\n(#) To act;\n\n(#) To report;");
    }

    #[test]
    fn marks_go_in_pairs() {
        let at = |text: &str| parts_in(text).unwrap_err().at;
        assert_eq!(at("Decides {?to"), 8);
        assert_eq!(at("Decides to?} act"), 10);
        assert_eq!(at("{?a {?b?}?}"), 4);
        assert_eq!(parts_in("{?a?} {b} {?c?}"), Ok(vec![0..5, 10..15]));
    }
}
