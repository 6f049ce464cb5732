//! Numbers and letters put in order, and every reference to them moved along.

use std::collections::BTreeMap;

use super::{Draft, Finding, Fix};
use crate::conventions::Language;
use crate::conventions::numbering::{
    LATIN_SUFFIXES, MarkerForm, bare, marker_text_in, marker_text_like, parse_marker,
};
use crate::conventions::references::{
    Belonging, Direction, Reference, Target, references,
};
use crate::model::{Marker, Paragraph, Resolution, Section};
use crate::text::{Edit, Source, TextRange};

/// The edits that number the whole draft anew: operative paragraphs and subparagraphs,
/// `#.` and `(#)` filled in, suffixes of negotiation gone, references moved. None where
/// everything is in order.
pub fn edits(draft: &Draft) -> Vec<Edit> {
    Survey::of(draft).edits(|resolution, plan| {
        plan.number(resolution);
        for paragraph in resolution.sections.iter().flat_map(tops) {
            plan.letter(paragraph);
        }
    })
}

/// The edits that number the operative paragraphs anew and leave letters as they are.
pub fn number_edits(draft: &Draft) -> Vec<Edit> {
    Survey::of(draft).edits(|resolution, plan| plan.number(resolution))
}

/// A paragraph that some words of the text name: “6 (b)” of “paragraphs 6 (b) and 7”.
#[derive(Debug)]
pub struct Naming {
    /// The words.
    pub words: TextRange,
    /// The paragraph.
    pub paragraph: TextRange,
    /// Whether its number is among the words; letters alone go on with what stands
    /// before.
    pub has_number: bool,
    /// Whether it is named beside the one before it.
    pub goes_on: bool,
}

/// Every naming of a paragraph of the draft that can be followed, in order.
pub fn namings(draft: &Draft) -> Vec<Naming> {
    let mut found = Vec::new();
    for text in Survey::of(draft).texts {
        for (citing, reference) in &text.citing {
            let prose = &citing.paragraph.prose;
            let mut goes_on = false;
            for target in &reference.targets {
                let top = text.index.top(citing, reference, target);
                let named = top.and_then(|top| {
                    target
                        .path
                        .iter()
                        .try_fold(top, |parent, (letters, _)| child_of(parent, letters))
                });
                let Some(named) = named else { continue };
                let has_number = !target.number_words.is_empty();
                let words = prose.source_range(words_of(&prose.text, target));
                let paragraph = named.range;
                found.push(Naming { words, paragraph, has_number, goes_on });
                goes_on = true;
            }
        }
    }
    found.sort_by_key(|naming| naming.words);
    found
}

/// The words of a target, with the brackets around its letters.
fn words_of(text: &str, target: &Target) -> std::ops::Range<usize> {
    let mut written =
        target.path.iter().map(|(_, range)| range).filter(|r| !r.is_empty());
    let number = Some(&target.number_words).filter(|words| !words.is_empty());
    let first = number.or_else(|| written.clone().next()).unwrap_or(&target.number_words);
    let last = written.next_back().unwrap_or(first);
    let opens = number.is_none()
        && text.get(..first.start).is_some_and(|head| head.ends_with('('));
    let closes = text.get(last.end..).is_some_and(|rest| rest.starts_with(')'));
    first.start - usize::from(opens)..last.end + usize::from(closes)
}

/// How many findings of a rule offer to put a draft in order. Each offer is long, and
/// after the first ones the rest is found again.
const MOST_OFFERS: usize = 50;

/// Offers of a rule to put numbers or letters in order.
pub(super) struct Offers<'d, 'a> {
    draft: &'d Draft<'a>,
    left: usize,
    survey: Option<Survey<'a>>,
    numbers: Option<Vec<Edit>>,
}

impl<'d, 'a> Offers<'d, 'a> {
    pub(super) fn new(draft: &'d Draft<'a>) -> Self {
        Self { draft, left: MOST_OFFERS, survey: None, numbers: None }
    }

