//! Running words to runs, and the footnotes that they call.

use std::collections::HashMap;

use super::{Caller, Change, Note, Run, RunKind};
use crate::conventions::Language;
use crate::model::{MarkKind, Prose, Resolution};

/// The footnotes as they are called.
pub(super) struct Notes<'a> {
    language: Language,
    by_mark: HashMap<&'a str, usize>,
    footnotes: &'a [crate::model::Footnote],
    /// The place in `called` of each footnote, once it is called.
    places: Vec<Option<usize>>,
    called: Vec<Called>,
    last_number: u32,
}

/// A note that stands on the page, with its mark.
struct Called {
    mark: String,
    source: CalledNote,
}

enum CalledNote {
    /// The footnote of that index.
    Footnote(usize),
    /// Words that the page adds.
    Words(String),
}

impl<'a> Notes<'a> {
    pub(super) fn new(resolution: &'a Resolution) -> Self {
        let footnotes = resolution.footnotes.as_slice();
        let mut by_mark = HashMap::new();
        for (index, footnote) in footnotes.iter().enumerate() {
            by_mark.entry(footnote.mark.as_str()).or_insert(index);
        }
        let places = vec![None; footnotes.len()];
        let language = resolution.language;
        Self { language, by_mark, footnotes, places, called: Vec::new(), last_number: 0 }
    }

    /// Adds a note that the draft does not have, and gives its place.
    pub(super) fn add(&mut self, mark: &str, words: String) -> usize {
        self.called
            .push(Called { mark: mark.to_owned(), source: CalledNote::Words(words) });
        self.called.len() - 1
    }

    /// The run of a call. Numbers follow the order of the calls, as a page numbers them.
    fn call(&mut self, written: &str) -> Run {
        let Some(&index) = self.by_mark.get(written) else {
            let kind = RunKind::Call { note: None, is_repeated: false };
            return Run { kind, ..Run::plain(written) };
        };
        let is_repeated = self.places[index].is_some();
        let place = self.places[index].unwrap_or_else(|| self.place(index));
        let kind = RunKind::Call { note: Some(place), is_repeated };
        let mark = self.called.get(place).map(|called| called.mark.clone());
        Run { kind, ..Run::plain(mark.unwrap_or_default()) }
    }

    fn place(&mut self, index: usize) -> usize {
        let written = &self.footnotes[index].mark;
        let is_sign = !written.contains(char::is_alphanumeric);
        let mark = if is_sign {
            written.clone()
        } else {
            self.last_number += 1;
            self.last_number.to_string()
        };
        self.called.push(Called { mark, source: CalledNote::Footnote(index) });
        let place = self.called.len() - 1;
        self.places[index] = Some(place);
        place
    }

    /// The notes in the order of their calls in the text, then those that notes call, then
    /// those that nothing calls.
    pub(super) fn finish(mut self) -> Vec<Note> {
        let mut notes = Vec::new();
        for place in 0..self.called.len() {
            notes.push(self.note(place, Caller::Text));
        }
        self.add_called_by_notes(&mut notes);
        for index in 0..self.footnotes.len() {
            if self.places[index].is_none() {
                let place = self.place(index);
                notes.push(self.note(place, Caller::Nobody));
                self.add_called_by_notes(&mut notes);
            }
        }
        notes
    }

    fn add_called_by_notes(&mut self, notes: &mut Vec<Note>) {
        while notes.len() < self.called.len() {
            notes.push(self.note(notes.len(), Caller::Note));
        }
    }

    fn note(&mut self, place: usize, caller: Caller) -> Note {
        let called = &self.called[place];
        let mark = called.mark.clone();
        match &called.source {
            CalledNote::Words(words) => {
                let runs = vec![Run::plain(words.clone())];
                Note { mark, written: None, runs, source: None, caller }
            }
            CalledNote::Footnote(index) => {
                let footnote = &self.footnotes[*index];
                let written = Some(footnote.mark.clone());
                let source = Some(footnote.range);
                let runs = self.runs(&footnote.prose, 0, 0);
                Note { mark, written, runs, source, caller }
            }
        }
    }

