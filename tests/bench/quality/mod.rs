//! How good the rules are, on real texts: openings recognised, false alarms, slips found.
//!
//! `cargo bench -- quality` measures all three over the adopted English texts; further
//! words select: `openings`, `alarms`, `slips`, `kinds` (the table of slips, nothing run),
//! a set (`HRC`), a rule or a kind by name (`quality alarms spelling`), `all` for every
//! sample, `faults` for every slip that was not found.

mod alarms;
pub(crate) mod corpus;
pub(crate) mod dice;
mod kinds;
mod openings;
mod planting;
mod slips;
mod tabled;

use std::collections::BTreeMap;
use std::thread;

use corpus::Document;

/// The parts of the benchmark.
const PARTS: [&str; 4] = ["openings", "alarms", "slips", "kinds"];
const SETS: [&str; 6] = ["HRC", "GA", "SC", "ECOSOC", "SC-PRST", "HRC-PRST"];
const SWITCHES: [&str; 2] = ["all", "faults"];

/// What the words on the command line ask for.
pub(crate) struct Wanted {
    parts: Vec<String>,
    sets: Vec<String>,
    switches: Vec<String>,
    /// Rules, kinds or symbols.
    names: Vec<String>,
}

impl Wanted {
    fn of(words: &[String]) -> Self {
        let among = |list: &[&str]| {
            let is_listed = |word: &&String| list.contains(&word.as_str());
            words.iter().filter(is_listed).cloned().collect::<Vec<_>>()
        };
        let known: Vec<&str> =
            PARTS.iter().chain(&SETS).chain(&SWITCHES).copied().collect();
        let is_name = |word: &&String| !known.contains(&word.as_str());
        Self {
            parts: among(&PARTS),
            sets: among(&SETS),
            switches: among(&SWITCHES),
            names: words.iter().filter(is_name).cloned().collect(),
        }
    }

    fn part(&self, part: &str) -> bool {
        let is_all = self.parts.is_empty() && part != "kinds";
        is_all || self.parts.iter().any(|other| other == part)
    }

    fn set(&self, set: &str) -> bool {
        self.sets.is_empty() || self.sets.iter().any(|other| other == set)
    }

    pub(crate) fn name(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|other| other == name)
    }

    pub(crate) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    pub(crate) fn is_on(&self, switch: &str) -> bool {
        self.switches.iter().any(|other| other == switch)
    }
}

/// Measures what the words select.
pub(crate) fn quality(words: &[String]) {
    let wanted = Wanted::of(words);
    if wanted.part("kinds") {
        slips::print_kinds();
    }
    if !["openings", "alarms", "slips"].iter().any(|part| wanted.part(part)) {
        return;
    }
    let Some(folder) = corpus::folder() else { return };
    let documents = corpus::documents(&folder, |set| wanted.set(set));
    if wanted.part("openings") {
        openings::measure(&documents);
    }
    if wanted.part("alarms") {
        alarms::measure(&documents, &wanted);
    }
    if wanted.part("slips") {
        slips::measure(&documents, &wanted);
    }
}

/// Work on every thing, on all cores, in the order of the things.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let work = &work;
    let mut results: BTreeMap<usize, R> = BTreeMap::new();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    let mine = things.iter().enumerate().skip(first).step_by(threads);
                    mine.map(|(index, thing)| (index, work(thing))).collect::<Vec<_>>()
                })
            })
            .collect();
        for worker in workers {
            results.extend(worker.join().unwrap());
        }
    });
    results.into_values().collect()
}

/// Percentage, 100 of nothing.
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// “since 2000”, “1990s”, the columns of a report over time.
pub(crate) fn periods(document: &Document) -> [String; 2] {
    let decade = if document.year == 0 {
        "no year".to_owned()
    } else {
        format!("{}s", document.year / 10 * 10)
    };
    let since = if document.year >= 2000 { "since 2000" } else { "before 2000" };
    [since.to_owned(), decade]
}
