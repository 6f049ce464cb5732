use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-form-of-note",
    family: Family::Citations,
    summary: "a note cites its source in another form than is usual",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("wrong_form_of_note.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for (index, note) in draft.resolution.footnotes.iter().enumerate() {
        let text = note.prose.text.as_str();
        let range = note.prose.range;
        if index == 0 && text.starts_with("Ibid") {
            report.flag(range, "“Ibid.” speaks of the note before it, and there is none");
        }
        if ["op. cit", "op.cit", "loc. cit"].iter().any(|words| text.contains(words)) {
            report.flag(range, "a source that was cited is cited again in a short form, without “op. cit.”");
        }
        let is_series = text.contains("Treaty Series") || text.contains("UNTS");
        if is_series && !is_in_form(text) {
            let right = "United Nations, Treaty Series, vol. 1577, No. 27531.";
            report
                .flag(range, "a treaty is cited by volume and number of its series")
                .help(right);
        }
    }
}

/// “United Nations, Treaty Series, vol. 660, No. 9464”, or of the League of Nations.
fn is_in_form(text: &str) -> bool {
    text.contains("Nations, Treaty Series, vol")
        && !text.contains("UNTS")
        && !text.contains("Vol. ")
        || text.starts_with("Ibid.")
}
