use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "un-for-united-nations",
    family: Family::Style,
    summary: "“UN” stands for “United Nations”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("un_for_united_nations.md"),
    check,
};

static LETTERS: Needle = Needle::new("UN");

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        if !LETTERS.is_in(text) {
            continue;
        }
        for words in scan::words(text) {
            let is_un = text.get(words.clone()) == Some("UN");
            if !is_un
                || draft.is_quoted(prose, words.start)
                || is_of_a_name(text, words.end)
            {
                continue;
            }
            let range = prose.source_range(words);
            report.flag(range, "“United Nations” is written out").severity(severity).fix(
                Fix::editorial("write it out", [Edit::replace(range, "United Nations")]),
            );
        }
    }
}

/// Whether what follows makes a symbol or a name of it: “UN/1”, “UN Women”.
fn is_of_a_name(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let is_symbol = rest.starts_with(['/', '.', '@', '-', '\u{2011}', ')']);
    is_symbol || NAMES.iter().any(|name| rest.starts_with(name))
}

/// Names that begin with the two letters.
const NAMES: [&str; 7] =
    [" Women", " Tourism", " Global", " Comtrade", " Volunteers", " Water", " Oceans"];
