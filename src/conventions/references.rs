//! References to numbered paragraphs in running text: “paragraphs 7 and 8 above”.

use std::ops::Range;

use super::Language;
use super::calendar::MONTHS;
use super::numbering::LATIN_SUFFIXES;
use crate::text::Needle;

/// A mention of one or more paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// All its words, as bytes of the text: “paragraphs 7 and 8 above”.
    pub words: Range<usize>,
    /// The paragraphs, in the order written; for “3 to 6” the two ends.
    pub targets: Vec<Target>,
    /// Where the words say that they stand.
    pub direction: Option<Direction>,
    /// To which text they belong.
    pub belonging: Belonging,
    /// The section, where the words name one: “of section II above”.
    pub section: Option<String>,
}

/// One paragraph that is referred to: “6 (b)”, or “(b)” alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The number of the paragraph. `None` for a subparagraph of the paragraph at hand.
    pub number: Option<u32>,
    /// The suffix of negotiation: “bis”.
    pub suffix: Option<&'static str>,
    /// Where the number with its suffix stands. Empty where it is carried over from the
    /// target before: “6 (a) and (b)”.
    pub number_words: Range<usize>,
    /// The letters below it, without brackets, and where each stands.
    pub path: Vec<(String, Range<usize>)>,
    /// Whether everything since the target before is meant: “3 to 6”.
    pub ends_range: bool,
}

/// “above” or “below”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// “above”.
    Above,
    /// “below”.
    Below,
}

/// The text to which the paragraphs of a reference belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belonging {
    /// The text at hand: “above”, “below”.
    Placed,
    /// The resolution at hand by name: “of the present resolution”.
    Named,
    /// Nothing is said, and nothing near speaks of another text.
    Presumed,
    /// Another text: “of its resolution 18/18”.
    Elsewhere,
}

impl Reference {
    /// Whether the words themselves say that the paragraphs are those of this text.
    pub fn is_stated(&self) -> bool {
        matches!(self.belonging, Belonging::Placed | Belonging::Named)
    }
}

/// The words of a language that make a reference.
struct Words {
    /// What every form of the word for a paragraph holds, in lower case.
    stem: Needle,
    /// What may follow it in the plural and the singular, the plural first.
    plural: &'static [&'static str],
    singular: &'static [&'static str],
    /// What stands before the stem of the word for a subparagraph.
    below: &'static [&'static str],
    and: &'static [&'static str],
    to: &'static [&'static str],
    above: &'static str,
    below_here: &'static str,
    of_this: &'static [&'static str],
    of: &'static [&'static str],
    of_section: &'static str,
    /// Words before a bare number that tell of another text.
    other_texts: &'static [&'static str],
}

static ENGLISH: Words = Words {
    stem: Needle::new("aragraph"),
    plural: &["s "],
    singular: &[" "],
    below: &["subp", "sub-p"],
    and: &[", and ", " and ", " or ", " and/or ", ", "],
    to: &[" to ", "–", "-", " through "],
    above: " above",
    below_here: " below",
    of_this: &[
        " of the present resolution",
        " of this resolution",
        " of the present decision",
        " of the present draft resolution",
        " hereof",
    ],
    of: &[
        " of ",
        " thereof",
        " therein",
        ", of ",
        " in its ",
        " in resolution",
        " in document",
        " to resolution",
    ],
    of_section: " of section ",
    other_texts: &[
        "resolution",
        "decision",
        "report",
        "annex",
        "document",
        "declaration",
        "agenda",
        "programme",
        "convention",
        "outcome",
        "covenant",
        "protocol",
        "charter",
        "rule",
        "plan",
        "article",
        "statement",
        "note by",
        "comment",
        "agreement",
        "its ",
        "their ",
        "guideline",
        "principle",
        "consensus",
        "/",
    ],
};

static FRENCH: Words = Words {
    stem: Needle::new("aragraphe"),
    plural: &["s "],
    singular: &[" "],
    below: &["sous-p"],
    and: &[" et ", " ou ", ", "],
    to: &[" à ", "–", "-"],
    above: " ci-dessus",
    below_here: " ci-après",
    of_this: &[" de la présente résolution"],
    of: &[" de ", " du ", " des "],
    of_section: " de la section ",
    other_texts: &["résolution", "décision", "rapport", "annexe", "/"],
};

