use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::carry_case;

pub(super) static RULE: Rule = Rule {
    name: "opening-in-capitals",
    family: Family::Openings,
    summary: "an opening is written in capitals",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("opening_in_capitals.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let written = opened.written();
        let is_in_capitals = |word: &str| {
            let mut letters = word.chars();
            letters.clone().count() > 1 && letters.all(char::is_uppercase)
        };
        let mut words = scan::words(written).filter_map(|word| written.get(word));
        if !words.any(is_in_capitals) {
            continue;
        }
        let right = carry_case("A", &written.to_lowercase());
        let title = format!("write “{right}”");
        let edit = opened.replace(written.len(), right);
        report
            .flag(opened.range(), "only the first letter of an opening is a capital")
            .fix(Fix::editorial(title, [edit]));
    }
}
