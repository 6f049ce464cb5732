use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "serial-comma",
    family: Family::Punctuation,
    summary: "a comma before the “and” of a simple series",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("serial_comma.md"),
    check,
};

static SERIES: Pattern =
    Pattern::new(", ", r"\b[a-z]{3,}, [a-z]{3,}(,) (?:and|or) ([a-z]{3,})\b");

static SERIES_WITHOUT: Pattern =
    Pattern::new(", ", r"\b[a-z]{3,}, [a-z]{3,} (?:and|or) [a-z]{3,}\b");

fn check(draft: &Draft, report: &mut Report) {
    // In the Security Council one series in five has the comma: a text that writes most of
    // its series so, and more than one, is let be.
    let with = SERIES.matches(draft).count();
    if draft.is_of("SC") && with > 1 && with > SERIES_WITHOUT.matches(draft).count() {
        return;
    }
    let openings = draft.conventions.openings();
    for found in SERIES.matches(draft) {
        // “…, and requests” begins a clause of its own; in “…, and women and girls” the
        // comma tells the two “and” apart.
        if openings.operative(found.words(2)).is_some()
            || openings.preambular(found.words(2)).is_some()
            || found.after().starts_with(" and ")
            || found.after().starts_with(" or ")
        {
            continue;
        }
        let comma = found.range(1);
        report
            .flag(comma, "no comma stands before “and” in a simple series")
            .fix(Fix::substantive("take out the comma", [Edit::delete(comma)]));
    }
}
