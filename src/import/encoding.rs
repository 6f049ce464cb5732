//! From the bytes of a file to its text, whatever program wrote it.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, GB18030, GBK, UTF_8, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};

use super::ImportError;

/// Text, and the encoding that it was read from.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding, unless it is UTF-8.
    pub(super) encoding: Option<&'static str>,
}

/// What the texts of the United Nations come in besides UTF-8: Russian, Arabic and
/// Chinese of older programs. All else is read as Western.
const OF_OTHER_SCRIPTS: [&Encoding; 4] = [WINDOWS_1251, WINDOWS_1256, GBK, GB18030];

/// The text of a draft, which is in UTF-8.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, ImportError> {
    refuse_what_is_no_text(bytes)?;
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        ImportError::NotUtf8 { line: memchr::memchr_iter(b'\n', before).count() + 1 }
    })
}

/// The text of any file: its byte order mark tells, or its bytes do.
pub(super) fn any(bytes: &[u8]) -> Result<Decoded<'_>, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(decoded(bytes.get(mark..).unwrap_or_default(), encoding));
    }
    refuse_what_is_no_text(bytes)?;
    Ok(decoded(bytes, likeliest(bytes)))
}

/// The text of a file that names its encoding. A mark goes before the name, and bytes
/// that are UTF-8 are, whatever is said of them.
pub(super) fn labelled<'a>(
    bytes: &'a [u8],
    label: &[u8],
) -> Result<Decoded<'a>, ImportError> {
    let named = Encoding::for_label_no_replacement(label).filter(|named| {
        // The label was read byte by byte, so it cannot be UTF-16.
        named.is_ascii_compatible()
    });
    match named {
        Some(named)
            if Encoding::for_bom(bytes).is_none()
                && std::str::from_utf8(bytes).is_err()
                && named != UTF_8 =>
        {
            Ok(decoded(bytes, named))
        }
        _ => any(bytes),
    }
}

/// The first characters of a file, as far as its mark tells them.
pub(super) fn start(bytes: &[u8], len: usize) -> String {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    let first = bytes.get(..bytes.len().min(len)).unwrap_or_default();
    encoding.decode_with_bom_removal(first).0.into_owned()
}

fn decoded<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let encoding = (encoding != UTF_8).then(|| encoding.name());
    Decoded { text, encoding }
}

fn likeliest(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let is_whole =
        |encoding: &'static Encoding| !encoding.decode_without_bom_handling(bytes).1;
    let is_of_other_script = OF_OTHER_SCRIPTS.contains(&guess) && is_whole(guess);
    if is_of_other_script { guess } else { WINDOWS_1252 }
}

fn refuse_what_is_no_text(bytes: &[u8]) -> Result<(), ImportError> {
    match no_text(bytes) {
        Some((what, remedy)) => Err(ImportError::NoText { what, remedy }),
        None => Ok(()),
    }
}

/// Whether bytes hold no word at all.
pub(super) fn is_empty(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().all(u8::is_ascii_whitespace)
}

const AS_DOCX: &str = "save it as .docx, without a password, and open that";

/// How files begin that are no text, what they are, and what to do about it.
const OPENINGS: [(&[u8], &str, &str); 13] = [
    (b"%PDF-", "a PDF", "give it a name that ends in .pdf and open that"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc), or one with a password", AS_DOCX),
    (b"{\\rtf", "a rich text file (.rtf)", "save it as .docx and open that"),
    (b"\x89PNG", "a picture", A_PICTURE),
    (b"\xff\xd8\xff", "a picture", A_PICTURE),
    (b"GIF8", "a picture", A_PICTURE),
    (b"II*\0", "a picture", A_PICTURE),
    (b"MM\0*", "a picture", A_PICTURE),
    (b"RIFF", "a picture or a recording", A_PICTURE),
    (b"\x1f\x8b", "a packed file (.gz)", "unpack it and open what is in it"),
    (b"7z\xbc\xaf", "a packed file (.7z)", "unpack it and open what is in it"),
    (b"\xff\xfe", "UTF-16 text", "save it as UTF-8 and open that"),
    (b"\xfe\xff", "UTF-16 text", "save it as UTF-8 and open that"),
];

const A_PICTURE: &str = "let a program for text recognition read it, and open its text";

