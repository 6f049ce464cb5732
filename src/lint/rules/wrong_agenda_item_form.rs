use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "wrong-agenda-item-form",
    family: Family::Masthead,
    summary: "the number of an agenda item is written in a wrong form",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("wrong_agenda_item_form.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for item in &draft.resolution.masthead.agenda_items {
        let written = item.value.number.as_str();
        let Some(right) = regular(written).filter(|right| right != written) else {
            continue;
        };
        let message = format!("the number of an agenda item is written “{right}”");
        let finding = report.flag(item.range, message).place("masthead");
        if draft.source.slice(item.range) == written {
            let edit = Edit::replace(item.range, right.clone());
            finding.fix(Fix::editorial(format!("write “{right}”"), [edit]));
        }
    }
}

/// “10”, “70 (b)” of “Item 10”, “70(b)”, “70 b”. Nothing where it is no such number.
fn regular(written: &str) -> Option<String> {
    let number = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let words = written.get(..written.len() - number.len())?.trim().to_lowercase();
    let is_word =
        ["", "item", "agenda item", "no.", "item no."].contains(&words.as_str());
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, sub_item) = number.split_at_checked(digits)?;
    let letters = sub_item.trim_matches([' ', '.', '(', ')']);
    let is_sub_item =
        letters.len() <= 2 && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let right = if letters.is_empty() {
        figures.to_owned()
    } else {
        format!("{figures} ({})", letters.to_lowercase())
    };
    (is_word && is_sub_item && (1..=3).contains(&digits)).then_some(right)
}