    /// Offers to number the operative paragraphs anew and leave letters as they are.
    pub(super) fn number(&mut self, finding: Finding, title: &str) {
        if self.is_left() {
            let edits = self.numbers.get_or_insert_with(|| number_edits(self.draft));
            let edits = edits.clone();
            finding.fix(Fix::editorial(title, edits));
        }
    }

    /// Offers to letter anew every list below the paragraph that holds this one: one list
    /// alone would change how the others are read.
    pub(super) fn letter(&mut self, finding: Finding, title: &str, within: &Paragraph) {
        if !self.is_left() {
            return;
        }
        let survey = self.survey.get_or_insert_with(|| Survey::of(self.draft));
        let edits = survey.edits(|resolution, plan| {
            let holds = |top: &&Paragraph| top.range.encloses(within.range);
            if let Some(top) = resolution.sections.iter().flat_map(tops).find(holds) {
                plan.letter(top);
            }
        });
        finding.fix(Fix::editorial(title, edits));
    }

    fn is_left(&mut self) -> bool {
        let is_left = self.left > 0;
        self.left = self.left.saturating_sub(1);
        is_left
    }
}

/// The lists below a paragraph: its children with a marker. After continuation text a
/// list may begin again.
pub fn lists(parent: &Paragraph) -> Vec<Vec<&Paragraph>> {
    let mut lists: Vec<Vec<&Paragraph>> = vec![Vec::new()];
    let mut is_interrupted = false;
    for child in &parent.children {
        let Some(marker) = &child.marker else {
            is_interrupted = true;
            continue;
        };
        if is_interrupted && marker.ordinal == Some(1) {
            lists.push(Vec::new());
        }
        is_interrupted = false;
        if let Some(list) = lists.last_mut() {
            list.push(child);
        }
    }
    lists.retain(|list| !list.is_empty());
    lists
}

/// The number of an operative paragraph and where it stands: before its words, or behind
/// the square bracket that opens them.
#[derive(Debug, Clone)]
pub struct Number {
    /// The marker with its full stop.
    pub range: TextRange,
    /// The number. `None` for `#.`.
    pub ordinal: Option<u32>,
    /// The place of its suffix: 1 for “bis”, 0 for none.
    pub suffix: usize,
}

/// The number of an operative paragraph, if it has one.
pub fn number_of(paragraph: &Paragraph) -> Option<Number> {
    if let Some(marker) =
        paragraph.marker.as_ref().filter(|marker| marker.parsed.is_number())
    {
        return Some(Number {
            range: marker.range,
            ordinal: marker.ordinal,
            suffix: rank(marker.suffix.as_deref()),
        });
    }
    let text = paragraph.prose.text.as_str();
    let inner = text.trim_start_matches('[');
    let skipped = text.len() - inner.len();
    let parsed =
        parse_marker(inner).filter(|marker| skipped > 0 && marker.is_number())?;
    let suffix = parsed.suffix.and_then(|(start, end)| inner.get(start..end));
    Some(Number {
        range: paragraph.prose.source_range(skipped..skipped + parsed.len),
        ordinal: parsed.value,
        suffix: rank(suffix),
    })
}

/// The place of a suffix in their order: 1 for “bis”, 0 for none.
pub fn rank(suffix: Option<&str>) -> usize {
    let place = |suffix| LATIN_SUFFIXES.iter().position(|known| *known == suffix);
    suffix.and_then(place).map_or(0, |place| place + 1)
}

/// Whether the numbers of a section begin again at 1, rather than go on.
pub fn restarts(section: &Section) -> bool {
    let first = section.operative.iter().find_map(number_of);
    first.is_some_and(|number| number.ordinal == Some(1) && number.suffix == 0)
}

/// Whether the numbers of a part go on from the part before: it is no resolution of its
/// own, with an organ line, and does not begin at 1.
pub fn goes_on(part: &Resolution) -> bool {
    let first = part.operative().find_map(number_of);
    part.organ_line.is_none() && first.is_some_and(|first| first.ordinal != Some(1))
}

