//! Marks in the draft that silence a rule at a place.

use super::{Diagnostic, Draft, Selection};

/// Takes out the findings that the drafter allowed.
pub(super) fn apply(
    draft: &Draft,
    selection: &Selection,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let in_force = draft.resolution.allowances.iter().filter(|allowance| {
        !matches!((allowance.until, selection.today), (Some(until), Some(today)) if until < today)
    });
    for allowance in in_force {
        diagnostics.retain(|found| {
            found.rule.name != allowance.rule || !allowance.scope.encloses(found.range)
        });
    }
}
