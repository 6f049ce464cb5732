use crate::lint::sponsorship::SponsorList;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-non-member-mark",
    family: Family::Sponsors,
    summary: "a member of the council has the asterisk of others, or another lacks it",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("wrong_non_member_mark.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(organ) = draft.organ() else { return };
    let list = SponsorList::of(draft);
    for (index, sponsor) in draft.resolution.sponsors.list.iter().enumerate() {
        let (Some(is_marked), Some(should_be)) =
            (sponsor.marked, draft.resolution.is_non_member(sponsor))
        else {
            continue;
        };
        if is_marked == should_be {
            continue;
        }
        let name = &sponsor.name;
        let council = &organ.short_name;
        let (message, title) = if should_be {
            let message =
                format!("“{name}” was not a member of the {council}: “{name}*”");
            (message, "write the asterisk")
        } else {
            let message = format!("“{name}” was a member of the {council}: no asterisk");
            (message, "take the asterisk out")
        };
        let edit = list.as_ref().and_then(|list| list.with_mark(index, should_be));
        let fix = edit.map(|edit| Fix::substantive(title, [edit]));
        report.flag(sponsor.range, message).fixes(fix);
    }
}
