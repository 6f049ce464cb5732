//! The words that open a paragraph, and how to tell them from the words that follow.
//!
//! An opening is: adverbs of repetition and of intensity, a phrase of the table, and
//! after it again an adverb or a complement ("with appreciation"). The phrases are found
//! by their first word; the longest wins.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::read_table;

mod words;

use words::{Folded, Word, same_word, word_at};

/// The phrases that may open a paragraph in one language.
#[derive(Debug)]
pub struct OpeningPhrases {
    /// Sorted by part, then first word, then the longest first.
    entries: Vec<OpeningEntry>,
    /// The first words of the entries, sorted, with the entries of each part.
    index: Vec<FirstWord>,
    /// How many of the entries are preambular.
    preambular: usize,
    /// The forms of the verbs, sorted.
    forms: Vec<VerbForm>,
    verbs: Vec<Verb>,
    adverbs: Adverbs,
    complements: Vec<Complement>,
    /// Whether the language is written without spaces between words.
    unspaced: bool,
    /// On whose authority the phrases are listed.
    pub sources: Vec<String>,
}

/// A phrase that opens paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningEntry {
    /// The phrase, without repetition adverbs: “Taking note with appreciation”.
    pub phrase: String,
    /// What the paragraph does: “reference”, “concern”, “request”, “decision” …
    pub kind: String,
    /// How strong an operative phrase is, from 0 (neutral) to 5 (decisive).
    pub strength: Option<u8>,
    /// The phrase of the other part: “Recalls” of “Recalling”.
    pub twin: Option<String>,
    /// The part that it opens paragraphs of.
    pub part: Part,
    /// Words that belong to the opening and are not in italics: “by” of “Guided by”.
    pub companion: Option<String>,
    /// Whether it is in handbooks and hardly ever in adopted texts.
    pub rare: bool,
    /// The organs that use it, by code; none means all.
    pub organs: Vec<String>,
    /// The phrase to write instead: “Calls upon” of “Calls on”.
    pub preferred: Option<String>,
    /// How often it opens a paragraph in our corpus, where that is why it is listed.
    pub count: Option<u32>,
}

/// The two parts of a resolution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The preamble, which recites.
    #[default]
    Preambular,
    /// The operative part, which acts.
    Operative,
}

/// An adverb that tells that an opening is used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repetition {
    /// The second paragraph with the opening: “also”.
    Also,
    /// The third: “further”.
    Further,
    /// “once again”, “again”.
    OnceAgain,
}

/// Where an adverb of repetition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Placement {
    /// “Also requests”.
    Before,
    /// “Recalling also”, “Taking note also with appreciation”.
    After,
}

/// How the letters of an opening are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningCase {
    /// “Recalling”, as usage is in most languages.
    Capital,
    /// “recalling”.
    Lower,
    /// “RECALLING”.
    AllCapitals,
}

/// The opening of one paragraph. All places are bytes from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening<'a> {
    /// The phrase of the table.
    pub entry: &'a OpeningEntry,
    /// Where the opening ends, with adverbs, complements and companion.
    pub len: usize,
    /// Where its italics end: before the companion.
    pub italic: usize,
    /// “also”, “further” or “once again”, where it stands and how much it takes.
    pub repetition: Option<(Repetition, Placement, Range<usize>)>,
    /// An adverb of intensity before the phrase that the phrase itself does not hold.
    pub intensity: Option<Range<usize>>,
    /// A complement after the phrase that the phrase itself does not hold.
    pub complement: Option<Range<usize>>,
    /// Where the second verb begins in “Welcomes and urges”, and its phrase.
    pub second: Option<(usize, &'a OpeningEntry)>,
    /// How its letters are set.
    pub case: OpeningCase,
    /// Where the phrase begins, after the adverbs before it.
    start: usize,
    /// Where an adverb after the verb goes: before “with appreciation”, before “by”.
    head: usize,
    /// The words before the phrase or after it that `inflect` must carry over.
    carried: Option<Box<Carried>>,
}

/// What an opening holds beside its phrase and its adverb of repetition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Carried {
    intensity: String,
    complement: String,
}

/// A first word that is another form of a verb that opens paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misformed<'a> {
    /// The form it is in.
    pub form: Form,
    /// Where the misformed opening ends.
    pub len: usize,
    /// The opening in the form that the preamble wants, adverbs and case kept.
    pub preambular: Option<String>,
    /// The opening in the form that the operative part wants.
    pub operative: Option<String>,
    /// The verb in its base form: “request”.
    pub verb: &'a str,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// “Request”.
    Base,
    /// “Requested”.
    Past,
    /// “Recognising”: spelt as the United Nations does not.
    WrongSpelling,
    /// “Requesting”, of a verb that has no use in the preamble.
    Participle,
    /// “Bears”, of a phrase that has no use in the operative part.
    Finite,
}

