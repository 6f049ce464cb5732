//! How many openings of labelled paragraphs the table knows, and what else is taken for
//! an opening.

use std::collections::BTreeMap;

use zerodraft::conventions::opening_phrases::{Form, Part};
use zerodraft::conventions::{Conventions, Language};
use zerodraft::import::raw_text;
use zerodraft::model::{Paragraph, Resolution};
use zerodraft::text::Source;

use super::corpus::{Document, What};
use super::{in_parallel, percent, periods};

/// What was counted in a document.
#[derive(Default)]
struct Counts {
    labelled: usize,
    recognised: usize,
    /// Of these, those of the table that are spelt in another way: “Recognising”.
    otherwise_spelt: usize,
    /// Of these, the sentences of declarations: “We reaffirm”.
    declared: usize,
    /// First words of those not recognised.
    rest: Vec<String>,
    /// Openings in our own reading of the text, and those that are none.
    ours: usize,
    wrong: Vec<String>,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.labelled += other.labelled;
        self.recognised += other.recognised;
        self.declared += other.declared;
        self.otherwise_spelt += other.otherwise_spelt;
        self.ours += other.ours;
        self.rest.extend_from_slice(&other.rest);
        self.wrong.extend_from_slice(&other.wrong);
    }
}

/// Measures and prints.
pub(super) fn measure(documents: &[Document]) {
    // A statement of a President has no openings.
    let is_resolution = |document: &&Document| !document.set.ends_with("PRST");
    let documents: Vec<&Document> = documents.iter().filter(is_resolution).collect();
    let counts = in_parallel(&documents, |document| count(document));
    let mut rows: BTreeMap<(String, String), Counts> = BTreeMap::new();
    let mut recent = Counts::default();
    for (document, counts) in documents.iter().zip(&counts) {
        for period in periods(document) {
            rows.entry((document.set.clone(), period)).or_default().add(counts);
        }
        if document.year >= 2000 {
            recent.add(counts);
        }
    }
    println!("\nopenings               recognised  of labelled      wrongly  of ours");
    for ((set, period), counts) in &rows {
        print_row(&format!("{set} {period}"), counts);
    }
    print_row("ALL since 2000", &recent);
    println!("targets since 2000: recognised >= 99.5 %, wrongly <= 0.5 %");
    println!("recognised in another spelling since 2000: {}", recent.otherwise_spelt);
    println!("sentences of declarations among them (“We reaffirm”): {}", recent.declared);
    print_list("not recognised since 2000", &recent.rest);
    print_list("wrongly recognised since 2000", &recent.wrong);
}

fn print_row(name: &str, counts: &Counts) {
    println!(
        "{name:22} {:8.2} %  {:>11}  {:8.2} %  {:>7}",
        percent(counts.recognised, counts.labelled),
        counts.labelled,
        if counts.ours == 0 { 0.0 } else { percent(counts.wrong.len(), counts.ours) },
        counts.ours,
    );
}

fn print_list(name: &str, words: &[String]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for words in words {
        *counts.entry(words.as_str()).or_default() += 1;
    }
    let mut list: Vec<(&str, usize)> = counts.into_iter().collect();
    list.sort_by_key(|(words, count)| (std::cmp::Reverse(*count), *words));
    println!("{name}: {}", words.len());
    for (words, count) in list {
        println!("  {count:4} {words}");
    }
}

fn count(document: &Document) -> Counts {
    let openings = Conventions::of(Language::En).openings();
    let mut counts = Counts::default();
    for element in &document.elements {
        let What::Paragraph(part) = element.what else { continue };
        counts.labelled += 1;
        // A paragraph whose label names the wrong part opens as the other part does.
        if [Part::Preambular, Part::Operative]
            .iter()
            .any(|part| openings.open(*part, &element.text).is_some())
        {
            counts.recognised += 1;
        } else if openings.declared(&element.text).is_some() {
            counts.recognised += 1;
            counts.declared += 1;
        } else if openings
            .misformed(&element.text)
            .is_some_and(|opening| opening.form == Form::WrongSpelling)
        {
            counts.recognised += 1;
            counts.otherwise_spelt += 1;
        } else {
            let part = if part == Part::Preambular { "PP" } else { "OP" };
            counts.rest.push(format!("{part} {}", first_words(&element.text, 4)));
        }
    }
    if !document.elements.is_empty() {
        let source = Source::new(raw_text(&document.text).text);
        count_ours(document, &zerodraft::syntax::parse(&source), &mut counts);
    }
    counts
}

/// The openings in our reading: an opening is wrong where no labelled paragraph begins.
fn count_ours(document: &Document, resolution: &Resolution, counts: &mut Counts) {
    let starts: Vec<(What, String)> = document
        .elements
        .iter()
        .map(|element| (element.what, letters(&element.text)))
        .collect();
    let parts = resolution.with_parts();
    let paragraphs = parts.flat_map(|part| part.preambular().chain(part.operative()));
    for paragraph in paragraphs.filter(|paragraph| paragraph.opening.is_some()) {
        counts.ours += 1;
        if is_wrong(paragraph, &starts) {
            let words = first_words(&paragraph.prose.text, 7);
            counts
                .wrong
                .push(format!("{} {}: {words}", document.symbol, paragraph.label));
        }
    }
}

fn is_wrong(paragraph: &Paragraph, starts: &[(What, String)]) -> bool {
    let ours = letters(&paragraph.prose.text);
    let same = |start: &String| {
        let shared = ours.len().min(start.len()).min(30);
        shared >= 8 && ours.get(..shared) == start.get(..shared)
    };
    let mut labels =
        starts.iter().filter(|(_, start)| same(start)).map(|(what, _)| *what);
    // The labels give up on some texts, and call all of it what surrounds a text.
    let is_labelled = starts.iter().any(|(what, _)| matches!(what, What::Paragraph(_)));
    is_labelled && !labels.any(|what| what != What::Surroundings)
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).take(40).collect()
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}
