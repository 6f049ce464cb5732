use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "title-in-security-council",
    family: Family::Masthead,
    summary: "a resolution of the Security Council has a title",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("title_in_security_council.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let is_untitled = draft.organ().is_some_and(|organ| !organ.principal().is_titled);
    let Some(title) = draft.resolutions().find_map(|part| part.title.as_ref()) else {
        return;
    };
    // The yearbooks print adopted texts under headings of their own.
    let severity = if draft.is_adopted() { Severity::Note } else { Severity::Warning };
    if is_untitled {
        report
            .flag(title.range, "resolutions of the Security Council have no title")
            .severity(severity)
            .place("title");
    }
}