#[derive(Debug)]
struct FirstWord {
    word: Box<str>,
    preambular: Range<usize>,
    operative: Range<usize>,
}

#[derive(Debug)]
struct Verb {
    base: Box<str>,
    finite: Box<str>,
    participle: Box<str>,
}

#[derive(Debug)]
struct VerbForm {
    word: Box<str>,
    verb: usize,
    form: Form,
}

/// The table as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Table {
    /// On whose authority; the tests ask for it.
    sources: Vec<String>,
    unspaced: bool,
    preambular: Vec<Group>,
    operative: Vec<Group>,
    preferred: BTreeMap<String, String>,
    twins: BTreeMap<String, String>,
    verbs: Vec<String>,
    adverbs: Adverbs,
    complements: Vec<Complement>,
}

/// Phrases that do the same.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Group {
    kind: String,
    strength: Option<u8>,
    rare: bool,
    organs: Vec<String>,
    phrases: Vec<String>,
    counted: BTreeMap<String, u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Adverbs {
    also: Vec<String>,
    further: Vec<String>,
    once_again: Vec<String>,
    intensity: Vec<String>,
    adjective_unless_before: Vec<String>,
    adjective_before: Vec<String>,
    /// The word that joins two openings: “and”.
    and: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Complement {
    after: Vec<String>,
    lead: Vec<String>,
    degrees: Vec<String>,
    nouns: Vec<String>,
    phrases: Vec<String>,
}

/// A phrase found in a text.
struct Found<'a> {
    entry: &'a OpeningEntry,
    /// Where the phrase ends, without its companion.
    italic: usize,
    /// Where its companion ends.
    end: usize,
    /// Where its complement begins, if it holds one.
    head: usize,
    /// An adverb of repetition between its words.
    inside: Option<(Repetition, Range<usize>)>,
}

impl OpeningPhrases {
    /// Reads a table that was compiled in.
    pub(super) fn read(yaml: &str) -> Self {
        Self::from_table(read_table(yaml))
    }

    fn from_table(table: Table) -> Self {
        let mut entries = Vec::new();
        for (part, groups) in
            [(Part::Preambular, table.preambular), (Part::Operative, table.operative)]
        {
            for group in groups {
                entries.extend(group_entries(part, group, &table.preferred));
            }
        }
        let verbs: Vec<Verb> = table.verbs.iter().filter_map(|line| verb(line)).collect();
        fill_twins(&mut entries, &verbs, &table.twins);
        entries.sort_by_cached_key(|entry| {
            let length =
                entry.phrase.len() + entry.companion.as_ref().map_or(0, String::len);
            (entry.part, first_word(&entry.phrase, table.unspaced), usize::MAX - length)
        });
        let preambular = entries.partition_point(|entry| entry.part == Part::Preambular);
        Self {
            index: index(&entries, table.unspaced),
            forms: forms(&table.verbs),
            entries,
            preambular,
            verbs,
            adverbs: table.adverbs,
            complements: table.complements,
            unspaced: table.unspaced,
            sources: table.sources,
        }
    }

