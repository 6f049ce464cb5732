use crate::conventions::Language;
use crate::conventions::organs::{self, Organ};
use crate::conventions::{calendar, instruments};
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "its-resolution-of-another-organ",
    family: Family::Citations,
    summary: "“its resolution” is said of a resolution of another organ",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("its_resolution_of_another_organ.md"),
    check,
};

static ITS: Pattern = Pattern::new(
    "ts resolution ", r"\b([Ii]ts )resolution ([0-9]{1,4}/[0-9]{1,3}|[0-9]{1,4} \([0-9]{4}\))(?: of ([0-9]{1,2} [A-Z][a-z]+ [0-9]{4}))?",
);

fn check(draft: &Draft, report: &mut Report) {
    let Some(own) = draft.organ().map(Organ::principal) else { return };
    for found in ITS.matches(draft) {
        // “in its resolution 48/141 the General Assembly decided” names the organ after it.
        if !is_own(found.before()) {
            continue;
        }
        let Some(organ) = organ_of(found.words(2), found.words(3), draft) else { continue };
        if organ == own.code {
            continue;
        }
        let name = organs::by_code(organ).map_or(organ, |organ| organ.name.as_str());
        let edit = Edit::replace(found.range(1), format!("{name} "));
        report
            .flag(found.range(0), format!("resolution {} is of the {name}", found.words(2)))
            .fix(Fix::substantive(format!("write “{name}”"), [edit]));
    }
}

fn is_own(before: &str) -> bool {
    let bodies = ["Assembly", "Council", "Commission", "Committee", "Conference", "Board"];
    !before.ends_with("in ")
        && !before.ends_with("In ")
        && !bodies.iter().any(|body| before.contains(body))
}

/// The organ to which a number certainly belongs.
fn organ_of(number: &str, date: &str, draft: &Draft) -> Option<&'static str> {
    if number.contains('(') {
        return Some("SC");
    }
    let session: u32 = number.split_once('/')?.0.parse().ok()?;
    if session >= 1946 || !draft.is_of("HRC") {
        return None;
    }
    let date = calendar::parse_date(date)?;
    let known = |organ| instruments::resolution(organ, number).filter(|known| known.date == date);
    let is_of_assembly = known("GA").is_some() && known("HRC").is_none();
    // The Council met for the first time in June 2006.
    let is_before_council = date.year() < 2006;
    (is_of_assembly || is_before_council && session > 40).then_some("GA")
}