    /// The runs of a prose from byte `from` on, whose first `italic` bytes open it.
    pub(super) fn runs(&mut self, prose: &Prose, from: usize, italic: usize) -> Vec<Run> {
        let mut sweep = Sweep::new(prose, from, italic);
        sweep.events.sort_by_key(|event| (event.at, event.turn.order()));
        let has_italics = has_italics(self.language);
        let mut runs: Vec<Run> = Vec::new();
        for index in 0..sweep.events.len() {
            let Event { at, turn } = sweep.events[index];
            runs.extend(sweep.words_up_to(at, has_italics));
            match turn {
                Turn::End(face) => sweep.depths[face as usize] -= 1,
                Turn::Begin(face) => sweep.depths[face as usize] += 1,
                Turn::Mark(mark) => runs.push(self.mark(&prose.marks[mark].kind)),
            }
        }
        runs.extend(sweep.words_up_to(prose.text.len(), has_italics));
        runs
    }

    fn mark(&mut self, kind: &MarkKind) -> Run {
        match kind {
            MarkKind::FootnoteCall(mark) => self.call(mark),
            MarkKind::Deleted(words) => {
                Run { change: Change::Deleted, ..Run::plain(printable(words)) }
            }
            MarkKind::Comment(words) => {
                Run { kind: RunKind::Comment, ..Run::plain(printable(words)) }
            }
            MarkKind::Emphasis | MarkKind::Added => Run::plain(""),
        }
    }
}

/// Chinese sets no italics, and Arabic none that it would not set anyway.
pub(super) fn has_italics(language: Language) -> bool {
    !matches!(language, Language::Zh | Language::Ar)
}

/// Words without control characters, which no page can print.
pub(super) fn printable(words: &str) -> String {
    words
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect()
}

/// What a stretch of words can be inside of.
#[derive(Debug, Clone, Copy)]
enum Face {
    Opening,
    Emphasis,
    Addition,
}

/// Something that happens between two characters.
#[derive(Debug, Clone, Copy)]
struct Event {
    at: usize,
    turn: Turn,
}

#[derive(Debug, Clone, Copy)]
enum Turn {
    End(Face),
    Mark(usize),
    Begin(Face),
}

impl Turn {
    /// What ends ends before a mark at the same place, and what begins begins after it.
    fn order(self) -> usize {
        match self {
            Self::End(_) => 0,
            Self::Mark(index) => 1 + index,
            Self::Begin(_) => usize::MAX,
        }
    }
}

/// One pass over the words from left to right, so that a paragraph of ten thousand marks
/// costs no more than its length.
struct Sweep<'a> {
    text: &'a str,
    at: usize,
    events: Vec<Event>,
    depths: [usize; 3],
}

impl<'a> Sweep<'a> {
    fn new(prose: &'a Prose, from: usize, italic: usize) -> Self {
        let mut sweep =
            Self { text: &prose.text, at: from, events: Vec::new(), depths: [0; 3] };
        // A bracket before the opening phrase is no part of it.
        let words = prose.text.trim_start_matches(['[', ' ', '“', '"', '«']);
        sweep.cover(prose.text.len() - words.len(), italic, Face::Opening);
        for (index, mark) in prose.marks.iter().enumerate() {
            let (start, end) = (mark.covers.start, mark.covers.end);
            match mark.kind {
                MarkKind::Emphasis => sweep.cover(start, end, Face::Emphasis),
                MarkKind::Added => sweep.cover(start, end, Face::Addition),
                _ => sweep.events.push(Event { at: start, turn: Turn::Mark(index) }),
            }
        }
        sweep
    }

    fn cover(&mut self, start: usize, end: usize, face: Face) {
        if start < end {
            self.events.push(Event { at: start, turn: Turn::Begin(face) });
            self.events.push(Event { at: end, turn: Turn::End(face) });
        }
    }

    fn words_up_to(&mut self, end: usize, has_italics: bool) -> Option<Run> {
        let words = self.text.get(self.at..end).filter(|words| !words.is_empty())?;
        self.at = end;
        let is_in = |face: Face| self.depths[face as usize] > 0;
        let kind = if is_in(Face::Opening) {
            RunKind::Opening
        } else if is_in(Face::Emphasis) {
            RunKind::Emphasis
        } else {
            RunKind::Words
        };
        let italic = has_italics && kind != RunKind::Words;
        let change = if is_in(Face::Addition) { Change::Added } else { Change::None };
        Some(Run { kind, italic, change, ..Run::plain(printable(words)) })
    }
}

