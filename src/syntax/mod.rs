//! From text to model.
//!
//! Parsing never fails. What is not understood is left out of the [`Resolution`] and
//! reported by a rule, so a half-written draft is as welcome as a finished one.

mod assembly;
mod blocks;
mod body;
mod front_matter;
mod halves;
mod inline;
mod lists;
mod raw;

pub use blocks::{Block, BlockKind, blocks};
pub use front_matter::{FIELDS, quoted};
pub use inline::prose;

use crate::conventions::{Conventions, Language};
use crate::model::Resolution;
use crate::text::Source;

/// Reads a draft.
pub fn parse(source: &Source) -> Resolution {
    let mut resolution = Resolution {
        range: source.range(),
        language: Language::En,
        ..Resolution::default()
    };
    let mut rest = blocks(source.text());
    let has_front_matter = rest.first().is_some_and(|b| b.kind == BlockKind::FrontMatter);
    if has_front_matter {
        front_matter::read(source, rest.remove(0).range, &mut resolution);
    }
    if !says_language(&resolution) {
        resolution.language = Language::of_text(source.text());
    }
    let conventions = Conventions::of(resolution.language);
    body::read(source, conventions, &rest, &mut resolution);
    settle_organ(&mut resolution);
    resolution
}

fn says_language(resolution: &Resolution) -> bool {
    resolution.front_matter.as_ref().is_some_and(|fm| fm.field("language").is_some())
}

/// The organ of a draft that does not name it: that of its symbol, or of its organ line.
fn settle_organ(resolution: &mut Resolution) {
    let symbol = resolution.masthead.symbol.as_ref();
    let of_symbol = || {
        symbol.and_then(|s| s.value.organ).and_then(crate::conventions::organs::by_code)
    };
    let of_line =
        || resolution.with_parts().find_map(|part| part.organ_line.as_ref()?.organ);
    let organ = resolution.organ.or_else(of_symbol).or_else(of_line);
    resolution.organ = organ;
    for part in &mut resolution.parts {
        part.organ = organ;
    }
}
