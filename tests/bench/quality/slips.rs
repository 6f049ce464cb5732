//! Slips planted in clean texts, and how many of them the rules find and mend.

use std::collections::BTreeMap;

use zerodraft::fix;
use zerodraft::import::raw_text;
use zerodraft::lint::{self, Diagnostic, Effect, Family, Selection};
use zerodraft::text::{Edit, Source, TextRange};

use super::corpus::Document;
use super::dice::Dice;
use super::kinds::{self, Kind, Texts};
use super::planting::{Clean, Place, Slip};
use super::tabled::{short, tabled};
use super::{Wanted, in_parallel, percent};

/// In how many texts a kind is planted, and in how many it should be at least.
const TEXTS: usize = 60;
const FEWEST: usize = 40;

/// The table of the kinds.
pub(super) fn print_kinds() {
    for kind in kinds::all() {
        let form = if kind.is_of_form { "form" } else { "usage" };
        println!(
            "{:40} {:5} {:8} {:28} {}",
            kind.name,
            form,
            format!("{:?}", kind.texts),
            families(kind),
            kind.what,
        );
    }
}

fn families(kind: &Kind) -> String {
    kind.families.iter().map(|family| family.word()).collect::<Vec<_>>().join(", ")
}

/// What became of a slip.
struct Outcome {
    found: bool,
    /// Where an editorial fix was offered, whether it gave the clean text back.
    mended: Option<bool>,
    /// The words planted, for the report.
    words: String,
    /// What any rule said that it did not say of the clean text.
    said: Vec<String>,
}

/// The clean texts in their forms.
struct Cleans {
    adopted: Vec<Clean>,
    tabled: Vec<Clean>,
    short: Vec<Clean>,
}

/// Measures and prints.
pub(super) fn measure(documents: &[Document], wanted: &Wanted) {
    let recent: Vec<&Document> = documents
        .iter()
        .filter(|document| document.year >= 2000 && !document.set.ends_with("PRST"))
        .collect();
    let adopted = in_parallel(&recent, |document| {
        let text = raw_text(&document.text).text;
        Clean::new(&document.symbol, &document.set, document.year, text)
    });
    let forms = in_parallel(&adopted, |clean| (tabled(clean), short(clean)));
    let (tabled, short): (Vec<_>, Vec<_>) = forms.into_iter().unzip();
    let cleans = Cleans {
        adopted,
        tabled: tabled.into_iter().flatten().collect(),
        short: short.into_iter().flatten().collect(),
    };
    let kinds: Vec<&Kind> = kinds::all().filter(|kind| wanted.name(kind.name)).collect();
    let outcomes = in_parallel(&kinds, |kind| run(kind, &cleans));
    report(&kinds, &outcomes, wanted);
}

/// Plants one slip of a kind in text after text, in an order of its own.
fn run(kind: &Kind, cleans: &Cleans) -> Vec<Outcome> {
    let texts = match kind.texts {
        Texts::Adopted => &cleans.adopted,
        Texts::Tabled => &cleans.tabled,
        Texts::Short => &cleans.short,
    };
    let mut order: Vec<&Clean> = texts.iter().collect();
    Dice::of(&["order", kind.name]).shuffle(&mut order);
    let planted = order.into_iter().filter_map(|clean| {
        let mut dice = Dice::of(&[kind.name, &clean.symbol]);
        let slip = (kind.plant)(clean, &mut dice)?;
        judge(kind, clean, &slip)
    });
    planted.take(TEXTS).collect()
}

