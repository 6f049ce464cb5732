//! The archive of a Word file with some parts written anew; all others are copied byte for
//! byte, as they are packed.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use quick_xml::escape::escape;
use zip::read::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::TrackedError;
use crate::import::origins::Origins;
use crate::text::Signature;

const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_OFFICE: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT_WORD: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const COMMENTS: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// What somebody says of a change.
pub(super) struct Comment {
    pub(super) id: u32,
    /// Its paragraphs.
    pub(super) lines: Vec<String>,
}

/// Writes a file with some of its parts in other words.
pub(super) fn repack(
    bytes: &[u8],
    parts: &BTreeMap<String, String>,
) -> Result<Vec<u8>, TrackedError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let mut left = parts.clone();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index)?;
        let name = file.name()?.into_owned();
        let known = left.keys().find(|part| part.eq_ignore_ascii_case(&name)).cloned();
        let Some(xml) = known.and_then(|part| left.remove(&part)) else {
            writer.raw_copy_file(file)?;
            continue;
        };
        let time = file.last_modified().unwrap_or_default();
        add(&mut writer, &name, &xml, time)?;
    }
    for (name, xml) in left {
        add(&mut writer, &name, &xml, DateTime::default())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn add(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    xml: &str,
    time: DateTime,
) -> Result<(), TrackedError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(time);
    writer.start_file(name, options)?;
    writer.write_all(xml.as_bytes()).map_err(zip::result::ZipError::from)?;
    Ok(())
}

/// The parts that hold comments and lead to them, with more comments.
pub(super) fn commented(
    bytes: &[u8],
    origins: &Origins,
    comments: &[Comment],
    signature: &Signature,
) -> Result<BTreeMap<String, String>, TrackedError> {
    let mut parts = BTreeMap::new();
    if comments.is_empty() {
        return Ok(parts);
    }
    if let Some(part) = &origins.comments {
        let xml = read(bytes, part)?;
        let end = xml.rfind("</").unwrap_or(xml.len());
        let (before, after) = xml.split_at_checked(end).unwrap_or((&xml, ""));
        let name = after.trim_start_matches("</");
        let w = name.split_once(':').map_or_else(String::new, |(w, _)| format!("{w}:"));
        let written = written(comments, signature, &w);
        parts.insert(part.clone(), format!("{before}{written}{after}"));
        return Ok(parts);
    }
    let main = origins.parts.last().map_or("", |part| part.name.as_str());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let slash = if folder.is_empty() { "" } else { "/" };
    let part = format!("{folder}{slash}comments.xml");
    let relations = format!("{folder}{slash}_rels/{file}.rels");
    let xml = read(bytes, &relations)?;
    let is_strict = xml.contains(STRICT_OFFICE);
    let (office, word) =
        if is_strict { (STRICT_OFFICE, STRICT_WORD) } else { (OFFICE, WORD) };
    let relation = format!(
        "<Relationship Id=\"rIdZerodraftComments\" Type=\"{office}/comments\" Target=\"comments.xml\"/>"
    );
    parts.insert(relations, at_the_end(&xml, &relation));
    let types = "[Content_Types].xml";
    let kind = format!("<Override PartName=\"/{part}\" ContentType=\"{COMMENTS}\"/>");
    parts.insert(types.to_owned(), at_the_end(&read(bytes, types)?, &kind));
    let written = written(comments, signature, "w:");
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:comments xmlns:w=\"{word}\">{written}</w:comments>"
    );
    parts.insert(part, xml);
    Ok(parts)
}

/// A list in XML with one element more, which has the prefix of the list.
fn at_the_end(xml: &str, element: &str) -> String {
    let end = xml.rfind("</").unwrap_or(xml.len());
    let (before, after) = xml.split_at_checked(end).unwrap_or((xml, ""));
    let name = after.trim_start_matches("</");
    let element = match name.split_once(':') {
        Some((prefix, _)) => element.replacen('<', &format!("<{prefix}:"), 1),
        None => element.to_owned(),
    };
    format!("{before}{element}{after}")
}

fn written(comments: &[Comment], signature: &Signature, w: &str) -> String {
    let Signature { author, date } = signature;
    let author = escape(author.as_str());
    let initials: String =
        author.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let mut xml = String::new();
    for Comment { id, lines } in comments {
        let _ = write!(
            xml,
            "<{w}comment {w}id=\"{id}\" {w}author=\"{author}\" {w}date=\"{date}\" \
             {w}initials=\"{initials}\">"
        );
        for line in lines {
            let line = escape(line.as_str());
            let _ = write!(
                xml,
                "<{w}p><{w}r><{w}t xml:space=\"preserve\">{line}</{w}t></{w}r></{w}p>"
            );
        }
        let _ = write!(xml, "</{w}comment>");
    }
    xml
}

/// The text of a part.
fn read(bytes: &[u8], part: &str) -> Result<String, TrackedError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let names = (0..archive.len()).map(|index| archive.name_for_index(index));
    let is_it = |name: &str| name.eq_ignore_ascii_case(part);
    let mut names = names.flatten().filter_map(Result::ok);
    let name = names.find(|name| is_it(name)).map_or(part.to_owned(), Cow::into_owned);
    let mut text = String::new();
    let mut file = archive.by_name(&name)?;
    file.read_to_string(&mut text).map_err(zip::result::ZipError::from)?;
    Ok(text)
}

/// One more than the highest id that changes, bookmarks and comments have in a file.
pub(super) fn next_id(bytes: &[u8], origins: &Origins) -> Result<u32, TrackedError> {
    const HIGHEST: u32 = 1 << 30;
    let comments = origins.comments.as_ref().map(|part| read(bytes, part)).transpose()?;
    let parts = origins.parts.iter().map(|part| part.xml.as_str());
    let ids = parts.chain(comments.as_deref()).flat_map(|xml| {
        xml.split(":id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse().ok())
    });
    Ok(ids.filter(|id| *id < HIGHEST).max().unwrap_or(0) + 1)
}
