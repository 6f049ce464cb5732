//! From model to diagnostics. Nothing in this room changes a draft.

mod allowances;
pub mod citations;
mod diagnostic;
mod endings;
mod openings;
mod placeholders;
pub mod references;
pub mod renumbering;
mod rule;
pub mod rules;
mod scan;
mod selection;
mod sponsorship;

pub use diagnostic::{Diagnostic, Effect, Fix};
pub use rule::{Draft, Family, Finding, Report, Rule, Severity};
pub use selection::{Selection, Summary};

use crate::conventions::Conventions;
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
    let conventions = Conventions::of(resolution.language);
    let draft = Draft { source, conventions, resolution };
    let mut diagnostics = Vec::new();
    for rule in rules::ALL.iter().filter(|rule| speaks(rule, &draft, selection)) {
        (rule.check)(&draft, &mut Report::new(rule, &mut diagnostics));
    }
    name_places(resolution, &mut diagnostics);
    allowances::apply(&draft, selection, &mut diagnostics);
    diagnostics.sort_by_key(|found| (found.range, std::cmp::Reverse(found.severity)));
    diagnostics
}

fn speaks(rule: &Rule, draft: &Draft, selection: &Selection) -> bool {
    let languages = rule.languages;
    (languages.is_empty() || languages.contains(&draft.resolution.language))
        && selection.speaks(rule)
}

/// Gives each finding the label of the paragraph in which it lies.
fn name_places(resolution: &Resolution, diagnostics: &mut [Diagnostic]) {
    for found in diagnostics.iter_mut().filter(|found| found.paragraph.is_none()) {
        found.paragraph = place_of(resolution, found.range.start());
    }
}

/// What a person calls the place at a byte offset: `OP 2 (a)`, `title`, `footnote 1`.
pub fn place_of(resolution: &Resolution, offset: usize) -> Option<String> {
    if let Some(paragraph) = resolution.paragraph_at(offset) {
        return Some(paragraph.label.clone());
    }
    let holds = |range: crate::text::TextRange| {
        range.start() <= offset && offset <= range.end() && !range.is_empty()
    };
    let notes = resolution.footnotes.iter().find(|note| holds(note.range));
    if let Some(note) = notes {
        return Some(format!("footnote {}", note.mark));
    }
    if resolution.annexes.iter().any(|annex| holds(annex.range)) {
        return Some("annex".to_owned());
    }
    if resolution.title.as_ref().is_some_and(|title| holds(title.range)) {
        return Some("title".to_owned());
    }
    if holds(resolution.sponsors.range) {
        return Some("sponsors".to_owned());
    }
    let front_matter = resolution.front_matter.as_ref()?;
    holds(front_matter.range).then(|| "masthead".to_owned())
}
