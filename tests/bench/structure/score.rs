//! What the import finds of a text, held against its labels.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use zerodraft::conventions::numbering::parse_marker;
use zerodraft::conventions::opening_phrases::Part;
use zerodraft::import::{Options, TextFound, raw_text, read};
use zerodraft::text::Source;

use super::labels::{Label, figures, key, other_hyphens};

/// What was found of a text, against its labels.
#[derive(Default, Clone)]
pub(super) struct Score {
    /// By part: labelled, found by us, the same in both.
    pub(super) parts: [Counts; 2],
    pub(super) numbers: Vec<String>,
    pub(super) missed: Vec<String>,
    pub(super) extra: Vec<String>,
    /// The words that have a hyphen in one of both only.
    pub(super) hyphens: Vec<String>,
}

#[derive(Default, Clone, Copy)]
pub(super) struct Counts {
    labelled: usize,
    ours: usize,
    same: usize,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.labelled += other.labelled;
        self.ours += other.ours;
        self.same += other.same;
    }

    pub(super) fn recall(self) -> f64 {
        percent(self.same, self.labelled)
    }

    pub(super) fn precision(self) -> f64 {
        percent(self.same, self.ours)
    }
}

pub(super) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Score {
    pub(super) fn of(labels: &[Label], found: &[Found]) -> Self {
        let mut score = Self::default();
        for (index, part) in [Part::Preambular, Part::Operative].into_iter().enumerate() {
            let labelled: Vec<&Label> =
                labels.iter().filter(|label| label.part == part).collect();
            let ours: Vec<&Found> = found.iter().filter(|our| our.part == part).collect();
            score.parts[index] = score.compare(&labelled, &ours, labels);
        }
        score
    }

    fn compare(&mut self, labelled: &[&Label], ours: &[&Found], all: &[Label]) -> Counts {
        let labelled_keys: Vec<&str> = labelled.iter().map(|l| l.key.as_str()).collect();
        let our_keys: Vec<&str> = ours.iter().map(|our| our.key.as_str()).collect();
        let mut counts = Counts::default();
        let mut is_same = (vec![false; labelled.len()], vec![false; ours.len()]);
        for step in capture_diff_slices(Algorithm::Myers, &labelled_keys, &our_keys) {
            let DiffOp::Equal { old_index, new_index, len } = step else { continue };
            for (label, our) in (old_index..).zip(new_index..).take(len) {
                (is_same.0[label], is_same.1[our]) = (true, true);
                let (label, our) = (labelled[label], ours[our]);
                self.hyphens.extend(other_hyphens(&label.text, &our.text));
                let is_numbered = label.counts && label.number.is_some();
                if is_numbered && label.number != figures(&our.marker) {
                    self.numbers.push(format!("{:?}, not {}", label.number, our.marker));
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
        for (our, _) in ours.iter().zip(&is_same.1).filter(|(_, is_same)| !**is_same) {
            if !is_neutral(our, all) {
                counts.ours += 1;
                self.extra.push(shortened(our.part, &our.text));
            }
        }
        counts
    }

    pub(super) fn errors(&self) -> usize {
        [&self.missed, &self.extra, &self.numbers, &self.hyphens]
            .iter()
            .map(|list| list.len())
            .sum()
    }
}

pub(super) fn shortened(part: Part, text: &str) -> String {
    let part = if part == Part::Preambular { "PP" } else { "OP" };
    let start: String = text.chars().take(64).collect();
    let len = text.chars().count();
    let end: String = text.chars().skip(len.saturating_sub(28).max(64)).collect();
    format!("{part} {start} … {end} ({len})")
}

/// A paragraph of ours.
pub(super) struct Found {
    part: Part,
    marker: String,
    text: String,
    key: String,
}

/// The paragraphs of a draft, those of a draft inside it too: the labels tell them no
/// more apart than a page does.
pub(super) fn found(source: &Source) -> Vec<Found> {
    let resolution = zerodraft::syntax::parse(source);
    let mut found = Vec::new();
    for part in resolution.with_parts() {
        for paragraph in part.preambular().chain(part.operative()) {
            let marker = paragraph.marker.as_ref().map_or("", |marker| &marker.text);
            found.push(Found::new(paragraph.part, marker, &paragraph.prose.text));
            found.extend(paragraph.children.iter().filter_map(|child| {
                let is_quoted = source.slice(child.range).starts_with('>');
                is_quoted.then(|| quoted(&child.prose.text)).flatten()
            }));
        }
    }
    found
}

/// A paragraph of a draft inside the draft. Its subparagraphs are not looked at.
pub(super) fn quoted(text: &str) -> Option<Found> {
    let marker = parse_marker(text);
    let words = text.get(marker.map_or(0, |marker| marker.len)..)?.trim_start();
    let part = match marker {
        Some(marker) if marker.is_number() => Part::Operative,
        Some(_) => return None,
        None => Part::Preambular,
    };
    Some(Found::new(part, text.strip_suffix(words)?, words))
}

impl Found {
    fn new(part: Part, marker: &str, text: &str) -> Self {
        Self { part, marker: marker.to_owned(), text: text.to_owned(), key: key(text) }
    }
}

/// Whether a paragraph has a label that counts neither for nor against it.
pub(super) fn is_neutral(our: &Found, labels: &[Label]) -> bool {
    let with_marker = key(&our.marker) + &our.key;
    let is = |label: &Label| {
        label.key == our.key
            || label.key == with_marker
            || label.text.is_empty() && our.key.starts_with(label.key.as_str())
    };
    labels.iter().any(|label| !label.counts && is(label))
}

/// The draft that the import makes of a text; where a page prints several resolutions,
/// of the one that the labels are for.
pub(super) fn draft(text: &str, symbol: &str) -> String {
    let imported = raw_text(text);
    let number = symbol.split_once("/RES/").map_or("", |(_, number)| number);
    let is_it = |found: &TextFound| {
        found.number.as_ref().is_some_and(|found| key(found) == key(number))
    };
    match imported.texts.iter().position(is_it) {
        Some(index) if index + 1 != imported.text_read => {
            let options = Options { text: Some(index + 1), ..Options::default() };
            read(text.as_bytes(), &options).map_or(imported.text, |read| read.text)
        }
        _ => imported.text,
    }
}
