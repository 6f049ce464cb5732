use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Kind;
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-sponsors",
    family: Family::Sponsors,
    summary: "the draft names no sponsor",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("missing_sponsors.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let resolution = draft.resolution;
    let sponsors = &resolution.sponsors;
    let has_sponsors = !sponsors.list.is_empty()
        || sponsors.on_behalf_of.is_some()
        || sponsors.submitted_by.is_some();
    if draft.is_tabled() && resolution.kind != Kind::Statement && !has_sponsors {
        let front_matter = resolution.front_matter.as_ref();
        let place = front_matter.map_or(0, |front_matter| front_matter.end_of_fields);
        report
            .flag(TextRange::empty(place), "a draft is tabled by its sponsors")
            .help("write them in the front matter, sponsors: [\"…\"]")
            .place("sponsors");
    }
}
