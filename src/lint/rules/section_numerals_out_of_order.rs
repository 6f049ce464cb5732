use crate::conventions::numbering::{roman_of, roman_value};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Section;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "section-numerals-out-of-order",
    family: Family::Numbering,
    summary: "the Roman numerals of sections have a gap, a double or are in disorder",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("section_numerals_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // Renumbered sections would leave “section IV above” behind.
    let is_cited =
        draft.paragraphs().any(|paragraph| paragraph.prose.text.contains("section"));
    for resolution in draft.resolutions() {
        let mut last = 0;
        let mut before: Option<&str> = None;
        for section in &resolution.sections {
            let above = before.replace(heading(section));
            let Some(numeral) = section.numeral.as_deref() else { continue };
            let Some(value) = roman_value(numeral) else { continue };
            if is_letter(numeral, above) {
                continue;
            }
            let expected = last + 1;
            last = if value == expected || is_cited { value } else { expected };
            if value != expected {
                flag(
                    draft,
                    section,
                    &roman_of(expected).to_uppercase(),
                    is_cited,
                    report,
                );
            }
        }
    }
}

fn flag(
    draft: &Draft,
    section: &Section,
    right: &str,
    is_cited: bool,
    report: &mut Report,
) {
    let (Some(heading), Some(numeral)) = (&section.heading, &section.numeral) else {
        return;
    };
    let Some(at) = draft.source.slice(heading.range).find(numeral.as_str()) else {
        return;
    };
    let start = heading.range.start() + at;
    let place = TextRange::new(start, start + numeral.len());
    let finding = report.flag(place, format!("section {right} comes here"));
    if !is_cited {
        let edit = Edit::replace(place, right);
        finding.fix(Fix::editorial(format!("number it {right}"), [edit]));
    }
}

fn heading(section: &Section) -> &str {
    section.heading.as_ref().map_or("", |heading| heading.text.as_str())
}

/// Whether a numeral of one letter is that letter: C after B, I after H, and L or C of the
/// alphabet in any case, since no text has fifty sections.
fn is_letter(numeral: &str, above: Option<&str>) -> bool {
    let [letter] = numeral.as_bytes() else { return false };
    let is_next = above.is_some_and(|heading| {
        let mut bytes = heading.bytes();
        let (first, second) = (bytes.next(), bytes.next());
        first == letter.checked_sub(1)
            && second.is_none_or(|byte| !byte.is_ascii_alphabetic())
    });
    is_next || matches!(letter, b'L' | b'C')
}
