//! References to paragraphs of the text at hand: “paragraph 6 (b) above”. The words that
//! repeat a number know the block that bears it, so that a format can lead there.

use std::collections::HashMap;
use std::ops::Range;

use super::{Block, Change, Composer, Run, RunKind};
use crate::conventions::references::{Direction, Reference, Target, references};

impl Composer<'_> {
    /// Marks the numbers in the words that are those of paragraphs of this text.
    pub(super) fn references(&mut self) {
        let language = self.resolution.language;
        let labelled = Labelled::of(&self.blocks);
        let mut found = Vec::new();
        for (index, block) in self.blocks.iter().enumerate() {
            let Some(label) = &block.label else { continue };
            let here = Here { index, label };
            let references = references(&words_of(block), language);
            let reached: Vec<Reached> =
                references.iter().flat_map(|r| labelled.reached(r, &here)).collect();
            if !reached.is_empty() {
                found.push((index, reached));
            }
        }
        for (index, reached) in found {
            let block = &mut self.blocks[index];
            block.runs = marked(std::mem::take(&mut block.runs), reached);
        }
    }
}

/// Words that repeat the number of a block, and that block.
struct Reached {
    words: Range<usize>,
    block: usize,
}

/// The words in which references are read: those that stand in the text.
fn words_of(block: &Block) -> String {
    block.runs.iter().filter(|run| stands(run)).map(|run| run.text.as_str()).collect()
}

fn stands(run: &Run) -> bool {
    let is_words = !matches!(run.kind, RunKind::Call { .. } | RunKind::Comment);
    is_words && run.change != Change::Deleted
}

/// The block in which a reference stands.
struct Here<'a> {
    index: usize,
    label: &'a str,
}

/// The blocks by their labels.
struct Labelled<'a> {
    /// `None` where several have the same.
    by_label: HashMap<&'a str, Option<usize>>,
    /// The labels by what follows their section or part: “OP 3”.
    by_number: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Labelled<'a> {
    fn of(blocks: &'a [Block]) -> Self {
        let mut labelled = Self { by_label: HashMap::new(), by_number: HashMap::new() };
        for (index, block) in blocks.iter().enumerate() {
            let (Some(label), Some(_)) = (&block.label, &block.number) else { continue };
            let (_, number) = scope_of(label);
            let label = label.as_str();
            let Self { by_label, by_number } = &mut labelled;
            by_label.entry(label).and_modify(|one| *one = None).or_insert(Some(index));
            by_number.entry(number).and_modify(|one| *one = None).or_insert(Some(label));
        }
        labelled
    }

    /// The words of a reference that lead to a block. A reference leads somewhere only
    /// where its own words say that it is to this text.
    fn reached(&self, reference: &Reference, here: &Here) -> Vec<Reached> {
        if !reference.is_stated() {
            return Vec::new();
        }
        let leads_there = |block: &usize| match reference.direction {
            Some(Direction::Above) => *block < here.index,
            Some(Direction::Below) => *block > here.index,
            None => true,
        };
        let find = |label: &str| self.by_label.get(label).copied().flatten();
        let mut reached = Vec::new();
        for target in &reference.targets {
            let top = self.top(target, reference.section.as_deref(), here);
            let Some(mut label) = top else { continue };
            let mut reach = |words: Range<usize>, label: &str| {
                let block = find(label).filter(leads_there);
                reached.extend(block.map(|block| Reached { words, block }));
            };
            // What is carried over from the target before has no words of its own.
            if !target.number_words.is_empty() {
                reach(target.number_words.clone(), &label);
            }
            for (letter, place) in &target.path {
                label = format!("{label} ({letter})");
                if !place.is_empty() {
                    // The brackets are part of the number.
                    reach(place.start.saturating_sub(1)..place.end + 1, &label);
                }
            }
        }
        reached
    }

    /// The label of the numbered paragraph of a target: in the section that is named, else
    /// in the same one, else wherever a single one bears the number.
    fn top(&self, target: &Target, section: Option<&str>, here: &Here) -> Option<String> {
        let (scope, number) = scope_of(here.label);
        let Some(wanted) = target.number else {
            let top = number.split_once(" (").map_or(number, |(top, _)| top);
            return Some(format!("{scope}{top}"));
        };
        let suffix = target.suffix.map(|suffix| format!(" {suffix}")).unwrap_or_default();
        let number = format!("OP {wanted}{suffix}");
        if let Some(section) = section {
            return Some(format!("{section} {number}"));
        }
        let near = format!("{scope}{number}");
        if self.by_label.contains_key(near.as_str()) {
            return Some(near);
        }
        self.by_number.get(number.as_str()).copied().flatten().map(str::to_owned)
    }
}