/// What the rules say of the slip; `None` where the clean text has the same finding at
/// the same place.
fn judge(kind: &Kind, clean: &Clean, slip: &Slip) -> Option<Outcome> {
    let edits: Vec<&Edit> = slip.edits.iter().collect();
    let source = Source::new(fix::apply_edits(&clean.source, &edits));
    let resolution = zerodraft::syntax::parse(&source);
    let found = lint::check_parsed(&source, &resolution, &Selection::default());
    let places = Places::of(clean, slip, &source);
    let said_before: Vec<&str> = clean
        .found
        .iter()
        .filter(|found| places.in_clean(found))
        .map(|found| found.rule.name)
        .collect();
    let is_right = |found: &&Diagnostic| {
        kind.families.contains(&found.rule.family) && places.in_planted(found)
    };
    let right: Vec<&Diagnostic> = found.iter().filter(is_right).collect();
    let is_new = |found: &&&Diagnostic| !said_before.contains(&found.rule.name);
    let new: Vec<Diagnostic> =
        right.iter().filter(is_new).map(|found| (**found).clone()).collect();
    let is_taken = new.is_empty() && was_flagged(kind, clean, slip);
    if is_taken || new.is_empty() && said_before_more(&right, &said_before) {
        return None;
    }
    let edit = &slip.edits[0];
    let was: String = clean.slice(edit.range).chars().take(60).collect();
    let is: String = edit.replacement.chars().take(60).collect();
    Some(Outcome {
        found: !new.is_empty(),
        mended: mended(clean, &source, &new).filter(|_| slip.can_be_mended),
        words: format!("{}: “{was}” → “{is}”", clean.symbol).replace('\n', "↵"),
        said: said_newly(clean, &found),
    })
}

/// Whether a rule of the right family spoke of the very words that the slip replaces.
fn was_flagged(kind: &Kind, clean: &Clean, slip: &Slip) -> bool {
    let words = slip.edits[0].range;
    let is_same = |found: &&Diagnostic| {
        let range = found.range;
        !range.is_empty() && words.start() < range.end() && range.start() < words.end()
    };
    let mut said = clean.found.iter().filter(is_same);
    said.any(|found| kind.families.contains(&found.rule.family))
}

/// Whether a rule that spoke before speaks more often now: then nobody can tell.
fn said_before_more(right: &[&Diagnostic], before: &[&str]) -> bool {
    right.iter().any(|found| {
        let now = right.iter().filter(|other| other.rule.name == found.rule.name);
        now.count() > before.iter().filter(|name| **name == found.rule.name).count()
    })
}

/// Whether the editorial fixes of the new findings give the clean text back. Where one
/// fix waits for another, the rules that spoke mend both texts until nothing is left.
fn mended(clean: &Clean, source: &Source, new: &[Diagnostic]) -> Option<bool> {
    let is_editorial = |found: &&Diagnostic| {
        found.fixes.first().is_some_and(|fix| fix.effect == Effect::Editorial)
    };
    let with_fix: Vec<Diagnostic> = new.iter().filter(is_editorial).cloned().collect();
    if with_fix.is_empty() {
        return None;
    }
    if fix::apply(source, &with_fix, Effect::Editorial) == clean.text() {
        return Some(true);
    }
    let rules: Vec<&str> = with_fix.iter().map(|found| found.rule.name).collect();
    let settled =
        |source| fix::settle(source, &Selection::only(&rules), Effect::Editorial);
    Some(settled(source).text() == settled(&clean.source).text())
}

/// Rules that say something of the planted text more often than of the clean one.
fn said_newly(clean: &Clean, found: &[Diagnostic]) -> Vec<String> {
    let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
    for found in found {
        *counts.entry(found.rule.name).or_default() += 1;
    }
    for found in &clean.found {
        *counts.entry(found.rule.name).or_default() -= 1;
    }
    let more = counts.into_iter().filter(|(_, count)| *count > 0);
    more.map(|(rule, _)| rule.to_owned()).collect()
}

/// The paragraphs in which a finding counts, in the clean and in the planted text.
struct Places {
    clean: Vec<TextRange>,
    planted: Vec<TextRange>,
    anywhere: bool,
}

impl Places {
    fn of(clean: &Clean, slip: &Slip, planted: &Source) -> Self {
        let Place::At(offsets) = &slip.place else {
            return Self { clean: Vec::new(), planted: Vec::new(), anywhere: true };
        };
        let matter = clean.front_matter().end();
        let moved = |offset: usize| {
            let before = slip.edits.iter().filter(|edit| edit.range.end() <= offset);
            let (added, taken) = before.fold((0, 0), |(added, taken), edit| {
                // What is put in at the place itself is part of the place.
                let is_here = edit.range.is_empty() && edit.range.start() == offset;
                let more = if is_here { 0 } else { edit.replacement.len() };
                (added + more, taken + edit.range.len())
            });
            (offset + added).saturating_sub(taken)
        };
        let planted_matter = if offsets.iter().any(|at| *at < matter) {
            planted
                .text()
                .get(4..)
                .and_then(|text| text.find("\n---\n"))
                .map_or(matter, |at| at + 8)
        } else {
            0
        };
        let place = |text: &str, offset: usize, matter: usize| {
            if offset < matter {
                TextRange::new(0, matter)
            } else {
                line_at(text, offset)
            }
        };
        Self {
            clean: offsets.iter().map(|at| place(clean.text(), *at, matter)).collect(),
            planted: offsets
                .iter()
                .map(|at| {
                    let is_matter = *at < matter;
                    let matter = if is_matter { planted_matter } else { 0 };
                    let at = if is_matter { 0 } else { moved(*at) };
                    place(planted.text(), at, matter)
                })
                .collect(),
            anywhere: false,
        }
    }

