//! Finding words and putting others in their place, one by one or all at once.

use super::desk::Desk;
use super::input::Input;
use super::popup::Popup;
use super::popup_keys::{InPopup, Pressed};
use crate::drafting::search::{Found, Scope, Search, SearchError, search};
use crate::fix::apply_edits;
use crate::text::{Edit, TextRange};

/// A search on its way through the draft.
#[derive(Debug)]
pub(super) struct Replacing {
    /// What is looked for.
    pub words: Input,
    /// What shall stand in its place.
    pub replacement: Input,
    /// Which of the two lines is typed into.
    pub typed: Typed,
    /// How, and where. Its words are those of the lines.
    pub search: Search,
    /// What was found.
    pub found: Result<Found, SearchError>,
    /// The chosen place among those found.
    pub chosen: usize,
    /// How many were replaced one by one.
    replaced: usize,
    /// Where the cursor was when it began: its paragraph and part are the scope.
    origin: usize,
}

/// One of the two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    Words,
    Replacement,
}

/// What is said where nothing can be replaced.
const NOTHING: &str = "nothing is found that could be replaced";

impl Replacing {
    /// The line that is typed into.
    pub(super) fn input(&mut self) -> &mut Input {
        match self.typed {
            Typed::Words => &mut self.words,
            Typed::Replacement => &mut self.replacement,
        }
    }

    fn last(&self) -> usize {
        self.found.as_ref().map_or(0, |found| found.places.len().saturating_sub(1))
    }
}

impl Desk {
    /// Asks what to find and what to put in its place, first with what is selected.
    pub(super) fn ask_replacement(&mut self) {
        self.refresh();
        let selected = self.editor.selection();
        let selected = selected.map(|range| self.source.slice(range).to_owned());
        let words = selected.filter(|words| !words.contains('\n'));
        let mut replacing = Replacing {
            words: Input::selected(words.unwrap_or_else(|| self.search.clone())),
            replacement: Input::default(),
            typed: Typed::Words,
            search: Search::default(),
            found: Ok(Found::default()),
            chosen: 0,
            replaced: 0,
            origin: self
                .editor
                .selection()
                .map_or(self.editor.offset(), TextRange::start),
        };
        self.look_up_places(&mut replacing, self.editor.offset());
        self.popups.push(Popup::Replace(replacing));
    }

    /// Finds the places anew, and chooses the first that does not begin before `from`.
    pub(super) fn look_up_places(&mut self, replacing: &mut Replacing, from: usize) {
        self.refresh();
        replacing.words.text().clone_into(&mut replacing.search.words);
        replacing.replacement.text().clone_into(&mut replacing.search.replacement);
        replacing.found = search(&self.draft(), replacing.origin, &replacing.search);
        let places = replacing.found.as_ref().map(|found| found.places.as_slice());
        let places = places.unwrap_or_default();
        let next = places.iter().position(|place| place.range.start() >= from);
        replacing.chosen = next.unwrap_or(0);
        self.show_place(replacing);
    }

    /// Selects the chosen place, above what lies over the desk.
    fn show_place(&mut self, replacing: &Replacing) {
        let found = replacing.found.as_ref().ok();
        if let Some(place) = found.and_then(|found| found.places.get(replacing.chosen)) {
            self.editor.select_range(place.range);
            self.editor.show_high();
        } else {
            self.editor.go_to(replacing.origin);
        }
        self.leave_finding();
    }

    /// What was pasted into a line is looked for.
    pub(super) fn look_up_pasted(&mut self) {
        let is_replacing = |popup: &mut Popup| matches!(popup, Popup::Replace(_));
        if let Some(Popup::Replace(mut replacing)) = self.popups.pop_if(is_replacing) {
            let from = self.editor.selection().map_or(0, TextRange::start);
            self.look_up_places(&mut replacing, from);
            self.popups.push(Popup::Replace(replacing));
        }
    }

