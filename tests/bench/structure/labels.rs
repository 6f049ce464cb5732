//! The labelled paragraphs of the corpus, and which of the labels are wrong.

use std::io::{BufRead, BufReader};
use std::path::Path;

use zerodraft::conventions::opening_phrases::Part;

/// A labelled text.
pub(super) struct Document {
    pub(super) symbol: String,
    pub(super) year: u16,
    pub(super) text: String,
    pub(super) labels: Vec<Label>,
}

/// A labelled paragraph.
#[derive(Clone)]
pub(super) struct Label {
    pub(super) part: Part,
    pub(super) number: Option<u32>,
    pub(super) text: String,
    pub(super) key: String,
    /// Whether it must be found. Else it counts neither for nor against.
    pub(super) counts: bool,
}

/// Letters and figures of a text, without the calls of its notes: raised figures, and
/// figures that stand close behind a word or a mark.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let figures = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_call = bare.len() - figures.len() <= 3
            && figures.ends_with(|c: char| {
                c.is_alphabetic() || matches!(c, ',' | ';' | '.' | '”' | '’' | ')' | ':')
            });
        let word = if is_call { figures } else { bare };
        let letters = word.chars().filter(|c| {
            c.is_alphabetic() || c.is_ascii_digit() || c.is_numeric() && !is_raised(*c)
        });
        key.extend(letters.flat_map(char::to_lowercase));
    }
    key
}

/// The words of ours whose hyphens are not those of the label.
pub(super) fn other_hyphens(label: &str, ours: &str) -> Vec<String> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().filter(|word| word.contains('-'));
        words
            .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned())
            .collect()
    };
    let (label, ours) = (words(label), words(ours));
    let differ = |word: &&String| !word.is_empty() && !label.contains(*word);
    let missing = |word: &&String| !word.is_empty() && !ours.contains(*word);
    let more = ours.iter().filter(differ).map(|word| format!("has {word}"));
    more.chain(label.iter().filter(missing).map(|word| format!("lacks {word}"))).collect()
}

pub(super) fn is_raised(c: char) -> bool {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)
}

/// The documents of a set whose text is here and which have labelled paragraphs.
pub(super) fn documents(
    corpus: &Path,
    set: &str,
    is_wanted: impl Fn(&Document) -> bool,
) -> Vec<Document> {
    let path = corpus.join(format!("structured/shared/{set}.en.jsonl.gz"));
    let Ok(file) = std::fs::File::open(&path) else {
        println!("structure: skipped {}, which is not there", path.display());
        return Vec::new();
    };
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    lines
        .filter_map(|line| document(corpus, &line.unwrap()))
        .filter(|document| !document.labels.is_empty() && is_wanted(document))
        .collect()
}

pub(super) fn document(corpus: &Path, line: &str) -> Option<Document> {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    let text = std::fs::read(corpus.join(value["file"].as_str()?)).ok()?;
    let string =
        |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let elements = value["elements"].as_array()?;
    let is_body = |element: &&serde_json::Value| !is_annex(element["x"].as_str());
    let labels = elements.iter().take_while(is_body).filter_map(label).collect();
    let symbol = string(&value["symbol"]);
    let date = string(&value["date"]);
    let year = date.get(..4).and_then(|year| year.parse().ok());
    Some(Document {
        year: year.or_else(|| year_of(&symbol)).unwrap_or_default(),
        symbol,
        text: String::from_utf8_lossy(&text).into_owned(),
        labels,
    })
}

/// The year in “S/RES/2353(2017)”, or that of the session in “A/RES/70/1”.
pub(super) fn year_of(symbol: &str) -> Option<u16> {
    if let Some((_, year)) = symbol.split_once('(') {
        return year.trim_end_matches(')').parse().ok();
    }
    let session: u16 = symbol.strip_prefix("A/RES/")?.split('/').next()?.parse().ok()?;
    Some(1945 + session)
}

pub(super) fn is_annex(text: Option<&str>) -> bool {
    let Some(rest) = text.and_then(after_annex) else {
        return false;
    };
    let mut words = rest.split(|c: char| " .:*–\u{a0}".contains(c));
    let is_alone = words.next() == Some("");
    let is_number = |word: &str| word.chars().all(|c| "IVX0123456789ABC".contains(c));
    is_alone && words.next().is_none_or(is_number)
}

pub(super) fn after_annex(text: &str) -> Option<&str> {
    ["Annex", "ANNEX"].iter().find_map(|word| text.trim().strip_prefix(word))
}

pub(super) fn label(element: &serde_json::Value) -> Option<Label> {
    if element["t"] != "paragraph" {
        return None;
    }
    let text = element["x"].as_str()?.to_owned();
    let number = element["n"].as_str();
    let is_preambular = element["p"] == "preambular";
    let counts = if is_preambular {
        element["v"].is_string()
    } else {
        element["l"] == 1 && number.is_some()
    };
    (is_preambular || counts).then(|| Label {
        part: if is_preambular { Part::Preambular } else { Part::Operative },
        number: number.and_then(figures),
        key: key(&text),
        text,
        counts,
    })
}

pub(super) fn figures(number: &str) -> Option<u32> {
    let figures = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = figures.bytes().take_while(u8::is_ascii_digit).count();
    figures.get(..digits)?.parse().ok()
}

/// What is wrong with a label, and where.
pub(super) struct Correction {
    pub(super) symbol: &'static str,
    pub(super) error: &'static str,
    pub(super) quotation: String,
}

/// The labels known to be wrong: symbol, error, words of the source, why.
pub(super) fn corrections() -> Vec<Correction> {
    let lines = include_str!("../wrong_labels.tsv").lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let (symbol, error) = (fields.next().unwrap(), fields.next().unwrap());
            let quotation = key(fields.next().unwrap());
            Correction { symbol, error, quotation }
        })
        .collect()
}

/// The labels of a document, put right; and how many changed.
pub(super) fn put_right(
    document: &Document,
    corrections: &[Correction],
) -> (Vec<Label>, usize) {
    let mut labels = document.labels.clone();
    let mut changed = 0;
    for correction in corrections.iter().filter(|c| c.symbol == document.symbol) {
        let wrong = match correction.error {
            "operative" => Some(Part::Preambular),
            "preambular" => Some(Part::Operative),
            _ => None,
        };
        let mut found = labels.iter_mut().filter(|label| {
            label.counts
                && label.key.starts_with(correction.quotation.as_str())
                && wrong.is_none_or(|part| part == label.part)
        });
        changed += 1;
        match (correction.error, found.next()) {
            // An operative paragraph without number.
            ("operative", Some(label)) => label.part = Part::Operative,
            ("preambular", Some(label)) => label.part = Part::Preambular,
            // Words of another kind: of a quoted text, of a list, a heading.
            ("no paragraph", Some(label)) => label.counts = false,
            // A paragraph that has no label: to be found in neither part.
            ("no label", found) => {
                assert!(found.is_none(), "{}: it has a label", correction.symbol);
                labels.push(Label {
                    part: Part::Preambular,
                    number: None,
                    text: String::new(),
                    key: correction.quotation.clone(),
                    counts: false,
                });
            }
            (error, _) => panic!("{}: no label {error}", correction.symbol),
        }
    }
    (labels, changed)
}