#[cfg(test)]
mod tests {
    use crate::conventions::organs;
    use crate::render::Options;
    use crate::render::composition::{BlockKind, compose};
    use crate::text::Source;

    /// The words set in italics in a paragraph of an organ, one run after the other.
    fn italics(organ: &str, paragraph: &str) -> Vec<String> {
        let line = organs::by_code(organ).unwrap().line(crate::conventions::Language::En);
        let text = format!("---\norgan: {organ}\n---\n{line}\n\n{paragraph}\n");
        let resolution = crate::syntax::parse(&Source::new(text));
        let blocks = compose(&resolution, &Options::default()).blocks;
        let is_paragraph =
            |kind| matches!(kind, BlockKind::Preambular | BlockKind::Operative);
        let block = blocks.iter().find(|block| is_paragraph(block.kind)).unwrap();
        let italic = block.runs.iter().filter(|run| run.italic);
        italic.map(|run| run.text.clone()).collect()
    }

    #[track_caller]
    fn check(examples: &[(&str, &str)]) {
        for organ in ["GA", "HRC", "SC", "ECOSOC"] {
            for (paragraph, italic) in examples {
                assert_eq!(italics(organ, paragraph), [*italic], "{organ}: {paragraph}");
            }
        }
    }

    #[test]
    fn verb_and_adverb_are_italic_and_the_words_after_them_roman() {
        check(&[
            ("Recalling its resolution 70/1,", "Recalling"),
            ("Recalling also that it met,", "Recalling also"),
            ("Deeply concerned that nothing was done,", "Deeply concerned"),
            ("Guided by the Charter,", "Guided"),
            ("Convinced of its worth,", "Convinced"),
            ("Alarmed at the news,", "Alarmed"),
            ("1. Decides that it will meet;", "Decides"),
            ("1. Also decides to meet;", "Also decides"),
            ("1. Strongly condemns the attack;", "Strongly condemns"),
            ("1. Once again urges all States to act;", "Once again urges"),
        ]);
    }

    #[test]
    fn what_belongs_to_the_verb_is_italic_with_it() {
        check(&[
            ("Bearing in mind the needs of all,", "Bearing in mind"),
            ("1. Calls upon all States to act;", "Calls upon"),
            ("1. Calls for an end to it;", "Calls for"),
            ("1. Takes note of the report;", "Takes note"),
        ]);
    }

    #[test]
    fn a_companion_is_italic_and_its_preposition_roman() {
        check(&[
            (
                "Taking note with appreciation of the report,",
                "Taking note with appreciation",
            ),
            ("Noting with concern the delay,", "Noting with concern"),
            (
                "Noting with deep concern that nothing was done,",
                "Noting with deep concern",
            ),
            ("1. Takes note with interest of the report;", "Takes note with interest"),
            (
                "1. Condemns in the strongest terms the attack;",
                "Condemns in the strongest terms",
            ),
        ]);
    }

    #[test]
    fn what_is_expressed_and_a_second_opening_are_italic() {
        check(&[
            ("Expressing grave concern at the news,", "Expressing grave concern"),
            (
                "1. Expresses its deep appreciation to the hosts;",
                "Expresses its deep appreciation",
            ),
            ("1. Reaffirms its commitment to the Charter;", "Reaffirms its commitment"),
            ("1. Welcomes and urges the work of all;", "Welcomes and urges"),
        ]);
    }

    #[test]
    fn a_later_verb_and_the_word_of_a_subparagraph_are_roman() {
        check(&[
            ("1. Welcomes the report, and encourages all to read it;", "Welcomes"),
            ("1. Requests the Office:\n\n   (a) To report;", "Requests"),
        ]);
    }

    #[test]
    fn a_bracket_of_negotiation_is_no_part_of_the_opening() {
        check(&[("[Recalling its resolution 70/1,]", "Recalling")]);
    }
}