    fn in_clean(&self, found: &Diagnostic) -> bool {
        self.anywhere || is_in(&self.clean, found)
    }

    fn in_planted(&self, found: &Diagnostic) -> bool {
        self.anywhere || is_in(&self.planted, found)
    }
}

fn is_in(places: &[TextRange], found: &Diagnostic) -> bool {
    let start = found.range.start();
    places.iter().any(|place| place.start() <= start && start <= place.end())
}

/// The lines of a paragraph around an offset: those that no blank line parts.
fn line_at(text: &str, offset: usize) -> TextRange {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let (before, after) = text.split_at(offset);
    let start = before.rfind("\n\n").map_or(0, |at| at + 2);
    // A place at the very end of a paragraph is still in it.
    let end = after.find("\n\n").map_or(text.len(), |at| offset + at);
    TextRange::new(start.min(end), end)
}

fn report(kinds: &[&Kind], outcomes: &[Vec<Outcome>], wanted: &Wanted) {
    println!(
        "\nslips                                      texts   found      mended  families"
    );
    let mut sums = [(0, 0); 3];
    let mut unfound: BTreeMap<Family, Vec<&str>> = BTreeMap::new();
    for (kind, outcomes) in kinds.iter().zip(outcomes) {
        let texts = outcomes.len();
        let found = outcomes.iter().filter(|outcome| outcome.found).count();
        let offered: Vec<bool> =
            outcomes.iter().filter_map(|outcome| outcome.mended).collect();
        let mended = offered.iter().filter(|mended| **mended).count();
        add(&mut sums[0], found, texts);
        if kind.is_of_form {
            add(&mut sums[1], found, texts);
        }
        add(&mut sums[2], mended, offered.len());
        if 2 * found < texts {
            unfound.entry(kind.families[0]).or_default().push(kind.name);
        }
        println!(
            "{:40} {}{texts:5}{} {:6.1} % {:>11}  {}",
            kind.name,
            if kind.is_of_form { "F" } else { " " },
            if texts < FEWEST { "!" } else { " " },
            percent(found, texts),
            if offered.is_empty() {
                "–".to_owned()
            } else {
                format!("{mended}/{}", offered.len())
            },
            families(kind),
        );
        print_faults(outcomes, wanted);
    }
    for ((found, texts), name) in sums.iter().zip(["found", "of form", "mended"]) {
        println!("{name:10} {:6.2} % of {texts}", percent(*found, *texts));
    }
    println!(
        "targets: found >= 95 %, errors of form >= 98 %, mended >= 90 %; ! is fewer than {FEWEST} texts"
    );
    println!("kinds of which fewer than half are found:");
    for (family, names) in unfound {
        println!("  {:12} {} {}", family.word(), names.len(), names.join(", "));
    }
}

fn add(sum: &mut (usize, usize), part: usize, whole: usize) {
    sum.0 += part;
    sum.1 += whole;
}

const SAMPLES: usize = 2;

fn print_faults(outcomes: &[Outcome], wanted: &Wanted) {
    let (all, faults) = (wanted.is_on("all"), wanted.is_on("faults"));
    let is_fault = |outcome: &&Outcome| !outcome.found || outcome.mended == Some(false);
    let most = match (all, faults || wanted.has_names()) {
        (true, _) => usize::MAX,
        (_, true) => SAMPLES,
        _ => 0,
    };
    for outcome in outcomes.iter().filter(is_fault).take(most) {
        let what = if outcome.found { "not mended" } else { "not found" };
        println!("      {what} {} {:?}", outcome.words, outcome.said);
    }
}
