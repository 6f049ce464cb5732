//! See [`Emblem`].

use quick_xml::events::{BytesStart, Event};

/// A picture that an authorized drafter brings for the masthead. The program ships none
/// and fetches none: resolution 92 (I) reserves the emblem of the United Nations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emblem {
    /// The file as it was given.
    pub bytes: Vec<u8>,
    /// What the file is.
    pub picture: Picture,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Width and height as the file has them: pixels, or the units of its drawing.
    size: [u32; 2],
}

/// What a picture file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Portable Network Graphics.
    Png,
    /// Scalable Vector Graphics, uncompressed.
    Svg,
}

/// Why bytes are no emblem for a masthead.
#[derive(Debug, thiserror::Error)]
pub enum EmblemError {
    /// It is neither PNG nor SVG.
    #[error("it is neither a PNG nor an SVG picture")]
    Unknown,
    /// It is larger than a small picture is.
    #[error(
        "it has {kilobytes} kB, and an emblem has at most {} kB; make it smaller",
        Emblem::MOST_BYTES / 1024
    )]
    TooLarge {
        /// Its size.
        kilobytes: usize,
    },
    /// It ends too early, or is broken.
    #[error("the picture is not whole")]
    Broken,
    /// Nobody can tell how wide and how high it is.
    #[error("the picture does not say its size; give its svg element a viewBox")]
    NoSize,
    /// It needs something that is not in the file.
    #[error("the picture has a script, or needs another file; save it as a plain SVG")]
    NotAlone,
    /// There are no words for those who do not see it.
    #[error(
        "an emblem needs words for those who do not see it; give them with --emblem-alt"
    )]
    NoAlt,
}

const PNG_SIGN: &[u8] = b"\x89PNG\r\n\x1a\n";

impl Emblem {
    /// An emblem is printed less than an inch wide; a larger file is something else.
    pub const MOST_BYTES: usize = 1024 * 1024;

    /// Takes the bytes of a picture file, and the words for those who do not see it.
    pub fn new(bytes: Vec<u8>, alt: &str) -> Result<Self, EmblemError> {
        if alt.trim().is_empty() {
            return Err(EmblemError::NoAlt);
        }
        if bytes.len() > Self::MOST_BYTES {
            return Err(EmblemError::TooLarge { kilobytes: bytes.len().div_ceil(1024) });
        }
        let (picture, size) = if bytes.starts_with(PNG_SIGN) {
            (Picture::Png, png_size(&bytes)?)
        } else {
            (Picture::Svg, svg_size(&bytes)?)
        };
        if size.contains(&0) {
            return Err(EmblemError::NoSize);
        }
        Ok(Self { bytes, picture, alt: alt.trim().to_owned(), size })
    }

    /// How wide and how high it is printed in a box of that width and height, which it
    /// fills in one direction.
    pub fn fitted(&self, width: f64, height: f64) -> [f64; 2] {
        let [own_width, own_height] = self.size.map(f64::from);
        let scale = (width / own_width).min(height / own_height);
        [own_width * scale, own_height * scale]
    }
}

/// The size in the first chunk; the last chunk tells whether the file is whole.
fn png_size(bytes: &[u8]) -> Result<[u32; 2], EmblemError> {
    let number = |at: usize| {
        let bytes = bytes.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    let begins_well = bytes.get(12..16) == Some(b"IHDR");
    let ends_well = bytes.windows(4).rev().take(64).any(|word| word == b"IEND");
    match (number(16), number(20)) {
        (Some(width), Some(height)) if begins_well && ends_well => Ok([width, height]),
        _ => Err(EmblemError::Broken),
    }
}

/// The size that the root element says. The whole file is read, so that a broken one, or
/// one that would run a script or load another, is refused here.
fn svg_size(bytes: &[u8]) -> Result<[u32; 2], EmblemError> {
    let text = std::str::from_utf8(bytes).map_err(|_| EmblemError::Unknown)?;
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut size, mut depth) = (None, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                size = Some(svg_element(&element, size)?);
            }
            Ok(Event::Empty(element)) => size = Some(svg_element(&element, size)?),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) if size.is_some() => return Err(EmblemError::Broken),
            Err(_) => return Err(EmblemError::Unknown),
        }
    }
    match size {
        Some(_) if depth > 0 => Err(EmblemError::Broken),
        Some(size) => Ok(size),
        None => Err(EmblemError::Unknown),
    }
}

