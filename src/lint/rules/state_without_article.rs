use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "state-without-article",
    family: Family::Style,
    summary: "the name of a State lacks its article",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("state_without_article.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for name in NAMES {
            for (at, _) in text.match_indices(name) {
                if !lacks_its_article(text, at, at + name.len()) {
                    continue;
                }
                let place = prose.source_start(at);
                report
                    .flag(prose.source_range(at..at + name.len()), format!("“the {name}”"))
                    .severity(severity)
                    .fix(Fix::editorial("write the article", [Edit::insert(place, "the ")]));
            }
        }
    }
}

/// Whether the name follows a preposition at once, and is not part of a longer one.
fn lacks_its_article(text: &str, at: usize, end: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let follows = ["in ", "from ", "of "].iter().any(|word| {
        head.strip_suffix(word).is_some_and(|head| head.ends_with(' ') && !ends_a_name(head, word))
    });
    let next = rest.strip_prefix(' ').unwrap_or_default();
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\''))
        || next.starts_with(char::is_uppercase)
        || next.starts_with("dollars");
    follows && !goes_on
}

/// “Republic of Sudan”, “Government of National Unity of Sudan”: names with capitals are the
/// drafter's.
fn ends_a_name(head: &str, preposition: &str) -> bool {
    let last = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_office = matches!(last, "Government" | "President" | "Constitution" | "People");
    preposition == "of " && last.starts_with(char::is_uppercase) && !is_office
}

/// The names, without their articles.
const NAMES: [&str; 22] = [
    "Bahamas",
    "Central African Republic",
    "Comoros",
    "Congo",
    "Democratic People’s Republic of Korea",
    "Democratic Republic of the Congo",
    "Dominican Republic",
    "Gambia",
    "Islamic Republic of Iran",
    "Lao People’s Democratic Republic",
    "Marshall Islands",
    "Niger",
    "Philippines",
    "Republic of Korea",
    "Republic of Moldova",
    "Russian Federation",
    "Sudan",
    "Syrian Arab Republic",
    "United Arab Emirates",
    "United Kingdom",
    "United Republic of Tanzania",
    "United States",
];
