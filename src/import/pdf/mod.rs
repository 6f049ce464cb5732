//! PDF files with a text layer: their glyphs as lines in reading order, without what
//! stands in the margins, and with the notes at the foot of the pages.

mod columns;
mod content;
mod drawn;
mod feet;
mod fonts;
mod guard;
mod letters;
mod margins;
mod rows;
mod sheets;

use hayro_syntax::{LoadPdfError, Pdf};

use super::manuscript::{Line, Manuscript};
use super::{Format, ImportError, Options, SetAside, Unit};
use drawn::{Budget, Drawn, Glyph, Letters, Trouble};
use fonts::Fonts;
use sheets::{Edges, Measure, Part, Sheet, SheetLine};

/// How far into a file its first words may stand.
const HEAD: usize = 1024;

/// More instructions and letters than any resolution has.
const BUDGET: Budget =
    Budget { instructions: 5_000_000, letters: 1_500_000, content: 256 * 1024 * 1024 };

/// The format.
pub(super) static FORMAT: Format =
    Format { name: "PDF", extensions: &["pdf"], is_it, read };

fn is_it(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    memchr::memmem::find(head, b"%PDF-").is_some()
}

const DAMAGED: ImportError = ImportError::NoText {
    what: "a damaged PDF",
    remedy: "print it to a new PDF in a viewer that shows it, and open that",
};

const TOO_LARGE: ImportError = ImportError::NoText {
    what: "a PDF that unpacks to far more than a resolution has",
    remedy: "copy its text into a .txt file and open that",
};

const LOCKED: ImportError = ImportError::NoText {
    what: "a PDF that a password locks",
    remedy: "save a copy without the password and open that",
};

const NO_PAGES: ImportError =
    ImportError::NoText { what: "a PDF without pages", remedy: "name another file" };

const EMPTY: ImportError =
    ImportError::NoText { what: "a PDF with empty pages", remedy: "name another file" };

const SCANNED: ImportError = ImportError::NoText {
    what: "a scanned PDF: images of pages, without text",
    remedy: "run text recognition on it, or ask for the Word file",
};

const UNREADABLE: ImportError = ImportError::NoText {
    what: "a PDF whose fonts do not tell their letters",
    remedy: "run text recognition on it, or ask for the Word file",
};

fn read(bytes: &[u8], _: &Options) -> Result<Manuscript, ImportError> {
    if guard::is_bomb(bytes) {
        return Err(TOO_LARGE);
    }
    guard::quietly(|| manuscript(bytes)).unwrap_or(Err(DAMAGED))
}

fn manuscript(bytes: &[u8]) -> Result<Manuscript, ImportError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => LOCKED,
        LoadPdfError::Invalid => DAMAGED,
    })?;
    let mut sheets = sheets(&pdf)?;
    let measure = Measure::of(&sheets);
    margins::mark(&mut sheets, measure);
    for sheet in &mut sheets {
        feet::mark(sheet, measure);
    }
    let lines = lines(&sheets, Measure::of(&sheets));
    let (notes, starred) = feet::read(&sheets, &lines);
    let mut set_aside = furniture(&sheets);
    set_aside.extend(starred);
    Ok(Manuscript { lines, unit: Unit::Page, notes, set_aside, ..Manuscript::default() })
}

/// Reads the pages of a file.
fn sheets(pdf: &Pdf) -> Result<Vec<Sheet>, ImportError> {
    let fonts = Fonts::new();
    let mut budget = BUDGET;
    let mut sheets = Vec::new();
    let (mut glyphs, mut known, mut has_image) = (0, 0, false);
    for (index, page) in pdf.pages().iter().enumerate() {
        let drawn =
            content::read(page, &fonts, &mut budget).map_err(
                |trouble| match trouble {
                    Trouble::TooLarge => TOO_LARGE,
                    Trouble::Damaged => DAMAGED,
                },
            )?;
        has_image |= drawn.has_image;
        glyphs += drawn.glyphs.len();
        let is_known = |glyph: &&Glyph| glyph.letters != Letters::Unknown;
        known += drawn.glyphs.iter().filter(is_known).count();
        let (width, height) = page.render_dimensions();
        sheets.push(sheet(index + 1, f64::from(width), f64::from(height), drawn));
    }
    if sheets.is_empty() {
        return Err(NO_PAGES);
    }
    if sheets.iter().all(|sheet| sheet.lines.is_empty()) {
        return Err(if has_image { SCANNED } else { EMPTY });
    }
    if known * 4 < glyphs {
        return Err(UNREADABLE);
    }
    Ok(sheets)
}

