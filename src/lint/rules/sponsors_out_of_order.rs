use crate::conventions::states;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Sponsor;
use crate::text::{Edit, Source, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "sponsors-out-of-order",
    family: Family::Sponsors,
    summary: "the sponsors are not in English alphabetical order",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("sponsors_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let sponsors = &draft.resolution.sponsors;
    let mut sorted: Vec<&Sponsor> = sponsors.list.iter().collect();
    sorted.sort_by_key(|sponsor| rank(sponsor));
    let keys: Vec<_> = sponsors.list.iter().map(rank).collect();
    let Some(place) = keys.windows(2).position(|pair| pair[0] > pair[1]) else { return };
    let (first, second) = (&sponsors.list[place], &sponsors.list[place + 1]);
    let message = format!("{} comes before {}", second.name, first.name);
    let fix = edits(draft, &sorted)
        .map(|edits| Fix::editorial("put all sponsors in order", edits));
    report.flag(second.range, message).fixes(fix);
}

/// Member States by the English alphabet, then observers.
fn rank(sponsor: &Sponsor) -> (bool, String) {
    let is_observer = sponsor.state.is_some_and(|state| state.is_observer);
    (is_observer, states::sort_key(&sponsor.name))
}

/// Each place takes the entry that belongs there, with its quotation marks and its mark of
/// a non-member. `None` where an entry cannot be moved whole.
fn edits(draft: &Draft, sorted: &[&Sponsor]) -> Option<Vec<Edit>> {
    let sponsors = &draft.resolution.sponsors;
    let front_matter = draft.resolution.front_matter.as_ref();
    let is_field = front_matter.is_some_and(|fm| fm.range.encloses(sponsors.range));
    // In a line the stars stand before or behind the comma, and stay where all have one.
    let marked = |sponsor: &Sponsor| sponsor.marked;
    let is_uniform = sponsors.list.windows(2).all(|pair| marked(&pair[0]) == marked(&pair[1]));
    if !is_field && !is_uniform {
        return None;
    }
    let mut edits = Vec::new();
    for (here, wanted) in sponsors.list.iter().zip(sorted) {
        let (here, wanted) = (entry(draft.source, here)?, entry(draft.source, wanted)?);
        if here != wanted {
            edits.push(Edit::replace(here, draft.source.slice(wanted)));
        }
    }
    Some(edits)
}

/// The whole of an entry: the name with the quotation marks around it, or
/// `{name: …, marked: …}`.
fn entry(source: &Source, sponsor: &Sponsor) -> Option<TextRange> {
    let name = sponsor.range;
    let written = source.slice(name).split_whitespace();
    if !written.eq(sponsor.name.split_whitespace()) {
        return None;
    }
    let text = source.text();
    let (before, after) = (text.get(..name.start())?, text.get(name.end()..)?);
    let quotes = usize::from(before.ends_with(['"', '\'']) && after.starts_with(['"', '\'']));
    let quoted = TextRange::new(name.start() - quotes, name.end() + quotes);
    let before = text.get(..quoted.start())?.trim_end();
    if let Some(before) = before.strip_suffix("name:") {
        let before = before.trim_end().strip_suffix('{')?;
        let len = text.get(quoted.end()..)?.find('}')? + 1;
        let holds_one = !text.get(quoted.end()..quoted.end() + len)?.contains(['{', '\n']);
        return holds_one.then(|| TextRange::new(before.len(), quoted.end() + len));
    }
    Some(quoted)
}