    /// The opening of `text`, a paragraph as one line, in the preamble.
    pub fn preambular(&self, text: &str) -> Option<Opening<'_>> {
        self.open(Part::Preambular, text)
    }

    /// The opening of `text`, a paragraph as one line, in the operative part.
    pub fn operative(&self, text: &str) -> Option<Opening<'_>> {
        self.open(Part::Operative, text)
    }

    /// The opening of `text` in a part.
    pub fn open(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        if self.unspaced {
            self.open_unspaced(part, text)
        } else {
            self.open_words(part, text)
        }
    }

    /// Every phrase of a part.
    pub fn entries(&self, part: Part) -> impl Iterator<Item = &OpeningEntry> {
        self.entries_of(part).iter()
    }

    /// Whether the language has no phrases yet: then no opening is ever found.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn entries_of(&self, part: Part) -> &[OpeningEntry] {
        let (preambular, operative) = self.entries.split_at(self.preambular);
        match part {
            Part::Preambular => preambular,
            Part::Operative => operative,
        }
    }

    fn open_words(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        let mut at = 0;
        let mut repetition = None;
        let mut intensity: Option<Range<usize>> = None;
        let found = loop {
            if let Some(found) = self.longest(part, text, at) {
                break found;
            }
            if repetition.is_none()
                && let Some((adverb, range)) = self.repetition_at(text, at)
            {
                at = range.end;
                repetition = Some((adverb, Placement::Before, range));
            } else if let Some(range) = self.intensity_at(text, at) {
                at = range.end;
                let start = intensity.map_or(range.start, |earlier| earlier.start);
                intensity = Some(start..range.end);
            } else {
                return None;
            }
        };
        let start = word_at(text, at)?.start;
        if let Some((adverb, range)) = found.inside {
            repetition = repetition.or(Some((adverb, Placement::After, range)));
        }
        let mut opening = Opening {
            entry: found.entry,
            len: found.end,
            italic: found.italic,
            repetition,
            intensity,
            complement: None,
            second: None,
            case: OpeningCase::Capital,
            start,
            head: found.head,
            carried: None,
        };
        if found.end == found.italic {
            self.take_what_follows(text, &mut opening);
        }
        if opening.len == opening.italic {
            self.take_second(part, text, &mut opening);
        }
        opening.case = case_of(text.get(..opening.italic).unwrap_or_default());
        if opening.intensity.is_some() || opening.complement.is_some() {
            let part_of = |range: &Option<Range<usize>>| {
                let text = range.clone().and_then(|range| text.get(range));
                text.unwrap_or_default().to_lowercase()
            };
            opening.carried = Some(Box::new(Carried {
                intensity: part_of(&opening.intensity),
                complement: part_of(&opening.complement),
            }));
        }
        Some(opening)
    }

    /// The adverbs and complements after the phrase.
    fn take_what_follows(&self, text: &str, opening: &mut Opening) {
        for _ in 0..3 {
            if opening.repetition.is_none()
                && let Some((adverb, range)) = self.repetition_at(text, opening.len)
                && self.is_adverb(text, &range)
            {
                opening.len = range.end;
                opening.repetition = Some((adverb, Placement::After, range));
            } else if opening.complement.is_none()
                && let Some(range) = self.complement_at(text, opening.len, opening.entry)
            {
                opening.head = opening.head.min(opening.len);
                opening.len = range.end;
                opening.complement = Some(range);
            } else {
                break;
            }
        }
        opening.italic = opening.len;
    }

    /// The second verb of “Welcomes and urges”.
    fn take_second<'a>(&'a self, part: Part, text: &str, opening: &mut Opening<'a>) {
        let Some(and) = word_at(text, opening.len) else { return };
        if !same_word(&self.adverbs.and, and.text) || and.text.is_empty() {
            return;
        }
        let Some(place) = word_at(text, and.end) else { return };
        if let Some(found) = self.longest(part, text, and.end)
            && found.inside.is_none()
        {
            opening.second = Some((place.start, found.entry));
            opening.len = found.end;
            opening.italic = found.italic;
        }
    }

    /// The longest phrase of `part` that stands at `at`.
    fn longest(&self, part: Part, text: &str, at: usize) -> Option<Found<'_>> {
        let first = word_at(text, at)?;
        let folded = Folded::of(first.text)?;
        let place = self
            .index
            .binary_search_by(|known| (*known.word).cmp(folded.as_str()))
            .ok()?;
        let entries = match part {
            Part::Preambular => self.index[place].preambular.clone(),
            Part::Operative => self.index[place].operative.clone(),
        };
        let found = |entry| self.phrase_after(entry, text, first);
        self.entries.get(entries)?.iter().find_map(found)
    }

    /// The words of `entry` in `text`, whose first word is known to be the entry's.
    fn phrase_after<'a>(
        &self,
        entry: &'a OpeningEntry,
        text: &str,
        first: Word,
    ) -> Option<Found<'a>> {
        let mut found = Found {
            entry,
            italic: first.end,
            end: first.end,
            head: first.end,
            inside: None,
        };
        let head = split_complement(&entry.phrase).0;
        for wanted in head.split(' ').skip(1) {
            self.take_word(wanted, text, &mut found)?;
        }
        found.head = found.end;
        let tail = entry.phrase.get(head.len()..).unwrap_or_default();
        for wanted in tail.split_ascii_whitespace() {
            self.take_word(wanted, text, &mut found)?;
        }
        found.italic = found.end;
        for wanted in entry.companion.iter().flat_map(|companion| companion.split(' ')) {
            self.take_word(wanted, text, &mut found)?;
        }
        if let Some((_, range)) = &found.inside
            && range.end > found.italic
            && entry.companion.is_some()
            && range.start <= found.italic + 1
        {
            found.italic = range.end;
        }
        Some(found)
    }

    /// One more word of a phrase, with at most one adverb of repetition before it.
    fn take_word(&self, wanted: &str, text: &str, found: &mut Found) -> Option<()> {
        let word = word_at(text, found.end)?;
        if same_word(wanted, word.text) {
            found.end = word.end;
            return Some(());
        }
        if found.inside.is_some() {
            return None;
        }
        let (adverb, range) = self.repetition_at(text, found.end)?;
        let word =
            word_at(text, range.end).filter(|word| same_word(wanted, word.text))?;
        found.inside = Some((adverb, range));
        found.end = word.end;
        Some(())
    }

    fn repetition_at(&self, text: &str, at: usize) -> Option<(Repetition, Range<usize>)> {
        let lists = [
            (Repetition::Also, &self.adverbs.also),
            (Repetition::Further, &self.adverbs.further),
            (Repetition::OnceAgain, &self.adverbs.once_again),
        ];
        lists.into_iter().find_map(|(repetition, adverbs)| {
            let range = adverbs.iter().find_map(|adverb| words_at(adverb, text, at))?;
            Some((repetition, range))
        })
    }

    /// An adverb of intensity, or two joined by “and”.
    fn intensity_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let one = |at| {
            let word = word_at(text, at)?;
            let known = |adverb: &String| same_word(adverb, word.text);
            self.adverbs.intensity.iter().any(known).then_some(word.start..word.end)
        };
        let first = one(at)?;
        let second = word_at(text, first.end)
            .filter(|word| same_word(&self.adverbs.and, word.text))
            .and_then(|and| one(and.end));
        Some(first.start..second.map_or(first.end, |second| second.end))
    }

    /// Whether the adverb of repetition after a verb belongs to the verb: “further” may
    /// as well qualify the noun that follows.
    fn is_adverb(&self, text: &str, range: &Range<usize>) -> bool {
        let adverb = text.get(range.clone()).unwrap_or_default();
        if !self.adverbs.further.iter().any(|further| same_word(further, adverb)) {
            return true;
        }
        let Some(next) = word_at(text, range.end) else { return true };
        if self.adverbs.adjective_before.iter().any(|word| word == next.text) {
            return false;
        }
        let starts_small = next.text.starts_with(char::is_lowercase);
        let mut known = self.adverbs.adjective_unless_before.iter();
        !starts_small || known.any(|word| same_word(word, next.text))
    }

    fn complement_at(
        &self,
        text: &str,
        at: usize,
        entry: &OpeningEntry,
    ) -> Option<Range<usize>> {
        self.complements
            .iter()
            .filter(|complement| {
                complement.after.is_empty() || complement.after.contains(&entry.phrase)
            })
            .find_map(|complement| complement.range_at(text, at, &self.adverbs.and))
    }

    fn open_unspaced(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        let longest = |at: usize| {
            let rest = text.get(at..)?;
            let first = rest.chars().next()?;
            let place = self.index.binary_search_by(|known| {
                known.word.chars().next().unwrap_or_default().cmp(&first)
            });
            let entries = match part {
                Part::Preambular => self.index[place.ok()?].preambular.clone(),
                Part::Operative => self.index[place.ok()?].operative.clone(),
            };
            let mut entries = self.entries.get(entries)?.iter();
            entries.find(|entry| rest.starts_with(&entry.phrase))
        };
        let direct = longest(0).map(|entry| (entry, 0, None));
        let (entry, start, repetition) = direct.or_else(|| {
            let (adverb, end) = self.unspaced_repetition(text)?;
            Some((longest(end)?, end, Some((adverb, Placement::Before, 0..end))))
        })?;
        let end = start + entry.phrase.len();
        Some(Opening {
            entry,
            len: end,
            italic: end,
            repetition,
            intensity: None,
            complement: None,
            second: None,
            case: OpeningCase::Capital,
            start,
            head: end,
            carried: None,
        })
    }

    fn unspaced_repetition(&self, text: &str) -> Option<(Repetition, usize)> {
        let lists = [
            (Repetition::Also, &self.adverbs.also),
            (Repetition::Further, &self.adverbs.further),
            (Repetition::OnceAgain, &self.adverbs.once_again),
        ];
        lists.into_iter().find_map(|(repetition, adverbs)| {
            let adverb =
                adverbs.iter().find(|adverb| text.starts_with(adverb.as_str()))?;
            Some((repetition, adverb.len()))
        })
    }

    /// Another form of a known verb at the start of `text`, with the forms it should have.
    pub fn misformed(&self, text: &str) -> Option<Misformed<'_>> {
        let mut at = 0;
        while let Some(range) = self
            .repetition_at(text, at)
            .map(|(_, range)| range)
            .or_else(|| self.intensity_at(text, at))
        {
            at = range.end;
        }
        let word = word_at(text, at)?;
        let folded = Folded::of(word.text)?;
        let (verb, form) = self.verb_form(folded.as_str())?;
        let verb = &self.verbs[verb];
        let rest = text.get(word.end..).unwrap_or_default();
        let rest: String = rest.chars().take(120).collect();
        let lead = text.get(..word.start)?;
        let mut len = word.end;
        let mut in_form = |part, right: &str| {
            let right = with_case_of(word.text, right);
            let candidate = format!("{lead}{right}{rest}");
            let opening = self.open(part, &candidate)?;
            len =
                (opening.len + word.text.len()).saturating_sub(right.len()).max(word.end);
            candidate.get(..opening.len).map(str::to_owned)
        };
        let preambular = in_form(Part::Preambular, &verb.participle);
        let operative = in_form(Part::Operative, &verb.finite);
        if preambular.is_none() && operative.is_none() {
            return None;
        }
        Some(Misformed { form, len, preambular, operative, verb: &verb.base })
    }

    fn verb_form(&self, word: &str) -> Option<(usize, Form)> {
        let find = |word: &str| {
            let place =
                self.forms.binary_search_by(|form| (*form.word).cmp(word)).ok()?;
            Some((self.forms[place].verb, self.forms[place].form))
        };
        find(word).or_else(|| {
            // “Recognising”, “emphasises”: the United Nations writes -ize.
            word.match_indices("is").find_map(|(at, _)| {
                let (before, after) = (word.get(..at)?, word.get(at + 2..)?);
                let (verb, _) = find(&format!("{before}iz{after}"))?;
                Some((verb, Form::WrongSpelling))
            })
        })
    }

    /// The opening as the other part writes it, its adverbs moved to where that part
    /// has them and the case of its first letter kept: “Recalling also” of “Also recalls”.
    pub fn inflect(&self, opening: &Opening, to: Part) -> Option<String> {
        if opening.entry.part == to {
            return None;
        }
        let twin = opening.entry.twin.as_ref()?;
        let repetition =
            opening.repetition.as_ref().map(|(repetition, ..)| self.written(*repetition));
        if self.unspaced {
            return Some(repetition.unwrap_or_default().to_owned() + twin);
        }
        let carried = opening.carried.as_deref().cloned().unwrap_or_default();
        let (head, tail) = split_complement(twin);
        let tail = [tail, &carried.complement].map(|text| spaced(text)).concat();
        let head = lower_first(head);
        let intensity = &carried.intensity;
        let repetition = repetition.unwrap_or_default();
        let words = match to {
            Part::Operative => [repetition, intensity, &head],
            Part::Preambular => [intensity, &head, repetition],
        };
        let words: String = words.map(|text| spaced(text)).concat();
        let mut text = format!("{}{tail}", words.trim_start());
        if let Some((_, second)) = opening.second {
            text = format!(
                "{text} {} {}",
                self.adverbs.and,
                lower_first(second.twin.as_ref()?)
            );
        }
        Some(in_case(opening.case, &text))
    }

    /// The opening of `text` with an adverb of repetition in it, instead of the one that
    /// it may have: “Further encourages”, “Recalling also”.
    pub fn with_adverb(
        &self,
        opening: &Opening,
        text: &str,
        adverb: Repetition,
        place: Placement,
    ) -> Option<String> {
        let adverb = self.written(adverb);
        let (bare, head) = self.without_adverb(opening, text)?;
        if self.unspaced {
            return Some(format!("{adverb}{bare}"));
        }
        let (head, tail) = bare.split_at_checked(head)?;
        let text = match place {
            Placement::Before => format!("{adverb} {}{tail}", lower_first(head)),
            Placement::After => format!("{head} {adverb}{tail}"),
        };
        Some(in_case(opening.case, &text))
    }

    /// The opening of `text` without its adverb of repetition, and where its head ends.
    fn without_adverb(&self, opening: &Opening, text: &str) -> Option<(String, usize)> {
        let Some((_, _, range)) = &opening.repetition else {
            return Some((text.get(..opening.len)?.to_owned(), opening.head));
        };
        let before = text.get(..range.start)?.trim_end();
        let after = text.get(range.end..opening.len)?;
        let after = if before.is_empty() { after.trim_start() } else { after };
        let bare = format!("{before}{after}");
        let taken = text.get(..opening.len)?.len() - bare.len();
        let head =
            if opening.head >= range.end { opening.head - taken } else { before.len() };
        let head = if opening.head <= range.start { opening.head } else { head };
        Some((in_case(opening.case, &bare), head))
    }

    /// The opening of `text` without its adverb of repetition, if it has one:
    /// “Requests” of “Also requests”.
    pub fn bare(&self, opening: &Opening, text: &str) -> Option<String> {
        opening.repetition.as_ref()?;
        Some(self.without_adverb(opening, text)?.0)
    }

    /// The word to write for a repetition: “further”.
    fn written(&self, repetition: Repetition) -> &str {
        let list = match repetition {
            Repetition::Also => &self.adverbs.also,
            Repetition::Further => &self.adverbs.further,
            Repetition::OnceAgain => &self.adverbs.once_again,
        };
        list.first().map_or("", String::as_str)
    }
}