static SPANISH: Words = Words {
    stem: Needle::new("árrafo"),
    plural: &["s "],
    singular: &[" "],
    below: &["subp"],
    and: &[" y ", " e ", " o ", ", "],
    to: &[" a ", "–", "-"],
    above: " supra",
    below_here: " infra",
    of_this: &[" de la presente resolución"],
    of: &[" de ", " del "],
    of_section: " de la sección ",
    other_texts: &["resolución", "decisión", "informe", "anexo", "/"],
};

fn words_of(language: Language) -> Option<&'static Words> {
    match language {
        Language::En => Some(&ENGLISH),
        Language::Fr => Some(&FRENCH),
        Language::Es => Some(&SPANISH),
        Language::Ru | Language::Zh | Language::Ar => None,
    }
}

/// The references in the words of a paragraph, in order.
pub fn references(text: &str, language: Language) -> Vec<Reference> {
    let Some(words) = words_of(language) else { return Vec::new() };
    let mut found: Vec<Reference> = Vec::new();
    for at in words.stem.places(text) {
        let is_new = found.last().is_none_or(|last| last.words.end <= at);
        if is_new && let Some(reference) = (Scanner { text, words }).reference(at) {
            found.push(reference);
        }
    }
    found
}

struct Scanner<'a> {
    text: &'a str,
    words: &'static Words,
}

