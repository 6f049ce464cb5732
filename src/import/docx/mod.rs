//! Word files: paragraphs with the numbers that Word shows, what their styles say, real
//! notes, tracked changes and comments.
//!
//! [`package`] unpacks, [`xml`] reads elements, [`story`] makes paragraphs and tables of
//! them, and [`lines`] makes the lines of a manuscript of those. What a file unpacks to is
//! limited, and so is how deep it goes.

mod lines;
mod notes;
mod numbering;
mod package;
mod properties;
mod roles;
mod story;
mod styles;
mod words;
mod xml;

use std::collections::HashMap;

use super::manuscript::{Line, Manuscript, Setting};
use super::{Format, ImportError, Options, SetAside, Unit, furniture};
use crate::conventions::Language;

use lines::Lines;
use notes::{Kind, Notes, renamed};
use numbering::Numbering;
use package::{Package, Relation};
use properties::Properties;
use story::{Block, Context, Margin, Story};
use styles::Styles;
use words::Words;

pub(super) static FORMAT: Format = Format {
    name: "Word file",
    extensions: &["docx", "docm", "dotx", "dotm"],
    is_it: |bytes| bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06"),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Manuscript, ImportError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let relations = package.relations(&main)?;
    let related = |kind: &str| {
        let found = relations.iter().find(|relation| relation.kind == kind);
        found.map(|relation| relation.target.clone()).unwrap_or_default()
    };
    let mut part = |name: String| -> Result<(String, String), ImportError> {
        let text = package.part(&name)?.unwrap_or_default();
        Ok((name, text))
    };
    let (name, text) = part(related("styles"))?;
    let styles = Styles::read(&name, &text)?;
    let (name, text) = part(related("numbering"))?;
    let numbering = Numbering::read(&name, &text, &styles)?;
    let context = Context { styles: &styles, changes: options.changes };
    let mut written = HashMap::new();
    for (kind, parts, entry) in [
        (Kind::Footnote, "footnotes", "footnote"),
        (Kind::Endnote, "endnotes", "endnote"),
    ] {
        let (name, text) = part(related(parts))?;
        let mut story = Story::new(&name, &text, &context);
        story.entries(entry, &mut |element, words| {
            let is_separator = element.attribute("type").is_some_and(|t| t != "normal");
            let id = element.attribute("id").unwrap_or_default();
            if !is_separator {
                written.insert((kind, id), words);
            }
        })?;
    }
    let (name, text) = part(related("comments"))?;
    let comments = comments(&name, &text, &context)?;
    let (name, text) = part(main)?;
    let mut story = Story::new(&name, &text, &context);
    story.notes = Notes::new(written);
    story.comments = comments;
    let mut lines = Lines::new(&numbering, options.changes);
    story.blocks(&mut |notes, block| lines.take(notes, block))?;
    lines.close(&mut story.notes);
    story.notes.finish();
    let mut manuscript = Manuscript {
        lines: lines.lines,
        unit: Unit::Paragraph,
        setting: Setting::Paragraphs,
        set_aside: lines.set_aside,
        ..Manuscript::default()
    };
    manuscript.set_aside.append(&mut story.set_aside);
    manuscript.set_aside.append(&mut story.notes.set_aside);
    let margins = std::mem::take(&mut story.margins);
    let notes = std::mem::take(&mut story.notes.called);
    let mut reader = Margins { package: &mut package, relations: &relations };
    reader.read(&margins, &context, &numbering, &mut manuscript)?;
    let custom = package
        .relations("")?
        .into_iter()
        .find(|relation| relation.kind == "custom-properties");
    let mut properties = Properties::default();
    if let Some(Relation { target, .. }) = custom {
        let text = package.part(&target)?.unwrap_or_default();
        properties = Properties::read(&target, &text)?;
    }
    manuscript.notes = notes;
    manuscript.language = language(&properties);
    rename_notes(&mut manuscript, &properties);
    properties.settle(&mut manuscript);
    manuscript.facts = properties.facts;
    Ok(manuscript)
}

