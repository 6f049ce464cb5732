//! Follows what a page draws, as far as text and horizontal rules go.

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{CONTENTS, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::drawn::{Budget, Drawn, Glyph, Letters, Rule, Trouble};
use super::fonts::{Face, Fonts};

/// How deep forms may lie in forms.
const DEEPEST_FORM: usize = 12;

/// How deep graphics states may be saved.
const DEEPEST_STATE: usize = 512;

/// Reads a page.
pub(super) fn read<'a>(
    page: &Page<'a>,
    fonts: &Fonts<'a>,
    budget: &mut Budget,
) -> Result<Drawn, Trouble> {
    let to_page = Affine::new(page.initial_transform(true).as_coeffs());
    let content = content(page, budget)?;
    let mut reader = Reader {
        fonts,
        budget,
        drawn: Drawn::default(),
        state: State::new(to_page),
        saved: Vec::new(),
        path: Path::default(),
        spans: Vec::new(),
    };
    reader.read(TypedIter::new(&content), page.resources(), 0)?;
    Ok(reader.drawn)
}

/// The content of a page, in one piece.
fn content(page: &Page<'_>, budget: &mut Budget) -> Result<Vec<u8>, Trouble> {
    let dict = page.raw();
    let mut content = Vec::new();
    let mut add = |stream: Stream<'_>| {
        let piece = stream.decoded_data().map_err(|_| Trouble::Damaged)?;
        Budget::take(&mut budget.content, piece.len() + 1)?;
        content.extend_from_slice(&piece);
        content.push(b' ');
        Ok(())
    };
    if let Some(stream) = dict.get::<Stream<'_>>(CONTENTS) {
        add(stream)?;
    } else if let Some(streams) = dict.get::<Array<'_>>(CONTENTS) {
        for stream in streams.iter::<Stream<'_>>() {
            add(stream)?;
        }
    } else if dict.contains_key(CONTENTS) {
        return Err(Trouble::Damaged);
    }
    Ok(content)
}

/// The graphics state as far as text needs it.
#[derive(Clone)]
struct State<'a> {
    to_page: Affine,
    face: Option<Face<'a>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    text: Affine,
    line: Affine,
}

