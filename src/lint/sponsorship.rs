//! The list of sponsors as it is written: which bytes are one entry, and what must change
//! so that the entries stand in another order.

use jiff::civil::Date;

use super::Draft;
use crate::conventions::states::{self, Former, NameForm, State};
use crate::model::Sponsor;
use crate::text::{Edit, TextRange};

/// The list, entry by entry.
#[derive(Debug)]
pub(super) struct SponsorList<'a> {
    draft: &'a Draft<'a>,
    /// As many as there are sponsors, in their order.
    entries: Vec<Entry>,
    /// Whether the list is a line of the text and not a field of the front matter.
    is_line: bool,
}

/// What one sponsor takes up in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The name with what belongs to it: its quotation marks, its braces, the line below
    /// it. In a line of the text, the name alone.
    range: TextRange,
    /// Where the asterisk of a line stands or would stand; empty without one.
    mark: TextRange,
}

/// More than there are States: such a list is no list of sponsors.
const MOST_SPONSORS: usize = 400;

/// What decides the place of a sponsor: observers come after the Member States.
type Key = (bool, String);

impl<'a> SponsorList<'a> {
    /// The list of a draft, where the bytes of every entry can be told.
    pub(super) fn of(draft: &'a Draft<'a>) -> Option<Self> {
        let sponsors = &draft.resolution.sponsors;
        if sponsors.list.len() > MOST_SPONSORS {
            return None;
        }
        let fields = draft.resolution.front_matter.iter().flat_map(|front| &front.fields);
        let is_line =
            !fields.clone().any(|f| f.name == "sponsors" && f.value == sponsors.range);
        let entries = if is_line { of_line(draft) } else { of_field(draft)? };
        let are_whole = entries.len() == sponsors.list.len()
            && entries.iter().zip(&sponsors.list).all(|(entry, sponsor)| {
                entry.range.encloses(sponsor.range) && is_as_written(draft, sponsor)
            });
        are_whole.then_some(Self { draft, entries, is_line })
    }

    /// The edits that put the entries in order. With `renamed`, the entry of that index
    /// takes another name first.
    pub(super) fn sorted(&self, renamed: Option<(usize, &str)>) -> Vec<Edit> {
        let order = order(&self.draft.resolution.sponsors.list, renamed);
        let text = |index: usize| match renamed {
            Some((which, name)) if which == index => self.renamed(index, name),
            _ => self.slice(self.entries[index].range).to_owned(),
        };
        let moved = order.iter().enumerate().filter(|(slot, index)| {
            slot != *index || renamed.is_some_and(|(which, _)| which == **index)
        });
        moved
            .map(|(slot, &index)| self.edit(slot, &text(index), self.entries[index].mark))
            .collect()
    }

    /// The edits that give a sponsor another name, and keep a list in order that is so.
    pub(super) fn with_name(&self, index: usize, name: &str) -> Vec<Edit> {
        let list = &self.draft.resolution.sponsors.list;
        if is_in_order(list) {
            return self.sorted(Some((index, name)));
        }
        let range = list[index].range;
        vec![Edit::replace(range, name)]
    }

    /// The entry with another name, its quotation marks, braces and mark kept.
    fn renamed(&self, index: usize, name: &str) -> String {
        let entry = self.entries[index].range;
        let old = self.draft.resolution.sponsors.list[index].range;
        let before = self.slice(TextRange::new(entry.start(), old.start()));
        let after = self.slice(TextRange::new(old.end(), entry.end()));
        format!("{before}{name}{after}")
    }

    /// Puts an entry and its mark in the place of another.
    fn edit(&self, slot: usize, text: &str, mark: TextRange) -> Edit {
        let Entry { range, mark: place } = self.entries[slot];
        let between = self.slice(TextRange::new(range.end(), place.start()));
        let text = format!("{text}{between}{}", self.slice(mark));
        Edit::replace(range.cover(place), text)
    }

