use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "symbol-for-resolution-number",
    family: Family::Citations,
    summary: "a resolution is cited by its document symbol",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("symbol_for_resolution_number.md"),
    check,
};

static SYMBOL: Pattern = Pattern::new(
    "/RES/",
    r"\b((?:[Rr]esolutions? )?)(A|S|E|A/HRC)/RES/((?:S-|ES-)?[0-9]{1,4}(?:/[0-9]{1,3}[A-Z]?)?(?: ?\((?:19|20)[0-9]{2}\))?)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in SYMBOL.matches(draft) {
        // “(A/RES/70/1)” after a title is a note in brackets.
        let number = found.words(3);
        if found.is_in_brackets() || !number.contains(['/', '(']) {
            continue;
        }
        let number = number.replace(" (", "(").replace('(', " (");
        let (code, name) = match found.words(2) {
            "A" => ("GA", "General Assembly resolution"),
            "S" => ("SC", "Security Council resolution"),
            "E" => ("ECOSOC", "Economic and Social Council resolution"),
            _ => ("HRC", "Human Rights Council resolution"),
        };
        let before = found.before().trim_end();
        let lead = if !found.words(1).is_empty() {
            found.words(1).trim_end()
        } else if before.ends_with("Assembly") || before.ends_with("Council") {
            "resolution"
        } else if code == "GA"
            && draft.is_of("ECOSOC")
            && names_assembly_before(draft, found.range(0))
        {
            "Assembly resolution"
        } else if draft.is_of(code) {
            "its resolution"
        } else {
            name
        };
        let right = format!("{lead} {number}");
        report
            .flag(found.range(0), format!("running text cites “{right}”"))
            .help("symbols stand in notes")
            .fix(Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(found.range(0), right)],
            ));
    }
}

/// Whether the draft has named the General Assembly in full, so that the Economic and Social
/// Council says “the Assembly”.
fn names_assembly_before(draft: &Draft, range: TextRange) -> bool {
    let before = draft.source.text().get(..range.start()).unwrap_or_default();
    before.contains("General Assembly")
}
