use std::collections::HashMap;

use crate::conventions::numbering::bare;
use crate::conventions::references::{Belonging, Target};
use crate::lint::{Draft, Family, Report, Rule, Severity, renumbering};
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

fn check_resolution(
    draft: &Draft,
    resolution: &Resolution,
    numbered: &Numbered,
    report: &mut Report,
) {
    for top in resolution.preambular().chain(resolution.operative()) {
        for paragraph in top.with_descendants() {
            let prose = &paragraph.prose;
            for reference in draft.references(prose).iter() {
                let is_of_here =
                    reference.is_stated() && reference.belonging != Belonging::Elsewhere;
                if !is_of_here || draft.is_quoted(prose, reference.words.start) {
                    continue;
                }
                for target in
                    reference.targets.iter().filter(|target| !numbered.has(target, top))
                {
                    let name = name_of(target);
                    let words = words_of(target);
                    report
                        .flag(
                            prose.source_range(words),
                            format!("there is no paragraph {name}"),
                        )
                        .help("name the paragraph that is meant, or its resolution");
                }
            }
        }
    }
}

/// The paragraphs of a resolution by their numbers. After sections that count anew, a
/// number may have several.
#[derive(Default)]
struct Numbered<'a> {
    /// Each with the count to which it belongs.
    paragraphs: HashMap<(u32, usize), Vec<(u32, &'a Paragraph)>>,
    count: u32,
    /// The place reached in the count, and the last there is.
    place: u32,
    last: u32,
    /// Whether a written number is not that of its place.
    is_disordered: bool,
}

impl<'a> Numbered<'a> {
    fn add(&mut self, resolution: &'a Resolution) {
        for section in &resolution.sections {
            if renumbering::restarts(section) {
                self.place = 0;
                self.count += 1;
            }
            for paragraph in &section.operative {
                self.place += 1;
                self.last = self.last.max(self.place);
                self.add_paragraph(paragraph);
            }
        }
    }

    fn add_paragraph(&mut self, paragraph: &'a Paragraph) {
        let Some(number) = renumbering::number_of(paragraph) else {
            self.is_disordered |= paragraph.prose.text.starts_with('[');
            return;
        };
        if let Some(ordinal) = number.ordinal {
            self.is_disordered |= ordinal != self.place || number.suffix > 0;
            self.paragraphs
                .entry((ordinal, number.suffix))
                .or_default()
                .push((self.count, paragraph));
        }
    }

    fn has(&self, target: &Target, here: &Paragraph) -> bool {
        let letters: Vec<&str> =
            target.path.iter().map(|(letter, _)| letter.as_str()).collect();
        let Some(number) = target.number else { return holds(here, &letters) };
        let suffix = renumbering::rank(target.suffix);
        match self.paragraphs.get(&(number, suffix)) {
            // Of two that bear a number in one count, nobody can tell which is meant.
            Some(of_number) => of_number
                .chunk_by(|(count, _), (next, _)| count == next)
                .any(|twins| twins.iter().all(|(_, top)| holds(top, &letters))),
            // A number still to be filled in will be that of its place.
            None => letters.is_empty() && !self.is_disordered && number <= self.last,
        }
    }
}

/// Whether the list of a paragraph has an item of these letters. A paragraph whose list
/// stands in its own words, or below a heading, has none that could be looked up.
fn holds(paragraph: &Paragraph, letters: &[&str]) -> bool {
    let Some((first, rest)) = letters.split_first() else { return true };
    let items = || {
        paragraph
            .children
            .iter()
            .filter_map(|child| Some((child, child.marker.as_ref()?)))
    };
    if items().next().is_none() {
        let text = paragraph.prose.text.as_str();
        return text.ends_with(':') || text.contains(&format!("({first})"));
    }
    let is_it = |text: &str| bare(text).eq_ignore_ascii_case(first);
    items().any(|(child, marker)| is_it(&marker.text) && holds(child, rest))
}

fn words_of(target: &Target) -> std::ops::Range<usize> {
    let last =
        target.path.last().map_or(target.number_words.end, |(_, place)| place.end + 1);
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
