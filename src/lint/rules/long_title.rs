use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::word_count;

pub(super) static RULE: Rule = Rule {
    name: "long-title",
    family: Family::Masthead,
    summary: "the title is longer than those of nineteen texts in twenty",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("long_title.md"),
    check,
};

/// The words of the longest titles but for one in twenty.
const MOST_WORDS: usize = 30;

fn check(draft: &Draft, report: &mut Report) {
    for title in draft.resolutions().filter_map(|part| part.title.as_ref()) {
        let count = word_count(&title.value);
        if count > MOST_WORDS {
            report
                .flag(
                    title.range,
                    format!("a title has some ten words; this one has {count}"),
                )
                .help("few titles have more than thirty")
                .place("title");
        }
    }
}
