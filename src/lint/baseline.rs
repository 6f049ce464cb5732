//! See [`Baseline`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Diagnostic;
use super::places::Places;
use crate::conventions::references::references;
use crate::model::Resolution;
use crate::text::Source;

/// The findings that were there before, so that only what is new is shown.
///
/// A finding is known by its rule and the words of its paragraph, not by its line or
/// number, and whatever the file is called: the next revision of a draft is another file.
/// Of several alike, as many are known as there were.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    counts: BTreeMap<Known, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    rule: String,
    paragraph: String,
}

/// A baseline as its file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    schema: u32,
    findings: Vec<Counted>,
}

#[derive(Serialize, Deserialize)]
struct Counted {
    #[serde(flatten)]
    known: Known,
    count: usize,
}

impl Baseline {
    /// Reads a file of findings, or says why it is none.
    pub fn read(json: &str) -> Result<Self, String> {
        let written: Written =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        if written.schema != 1 {
            return Err(format!("it has schema {}, not 1", written.schema));
        }
        let counts = written.findings.into_iter().map(|one| (one.known, one.count));
        Ok(Self { counts: counts.collect() })
    }

    /// The file that [`Baseline::read`] reads.
    pub fn write(&self) -> String {
        let counted = |(known, count): (&Known, &usize)| Counted {
            known: known.clone(),
            count: *count,
        };
        let written =
            Written { schema: 1, findings: self.counts.iter().map(counted).collect() };
        serde_json::to_string_pretty(&written).map(|text| text + "\n").unwrap_or_default()
    }

    /// Takes note of the findings in a draft.
    pub fn add(
        &mut self,
        source: &Source,
        resolution: &Resolution,
        diagnostics: &[Diagnostic],
    ) {
        let places = Places::of(resolution);
        for found in diagnostics {
            let known = known(source, resolution, &places, found);
            *self.counts.entry(known).or_default() += 1;
        }
    }

    /// Takes the known findings out of those in a draft. Each is known once.
    pub fn take_known(
        &mut self,
        source: &Source,
        resolution: &Resolution,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let places = Places::of(resolution);
        diagnostics.retain(|found| {
            let known = known(source, resolution, &places, found);
            let left = self.counts.get_mut(&known).filter(|left| **left > 0);
            let is_new = left.is_none();
            if let Some(left) = left {
                *left -= 1;
            }
            is_new
        });
    }
}

fn known(
    source: &Source,
    resolution: &Resolution,
    places: &Places,
    found: &Diagnostic,
) -> Known {
    let rule = found.rule.name.to_owned();
    let start = found.range.start();
    let paragraph = match places.paragraph(start) {
        Some(paragraph) => without_references(&paragraph.prose, resolution.language),
        None => source.slice(source.line(source.position(start).line)).trim().to_owned(),
    };
    Known { rule, paragraph }
}

/// The words of a paragraph without the numbers of others, which move when one is inserted.
fn without_references(
    prose: &crate::model::Prose,
    language: crate::conventions::Language,
) -> String {
    let mut words = String::with_capacity(prose.text.len());
    let mut copied_to = 0;
    for reference in references(&prose.text, language) {
        let own = reference.targets.iter().filter(|_| reference.is_stated());
        for number in own.map(|target| &target.number_words) {
            if let Some(before) = prose.text.get(copied_to..number.start) {
                words.push_str(before);
                words.push('#');
                copied_to = number.end;
            }
        }
    }
    words.push_str(prose.text.get(copied_to..).unwrap_or_default());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Selection, check_parsed};

    fn findings(draft: &str) -> (Source, Resolution, Vec<Diagnostic>) {
        let source = Source::new(draft);
        let resolution = crate::syntax::parse(&source);
        let selection = Selection::only(&["doubled-word"]);
        let found = check_parsed(&source, &resolution, &selection);
        (source, resolution, found)
    }

    /// How many findings of `after` are new since `before`.
    fn new_since(before: &str, after: &str) -> usize {
        let mut baseline = Baseline::default();
        let (source, resolution, found) = findings(before);
        baseline.add(&source, &resolution, &found);
        let mut baseline = Baseline::read(&baseline.write()).unwrap();
        let (source, resolution, mut found) = findings(after);
        baseline.take_known(&source, &resolution, &mut found);
        found.len()
    }

    #[test]
    fn renumbering_makes_nothing_new() {
        let before = "The Human Rights Council,\n\n1. Notes it;\n\n\
                      2. Recalls paragraph 1 above of the the text.\n";
        let after = "The Human Rights Council,\n\n1. Thanks all;\n\n2. Notes it;\n\n\
                     3. Recalls paragraph 2 above of the the text.\n";
        assert_eq!(new_since(before, after), 0);
    }

    #[test]
    fn a_changed_paragraph_and_a_second_slip_are_new() {
        let before = "The Human Rights Council,\n\n1. Notes the the text.\n";
        let changed = "The Human Rights Council,\n\n1. Notes the the new text.\n";
        assert_eq!(new_since(before, changed), 1);
        let twice = "The Human Rights Council,\n\n1. Notes the the text;\n\n\
                     2. Notes the the text;\n\n3. Notes the the text.\n";
        assert_eq!(new_since(before, twice), 2);
    }
}
