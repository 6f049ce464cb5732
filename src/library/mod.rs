//! The template library: what `templates/` holds, and what a drafter adds.
//!
//! To add a template, write its YAML file under `templates/`; nothing else.
//!
//! ```yaml
//! id: decides-remain-seized     # its one name; a drafter's template of that name replaces it
//! title: Remain seized of the matter
//! part: operative               # preambular, operative or document
//! organs: [HRC, GA]             # left out: any
//! text: |
//!   Decides to remain {?actively ?}seized of {matter}{?, and to consider it at its {session}?};
//! placeholders:                 # in the order in which they are asked
//!   - name: matter
//!     kind: text                # or number, year, date, session, resolution, symbol, State,
//!                               # organ, instrument, choice
//!     prompt: The matter
//!     example: the matter       # an answer that gives a correct paragraph
//!     choices: [the matter, the question]
//!     default: the matter       # stands there until another answer is given
//!   - name: session
//!     kind: session
//!     example: eighty-second session
//!     from: next session        # of the draft: organ, session, next session, date, year,
//!                               # title, symbol; where it has none, the default
//! tags: [follow-up]
//! source: follow-up in adopted texts
//! ```
//!
//! What stands between `{?` and `?}` is an optional part: it is left out until the drafter
//! takes it, and so are the placeholders that stand in it alone. In a list of which some are
//! optional, `(#)` stands for the letter.

mod advice;
mod fill;
mod known;
mod optional;
mod stencil;
mod template;
mod written;

pub use advice::{advice, suggestions};
pub use fill::{as_body, as_paragraph, fill, is_wanted, optional_words};
pub use known::Known;
pub use stencil::{OpenPlace, kind_of, open_places, stencil, words_of, yaml};
pub use template::{DraftField, Placeholder, PlaceholderKind, Template, TemplatePart};
pub use written::read;

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// A template file is a page of text; a larger one is something else.
const MOST_BYTES: u64 = 256 * 1024;

/// The templates at hand, and the files that could not be read.
#[derive(Debug, Default)]
pub struct Library {
    /// The templates, by part and title.
    pub templates: Vec<Template>,
    /// What is wrong with the files that were left out.
    pub problems: Vec<TemplateError>,
}

/// A template file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot use the template “{}”: {cause}", path.display())]
pub struct TemplateError {
    /// The file.
    pub path: PathBuf,
    /// Line and column, where they are known, and what is wrong there.
    pub cause: String,
}

impl Library {
    /// The templates that come with the program.
    pub fn shipped() -> Self {
        let mut library = Self::default();
        library.add_shipped(&SHIPPED);
        library.sort();
        library
    }

    /// The shipped templates, and those of the folders, each of which adds to and
    /// replaces what stands before it. A folder that does not exist adds nothing.
    pub fn with_folders(folders: &[PathBuf]) -> Self {
        let mut library = Self::default();
        library.add_shipped(&SHIPPED);
        for folder in folders {
            library.add_folder(folder, 0);
        }
        library.sort();
        library
    }

    /// The template of an id.
    pub fn named(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }

    /// The starter for an organ: the plainest of those that are written for it.
    pub fn starter(
        &self,
        organ: &crate::conventions::organs::Organ,
    ) -> Option<&Template> {
        let of_organ = |template: &&Template| {
            template.part == TemplatePart::Document
                && !template.organs.is_empty()
                && template.is_for(&organ.code)
        };
        let is_decision = |t: &Template| !t.id.starts_with("resolution");
        let is_for_committees = |t: &Template| t.id.contains("committee");
        let wants_committee = organ.parent.is_some();
        self.templates.iter().filter(of_organ).min_by_key(|t| {
            (is_decision(t), is_for_committees(t) != wants_committee, t.id.len())
        })
    }

    /// The templates that fit the words, the best first; all of them for no words.
    pub fn search(&self, words: &str, organ: Option<&str>) -> Vec<&Template> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut found: Vec<(u32, &Template)> = self
            .templates
            .iter()
            .filter(|template| organ.is_none_or(|code| template.is_for(code)))
            .filter_map(|template| {
                let words = format!(
                    "{} {} {} {}",
                    template.title,
                    template.tags.join(" "),
                    template.id,
                    template.part.word()
                );
                let score =
                    pattern.score(Utf32Str::new(&words, &mut buffer), &mut matcher)?;
                Some((score, template))
            })
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, template)| template).collect()
    }

    fn sort(&mut self) {
        self.templates.sort_by(|a, b| (a.part, &a.title).cmp(&(b.part, &b.title)));
    }

    fn add_shipped(&mut self, folder: &Dir) {
        for file in folder.files() {
            self.add(file.path(), file.contents_utf8().unwrap_or_default());
        }
        for inner in folder.dirs() {
            self.add_shipped(inner);
        }
    }

    fn add_folder(&mut self, folder: &Path, depth: usize) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        let mut paths: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let is_yaml = path.extension().is_some_and(|e| e == "yaml" || e == "yml");
            if path.is_dir() && depth < 4 {
                self.add_folder(&path, depth + 1);
            } else if is_yaml {
                match read_file(&path) {
                    Ok(yaml) => self.add(&path, &yaml),
                    Err(cause) => self.problems.push(TemplateError { path, cause }),
                }
            }
        }
    }

    /// Takes a template that was just written to a file, in place of one with its id.
    pub fn take(&mut self, path: &Path, yaml: &str) {
        self.add(path, yaml);
        self.sort();
    }

    fn add(&mut self, path: &Path, yaml: &str) {
        match read(yaml) {
            Ok(template) => {
                self.templates.retain(|other| other.id != template.id);
                self.templates.push(template);
            }
            Err(cause) => {
                self.problems.push(TemplateError { path: path.to_owned(), cause });
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "templates are read here, and errors name them"
)]
fn read_file(path: &Path) -> Result<String, String> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > MOST_BYTES {
        return Err(format!("it has {size} bytes; a template has at most {MOST_BYTES}"));
    }
    std::fs::read_to_string(path).map_err(|error| error.to_string())
}
