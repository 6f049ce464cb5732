use crate::conventions::Language;
use crate::conventions::opening_phrases::Part;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::{OrganLine, Paragraph};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "wrong-organ-line-comma",
    family: Family::Structure,
    summary: "a comma after the organ line is missing or too much",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("wrong_organ_line_comma.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let Some(line) = &resolution.organ_line else { continue };
        // The preamble may stand above the organ line.
        let below =
            resolution.paragraphs().filter(|paragraph| paragraph.range > line.range);
        let first = below.min_by_key(|paragraph| paragraph.range);
        let Some(first) = first else { continue };
        let has_preamble = first.part == Part::Preambular && recites(first);
        let bare = line.text.trim_end_matches(['*', '_', ' ']);
        let has_comma = bare.ends_with(COMMAS);
        if has_preamble && !has_comma {
            missing(draft, line, report);
        } else if has_comma && first.part == Part::Operative {
            superfluous(draft, line, report);
        }
    }
}

/// A paragraph before the first number that does not recite may introduce a text that
/// is numbered on its own.
fn recites(paragraph: &Paragraph) -> bool {
    paragraph.opening.as_ref().is_some_and(|opening| opening.part == Part::Preambular)
}

fn missing(draft: &Draft, line: &OrganLine, report: &mut Report) {
    let comma = match draft.resolution.language {
        Language::Zh => "，",
        Language::Ar => "،",
        _ => ",",
    };
    let place = TextRange::empty(line.range.end());
    let insert = Edit::insert(place.start(), comma);
    report
        .flag(line.range, "a comma follows the organ line where a preamble follows")
        .fix(Fix::editorial("add a comma", [insert]));
}

fn superfluous(draft: &Draft, line: &OrganLine, report: &mut Report) {
    let text = draft.source.slice(line.range);
    let Some(at) = text.rfind(COMMAS) else { return };
    let start = line.range.start() + at;
    let len =
        text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let comma = TextRange::new(start, start + len);
    report
        .flag(comma, "no comma follows the organ line where no preamble follows")
        .severity(Severity::Warning)
        .fix(Fix::editorial("take the comma out", [Edit::delete(comma)]));
}

const COMMAS: [char; 3] = [',', '，', '،'];
