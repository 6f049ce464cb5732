//! The archive that a Word file is, and the parts in it.

use std::collections::HashMap;
use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Xml;
use crate::import::ImportError;

/// No draft unpacks to more; archives that do were made to exhaust their reader.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

const SAVE_AGAIN: &str = "open it in Word, save it again, and try that file";

/// A Word file that is opened.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where the parts stand in the archive, by their names in small letters: some programs
    /// write names in another case than they name them.
    places: HashMap<String, usize>,
    /// The bytes that may still be unpacked.
    left: u64,
}

/// What leads from one part to another.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: “header”.
    pub(super) kind: String,
    /// The part it leads to.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_| ImportError::NoText {
            what: "a Word or other zipped file that is cut off or damaged",
            remedy: "fetch or save it again, and try that file",
        })?;
        let name = |index: usize| {
            let name = archive.name_for_index(index).and_then(Result::ok)?;
            Some((name.to_ascii_lowercase(), index))
        };
        let places = (0..archive.len()).filter_map(name).collect();
        Ok(Self { archive, places, left: MOST_BYTES })
    }

    /// The main part, as the package names it.
    pub(super) fn main_part(&mut self) -> Result<String, ImportError> {
        let types = self.part("[Content_Types].xml")?.unwrap_or_default();
        let named = self.relations("")?.into_iter().find(|r| r.kind == "officeDocument");
        let main = named.map_or_else(|| "word/document.xml".to_owned(), |r| r.target);
        let kind = content_type(&types, &main)?;
        let is_word = kind.as_deref().is_none_or(|kind| {
            kind.contains("wordprocessingml") || kind.contains("ms-word")
        });
        if is_word && self.name_of(&main).is_some() {
            return Ok(main);
        }
        let (what, remedy) = self.what_else(&types)?;
        Err(ImportError::NoText { what, remedy })
    }

    /// What an archive is that is no Word file, and what to do about it.
    fn what_else(
        &mut self,
        types: &str,
    ) -> Result<(&'static str, &'static str), ImportError> {
        let media = self.part("mimetype")?.unwrap_or_default();
        Ok(if media.contains("opendocument.text") {
            ("an OpenDocument text", "save it as .docx and open that")
        } else if media.contains("epub") {
            ("an e-book", "copy its text into a .txt file and open that")
        } else if types.contains("spreadsheetml") || media.contains("spreadsheet") {
            ("a workbook of tables", "copy its text into a .txt file and open that")
        } else if types.contains("presentationml") || media.contains("presentation") {
            ("a presentation", "copy its text into a .txt file and open that")
        } else if types.contains("wordprocessingml") {
            ("a Word file without its text", SAVE_AGAIN)
        } else {
            ("a zip archive", "unpack it and open a file that was in it")
        })
    }

    /// The text of a part, if the package has it.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(index) = self.name_of(name) else { return Ok(None) };
        let broken =
            |cause: String| ImportError::Broken { part: name.to_owned(), line: 1, cause };
        let file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ImportError::NoText {
                    what: "an archive with a password",
                    remedy: "save it without a password and open that",
                });
            }
            Err(error) => return Err(broken(error.to_string())),
        };
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        match read {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
                return Err(broken("it ends too early".to_owned()));
            }
            Err(error) => return Err(broken(error.to_string())),
            Ok(_) => {}
        }
        self.left =
            self.left.checked_sub(bytes.len() as u64).ok_or(ImportError::NoText {
                what: "a Word file that unpacks to more than 32 MB",
                remedy: "copy its text into a new file and open that",
            })?;
        text(bytes).map(Some).map_err(broken)
    }

    fn name_of(&self, name: &str) -> Option<usize> {
        self.places.get(&name.to_ascii_lowercase()).copied()
    }

    /// The relations of a part; those of the package for “”.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ImportError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let name = format!("{folder}{slash}_rels/{file}.rels");
        let Some(text) = self.part(&name)? else { return Ok(Vec::new()) };
        let mut xml = Xml::new(&name, &text);
        let mut relations = Vec::new();
        while let Some(list) = xml.element()? {
            if list.name() != "Relationships" {
                xml.leave()?;
                continue;
            }
            while let Some(element) = xml.element()? {
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                let kind = value("Type");
                if value("TargetMode") != "External" {
                    relations.push(Relation {
                        id: value("Id"),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: resolved(folder, &value("Target")),
                    });
                }
                xml.leave()?;
            }
        }
        Ok(relations)
    }
}

/// The content type of a part, where the list of types names it.
fn content_type(types: &str, part: &str) -> Result<Option<String>, ImportError> {
    let mut xml = Xml::new("[Content_Types].xml", types);
    let mut found = None;
    while let Some(list) = xml.element()? {
        if list.name() != "Types" {
            xml.leave()?;
            continue;
        }
        while let Some(element) = xml.element()? {
            let name = element.attribute("PartName").unwrap_or_default();
            if name.trim_start_matches('/').eq_ignore_ascii_case(part) {
                found = element.attribute("ContentType");
            }
            xml.leave()?;
        }
    }
    Ok(found)
}

/// The name of a part as another part names it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> =
        folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The text of a part, which is UTF-8 or has the mark of UTF-16.
fn text(bytes: Vec<u8>) -> Result<String, String> {
    let unit = |little: bool| {
        move |pair: &[u8]| match (pair, little) {
            ([low, high], true) | ([high, low], false) => {
                u16::from_le_bytes([*low, *high])
            }
            _ => 0xfffd,
        }
    };
    let wide = |little: bool| -> Vec<u16> {
        bytes.get(2..).unwrap_or_default().chunks(2).map(unit(little)).collect()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => Ok(String::from_utf16_lossy(&wide(true))),
        [0xfe, 0xff, ..] => Ok(String::from_utf16_lossy(&wide(false))),
        _ => {
            let mut text = String::from_utf8(bytes)
                .map_err(|_| "it is not UTF-8 text".to_owned())?;
            if text.starts_with('\u{feff}') {
                text.remove(0);
            }
            Ok(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_where_it_is_named() {
        assert_eq!(resolved("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "../docProps/./core.xml"), "docProps/core.xml");
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        assert_eq!(text(b"\xff\xfea\0".to_vec()).unwrap(), "a");
        assert_eq!(text(b"\xfe\xff\0a".to_vec()).unwrap(), "a");
        assert!(text(b"\x80".to_vec()).is_err());
    }
}
