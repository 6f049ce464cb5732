//! Any bytes as a draft: parsed, checked, mended, set on the page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zerodraft::lint::{Effect, Selection};
use zerodraft::text::Source;
use zerodraft::{fix, import, lint, render, syntax};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = import::text(bytes) else { return };
    let source = Source::new(text);
    let resolution = syntax::parse(&source);
    lint::check(&source, &Selection::default());
    fix::settle(&source, &Selection::default(), Effect::Substantive);
    for format in render::FORMATS {
        let _ = render::render(&resolution, format, &render::Options::default());
    }
});
