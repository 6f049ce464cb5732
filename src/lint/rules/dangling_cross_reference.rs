use std::collections::HashMap;

use crate::lint::references::{Belonging, Target, references};
use crate::lint::{Draft, Family, Report, Rule, Severity, renumbering, scan};
use crate::model::{Paragraph, Resolution};

pub(super) static RULE: Rule = Rule {
    name: "dangling-cross-reference",
    family: Family::Citations,
    summary: "a paragraph that is referred to does not exist",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("dangling_cross_reference.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut numbered = Numbered::default();
    for resolution in draft.resolution.with_parts() {
        if !renumbering::goes_on(resolution) {
            numbered = Numbered::default();
        }
        numbered.add(resolution);
        check_resolution(draft, resolution, &numbered, report);
    }
}

fn check_resolution(draft: &Draft, resolution: &Resolution, numbered: &Numbered, report: &mut Report) {
    for top in resolution.preambular().chain(resolution.operative()) {
        for paragraph in top.with_descendants() {
            let prose = &paragraph.prose;
            let found = references(prose, draft.resolution.language);
            let quotations = if found.is_empty() { Vec::new() } else { scan::quoted(&prose.text) };
            for reference in found {
                let is_of_here = reference.is_stated() && reference.belonging != Belonging::Elsewhere;
                if !is_of_here || scan::is_within(&quotations, reference.words.start) {
                    continue;
                }
                for target in reference.targets.iter().filter(|target| !numbered.has(target, top)) {
                    let name = name_of(target);
                    let words = words_of(target);
                    report
                        .flag(prose.source_range(words), format!("there is no paragraph {name}"))
                        .help("name the paragraph that is meant, or its resolution");
                }
            }
        }
    }
}

/// The numbered paragraphs of a resolution. After sections that count anew, a number may
/// have several.
#[derive(Default)]
struct Numbered<'a> {
    paragraphs: HashMap<(u32, usize), Vec<&'a Paragraph>>,
    count: u32,
}

impl<'a> Numbered<'a> {
    fn add(&mut self, resolution: &'a Resolution) {
        for section in &resolution.sections {
            if renumbering::restarts(section) {
                self.count = 0;
            }
            for paragraph in &section.operative {
                self.count += 1;
                let number = renumbering::number_of(paragraph);
                let suffix = number.as_ref().map_or(0, |number| number.suffix);
                // A number still to be filled in will be that of its place.
                let ordinal = number.and_then(|number| number.ordinal).unwrap_or(self.count);
                self.paragraphs.entry((ordinal, suffix)).or_default().push(paragraph);
            }
        }
    }

    fn has(&self, target: &Target, here: &Paragraph) -> bool {
        let letters: Vec<&str> = target.path.iter().map(|(letter, _)| letter.as_str()).collect();
        let Some(number) = target.number else { return holds(here, &letters) };
        let suffix = renumbering::rank(target.suffix);
        let paragraphs = self.paragraphs.get(&(number, suffix));
        paragraphs.is_some_and(|of_number| of_number.iter().any(|top| holds(top, &letters)))
    }
}

/// Whether the list of a paragraph has an item of these letters. A paragraph whose list
/// stands in its own words has none that could be looked up.
fn holds(paragraph: &Paragraph, letters: &[&str]) -> bool {
    let Some((first, rest)) = letters.split_first() else { return true };
    let items = || paragraph.children.iter().filter_map(|child| Some((child, child.marker.as_ref()?)));
    if items().next().is_none() {
        return paragraph.prose.text.contains(&format!("({first})"));
    }
    items().enumerate().any(|(place, (child, marker))| {
        let letter = marker.text.trim_matches(['(', ')', '.']);
        let is_it = letter.eq_ignore_ascii_case(first)
            || letter == "#" && first.bytes().eq(b"abcdefghijklmnopqrstuvwxyz".get(place).copied());
        is_it && holds(child, rest)
    })
}

fn words_of(target: &Target) -> std::ops::Range<usize> {
    let last = target.path.last().map_or(target.number_words.end, |(_, place)| place.end + 1);
    let first = target.path.iter().find(|(_, place)| !place.is_empty());
    let start = match first {
        Some((_, place)) if target.number_words.is_empty() => place.start - 1,
        _ => target.number_words.start,
    };
    start..last.max(start)
}

fn name_of(target: &Target) -> String {
    let number = target.number.map(|number| number.to_string());
    let suffix = target.suffix.map(str::to_owned);
    let letters = target.path.iter().map(|(letter, _)| format!("({letter})"));
    let words: Vec<String> = number.into_iter().chain(suffix).chain(letters).collect();
    words.join(" ")
}
