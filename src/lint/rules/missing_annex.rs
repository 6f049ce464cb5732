use crate::conventions::Language;
use crate::conventions::numbering::roman_value;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, renumbering};
use crate::model::{Annex, Resolution, Section};

pub(super) static RULE: Rule = Rule {
    name: "missing-annex",
    family: Family::Structure,
    summary: "an annex that is referred to does not exist",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("missing_annex.md"),
    check,
};

static OWN_ANNEX: Pattern = Pattern::new(
    "annex",
    r"\bannex(?:es)?(?: [IVX]+(?:(?:, | and | to )[IVX]+)*)? to (?:the present|this) (?:draft )?(?:resolution|decision)|\bannexed (?:hereto|to (?:the present|this) (?:draft )?(?:resolution|decision))",
);

fn check(draft: &Draft, report: &mut Report) {
    let annexes = &draft.resolution.annexes;
    if draft.resolution.with_parts().any(annexes_without_a_heading) {
        return;
    }
    for found in OWN_ANNEX.matches(draft) {
        let numerals = found.words(0).split([' ', ',']).filter_map(roman_value);
        let wanted = numerals.max();
        let message = match wanted {
            _ if annexes.is_empty() => "there is no annex".to_owned(),
            Some(number) if lacks(annexes, number) => {
                format!("there are {} annexes", annexes.len())
            }
            _ => continue,
        };
        report
            .flag(found.range(0), message)
            .help("write it below the text, under “# Annex”, or name the document meant");
        return;
    }
}

/// Whether the annexes end before that number. One annex may have annexes of its own.
fn lacks(annexes: &[Annex], number: u32) -> bool {
    annexes.len() > 1 && u32::try_from(annexes.len()).is_ok_and(|last| last < number)
}

/// Whether a text that is numbered on its own follows under a heading: what is annexed, its
/// “Annex” lost.
fn annexes_without_a_heading(resolution: &Resolution) -> bool {
    let begins_anew = |section: &Section| {
        section.heading.is_some()
            && section.numeral.is_none()
            && (renumbering::restarts(section) || section.operative.is_empty())
    };
    resolution.sections.iter().skip(1).any(begins_anew)
}