/// Looks at one element: the first must be the drawing and say its size.
fn svg_element(
    element: &BytesStart,
    size: Option<[u32; 2]>,
) -> Result<[u32; 2], EmblemError> {
    let name = element.local_name();
    let name = name.as_ref();
    let mut values = std::collections::HashMap::new();
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| EmblemError::Broken)?;
        values.insert(
            attribute.key.local_name().as_ref().to_owned(),
            attribute.value.into_owned(),
        );
    }
    let leads_out = values
        .get("href")
        .is_some_and(|target| !target.starts_with('#') && !target.starts_with("data:"));
    match size {
        _ if name == "script" || leads_out && name != "a" => Err(EmblemError::NotAlone),
        Some(size) => Ok(size),
        None if name != "svg" => Err(EmblemError::Unknown),
        None => {
            let value = |name: &str| values.get(name).map(String::as_str);
            said_size(value("width"), value("height"), value("viewBox"))
                .ok_or(EmblemError::NoSize)
        }
    }
}

/// Width and height, in hundredths so that small drawings keep their shape; by the box
/// where they are missing or in per cent.
fn said_size(
    width: Option<&str>,
    height: Option<&str>,
    view_box: Option<&str>,
) -> Option<[u32; 2]> {
    let length = |text: &str| {
        let digits = text.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic());
        hundredths(digits)
    };
    if let (Some(width), Some(height)) = (width.and_then(length), height.and_then(length))
    {
        return Some([width, height]);
    }
    let mut sides =
        view_box?.split([' ', ',', '\t', '\n']).filter(|side| !side.is_empty());
    Some([hundredths(sides.nth(2)?)?, hundredths(sides.next()?)?])
}

fn hundredths(number: &str) -> Option<u32> {
    let number: f64 = number.parse().ok()?;
    let is_sensible = (0.01..1e6).contains(&number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the number is within bounds"
    )]
    is_sensible.then(|| (number * 100.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(text: &str) -> Result<Emblem, EmblemError> {
        Emblem::new(text.as_bytes().to_vec(), "A lamp")
    }

    #[test]
    fn a_drawing_keeps_its_shape_in_its_box() {
        let wide =
            svg("<svg width='200px' height='100px'><path d='M0 0'/></svg>").unwrap();
        assert_eq!(format!("{:?}", wide.fitted(56.0, 47.0)), "[56.0, 28.0]");
        let high =
            svg("<?xml version='1.0'?><svg width='100%' viewBox='0 0 1 2'/>").unwrap();
        assert_eq!(format!("{:?}", high.fitted(56.0, 47.0)), "[23.5, 47.0]");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for (text, message) in [
            ("GIF89a", "neither"),
            ("", "neither"),
            ("<html><p>", "neither"),
            ("<svg width='1' height='1'><g>", "not whole"),
            ("<svg><g/></svg>", "viewBox"),
            ("<svg viewBox='0 0 1 1'><script/></svg>", "script"),
            (
                "<svg viewBox='0 0 1 1'><image href='http://x/y.png'/></svg>",
                "another file",
            ),
            ("\u{89}PNG", "neither"),
        ] {
            let error = svg(text).unwrap_err().to_string();
            assert!(error.contains(message), "{text}: {error}");
        }
        let cut = [PNG_SIGN, b"\0\0\0\rIHDR\0\0"].concat();
        assert!(matches!(Emblem::new(cut, "A lamp"), Err(EmblemError::Broken)));
        let large = vec![b' '; Emblem::MOST_BYTES + 1];
        assert!(matches!(Emblem::new(large, "x"), Err(EmblemError::TooLarge { .. })));
        assert!(matches!(Emblem::new(vec![], " "), Err(EmblemError::NoAlt)));
    }
}
