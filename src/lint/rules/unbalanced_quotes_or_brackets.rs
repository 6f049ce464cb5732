use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::model::{Kind, Paragraph, Prose};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "unbalanced-quotes-or-brackets",
    family: Family::Punctuation,
    summary: "a quotation mark or bracket has no pair",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unbalanced_quotes_or_brackets.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    if draft.resolution.kind == Kind::Statement {
        // All of a statement is one quotation.
        let proses = draft.paragraphs().map(|paragraph| &paragraph.prose);
        return check_proses(proses, false, report);
    }
    for resolution in draft.resolution.with_parts() {
        for paragraph in resolution.preambular().chain(resolution.operative()) {
            check_paragraph(paragraph, report);
        }
    }
}

/// The marks that stand in pairs. Square brackets are those of negotiation, which may
/// enclose several paragraphs.
const PAIRS: [(&str, &str); 4] = [("(", ")"), ("“", "”"), ("«", "»"), ("《", "》")];

/// A pair may open in the words before a list and close in its last item.
fn check_paragraph(paragraph: &Paragraph, report: &mut Report) {
    // A draft quoted below the paragraph closes at its very end.
    let is_quoting = paragraph.children.iter().any(|child| child.marker.is_none());
    let proses = paragraph.with_descendants().map(|paragraph| &paragraph.prose);
    check_proses(proses, is_quoting, report);
}

fn check_proses<'a>(
    proses: impl Iterator<Item = &'a Prose>,
    may_stay_open: bool,
    report: &mut Report,
) {
    let mut open: [Vec<TextRange>; PAIRS.len()] = Default::default();
    for prose in proses {
        let bytes = prose.text.bytes().enumerate();
        for (at, _) in bytes.filter(|(_, byte)| may_begin_mark(*byte)) {
            let mark = scan::after(&prose.text, at).filter(|c| is_mark(*c));
            let Some(mark) = mark.and_then(|c| prose.text.get(at..at + c.len_utf8()))
            else {
                continue;
            };
            let Some(kind) = kind_of(mark) else { continue };
            let place = prose.source_range(at..at + mark.len());
            if matches!(mark, "(" | "（" | "“" | "«" | "《") {
                // The mark that opens a quoted text is repeated before each paragraph.
                if at > 0 || open[kind].is_empty() || kind == 0 {
                    open[kind].push(place);
                }
            } else if open[kind].pop().is_none() && !is_list_letter(prose, at) {
                report.flag(place, format!("nothing opens what “{mark}” closes"));
            }
        }
    }
    for (places, (mark, _)) in open.into_iter().zip(PAIRS) {
        for place in places.into_iter().filter(|_| !may_stay_open) {
            report.flag(place, format!("“{mark}” is not closed"));
        }
    }
}

/// Whether a byte may be the first of a mark.
fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | 0xc2 | 0xe2 | 0xe3 | 0xef)
}

fn is_mark(c: char) -> bool {
    matches!(c, '(' | ')' | '“' | '”' | '«' | '»' | '（' | '）' | '《' | '》')
}

/// A Chinese text may open a bracket of full width and close one of half.
fn kind_of(mark: &str) -> Option<usize> {
    let mark = match mark {
        "（" => "(",
        "）" => ")",
        other => other,
    };
    PAIRS.iter().position(|(open, close)| mark == *open || mark == *close)
}

/// Whether the bracket closes a letter or number, “a)”, as some lists have it.
fn is_list_letter(prose: &Prose, at: usize) -> bool {
    let head = prose.text.get(..at).unwrap_or_default();
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_short = (1..=4).contains(&word.len());
    let is_number = word.bytes().all(|b| b.is_ascii_digit());
    is_short
        && (is_number || word.len() == 1 || word.bytes().all(|b| b"ivx".contains(&b)))
}
