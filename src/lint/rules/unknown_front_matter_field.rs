use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::syntax::FIELDS;
use crate::text::{Edit, nearest};

pub(super) static RULE: Rule = Rule {
    name: "unknown-front-matter-field",
    family: Family::Structure,
    summary: "a field of the front matter is not known",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unknown_front_matter_field.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let problems = draft.resolution.front_matter.iter().flat_map(|front| &front.problems);
    let mut told = Vec::new();
    for problem in problems.filter(|problem| !problem.is_error) {
        let name = draft.source.slice(problem.range);
        if told.contains(&name) {
            continue;
        }
        told.push(name);
        let finding =
            report.flag(problem.range, problem.message.clone()).place("masthead");
        let Some(known) = nearest(name, FIELDS.iter().copied()) else { continue };
        let is_free = draft
            .resolution
            .front_matter
            .as_ref()
            .is_some_and(|f| f.field(known).is_none());
        let finding = finding.help(format!("did you mean “{known}”?"));
        if is_free {
            let rename = Edit::replace(problem.range, known);
            finding.fix(Fix::substantive(format!("rename it to “{known}”"), [rename]));
        }
    }
}
