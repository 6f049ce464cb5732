use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "wrong-self-reference",
    family: Family::Openings,
    summary: "a resolution speaks of itself in the words of another organ",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("wrong_self_reference.md"),
    check,
};

static SELF: Pattern =
    Pattern::new(" resolution", r"\b(?:this|the present) resolution\b");

fn check(draft: &Draft, report: &mut Report) {
    let Some(organ) = draft.organ() else { return };
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for found in SELF.matches(draft) {
        let right = organ.self_reference.as_str();
        // After a citation “this resolution” may be the one that was cited.
        let may_be_cited =
            found.words(0) == "this resolution" && found.before().contains(" resolution");
        if found.words(0) == right || may_be_cited {
            continue;
        }
        let edit = Edit::replace(found.range(0), right);
        report
            .flag(
                found.range(0),
                format!("a resolution of the {} says “{right}”", organ.name),
            )
            .severity(severity)
            .fix(Fix::substantive(format!("write “{right}”"), [edit]));
    }
}