fn tops(section: &Section) -> impl Iterator<Item = &Paragraph> {
    section.preambular.iter().chain(&section.operative)
}

/// Every reference of a draft to its own paragraphs, read once.
struct Survey<'a> {
    source: &'a Source,
    language: Language,
    texts: Vec<Text<'a>>,
}

/// One resolution or part.
struct Text<'a> {
    resolution: &'a Resolution,
    index: Index<'a>,
    citing: Vec<(Citing<'a>, Reference)>,
}

impl<'a> Survey<'a> {
    fn of(draft: &Draft<'a>) -> Self {
        let language = draft.resolution.language;
        let text = |resolution| Text {
            resolution,
            index: Index::of(resolution),
            citing: citing(resolution, language),
        };
        let texts = draft.resolution.with_parts().map(text).collect();
        Self { source: draft.source, language, texts }
    }

    /// The edits of what is planned for each resolution.
    fn edits(&self, plan_one: impl Fn(&Resolution, &mut Plan)) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut last = 0;
        for text in &self.texts {
            let mut plan = Plan::new(self.language);
            plan.last = if goes_on(text.resolution) { last } else { 0 };
            plan_one(text.resolution, &mut plan);
            last = plan.last;
            if plan.changes(self.source) {
                for (citing, reference) in &text.citing {
                    plan.move_reference(&text.index, citing, reference);
                }
            }
            edits.append(&mut plan.edits);
        }
        edits.sort_by_key(|edit| edit.range);
        edits.dedup();
        edits
    }
}

fn citing(resolution: &Resolution, language: Language) -> Vec<(Citing<'_>, Reference)> {
    let mut found = Vec::new();
    for (place, section) in resolution.sections.iter().enumerate() {
        for top in tops(section) {
            // Words without a marker below a paragraph may be a quoted draft's, which
            // speak of its own paragraphs.
            let own = |paragraph: &&Paragraph| {
                paragraph.marker.is_some() || paragraph.degree == 0
            };
            for paragraph in top.with_descendants().filter(own) {
                let references = references(&paragraph.prose.text, language).into_iter();
                let references =
                    references.filter(|r| r.belonging != Belonging::Elsewhere);
                found.extend(references.map(|r| (Citing { paragraph, top, place }, r)));
            }
        }
    }
    found
}

/// What the numbers and letters of one resolution shall be.
struct Plan {
    language: Language,
    /// The new number or letters of a paragraph, by where it starts.
    names: BTreeMap<usize, String>,
    markers: Vec<(TextRange, String)>,
    edits: Vec<Edit>,
    /// The last number given.
    last: u32,
}

impl Plan {
    fn new(language: Language) -> Self {
        let (names, markers, edits) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { language, names, markers, edits, last: 0 }
    }

    /// Numbers the operative paragraphs; a single one goes without a number.
    fn number(&mut self, resolution: &Resolution) {
        let is_single = resolution.operative().count() == 1;
        for section in &resolution.sections {
            if restarts(section) {
                self.last = 0;
            }
            for paragraph in &section.operative {
                let number = number_of(paragraph);
                let is_bracketed =
                    number.is_none() && paragraph.prose.text.starts_with('[');
                if is_bracketed || is_single {
                    continue;
                }
                self.last += 1;
                let last = self.last;
                self.names.insert(paragraph.range.start(), last.to_string());
                let marker = marker_text_in(self.language, 0, last);
                let written = paragraph.marker.as_ref().map(|marker| marker.range);
                if let Some(range) = number.map(|number| number.range).or(written) {
                    self.markers.push((range, marker));
                } else {
                    let start = TextRange::empty(paragraph.prose.range.start());
                    self.markers.push((start, format!("{marker} ")));
                }
            }
        }
    }

    /// Letters every list below a paragraph.
    fn letter(&mut self, parent: &Paragraph) {
        for list in lists(parent) {
            self.list(&list);
        }
        for child in &parent.children {
            self.letter(child);
        }
    }

