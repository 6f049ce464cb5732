use crate::conventions::Language;
use crate::conventions::phrases::AUTONOMOUS_BODIES;
use crate::lint::addressees::requests;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::carry_case;

pub(super) static RULE: Rule = Rule {
    name: "request-to-autonomous-body",
    family: Family::Submission,
    summary: "a body is requested that takes no orders from the organ",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("request_to_autonomous_body.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for request in requests(draft) {
        let addressee =
            request.addressee.strip_prefix("the ").unwrap_or(request.addressee);
        let Some(body) = AUTONOMOUS_BODIES
            .find(addressee)
            .into_iter()
            .find(|body| body.range.start == 0)
        else {
            continue;
        };
        let name = addressee.get(body.range).unwrap_or_default();
        if is_under(draft, name) {
            continue;
        }
        let right = carry_case(request.verb, "invites");
        report
            .flag(
                request.range,
                format!("{} takes no orders from the organ: it is invited", body.means),
            )
            .fix(Fix::substantive(
                format!("write “{right}”"),
                [request.replace_verb(&right)],
            ));
    }
}

/// Whether the body is the organ itself, or works under its authority: the Economic and
/// Social Council under that of the General Assembly (Charter, Article 60).
fn is_under(draft: &Draft, name: &str) -> bool {
    let is_own = draft.organ().is_some_and(|organ| organ.principal().name == name);
    is_own || draft.is_of("GA") && name == "Economic and Social Council"
}
