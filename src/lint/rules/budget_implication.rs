use crate::conventions::Language;
use crate::conventions::phrases::BUDGET_IMPLICATIONS;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::{Paragraph, Resolution};

pub(super) static RULE: Rule = Rule {
    name: "budget-implication",
    family: Family::Submission,
    summary: "something is asked for that costs money",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("budget_implication.md"),
    check,
};

/// How paragraphs open that make the secretariat act.
const OPENINGS: &[&str] = &[
    "Authorizes",
    "Decides",
    "Establishes",
    "Extends",
    "Mandates",
    "Renews",
    "Requests",
];

/// Who pays for themselves.
const PAYING_THEMSELVES: &[&str] = &["States", "Member States", "Governments"];

fn check(draft: &Draft, report: &mut Report) {
    // The Council’s decisions are costed when the Assembly votes the money.
    if !draft.is_tabled() || draft.is_of("SC") {
        return;
    }
    let operative = draft.resolutions().flat_map(Resolution::operative);
    for paragraph in operative.filter(|paragraph| obliges(paragraph)) {
        let below = paragraph.with_descendants().map(|below| &below.prose);
        let first = below
            .flat_map(|prose| {
                BUDGET_IMPLICATIONS
                    .find_among(&prose.text, &draft.words(prose))
                    .into_iter()
                    .map(move |found| (prose, found))
            })
            .next();
        if let Some((prose, found)) = first {
            let written = prose.text.get(found.range.clone()).unwrap_or_default();
            report
                .flag(prose.source_range(found.range), format!("“{written}” asks for {}, which costs money", found.means))
                .help("tell the secretariat early: the vote waits until it has said what the text costs");
        }
    }
}

/// Whether the paragraph makes the secretariat act, and not States.
fn obliges(paragraph: &Paragraph) -> bool {
    let Some(opened) = Opened::of(paragraph) else { return false };
    let addressee =
        opened.text.get(opened.opening.len..).unwrap_or_default().trim_start();
    let addressee = addressee.strip_prefix("all ").unwrap_or(addressee);
    let pays = PAYING_THEMSELVES.iter().any(|payer| addressee.starts_with(payer));
    OPENINGS.contains(&opened.opening.entry.phrase.as_str()) && !pays
}
