use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "including-inter-alia",
    family: Family::Style,
    summary: "“including” and “inter alia” say the same",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("including_inter_alia.md"),
    check,
};

static INTER_ALIA: Needle = Needle::new("inter alia");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for at in INTER_ALIA.places(text) {
            let end = at + "inter alia".len();
            let head = text.get(..at).unwrap_or_default();
            let Some((before, is_between_commas)) = head
                .strip_suffix(", ")
                .map(|before| (before, true))
                .or_else(|| head.strip_suffix(' ').map(|before| (before, false)))
            else {
                continue;
            };
            let Some(hedge) = HEDGES.iter().find(|hedge| before.ends_with(**hedge))
            else {
                continue;
            };
            // “including, inter alia, by” loses both commas.
            let rest = text.get(end..).unwrap_or_default();
            let comma = usize::from(is_between_commas && rest.starts_with(','));
            let start = before.len() - hedge.len();
            let message = format!("“{hedge}” says already that there is more");
            let taken = prose.source_range(before.len()..end + comma);
            report
                .flag(prose.source_range(start..end), message)
                .fix(Fix::substantive("take out “inter alia”", [Edit::delete(taken)]));
        }
    }
}

const HEDGES: [&str; 3] = ["including", "in particular", "such as"];