/// What bytes are that are no text, and what to do about it.
fn no_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped(bytes));
    }
    let opens = |(opening, ..): &&(&[u8], _, _)| bytes.starts_with(opening);
    let found = OPENINGS.iter().find(opens).map(|(_, what, remedy)| (*what, *remedy));
    // Programs write these in texts of old: bell, backspace, end of file, escape.
    let is_binary = |byte: &u8| {
        byte.is_ascii_control()
            && !byte.is_ascii_whitespace()
            && !b"\x07\x08\x0b\x1a\x1b\x7f".contains(byte)
    };
    let binary = ("binary data, not text", "name a text file");
    let is_data = memchr::memchr(0, bytes).is_some()
        || bytes.iter().filter(|byte| is_binary(byte)).count() > bytes.len() / 50;
    found.or(is_data.then_some(binary))
}

fn zipped(bytes: &[u8]) -> (&'static str, &'static str) {
    let first = bytes.get(..bytes.len().min(120)).unwrap_or_default();
    let names = |name: &[u8]| memchr::memmem::find(first, name).is_some();
    if names(b"opendocument.text") {
        ("an OpenDocument text (.odt)", "save it as .docx and open that")
    } else {
        ("a Word or other zipped file", "save it as plain text and open that")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = any(bytes).unwrap();
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn a_mark_tells_the_encoding() {
        let text = "Noting “Türkiye”, 人权";
        let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}Noting “Türkiye”, 人权".encode_utf16().flat_map(bytes).collect()
        };
        assert_eq!(read(text.as_bytes()), (text.to_owned(), None));
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        assert_eq!(read(&marked), (text.to_owned(), None));
        assert_eq!(read(&units(u16::to_le_bytes)), (text.to_owned(), Some("UTF-16LE")));
        assert_eq!(read(&units(u16::to_be_bytes)), (text.to_owned(), Some("UTF-16BE")));
    }

    #[test]
    fn older_encodings_are_told_by_their_bytes() {
        let texts = [
            (
                "Recalling the “Mandela Rules” – adopted in 2015 – and Côte d’Ivoire,",
                WINDOWS_1252,
            ),
            ("The café”", WINDOWS_1252),
            (
                "Rappelant sa résolution 70/1, à laquelle le Secrétaire général a donné suite,",
                WINDOWS_1252,
            ),
            ("Recordando la resolución de la Asamblea, año tras año,", WINDOWS_1252),
            ("Генеральная Ассамблея, ссылаясь на свои резолюции,", WINDOWS_1251),
            (
                "الجمعية العامة، إذ تشير إلى قراراتها السابقة بشأن حقوق الإنسان،",
                WINDOWS_1256,
            ),
            ("人权理事会，回顾大会关于技术援助的各项决议，强调各国的责任，", GBK),
        ];
        for (text, encoding) in texts {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(read(&bytes), (text.to_owned(), Some(encoding.name())));
        }
    }

    #[test]
    fn a_name_goes_before_a_guess_and_behind_a_mark() {
        let named = |bytes: &[u8], label: &[u8]| {
            labelled(bytes, label).unwrap().text.into_owned()
        };
        assert_eq!(named(b"\xe9t\xe9", b"iso-8859-1"), "été");
        assert_eq!(named("été".as_bytes(), b"iso-8859-1"), "été");
        assert_eq!(named("été".as_bytes(), b"utf-16"), "été");
        assert_eq!(named(b"\xcf\xd0", b"windows-1251"), "ПР");
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, what) in [
            (b"\x89PNG\r\n\x1a\n".as_slice(), "a picture"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "an old Word file (.doc), or one with a password",
            ),
            (b"{\\rtf1\\ansi The General Assembly,}", "a rich text file (.rtf)"),
            (
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
                "an OpenDocument text (.odt)",
            ),
            (b"PK\x03\x04xl/", "a Word or other zipped file"),
            (b"\0\x01\x02", "binary data, not text"),
            (b"\x01\x02\x03\x04\x05", "binary data, not text"),
        ] {
            let error = any(bytes).unwrap_err();
            let ImportError::NoText { what: found, .. } = error else {
                panic!("{error}")
            };
            assert_eq!(found, what);
        }
    }
}