    fn list(&mut self, list: &[&Paragraph]) {
        let mut markers = list.iter().filter_map(|paragraph| paragraph.marker.as_ref());
        let first = markers.next().map_or("", |marker| marker.text.as_str());
        for (paragraph, ordinal) in list.iter().zip(1..) {
            let Some(marker) = &paragraph.marker else { continue };
            let text = marker_text_like(first, self.language, paragraph.degree, ordinal);
            self.names.insert(paragraph.range.start(), bare(&text).to_owned());
            self.markers.push((marker.range, text));
        }
    }

    /// Makes the edits of the markers, and says whether there are any.
    fn changes(&mut self, source: &Source) -> bool {
        for (range, text) in std::mem::take(&mut self.markers) {
            if source.slice(range) != text {
                self.edits.push(Edit::replace(range, text));
            }
        }
        !self.edits.is_empty()
    }

    fn move_reference(&mut self, index: &Index, citing: &Citing, reference: &Reference) {
        for target in &reference.targets {
            let Some(top) = index.top(citing, reference, target) else { continue };
            let prose = &citing.paragraph.prose;
            let mut edit = |range: &std::ops::Range<usize>, new: &str| {
                let is_changed =
                    prose.text.get(range.clone()).is_some_and(|old| old != new);
                if is_changed && !range.is_empty() {
                    let range = prose.source_range(range.clone());
                    self.edits.push(Edit::replace(range, new));
                }
            };
            if let Some(new) = self.names.get(&top.range.start()) {
                edit(&target.number_words, new);
            }
            let mut parent = top;
            for (letters, range) in &target.path {
                let Some(child) = child_of(parent, letters) else { break };
                if let Some(new) = self.names.get(&child.range.start()) {
                    edit(range, new);
                }
                parent = child;
            }
        }
    }
}

/// Where a reference stands.
struct Citing<'a> {
    paragraph: &'a Paragraph,
    top: &'a Paragraph,
    /// The place of its section.
    place: usize,
}

/// The operative paragraphs of a resolution by the numbers they have now.
struct Index<'a> {
    /// By number and suffix: the section and the paragraph, in order.
    by_number: BTreeMap<(u32, usize), Vec<(usize, &'a Paragraph)>>,
    numerals: Vec<Option<&'a str>>,
}

impl<'a> Index<'a> {
    fn of(resolution: &'a Resolution) -> Self {
        let mut by_number: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, section) in resolution.sections.iter().enumerate() {
            for paragraph in &section.operative {
                let Some(number) = number_of(paragraph) else { continue };
                let Some(ordinal) = number.ordinal else { continue };
                by_number
                    .entry((ordinal, number.suffix))
                    .or_default()
                    .push((place, paragraph));
            }
        }
        let numeral = |section: &'a Section| section.numeral.as_deref();
        Self { by_number, numerals: resolution.sections.iter().map(numeral).collect() }
    }

    /// The paragraph that a target means; where several have its number, the nearest on
    /// the side that the words name, in the same section if it can be.
    fn top(
        &self,
        citing: &Citing<'a>,
        reference: &Reference,
        target: &Target,
    ) -> Option<&'a Paragraph> {
        let Some(number) = target.number else { return Some(citing.top) };
        let all = self.by_number.get(&(number, rank(target.suffix)))?;
        let wanted = match &reference.section {
            Some(numeral) => self.numerals.iter().position(|n| *n == Some(numeral))?,
            None => citing.place,
        };
        let from = all.partition_point(|(place, _)| *place < wanted);
        let to = all.partition_point(|(place, _)| *place <= wanted);
        let choice = all.get(from..to).filter(|own| !own.is_empty()).unwrap_or(all);
        let here = citing.top.range.start();
        let before =
            choice.partition_point(|(_, paragraph)| paragraph.range.start() < here);
        let near = match reference.direction {
            Some(Direction::Below) => {
                let is_passed = |(_, p): &(usize, &Paragraph)| p.range.start() <= here;
                choice.get(choice.partition_point(is_passed))
            }
            _ => before.checked_sub(1).and_then(|index| choice.get(index)),
        };
        near.or(choice.first()).map(|(_, paragraph)| *paragraph)
    }
}

