//! What changed inside a passage, word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_normalization::char::is_combining_mark;

use crate::text::is_wide;

/// Words that stayed, came or went together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What became of them.
    pub change: Change,
    /// The words with their spaces.
    pub text: String,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// They stayed.
    Same,
    /// They went.
    Deleted,
    /// They came.
    Added,
}

impl Change {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Deleted => "deleted",
            Self::Added => "added",
        }
    }
}

/// The way from one text to another. What is the same or deleted, joined, is the earlier
/// text; what is the same or added, the later. Where words went and others came in one
/// place, those that went stand first.
pub fn differences(old: &str, new: &str) -> Vec<Stretch> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (tokens(old).collect(), tokens(new).collect());
    let steps = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut readable = Readable::default();
    let last = steps.len().saturating_sub(1);
    for (index, step) in steps.iter().enumerate() {
        let (tag, went, came) = step.as_tag_tuple();
        let (went, came) = (&old[went], &new[came]);
        let is_inside = index > 0 && index < last;
        if tag == DiffTag::Equal && !(is_inside && is_slight(went)) {
            readable.keep(went);
        } else {
            readable.change(went, came);
        }
    }
    readable.finish()
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).filter(|token| token.starts_with(char::is_alphanumeric))
}

/// Words, and each mark, each space and each ideograph as a token of its own; joined,
/// they are the text.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let goes_on = |c: char| {
            is_combining_mark(c) || is_of_word(first) && (is_of_word(c) || c == '’')
        };
        let after = rest.char_indices().skip(1).find(|(_, c)| !goes_on(*c));
        let (token, others) = rest.split_at(after.map_or(rest.len(), |(at, _)| at));
        rest = others;
        Some(token)
    })
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() && !is_wide(c)
}

/// Whether so little stays between two changes that a person reads them as one: spaces,
/// or a mark between them.
fn is_slight(tokens: &[&str]) -> bool {
    tokens.iter().all(|token| !token.contains(char::is_alphanumeric))
}

/// Gathers changes that touch into one that went and one that came.
#[derive(Default)]
struct Readable {
    stretches: Vec<Stretch>,
    went: String,
    came: String,
}

impl Readable {
    fn change(&mut self, went: &[&str], came: &[&str]) {
        self.went.extend(went.iter().copied());
        self.came.extend(came.iter().copied());
    }

    fn keep(&mut self, words: &[&str]) {
        self.close();
        self.push(Change::Same, words.concat());
    }

    fn close(&mut self) {
        let (went, came) =
            (std::mem::take(&mut self.went), std::mem::take(&mut self.came));
        self.push(Change::Deleted, went);
        self.push(Change::Added, came);
    }

    fn push(&mut self, change: Change, text: String) {
        if !text.is_empty() {
            self.stretches.push(Stretch { change, text });
        }
    }

    fn finish(mut self) -> Vec<Stretch> {
        self.close();
        self.stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let stretches = differences(old, new);
        let mark = |stretch: &Stretch| match stretch.change {
            Change::Same => stretch.text.clone(),
            Change::Deleted => format!("[-{}-]", stretch.text),
            Change::Added => format!("{{+{}+}}", stretch.text),
        };
        stretches.iter().map(mark).collect()
    }

    #[test]
    fn neighbouring_words_that_change_are_one_change() {
        assert_eq!(
            marked("Notes the first report;", "Notes a second report;"),
            "Notes [-the first-]{+a second+} report;"
        );
        assert_eq!(
            marked("Requests the Office;", "Requests the Office to report;"),
            "Requests the Office{+ to report+};"
        );
    }

    #[test]
    fn ideographs_change_one_by_one() {
        assert_eq!(
            marked("请秘书长提交报告", "请高级专员提交报告"),
            "请[-秘书长-]{+高级专员+}提交报告"
        );
    }
}
