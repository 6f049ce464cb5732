//! What a page draws: its glyphs with their places, and its rules.

/// What a page draws, in points from its upper left corner.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Glyph>,
    /// Horizontal rules.
    pub(super) rules: Vec<Rule>,
    /// Whether it shows an image.
    pub(super) has_image: bool,
    /// Text whose font is not in the file.
    pub(super) without_font: String,
}

/// A glyph and its letters.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Its letters; none where its font does not tell them.
    pub(super) letters: Letters,
    /// Where it begins on its baseline.
    pub(super) left: f64,
    /// Where the next glyph would begin.
    pub(super) right: f64,
    /// Its baseline, from the top of the page.
    pub(super) baseline: f64,
    /// The size of its letters.
    pub(super) size: f64,
    pub(super) is_italic: bool,
    pub(super) is_bold: bool,
    /// Whether it is a bar of a bar code.
    pub(super) is_bar: bool,
}

/// The letters of a glyph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    One(char),
    /// Of a ligature, or of a span that says what it reads as.
    Many(String),
    Unknown,
}

/// A horizontal rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) height: f64,
}

/// How much may still be read before a file is refused as too large.
#[derive(Debug)]
pub(super) struct Budget {
    pub(super) instructions: usize,
    pub(super) letters: usize,
    /// Bytes of unpacked content.
    pub(super) content: usize,
}

impl Budget {
    /// Takes some from what is left.
    pub(super) fn take(left: &mut usize, count: usize) -> Result<(), Trouble> {
        *left = left.checked_sub(count).ok_or(Trouble::TooLarge)?;
        Ok(())
    }
}

/// Why a page cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The budget is spent.
    TooLarge,
    /// Content cannot be unpacked.
    Damaged,
}
