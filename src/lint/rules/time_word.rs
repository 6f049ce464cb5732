use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::Needle;

pub(super) static RULE: Rule = Rule {
    name: "time-word",
    family: Family::Style,
    summary: "a time is named from today: “next year”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("time_word.md"),
    check,
};

static UNITS: [Needle; 3] =
    [Needle::new(" year"), Needle::new(" month"), Needle::new(" week")];

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for unit in &UNITS {
            for at in unit.places(text) {
                let Some((start, word)) = pointer_before(text, at) else { continue };
                let end = at + unit.words.len();
                if scan::after(text, end)
                    .is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '’')
                {
                    continue;
                }
                let message = format!(
                    "“{word}{}” is another time when the text is read later",
                    unit.words
                );
                report
                    .flag(prose.source_range(start..end), message)
                    .help("write the date or the year");
            }
        }
    }
}

/// The word before a place that points from today, unless an article stands before it.
fn pointer_before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let head = text.get(..at)?;
    let word = ["next", "last", "this"].into_iter().find(|word| head.ends_with(word))?;
    let before = head.strip_suffix(word)?;
    let has_article =
        ["the ", "each ", "every "].iter().any(|article| before.ends_with(article));
    (before.is_empty() || before.ends_with(' ')).then_some(())?;
    (!has_article).then_some((before.len(), word))
}
