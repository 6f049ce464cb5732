use std::ops::Range;

use crate::conventions::{Language, instruments};
use crate::lint::citations::Citation;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "misquoted-title-of-resolution",
    family: Family::Citations,
    summary: "a resolution is cited under another title than its own",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("misquoted_title_of_resolution.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for citation in draft.citations(prose).iter() {
            let known = citation
                .organ
                .and_then(|organ| instruments::resolution(organ, &citation.number));
            let Some((title, known)) = title_after(text, citation).zip(known) else {
                continue;
            };
            let Some(right) = &known.title else { continue };
            let written = text.get(title.clone()).unwrap_or_default();
            if is_same(written, right) {
                continue;
            }
            // A quite different one may be that of a part of it, or of its annex.
            let severity = match (is_alike(written, right), known.is_title_certain) {
                (true, true) => Severity::Warning,
                (true, false) | (false, true) => Severity::Note,
                (false, false) => continue,
            };
            let range = prose.source_range(title);
            report
                .flag(
                    range,
                    format!("resolution {} is entitled “{right}”", citation.number),
                )
                .severity(severity)
                .fix(Fix::substantive("write its title", [Edit::replace(range, right)]));
        }
    }
}

/// The title in quotation marks that follows number and date: “, entitled “…””.
fn title_after(text: &str, citation: &Citation) -> Option<Range<usize>> {
    let end = citation.date.as_ref().map_or(citation.words.end, |(date, _)| date.end);
    let rest = text.get(end..)?;
    let lead = [", entitled “", " entitled “"]
        .into_iter()
        .find(|lead| rest.starts_with(lead))?;
    let start = end + lead.len();
    let len = text.get(start..)?.find('”')?;
    Some(start..start + len)
}

/// Whether two titles are the same but for capitals and marks of type.
fn is_same(written: &str, right: &str) -> bool {
    letters(written).eq(letters(right))
}

/// Whether most of the words of either are also words of the other.
fn is_alike(written: &str, right: &str) -> bool {
    let (written, right) = (words(written), words(right));
    let shared = written.iter().filter(|word| right.contains(word)).count();
    5 * shared >= 4 * written.len().max(right.len())
}

fn words(title: &str) -> Vec<String> {
    title.split_whitespace().map(|word| letters(word).collect()).collect()
}

fn letters(title: &str) -> impl Iterator<Item = char> + '_ {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
