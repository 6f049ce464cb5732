//! The texts of the corpus, imported.

use std::path::PathBuf;

use zerodraft::import;
use zerodraft::model::Resolution;
use zerodraft::syntax;
use zerodraft::text::Source;

/// Of the texts of the corpus, a test reads one in so many;
/// `ZERODRAFT_ONE_TEXT_IN=1 cargo test` reads them all.
const ONE_TEXT_IN: usize = 60;

/// The name of each text and what it is understood as; none where there is no corpus.
pub(crate) fn real_texts() -> Vec<(String, Resolution)> {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let folder = PathBuf::from(shared).join("corpus/texts");
    let Ok(folders) = std::fs::read_dir(&folder) else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: needs {}", folder.display());
        }
        return Vec::new();
    };
    let mut paths = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            paths.push(entry.unwrap().path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    paths.sort();
    let step = one_in(ONE_TEXT_IN);
    let read = |path: &PathBuf| {
        let text = std::fs::read(path).unwrap();
        let text = import::read(&text, &import::Options::default()).ok()?.text;
        Some((path.display().to_string(), syntax::parse(&Source::new(text))))
    };
    paths.iter().step_by(step).filter_map(read).collect()
}

/// One text in how many a test reads: as many as usual, or as `ZERODRAFT_ONE_TEXT_IN` says.
pub(crate) fn one_in(usual: usize) -> usize {
    std::env::var("ZERODRAFT_ONE_TEXT_IN").map_or(usual, |step| step.parse().unwrap())
}
