//! Going about and writing, by words: the paragraph at hand, and what is done to its text.

use super::Lines;
use crate::drafting::Deed;
use crate::model::Paragraph;
use crate::text::Edit;
use crate::tui::action::Action;
use crate::tui::popup::Popup;

impl Lines<'_> {
    pub(super) fn go(&mut self, words: &str) {
        self.desk.choose_paragraph();
        self.answer_on_top(words);
        // The best is taken: another word tells more.
        let fits =
            |popup: &Popup| matches!(popup, Popup::Choose(all) if !all.found.is_empty());
        if self.desk.popups.last().is_some_and(fits) {
            self.answer_on_top("1");
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let offset = self.desk.editor.offset();
        let starts: Vec<usize> = self
            .desk
            .draft()
            .paragraphs()
            .map(|paragraph| paragraph.range.start())
            .collect();
        let here = starts.partition_point(|start| *start <= offset).checked_sub(1);
        let next = match here {
            Some(here) => here.checked_add_signed(by),
            None => Some(0),
        };
        match next.and_then(|next| starts.get(next)) {
            Some(start) => self.desk.editor.go_to(*start),
            None => self.desk.say("no paragraph is there"),
        }
    }

    pub(super) fn paragraph(&self) -> Option<Paragraph> {
        self.desk.resolution.paragraph_at(self.desk.editor.offset()).cloned()
    }

    /// Puts the cursor behind the last word of the paragraph, before its ending.
    pub(super) fn go_to_end(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            let text = paragraph.prose.text.trim_end();
            let words = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
            self.desk.editor.go_to(paragraph.prose.source_end(words.len()));
        }
    }

    // Writing.

    pub(super) fn write(&mut self, words: &str) {
        match self.paragraph() {
            Some(paragraph) => {
                let range = paragraph.prose.range;
                self.desk.edit(|editor| editor.replace(range, words));
                self.desk.editor.go_to(range.start());
            }
            None => {
                self.desk.say("the cursor stands in no paragraph; “next” goes to one");
            }
        }
    }

    pub(super) fn add(&mut self, words: &str) {
        self.go_to_end();
        let before = self.desk.place();
        self.desk.act(Action::NewLine);
        self.desk.refresh();
        if self.desk.place() == before {
            // It was a new line only: a blank one makes it a paragraph.
            self.desk.act(Action::LineBreak);
        }
        let words = words.trim_end_matches([',', ';', '.', '，', '；', '。']);
        self.desk.edit(|editor| editor.paste(words));
    }

    pub(super) fn change(&mut self, words: &str) {
        let (old, new) = words.split_once(" to ").unwrap_or((words, ""));
        let Some(paragraph) = self.paragraph() else {
            return self
                .desk
                .say("the cursor stands in no paragraph; “next” goes to one");
        };
        let prose = &paragraph.prose;
        match prose.text.match_indices(old).collect::<Vec<_>>().as_slice() {
            [] => self.desk.say(format!("“{old}” is not in this paragraph")),
            [(at, _)] => {
                let edit = Edit::replace(prose.source_range(*at..at + old.len()), new);
                self.desk.edit(|editor| editor.replace(edit.range, &edit.replacement));
            }
            many => {
                let count = many.len();
                self.desk
                    .say(format!("“{old}” stands there {count} times; say more words"));
            }
        }
    }

    pub(super) fn split(&mut self, words: &str) {
        let found = self.paragraph().and_then(|paragraph| {
            let at = paragraph.prose.text.find(words)?;
            Some(paragraph.prose.source_start(at))
        });
        match found {
            Some(at) => {
                self.desk.editor.go_to(at);
                self.desk.act(Action::Paragraph(Deed::Split));
            }
            None => self.desk.say(format!("“{words}” is not in this paragraph")),
        }
    }
}
