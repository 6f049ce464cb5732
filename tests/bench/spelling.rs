//! Spelling on real texts, with the dictionary of English that this computer has: how long
//! it takes, how often it is wrong, how many slips of the finger it finds.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use zerodraft::conventions::Language;
use zerodraft::import::raw_text;
use zerodraft::lint::{self, Selection, Severity};
use zerodraft::model::Resolution;
use zerodraft::syntax;
use zerodraft::text::{Dictionary, Edit, Source, TextRange, word_count};
use zerodraft::workspace::dictionaries;

use crate::quality::corpus::{self, Document};
use crate::quality::dice::Dice;
use crate::quality::{in_parallel, percent};
use crate::sample;

/// Measures and prints.
pub(crate) fn spelling() {
    let began = Instant::now();
    let dictionary = match dictionaries::open(Language::En) {
        Ok(dictionary) => dictionary,
        Err(lack) => return println!("spelling: skipped, {lack}"),
    };
    println!("dictionary read in {:.1} ms", milliseconds(began.elapsed()));
    print_times(&dictionary);
    let Some(folder) = corpus::folder() else { return };
    let mut documents = corpus::documents(&folder, |_| true);
    documents.retain(|document| document.year >= 2000);
    let selection = Selection {
        dictionary: Some(Arc::clone(&dictionary)),
        ..Selection::only(&["unknown-word"])
    };
    print_alarms(&documents, &selection);
    print_slips(&documents, &dictionary, &selection);
}

/// A key on a draft of 30 KB: it is checked whole, with words that were seen before.
fn print_times(dictionary: &Arc<Dictionary>) {
    let source = Source::new(sample::draft(30_000));
    let resolution = syntax::parse(&source);
    let with =
        Selection { dictionary: Some(Arc::clone(dictionary)), ..Selection::default() };
    for (name, selection) in [("without", Selection::default()), ("with", with)] {
        let mut times: Vec<Duration> = (0..200)
            .map(|_| {
                let began = Instant::now();
                black_box(lint::check_parsed(&source, &resolution, &selection));
                began.elapsed()
            })
            .collect();
        times.sort();
        println!("30 KB checked {name} spelling: {:.3} ms", milliseconds(times[100]));
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn print_alarms(documents: &[Document], selection: &Selection) {
    let said = in_parallel(documents, |document| {
        let source = Source::new(raw_text(&document.text).text);
        let found = lint::check(&source, selection);
        let notes = found.iter().filter(|found| found.severity == Severity::Note).count();
        (word_count(source.text()), found.len() - notes, notes)
    });
    let sum =
        |of: fn(&(usize, usize, usize)) -> usize| said.iter().map(of).sum::<usize>();
    let (words, warnings, notes) = (sum(|s| s.0), sum(|s| s.1), sum(|s| s.2));
    let per = |count: usize| 1000.0 * count as f64 / words.max(1) as f64;
    println!(
        "{} texts since 2000, {words} words: {:.3} warnings and {:.3} notes in 1,000 words",
        documents.len(),
        per(warnings),
        per(notes)
    );
}

/// What a finger does.
const SLIPS: [&str; 3] = ["swapped", "dropped", "doubled"];

/// How many slips are made in a text.
const A_TEXT: usize = 12;

fn print_slips(documents: &[Document], dictionary: &Dictionary, selection: &Selection) {
    let made = in_parallel(documents, |document| plant(document, dictionary, selection));
    for slip in SLIPS {
        let of_slip = made.iter().flatten().filter(|(name, ..)| *name == slip);
        let found = of_slip.clone().filter(|(_, is_found, _)| *is_found).count();
        let first = of_slip.clone().filter(|(.., is_first)| *is_first).count();
        let all = of_slip.count();
        println!(
            "{slip:8} {all:6} words that are none, {:6.2} % found, {:6.2} % with the right word first",
            percent(found, all),
            percent(first, all),
        );
    }
}

/// Slips made one at a time: which, whether it was found, and whether the right word was
/// offered first.
fn plant(
    document: &Document,
    dictionary: &Dictionary,
    selection: &Selection,
) -> Vec<(&'static str, bool, bool)> {
    let source = Source::new(raw_text(&document.text).text);
    let resolution = syntax::parse(&source);
    let mut words: Vec<TextRange> = words(&source, &resolution);
    let mut dice = Dice::of(&[&document.symbol]);
    dice.shuffle(&mut words);
    let mut made = Vec::new();
    for (word, slip) in words.into_iter().zip(SLIPS.iter().cycle()).take(A_TEXT) {
        let right = source.slice(word);
        let mut letters: Vec<char> = right.chars().collect();
        let at = 1 + dice.below(letters.len() - 2);
        match *slip {
            "swapped" => letters.swap(at, at + 1),
            "dropped" => _ = letters.remove(at),
            _ => letters.insert(at, letters[at]),
        }
        let wrong: String = letters.into_iter().collect();
        if wrong == right || dictionary.knows(&wrong) || !dictionary.knows(right) {
            continue;
        }
        let edit = Edit::replace(word, wrong.as_str());
        let planted = Source::new(zerodraft::fix::apply_edits(&source, &[&edit]));
        let found = lint::check(&planted, selection);
        let found = found.iter().find(|found| {
            found.range.start() >= word.start()
                && found.range.end() <= word.start() + wrong.len()
        });
        let offered = found.and_then(|found| found.fixes.first());
        let is_first = offered
            .is_some_and(|fix| fix.edits.iter().any(|edit| *edit.replacement == *right));
        made.push((*slip, found.is_some(), is_first));
    }
    made
}

/// The words of the paragraphs that have five letters or more, and stand in the source as
/// they are.
fn words(source: &Source, resolution: &Resolution) -> Vec<TextRange> {
    let mut words = Vec::new();
    for paragraph in resolution.paragraphs() {
        let text = paragraph.prose.text.as_str();
        let is_quoted = text.contains(['“', '«', '"']);
        let mut at = 0;
        for word in
            text.split_inclusive(|c: char| !c.is_alphabetic()).filter(|_| !is_quoted)
        {
            let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let range = paragraph.prose.source_range(at..at + bare.len());
            if bare.chars().count() >= 5
                && source.slice(range) == bare
                && bare.chars().skip(1).all(char::is_lowercase)
            {
                words.push(range);
            }
            at += word.len();
        }
    }
    words
}
