use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "singular-or-plural-resolution",
    family: Family::Citations,
    summary: "“resolution” and its numbers do not agree",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("singular_or_plural_resolution.md"),
    check,
};

static SINGULAR: Pattern = Pattern::new(
    "resolution ",
    r"\bresolution( (?:S-|ES-)?[0-9]{1,4}/[0-9]{1,3}(?: of [0-9]{1,2} [A-Z][a-z]+ [0-9]{4})?(?:,? and |, )(?:S-|ES-)?[0-9]{1,4}/[0-9]{1,3})\b",
);

static PLURAL: Pattern = Pattern::new(
    "esolutions ",
    r"\b[Rr]esolution(s) (?:S-|ES-)?[0-9]{1,4}/[0-9]{1,3} of [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}(?:[,;] (?:in which|entitled|by which)|[,;]?$)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in SINGULAR.matches(draft) {
        let at = found.range(1).start();
        report
            .flag(found.range(0), "before several numbers it is “resolutions”")
            .fix(Fix::editorial("write “resolutions”", [Edit::insert(at, "s")]));
    }
    for found in PLURAL.matches(draft) {
        let more = found.after();
        if more.contains("esolution") || more.contains('/') {
            continue;
        }
        report
            .flag(found.range(0), "before one number it is “resolution”")
            .fix(Fix::editorial("write “resolution”", [Edit::delete(found.range(1))]));
    }
}
