//! Word files set by `LibreOffice`, and where the words of a PDF stand.

use std::path::Path;
use std::process::Command;

/// Where a word stands on its page: left and right edge, the line on which it stands, and
/// how high its letters are. Points from the left upper corner.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) page: usize,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    #[cfg_attr(
        not(feature = "pdf"),
        expect(dead_code, reason = "only lines of PDF are compared")
    )]
    pub(crate) height: f64,
}

/// The words of Word files once `LibreOffice` has set them, file by file; `None`, and a
/// word about it, where the programs that it takes are not there.
pub(crate) fn set_by_office(files: &[Vec<u8>]) -> Option<Vec<Vec<Word>>> {
    let is_there = |program: &str| Command::new(program).arg("-v").output().is_ok();
    if !is_there("soffice") || !is_there("pdftotext") {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: needs soffice and pdftotext");
        }
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/lo", folder.path().display());
    let names: Vec<String> =
        (0..files.len()).map(|file| format!("{file}.docx")).collect();
    for (name, file) in names.iter().zip(files) {
        std::fs::write(folder.path().join(name), file).unwrap();
    }
    let mut arguments = vec!["--headless", profile.as_str(), "--convert-to", "pdf"];
    arguments.extend(names.iter().map(String::as_str));
    run(folder.path(), "soffice", &arguments);
    let words = names.iter().map(|name| {
        let pdf = folder.path().join(name).with_extension("pdf");
        words_of(&std::fs::read(pdf).unwrap())
    });
    Some(words.collect())
}

/// The words of a PDF as `pdftotext -bbox` tells them. Its boxes reach from 0.95 of the
/// size above the line to 0.35 below it.
pub(crate) fn words_of(pdf: &[u8]) -> Vec<Word> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("page.pdf"), pdf).unwrap();
    run(folder.path(), "pdftotext", &["-bbox", "page.pdf", "page.html"]);
    let html = std::fs::read(folder.path().join("page.html")).unwrap();
    let html = String::from_utf8(html).unwrap();
    let mut words = Vec::new();
    let mut page = 0;
    for line in html.lines() {
        page += usize::from(line.contains("<page "));
        let Some((_, rest)) = line.split_once("<word ") else { continue };
        let number = |name: &str| -> f64 {
            let (_, after) = rest.split_once(&format!("{name}=\"")).unwrap();
            after.split('"').next().unwrap().parse().unwrap()
        };
        let (top, bottom) = (number("yMin"), number("yMax"));
        let (_, text) = rest.split_once('>').unwrap();
        words.push(Word {
            text: text.replace("</word>", ""),
            page,
            left: number("xMin"),
            right: number("xMax"),
            baseline: top + (bottom - top) * 0.95 / 1.3,
            height: bottom - top,
        });
    }
    words
}

fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let output =
        Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
