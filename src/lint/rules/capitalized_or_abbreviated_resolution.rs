use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "capitalized-or-abbreviated-resolution",
    family: Family::Citations,
    summary: "“resolution” is capitalized or abbreviated before a number",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("capitalized_or_abbreviated_resolution.md"),
    check,
};

static WORD: Pattern = Pattern::new(
    "",
    r"\b(Resolution|[Rr]es\.|[Rr]esol\.|Res)(s?)(?: [Nn]os?\.)? ?(?:S-|ES-)?[0-9]{1,4}(?:/[0-9]| \(| [A-Z] \()",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in WORD.matches(draft) {
        let before = found.before().trim_end();
        let is_new_sentence =
            before.is_empty() || before.ends_with(['.', ':', ';', '(', '“', '–', '—']);
        if is_new_sentence && found.words(1) == "Resolution" || found.is_in_brackets() {
            continue;
        }
        let word = if found.words(2).is_empty() { "resolution" } else { "resolutions" };
        let range = TextRange::new(found.range(1).start(), found.range(2).end());
        let is_close = found.words(0).get(found.words(1).len() + found.words(2).len()..);
        let space =
            if is_close.is_some_and(|rest| rest.starts_with(' ')) { "" } else { " " };
        let edit = Edit::replace(range, format!("{word}{space}"));
        report
            .flag(range, format!("before its number it is “{word}”"))
            .fix(Fix::editorial(format!("write “{word}”"), [edit]));
    }
}
