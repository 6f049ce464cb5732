use crate::conventions::Language;
use crate::conventions::numbering::{roman_of, roman_value};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Annex;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "misnumbered-annex",
    family: Family::Structure,
    summary: "annexes are not numbered I, II, or a single one is",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru],
    explanation: include_str!("misnumbered_annex.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // Each part of a resolution may have an annex.
    if !draft.resolution.parts.is_empty() {
        return;
    }
    let headings: Option<Vec<Heading>> = draft
        .resolution
        .annexes
        .iter()
        .map(|annex| Heading::read(draft, annex))
        .collect();
    let headings = headings.unwrap_or_default();
    if let [only] = headings.as_slice() {
        if only.number.is_some() {
            let message = "a single annex has no number";
            let edit = Edit::delete(only.written);
            let fix = Fix::substantive("take the number out", [edit]);
            report.flag(only.range, message).fix(fix);
        }
        return;
    }
    // An annex without a number may hold those that follow.
    let is_mixed = headings.iter().any(|heading| heading.number.is_some())
        && headings.iter().any(|heading| heading.number.is_none());
    if is_mixed {
        return;
    }
    for (heading, place) in headings.iter().zip(1..) {
        let numeral = roman_of(place).to_uppercase();
        if heading.number.as_deref() != Some(numeral.as_str()) {
            let edit = Edit::replace(heading.written, format!(" {numeral}"));
            let fix = Fix::substantive(format!("number it {numeral}"), [edit]);
            report.flag(heading.range, format!("this is annex {numeral}")).fix(fix);
        }
    }
}

/// The heading of an annex, of which only a number follows the word.
struct Heading {
    range: TextRange,
    number: Option<String>,
    /// The number with the space before it; where there is none, its place.
    written: TextRange,
}

impl Heading {
    /// Nothing where the annex is known by a letter.
    fn read(draft: &Draft, annex: &Annex) -> Option<Self> {
        let range = annex.title.range;
        let text = draft.source.slice(range);
        let word = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let after = text.get(word..)?;
        let token = after.strip_prefix(' ').unwrap_or_default();
        let len = token.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(token.len());
        let number = token.get(..len)?;
        let is_number = !number.is_empty()
            && (number.bytes().all(|byte| byte.is_ascii_digit())
                || number.bytes().all(|byte| b"IVX".contains(&byte))
                    && roman_value(number).is_some());
        let is_letter = number.len() == 1 && number.starts_with(char::is_uppercase);
        let start = range.start() + word;
        let end = if is_number { start + 1 + len } else { start };
        (is_number || !is_letter).then(|| Self {
            range,
            number: is_number.then(|| number.to_owned()),
            written: TextRange::new(start, end),
        })
    }
}