    /// The edit that gives a sponsor the asterisk of a non-member or takes it off.
    pub(super) fn with_mark(&self, index: usize, is_marked: bool) -> Option<Edit> {
        let entry = self.entries[index];
        if self.is_line {
            let mark = entry.mark;
            let is_missing = is_marked && mark.is_empty();
            let edit = if is_missing {
                Edit::insert(mark.start(), "*")
            } else {
                Edit::delete(mark)
            };
            return Some(edit);
        }
        let after_key = self.slice(entry.range).find("marked")? + "marked".len();
        let old = if is_marked { "false" } else { "true" };
        let value = self.slice(entry.range).get(after_key..)?.find(old)?;
        let start = entry.range.start() + after_key + value;
        Some(Edit::replace(
            TextRange::new(start, start + old.len()),
            is_marked.to_string(),
        ))
    }

    /// The edit that takes an entry out with what divides it from the others.
    pub(super) fn without(&self, index: usize) -> Option<Edit> {
        let entry = self.entries[index];
        let before = self.entries.get(index.checked_sub(1)?)?;
        if !self.is_line {
            return Some(Edit::delete(TextRange::new(
                before.range.end(),
                entry.range.end(),
            )));
        }
        // Before the last of a line stands “and”, which would go too.
        let next = self.entries.get(index + 1)?;
        let gap = TextRange::new(entry.range.end(), next.range.start());
        let is_divided_by_comma =
            self.slice(gap).trim_start_matches('*').starts_with(',');
        let is_plain = !self.slice(gap).contains("and");
        let whole = TextRange::new(entry.range.start(), next.range.start());
        (is_divided_by_comma && is_plain).then(|| Edit::delete(whole))
    }

    fn slice(&self, range: TextRange) -> &'a str {
        self.draft.source.slice(range)
    }
}

/// The order in which the sponsors should stand, by their present places. A name that is
/// no State's keeps its place.
pub(super) fn order(list: &[Sponsor], renamed: Option<(usize, &str)>) -> Vec<usize> {
    let keys: Vec<Option<Key>> = list
        .iter()
        .enumerate()
        .map(|(index, sponsor)| match renamed {
            Some((which, name)) if which == index => key(name),
            _ => key(&sponsor.name),
        })
        .collect();
    let known: Vec<usize> =
        (0..keys.len()).filter(|index| keys[*index].is_some()).collect();
    let mut sorted = known.clone();
    sorted.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut order: Vec<usize> = (0..keys.len()).collect();
    for (slot, index) in known.into_iter().zip(sorted) {
        order[slot] = index;
    }
    order
}

fn is_in_order(list: &[Sponsor]) -> bool {
    order(list, None).is_sorted()
}

/// A former name stands where its own letters put it; a short one where its State stands.
fn key(name: &str) -> Option<Key> {
    let (state, form) = states::find(name)?;
    let name = if form == NameForm::Other { &state.name } else { name };
    Some((state.is_observer, states::sort_key(name)))
}

/// Whether the name stands in the source as it was read, and not with escapes.
fn is_as_written(draft: &Draft, sponsor: &Sponsor) -> bool {
    let written = draft.source.slice(sponsor.range);
    written.split_whitespace().eq(sponsor.name.split_whitespace())
}

/// The entries of a line of the text: “Brazil,* Norway and Qatar”.
fn of_line(draft: &Draft) -> Vec<Entry> {
    let sponsors = &draft.resolution.sponsors;
    let ranges: Vec<TextRange> =
        sponsors.list.iter().map(|sponsor| sponsor.range).collect();
    let ends = ranges.iter().skip(1).map(|next| next.start());
    let text = draft.source.text();
    let end = text.len().min(sponsors.range.end() + MOST_AFTER_LINE);
    let ends: Vec<usize> = ends.chain([end]).collect();
    let gap =
        |range: TextRange, end: usize| text.get(range.end()..end).unwrap_or_default();
    let marks_follow_commas = ranges.iter().zip(&ends).any(|(range, end)| {
        !gap(*range, *end).starts_with(['*', '\\'])
            && late_mark(gap(*range, *end)).is_some_and(|(_, len)| len > 0)
    });
    ranges
        .iter()
        .zip(&ends)
        .map(|(range, end)| {
            let gap = gap(*range, *end);
            let early = mark_len(gap);
            let late = late_mark(gap).filter(|_| marks_follow_commas && early == 0);
            let (at, len) = late.unwrap_or((0, early));
            let start = range.end() + at;
            Entry { range: *range, mark: TextRange::new(start, start + len) }
        })
        .collect()
}

