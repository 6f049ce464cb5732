use crate::lint::renumbering::{self, Number, Offers};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "operative-numbers-out-of-order",
    family: Family::Numbering,
    summary: "the operative numbers have a gap, a double or are in disorder",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("operative_numbers_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut last = 0;
    let mut is_first = true;
    let mut offers = Offers::new(draft);
    for resolution in draft.resolutions() {
        let mut sequence = Sequence::default();
        if renumbering::goes_on(resolution) {
            sequence.last = last;
        }
        // A single paragraph needs no number, whichever it has.
        if resolution.operative().nth(1).is_some() {
            let astray = astray(resolution, &mut sequence);
            last = sequence.last;
            for (range, expected) in astray {
                let finding =
                    report.flag(range, format!("paragraph {expected} comes here"));
                if std::mem::take(&mut is_first) {
                    offers.number(finding, "renumber, and move the cross-references");
                }
            }
        }
    }
}

/// The numbers that do not stand where they should, with what was to come there.
fn astray(resolution: &Resolution, sequence: &mut Sequence) -> Vec<(TextRange, u32)> {
    let mut astray = Vec::new();
    for section in &resolution.sections {
        if renumbering::restarts(section) {
            *sequence = Sequence::default();
        }
        for paragraph in &section.operative {
            let Some(number) = renumbering::number_of(paragraph) else {
                sequence.unnumbered += 1;
                continue;
            };
            let expected = sequence.expected_instead_of(&number);
            astray.extend(expected.map(|expected| (number.range, expected)));
        }
    }
    astray
}

/// The numbers so far.
#[derive(Default)]
struct Sequence {
    last: u32,
    suffix: usize,
    /// Paragraphs since the last number that have none; each may stand for one.
    unnumbered: u32,
}

impl Sequence {
    /// Takes the next number, and gives the one that was to come if it is not that.
    fn expected_instead_of(&mut self, number: &Number) -> Option<u32> {
        let ordinal = number.ordinal.unwrap_or(self.last + 1);
        let goes_on =
            (self.last + 1..=self.last + 1 + self.unnumbered).contains(&ordinal);
        let is_next = match number.suffix {
            0 => goes_on,
            suffix => ordinal == self.last && suffix == self.suffix + 1,
        };
        let expected = self.last + 1;
        *self = Self { last: ordinal, suffix: number.suffix, unnumbered: 0 };
        (!is_next).then_some(expected)
    }
}
