//! Word files: any words between the tags of a document, and any tags.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What separates the parts of a seed: document, numbering, styles, footnotes, comments.
const SEPARATOR: &str = "\u{1e}";

const PARTS: [&str; 5] = ["document", "numbering", "styles", "footnotes", "comments"];

fuzz_target!(|text: &str| {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let mut put = |name: &str, xml: &str| {
        archive.start_file(name, options).is_ok()
            && archive.write_all(xml.as_bytes()).is_ok()
    };
    put("[Content_Types].xml", include_str!("word/content_types.xml"));
    put("_rels/.rels", include_str!("word/package_rels.xml"));
    put("word/_rels/document.xml.rels", include_str!("word/document_rels.xml"));
    for (name, xml) in PARTS.iter().zip(text.split(SEPARATOR)) {
        put(&format!("word/{name}.xml"), xml);
    }
    if let Ok(file) = archive.finish() {
        zerodraft_fuzz::read(file.get_ref());
    }
});