/// The section or part of a label, and the rest: “II ” and “OP 3 (a)”.
fn scope_of(label: &str) -> (&str, &str) {
    let at = label.find("OP ").or_else(|| label.find("PP ")).unwrap_or(0);
    label.split_at(at)
}

/// The runs with the words that lead to a block set apart, where one run has them all.
fn marked(runs: Vec<Run>, mut reached: Vec<Reached>) -> Vec<Run> {
    reached.sort_by_key(|reached| reached.words.start);
    let mut reached = reached.into_iter().peekable();
    let mut marked = Vec::new();
    let mut start = 0;
    for run in runs {
        if !stands(&run) {
            marked.push(run);
            continue;
        }
        let end = start + run.text.len();
        let mut from = start;
        while let Some(Reached { words, block }) =
            reached.next_if(|r| r.words.start < end)
        {
            let is_whole = words.start >= from && words.end <= end;
            let cut = |range: Range<usize>| {
                run.text.get(range.start - start..range.end - start)
            };
            let pieces = is_whole.then(|| (cut(from..words.start), cut(words.clone())));
            let Some((Some(before), Some(number))) = pieces else { continue };
            let refers_to = Some(block);
            let piece = |text: &str| Run { text: text.to_owned(), ..run.clone() };
            marked.extend((!before.is_empty()).then(|| piece(before)));
            marked.push(Run { refers_to, ..piece(number) });
            from = words.end;
        }
        let rest = run.text.get(from - start..).unwrap_or_default().to_owned();
        if !rest.is_empty() || from == start {
            marked.push(Run { text: rest, ..run });
        }
        start = end;
    }
    marked
}

#[cfg(test)]
mod tests {
    use crate::render::{Options, composition::compose};
    use crate::text::Source;

    /// The words that lead somewhere, with the label to which they lead.
    fn led(text: &str) -> Vec<String> {
        let resolution = crate::syntax::parse(&Source::new(text));
        let blocks = compose(&resolution, &Options::default()).blocks;
        let runs = blocks.iter().flat_map(|block| &block.runs);
        let led = runs.filter_map(|run| {
            let label = blocks[run.refers_to?].label.as_deref()?;
            Some(format!("{}={label}", run.text))
        });
        led.collect()
    }

    #[test]
    fn numbers_and_letters_lead_to_their_paragraphs() {
        let text = "1. Decides:\n\n   (a) This;\n\n   (b) That, as in subparagraph (a) above;\n\n2. \
                    *Requests* what paragraphs 1 (b) and 3 of the present resolution ask;\n\n3. Ends.\n";
        assert_eq!(led(text), ["(a)=OP 1 (a)", "1=OP 1", "(b)=OP 1 (b)", "3=OP 3"]);
    }

    #[test]
    fn a_paragraph_of_another_section_is_reached_by_its_number_or_its_section() {
        let text = "The General Assembly,\n\n# I. One\n\n1. Decides it;\n\n# II. Two\n\n2. Recalls \
                    paragraph 1 above, and paragraph 1 of section I above;\n";
        assert_eq!(led(text), ["1=I OP 1", "1=I OP 1"]);
    }

    #[test]
    fn nothing_leads_to_another_text_or_in_the_wrong_direction() {
        let text = "1. Decides;\n\n2. Recalls paragraph 1 of its resolution 60/251;\n\n3. Asks what \
                    paragraph 4 above, paragraph 9 below and paragraph 1 say;\n\n4. Ends.\n";
        assert_eq!(led(text), [""; 0]);
    }
}
