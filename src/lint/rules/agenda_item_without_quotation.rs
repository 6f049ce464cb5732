use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "agenda-item-without-quotation",
    family: Family::Submission,
    summary: "the title of an agenda item has no quotation marks",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("agenda_item_without_quotation.md"),
    check,
};

static ITEM: Pattern = Pattern::new(
    "agenda",
    r"\b(?:sub-)?items? (?:(?:entitled|titled),? ([A-Za-z])|([A-Z])|(?:on|relating to|concerning) )",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in ITEM.in_operative(draft) {
        let sentence = scan::sentence(found.text(), found.place(0).start);
        let lead =
            found.text().get(sentence.start..found.place(0).start).unwrap_or_default();
        let names_title = found.words(1).len() + found.words(2).len() > 0;
        let is_inclusion =
            lead.contains("provisional agenda") || lead.contains("on the agenda of");
        if is_inclusion {
            let message = if names_title {
                "the title of an agenda item stands in quotation marks"
            } else {
                "an agenda item is named by its title, in quotation marks"
            };
            report
                .flag(found.range(0), message)
                .help("the item entitled “…”, as the agenda has it");
        }
    }
}
