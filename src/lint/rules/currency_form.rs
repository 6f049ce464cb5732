use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "currency-form",
    family: Family::Style,
    summary: "United States dollars are written “US$” or “USD”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("currency_form.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for form in ["US$", "USD", "US $"] {
            for at in scan::places(text, form) {
                let rest = text.get(at + form.len()..).unwrap_or_default();
                let amount = rest.trim_start_matches([' ', '\u{a0}']);
                let is_whole = !scan::before(text, at).is_some_and(char::is_alphanumeric);
                if !is_whole || !amount.starts_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                let range = prose.source_range(at..text.len() - amount.len());
                report
                    .flag(range, "the sign “$” alone means United States dollars")
                    .fix(Fix::editorial("write “$”", [Edit::replace(range, "$")]));
            }
        }
    }
}