/// What the pages of a file draw, for tests of the pages that we write.
#[cfg(all(test, feature = "pdf"))]
pub(crate) fn drawn(bytes: &[u8]) -> Option<Vec<crate::import::DrawnPage>> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let mut budget = BUDGET;
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let fonts = Fonts::new();
        let drawn = content::read(page, &fonts, &mut budget).ok()?;
        let glyphs = drawn.glyphs.iter().map(|glyph| {
            let letters = match &glyph.letters {
                Letters::One(c) => c.to_string(),
                Letters::Many(letters) => letters.clone(),
                Letters::Unknown => "\u{fffd}".to_owned(),
            };
            (letters, [glyph.left, glyph.right, glyph.baseline])
        });
        let rules = drawn.rules.iter().map(|rule| [rule.left, rule.right, rule.height]);
        pages.push(crate::import::DrawnPage {
            glyphs: glyphs.collect(),
            rules: rules.collect(),
        });
    }
    Some(pages)
}

fn sheet(number: usize, width: f64, height: f64, drawn: Drawn) -> Sheet {
    let is_rtl = letters::is_right_to_left(&drawn.glyphs);
    let placed = columns::read(rows::of(drawn.glyphs), is_rtl);
    let lines = placed.into_iter().map(SheetLine::new).collect();
    let mut rules = drawn.rules;
    rules.sort_by(|a, b| a.height.total_cmp(&b.height));
    let without_font = drawn.without_font;
    Sheet { number, width, height, lines, is_rtl, rules, without_font }
}

/// The lines of the text of all pages.
fn lines(sheets: &[Sheet], measure: Measure) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<(&SheetLine, Edges)> = None;
    for sheet in sheets {
        let edges = Edges::of(sheet);
        let text: Vec<&SheetLine> = sheet.lines.iter().filter(|l| l.is_text()).collect();
        for (at, line) in text.iter().enumerate() {
            let above = at.checked_sub(1).and_then(|above| text.get(above));
            if let (Some((last, edges)), Some(above)) = (&last, lines.last_mut()) {
                above.ends_early = Some(edges.ends_early(last, &line.piece));
            }
            last = Some((line, edges.clone()));
            let is_page_top = above.is_none() && sheet.number > 1;
            let ended = lines.last().is_some_and(|line| line.ends_early == Some(true));
            let has_gap = is_page_top && ended
                || is_set_off(line, above.copied(), text.get(at + 1).copied(), measure);
            lines.push(Line {
                number: sheet.number,
                text: line.piece.text.clone(),
                marks: line.piece.marks.clone(),
                has_gap,
                is_after_page_break: is_page_top,
                ..Line::default()
            });
        }
    }
    lines
}

/// Whether a line is set off from the one above: by white space, or by its indent.
fn is_set_off(
    line: &SheetLine,
    above: Option<&SheetLine>,
    below: Option<&SheetLine>,
    measure: Measure,
) -> bool {
    let indent = below
        .filter(|below| {
            below.column == line.column && !measure.divides(&line.piece, &below.piece)
        })
        .map(|below| line.piece.left - below.piece.left);
    let is_set_in = indent.is_some_and(|indent| indent > measure.size * 0.9);
    let Some(above) = above else { return is_set_in };
    let is_indented =
        is_set_in && line.piece.left - above.piece.left > measure.size * 0.9;
    above.column != line.column
        || measure.divides(&above.piece, &line.piece)
        || is_indented
}

fn furniture(sheets: &[Sheet]) -> Vec<SetAside> {
    let mut set_aside = Vec::new();
    for sheet in sheets {
        if !sheet.without_font.trim().is_empty() {
            let text = sheet.without_font.clone();
            let what = "words without their font";
            set_aside.push(SetAside { place: sheet.number, what, text });
        }
        for line in &sheet.lines {
            if let Part::Furniture(what) = line.part {
                let text = line.piece.text.clone();
                set_aside.push(SetAside { place: sheet.number, what, text });
            }
        }
    }
    set_aside
}
