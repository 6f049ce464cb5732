//! See [`Showing`].

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::model::Resolution;
use crate::render::{self, FORMATS, Format, Options};
use crate::syntax;
use crate::text::Source;
use crate::workspace::viewer;

/// What a viewer shows best: the page as it is issued, or else the file that is submitted.
const FORMAT_NAMES: &[&str] = &["pdf", "docx"];

/// A page on its way to the viewer of the system. Pages are written into a folder that
/// goes with the desk, each under a name of its own, since a viewer may hold the last one.
#[derive(Debug, Default)]
pub(super) struct Showing {
    folder: Option<tempfile::TempDir>,
    /// How many were shown.
    count: usize,
    /// Tells what became of the one on its way.
    outcome: Option<Receiver<String>>,
}

impl Showing {
    /// Whether a page is on its way.
    pub(super) fn is_busy(&self) -> bool {
        self.outcome.is_some()
    }

    /// Begins to show a text, and says so, or what stands in the way. Neither rendering
    /// nor the viewer keeps the desk waiting.
    pub(super) fn show(&mut self, text: String, name: &str) -> String {
        if self.is_busy() {
            return "the page is on its way already".to_owned();
        }
        let file = match self.file(name) {
            Ok(file) => file,
            Err(problem) => return format!("the page cannot be written: {problem}"),
        };
        let (tell, outcome) = channel();
        std::thread::spawn(move || {
            // Nobody listens once the desk is left.
            tell.send(show(&text, &file)).unwrap_or_default();
        });
        self.outcome = Some(outcome);
        "the page is being written …".to_owned()
    }

    /// What became of the page that was on its way, once that is known.
    pub(super) fn outcome(&mut self) -> Option<String> {
        let said = match self.outcome.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Ok(said) => said,
            Err(TryRecvError::Disconnected) => "the page could not be written".to_owned(),
        };
        self.outcome = None;
        Some(said)
    }

    /// The next file, without its ending.
    fn file(&mut self, name: &str) -> std::io::Result<PathBuf> {
        let folder = match self.folder.take() {
            Some(folder) => folder,
            None => tempfile::Builder::new().prefix("zerodraft-").tempdir()?,
        };
        self.count += 1;
        let file = folder.path().join(format!("{name}-{}", self.count));
        self.folder = Some(folder);
        Ok(file)
    }
}

fn show(text: &str, file: &Path) -> String {
    let resolution = syntax::parse(&Source::new(text));
    let (format, bytes) = match page(&resolution) {
        Ok(page) => page,
        Err(problem) => return problem,
    };
    let file =
        file.with_added_extension(format.extensions.first().unwrap_or(&format.name));
    let name = file.display();
    if let Err(problem) = std::fs::write(&file, bytes) {
        return format!("“{name}” cannot be written: {problem}");
    }
    match viewer::find().and_then(|viewer| viewer.show(&file)) {
        Ok(()) => format!("shown: {name}"),
        Err(problem) => format!("{name} (until you quit): {problem}"),
    }
}

/// The page in the first format that this program has, and in which it can be set.
fn page(resolution: &Resolution) -> Result<(&'static Format, Vec<u8>), String> {
    let named = |name: &&str| FORMATS.iter().find(|format| format.name == *name);
    let mut refused = "no format of this program is for a viewer".to_owned();
    for format in FORMAT_NAMES.iter().filter_map(named) {
        match render::render(resolution, format, &Options::default()) {
            Ok(bytes) => return Ok((format, bytes)),
            Err(problem) => refused = problem.to_string(),
        }
    }
    Err(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_set_in_what_the_program_has() {
        let (format, bytes) =
            page(&syntax::parse(&Source::new("1. Decides.\n"))).unwrap();
        let wanted = if cfg!(feature = "pdf") { "pdf" } else { "docx" };
        assert_eq!(format.name, wanted);
        assert!(!bytes.is_empty());
    }

    #[test]
    fn each_page_has_a_file_of_its_own() {
        let mut showing = Showing::default();
        let (first, second) =
            (showing.file("water").unwrap(), showing.file("water").unwrap());
        assert!(first.ends_with("water-1") && second.ends_with("water-2"));
        assert_eq!(first.parent(), second.parent());
        drop(showing);
        assert!(!first.parent().unwrap().exists(), "it goes with the desk");
    }
}
