use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "unreadable-front-matter",
    family: Family::Structure,
    summary: "a value of the front matter cannot be read",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("unreadable_front_matter.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let problems = draft.resolution.front_matter.iter().flat_map(|front| &front.problems);
    for problem in problems.filter(|problem| problem.is_error) {
        let finding =
            report.flag(problem.range, problem.message.clone()).place("masthead");
        if let Some(help) = &problem.help {
            finding.help(help.clone());
        }
    }
}
