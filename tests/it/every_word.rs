//! Every word of a real text stands in every format, once and in the order of the text.

use std::io::Read;

use zerodraft::conventions::Language;
use zerodraft::import;
use zerodraft::model::{Footnote, MarkKind, Paragraph, Prose, Resolution};
use zerodraft::render::{self, Options, RenderError, format_for};

use crate::real_texts::{labelled_texts, real_texts};

/// How many letters may stand between two stretches of words: numbers of paragraphs and
/// calls of notes.
const MOST_BETWEEN: usize = 40;

#[test]
fn every_word_of_real_texts_stands_in_every_format() {
    let mut faults = Vec::new();
    for (name, resolution) in real_texts() {
        for (format, words_of) in READERS {
            if format == "pdf" && !is_read_from_pdf(&name, &resolution) {
                continue;
            }
            let written = format_for(format).unwrap();
            let file = match render::render(&resolution, written, &Options::default()) {
                // No face of the computer has some character; that is told.
                Err(RenderError::NoFace { .. }) => continue,
                file => file.unwrap(),
            };
            let (text, notes) = words_of(&file);
            let found = in_order(&resolution, &letters(&text));
            if let Err(fault) =
                found.and_then(|()| notes_of(&resolution, &letters(&notes)))
            {
                faults.push(format!("{name}, {format}: {fault}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_labelled_text_is_rendered_in_every_format() {
    let mut faults = Vec::new();
    for (symbol, resolution) in labelled_texts() {
        let able =
            |format: &&&render::Format| cfg!(feature = "pdf") || format.name != "pdf";
        for format in render::FORMATS.iter().filter(able) {
            match render::render(&resolution, format, &Options::default()) {
                Ok(file) => assert!(!file.is_empty(), "{symbol}, {}", format.name),
                Err(error) => faults.push(format!("{symbol}, {}: {error}", format.name)),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a PDF of a text is read as that text. Chinese and Arabic need a face of the
/// computer; of single sentences without a title, a page does not say what they are.
fn is_read_from_pdf(name: &str, resolution: &Resolution) -> bool {
    let has_face = !matches!(resolution.language, Language::Zh | Language::Ar);
    cfg!(feature = "pdf") && has_face && !name.contains("UNPC-partial")
}

/// Checks that nothing is lost, and nothing added between.
fn in_order(resolution: &Resolution, letters: &str) -> Result<(), String> {
    let mut rest = letters;
    // Meeting, date and vote stand between the text and its annexes.
    for stretches in [of_text(resolution), of_annexes(resolution)] {
        for (index, stretch) in stretches.iter().enumerate() {
            let found = rest.split_once(stretch.as_str());
            let (between, after) =
                found.ok_or_else(|| format!("“{}” is lost", shortened(stretch)))?;
            if index > 0 && between.chars().count() > MOST_BETWEEN {
                return Err(format!(
                    "“{}” before “{}”",
                    shortened(between),
                    shortened(stretch)
                ));
            }
            rest = after;
        }
    }
    Ok(())
}

fn notes_of(resolution: &Resolution, letters: &str) -> Result<(), String> {
    let notes = resolution.footnotes.iter();
    let mut stretches = notes.flat_map(|Footnote { prose, .. }| of_prose(prose));
    let lost = stretches.find(|stretch| !letters.contains(stretch));
    lost.map_or(Ok(()), |stretch| Err(format!("“{stretch}” is lost in the notes")))
}

/// The stretches of words between calls, proposals and comments, as letters, in the order
/// of the text.
fn of_text(resolution: &Resolution) -> Vec<String> {
    let mut all = Vec::new();
    for part in resolution.with_parts() {
        if !std::ptr::eq(part, resolution) {
            all.extend(part.title.iter().map(|title| letters(&title.value)));
        }
        let mut proses: Vec<&Prose> = Vec::new();
        for section in &part.sections {
            proses.extend(&section.heading);
            let paragraphs = section.preambular.iter().chain(&section.operative);
            let mut below: Vec<&Prose> = paragraphs
                .flat_map(Paragraph::with_descendants)
                .map(|p| &p.prose)
                .collect();
            below.sort_by_key(|prose| prose.range);
            proses.append(&mut below);
        }
        all.extend(proses.into_iter().flat_map(of_prose));
    }
    all.retain(|stretch| !stretch.is_empty());
    all
}

fn of_annexes(resolution: &Resolution) -> Vec<String> {
    let mut all = Vec::new();
    for annex in &resolution.annexes {
        all.extend(of_prose(&annex.title));
        let paragraphs = annex.paragraphs.iter().flat_map(Paragraph::with_descendants);
        all.extend(paragraphs.flat_map(|paragraph| of_prose(&paragraph.prose)));
    }
    all.retain(|stretch| !stretch.is_empty());
    all
}

fn of_prose(prose: &Prose) -> Vec<String> {
    let stands_between =
        |kind: &MarkKind| !matches!(kind, MarkKind::Emphasis | MarkKind::Added);
    let mut cuts: Vec<usize> = prose
        .marks
        .iter()
        .filter(|mark| stands_between(&mark.kind))
        .map(|mark| mark.covers.start)
        .collect();
    cuts.push(prose.text.len());
    cuts.sort_unstable();
    let mut at = 0;
    cuts.iter()
        .map(|cut| letters(&prose.text[std::mem::replace(&mut at, *cut)..*cut]))
        .collect()
}

/// The beginning of a stretch, for a message.
fn shortened(stretch: &str) -> String {
    stretch.chars().take(80).collect()
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Takes the words of the text and those of the notes out of a file.
type WordsOf = fn(&[u8]) -> (String, String);

const READERS: [(&str, WordsOf); 6] = [
    ("text", |file| (utf_8(file), utf_8(file))),
    ("markdown", |file| (utf_8(file), utf_8(file))),
    ("html", |file| {
        let page = utf_8(file);
        let (_, body) = page.split_once("</style>").unwrap();
        (without_tags(body), without_tags(body))
    }),
    ("xml", |file| {
        let xml = utf_8(file);
        (without_tags(&without_notes(&xml)), without_tags(&xml))
    }),
    ("docx", |file| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
        let mut part = |name: &str| {
            let mut xml = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
            let texts = xml.split("<w:t").skip(1).filter_map(|rest| {
                let rest = rest
                    .strip_prefix('>')
                    .or_else(|| rest.strip_prefix(" xml:space=\"preserve\">"))?;
                Some(rest.split_once("</w:t>")?.0)
            });
            unescaped(&texts.collect::<String>())
        };
        let text = part("word/document.xml");
        // A note that nothing calls stands in the text.
        (text.clone(), part("word/footnotes.xml") + &text)
    }),
    ("pdf", |file| {
        let draft = import::read(file, &import::Options::default()).unwrap().text;
        (draft.clone(), draft)
    }),
];

fn utf_8(file: &[u8]) -> String {
    String::from_utf8(file.to_vec()).unwrap()
}

/// The text around the notes, which may stand in one another.
fn without_notes(xml: &str) -> String {
    let (mut text, mut depth) = (String::new(), 0_usize);
    for piece in xml.split_inclusive('>') {
        let (words, tag) = piece.rsplit_once('<').unwrap_or((piece, ""));
        if depth == 0 {
            text.push_str(words);
        }
        match tag.split([' ', '>']).next() {
            Some("authorialNote") => depth += 1,
            Some("/authorialNote") => depth -= 1,
            _ => {}
        }
    }
    text
}

fn without_tags(xml: &str) -> String {
    let pieces =
        xml.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    unescaped(&pieces.collect::<String>())
}

fn unescaped(xml: &str) -> String {
    quick_xml::escape::unescape(xml).unwrap().into_owned()
}
