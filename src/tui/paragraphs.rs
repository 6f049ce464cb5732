//! The paragraph at the cursor: what is done to it, and what comes by itself while the
//! drafter types.

use super::action::Motion;
use super::desk::Desk;
use super::editor::Editor;
use crate::drafting::{self, Deed, Done, Numbering};
use crate::text::TextRange;
use crate::workspace::settings::Form;

impl Desk {
    /// Does something to the paragraph at the cursor, as one step.
    pub(super) fn perform(&mut self, deed: Deed) {
        self.refresh();
        let cursor = self.editor.offset();
        match drafting::perform(&self.draft(), deed, cursor, self.numbering) {
            Ok(done) => {
                let says = done.says.clone();
                self.take(&done);
                self.say(says);
            }
            Err(refusal) => self.say(refusal.to_string()),
        }
    }

    /// Begins the next paragraph at the end of one, or else a new line.
    pub(super) fn begin_paragraph(&mut self) {
        if self.keeps_form() && self.editor.selection().is_none() {
            self.refresh();
            let cursor = self.editor.offset();
            if let Some(done) =
                drafting::begin_paragraph(&self.draft(), cursor, self.numbering)
            {
                return self.take(&done);
            }
        }
        self.edit(Editor::new_line);
    }

    /// Pastes numbered paragraphs so that all numbers are in order. `false` where it is
    /// text like any other.
    pub(super) fn paste_numbered(&mut self, text: &str) -> bool {
        if !self.keeps_form() || !text.contains('\n') || self.editor.selection().is_some()
        {
            return false;
        }
        self.refresh();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let cursor = self.editor.offset();
        let done = drafting::paste(&self.draft(), cursor, &text, self.numbering);
        if let Some(done) = &done {
            self.take(done);
            self.say(done.says.clone());
        }
        done.is_some()
    }

    /// Types a character. The ending that stands behind the cursor already is passed over
    /// when it is typed, and comes again where the words go on.
    pub(super) fn type_char(&mut self, c: char) {
        let passed = self.passed.take();
        if !self.keeps_form() || self.editor.selection().is_some() {
            return self.edit(|editor| editor.type_char(c));
        }
        let at = self.editor.offset();
        let rest = self.editor.text().get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        let ending = line.chars().next().filter(|next| line.len() == next.len_utf8());
        match (passed, ending.filter(|ending| is_ending(*ending))) {
            (_, Some(ending)) if ending == c => {
                self.editor.go(Motion::Right);
                self.passed = Some((self.editor.offset(), c));
            }
            // A chapeau ends with its colon alone.
            (_, Some(ending)) if c == ':' => {
                let range = TextRange::new(at, at + ending.len_utf8());
                self.edit(|editor| editor.replace(range, ":"));
            }
            (Some((after, ending)), _) if after == at && line.is_empty() => {
                self.edit(|editor| {
                    editor.replace(TextRange::empty(at), &format!("{c}{ending}"));
                    editor.go(Motion::Left);
                });
            }
            _ => self.edit(|editor| editor.type_char(c)),
        }
    }

    pub(super) fn toggle_numbering(&mut self) {
        let (numbering, words) = match self.numbering {
            Numbering::Renumber => {
                (Numbering::Keep, "numbers are kept: a new one is “bis”")
            }
            Numbering::Keep => (Numbering::Renumber, "numbers follow every change"),
        };
        self.numbering = numbering;
        self.say(words);
    }

    pub(super) fn toggle_form(&mut self) {
        let (form, words) = match self.form {
            Form::Kept => (Form::AsTyped, "numbers and endings are yours to type"),
            Form::AsTyped => (Form::Kept, "numbers and endings come by themselves"),
        };
        self.form = form;
        self.say(words);
    }

    fn keeps_form(&self) -> bool {
        self.form == Form::Kept
    }

    fn take(&mut self, done: &Done) {
        self.edit(|editor| editor.replace_all(&done.text, Some(done.cursor)));
    }
}

fn is_ending(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | '，' | '；' | '。')
}
