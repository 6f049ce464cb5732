//! The lines of our PDF are those of our Word file as `LibreOffice` sets it.

use std::path::Path;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use zerodraft::conventions::Language;
use zerodraft::model::Resolution;
use zerodraft::render::{self, Options, format_for};
use zerodraft::text::Source;

use crate::paper::{Word, set_by_office, words_of};
use crate::real_texts::real_texts;

/// Of the lines of the body, in hundredths.
const LEAST_ALIKE: usize = 95;

/// Of the real texts that are chosen for tests, one in so many is set.
const ONE_REAL_TEXT_IN: usize = 8;

#[test]
fn lines_end_alike_in_pdf_and_word() {
    let texts: Vec<(String, Resolution)> =
        drafts().chain(real_texts().into_iter().step_by(ONE_REAL_TEXT_IN)).collect();
    // Chinese and Arabic need a face of the computer.
    let has_a_face = |resolution: &Resolution| {
        !matches!(resolution.language, Language::Zh | Language::Ar)
    };
    let texts: Vec<_> = texts.iter().filter(|(_, text)| has_a_face(text)).collect();
    let rendered = |format: &str| -> Vec<Vec<u8>> {
        let format = format_for(format).unwrap();
        let render = |(_, text): &&(String, Resolution)| {
            render::render(text, format, &Options::default()).unwrap()
        };
        texts.iter().map(render).collect()
    };
    let Some(by_office) = set_by_office(&rendered("docx")) else { return };
    let (mut alike, mut all) = (0, 0);
    let mut worst = Vec::new();
    for ((name, _), (pdf, word)) in
        texts.iter().zip(rendered("pdf").iter().zip(&by_office))
    {
        let (ours, theirs) = (lines(&words_of(pdf)), lines(word));
        let same = in_common(&ours, &theirs);
        alike += same;
        all += ours.len();
        worst.push(format!("{same} of {} in {name}", ours.len()));
    }
    let is_alike = alike * 100 >= all * LEAST_ALIKE;
    assert!(is_alike, "{alike} of {all} lines\n{}", worst.join("\n"));
}

fn drafts() -> impl Iterator<Item = (String, Resolution)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| {
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        (path.display().to_string(), zerodraft::syntax::parse(&Source::new(text)))
    })
}

/// The letters of each line of the body: of words as high as most are, which leaves out
/// headings, notes and their marks.
fn lines(words: &[Word]) -> Vec<String> {
    let mut heights: Vec<f64> = words.iter().map(|word| word.height).collect();
    heights.sort_by(f64::total_cmp);
    let Some(usual) = heights.get(heights.len() / 2) else { return Vec::new() };
    let mut lines: Vec<(usize, f64, String)> = Vec::new();
    for word in words.iter().filter(|word| (word.height - usual).abs() < 0.4) {
        let letters: String = word.text.chars().filter(|c| c.is_alphanumeric()).collect();
        match lines.last_mut() {
            Some((page, baseline, line))
                if *page == word.page && (*baseline - word.baseline).abs() < 2.0 =>
            {
                line.push_str(&letters);
            }
            _ => lines.push((word.page, word.baseline, letters)),
        }
    }
    lines.into_iter().map(|(_, _, line)| line).filter(|line| !line.is_empty()).collect()
}

/// How many lines of two texts are the same, in the order of both.
fn in_common(ours: &[String], theirs: &[String]) -> usize {
    let steps = capture_diff_slices(Algorithm::Myers, ours, theirs);
    let same = steps.iter().map(|step| match step {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    });
    same.sum()
}
