//! Word files: paragraphs with the numbers that Word shows, what their styles say, real
//! notes, tracked changes and comments.
//!
//! [`package`] unpacks, [`xml`] reads elements, [`story`] makes paragraphs and tables of
//! them, and [`lines`] makes the lines of a manuscript of those. What a file unpacks to is
//! limited, and so is how deep it goes.

mod counting;
mod lines;
mod margins;
mod notes;
mod numbering;
pub mod origins;
mod package;
mod properties;
mod roles;
mod runs;
mod story;
mod styles;
mod words;
mod xml;

use std::collections::HashMap;

use super::manuscript::{Manuscript, Setting};
use super::{Format, ImportError, Options, Unit};
use crate::conventions::Language;

use lines::Lines;
use margins::Margins;
use notes::{Kind, Notes, renamed};
use numbering::Numbering;
use package::{Package, Relation};
use properties::Properties;
use story::{Context, Story};
use styles::Styles;
use words::Words;

pub(super) static FORMAT: Format = Format {
    name: "Word file",
    extensions: &["docx", "docm", "dotx", "dotm"],
    is_it: |bytes| bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06"),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Manuscript, ImportError> {
    let (mut file, main) = File::open(bytes)?;
    let (name, text) = file.related("styles")?;
    let styles = Styles::read(&name, &text)?;
    let (name, text) = file.related("numbering")?;
    let numbering = Numbering::read(&name, &text, &styles)?;
    let context = Context { styles: &styles, changes: options.changes };
    let written = file.notes(&context)?;
    let comments = file.comments(&context)?;
    let text = file.package.part(&main)?.unwrap_or_default();
    let mut story = Story::new(&main, &text, &context);
    story.notes = Notes::new(written);
    story.comments = comments;
    let mut lines = Lines::new(&numbering, options.changes);
    story.blocks(&mut |notes, block| lines.take(notes, block))?;
    lines.close(&mut story.notes);
    story.notes.finish();
    let mut manuscript = Manuscript {
        lines: lines.made,
        unit: Unit::Paragraph,
        setting: Setting::Paragraphs,
        notes: story.notes.called,
        set_aside: lines.set_aside,
        ..Manuscript::default()
    };
    manuscript.set_aside.append(&mut story.set_aside);
    manuscript.set_aside.append(&mut story.notes.set_aside);
    let File { package, relations } = &mut file;
    let mut margins =
        Margins { package, relations, context: &context, numbering: &numbering };
    margins.read(&story.margins, &mut manuscript)?;
    let mut properties = file.properties()?;
    manuscript.language = language(&properties);
    rename_notes(&mut manuscript, &properties);
    properties.settle(&mut manuscript);
    manuscript.facts = properties.facts;
    Ok(manuscript)
}

/// A Word file, and where its main part leads.
struct File<'a> {
    package: Package<'a>,
    relations: Vec<Relation>,
}

impl<'a> File<'a> {
    /// Opens a file, and tells the name of its main part.
    fn open(bytes: &'a [u8]) -> Result<(Self, String), ImportError> {
        let mut package = Package::open(bytes)?;
        let main = package.main_part()?;
        let relations = package.relations(&main)?;
        Ok((Self { package, relations }, main))
    }

    /// The name and the text of the part of a kind; empty where the file has none.
    fn related(&mut self, kind: &str) -> Result<(String, String), ImportError> {
        let found = self.relations.iter().find(|relation| relation.kind == kind);
        let Some(Relation { target, .. }) = found else { return Ok(Default::default()) };
        let text = self.package.part(target)?.unwrap_or_default();
        Ok((target.clone(), text))
    }

    /// What the notes say, by their ids.
    fn notes(
        &mut self,
        context: &Context,
    ) -> Result<HashMap<(Kind, String), Words>, ImportError> {
        let mut written = HashMap::new();
        for (kind, parts, entry) in [
            (Kind::Footnote, "footnotes", "footnote"),
            (Kind::Endnote, "endnotes", "endnote"),
        ] {
            let (name, text) = self.related(parts)?;
            let mut story = Story::new(&name, &text, context);
            story.entries(entry, &mut |element, words| {
                let is_separator =
                    element.attribute("type").is_some_and(|t| t != "normal");
                let id = element.attribute("id").unwrap_or_default();
                if !is_separator {
                    written.insert((kind, id), words);
                }
            })?;
        }
        Ok(written)
    }

    /// What people say of the text, as “Author: words”, by the ids of the comments.
    fn comments(
        &mut self,
        context: &Context,
    ) -> Result<HashMap<String, String>, ImportError> {
        let (name, text) = self.related("comments")?;
        let mut comments = HashMap::new();
        Story::new(&name, &text, context).entries("comment", &mut |element, words| {
            let id = element.attribute("id").unwrap_or_default();
            let author = element.attribute("author").unwrap_or_default();
            let Words { text, .. } = words;
            let said = match author.trim() {
                "" => text,
                author => format!("{author}: {text}"),
            };
            comments.insert(id, said);
        })?;
        Ok(comments)
    }

    fn properties(&mut self) -> Result<Properties, ImportError> {
        let relations = self.package.relations("")?;
        let custom = relations.iter().find(|r| r.kind == "custom-properties");
        let Some(Relation { target, .. }) = custom else {
            return Ok(Properties::default());
        };
        let text = self.package.part(target)?.unwrap_or_default();
        Properties::read(target, &text)
    }
}

/// The language of a file of ours.
fn language(properties: &Properties) -> Option<Language> {
    let (_, value) = properties.facts.iter().find(|(name, _)| name == "language")?;
    let code = value.trim_matches('"');
    Language::ALL.into_iter().find(|language| language.code() == code)
}

/// Gives notes the marks and the order that they have in the draft.
fn rename_notes(manuscript: &mut Manuscript, properties: &Properties) {
    let names = properties.names(manuscript.notes.len());
    if names.is_empty() {
        return;
    }
    for line in &mut manuscript.lines {
        renamed(&mut line.marks, &names);
    }
    for note in &mut manuscript.notes {
        renamed(&mut note.marks, &names);
        if let Some(name) = names.get(&note.mark) {
            note.mark.clone_from(name);
        }
    }
    let place = |mark: &str| properties.marks.iter().position(|(_, name)| name == mark);
    manuscript.notes.sort_by_key(|note| place(&note.mark));
}
