//! See [`Stencilling`].

use std::ops::Range;
use std::path::Path;

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::command::Command;
use super::desk::Desk;
use super::input::Input;
use super::popup::{Popup, Question};
use super::popup_keys::{InPopup, Pressed};
use crate::conventions::opening_phrases::Part;
use crate::conventions::organs::Organ;
use crate::library::{
    OpenPlace, PlaceholderKind, Template, TemplatePart, kind_of, open_places, read,
    stencil, words_of, yaml,
};
use crate::model::Paragraph;
use crate::text::is_wide;

/// A paragraph on its way to a template: its name, and the words of it that become
/// placeholders.
#[derive(Debug)]
pub(super) struct Stencilling {
    /// Its id, which is the name of its file.
    pub id: Input,
    /// What it is for.
    pub title: Input,
    /// Words to find it by, with commas between them.
    pub tags: Input,
    /// What is in hand.
    pub field: Field,
    /// The words of the paragraph.
    pub text: String,
    /// Those that become placeholders, in order.
    pub places: Vec<OpenPlace>,
    /// Where its words stand.
    words: Vec<Range<usize>>,
    /// The word in hand.
    word: usize,
    /// The word at which marking began.
    anchor: Option<usize>,
    /// The first line of the file in view.
    pub row: usize,
    /// The label of the paragraph.
    pub label: String,
    part: TemplatePart,
    organ: Option<String>,
}

/// What is in hand, in the order in which it is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Title,
    Tags,
    Words,
    /// The file that is made of it.
    File,
}

const FIELDS: [Field; 5] =
    [Field::Id, Field::Title, Field::Tags, Field::Words, Field::File];

/// How many words make a name or a title.
const TITLE_WORDS: usize = 6;

/// How long a title is that is proposed, in characters.
const LONGEST_TITLE: usize = 50;

/// No id is longer, in characters: a file has to have its name.
const LONGEST_ID: usize = 60;

/// What stands around marked words and is left out of the placeholder.
const PUNCTUATION: [char; 14] =
    [',', ';', '.', ':', '“', '”', '(', ')', '"', '，', '；', '。', '：', '、'];

impl Stencilling {
    fn new(paragraph: &Paragraph, organ: Option<&'static Organ>) -> Self {
        let part = match paragraph.part {
            Part::Preambular => TemplatePart::Preambular,
            Part::Operative => TemplatePart::Operative,
        };
        let text = words_of(paragraph, part);
        let places = open_places(&text, organ);
        let begin =
            text.split_whitespace().take(TITLE_WORDS).collect::<Vec<_>>().join(" ");
        let begin: String = begin.chars().take(LONGEST_TITLE).collect();
        let title = begin.trim_end_matches(PUNCTUATION).trim_end().to_owned();
        let opening = paragraph.opening.as_ref();
        let tags = opening.map(|opening| {
            format!("{}, {}", opening.phrase.to_lowercase(), opening.read.entry.kind)
        });
        Self {
            id: Input::new(kebab(&title)),
            title: Input::new(title),
            tags: Input::new(tags.unwrap_or_default()),
            field: Field::Id,
            words: words(&text),
            text,
            places,
            word: 0,
            anchor: None,
            row: 0,
            label: paragraph.label.clone(),
            part,
            organ: organ.map(|organ| organ.principal().code.clone()),
        }
    }

    /// The line to be typed into, where what is in hand has one.
    pub(super) fn line(&mut self) -> Option<&mut Input> {
        match self.field {
            Field::Id => Some(&mut self.id),
            Field::Title => Some(&mut self.title),
            Field::Tags => Some(&mut self.tags),
            Field::Words | Field::File => None,
        }
    }

    /// The words that are marked: from where marking began to the word in hand.
    pub(super) fn marked(&self) -> Range<usize> {
        let anchor = self.anchor.unwrap_or(self.word);
        let (first, last) = (anchor.min(self.word), anchor.max(self.word));
        let start = self.words.get(first).map_or(0, |word| word.start);
        let end = self.words.get(last).map_or(start, |word| word.end);
        let marked = self.text.get(start..end).unwrap_or_default();
        let head = marked.len() - marked.trim_start_matches(PUNCTUATION).len();
        let tail = marked.len() - marked.trim_end_matches(PUNCTUATION).len();
        if head == marked.len() { start..end } else { start + head..end - tail }
    }

    /// The placeholder at the marked words.
    pub(super) fn place_here(&self) -> Option<usize> {
        let marked = self.marked();
        let touches =
            |range: &Range<usize>| range.start < marked.end && marked.start < range.end;
        self.places.iter().position(|(range, _)| touches(range))
    }