/// What people say of the text, as “Author: words”, by the ids of the comments.
fn comments(
    name: &str,
    text: &str,
    context: &Context,
) -> Result<HashMap<String, String>, ImportError> {
    let mut comments = HashMap::new();
    Story::new(name, text, context).entries("comment", &mut |element, words| {
        let id = element.attribute("id").unwrap_or_default();
        let author = element.attribute("author").unwrap_or_default();
        let Words { text, .. } = words;
        let text = if author.trim().is_empty() {
            text
        } else {
            format!("{}: {text}", author.trim())
        };
        comments.insert(id, text);
    })?;
    Ok(comments)
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

/// The headers and feet of the pages.
struct Margins<'a, 'b> {
    package: &'a mut Package<'b>,
    relations: &'a [Relation],
}

impl Margins<'_, '_> {
    /// Reads the masthead of the first page above the text, and sets the others aside,
    /// each once.
    fn read(
        &mut self,
        margins: &[Margin],
        context: &Context,
        numbering: &Numbering,
        manuscript: &mut Manuscript,
    ) -> Result<(), ImportError> {
        let mut seen: Vec<&str> = Vec::new();
        for margin in margins {
            if seen.contains(&margin.relation.as_str()) {
                continue;
            }
            seen.push(&margin.relation);
            let relation = self.relations.iter().find(|r| r.id == margin.relation);
            let Some(relation) = relation else { continue };
            let Some(text) = self.package.part(&relation.target)? else { continue };
            let (lines, has_table, mut aside) =
                margin_lines(&relation.target, &text, context, numbering)?;
            let is_head = relation.kind == "header" && margin.is_of_first_page;
            manuscript.set_aside.append(&mut aside);
            if is_head && is_masthead(&lines, has_table && margin.kind == "first") {
                manuscript.lines.splice(0..0, lines);
            } else {
                set_aside(lines, &relation.kind, &mut manuscript.set_aside);
            }
        }
        Ok(())
    }
}

/// The lines of a header or foot, whether a table stands in it, and what of it is set
/// aside.
fn margin_lines(
    name: &str,
    text: &str,
    context: &Context,
    numbering: &Numbering,
) -> Result<(Vec<Line>, bool, Vec<SetAside>), ImportError> {
    let mut story = Story::new(name, text, context);
    let mut lines = Lines::new(numbering, context.changes);
    let mut has_table = false;
    story.blocks(&mut |notes, block| {
        has_table |= matches!(block, Block::Table(_));
        lines.take(notes, block);
    })?;
    lines.close(&mut story.notes);
    let mut aside = lines.set_aside;
    aside.append(&mut story.set_aside);
    for aside in &mut aside {
        aside.place = 0;
    }
    for line in &mut lines.lines {
        line.number = 0;
        line.role = None;
    }
    Ok((lines.lines, has_table, aside))
}

/// Whether the lines of a header are the masthead of the first page.
fn is_masthead(lines: &[Line], is_table: bool) -> bool {
    const NAMES: [&str; 7] = [
        "Distr",
        "United Nations",
        "Nations Unies",
        "Naciones Unidas",
        "Организация Объединенных Наций",
        "联合国",
        "الأمم المتحدة",
    ];
    let is_named = |line: &Line| NAMES.iter().any(|name| line.text.starts_with(name));
    lines.len() > 1 && (is_table || lines.iter().any(is_named))
}

/// Sets the lines of a margin aside, unless the same words are already.
fn set_aside(lines: Vec<Line>, kind: &str, aside: &mut Vec<SetAside>) {
    for Line { text, .. } in lines {
        let of_margin = if kind == "footer" { "page foot" } else { "running head" };
        let what = furniture::anywhere(&text)
            .or_else(|| furniture::in_text(&text))
            .unwrap_or(of_margin);
        let found = SetAside { place: 0, what, text };
        if !aside.contains(&found) {
            aside.push(found);
        }
    }
}
