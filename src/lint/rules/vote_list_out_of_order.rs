use crate::conventions::Language;
use crate::conventions::states::{self, NameForm};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Vote;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "vote-list-out-of-order",
    family: Family::Masthead,
    summary: "the States of a vote are not in alphabetical order, or one voted twice",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("vote_list_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(adoption) = &draft.resolution.adoption else { return };
    let Some(vote) = &adoption.vote else { return };
    let lists = lists(vote);
    let mut seen: Vec<&str> = Vec::new();
    for (field, names) in lists {
        for name in names {
            if seen.contains(&name.as_str()) {
                report
                    .flag(adoption.range, format!("“{name}” stands in the vote twice"))
                    .severity(Severity::Error)
                    .place("masthead");
            }
            seen.push(name);
        }
        let Some(sorted) = sorted(names) else { continue };
        let Some(early) =
            names.iter().zip(&sorted).position(|(name, right)| name != *right)
        else {
            continue;
        };
        let message = format!("“{}” comes before “{}”", sorted[early], names[early]);
        let edits = places(draft, adoption.range, field, names).map(|places| {
            let moved = places.into_iter().zip(sorted);
            moved.map(|(place, name)| Edit::replace(place, name)).collect::<Vec<_>>()
        });
        report
            .flag(adoption.range, message)
            .fixes(edits.map(|edits| Fix::editorial("sort the States", edits)))
            .place("masthead");
    }
}

fn lists(vote: &Vote) -> [(&'static str, &[String]); 3] {
    [
        ("in_favour:", &vote.in_favour),
        ("against:", &vote.against),
        ("abstaining:", &vote.abstaining),
    ]
}

/// The names in the order of the alphabet; nothing where one of them is no State’s.
fn sorted(names: &[String]) -> Option<Vec<&str>> {
    let key = |name: &str| {
        let (state, form) = states::find(name)?;
        Some(states::sort_key(if form == NameForm::Other { &state.name } else { name }))
    };
    let keys: Option<Vec<_>> = names.iter().map(|name| key(name)).collect();
    let mut keyed: Vec<_> =
        keys?.into_iter().zip(names.iter().map(String::as_str)).collect();
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    Some(keyed.into_iter().map(|(_, name)| name).collect())
}

/// Where the names of a list stand; nothing where one is written with escapes.
fn places(
    draft: &Draft,
    within: TextRange,
    field: &str,
    names: &[String],
) -> Option<Vec<TextRange>> {
    let text = draft.source.slice(within);
    let mut at = text.find(field)? + field.len();
    let mut places = Vec::new();
    for name in names {
        let start = at + text.get(at..)?.find(name.as_str())?;
        at = start + name.len();
        places.push(TextRange::new(within.start() + start, within.start() + at));
    }
    Some(places)
}
