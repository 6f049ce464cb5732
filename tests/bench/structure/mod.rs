//! Whether the structure of real texts is found: paragraphs of the labelled corpus, whole
//! and in order, in the right part, with their numbers.
//!
//! `cargo bench -- structure` measures all sets in all shapes; further words select sets,
//! symbols or the number of a shape, `all` names every fault: `structure HRC 3 all`.

mod labels;
mod score;

use std::fmt::Write;
use std::path::Path;

use zerodraft::model::{Paragraph, Resolution};
use zerodraft::text::Source;

use labels::{Correction, Document, corrections, documents, key, put_right};
use score::{Score, draft, found, percent, shortened};

use crate::shapes::{FURNITURE, SHAPES};

/// The sets: name, file of the labels, whether the texts are those since a year, and the
/// share of paragraphs that must be found, in per cent.
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
        furniture += report.furniture.len();
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

/// The scores of a set.
struct Report {
    /// By shape: its number, the sums before and after corrections, and each document's.
    shapes: Vec<(usize, [Score; 2], Vec<Score>)>,
    /// The paragraphs that hold furniture.
    furniture: Vec<String>,
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
        let (mut furniture, mut paragraphs, mut corrected) = (Vec::new(), 0, 0);
        for document in documents {
            let (labels, changed) = put_right(document, corrections);
            corrected += changed;
            paragraphs += document.labels.iter().filter(|label| label.counts).count();
            for (shape, sums, scores) in &mut shapes {
                let text = SHAPES[*shape].1(&document.text);
                let source = Source::new(draft(&text, &document.symbol));
                let found = found(&source);
                for text in furniture_in(&source) {
                    let shape = SHAPES[*shape].0;
                    furniture.push(format!("{shape} {}: {text}", document.symbol));
                }
                if documents.len() == 1 {
                    save(*shape, &text, source.text());
                }
                let before = Score::of(&document.labels, &found);
                let after = Score::of(&labels, &found);
                for (sum, score) in sums.iter_mut().zip([&before, &after]) {
                    sum.parts[0].add(score.parts[0]);
                    sum.parts[1].add(score.parts[1]);
                    sum.numbers.extend_from_slice(&score.numbers);
                    sum.hyphens.extend_from_slice(&score.hyphens);
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
        println!(
            "{:24} PP recall precision   OP recall precision   numbers   hyphens that differ",
            ""
        );
        for (shape, sums, _) in &self.shapes {
            for (sum, when) in sums.iter().zip(["as labelled", "corrected"]) {
                let [preambular, operative] = sum.parts;
                println!(
                    "{:10} {when:13} {:9.2} {:9.2}   {:9.2} {:9.2} {:9} {:9}",
                    SHAPES[*shape].0,
                    preambular.recall(),
                    preambular.precision(),
                    operative.recall(),
                    operative.precision(),
                    sum.numbers.len(),
                    sum.hyphens.len(),
                );
            }
        }
        for text in &self.furniture {
            println!("  furniture in {text}");
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
            ("hyphen", &score.hyphens),
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

/// The paragraphs that have words of the furniture.
fn furniture_in(source: &Source) -> Vec<String> {
    let resolution = zerodraft::syntax::parse(source);
    let words = FURNITURE.map(key);
    let holds = |paragraph: &&Paragraph| {
        let text = key(&paragraph.prose.text);
        words.iter().any(|words| text.contains(words.as_str()))
    };
    let annexes = resolution.annexes.iter().flat_map(|annex| &annex.paragraphs);
    let texts = resolution.with_parts().flat_map(Resolution::paragraphs);
    let all = texts.chain(annexes.flat_map(Paragraph::with_descendants));
    all.filter(holds).map(|found| shortened(found.part, &found.prose.text)).collect()
}