impl Opening<'_> {
    /// The words that two paragraphs must share to count as opening alike: the phrase
    /// without adverbs of repetition and intensity and without complements.
    pub fn head(&self) -> &str {
        split_complement(&self.entry.phrase).0
    }

    /// Where the verb phrase begins, after adverbs before it.
    pub fn phrase_start(&self) -> usize {
        self.start
    }
}

impl Complement {
    fn range_at(&self, text: &str, at: usize, and: &str) -> Option<Range<usize>> {
        if let Some(range) =
            self.phrases.iter().find_map(|phrase| words_at(phrase, text, at))
        {
            return Some(range);
        }
        self.lead.iter().find_map(|lead| {
            let lead = if lead.is_empty() { at..at } else { words_at(lead, text, at)? };
            let first = self.noun_at(text, lead.end)?;
            let second = word_at(text, first.end)
                .filter(|word| same_word(and, word.text))
                .and_then(|and| self.noun_at(text, and.end));
            let start = if lead.is_empty() { first.start } else { lead.start };
            Some(start..second.map_or(first.end, |second| second.end))
        })
    }

    /// A noun with up to two degrees before it: “deep and growing concern”.
    fn noun_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        let mut start = None;
        for _ in 0..3 {
            if let Some(noun) =
                self.nouns.iter().find_map(|noun| words_at(noun, text, end))
            {
                return Some(start.unwrap_or(noun.start)..noun.end);
            }
            let degree =
                self.degrees.iter().find_map(|degree| words_at(degree, text, end))?;
            start = start.or(Some(degree.start));
            end = words_at("and", text, degree.end).map_or(degree.end, |and| and.end);
        }
        None
    }
}

