//! The adopted English texts and their labels.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zerodraft::conventions::opening_phrases::Part;

/// An adopted text.
pub(crate) struct Document {
    pub(crate) symbol: String,
    /// “HRC”, “GA”, “SC”, “ECOSOC”; with “-PRST” for statements of a President.
    pub(crate) set: String,
    pub(crate) year: u16,
    pub(crate) text: String,
    pub(crate) elements: Vec<Element>,
}

/// A labelled run of the text.
pub(crate) struct Element {
    pub(crate) what: What,
    pub(crate) text: String,
}

/// What a run is, as labelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// A paragraph of the first degree that has a verb.
    Paragraph(Part),
    /// Another paragraph: a subparagraph, continuation text.
    Lesser,
    /// Title, heading, masthead or what stands below the text.
    Surroundings,
}

/// Where the corpus is, if it is here.
pub(crate) fn folder() -> Option<PathBuf> {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let folder = Path::new(&shared).join("corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("quality: skipped, no corpus in {shared} (ZERODRAFT_SHARED)");
    None
}

/// Every adopted text of the sets that are wanted.
pub(crate) fn documents(
    corpus: &Path,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Document> {
    let mut documents = Vec::new();
    for set in ["HRC", "GA", "SC", "ECOSOC", "SC-PRST", "HRC-PRST"] {
        if is_wanted(set) {
            labelled(corpus, set, &mut documents);
        }
    }
    if is_wanted("SC") {
        without_labels(corpus, "SC-gold", "SC", &mut documents);
    }
    documents
}

fn labelled(corpus: &Path, set: &str, documents: &mut Vec<Document>) {
    let path = corpus.join(format!("structured/shared/{set}.en.jsonl.gz"));
    let Ok(file) = std::fs::File::open(&path) else {
        println!("quality: skipped {}, which is not there", path.display());
        return;
    };
    for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
        let value: Value = serde_json::from_str(&line.unwrap()).unwrap();
        documents.extend(document(corpus, set, &value));
    }
}

fn document(corpus: &Path, set: &str, value: &Value) -> Option<Document> {
    let text = std::fs::read(corpus.join(value["file"].as_str()?)).ok()?;
    let symbol = value["symbol"].as_str()?.to_owned();
    let date = value["date"].as_str().unwrap_or_default();
    let year = date.get(..4).and_then(|year| year.parse().ok());
    Some(Document {
        year: year.or_else(|| year_of(&symbol)).unwrap_or_default(),
        symbol,
        set: set.to_owned(),
        text: String::from_utf8_lossy(&text).into_owned(),
        elements: elements(value["elements"].as_array()?),
    })
}

/// The runs in order. The labels call the lines of an annex operative paragraphs, and an
/// annex has none: its paragraphs open as they like.
fn elements(values: &[Value]) -> Vec<Element> {
    let mut elements: Vec<Element> = values.iter().filter_map(element).collect();
    let is_annex = |element: &Element| {
        element.what == What::Surroundings && element.text.starts_with("Annex")
    };
    let annex = elements.iter().position(is_annex).unwrap_or(elements.len());
    for element in elements.iter_mut().skip(annex) {
        if matches!(element.what, What::Paragraph(_)) {
            element.what = What::Lesser;
        }
    }
    elements
}

fn element(value: &Value) -> Option<Element> {
    let degree = value["l"].as_u64().unwrap_or(1);
    let part = match value["p"].as_str() {
        Some("preambular") => Some(Part::Preambular),
        Some("operative") => Some(Part::Operative),
        _ => None,
    };
    let what = match (value["t"].as_str()?, part) {
        ("paragraph", Some(part)) if degree == 1 && value["v"].is_string() => {
            What::Paragraph(part)
        }
        ("paragraph", _) => What::Lesser,
        _ => What::Surroundings,
    };
    Some(Element { what, text: value["x"].as_str()?.to_owned() })
}

/// Texts of a folder that nobody labelled.
fn without_labels(corpus: &Path, folder: &str, set: &str, documents: &mut Vec<Document>) {
    let Ok(entries) = std::fs::read_dir(corpus.join("texts").join(folder)) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let symbol = path.file_name().unwrap().to_string_lossy().into_owned();
        documents.push(Document {
            year: years_in(&symbol).unwrap_or_default(),
            symbol,
            set: set.to_owned(),
            text: String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned(),
            elements: Vec::new(),
        });
    }
}

/// The first run of four figures that is a year.
fn years_in(name: &str) -> Option<u16> {
    let mut runs = name.split(|c: char| !c.is_ascii_digit());
    runs.find_map(|run| {
        let year: u16 = run.parse().ok().filter(|_| run.len() == 4)?;
        (1945..2030).contains(&year).then_some(year)
    })
}

/// The year in “S/RES/2353(2017)”, or that of the session in “A/RES/70/1”.
fn year_of(symbol: &str) -> Option<u16> {
    if let Some((_, year)) = symbol.split_once('(') {
        return year.trim_end_matches(')').parse().ok();
    }
    let session: u16 = symbol.strip_prefix("A/RES/")?.split('/').next()?.parse().ok()?;
    Some(1945 + session)
}
