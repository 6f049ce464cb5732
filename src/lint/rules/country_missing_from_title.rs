use crate::conventions::states;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "country-missing-from-title",
    family: Family::Submission,
    summary: "a text under item 4 has no country in its title",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("country_missing_from_title.md"),
    check,
};

/// The item of the Human Rights Council on situations that require its attention.
const ITEM: &str = "4";

fn check(draft: &Draft, report: &mut Report) {
    let items = &draft.resolution.masthead.agenda_items;
    let is_on_a_situation =
        draft.is_of("HRC") && items.iter().any(|item| item.value.number.trim() == ITEM);
    let Some(title) = &draft.resolution.title else { return };
    if draft.is_adopted() || !is_on_a_situation {
        return;
    }
    let names_it = states::all().iter().any(|state| {
        let bare = state.text.strip_prefix("the ").unwrap_or(&state.text);
        let former = state.former.iter().map(|former| former.name.as_str());
        let other = state.other.iter().map(String::as_str);
        former
            .chain(other)
            .chain([bare, &state.name])
            .any(|name| title.value.contains(name))
    });
    if !names_it {
        report.flag(
            title.range,
            "a text under agenda item 4 names the country in its title",
        );
    }
}
