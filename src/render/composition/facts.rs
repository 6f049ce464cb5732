//! The front matter that says what is known, every string quoted.

use super::runs::printable;
use crate::model::{Adoption, Allowance, Kind, Manner, Resolution, Sponsor, Stage, Vote};
use crate::syntax::quoted;
use crate::text::TextRange;

/// Names and values in the order in which the format writes them.
pub(super) fn facts(resolution: &Resolution) -> Vec<(&'static str, String)> {
    let masthead = &resolution.masthead;
    let words = |field: &Option<crate::model::Located<String>>| {
        field.as_ref().map(|field| quoted(&field.value))
    };
    let is_plain = resolution.kind == Kind::Resolution && resolution.organ.is_none();
    let facts = [
        ("organ", resolution.organ.map(|organ| quoted(&organ.code))),
        ("kind", (!is_plain).then(|| quoted(resolution.kind.word()))),
        (
            "stage",
            (!is_plain || is_adopted(resolution))
                .then(|| quoted(resolution.stage.word())),
        ),
        ("symbol", masthead.symbol.as_ref().map(|symbol| quoted(&symbol.value.text))),
        ("distribution", words(&masthead.distribution)),
        ("session", words(&masthead.session)),
        ("session_dates", words(&masthead.session_dates)),
        ("date", masthead.date.as_ref().map(|date| date.value.to_string())),
        ("agenda_items", agenda_items(resolution)),
        ("number", words(&resolution.number)),
        ("title", words(&resolution.title)),
        ("amends", words(&resolution.amends)),
        ("language", Some(quoted(resolution.language.code()))),
        (
            "original",
            masthead.original.as_ref().map(|original| quoted(original.value.code())),
        ),
        ("sponsors", sponsors(&resolution.sponsors.list)),
        ("on_behalf_of", resolution.sponsors.on_behalf_of.as_deref().map(quoted)),
        ("submitted_by", resolution.sponsors.submitted_by.as_deref().map(quoted)),
        ("source_note", words(&resolution.source_note)),
        ("adoption", resolution.adoption.as_ref().map(adoption)),
        ("allow", allowances(resolution)),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn is_adopted(resolution: &Resolution) -> bool {
    resolution.stage == Stage::Adopted
}

/// A list that begins on the line below its name.
fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let lines = items.map(|item| format!("\n  - {item}")).collect::<Vec<_>>().concat();
    (!lines.is_empty()).then_some(lines)
}

fn agenda_items(resolution: &Resolution) -> Option<String> {
    list(resolution.masthead.agenda_items.iter().map(|item| {
        let number = quoted(&item.value.number);
        let title = item.value.title.as_deref();
        let title = title.map(|title| format!("\n    title: {}", quoted(title)));
        format!("number: {number}{}", title.unwrap_or_default())
    }))
}

fn sponsors(sponsors: &[Sponsor]) -> Option<String> {
    let is_known = sponsors.iter().any(|sponsor| sponsor.marked.is_some());
    let item = |sponsor: &Sponsor| match sponsor.marked {
        Some(marked) => format!("{{name: {}, marked: {marked}}}", quoted(&sponsor.name)),
        None => quoted(&sponsor.name),
    };
    if is_known {
        return list(sponsors.iter().map(item));
    }
    (!sponsors.is_empty()).then(|| in_a_row(sponsors.iter().map(item)))
}

fn in_a_row(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    format!("[{}]", items.join(", "))
}

fn adoption(adoption: &Adoption) -> String {
    let meeting = adoption.meeting.map(|meeting| format!("\n  meeting: {meeting}"));
    let date = adoption.date.map(|date| format!("\n  date: {date}"));
    let vote = adoption.vote.as_ref().map(vote);
    let fields: String = [meeting, date, vote].into_iter().flatten().collect();
    if fields.is_empty() { "{}".to_owned() } else { fields }
}

fn vote(vote: &Vote) -> String {
    let manner = match vote.manner {
        Manner::WithoutAVote => "without a vote",
        Manner::Recorded => "recorded",
    };
    let lists = [
        ("in_favour", &vote.in_favour),
        ("against", &vote.against),
        ("abstaining", &vote.abstaining),
    ];
    let lists: Vec<String> = lists
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(name, list)| {
            let names = in_a_row(list.iter().map(|name| quoted(name)));
            format!("\n    {name}: {names}")
        })
        .collect();
    let lists = lists.concat();
    format!("\n  vote:\n    manner: {}{lists}", quoted(manner))
}

/// The rules that comments silence in one paragraph.
pub(super) fn allowances_in_the_text(
    resolution: &Resolution,
) -> Vec<(TextRange, String)> {
    let of_a_paragraph = |allowance: &&Allowance| allowance.scope != resolution.range;
    let comment = |allowance: &Allowance| {
        let because = allowance.because.as_deref();
        let because = because.map(|because| format!(" because {}", printable(because)));
        let until = allowance.until.map(|until| format!(" until {until}"));
        let rule = printable(&allowance.rule);
        (
            allowance.scope,
            format!(
                "zerodraft: allow {rule}{}{}",
                because.unwrap_or_default(),
                until.unwrap_or_default()
            ),
        )
    };
    let mut allowances: Vec<_> =
        resolution.allowances.iter().filter(of_a_paragraph).map(comment).collect();
    allowances.sort_by_key(|(scope, _)| *scope);
    allowances
}

/// The rules that the front matter silences in the whole draft.
fn allowances(resolution: &Resolution) -> Option<String> {
    let of_the_draft = |allowance: &&Allowance| allowance.scope == resolution.range;
    list(resolution.allowances.iter().filter(of_the_draft).map(|allowance| {
        let because = allowance.because.as_deref();
        let because = because.map(|because| format!(", because: {}", quoted(because)));
        let until = allowance.until.map(|until| format!(", until: {until}"));
        let rule = quoted(&allowance.rule);
        format!(
            "{{rule: {rule}{}{}}}",
            because.unwrap_or_default(),
            until.unwrap_or_default()
        )
    }))
}