impl State<'_> {
    fn new(to_page: Affine) -> Self {
        Self {
            to_page,
            face: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    fn next_line(&mut self, right: f64, up: f64) {
        self.line *= Affine::translate((right, up));
        self.text = self.line;
    }

    /// Moves on in the text by a distance in its own space.
    fn advance(&mut self, across: f64, up: f64) {
        self.text *= Affine::translate((across * self.scale, up));
    }
}

/// The path that is being drawn, as far as it may be a rule.
#[derive(Default)]
struct Path {
    at: Point,
    rules: Vec<Rule>,
}

/// A span of marked content.
struct Span {
    /// What it reads as, until its first glyph has taken it.
    reads_as: Option<String>,
    has_text: bool,
}

struct Reader<'a, 'b> {
    fonts: &'b Fonts<'a>,
    budget: &'b mut Budget,
    drawn: Drawn,
    state: State<'a>,
    saved: Vec<State<'a>>,
    path: Path,
    spans: Vec<Span>,
}

impl<'a> Reader<'a, '_> {
    fn read(
        &mut self,
        mut instructions: TypedIter<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Trouble> {
        while let Some(instruction) = instructions.next() {
            Budget::take(&mut self.budget.instructions, 1)?;
            match instruction {
                TypedInstruction::XObject(object) => {
                    if let Some(stream) = resources.get_x_object(object.0) {
                        self.object(&stream, resources, depth)?;
                    }
                }
                TypedInstruction::TextFont(font) => {
                    self.state.size = font.1.as_f64();
                    self.state.face = resources
                        .get_font(font.0)
                        .and_then(|dict| self.fonts.face(&dict));
                }
                instruction => self.step(&instruction)?,
            }
        }
        Ok(())
    }

    fn step(&mut self, instruction: &TypedInstruction<'_, '_>) -> Result<(), Trouble> {
        use TypedInstruction as I;
        let state = &mut self.state;
        match instruction {
            I::SaveState(_) => {
                if self.saved.len() < DEEPEST_STATE {
                    self.saved.push(self.state.clone());
                }
            }
            I::RestoreState(_) => {
                if let Some(saved) = self.saved.pop() {
                    self.state = saved;
                }
            }
            I::Transform(m) => {
                state.to_page *= affine([m.0, m.1, m.2, m.3, m.4, m.5]);
            }
            I::BeginText(_) => {
                state.text = Affine::IDENTITY;
                state.line = Affine::IDENTITY;
            }
            I::SetTextMatrix(m) => {
                state.line = affine([m.0, m.1, m.2, m.3, m.4, m.5]);
                state.text = state.line;
            }
            I::CharacterSpacing(spacing) => state.character_spacing = spacing.0.as_f64(),
            I::WordSpacing(spacing) => state.word_spacing = spacing.0.as_f64(),
            I::HorizontalScaling(scale) => state.scale = scale.0.as_f64() / 100.0,
            I::TextLeading(leading) => state.leading = leading.0.as_f64(),
            I::TextRise(rise) => state.rise = rise.0.as_f64(),
            I::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
            I::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                state.next_line(by.0.as_f64(), by.1.as_f64());
            }
            I::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            I::ShowText(text) => self.show(text.0.as_bytes())?,
            I::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0.as_bytes())?;
            }
            I::ShowTextWithParameters(text) => {
                state.word_spacing = text.0.as_f64();
                state.character_spacing = text.1.as_f64();
                state.next_line(0.0, -state.leading);
                self.show(text.2.as_bytes())?;
            }
            I::ShowTexts(texts) => self.show_all(texts.0)?,
            I::BeginMarkedContent(_) => self.begin_span(None),
            I::BeginMarkedContentWithProperties(span) => {
                self.begin_span(reading(span.1));
            }
            I::EndMarkedContent(_) => self.end_span(),
            I::InlineImage(_) => self.drawn.has_image = true,
            instruction => self.draw(instruction),
        }
        Ok(())
    }

    /// Takes an instruction that draws lines.
    fn draw(&mut self, instruction: &TypedInstruction<'_, '_>) {
        use TypedInstruction as I;
        match instruction {
            I::MoveTo(to) => self.path.at = Point::new(to.0.as_f64(), to.1.as_f64()),
            I::LineTo(to) => {
                let to = Point::new(to.0.as_f64(), to.1.as_f64());
                self.line(self.path.at, to);
                self.path.at = to;
            }
            I::RectPath(r) => {
                let from = Point::new(r.0.as_f64(), r.1.as_f64());
                self.line(from, Point::new(from.x + r.2.as_f64(), from.y + r.3.as_f64()));
            }
            I::EndPath(_) => self.path.rules.clear(),
            I::StrokePath(_)
            | I::CloseAndStrokePath(_)
            | I::FillPathNonZero(_)
            | I::FillPathNonZeroCompatibility(_)
            | I::FillPathEvenOdd(_)
            | I::FillAndStrokeNonZero(_)
            | I::FillAndStrokeEvenOdd(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => {
                self.drawn.rules.append(&mut self.path.rules);
            }
            _ => {}
        }
    }

    /// Keeps a line or a filled rectangle, if it is a horizontal rule.
    fn line(&mut self, from: Point, to: Point) {
        let (from, to) = (self.state.to_page * from, self.state.to_page * to);
        if (from.y - to.y).abs() <= 2.5 && (from.x - to.x).abs() >= 18.0 {
            self.path.rules.push(Rule {
                left: from.x.min(to.x),
                right: from.x.max(to.x),
                height: f64::midpoint(from.y, to.y),
            });
        }
    }

    /// Draws a form, or notes an image.
    fn object(
        &mut self,
        stream: &Stream<'a>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Trouble> {
        let dict = stream.dict();
        let kind = dict.get::<Name<'_>>(SUBTYPE);
        if kind.is_some_and(|kind| kind.as_ref() == b"Image") {
            self.drawn.has_image = true;
            return Ok(());
        }
        if depth == DEEPEST_FORM {
            return Ok(());
        }
        let content = stream.decoded_data().map_err(|_| Trouble::Damaged)?;
        Budget::take(&mut self.budget.content, content.len())?;
        let matrix: Vec<f64> = dict
            .get::<Array<'_>>(MATRIX)
            .map(|matrix| matrix.iter::<f64>().collect())
            .unwrap_or_default();
        let state = self.state.clone();
        if let Ok(matrix) = <[f64; 6]>::try_from(matrix) {
            self.state.to_page *= Affine::new(matrix);
        }
        let saved = std::mem::take(&mut self.saved);
        let own = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let resources = own.as_ref().unwrap_or(resources);
        let done = self.read(TypedIter::new(&content), resources, depth + 1);
        self.saved = saved;
        self.state = state;
        done
    }

    fn begin_span(&mut self, reads_as: Option<String>) {
        if self.spans.len() < DEEPEST_STATE {
            let has_text = reads_as.is_some();
            self.spans.push(Span { reads_as, has_text });
        }
    }

    /// A span that says what it reads as and shows no glyph says nothing to a reader.
    fn end_span(&mut self) {
        self.spans.pop();
    }

    /// What a glyph reads as: its own letters, unless the span around it knows better.
    fn letters(&mut self, own: Letters) -> Letters {
        match self.spans.iter_mut().rev().find(|span| span.has_text) {
            Some(span) => Letters::Many(span.reads_as.take().unwrap_or_default()),
            None => own,
        }
    }

    fn show_all(&mut self, texts: &Array<'_>) -> Result<(), Trouble> {
        for text in texts.iter::<Object<'_>>() {
            match text {
                Object::String(text) => self.show(text.as_bytes())?,
                Object::Number(by) => {
                    let by = -by.as_f64() / 1000.0 * self.state.size;
                    let is_across =
                        self.state.face.as_ref().is_none_or(Face::is_horizontal);
                    if is_across {
                        self.state.advance(by, 0.0);
                    } else {
                        self.state.advance(0.0, by);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let Some(face) = self.state.face.clone() else {
            Budget::take(&mut self.budget.letters, bytes.len())?;
            let letters = bytes.iter().copied().map(char::from);
            self.drawn.without_font.extend(letters.filter(|c| !c.is_control()));
            return Ok(());
        };
        let mut at = 0;
        while at < bytes.len() {
            let (code, len) = face.code(bytes, at);
            at += len.max(1);
            let state = &self.state;
            let is_word_space = code == 32 && len == 1;
            let spacing = state.character_spacing
                + if is_word_space { state.word_spacing } else { 0.0 };
            let (width, drop) = face.advance(code);
            let (own, down) = (width * state.size, drop * state.size);
            let up = if face.is_horizontal() { 0.0 } else { down + spacing };
            let across = if face.is_horizontal() { own + spacing } else { 0.0 };
            let letters = self.letters(face.letters(code));
            let count = match &letters {
                Letters::Many(text) => text.len().max(1),
                Letters::One(_) | Letters::Unknown => 1,
            };
            Budget::take(&mut self.budget.letters, count)?;
            self.place(letters, &face, own);
            self.state.advance(across, up);
        }
        Ok(())
    }

    /// Puts a glyph where the text stands.
    fn place(&mut self, letters: Letters, face: &Face<'_>, width: f64) {
        if letters == Letters::Many(String::new()) {
            return;
        }
        let state = &self.state;
        let to_page = state.to_page * state.text;
        let start = to_page * Point::new(0.0, state.rise);
        let end = to_page * Point::new(width * state.scale, state.rise);
        let top = to_page * Point::new(0.0, state.rise + state.size);
        let size = (top.y - start.y).hypot(top.x - start.x);
        if !(start.is_finite() && end.is_finite() && size.is_finite()) {
            return;
        }
        let [_, _, slant, height, _, _] = to_page.as_coeffs();
        self.drawn.glyphs.push(Glyph {
            letters,
            left: start.x.min(end.x),
            right: start.x.max(end.x),
            baseline: start.y,
            size,
            is_italic: face.is_italic || slant.abs() > height.abs() * 0.15,
            is_bold: face.is_bold,
            is_bar: face.is_bar_code,
        });
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

/// What a span says that it reads as.
fn reading(properties: &Object<'_>) -> Option<String> {
    let Object::Dict(properties) = properties else { return None };
    let text = properties.get::<hayro_syntax::object::String<'_>>(b"ActualText")?;
    Some(text_string(text.as_bytes()))
}

/// A text string of a PDF: UTF-16 or UTF-8 with its mark, or else Latin letters.
fn text_string(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> = rest
            .chunks(2)
            .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)))
            .collect();
        return String::from_utf16_lossy(&units);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_in_their_encodings() {
        for (bytes, text) in [
            (&b"\xfe\xff\x06\x27\x00\x20"[..], "\u{627} "),
            (b"\xef\xbb\xbf\xc3\xa9", "é"),
            (b"caf\xe9", "café"),
        ] {
            assert_eq!(text_string(bytes), text);
        }
    }
}
