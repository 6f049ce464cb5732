use crate::conventions::organs::SessionStyle;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-agenda-item",
    family: Family::Masthead,
    summary: "a tabled draft names no agenda item",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("missing_agenda_item.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let masthead = &draft.resolution.masthead;
    let symbol = masthead.symbol.as_ref();
    let sits_by_session = draft
        .organ()
        .is_some_and(|organ| organ.principal().session != SessionStyle::None);
    // A special session has one item, for which it was called.
    let session = symbol.and_then(|symbol| symbol.value.session.as_deref());
    let session = session.or(masthead.session.as_ref().map(|it| it.value.as_str()));
    let is_special = session.is_some_and(|session| session.contains("S-"));
    let is_tabled = draft.is_tabled() && sits_by_session && !is_special;
    if is_tabled && masthead.agenda_items.is_empty() {
        let front_matter = draft.resolution.front_matter.as_ref();
        let end = front_matter.map_or(0, |front_matter| front_matter.end_of_fields);
        let place = symbol.map_or(TextRange::empty(end), |symbol| symbol.range);
        report
            .flag(place, "a draft names the agenda item under which it is tabled")
            .help("write it in the front matter, agenda_items: [{number: \"10\", title: \"…\"}]")
            .place("masthead");
    }
}
