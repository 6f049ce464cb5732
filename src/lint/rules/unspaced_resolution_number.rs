use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "unspaced-resolution-number",
    family: Family::Citations,
    summary: "spaces are missing in the number of a resolution",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("unspaced_resolution_number.md"),
    check,
};

static NUMBER: Pattern = Pattern::new(
    "(",
    r"(?:^|[^/0-9A-Za-z])([0-9]{1,4})(?: ?([A-Z]))? ?\((S-[IVX]+|ES-[IVX]+|[IVXL]+|19[4-9][0-9]|20[0-9]{2})\)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in NUMBER.matches(draft) {
        let (number, letter, session) = (found.words(1), found.words(2), found.words(3));
        let is_of_year = session.starts_with(['1', '2']);
        if is_of_year && !letter.is_empty() || !is_of_resolution(found.before()) {
            continue;
        }
        let right = match letter {
            "" => format!("{number} ({session})"),
            letter => format!("{number} {letter} ({session})"),
        };
        let start = found.place(1).start - found.place(0).start;
        let written = found.words(0).get(start..).unwrap_or_default();
        if written == right {
            continue;
        }
        let range = TextRange::new(found.range(1).start(), found.range(0).end());
        report
            .flag(range, format!("the number of the resolution is written “{right}”"))
            .fix(Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(range, right)],
            ));
    }
}

/// Whether the words before speak of resolutions.
fn is_of_resolution(before: &str) -> bool {
    let far: usize = before.char_indices().rev().nth(160).map_or(0, |(at, _)| at);
    before.get(far..).is_some_and(|near| near.contains("esolution"))
}