fn group_entries(
    part: Part,
    group: Group,
    preferred: &BTreeMap<String, String>,
) -> Vec<OpeningEntry> {
    let Group { kind, strength, rare, organs, phrases, counted } = group;
    let plain = phrases.into_iter().map(|phrase| (phrase, None));
    let counted = counted.into_iter().map(|(phrase, count)| (phrase, Some(count)));
    let entry = |(phrase, count): (String, Option<u32>)| {
        let (phrase, companion) = match phrase.split_once(" + ") {
            Some((phrase, companion)) => (phrase.to_owned(), Some(companion.to_owned())),
            None => (phrase, None),
        };
        OpeningEntry {
            preferred: preferred.get(&phrase).cloned(),
            phrase,
            kind: kind.clone(),
            strength,
            twin: None,
            part,
            companion,
            rare,
            organs: organs.clone(),
            count,
        }
    };
    plain.chain(counted).map(entry).collect()
}

/// Finds for each phrase the one of the other part that differs only in the verb's form.
fn fill_twins(
    entries: &mut [OpeningEntry],
    verbs: &[Verb],
    given: &BTreeMap<String, String>,
) {
    let mut known: Vec<(Part, String)> =
        entries.iter().map(|entry| (entry.part, entry.phrase.clone())).collect();
    known.sort();
    let is_known =
        |part, phrase: &String| known.binary_search(&(part, phrase.clone())).is_ok();
    let mut swaps: BTreeMap<(Part, &str), &str> = BTreeMap::new();
    for verb in verbs {
        swaps.insert((Part::Preambular, &verb.participle), &verb.finite);
        swaps.insert((Part::Operative, &verb.finite), &verb.participle);
    }
    for entry in entries.iter_mut().filter(|entry| entry.companion.is_none()) {
        let other = match entry.part {
            Part::Preambular => Part::Operative,
            Part::Operative => Part::Preambular,
        };
        let swapped = entry.phrase.split(' ').map(|word| {
            let folded = word.to_lowercase();
            let swap = swaps.get(&(entry.part, folded.as_str()));
            swap.map_or_else(|| word.to_owned(), |swap| with_case_of(word, swap))
        });
        let twin = swapped.collect::<Vec<_>>().join(" ");
        let regular = (twin != entry.phrase || verbs.is_empty()).then_some(twin);
        entry.twin = given
            .get(&entry.phrase)
            .cloned()
            .or(regular)
            .filter(|twin| is_known(other, twin));
    }
}

