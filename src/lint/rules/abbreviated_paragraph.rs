use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "abbreviated-paragraph",
    family: Family::Citations,
    summary: "“paragraph” is abbreviated in running text",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("abbreviated_paragraph.md"),
    check,
};

static ABBREVIATION: Pattern =
    Pattern::new("", r"\b(?:([Pp]aras?\.)\s?|(OPs?|PPs?)[ .]?)([0-9]{1,3})\b");

fn check(draft: &Draft, report: &mut Report) {
    for found in ABBREVIATION.matches(draft) {
        // “(see A/65/1, para. 7)” is a note in brackets, “PP5” at the head a label.
        let is_label = found.place(0).start == 0;
        if is_label || found.is_in_brackets() {
            continue;
        }
        let (abbreviation, number) =
            (format!("{}{}", found.words(1), found.words(2)), found.words(3));
        let is_plural = abbreviation.trim_end_matches('.').ends_with('s');
        let word = match (abbreviation.starts_with("PP"), is_plural) {
            (true, false) => "preambular paragraph",
            (true, true) => "preambular paragraphs",
            (false, false) => "paragraph",
            (false, true) => "paragraphs",
        };
        let edit = Edit::replace(found.range(0), format!("{word} {number}"));
        report
            .flag(found.range(0), format!("running text writes “{word}” in full"))
            .fix(Fix::editorial(format!("write “{word} {number}”"), [edit]));
    }
}
