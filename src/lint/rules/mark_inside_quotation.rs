use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "mark-inside-quotation",
    family: Family::Punctuation,
    summary: "a comma or semicolon stands inside the quotation marks",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("mark_inside_quotation.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (quote, close) in text.match_indices('”') {
            let Some(at) = quote.checked_sub(1) else { continue };
            let Some(mark) = scan::before(text, quote).filter(|c| matches!(c, ',' | ';'))
            else {
                continue;
            };
            let end = quote + close.len();
            let range = prose.source_range(at..end);
            let goes_on = scan::after(text, end).is_some_and(|c| c != ' ');
            if goes_on || range.len() != end - at {
                continue;
            }
            let right = format!("”{mark}");
            report
                .flag(range, format!("“{mark}” follows the closing quotation mark"))
                .fix(Fix::editorial("put it after", [Edit::replace(range, right)]));
        }
    }
}