fn index(entries: &[OpeningEntry], unspaced: bool) -> Vec<FirstWord> {
    let mut index: BTreeMap<String, [Range<usize>; 2]> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        let word = first_word(&entry.phrase, unspaced);
        let range = &mut index.entry(word).or_default()[entry.part as usize];
        let is_first = range.start == range.end;
        *range = if is_first { place..place + 1 } else { range.start..place + 1 };
    }
    let first_word = |(word, [preambular, operative]): (String, [Range<usize>; 2])| {
        FirstWord { word: word.into(), preambular, operative }
    };
    index.into_iter().map(first_word).collect()
}

fn first_word(phrase: &str, unspaced: bool) -> String {
    let length = phrase.chars().next().map_or(0, char::len_utf8);
    let word = if unspaced { phrase.get(..length) } else { phrase.split(' ').next() };
    word.unwrap_or_default().to_lowercase()
}

fn verb(line: &str) -> Option<Verb> {
    let mut words = line.split(' ').map(Box::from);
    Some(Verb { base: words.next()?, finite: words.next()?, participle: words.next()? })
}

fn forms(lines: &[String]) -> Vec<VerbForm> {
    let kinds = [Form::Base, Form::Finite, Form::Participle, Form::Past];
    let mut forms: Vec<VerbForm> = lines
        .iter()
        .enumerate()
        .flat_map(|(verb, line)| {
            let words = line.split(' ').zip(kinds);
            words.map(move |(word, form)| VerbForm { word: word.into(), verb, form })
        })
        .collect();
    forms.sort_by(|left, right| (&left.word, left.form).cmp(&(&right.word, right.form)));
    forms
}