    pub(super) fn press_replacing(&mut self, mut replacing: Replacing, pressed: Pressed) {
        let from = self.editor.selection().map_or(replacing.origin, TextRange::start);
        match pressed.does {
            Some(InPopup::NextField | InPopup::PreviousField) => {
                replacing.typed = match replacing.typed {
                    Typed::Words => Typed::Replacement,
                    Typed::Replacement => Typed::Words,
                };
            }
            Some(InPopup::Up) => {
                replacing.chosen =
                    replacing.chosen.checked_sub(1).unwrap_or(replacing.last());
                self.show_place(&replacing);
            }
            Some(InPopup::Down) => {
                let is_last = replacing.chosen == replacing.last();
                replacing.chosen = if is_last { 0 } else { replacing.chosen + 1 };
                self.show_place(&replacing);
            }
            Some(InPopup::Accept) => self.replace_chosen(&mut replacing),
            Some(InPopup::ReplaceAll) => {
                if self.replace_all_places(&replacing) {
                    return;
                }
                self.say(NOTHING);
            }
            does => {
                let search = &mut replacing.search;
                let is_other_search = match does {
                    Some(InPopup::MindCase) => toggle(&mut search.minds_case),
                    Some(InPopup::WholeWords) => toggle(&mut search.whole_words),
                    Some(InPopup::AsExpression) => toggle(&mut search.is_expression),
                    Some(InPopup::NextScope) => {
                        search.scope = next_scope(search.scope);
                        true
                    }
                    _ => replacing.input().press(pressed.key),
                };
                if is_other_search {
                    self.look_up_places(&mut replacing, from);
                }
            }
        }
        self.popups.push(Popup::Replace(replacing));
    }

    fn replace_chosen(&mut self, replacing: &mut Replacing) {
        let found = replacing.found.as_ref().ok();
        let Some(place) = found.and_then(|found| found.places.get(replacing.chosen))
        else {
            return self.say(NOTHING);
        };
        let (range, words) = (place.range, place.replacement.clone());
        let is_last = replacing.chosen == replacing.last();
        self.edit(|editor| editor.replace(range, &words));
        let end = range.start() + words.len();
        if replacing.origin >= range.end() {
            replacing.origin = replacing.origin - range.end() + end;
        } else {
            replacing.origin = replacing.origin.min(range.start());
        }
        replacing.replaced += 1;
        self.look_up_places(replacing, end);
        let more = if is_last { "; from the start again" } else { "" };
        self.say(format!("{} replaced{more}", replacing.replaced));
    }

    /// Replaces all places as one step. `false` if there are none.
    fn replace_all_places(&mut self, replacing: &Replacing) -> bool {
        let places = replacing.found.as_ref().map(|found| found.places.as_slice());
        let places = places.unwrap_or_default();
        if places.is_empty() {
            return false;
        }
        let edits: Vec<Edit> = places
            .iter()
            .map(|place| Edit::replace(place.range, place.replacement.as_str()))
            .collect();
        let text = apply_edits(&self.source, &edits.iter().collect::<Vec<_>>());
        self.editor.go_to(replacing.origin);
        self.edit(|editor| editor.replace_all(&text, None));
        let count = places.len() + replacing.replaced;
        self.say(format!("{count} replaced"));
        true
    }

    /// Closes the search and says what it did.
    pub(super) fn end_replacing(&mut self, replacing: &Replacing) {
        if replacing.replaced > 0 {
            self.say(format!("{} replaced", replacing.replaced));
        }
    }
}

/// Turns a way of searching on or off, so that other places are found.
fn toggle(way: &mut bool) -> bool {
    *way = !*way;
    true
}

fn next_scope(scope: Scope) -> Scope {
    match scope {
        Scope::Draft => Scope::Part,
        Scope::Part => Scope::Paragraph,
        Scope::Paragraph => Scope::Draft,
    }
}
