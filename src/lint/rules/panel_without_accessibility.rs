use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "panel-without-accessibility",
    family: Family::Submission,
    summary: "a panel discussion is convened without a word on access",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("panel_without_accessibility.md"),
    check,
};

static PANEL: Pattern = Pattern::new(
    "panel discussion",
    r"\b(?:to )?(?:convene|organize|hold)s?\b[^;.]{0,120}\bpanel discussion\b",
);

/// Words that say that everyone can take part.
const ACCESS: &[&str] = &["accessib", "sign language", "captioning", "with disabilities"];

fn check(draft: &Draft, report: &mut Report) {
    let says_so = |text: &str| ACCESS.iter().any(|words| text.contains(words));
    if draft.is_adopted()
        || !draft.is_of("HRC")
        || scan::operative_text(draft).any(|prose| says_so(&prose.text))
    {
        return;
    }
    for found in PANEL.in_operative(draft) {
        report
            .flag(found.range(0), "a panel discussion of the Council is fully accessible to persons with disabilities")
            .help("add “and to make the discussion fully accessible to persons with disabilities”");
    }
}
