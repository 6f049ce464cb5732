use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::Prose;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "abbreviation-never-defined",
    family: Family::Citations,
    summary: "an abbreviation stands for a name of the text and is nowhere defined",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("abbreviation_never_defined.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut first_uses: BTreeMap<&str, (usize, &Prose, Range<usize>)> = BTreeMap::new();
    let proses: Vec<&Prose> =
        draft.paragraphs().map(|paragraph| &paragraph.prose).collect();
    for (index, prose) in proses.iter().enumerate() {
        for place in draft.abbreviations(prose).iter() {
            let Some(word) = prose.text.get(place.clone()) else { continue };
            first_uses.entry(word).or_insert_with(|| (index, *prose, place.clone()));
        }
    }
    if first_uses.is_empty() {
        return;
    }
    let explained = explained(&proses);
    first_uses.retain(|word, _| !explained.contains(word));
    for (word, (index, prose, place)) in first_uses {
        let mut before = proses.iter().take(index + 1);
        let Some((named, name)) =
            before.find_map(|prose| Some((prose, name_of(prose, word)?)))
        else {
            continue;
        };
        let words = named.text.get(name.clone()).unwrap_or_default();
        let end = named.source_end(name.end);
        report
            .flag(prose.source_range(place), format!("“{word}” is nowhere defined"))
            .help(format!("put “({word})” after “{words}”"))
            .fix(Fix::substantive(
                format!("add “({word})”"),
                [Edit::insert(end, format!(" ({word})"))],
            ));
    }
}

/// The words that stand first in brackets somewhere, alone or before more: “(ISIL, also
/// known as Da’esh)”.
fn explained<'a>(proses: &[&'a Prose]) -> HashSet<&'a str> {
    let mut found = HashSet::new();
    for prose in proses {
        for (open, _) in prose.text.match_indices('(') {
            let rest = prose.text.get(open + 1..).unwrap_or_default();
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            found.extend(rest.get(..end));
        }
    }
    found
}

/// A name in the text whose words begin with the letters of the abbreviation.
fn name_of(prose: &Prose, short: &str) -> Option<Range<usize>> {
    const SMALL: [&str; 8] = ["of", "the", "and", "for", "in", "on", "to", "de"];
    let mut run: Vec<Range<usize>> = Vec::new();
    for word in scan::words(&prose.text) {
        let written = prose.text.get(word.clone())?;
        let gap = run
            .last()
            .map_or(" ", |last| prose.text.get(last.end..word.start).unwrap_or_default());
        let follows =
            gap.split(' ').all(|piece| piece.is_empty() || SMALL.contains(&piece));
        if !follows {
            run.clear();
        }
        if SMALL.contains(&written) {
            continue;
        }
        run.push(word);
        let from = run.len().saturating_sub(short.len());
        let tail = run.get(from..)?;
        let initials =
            tail.iter().filter_map(|range| prose.text.get(range.clone())?.chars().next());
        if initials.eq(short.chars()) {
            return Some(tail.first()?.start..tail.last()?.end);
        }
    }
    None
}
