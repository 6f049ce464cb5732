use crate::conventions::organs;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "wrong-organ-line",
    family: Family::Structure,
    summary: "the organ line names another organ",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("wrong_organ_line.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(organ) = draft.organ() else { return };
    for line in
        draft.resolutions().filter_map(|resolution| resolution.organ_line.as_ref())
    {
        let spoken = organs::opened_by(&line.text).map(|spoken| &spoken.principal().code);
        if spoken == Some(&organ.principal().code) {
            continue;
        }
        let wanted = organ.line(draft.resolution.language);
        let has_comma = line.text.ends_with(COMMAS);
        let wanted = if has_comma { wanted } else { wanted.trim_end_matches(COMMAS) };
        let message = format!("a draft of the {} opens with “{wanted}”", organ.name);
        let edit = Edit::replace(line.range, wanted);
        report
            .flag(line.range, message)
            .fix(Fix::substantive(format!("write “{wanted}”"), [edit]));
    }
}

const COMMAS: [char; 3] = [',', '，', '،'];
