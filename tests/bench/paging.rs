//! How fast a resolution of four pages becomes a Word file and a PDF, and one of a hundred
//! pages a PDF.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use zerodraft::render::{Options, format_for, render};
use zerodraft::syntax;
use zerodraft::text::Source;

use crate::{median, sample};

/// How many bytes of a draft fill a page.
const PAGE: usize = 4_200;

/// Renders drafts of four and of a hundred pages.
pub(crate) fn paging() {
    let draft = sample::draft(4 * PAGE);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.md");
    std::fs::write(&path, &draft).unwrap();
    for ending in ["docx", "pdf"] {
        let file = folder.path().join("draft").with_extension(ending);
        let time = median(|| process(&path, &file));
        println!("whole process: {ending} of 4 pages {time:.2?}");
    }
    again(&draft);
    let long = syntax::parse(&Source::new(sample::draft(100 * PAGE)));
    let started = Instant::now();
    let file = pdf(&long);
    let (time, pages) = (started.elapsed(), pages(&file));
    println!("in process: pdf of {pages} pages {time:.2?}");
}

fn process(draft: &Path, file: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zerodraft"));
    let status = command.arg("render").arg(draft).arg("-o").arg(file).status();
    assert!(status.unwrap().success());
}

/// A PDF after each edit of a paragraph, as an editor would ask for it.
fn again(draft: &str) {
    let mut count = 0;
    let time = median(|| {
        count += 1;
        let edited = draft.replacen(" and ", &format!(" and {count} "), 1);
        black_box(pdf(&syntax::parse(&Source::new(edited))));
    });
    let file = pdf(&syntax::parse(&Source::new(draft)));
    println!("in process: pdf of {} pages after an edit {time:.2?}", pages(&file));
}

fn pdf(resolution: &zerodraft::model::Resolution) -> Vec<u8> {
    render(resolution, format_for("pdf").unwrap(), &Options::default()).unwrap()
}

/// How many pages a file has, by their own count of the last of them.
fn pages(file: &[u8]) -> usize {
    memchr::memmem::find_iter(file, b"/Type/Page/").count()
}