/// No list that people write is longer.
const LONGEST_LIST: usize = 100;

fn child_of<'a>(parent: &'a Paragraph, letters: &str) -> Option<&'a Paragraph> {
    let is_it = |marker: &Marker| bare(&marker.text).eq_ignore_ascii_case(letters);
    parent
        .children
        .iter()
        .take(LONGEST_LIST)
        .find(|child| child.marker.as_ref().is_some_and(is_it))
}

/// Whether a subparagraph is marked in the form of its degree.
pub fn has_form_of_its_degree(language: Language, degree: u8, form: MarkerForm) -> bool {
    use crate::conventions::numbering::form_of_degree;
    form == MarkerForm::AutoLetter || form == form_of_degree(language, degree)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    /// The text after renumbering. Applying edits is the room `fix`'s, which stands above.
    #[track_caller]
    fn check(before: &str, after: &str) {
        let source = Source::new(before);
        let resolution = crate::syntax::parse(&source);
        let draft = Draft::new(&source, &resolution);
        let mut text = before.to_owned();
        for edit in edits(&draft).iter().rev() {
            text.replace_range(edit.range.start()..edit.range.end(), &edit.replacement);
        }
        assert_eq!(text, after);
    }

    #[test]
    fn a_reference_moves_with_its_paragraph() {
        check(
            "1. Decides it;\n\n3. Requests it, as in paragraphs 1 and 3 above;\n\n\
             4. Recalls paragraph 3 of its resolution 18/18;\n\n4. Notes paragraph 3.\n",
            "1. Decides it;\n\n2. Requests it, as in paragraphs 1 and 2 above;\n\n\
             3. Recalls paragraph 3 of its resolution 18/18;\n\n4. Notes paragraph 2.\n",
        );
    }

    #[test]
    fn suffixes_and_open_numbers_are_filled_in() {
        check(
            "1. Decides it;\n\n1 bis. Requests it;\n\n#. Requests, subject to paragraph 1 bis:\n\n\
             (#) To act;\n\n(#) To wait.\n",
            "1. Decides it;\n\n2. Requests it;\n\n3. Requests, subject to paragraph 2:\n\n\
             (a) To act;\n\n(b) To wait.\n",
        );
    }

    #[test]
    fn letters_move_with_their_references() {
        check(
            "1. Requests it:\n\n(a) To act;\n\n(c) To wait:\n\n(i) Here;\n\n(iii) There;\n\n\
             2. Recalls paragraph 1 (c) (iii) and (i) above.\n",
            "1. Requests it:\n\n(a) To act;\n\n(b) To wait:\n\n(i) Here;\n\n(ii) There;\n\n\
             2. Recalls paragraph 1 (b) (ii) and (i) above.\n",
        );
    }

    #[test]
    fn sections_and_parts_count_on_their_own() {
        check(
            "The General Assembly\n\n# I. One\n\n1. Decides it;\n\n3. Requests it;\n\n\
             # II. Two\n\n1. Decides it;\n\n3. Recalls paragraph 3 of section I above and \
             paragraph 3 above.\n",
            "The General Assembly\n\n# I. One\n\n1. Decides it;\n\n2. Requests it;\n\n\
             # II. Two\n\n1. Decides it;\n\n2. Recalls paragraph 2 of section I above and \
             paragraph 2 above.\n",
        );
        check(
            "# I. One\n\n1. Decides it;\n\n3. Requests it;\n\n# II. Two\n\n4. Decides it.\n",
            "# I. One\n\n1. Decides it;\n\n2. Requests it;\n\n# II. Two\n\n3. Decides it.\n",
        );
    }
}
