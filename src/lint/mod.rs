//! From model to diagnostics. Nothing in this room changes a draft.

mod abbreviations;
mod addressees;
mod adopters;
mod allowances;
mod baseline;
pub mod citations;
mod diagnostic;
mod endings;
mod house;
mod known_words;
mod ladder;
mod marks;
mod negotiation;
mod openings;
mod page;
mod patterns;
mod placeholders;
mod places;
pub mod profiles;
mod readings;
pub mod renumbering;
mod reports;
mod rule;
pub mod rules;
mod scan;
mod selection;
mod sponsorship;
mod submission;
mod wording;

pub use baseline::Baseline;
pub use diagnostic::{Diagnostic, Effect, Fix};
pub use house::House;
pub use known_words::likely_words;
pub use rule::{Draft, Family, Finding, Report, Rule, Severity};
pub use selection::{Selection, Summary};
pub use submission::{Check, Standing, checklist};

use known_words::Lexicon;
use places::Places;

use crate::model::Resolution;
use crate::text::Source;

/// Reads and checks a draft, in the order of the text.
pub fn check(source: &Source, selection: &Selection) -> Vec<Diagnostic> {
    let resolution = crate::syntax::parse(source);
    check_parsed(source, &resolution, selection)
}

/// Checks a draft that was read already.
pub fn check_parsed(
    source: &Source,
    resolution: &Resolution,
    selection: &Selection,
) -> Vec<Diagnostic> {
    let mut draft = Draft::new(source, resolution);
    draft.house = selection.house.as_deref();
    draft.today = selection.today;
    draft.lexicon = Lexicon::of(selection);
    draft.is_submitted = selection.submit;
    let mut diagnostics = Vec::new();
    let profile = selection.profile_for(resolution.organ);
    for rule in rules::ALL.iter().filter(|rule| speaks(rule, resolution)) {
        if let Some(loudest) = selection.severity(rule, profile) {
            let first = diagnostics.len();
            (rule.check)(&draft, &mut Report::new(rule, &mut diagnostics));
            for found in diagnostics.iter_mut().skip(first) {
                found.severity = found.severity.tuned(rule.severity, loudest);
            }
        }
    }
    if let Some(house) = draft.house {
        house.spare_names(source, &mut diagnostics);
    }
    known_words::spare_corrected(&mut diagnostics);
    name_places(resolution, &mut diagnostics);
    allowances::apply(&draft, &mut diagnostics);
    if selection.submit {
        submission::raise(&mut diagnostics);
    }
    diagnostics.sort_by_key(|found| (found.range, std::cmp::Reverse(found.severity)));
    diagnostics
}

/// Whether a rule knows the language of the draft.
fn speaks(rule: &Rule, resolution: &Resolution) -> bool {
    rule.languages.is_empty() || rule.languages.contains(&resolution.language)
}

/// Gives each finding the label of the paragraph in which it lies.
fn name_places(resolution: &Resolution, diagnostics: &mut [Diagnostic]) {
    let unnamed = diagnostics.iter_mut().filter(|found| found.paragraph.is_none());
    let mut places = None;
    for found in unnamed {
        let places = places.get_or_insert_with(|| Places::of(resolution));
        found.paragraph = places.name(found.range.start());
    }
}

/// What a person calls the place at a byte offset: `OP 2 (a)`, `title`, `footnote 1`.
pub fn place_of(resolution: &Resolution, offset: usize) -> Option<String> {
    Places::of(resolution).name(offset)
}
