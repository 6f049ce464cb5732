use std::ops::Range;

use crate::conventions::spelling::ENGLISH;
use crate::conventions::{Language, written};
use crate::lint::known_words::{self, KnownWords, Passage, begins_sentence, stands_in};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::MarkKind;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "unknown-word",
    family: Family::Style,
    summary: "a word stands in no dictionary",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unknown_word.md"),
    check,
};

/// Shorter names are all near one another: Mali and Cali, Iran and Ivan.
const SHORTEST_NAME: usize = 5;

fn check(draft: &Draft, report: &mut Report) {
    let Some(lexicon) = draft.lexicon else { return };
    let passages = Passage::all(draft);
    let mut known = KnownWords::of(draft, lexicon, &passages);
    for passage in &passages {
        let text = passage.text();
        for word in scan::words(text) {
            let Some(part) =
                text.get(word.clone()).and_then(|word| known.unknown_part(word))
            else {
                continue;
            };
            let place = word.start + part.start..word.start + part.end;
            if is_own(draft, *passage, &place) {
                flag(draft, &mut known, *passage, place, report);
            }
        }
    }
}

/// Whether a word is the drafter's, and not of a title, of another language, or of an
/// address.
fn is_own(draft: &Draft, passage: Passage, word: &Range<usize>) -> bool {
    let text = passage.text();
    if scan::is_address_or_symbol(scan::token(text, word.start)) {
        return false;
    }
    match passage {
        Passage::Line(..) => !scan::is_within(&scan::quoted(text), word.start),
        Passage::Prose(prose) => {
            let is_italic = prose.marks.iter().any(|mark| {
                mark.kind == MarkKind::Emphasis
                    && mark.covers.start > 0
                    && mark.covers.contains(&word.start)
            });
            !is_italic && !draft.is_quoted(prose, word.start)
        }
    }
}

fn flag(
    draft: &Draft,
    known: &mut KnownWords,
    passage: Passage,
    place: Range<usize>,
    report: &mut Report,
) {
    let range = passage.source_range(place.clone());
    let word = passage.text().get(place.clone()).unwrap_or_default();
    if known.lexicon.is_in_hand(range) || is_in_table(draft, word) {
        return;
    }
    let mut near = known.near(word);
    if word.starts_with(char::is_uppercase) {
        // A name is as it is, unless it is nearly one that the draft or the tables have.
        if !begins_sentence(passage.text(), place.start) {
            let language = draft.resolution.language;
            if word.chars().count() < SHORTEST_NAME {
                return;
            }
            near.retain(|name| {
                written::is_written(language, name) || stands_in(draft, name)
            });
        }
        if near.is_empty() {
            return;
        }
    }
    // With no known word near it, it may be one that dictionaries have not heard of.
    let severity = if near.is_empty() { Severity::Note } else { Severity::Warning };
    let fixes = known_words::suggestions(draft, &near).into_iter().map(|right| {
        Fix::substantive(format!("write “{right}”"), [Edit::replace(range, right)])
    });
    let finding = report
        .flag(range, format!("“{word}” is not in the dictionary"))
        .severity(severity)
        .fixes(fixes);
    if near.is_empty() {
        finding.help("“words” in the front matter can have it");
    }
}

/// Whether the table of spellings says already what to write.
fn is_in_table(draft: &Draft, word: &str) -> bool {
    draft.resolution.language == Language::En && !ENGLISH.find(word).is_empty()
}