impl Scanner<'_> {
    /// The reference around the stem at `at`.
    fn reference(&self, at: usize) -> Option<Reference> {
        let before = self.text.get(..at)?;
        let (start, is_sub) = self.word_start(before)?;
        let lead = self.text.get(..start)?;
        if lead.ends_with("preambular ") {
            return None;
        }
        let mut end = at + self.words.stem.words.len();
        let plural = self.one_of(end, self.words.plural);
        let is_plural = plural.is_some();
        end += plural.or_else(|| self.one_of(end, self.words.singular))?;
        let targets = self.targets(&mut end, is_plural, is_sub)?;
        let mut reference = Reference {
            words: start..end,
            targets,
            direction: None,
            belonging: Belonging::Presumed,
            section: None,
        };
        self.say_where(&mut reference);
        Some(reference)
    }

    /// Where the word begins whose stem follows `before`, and whether it is the word for
    /// a subparagraph.
    fn word_start(&self, before: &str) -> Option<(usize, bool)> {
        let below = self.words.below.iter().find_map(|head| {
            let start = before.len().checked_sub(head.len())?;
            before.get(start..)?.eq_ignore_ascii_case(head).then_some(start)
        });
        let letter = before.chars().next_back().filter(|c| matches!(c, 'p' | 'P'))?;
        let plain = before.len() - letter.len_utf8();
        let start = below.unwrap_or(plain);
        let is_word =
            !self.text.get(..start)?.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        is_word.then_some((start, below.is_some()))
    }

    /// The length of the first of these words that stands at `at`; a space may be one
    /// that does not break.
    fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.word(at, word))
    }

    fn word(&self, at: usize, word: &str) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let mut left = rest;
        for wanted in word.chars() {
            let c = left.chars().next()?;
            let is_same =
                c == wanted || wanted == ' ' && matches!(c, '\u{a0}' | '\u{202f}');
            if !is_same {
                return None;
            }
            left = left.get(c.len_utf8()..)?;
        }
        Some(rest.len() - left.len())
    }

    fn targets(
        &self,
        end: &mut usize,
        is_plural: bool,
        is_sub: bool,
    ) -> Option<Vec<Target>> {
        let mut targets = vec![self.target(end, None, is_sub, true)?];
        loop {
            let (sep, ends_range) = match self.one_of(*end, self.words.to) {
                Some(len) => (len, true),
                None => match self.one_of(*end, self.words.and) {
                    Some(len) => (len, false),
                    None => break,
                },
            };
            let mut next = *end + sep;
            let Some(mut target) =
                self.target(&mut next, targets.last(), is_sub, is_plural)
            else {
                break;
            };
            target.ends_range = ends_range;
            targets.push(target);
            *end = next;
        }
        Some(targets)
    }

    /// One target at `end`. A number needs `may_number`: “paragraph 7 and 30 States” is
    /// about one paragraph.
    fn target(
        &self,
        end: &mut usize,
        last: Option<&Target>,
        is_sub: bool,
        may_number: bool,
    ) -> Option<Target> {
        let mut target = Target {
            number: None,
            suffix: None,
            number_words: *end..*end,
            path: Vec::new(),
            ends_range: false,
        };
        if let Some((number, len)) = self.number(*end).filter(|_| may_number) {
            let start = *end;
            *end += len;
            target.number = Some(number);
            if let Some((suffix, len)) = self.suffix(*end) {
                target.suffix = Some(suffix);
                *end += len;
            }
            target.number_words = start..*end;
        } else {
            let (letter, range) = self.letter(*end)?;
            if last.is_none() && !is_sub {
                return None;
            }
            *end = range.end + 1;
            target.path.push((letter, range));
        }
        while target.path.len() < 4 {
            let space = self.word(*end, " ").unwrap_or(0);
            let Some((letter, range)) = self.letter(*end + space) else { break };
            *end = range.end + 1;
            target.path.push((letter, range));
        }
        if let Some(last) = last.filter(|_| target.number.is_none()) {
            carry_over(last, &mut target);
        }
        Some(target)
    }

    /// A number of a paragraph: not a year, not a part of “60/251” or “2.5”.
    fn number(&self, at: usize) -> Option<(u32, usize)> {
        let rest = self.text.get(at..)?;
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest.get(len..)?;
        let mut next = after.chars();
        let goes_on = match next.next() {
            Some('/') => true,
            Some('.' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c.is_alphabetic(),
            None => false,
        };
        let value = rest.get(..len)?.parse().ok()?;
        ((1..=3).contains(&len) && !goes_on && !is_day(after)).then_some((value, len))
    }

    fn suffix(&self, at: usize) -> Option<(&'static str, usize)> {
        let space = self.word(at, " ")?;
        let rest = self.text.get(at + space..)?;
        let suffix =
            LATIN_SUFFIXES.iter().rev().find(|suffix| rest.starts_with(**suffix))?;
        let after = rest.get(suffix.len()..)?;
        (!after.starts_with(char::is_alphanumeric))
            .then_some((suffix, space + suffix.len()))
    }

    /// The letters in brackets at `at`, and where they stand.
    fn letter(&self, at: usize) -> Option<(String, Range<usize>)> {
        let inner = self.text.get(at..)?.strip_prefix('(')?;
        let len = inner.bytes().take_while(u8::is_ascii_lowercase).count();
        let is_closed = inner.get(len..)?.starts_with(')');
        ((1..=5).contains(&len) && is_closed)
            .then(|| Some((inner.get(..len)?.to_owned(), at + 1..at + 1 + len)))?
    }

    fn say_where(&self, reference: &mut Reference) {
        if let Some(len) = self.word(reference.words.end, self.words.of_section) {
            self.section(reference, len);
        }
        let end = reference.words.end;
        for (word, direction) in [
            (self.words.above, Direction::Above),
            (self.words.below_here, Direction::Below),
        ] {
            if let Some(len) = self.word(end, word) {
                reference.direction = Some(direction);
                reference.belonging = Belonging::Placed;
                reference.words.end += len;
                return;
            }
        }
        if let Some(len) = self.one_of(end, self.words.of_this) {
            reference.belonging = Belonging::Named;
            reference.words.end += len;
        } else if self.speaks_of_another_text(reference) {
            reference.belonging = Belonging::Elsewhere;
        }
    }

    /// “of section II”, and what it says about the text.
    fn section(&self, reference: &mut Reference, len: usize) {
        let start = reference.words.end + len;
        let rest = self.text.get(start..).unwrap_or_default();
        let numeral: String = rest.chars().take_while(|c| "IVXLC".contains(*c)).collect();
        if !numeral.is_empty() {
            reference.words.end = start + numeral.len();
            reference.section = Some(numeral);
        }
    }

    fn speaks_of_another_text(&self, reference: &Reference) -> bool {
        let end = reference.words.end;
        if self.one_of(end, self.words.of).is_some() {
            return true;
        }
        let rest = self.text.get(end..).unwrap_or_default();
        let after: String = rest.chars().take(60).take_while(|c| *c != ';').collect();
        let is_of_another = self.words.of.iter().any(|of| {
            after.match_indices(of).any(|(at, _)| {
                let object = after.get(at..).unwrap_or_default().to_lowercase();
                self.words.other_texts.iter().take(4).any(|other| object.contains(other))
            })
        });
        let lead = self.text.get(..reference.words.start).unwrap_or_default();
        let clause_start = lead.rfind([';', ':']).unwrap_or(0);
        let clause = lead.get(clause_start..).unwrap_or_default();
        let near: String = clause
            .chars()
            .rev()
            .take(100)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let near = near.to_lowercase();
        is_of_another || self.words.other_texts.iter().any(|other| near.contains(other))
    }
}

