//! From diagnostics to text. The only room that changes a draft.

mod changes;
pub mod tracked;

use std::collections::BTreeMap;

use crate::lint::{self, Diagnostic, Effect, Fix, Selection, Severity};
use crate::text::{Edit, Source, TextRange};

use changes::Mending;
pub use changes::{Change, Changes, Reason};

/// How many bytes are checked again while a draft is mended, and how often a small one
/// is. A draft that asks for more has rules that disagree; what is mended by then is kept.
const MOST_BYTES: usize = 10_000_000;
const MOST_CHECKS: usize = 200;

/// A draft that was mended.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The draft as it is now.
    pub source: Source,
    /// What changed, and why.
    pub changes: Changes,
}

/// Applies the fixes whose effect is at most `allowed` until none is left.
pub fn settle(source: &Source, selection: &Selection, allowed: Effect) -> Source {
    mend(source, selection, allowed, &|_| true).source
}

/// Applies the fixes whose effect is at most `allowed`, and all of whose changes can be
/// made, until none is left.
///
/// Fixes that leave the draft no better are not taken: where many are refused together,
/// the half of them is tried, down to the one that does harm.
pub fn mend(
    source: &Source,
    selection: &Selection,
    allowed: Effect,
    can_be_made: &dyn Fn(&Change) -> bool,
) -> Mended {
    let mut current = source.clone();
    let mut changes = Changes::default();
    let mut found = lint::check(&current, selection);
    let mut refused: Vec<Fix> = Vec::new();
    let mut most = usize::MAX;
    let checks = (MOST_BYTES / source.text().len().max(1)).clamp(4, MOST_CHECKS);
    for _ in 0..checks {
        let can_be_taken = |mending: Mending| {
            let with = changes.with(source, &[mending]);
            with.of_fix(changes.next_fix()).all(can_be_made)
        };
        let mut mendings = choose(&found, allowed, &refused, &can_be_taken);
        mendings.truncate(most);
        let edits: Vec<&Edit> =
            mendings.iter().flat_map(|mending| &mending.fix.edits).collect();
        if mendings.is_empty() {
            break;
        }
        let next = Source::new(apply_edits(&current, &edits));
        let left = lint::check(&next, selection);
        if is_better(&found, &left, allowed) {
            changes = changes.with(source, &mendings);
            (current, found) = (next, left);
            refused.clear();
            most = usize::MAX;
        } else if let [harmful] = mendings.as_slice() {
            refused.push(harmful.fix.clone());
            most = usize::MAX;
        } else {
            most = mendings.len() / 2;
        }
    }
    Mended { source: current, changes }
}

/// Whether less is left to mend. A fix that keeps the meaning adds no finding to any
/// rule; one that changes it may uncover a lesser one.
fn is_better(before: &[Diagnostic], after: &[Diagnostic], allowed: Effect) -> bool {
    let adds_none = || {
        let (before, after) = (by_rule(before), by_rule(after));
        after.iter().all(|(rule, count)| before.get(rule).is_some_and(|had| count <= had))
    };
    weight(after) < weight(before) && (allowed == Effect::Substantive || adds_none())
}

fn by_rule(diagnostics: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in diagnostics {
        *counts.entry(found.rule.name).or_default() += 1;
    }
    counts
}

fn weight(diagnostics: &[Diagnostic]) -> usize {
    let weigh = |found: &Diagnostic| match found.severity {
        Severity::Error => 4,
        Severity::Warning => 2,
        Severity::Note => 1,
    };
    diagnostics.iter().map(weigh).sum()
}

/// Applies the first fix of each finding whose effect is at most `allowed`, and returns
/// the new text.
///
/// Where two fixes touch, the first in the text wins; the other is found again when the
/// new text is checked.
pub fn apply(source: &Source, diagnostics: &[Diagnostic], allowed: Effect) -> String {
    let mendings = choose(diagnostics, allowed, &[], &|_| true);
    let edits: Vec<&Edit> =
        mendings.iter().flat_map(|mending| &mending.fix.edits).collect();
    apply_edits(source, &edits)
}

/// The fixes that can be applied together, in the order of the text.
fn choose<'a>(
    diagnostics: &'a [Diagnostic],
    allowed: Effect,
    refused: &[Fix],
    can_be_taken: &dyn Fn(Mending) -> bool,
) -> Vec<Mending<'a>> {
    let mut taken = Taken::default();
    let mut chosen = Vec::new();
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fixes.first() else { continue };
        let mending = Mending { diagnostic, fix };
        let is_wanted =
            fix.effect <= allowed && !fix.edits.is_empty() && !refused.contains(fix);
        if is_wanted
            && !fix.edits.iter().any(|edit| taken.touches(edit.range))
            && can_be_taken(mending)
        {
            fix.edits.iter().for_each(|edit| taken.add(edit.range));
            chosen.push(mending);
        }
    }
    chosen
}

/// The places that chosen fixes change, by their start. They do not overlap.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    fn touches(&self, range: TextRange) -> bool {
        let before = self.0.range(..=range.end()).next_back();
        before.is_some_and(|(_, end)| *end >= range.start())
    }

    fn add(&mut self, range: TextRange) {
        let end = self.0.entry(range.start()).or_default();
        *end = range.end().max(*end);
    }
}

/// Applies edits in any order. An edit that overlaps one before it, or that is not of
/// this source, is left out.
pub fn apply_edits(source: &Source, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.range);
    let mut output = String::with_capacity(source.text().len());
    let mut copied_to = 0;
    let is_of_source = |edit: &&&Edit| {
        let is_place = |at| source.text().is_char_boundary(at);
        is_place(edit.range.start()) && is_place(edit.range.end())
    };
    for edit in edits.iter().filter(is_of_source) {
        if edit.range.start() < copied_to {
            continue;
        }
        output.push_str(source.slice(TextRange::new(copied_to, edit.range.start())));
        output.push_str(&edit.replacement);
        copied_to = edit.range.end();
    }
    output.push_str(source.slice(TextRange::new(copied_to, source.text().len())));
    output
}
