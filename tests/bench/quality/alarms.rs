//! What the rules say of texts that the Secretariat edited.

use std::collections::BTreeMap;

use zerodraft::import::raw_text;
use zerodraft::lint::{self, Diagnostic, Selection, Severity};
use zerodraft::text::{Source, word_count};

use super::corpus::Document;
use super::{Wanted, in_parallel, periods};

/// What the rules said of one text.
struct Said {
    words: usize,
    found: Vec<Found>,
}

/// A finding with words around it.
struct Found {
    rule: &'static str,
    severity: Severity,
    paragraph: String,
    /// The words: what was found between marks, with some before and after.
    words: String,
    /// Whether it is a slip of the text.
    is_true: bool,
}

/// A slip in a published text.
struct TrueSlip {
    document: &'static str,
    paragraph: &'static str,
    rule: &'static str,
}

/// The slips known: document, paragraph, rule, correct form.
fn true_slips() -> Vec<TrueSlip> {
    let lines = include_str!("true_slips.tsv").lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap();
            TrueSlip { document: field(), paragraph: field(), rule: field() }
        })
        .collect()
}

/// Measures and prints.
pub(super) fn measure(documents: &[Document], wanted: &Wanted) {
    let slips = true_slips();
    let said = in_parallel(documents, |document| check(document, &slips));
    print_rates(documents, &said);
    print_rules(documents, &said, wanted);
}

fn check(document: &Document, slips: &[TrueSlip]) -> Said {
    let source = Source::new(raw_text(&document.text).text);
    let resolution = zerodraft::syntax::parse(&source);
    let diagnostics = lint::check_parsed(&source, &resolution, &Selection::default());
    let found = diagnostics.iter().map(|found| {
        let paragraph = found.paragraph.clone().unwrap_or_default();
        let is_true = slips.iter().any(|slip| {
            slip.document == document.symbol
                && slip.paragraph == paragraph
                && slip.rule == found.rule.name
        });
        let words = around(&source, found);
        Found {
            rule: found.rule.name,
            severity: found.severity,
            paragraph,
            words,
            is_true,
        }
    });
    Said { words: word_count(source.text()), found: found.collect() }
}

/// The words found, with what stands before and after.
fn around(source: &Source, found: &Diagnostic) -> String {
    let text = source.text();
    let (start, end) = (found.range.start(), found.range.end());
    let before: Vec<char> =
        text.get(..start).unwrap_or_default().chars().rev().take(45).collect();
    let before: String = before.into_iter().rev().collect();
    let here: String =
        text.get(start..end).unwrap_or_default().chars().take(80).collect();
    let after: String = text.get(end..).unwrap_or_default().chars().take(30).collect();
    format!("{before}⟦{here}⟧{after}").replace('\n', "↵") + "  — " + &found.message
}

#[derive(Default)]
struct Rate {
    texts: usize,
    words: usize,
    alarms: usize,
    after_list: usize,
    notes: usize,
}

fn print_rates(documents: &[Document], said: &[Said]) {
    let mut rows: BTreeMap<(String, String), Rate> = BTreeMap::new();
    for (document, said) in documents.iter().zip(said) {
        for period in periods(document) {
            for set in [document.set.as_str(), "~all"] {
                let rate = rows.entry((set.to_owned(), period.clone())).or_default();
                rate.texts += 1;
                rate.words += said.words;
                let alarms = said.found.iter().filter(|f| f.severity > Severity::Note);
                rate.alarms += alarms.clone().count();
                rate.after_list += alarms.filter(|found| !found.is_true).count();
                let notes = said.found.iter().filter(|f| f.severity == Severity::Note);
                rate.notes += notes.count();
            }
        }
    }
    println!(
        "\nper 1,000 words          alarms  without true slips   notes   texts    words"
    );
    for ((set, period), rate) in &rows {
        let per = |count: usize| 1000.0 * count as f64 / rate.words.max(1) as f64;
        println!(
            "{:22} {:8.3} {:19.3} {:7.3} {:7} {:8}",
            format!("{} {period}", set.trim_start_matches('~')),
            per(rate.alarms),
            per(rate.after_list),
            per(rate.notes),
            rate.texts,
            rate.words,
        );
    }
    println!(
        "target since 2000: <= 0.3 alarms (errors and warnings), before the list of true slips"
    );
}

const SAMPLES: usize = 3;

fn print_rules(documents: &[Document], said: &[Said], wanted: &Wanted) {
    let mut rules: BTreeMap<(&str, Severity), Vec<(&Document, &Found)>> = BTreeMap::new();
    for (document, said) in documents.iter().zip(said).filter(|(d, _)| d.year >= 2000) {
        for found in said.found.iter().filter(|found| wanted.name(found.rule)) {
            rules
                .entry((found.rule, found.severity))
                .or_default()
                .push((document, found));
        }
    }
    let mut list: Vec<_> = rules.into_iter().collect();
    list.sort_by_key(|((rule, severity), found)| {
        (*severity == Severity::Note, std::cmp::Reverse(found.len()), *rule)
    });
    println!("\nper rule since 2000 (errors and warnings, then notes)");
    for ((rule, severity), found) in list {
        let known = found.iter().filter(|(_, found)| found.is_true).count();
        let mut sets: BTreeMap<&str, usize> = BTreeMap::new();
        for (document, _) in &found {
            *sets.entry(document.set.as_str()).or_default() += 1;
        }
        println!(
            "{:5} {rule} ({}), true slips {known}, {sets:?}",
            found.len(),
            severity.word()
        );
        let shows_all = wanted.is_on("all");
        if severity == Severity::Note && !wanted.has_names() && !shows_all {
            continue;
        }
        // Samples from far apart, so that not all are of one text.
        let most = if shows_all { found.len() } else { SAMPLES };
        let step = (found.len() / most).max(1);
        for (document, found) in found.iter().step_by(step).take(most) {
            println!("      {} {}: {}", document.symbol, found.paragraph, found.words);
        }
    }
}
