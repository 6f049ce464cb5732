//! From diagnostics to text. The only room that changes a draft.

use crate::lint::{self, Diagnostic, Effect, Fix, Selection};
use crate::text::{Edit, Source, TextRange};

/// How often fixes are looked for again. A fix may uncover another finding, but a chain
/// longer than this means that two rules disagree, and then the draft is left as it is.
const MOST_ROUNDS: usize = 8;

/// Applies the fixes whose effect is at most `allowed` until none is left.
///
/// A round that would not lessen the findings is not taken: two rules that disagree leave
/// the draft as it is.
pub fn settle(source: &Source, selection: &Selection, allowed: Effect) -> Source {
    let mut current = source.clone();
    let mut diagnostics = lint::check(&current, selection);
    for _ in 0..MOST_ROUNDS {
        let next = Source::new(apply(&current, &diagnostics, allowed));
        if next == current {
            break;
        }
        let left = lint::check(&next, selection);
        if weight(&left) >= weight(&diagnostics) {
            break;
        }
        (current, diagnostics) = (next, left);
    }
    current
}

fn weight(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.len()
}

/// Applies the first fix of each finding whose effect is at most `allowed`, and returns
/// the new text.
///
/// Where two fixes touch, the first in the text wins; the other is found again when the
/// new text is checked.
pub fn apply(source: &Source, diagnostics: &[Diagnostic], allowed: Effect) -> String {
    let fixes = diagnostics.iter().filter_map(|found| found.fixes.first());
    let mut accepted: Vec<&Edit> = Vec::new();
    for fix in fixes.filter(|fix| fix.effect <= allowed) {
        if !touches_any(fix, &accepted) {
            accepted.extend(&fix.edits);
        }
    }
    apply_edits(source, &accepted)
}

fn touches_any(fix: &Fix, accepted: &[&Edit]) -> bool {
    fix.edits
        .iter()
        .any(|edit| accepted.iter().any(|other| edit.range.touches(other.range)))
}

/// Applies edits that do not touch one another, in any order.
pub fn apply_edits(source: &Source, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.range);
    let mut output = String::with_capacity(source.text().len());
    let mut copied_to = 0;
    for edit in edits.into_iter().filter(|edit| edit.range.end() <= source.text().len()) {
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
