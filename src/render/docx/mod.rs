//! A Word file in the form of the template of its house, written from nothing: the same
//! draft gives the same bytes.

mod bookmarks;
mod comments;
mod document;
mod emblem;
mod house;
mod margins;
mod masthead;
mod numbering;
mod properties;
mod revision;
mod runs;
mod shapes;
mod styles;
mod template;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::composition::Composition;
use super::revision::Pairs;
use super::sheet::sheet;
use super::{Feature, Format, Options, RenderError};
use crate::text::Signature;
use bookmarks::Bookmarks;
use comments::Comments;
use margins::Edge;
use numbering::Numbering;
use revision::{Revised, revised};
use xml::{DECLARATION, NAMESPACES};

pub(super) static FORMAT: Format = Format {
    name: "docx",
    extensions: &["docx"],
    summary: "a Word file in the form of Geneva or New York",
    shows: &[
        Feature::DraftStamp,
        Feature::LineNumbers,
        Feature::PlainMasthead,
        Feature::Emblem,
    ],
    write,
};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// The colours and faces of a theme, which every file of Word has. No style asks for them.
const THEME: &str = include_str!("theme.xml");

/// A part of the file beside the main one.
struct Related {
    id: &'static str,
    kind: &'static str,
    file: &'static str,
}

const RELATED: [Related; 12] = [
    Related { id: "rId1", kind: "styles", file: "styles.xml" },
    Related { id: "rId2", kind: "settings", file: "settings.xml" },
    Related { id: "rId3", kind: "footnotes", file: "footnotes.xml" },
    Related { id: "rId4", kind: "numbering", file: "numbering.xml" },
    Related { id: "rId5", kind: "fontTable", file: "fontTable.xml" },
    Related { id: "rId6", kind: "theme", file: "theme.xml" },
    Related { id: "rId10", kind: "header", file: "header1.xml" },
    Related { id: "rId11", kind: "header", file: "header2.xml" },
    Related { id: "rId12", kind: "header", file: "header3.xml" },
    Related { id: "rId13", kind: "footer", file: "footer1.xml" },
    Related { id: "rId14", kind: "footer", file: "footer2.xml" },
    Related { id: "rId20", kind: "comments", file: "comments.xml" },
];

/// What the parts are written from, and what they gather for each other.
struct Material<'a> {
    composition: &'a Composition,
    numbering: Numbering,
    bookmarks: Bookmarks,
    comments: Comments,
}

impl<'a> Material<'a> {
    fn of(composition: &'a Composition) -> Self {
        let numbering = Numbering::of(&composition.blocks);
        let bookmarks = Bookmarks::of(&composition.blocks, &numbering);
        Self { composition, numbering, bookmarks, comments: Comments::default() }
    }
}

/// The parts beside the main one that a file has.
fn related(comments: &Comments) -> impl Iterator<Item = &'static Related> {
    RELATED.iter().filter(|part| part.kind != "comments" || !comments.is_empty())
}

fn write(composition: &Composition, _: &Options) -> Result<Vec<u8>, RenderError> {
    let material = Material::of(composition);
    let document = document::part(&material);
    let footnotes = margins::footnotes(&material, &margins::notes(&material));
    let heads = [
        margins::running_head(composition, Edge::Left),
        margins::running_head(composition, Edge::Right),
        masthead::part(composition),
    ];
    file(&material, Revised { document, footnotes, heads })
}

/// Writes a text as changes of an earlier one.
pub(super) fn write_revised(
    old: &Composition,
    new: &Composition,
    pairs: &Pairs,
    signature: &Signature,
) -> Result<Vec<u8>, RenderError> {
    let (mut earlier, mut later) = (Material::of(old), Material::of(new));
    earlier.numbering =
        later.numbering.join(earlier.numbering, &pairs.blocks, new.language);
    let revised = revised(&earlier, &later, pairs, signature);
    file(&later, revised)
}

/// All parts of a file, those with words given.
fn file(material: &Material, words: Revised) -> Result<Vec<u8>, RenderError> {
    let Revised { document, footnotes, heads: [left, right, first] } = words;
    let Material { composition, comments, .. } = material;
    let numbering =
        material.numbering.part(sheet(composition.house), composition.language);
    // The list of types comes first, as readers expect; the others in order of name.
    let mut parts = vec![
        ("[Content_Types].xml", content_types(comments)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties::core(composition)),
        ("docProps/custom.xml", properties::custom(composition)),
        ("word/_rels/document.xml.rels", document_relations(comments)),
        ("word/document.xml", document),
        ("word/footer1.xml", margins::foot(composition.house, Edge::Left)),
        ("word/footer2.xml", margins::foot(composition.house, Edge::Right)),
        ("word/footnotes.xml", footnotes),
        ("word/fontTable.xml", styles::fonts()),
        ("word/header1.xml", left),
        ("word/header2.xml", right),
        ("word/header3.xml", first),
        ("word/numbering.xml", numbering),
        ("word/settings.xml", settings(composition)),
        ("word/styles.xml", styles::part(composition.house, composition.language)),
        ("word/theme.xml", THEME.to_owned()),
    ];
    if !comments.is_empty() {
        parts.push(("word/comments.xml", comments.part()));
    }
    let pictures = composition.masthead.emblem.as_ref().map(emblem::parts);
    let words = parts.into_iter().map(|(name, xml)| (name, xml.into_bytes()));
    pack(words.chain(pictures.into_iter().flatten()))
}

/// The parts in one archive, without a clock.
fn pack(
    parts: impl Iterator<Item = (&'static str, Vec<u8>)>,
) -> Result<Vec<u8>, RenderError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in parts {
        archive.start_file(name, options)?;
        archive.write_all(&content).map_err(|cause| {
            let part = name.to_owned();
            RenderError::Part { part, cause }
        })?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types(comments: &Comments) -> String {
    let related = related(comments).map(|Related { kind, file, .. }| match *kind {
        "theme" => format!(
            "<Override PartName=\"/word/{file}\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>"
        ),
        kind => format!(
            "<Override PartName=\"/word/{file}\" ContentType=\"{WORD}{kind}+xml\"/>"
        ),
    });
    let related = related.collect::<Vec<_>>().concat();
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}document.main+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/custom.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>\
         {related}</Types>"
    )
}

fn package_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATIONS}custom-properties\" \
         Target=\"docProps/custom.xml\"/></Relationships>"
    )
}

fn document_relations(comments: &Comments) -> String {
    let related = related(comments).map(|Related { id, kind, file }| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{RELATIONS}{kind}\" Target=\"{file}\"/>"
        )
    });
    let related = related.collect::<Vec<_>>().concat();
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}relationships\">{related}</Relationships>"
    )
}

fn settings(composition: &Composition) -> String {
    let tab = sheet(composition.house).default_tab;
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:defaultTabStop w:val=\"{tab}\"/>\
         <w:evenAndOddHeaders/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/>\
         </w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}
