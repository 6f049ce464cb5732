//! What Typst may see: one source, the page, the emblem and the faces. No file, no clock,
//! no network.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::faces::Faces;

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

/// The source, which is the same for every draft.
const SOURCE: &str = include_str!("page.typ");

/// One page to set.
pub(super) struct Desk<'a> {
    source: Source,
    /// The files beside the source, by their names.
    files: Vec<(FileId, Bytes)>,
    faces: &'a Faces,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        files: impl IntoIterator<Item = (&'static str, Vec<u8>)>,
        faces: &'a Faces,
    ) -> Option<Self> {
        let files = files.into_iter();
        let files = files.map(|(name, bytes)| Some((file(name)?, Bytes::new(bytes))));
        let files = files.collect::<Option<Vec<_>>>()?;
        let source = Source::new(file("page.typ")?, SOURCE.to_owned());
        Some(Self { source, files, faces })
    }
}

/// The place of a file beside the source; only a name that is none has no place.
fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.faces.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(unknown(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(known, _)| *known == id);
        file.map(|(_, bytes)| bytes.clone()).ok_or_else(|| unknown(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn unknown(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
