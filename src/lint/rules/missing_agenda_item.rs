use crate::conventions::organs::SessionStyle;
use crate::conventions::symbols::SymbolKind;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "missing-agenda-item",
    family: Family::Masthead,
    summary: "a draft that has its symbol names no agenda item",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("missing_agenda_item.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let masthead = &draft.resolution.masthead;
    let Some(symbol) = &masthead.symbol else { return };
    let sits_by_session = draft
        .organ()
        .is_some_and(|organ| organ.principal().session != SessionStyle::None);
    // A special session has one item, for which it was called.
    let is_special = symbol.value.session.as_deref().is_none_or(|s| s.contains("S-"));
    let is_tabled = !draft.is_adopted() && symbol.value.kind == SymbolKind::Draft;
    if is_tabled && sits_by_session && !is_special && masthead.agenda_items.is_empty() {
        report
            .flag(symbol.range, "a draft names the agenda item under which it is tabled")
            .help("write it in the front matter, agenda_items: [{number: \"10\", title: \"…\"}]")
            .place("masthead");
    }
}