    /// The template as it is so far.
    fn template(&self) -> Template {
        let tags = self.tags.text().split(',').map(|tag| tag.trim().to_owned());
        let like = Template {
            id: kebab(self.id.text()),
            title: self.title.text().trim().to_owned(),
            part: self.part,
            organs: self.organ.iter().cloned().collect(),
            text: String::new(),
            placeholders: Vec::new(),
            tags: tags.filter(|tag| !tag.is_empty()).collect(),
            source: String::new(),
        };
        stencil(&self.text, &self.places, like)
    }

    /// The file that is made of it.
    pub(super) fn yaml(&self) -> String {
        yaml(&self.template())
    }

    fn go(&mut self, by: isize) {
        let here = FIELDS.iter().position(|field| *field == self.field).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(FIELDS.len() - 1);
        self.field = FIELDS[next];
        self.row = 0;
        // A name is shown as it will be kept.
        let id = kebab(self.id.text());
        if self.field != Field::Id && id != self.id.text() {
            self.id.set(&id);
        }
    }

    fn go_to_word(&mut self, word: usize, is_marking: bool) {
        let before = self.word;
        self.word = word.min(self.words.len().saturating_sub(1));
        self.anchor = is_marking.then(|| self.anchor.unwrap_or(before));
    }

    /// Makes a placeholder of the marked words, or words again of the placeholder there.
    fn mark(&mut self) {
        match self.place_here() {
            Some(place) => {
                self.places.remove(place);
            }
            None => self.open(self.marked()),
        }
        self.anchor = None;
    }

    fn open(&mut self, range: Range<usize>) {
        let kind = kind_of(self.text.get(range.clone()).unwrap_or_default());
        if !range.is_empty() {
            self.places.push((range, kind));
            self.places.sort_by_key(|(range, _)| range.start);
        }
    }

    /// Takes the next or the previous kind for the placeholder in hand. Nothing that is marked
    /// in a text tells the choices of a choice.
    fn change_kind(&mut self, is_forward: bool) {
        let kinds = PlaceholderKind::ALL.len() - 1;
        let place = self.place_here().and_then(|place| self.places.get_mut(place));
        if let Some((_, kind)) = place {
            let here = PlaceholderKind::ALL.iter().position(|(_, other)| other == kind);
            let step = if is_forward { 1 } else { kinds - 1 };
            let next = (here.unwrap_or(0) + step) % kinds;
            *kind = PlaceholderKind::ALL[next].1;
        }
    }

    /// The words with `‹…›` around those that become placeholders.
    pub(super) fn marked_text(&self) -> String {
        let mut marked = String::new();
        let mut copied = 0;
        for (range, _) in &self.places {
            marked.push_str(self.text.get(copied..range.start).unwrap_or_default());
            let words = self.text.get(range.clone()).unwrap_or_default();
            marked.extend(["‹", words, "›"]);
            copied = range.end;
        }
        marked.push_str(self.text.get(copied..).unwrap_or_default());
        marked
    }

    // As a prompt.

    /// What is in hand, as a question in a line.
    pub(super) fn asked_in_lines(&self) -> String {
        match self.field {
            Field::Id => format!("name of the template (now: {}):\n", self.id.text()),
            Field::Title => format!("title (now: {}):\n", self.title.text()),
            Field::Tags => format!("words to find it by (now: {}):\n", self.tags.text()),
            Field::Words => format!(
                "{}\nwords to open or to close, or an empty line to go on:\n",
                self.marked_text()
            ),
            Field::File => format!("{}keep it? y, or . to go back:\n", self.yaml()),
        }
    }

    /// Takes the answer to that question, and tells whether it leads on.
    pub(super) fn take_line(&mut self, line: &str) -> bool {
        if self.field == Field::File {
            return line.starts_with('y');
        }
        if let Some(input) = self.line() {
            if !line.is_empty() {
                input.set(line);
            }
            return true;
        }
        let Some(at) = self.text.find(line).filter(|_| !line.is_empty()) else {
            return line.is_empty();
        };
        let range = at..at + line.len();
        let touches =
            |other: &Range<usize>| other.start < range.end && range.start < other.end;
        let before = self.places.len();
        self.places.retain(|(other, _)| !touches(other));
        if self.places.len() == before {
            self.open(range);
        }
        false
    }
}

/// Where the words of a text stand: runs without white space, and each character of a script
/// that has none.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match words.last_mut() {
            _ if c.is_whitespace() => {}
            Some(word) if goes_on && !is_wide(c) => word.end = end,
            _ => words.push(at..end),
        }
        goes_on = !c.is_whitespace() && !is_wide(c);
    }
    words
}

