//! What the rules that read a table of words share.

use std::ops::Range;

use super::{Draft, Fix, Report, Severity, scan};
use crate::conventions::wording::{Entry, Wording};
use crate::model::Prose;
use crate::text::{Edit, carry_case};

/// Reports the words of a table, except in quotation marks, where a title keeps its own.
///
/// The Security Council has shorter forms of its own, so that there it is advice.
pub(super) fn check(
    draft: &Draft,
    report: &mut Report,
    table: &'static Wording,
    is_silent: impl Fn(&Prose, &Range<usize>) -> bool,
) {
    let loudest = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for prose in scan::running_text(draft) {
        for words in table.find_among(&prose.text, &draft.words(prose)) {
            let is_title = draft.is_quoted(prose, words.range.start);
            if !is_title && !is_silent(prose, &words.range) {
                flag(prose, words.range, words.entry, loudest, report);
            }
        }
    }
}

fn flag(
    prose: &Prose,
    words: Range<usize>,
    entry: &'static Entry,
    loudest: Severity,
    report: &mut Report,
) {
    let written = prose.text.get(words.clone()).unwrap_or_default();
    let forms = entry.right.iter().map(|right| fitting(&prose.text, &words, right));
    let forms: Vec<String> = forms.collect();
    let range = prose.source_range(words.clone());
    let fix = match forms.as_slice() {
        [right] => {
            let edits = [Edit::replace(range, right)];
            let title = format!("write “{right}”");
            let is_certain = entry.is_certain;
            Some(if is_certain {
                Fix::editorial(title, edits)
            } else {
                Fix::substantive(title, edits)
            })
        }
        _ => None,
    };
    let severity = if entry.is_certain { loudest } else { Severity::Note };
    let message = format!("“{}”, not “{written}”", forms.join("” or “"));
    report.flag(range, message).severity(severity).fixes(fix);
}

/// The form as it stands in the sentence: a capital at its head, and one article.
fn fitting(text: &str, words: &Range<usize>, right: &str) -> String {
    let written = text.get(words.clone()).unwrap_or_default();
    let is_first = text.get(..words.start).is_none_or(|head| head.trim_end().is_empty());
    let capitals = written.chars().filter(|letter| letter.is_uppercase()).count();
    let is_acronym = capitals > 1 && !written.contains(char::is_whitespace);
    let has_article = text
        .get(..words.start)
        .is_some_and(|head| head.ends_with("the ") || head.ends_with("The "));
    let right = match right.strip_prefix("the ") {
        Some(bare) if has_article => bare,
        _ => right,
    };
    let is_name_with_article = right.starts_with("the ") && !written.starts_with("the ");
    // Where the letters are the slip, they are not carried over.
    let keeps_letters =
        is_acronym || is_name_with_article || right.eq_ignore_ascii_case(written);
    match (is_first && right.starts_with("the "), keeps_letters) {
        (true, true) => carry_case("The", right),
        (false, true) => right.to_owned(),
        _ => carry_case(written, right),
    }
}
