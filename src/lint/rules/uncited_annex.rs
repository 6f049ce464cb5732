use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;

pub(super) static RULE: Rule = Rule {
    name: "uncited-annex",
    family: Family::Structure,
    summary: "the text does not speak of its annex",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("uncited_annex.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(annex) = draft.resolution.annexes.first() else { return };
    let has_text = draft.resolutions().any(|part| part.operative().next().is_some());
    let words = words_for_annex(draft.resolution.language);
    let speaks = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let in_paragraphs = || {
        let mut paragraphs = draft.resolutions().flat_map(Resolution::paragraphs);
        paragraphs.any(|paragraph| speaks(&paragraph.prose.text))
    };
    let in_notes =
        || draft.resolution.footnotes.iter().any(|note| speaks(&note.prose.text));
    if has_text && !in_paragraphs() && !in_notes() {
        report
            .flag(annex.title.range, "the operative part says what its annex is for")
            .help("write, for example, “set out in the annex to the present resolution”");
    }
}

/// What stands in every form of the words for an annex and for an appendix.
fn words_for_annex(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &["annex", "append", "attached"],
        Language::Fr => &["annex", "append", "joint"],
        Language::Es => &["anex", "apéndice", "adjunt"],
        Language::Ru => &["приложен", "прилага"],
        Language::Zh => &["附件", "附录", "所附"],
        Language::Ar => &["مرفق", "تذييل"],
    }
}