/// A name in small letters, figures and hyphens.
fn kebab(words: &str) -> String {
    let runs = words.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    let name = runs.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    let name: String = name.chars().take(LONGEST_ID).collect();
    name.trim_end_matches('-').to_owned()
}

impl Desk {
    /// Begins a template with the paragraph at the cursor, its list with it.
    pub(super) fn begin_stencil(&mut self) {
        self.refresh();
        let offset = self.editor.offset();
        let holds = |paragraph: &&Paragraph| {
            paragraph.range.start() <= offset && offset <= paragraph.range.end()
        };
        let parts = self.resolution.with_parts();
        let paragraph =
            parts.flat_map(|part| part.preambular().chain(part.operative())).find(holds);
        let organ = self.resolution.organ;
        let stencil = paragraph.map(|paragraph| Stencilling::new(paragraph, organ));
        match stencil {
            Some(stencil) => self.popups.push(Popup::Stencil(Box::new(stencil))),
            None => {
                self.say("the cursor stands in no paragraph; go to the one to be saved");
            }
        }
    }

    pub(super) fn press_stencil(
        &mut self,
        mut stencil: Box<Stencilling>,
        pressed: Pressed,
    ) {
        let is_marking = pressed.key.modifiers.contains(KeyModifiers::SHIFT);
        match (pressed.does, stencil.field) {
            (Some(InPopup::Accept), Field::File) => return self.end_stencil(stencil),
            (Some(InPopup::Finish), _) => stencil.field = Field::File,
            (Some(InPopup::Mark), Field::Words) => stencil.mark(),
            (Some(InPopup::Down), Field::Words) => stencil.change_kind(true),
            (Some(InPopup::Up), Field::Words) => stencil.change_kind(false),
            (Some(InPopup::Down), Field::File) => stencil.row += 1,
            (Some(InPopup::Up), Field::File) => {
                stencil.row = stencil.row.saturating_sub(1);
            }
            (Some(InPopup::Accept | InPopup::NextField | InPopup::Down), _) => {
                stencil.go(1);
            }
            (Some(InPopup::PreviousField | InPopup::Up), _) => stencil.go(-1),
            (_, Field::Words) => match pressed.key.code {
                KeyCode::Left => {
                    stencil.go_to_word(stencil.word.saturating_sub(1), is_marking);
                }
                KeyCode::Right => stencil.go_to_word(stencil.word + 1, is_marking),
                KeyCode::Home => stencil.go_to_word(0, is_marking),
                KeyCode::End => stencil.go_to_word(usize::MAX, is_marking),
                _ => {}
            },
            _ => {
                if let Some(input) = stencil.line() {
                    input.press(pressed.key);
                }
            }
        }
        self.popups.push(Popup::Stencil(stencil));
    }

    /// Has the template kept. One that has its name is written over only if the drafter says
    /// so.
    fn end_stencil(&mut self, mut stencil: Box<Stencilling>) {
        let (yaml, id) = (stencil.yaml(), kebab(stencil.id.text()));
        if id.is_empty() {
            stencil.field = Field::Id;
            self.popups.push(Popup::Stencil(stencil));
            return self.say("a template has a name: letters, figures and hyphens");
        }
        if let Err(problem) = read(&yaml) {
            self.popups.push(Popup::Stencil(stencil));
            return self.say(problem);
        }
        stencil.field = Field::Id;
        self.load_templates();
        let known = self.library.named(&id).map(|known| known.title.clone());
        self.popups.push(Popup::Stencil(stencil));
        match known {
            Some(title) => {
                let text = format!("“{id}” is a template already: {title}.");
                self.popups
                    .push(Popup::Question(Question::over_template(text, id, yaml)));
            }
            None => self.keep_template(id, yaml, false),
        }
    }

    pub(super) fn keep_template(&mut self, id: String, yaml: String, is_sure: bool) {
        self.commands.push(Command::KeepTemplate { id, yaml, is_sure });
    }

    /// Asks whether to write a template over the file that has its name.
    pub fn ask_over_template(&mut self, text: String, id: String, yaml: String) {
        self.popups.push(Popup::Question(Question::over_template(text, id, yaml)));
    }

    /// Takes the template that was written among the others: the other half of
    /// [`Command::KeepTemplate`].
    pub fn template_kept(&mut self, path: &Path, yaml: &str) {
        self.popups.retain(|popup| !matches!(popup, Popup::Stencil(_)));
        self.library.take(path, yaml);
        let insert = self.keys.name_of(super::action::Action::InsertTemplate);
        self.say(format!("kept in “{}”; {insert} inserts it", path.display()));
    }
}
