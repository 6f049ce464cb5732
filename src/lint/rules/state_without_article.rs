use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "state-without-article",
    family: Family::Style,
    summary: "the name of a State lacks its article",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("state_without_article.md"),
    check,
};

static PREPOSITIONS: [Needle; 3] =
    [Needle::new(" of "), Needle::new(" in "), Needle::new(" from ")];

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for preposition in &PREPOSITIONS {
            for before in preposition.places(text) {
                let at = before + preposition.words.len();
                let rest = text.get(at..).unwrap_or_default();
                // Nearly every word there begins with a small letter.
                if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
                    continue;
                }
                let named = NAMES.into_iter().filter(|name| rest.starts_with(name));
                for name in named.filter(|name| ends_there(rest, name)) {
                    let head = text.get(..before).unwrap_or_default();
                    if preposition.words == " of " && ends_a_name(head) {
                        continue;
                    }
                    let place = prose.source_start(at);
                    report
                        .flag(
                            prose.source_range(at..at + name.len()),
                            format!("“the {name}”"),
                        )
                        .severity(severity)
                        .fix(Fix::editorial(
                            "write the article",
                            [Edit::insert(place, "the ")],
                        ));
                }
            }
        }
    }
}

/// Whether a name at the head of a text is not part of a longer one.
fn ends_there(text: &str, name: &str) -> bool {
    let rest = text.get(name.len()..).unwrap_or_default();
    let next = rest.strip_prefix(' ').unwrap_or_default();
    let goes_on = rest
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\''))
        || next.starts_with(char::is_uppercase)
        || next.starts_with("dollars");
    !goes_on
}

/// “Republic of Sudan”, “Government of National Unity of Sudan”: names with capitals are the
/// drafter's.
fn ends_a_name(head: &str) -> bool {
    let last = head.trim_end().rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_uppercase) && !OFFICES.contains(&last)
}

const OFFICES: [&str; 14] = [
    "Ambassador",
    "Army",
    "Congress",
    "Constitution",
    "Embassy",
    "Forces",
    "Government",
    "Minister",
    "Mission",
    "Parliament",
    "People",
    "President",
    "Representative",
    "Representatives",
];

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
