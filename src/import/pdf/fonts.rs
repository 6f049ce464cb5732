//! The fonts of a file: what their glyphs read as, how wide they are, and which are
//! italics.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::hayro_cmap::{BfString, load_embedded};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::dict::keys::{BASE_FONT, FLAGS, FONT_DESC, ITALIC_ANGLE};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};

use super::drawn::Letters;

/// The bit of a font's flags that says italics.
const ITALIC: u32 = 1 << 6;

/// The fonts met so far.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    faces: RefCell<HashMap<ObjectIdentifier, Option<Face<'a>>>>,
    programs: FontResolverFn,
    encodings: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let program = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => {
                Some(query.pick_standard_font().get_font_data())
            }
        };
        Self {
            cache: FontCache::new(),
            faces: RefCell::default(),
            programs: Arc::new(program),
            encodings: Arc::new(load_embedded),
        }
    }

    /// The face that a dictionary describes.
    pub(super) fn face(&self, dict: &Dict<'a>) -> Option<Face<'a>> {
        let Some(id) = dict.obj_id() else { return self.new_face(dict) };
        if let Some(face) = self.faces.borrow().get(&id) {
            return face.clone();
        }
        let face = self.new_face(dict);
        self.faces.borrow_mut().insert(id, face.clone());
        face
    }

    fn new_face(&self, dict: &Dict<'a>) -> Option<Face<'a>> {
        let font = self.cache.font(dict, &self.programs, &self.encodings)?;
        let descendant = dict
            .get::<Array<'_>>(b"DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let described = descendant.as_ref().unwrap_or(dict);
        let descriptor = described.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
        let name = dict.get::<Name<'_>>(BASE_FONT);
        let name = name.as_ref().map(Name::as_str).unwrap_or_default().to_lowercase();
        let is_slanted = descriptor.get::<f32>(ITALIC_ANGLE).is_some_and(|by| by != 0.0);
        let has_flag = descriptor.get::<u32>(FLAGS).unwrap_or(0) & ITALIC != 0;
        let is_named = name.contains("italic") || name.contains("oblique");
        Some(Face {
            font,
            is_italic: is_slanted || has_flag || is_named,
            is_bold: name.contains("bold") || name.contains("black"),
            is_bar_code: name.contains("barcode") || name.contains("3of9"),
        })
    }
}

/// A font at work.
#[derive(Clone)]
pub(super) struct Face<'a> {
    font: Font<'a>,
    pub(super) is_italic: bool,
    pub(super) is_bold: bool,
    pub(super) is_bar_code: bool,
}

impl Face<'_> {
    /// The code at a place of a string, and its bytes.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        self.font.read_code(bytes, at)
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// How far a code moves on, across and up, in sizes of its letters.
    pub(super) fn advance(&self, code: u32) -> (f64, f64) {
        let advance = self.font.code_advance(code) / f64::from(hayro_font::UNITS_PER_EM);
        (advance.x, advance.y)
    }

    /// What a code reads as.
    pub(super) fn letters(&self, code: u32) -> Letters {
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let read = match glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        match read {
            Some(BfString::Char(c)) if is_letter(c) => Letters::One(c),
            Some(BfString::String(text)) => {
                Letters::Many(text.chars().filter(|c| is_letter(*c)).collect())
            }
            Some(BfString::Char(_)) | None => Letters::Unknown,
        }
    }
}

fn is_letter(c: char) -> bool {
    c != '\0' && c != '\u{fffd}'
}
