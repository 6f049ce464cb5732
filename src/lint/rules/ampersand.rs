use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "ampersand",
    family: Family::Punctuation,
    summary: "“&” stands for “and”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("ampersand.md"),
    check,
};

static SIGN: Needle = Needle::new(" & ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for at in SIGN.places(text) {
            let next = scan::after(text, at + 3);
            let begins = text.get(..at).unwrap_or_default().rsplit(' ').next();
            let starts_small =
                begins.is_some_and(|word| word.starts_with(char::is_lowercase));
            // Between capitals it belongs to a name.
            if !starts_small && !next.is_some_and(char::is_lowercase) {
                continue;
            }
            let range = prose.source_range(at + 1..at + 2);
            report
                .flag(range, "“and” is written out")
                .fix(Fix::editorial("write “and”", [Edit::replace(range, "and")]));
        }
    }
}