/// The range of `words` in `text` after `at`, if they stand there.
fn words_at(words: &str, text: &str, at: usize) -> Option<Range<usize>> {
    let mut range: Option<Range<usize>> = None;
    let mut end = at;
    for wanted in words.split(' ') {
        let word = word_at(text, end).filter(|word| same_word(wanted, word.text))?;
        end = word.end;
        range = Some(range.map_or(word.start, |range| range.start)..end);
    }
    range
}

/// A phrase parted before its complement: “Taking note” and “with appreciation”.
fn split_complement(phrase: &str) -> (&str, &str) {
    let places = [" with ", " in the strongest", " in particular"];
    let place = places.into_iter().filter_map(|complement| phrase.find(complement)).min();
    let (head, tail) = phrase.split_at(place.unwrap_or(phrase.len()));
    (head, tail.trim_start())
}

fn case_of(text: &str) -> OpeningCase {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return OpeningCase::Lower;
    }
    let shouted = letters.next().is_some_and(char::is_uppercase)
        && !letters.any(char::is_lowercase);
    if shouted { OpeningCase::AllCapitals } else { OpeningCase::Capital }
}

fn in_case(case: OpeningCase, text: &str) -> String {
    match case {
        OpeningCase::Capital => capital_first(text),
        OpeningCase::Lower => lower_first(text),
        OpeningCase::AllCapitals => text.to_uppercase(),
    }
}

fn with_case_of(model: &str, text: &str) -> String {
    in_case(case_of(model), text)
}

fn capital_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

