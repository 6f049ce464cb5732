use std::collections::BTreeSet;

use memchr::memmem;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "unnamed-council",
    family: Family::Citations,
    summary: "“the Council” in a paragraph that has named two Councils",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("unnamed_council.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.paragraphs() {
        let prose = &paragraph.prose;
        let text = prose.text.as_str();
        let mut named: BTreeSet<&&str> = BTreeSet::new();
        for at in memmem::find_iter(text.as_bytes(), "Council") {
            let before = text.get(..at).unwrap_or_default();
            let name = NAMES.iter().find(|name| before.ends_with(**name));
            named.extend(name);
            let is_bare =
                ["the ", "The ", "its "].iter().any(|word| before.ends_with(word));
            let after = text.get(at + "Council".len()..).unwrap_or_default();
            let is_other = after
                .strip_prefix(" of ")
                .is_some_and(|name| name.starts_with(char::is_uppercase));
            if is_bare && !is_other && named.len() > 1 {
                let range = prose.source_range(at..at + "Council".len());
                report
                    .flag(range, "two Councils are named before: say which is meant")
                    .help("write its name in full");
            }
        }
    }
}

/// What stands before the word in the names of those that adopt resolutions.
const NAMES: [&str; 3] = ["Human Rights ", "Security ", "Economic and Social "];
