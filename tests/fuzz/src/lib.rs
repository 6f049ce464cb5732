//! What the targets share.

use zerodraft::import::{self, Changes, Options};
use zerodraft::{syntax, text::Source};

/// Imports bytes in each way; what comes out must be a draft.
pub fn read(bytes: &[u8]) {
    for changes in [Changes::Keep, Changes::Reject] {
        if let Ok(imported) =
            import::read(bytes, &Options { changes, ..Options::default() })
        {
            assert_eq!(imported.places.len(), imported.text.lines().count());
            syntax::parse(&Source::new(imported.text));
        }
    }
}

/// The same, behind the words by which a format is known, unless they stand there.
pub fn read_as(head: &str, bytes: &[u8]) {
    let is_there = bytes.first() == head.as_bytes().first();
    let head = if is_there { "" } else { head };
    read(&[head.as_bytes(), bytes].concat());
}
