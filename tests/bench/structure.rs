//! Whether the structure of real texts is found: paragraphs of the labelled corpus, whole
//! and in order, in the right part, with their numbers.
//!
//! `cargo bench -- structure` measures all sets in all shapes; further words select sets,
//! symbols or the number of a shape, `all` names every fault: `structure HRC 3 all`.

use std::fmt::Write;
use std::io::{BufRead, BufReader};
use std::path::Path;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use zerodraft::conventions::opening_phrases::Part;
use zerodraft::import::raw_text;
use zerodraft::model::{Paragraph, Resolution};
use zerodraft::text::Source;

use crate::shapes::{FURNITURE, SHAPES};

/// The sets: name, file of the labels, whether the texts are those since a year, and the
/// share of paragraphs that must be found, in tenths of a per cent.
const SETS: [(&str, &str, Years, Option<f64>); 7] = [
    ("HRC since 2006", "HRC", Years::Since(2006), Some(99.5)),
    ("GA since 2000", "GA", Years::Since(2000), Some(98.5)),
    ("SC since 2000", "SC", Years::Since(2000), Some(98.5)),
    ("ECOSOC since 2000", "ECOSOC", Years::Since(2000), Some(98.5)),
    ("GA older", "GA", Years::Before(2000), None),
    ("SC older", "SC", Years::Before(2000), None),
    ("ECOSOC older", "ECOSOC", Years::Before(2000), None),
];

#[derive(Clone, Copy)]
enum Years {
    Since(u16),
    Before(u16),
}

/// How many documents are named, and how many paragraphs of each.
const WORST: usize = 12;
const SHOWN: usize = 6;

/// Measures what the words select.
pub(crate) fn structure(words: &[String]) {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let corpus = Path::new(&shared).join("corpus");
    if !corpus.is_dir() {
        println!("structure: skipped, no corpus in {shared} (ZERODRAFT_SHARED)");
        return;
    }
    let corrections = corrections();
    let (mut paragraphs, mut corrected, mut furniture) = (0, 0, 0);
    for (name, file, years, target) in SETS {
        let is_symbol = |word: &&String| word.contains('/');
        let number = |word: &String| word.parse::<usize>().ok();
        let is_set = words.iter().all(|word| {
            number(word).is_some()
                || word == "all"
                || is_symbol(&word)
                || name.to_lowercase().contains(&word.to_lowercase())
        });
        if !is_set {
            continue;
        }
        let symbols: Vec<&String> = words.iter().filter(is_symbol).collect();
        let documents = documents(&corpus, file, |document: &Document| {
            years.hold(document.year)
                && (symbols.is_empty() || symbols.contains(&&document.symbol))
        });
        if documents.is_empty() {
            continue;
        }
        let wanted: Vec<usize> = words.iter().filter_map(number).collect();
        let report = Report::of(&documents, &corrections, &wanted);
        let names_all = words.iter().any(|word| word == "all") || documents.len() == 1;
        report.print(name, target, &documents, names_all);
        furniture += report.furniture;
        paragraphs += report.paragraphs;
        corrected += report.corrected;
    }
    println!("furniture in paragraphs: {furniture}");
    println!(
        "labels corrected: {corrected} of {paragraphs} paragraphs ({:.2} %)",
        percent(corrected, paragraphs)
    );
}

impl Years {
    fn hold(self, year: u16) -> bool {
        match self {
            Self::Since(first) => year >= first,
            Self::Before(first) => year < first,
        }
    }
}

/// A labelled text.
struct Document {
    symbol: String,
    year: u16,
    text: String,
    labels: Vec<Label>,
}

/// A labelled paragraph.
#[derive(Clone)]
struct Label {
    part: Part,
    number: Option<u32>,
    text: String,
    key: String,
    /// Whether it must be found. Else it counts neither for nor against.
    counts: bool,
}

/// Letters and figures of a text, without the calls of its notes: raised figures, and
/// figures that stand close behind a word or a mark.
fn key(text: &str) -> String {
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

fn is_raised(c: char) -> bool {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)
}

