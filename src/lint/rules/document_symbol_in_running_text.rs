use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "document-symbol-in-running-text",
    family: Family::Citations,
    summary: "a document is cited by its symbol in running text",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("document_symbol_in_running_text.md"),
    check,
};

static SYMBOL: Pattern = Pattern::new(
    "/",
    r"\b(?:A|E|S|ST|HRI|CCPR|CEDAW|CRC|CAT|CERD)/[A-Z0-9][A-Za-z0-9./-]*[0-9]\b",
);

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council writes symbols in the text.
    if draft.is_of("SC") {
        return;
    }
    for found in SYMBOL.matches(draft) {
        // Resolutions have a rule of their own; “set out in document A/C.6/43/7” is in use.
        let is_set_out = found.before().trim_end().ends_with("document");
        if is_set_out || found.words(0).contains("/RES/") {
            continue;
        }
        let message = format!("the symbol {} stands in a note", found.words(0));
        report
            .flag(found.range(0), message)
            .help("write a note: “[^1]”, and below “[^1]: A/….”");
    }
}