/// How far after the last sponsor its mark may stand: “: \*”.
const MOST_AFTER_LINE: usize = 4;

/// Where the mark after a comma or colon stands, and its length, which may be none.
fn late_mark(gap: &str) -> Option<(usize, usize)> {
    let after = gap.trim_start_matches([',', ':']);
    let at = gap.len() - after.len();
    (at == 1).then(|| (at, mark_len(after)))
}

fn mark_len(text: &str) -> usize {
    let after = text.strip_prefix('\\').unwrap_or(text);
    if after.starts_with('*') { text.len() - after.len() + 1 } else { 0 }
}

/// The entries of the field: a list in brackets, or one item to a line.
fn of_field(draft: &Draft) -> Option<Vec<Entry>> {
    let value = draft.resolution.sponsors.range;
    let text = draft.source.slice(value);
    let pieces = match text.strip_prefix('[') {
        Some(inner) => in_brackets(inner.strip_suffix(']')?)
            .into_iter()
            .map(|piece| piece.start + 1..piece.end + 1)
            .collect(),
        None => by_dash(text)?,
    };
    let entries = pieces.into_iter().filter_map(|piece| {
        let written = text.get(piece.clone())?;
        let lead = written.len() - written.trim_start().len();
        let start = value.start() + piece.start + lead;
        let range = TextRange::new(start, start + written.trim().len());
        let mark = TextRange::empty(range.end());
        (!range.is_empty()).then_some(Entry { range, mark })
    });
    let entries: Vec<Entry> = entries.collect();
    let is_list_in_brackets = text.starts_with('[');
    let is_plain = |entry: &Entry| {
        let written = draft.source.slice(entry.range);
        // A comment goes with the item on whose line it stands, and no other.
        let mut lines = written.lines().map(str::trim_start);
        let has_loose_comment = lines.any(|line| line.starts_with('#'))
            || is_list_in_brackets && written.contains('#');
        // An anchor must stand before what refers to it.
        !has_loose_comment && !written.starts_with(['&', '*', '!'])
    };
    entries.iter().all(is_plain).then_some(entries)
}

/// The pieces of a list in brackets, its brackets taken off.
fn in_brackets(inner: &str) -> Vec<std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut depth, mut quote) = (0, 0_usize, None);
    let opens_item = |start: usize, at: usize| {
        inner.get(start..at).is_some_and(|head| head.trim_end().is_empty())
    };
    for (at, c) in inner.char_indices() {
        if let Some(mark) = quote {
            quote = (c != mark).then_some(mark);
            continue;
        }
        match c {
            '"' | '\'' if depth > 0 || opens_item(start, at) => quote = Some(c),
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                pieces.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(start..inner.len());
    pieces
}

/// The items of a list of dashes, each with the lines below it.
fn by_dash(text: &str) -> Option<Vec<std::ops::Range<usize>>> {
    let mut pieces: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let start = at + lead;
        at += line.len();
        match (line.trim_start().strip_prefix("- "), pieces.last_mut()) {
            (Some(_), _) => pieces.push(start + 2..at),
            (None, Some(last)) => last.end = at,
            (None, None) => return None,
        }
    }
    Some(pieces)
}

/// What lists called the State on a day; what they call it now, where that is unknown.
pub(super) fn name_on(state: &State, day: Option<Date>) -> String {
    let was_right =
        |former: &&Former| day.zip(former.until).is_some_and(|(day, until)| day <= until);
    let former = state.former.iter().rfind(was_right);
    former.map_or(&state.name, |former| &former.name).replace('\'', "’")
}