/// The documents of a set whose text is here and which have labelled paragraphs.
fn documents(
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

fn document(corpus: &Path, line: &str) -> Option<Document> {
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
fn year_of(symbol: &str) -> Option<u16> {
    if let Some((_, year)) = symbol.split_once('(') {
        return year.trim_end_matches(')').parse().ok();
    }
    let session: u16 = symbol.strip_prefix("A/RES/")?.split('/').next()?.parse().ok()?;
    Some(1945 + session)
}

fn is_annex(text: Option<&str>) -> bool {
    let Some(rest) = text.and_then(|text| text.trim().strip_prefix("Annex")) else {
        return false;
    };
    let mut words = rest.split(|c: char| " .:*–\u{a0}".contains(c));
    let is_alone = words.next() == Some("");
    let is_number = |word: &str| word.chars().all(|c| "IVX0123456789ABC".contains(c));
    is_alone && words.next().is_none_or(is_number)
}

fn label(element: &serde_json::Value) -> Option<Label> {
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

fn figures(number: &str) -> Option<u32> {
    let start = number.find(|c: char| c.is_ascii_digit())?;
    let digits = number[start..].bytes().take_while(u8::is_ascii_digit).count();
    number[start..start + digits].parse().ok()
}

/// What is wrong with a label, and where.
struct Correction {
    symbol: &'static str,
    error: &'static str,
    quotation: String,
}

/// The labels known to be wrong: symbol, error, words of the source, why.
fn corrections() -> Vec<Correction> {
    let lines = include_str!("wrong_labels.tsv").lines();
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
fn put_right(document: &Document, corrections: &[Correction]) -> (Vec<Label>, usize) {
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

/// What was found of a text, against its labels.
#[derive(Default, Clone)]
struct Score {
    /// By part: labelled, found by us, the same in both.
    parts: [Counts; 2],
    numbers: Vec<String>,
    missed: Vec<String>,
    extra: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Counts {
    labelled: usize,
    ours: usize,
    same: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.labelled += other.labelled;
        self.ours += other.ours;
        self.same += other.same;
    }

    fn recall(self) -> f64 {
        percent(self.same, self.labelled)
    }

    fn precision(self) -> f64 {
        percent(self.same, self.ours)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Score {
    fn of(labels: &[Label], resolution: &Resolution) -> Self {
        let mut score = Self::default();
        for (index, part) in [Part::Preambular, Part::Operative].into_iter().enumerate() {
            let labelled: Vec<&Label> =
                labels.iter().filter(|label| label.part == part).collect();
            let ours = paragraphs(resolution, part);
            score.parts[index] = score.compare(&labelled, &ours, labels);
        }
        score
    }

    fn compare(
        &mut self,
        labelled: &[&Label],
        ours: &[&Paragraph],
        all: &[Label],
    ) -> Counts {
        let labelled_keys: Vec<&str> = labelled.iter().map(|l| l.key.as_str()).collect();
        let keys: Vec<String> = ours.iter().map(|p| key(&p.prose.text)).collect();
        let our_keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let mut counts = Counts::default();
        let mut is_same = (vec![false; labelled.len()], vec![false; ours.len()]);
        for step in capture_diff_slices(Algorithm::Myers, &labelled_keys, &our_keys) {
            let DiffOp::Equal { old_index, new_index, len } = step else { continue };
            for (label, our) in (old_index..).zip(new_index..).take(len) {
                (is_same.0[label], is_same.1[our]) = (true, true);
                let marker = ours[our].marker.as_ref();
                let number = marker.and_then(|marker| figures(&marker.text));
                let is_numbered =
                    labelled[label].counts && labelled[label].number.is_some();
                if is_numbered && labelled[label].number != number {
                    let name = &labelled[label].number;
                    self.numbers.push(format!("{name:?}, not {number:?}"));
                }
            }
        }
        for (label, is_same) in labelled.iter().zip(&is_same.0).filter(|(l, _)| l.counts)
        {
            counts.labelled += 1;
            counts.same += usize::from(*is_same);
            if !is_same {
                self.missed.push(shortened(label.part, &label.text));
            }
        }
        counts.ours = counts.same;
        let neutral = all.iter().filter(|label| !label.counts);
        let is_neutral = |key: &str| {
            let is = |label: &Label| match label.text.is_empty() {
                true => key.starts_with(label.key.as_str()),
                false => key == label.key,
            };
            neutral.clone().any(is)
        };
        for (at, our) in ours.iter().enumerate().filter(|(at, _)| !is_same.1[*at]) {
            let marker = our.marker.as_ref().map_or("", |marker| &marker.text);
            let with_marker = key(marker) + our_keys[at];
            if !is_neutral(our_keys[at]) && !is_neutral(&with_marker) {
                counts.ours += 1;
                self.extra.push(shortened(our.part, &our.prose.text));
            }
        }
        counts
    }

    fn errors(&self) -> usize {
        self.missed.len() + self.extra.len() + self.numbers.len()
    }
}

fn shortened(part: Part, text: &str) -> String {
    let part = if part == Part::Preambular { "PP" } else { "OP" };
    let start: String = text.chars().take(64).collect();
    let len = text.chars().count();
    let end: String = text.chars().skip(len.saturating_sub(28).max(64)).collect();
    format!("{part} {start} … {end} ({len})")
}

fn paragraphs(resolution: &Resolution, part: Part) -> Vec<&Paragraph> {
    let parts = resolution.with_parts();
    match part {
        Part::Preambular => parts.flat_map(Resolution::preambular).collect(),
        Part::Operative => parts.flat_map(Resolution::operative).collect(),
    }
}

/// The scores of a set.
struct Report {
    /// By shape: its number, the sums before and after corrections, and each document's.
    shapes: Vec<(usize, [Score; 2], Vec<Score>)>,
    furniture: usize,
    paragraphs: usize,
    corrected: usize,
}

impl Report {
    fn of(documents: &[Document], corrections: &[Correction], wanted: &[usize]) -> Self {
        let is_wanted =
            |shape: &usize| wanted.is_empty() || wanted.contains(&(shape + 1));
        let mut shapes: Vec<(usize, [Score; 2], Vec<Score>)> = (0..SHAPES.len())
            .filter(is_wanted)
            .map(|shape| (shape, Default::default(), Vec::new()))
            .collect();
        let (mut furniture, mut paragraphs, mut corrected) = (0, 0, 0);
        for document in documents {
            let (labels, changed) = put_right(document, corrections);
            corrected += changed;
            paragraphs += document.labels.iter().filter(|label| label.counts).count();
            for (shape, sums, scores) in &mut shapes {
                let text = SHAPES[*shape].1(&document.text);
                let source = Source::new(raw_text(&text).text);
                let resolution = zerodraft::syntax::parse(&source);
                furniture += furniture_in(&resolution);
                if documents.len() == 1 {
                    save(*shape, &text, source.text());
                }
                let before = Score::of(&document.labels, &resolution);
                let after = Score::of(&labels, &resolution);
                for (sum, score) in sums.iter_mut().zip([&before, &after]) {
                    sum.parts[0].add(score.parts[0]);
                    sum.parts[1].add(score.parts[1]);
                    sum.numbers.extend_from_slice(&score.numbers);
                }
                scores.push(after);
            }
        }
        Self { shapes, furniture, paragraphs, corrected }
    }

    fn print(
        &self,
        name: &str,
        target: Option<f64>,
        documents: &[Document],
        names_all: bool,
    ) {
        println!("\n{name}: {} texts, target {target:?}", documents.len());
        println!("{:24} PP recall precision   OP recall precision   numbers", "");
        for (shape, sums, _) in &self.shapes {
            for (sum, when) in sums.iter().zip(["as labelled", "corrected"]) {
                let [preambular, operative] = sum.parts;
                println!(
                    "{:10} {when:13} {:9.2} {:9.2}   {:9.2} {:9.2}   {} differ",
                    SHAPES[*shape].0,
                    preambular.recall(),
                    preambular.precision(),
                    operative.recall(),
                    operative.precision(),
                    sum.numbers.len(),
                );
            }
        }
        for (shape, sums, scores) in &self.shapes {
            let [preambular, operative] = sums[1].parts;
            let worst = [preambular, operative]
                .iter()
                .flat_map(|part| [part.recall(), part.precision()])
                .fold(100.0, f64::min);
            if let Some(target) = target {
                let word = if worst < target { "MISSED" } else { "held" };
                println!(
                    "{:10} worst figure {worst:.2}: target {word}",
                    SHAPES[*shape].0
                );
            }
            print_worst(*shape, scores, documents, names_all);
        }
    }
}

fn print_worst(shape: usize, scores: &[Score], documents: &[Document], names_all: bool) {
    let mut worst: Vec<(&Score, &Document)> =
        scores.iter().zip(documents).filter(|(score, _)| score.errors() > 0).collect();
    worst.sort_by_key(|(score, _)| std::cmp::Reverse(score.errors()));
    let mut text = String::new();
    let (most_documents, most) =
        if names_all { (usize::MAX, usize::MAX) } else { (WORST, SHOWN) };
    for (score, document) in worst.iter().take(most_documents) {
        writeln!(text, "  {} {}", SHAPES[shape].0, document.symbol).ok();
        for (what, list) in [
            ("missed", &score.missed),
            ("extra", &score.extra),
            ("number", &score.numbers),
        ] {
            for line in list.iter().take(most) {
                writeln!(text, "    {what} {line}").ok();
            }
            if list.len() > most {
                writeln!(text, "    … and {} {what} more", list.len() - most).ok();
            }
        }
    }
    print!("{text}");
}

/// Keeps the text of a single document in a shape, and its draft, for who reads them.
fn save(shape: usize, text: &str, draft: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(folder).unwrap();
    for (ending, words) in [("txt", text), ("md", draft)] {
        let path = folder.join(format!("structure-{}.{ending}", shape + 1));
        std::fs::write(&path, words).unwrap();
        println!("{}", path.display());
    }
}

/// How many paragraphs have words of the furniture.
fn furniture_in(resolution: &Resolution) -> usize {
    let words = FURNITURE.map(key);
    let holds = |paragraph: &&Paragraph| {
        let text = key(&paragraph.prose.text);
        words.iter().any(|words| text.contains(words.as_str()))
    };
    let annexes = resolution.annexes.iter().flat_map(|annex| &annex.paragraphs);
    let texts = resolution.with_parts().flat_map(Resolution::paragraphs);
    texts.chain(annexes.flat_map(Paragraph::with_descendants)).filter(holds).count()
}
