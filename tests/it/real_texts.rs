//! The texts of the corpus, imported.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use zerodraft::import;
use zerodraft::model::Resolution;
use zerodraft::syntax;
use zerodraft::text::Source;

/// Of the texts of the corpus, a test reads one in so many;
/// `ZERODRAFT_ONE_TEXT_IN=1 cargo test` reads them all.
const ONE_TEXT_IN: usize = 60;

/// The name of each text and what it is understood as; none where there is no corpus.
pub(crate) fn real_texts() -> Vec<(String, Resolution)> {
    let folder = corpus().join("texts");
    let mut paths = Vec::new();
    for folder in files_of(&folder) {
        paths.extend(files_of(&folder));
    }
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read(path).unwrap();
        Some((path.display().to_string(), understood(&text)?))
    };
    paths.iter().step_by(one_in(ONE_TEXT_IN)).filter_map(read).collect()
}

/// The same of the labelled corpus: symbols, and the elements of each text one below the
/// other, those with a number behind it.
pub(crate) fn labelled_texts() -> Vec<(String, Resolution)> {
    let mut sets = files_of(&corpus().join("structured/shared"));
    sets.sort();
    let mut lines: Vec<String> = Vec::new();
    for set in sets {
        let file = std::fs::File::open(set).unwrap();
        let file = BufReader::new(flate2::read::GzDecoder::new(file));
        lines.extend(file.lines().map(Result::unwrap));
    }
    let read = |line: &String| {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        let elements = document["elements"].as_array()?.iter();
        let paragraphs = elements.map(|element| {
            let words = element["x"].as_str().unwrap_or_default();
            element["n"]
                .as_str()
                .map_or_else(|| words.to_owned(), |number| format!("{number}\t{words}"))
        });
        let text = paragraphs.collect::<Vec<_>>().join("\n\n");
        let symbol = document["symbol"].as_str().unwrap_or_default().to_owned();
        Some((symbol, understood(text.as_bytes())?))
    };
    lines.iter().step_by(one_in(ONE_TEXT_IN)).filter_map(read).collect()
}

fn corpus() -> PathBuf {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    PathBuf::from(shared).join("corpus")
}

/// What lies in a folder; nothing, and a word about it, where it is not there.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: needs {}", folder.display());
        }
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn understood(text: &[u8]) -> Option<Resolution> {
    let text = import::read(text, &import::Options::default()).ok()?.text;
    Some(syntax::parse(&Source::new(text)))
}

/// One text in how many a test reads: as many as usual, or as `ZERODRAFT_ONE_TEXT_IN` says.
pub(crate) fn one_in(usual: usize) -> usize {
    std::env::var("ZERODRAFT_ONE_TEXT_IN").map_or(usual, |step| step.parse().unwrap())
}