/// “6 (a) (i) and (ii)”, “(a) (i) and (b) (i)”: what is not said again is that of the
/// target before.
fn carry_over(last: &Target, target: &mut Target) {
    (target.number, target.suffix) = (last.number, last.suffix);
    let kept = last.path.len().saturating_sub(target.path.len());
    let carried = last.path.iter().take(kept);
    let start = target.path.first().map_or(target.number_words.start, |(_, at)| at.start);
    let carried = carried.map(|(letter, _)| (letter.clone(), start..start));
    target.path.splice(0..0, carried.collect::<Vec<_>>());
}

/// Whether a month follows, so that the number is a day.
fn is_day(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{a0}']);
    MONTHS.iter().any(|month| {
        // “May” is a month, “Mayor” is none.
        after
            .strip_prefix(month)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Reference> {
        references(text, Language::En)
    }

    fn written(text: &str) -> Vec<String> {
        let target = |target: &Target| {
            let number = target.number.map_or(String::new(), |number| number.to_string());
            let letters =
                target.path.iter().map(|(letter, _)| ["(", letter, ")"].concat());
            let path: String = letters.collect();
            let to = if target.ends_range { "to " } else { "" };
            format!("{to}{number}{}{path}", target.suffix.unwrap_or_default())
        };
        read(text)
            .iter()
            .flat_map(|reference| reference.targets.iter().map(target))
            .collect()
    }

    #[test]
    fn the_forms_of_a_reference() {
        assert_eq!(written("pursuant to paragraphs 7 and 8 above, Council"), ["7", "8"]);
        assert_eq!(
            written("in paragraphs 3 to 6, 9 and 10 bis above"),
            ["3", "to 6", "9", "10bis"]
        );
        assert_eq!(
            written("paragraph 6 (a) (i) and (ii) above"),
            ["6(a)(i)", "6(a)(ii)"]
        );
        assert_eq!(written("Subparagraphs (a) and (c) above"), ["(a)", "(c)"]);
        assert_eq!(written("subparagraphs (a) (i) and (a) (ii)"), ["(a)(i)", "(a)(ii)"]);
        assert_eq!(written("paragraph 7 and 30 other States"), ["7"]);
        assert_eq!(written("two paragraphs and the preambular paragraph 3"), [""; 0]);
        assert_eq!(written("paragraph 2007 and paragraph 5/1"), [""; 0]);
    }

    #[test]
    fn the_text_to_which_they_belong() {
        for (text, belonging) in [
            ("paragraph 7 above", Belonging::Placed),
            ("paragraph 7 of the present resolution", Belonging::Named),
            ("set out in paragraph 7, the parties", Belonging::Presumed),
            ("paragraph 5 of its resolution 18/18", Belonging::Elsewhere),
            (
                "paragraphs 3 and 4, respectively, of resolution 18/18",
                Belonging::Elsewhere,
            ),
            (
                "its resolution 18/18, in particular paragraph 4, and",
                Belonging::Elsewhere,
            ),
        ] {
            assert_eq!(read(text)[0].belonging, belonging, "{text}");
        }
    }

    #[test]
    fn a_section_may_be_named() {
        let reference = &read("paragraph 3 of section II above")[0];
        assert_eq!(reference.section.as_deref(), Some("II"));
        assert_eq!(reference.direction, Some(Direction::Above));
    }
}