fn spaced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::{Conventions, Language};

    fn english() -> &'static OpeningPhrases {
        Conventions::of(Language::En).openings()
    }

    /// The opening as it is shown, and its italics.
    fn operative(text: &str) -> Option<(&str, &str)> {
        let opening = english().operative(text)?;
        Some((&text[..opening.len], &text[..opening.italic]))
    }

    fn preambular(text: &str) -> Option<(&str, &str)> {
        let opening = english().preambular(text)?;
        Some((&text[..opening.len], &text[..opening.italic]))
    }

    fn same(text: &str) -> Option<(&str, &str)> {
        Some((text, text))
    }

    #[test]
    fn the_longest_phrase_wins_and_ends_where_a_word_ends() {
        assert_eq!(
            operative("Takes note with appreciation of the report;"),
            same("Takes note with appreciation")
        );
        assert_eq!(operative("Takes note of the report;"), same("Takes note"));
        assert_eq!(operative("Decides, in this regard, to meet;"), same("Decides"));
        assert_eq!(preambular("Awareness of the risks,"), None);
        assert_eq!(operative("Calls upon States;"), same("Calls upon"));
        assert_eq!(operative("REQUESTS States;"), same("REQUESTS"));
        assert_eq!(preambular("recalling that,"), same("recalling"));
    }

    #[test]
    fn a_companion_is_shown_but_not_in_italics() {
        assert_eq!(preambular("Guided by the Charter,"), Some(("Guided by", "Guided")));
        assert_eq!(
            preambular("Guided also by the Charter,"),
            Some(("Guided also by", "Guided also"))
        );
        assert_eq!(preambular("Guided, inter alia, by it,"), same("Guided"));
    }

    #[test]
    fn adverbs_stand_before_inside_and_after() {
        let repetition = |text| english().open(Part::Preambular, text)?.repetition;
        let also = Repetition::Also;
        assert_eq!(
            repetition("Also recalling it,"),
            Some((also, Placement::Before, 0..4))
        );
        assert_eq!(
            repetition("Recalling also it,"),
            Some((also, Placement::After, 10..14))
        );
        assert_eq!(
            preambular("Taking note also with appreciation of it,"),
            same("Taking note also with appreciation")
        );
        assert_eq!(
            preambular("Deeply concerned also at it,"),
            same("Deeply concerned also")
        );
        assert_eq!(
            preambular("Having also considered it,"),
            same("Having also considered")
        );
        assert_eq!(
            operative("Once again strongly condemns it;"),
            same("Once again strongly condemns")
        );
    }

    #[test]
    fn further_before_a_noun_is_an_adjective() {
        assert_eq!(operative("Encourages further cooperation;"), same("Encourages"));
        assert_eq!(operative("Encourages further States to join;"), same("Encourages"));
        assert_eq!(
            operative("Requests further that it report;"),
            same("Requests further")
        );
        assert_eq!(
            preambular("Recalling further Council resolution 5/1,"),
            same("Recalling further")
        );
    }

    #[test]
    fn complements_belong_to_the_opening() {
        assert_eq!(
            preambular("Recognizing with deep regret and growing concern that,"),
            same("Recognizing with deep regret and growing concern")
        );
        assert_eq!(
            operative("Expresses its most sincere gratitude to it;"),
            same("Expresses its most sincere gratitude")
        );
        assert_eq!(
            operative("Condemns in the strongest terms all of it;"),
            same("Condemns in the strongest terms")
        );
    }

    #[test]
    fn two_verbs_may_open_together() {
        assert_eq!(operative("Welcomes and urges it;"), same("Welcomes and urges"));
        assert_eq!(operative("Welcomes and therefore;"), same("Welcomes"));
    }

    #[test]
    fn other_forms_of_known_verbs_are_told() {
        let misformed = |text: &str| {
            let found = english().misformed(text)?;
            let length = text[..found.len].to_owned();
            Some((found.form, length, found.preambular, found.operative))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            misformed("Request the Secretary-General to"),
            Some((Form::Base, "Request".into(), None, some("Requests")))
        );
        assert_eq!(
            misformed("Also recognising that"),
            Some((
                Form::WrongSpelling,
                "Also recognising".into(),
                some("Also recognizing"),
                some("Also recognizes")
            ))
        );
        assert_eq!(
            misformed("Take note of it"),
            Some((
                Form::Base,
                "Take note".into(),
                some("Taking note"),
                some("Takes note")
            ))
        );
        assert_eq!(
            misformed("Requesting the office"),
            Some((Form::Participle, "Requesting".into(), None, some("Requests")))
        );
        assert_eq!(misformed("The report"), None);
    }

    #[test]
    fn an_opening_goes_over_to_the_other_part() {
        let openings = english();
        let over = |text| {
            let opening = openings.preambular(text)?;
            openings.inflect(&opening, Part::Operative)
        };
        assert_eq!(over("Recognizing also that,").as_deref(), Some("Also recognizes"));
        assert_eq!(
            over("Noting with concern that,").as_deref(),
            Some("Notes with concern")
        );
        assert_eq!(over("Aware that,"), None);
        let back = openings.operative("Further strongly condemns it;").unwrap();
        assert_eq!(
            openings.inflect(&back, Part::Preambular).as_deref(),
            Some("Strongly condemning further")
        );
        let note =
            openings.operative("Also takes note with appreciation of it;").unwrap();
        assert_eq!(
            openings.inflect(&note, Part::Preambular).as_deref(),
            Some("Taking note also with appreciation")
        );
    }

    #[test]
    fn an_adverb_is_put_in_or_exchanged() {
        let openings = english();
        let operative = |text, adverb| {
            let opening = openings.operative(text)?;
            openings.with_adverb(&opening, text, adverb, Placement::Before)
        };
        let preambular = |text, adverb| {
            let opening = openings.preambular(text)?;
            openings.with_adverb(&opening, text, adverb, Placement::After)
        };
        let further = Repetition::Further;
        assert_eq!(operative("Encourages it", further).unwrap(), "Further encourages");
        assert_eq!(
            operative("Also encourages it", further).unwrap(),
            "Further encourages"
        );
        assert_eq!(operative("Requests also that", further).unwrap(), "Further requests");
        let also = Repetition::Also;
        assert_eq!(preambular("Recalling it", also).unwrap(), "Recalling also");
        assert_eq!(preambular("Also recalling it", also).unwrap(), "Recalling also");
        assert_eq!(
            preambular("Recalling also it", further).unwrap(),
            "Recalling further"
        );
        assert_eq!(preambular("Guided by it", also).unwrap(), "Guided also by");
        assert_eq!(
            preambular("Deeply concerned at", also).unwrap(),
            "Deeply concerned also"
        );
        let note = "Taking note with appreciation of it";
        assert_eq!(preambular(note, also).unwrap(), "Taking note also with appreciation");
        let note = "Taking note with appreciation also of it";
        assert_eq!(
            preambular(note, further).unwrap(),
            "Taking note further with appreciation"
        );
        let opening = openings.operative("Also requests it").unwrap();
        assert_eq!(openings.bare(&opening, "Also requests it").unwrap(), "Requests");
    }

    #[test]
    fn chinese_openings_need_no_spaces() {
        let openings = Conventions::of(Language::Zh).openings();
        let opening = openings.operative("又重申需要继续增加").unwrap();
        assert_eq!((opening.entry.phrase.as_str(), opening.len), ("重申", 9));
        assert_eq!(opening.repetition, Some((Repetition::Also, Placement::Before, 0..3)));
        let found = openings.preambular("赞赏地注意到联合国").unwrap();
        assert_eq!(found.entry.phrase, "赞赏地注意到");
    }
}
