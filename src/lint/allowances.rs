//! Marks in the draft that silence a rule at a place.

use std::collections::BTreeMap;

use super::{Diagnostic, Draft};
use crate::model::Allowance;
use crate::text::TextRange;

/// Takes out the findings that the drafter allowed.
pub(super) fn apply(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let holds = |allowance: &&Allowance| !allowance.has_ended(draft.today);
    let mut scopes: BTreeMap<&str, Scopes> = BTreeMap::new();
    for allowance in draft.resolution.allowances.iter().filter(holds) {
        scopes.entry(&allowance.rule).or_default().add(allowance, draft);
    }
    if !scopes.is_empty() {
        diagnostics.retain(|found| {
            scopes.get(found.rule.name).is_none_or(|scopes| !scopes.enclose(found.range))
        });
    }
}

/// Where one rule is silent.
#[derive(Default)]
struct Scopes {
    is_everywhere: bool,
    /// The paragraphs, in the order of the text.
    places: Vec<TextRange>,
}

impl Scopes {
    fn add(&mut self, allowance: &Allowance, draft: &Draft) {
        if allowance.scope == draft.source.range() {
            self.is_everywhere = true;
        } else {
            let at = self.places.partition_point(|place| *place < allowance.scope);
            self.places.insert(at, allowance.scope);
        }
    }

    fn enclose(&self, range: TextRange) -> bool {
        let after = self.places.partition_point(|place| place.start() <= range.start());
        let before = after.checked_sub(1).and_then(|index| self.places.get(index));
        self.is_everywhere || before.is_some_and(|place| place.encloses(range))
    }
}
