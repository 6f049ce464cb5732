//! See [`Desk`].

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::action::Action;
use super::deeds;
use super::editor::{Change, Editor};
use super::filter::Filter;
use super::keys::Keys;
use super::mouse::Pointer;
use super::outline::Entry;
use super::outlining::Outlined;
use super::popup::Popup;
use super::theme::Theme;
use crate::drafting::Numbering;
use crate::library::Library;
use crate::lint::{self, Diagnostic, Draft, Selection, Summary};
use crate::model::{OpeningPhrase, Resolution};
use crate::render;
use crate::render::composition::{Composition, compose};
use crate::syntax;
use crate::text::{Source, TextRange};
use crate::workspace::settings::{DeskSettings, Form};
use crate::workspace::snapshots::Snapshot;

/// One draft on the desk. It touches nothing outside: what is to be done there, it puts
/// among its [`Command`]s.
#[derive(Debug)]
pub struct Desk {
    /// The text in hand.
    pub editor: Editor,
    pub(super) source: Source,
    pub(super) resolution: Resolution,
    /// What was found and is shown.
    pub(super) findings: Vec<Diagnostic>,
    /// What was found and the filter hides.
    pub(super) hidden: Vec<Diagnostic>,
    pub(super) filter: Filter,
    pub(super) outline: Vec<Entry>,
    /// How many words its paragraphs have.
    pub(super) words: usize,
    /// The draft as a page, laid out when it is first drawn.
    page: OnceCell<Composition>,
    /// See [`Desk::drift`]; found once for each change, since it goes over the whole text.
    drift: OnceCell<Change>,
    /// Whether the text changed since it was last read and checked.
    is_stale: bool,
    /// The finding that was gone to last, until the cursor moves.
    chosen: Option<usize>,
    pub(super) focus: Focus,
    pub(super) outlined: Outlined,
    /// The chosen row of the outline, while it has the keys.
    pub(super) outline_row: usize,
    pub(super) side: Side,
    pub(super) popups: Vec<Popup>,
    pub(super) message: Option<String>,
    pub(super) theme: Theme,
    pub(super) keys: Keys,
    /// The file to which the draft is saved.
    pub(super) path: Option<PathBuf>,
    /// The raw text that was imported. It is never written to.
    pub(super) original: Option<PathBuf>,
    pub(super) on_disk: OnDisk,
    /// The text as the file has it.
    pub(super) saved: String,
    pub(super) line_ends: LineEnds,
    pub(super) is_leaving: bool,
    pub(super) commands: Vec<Command>,
    pub(super) library: Library,
    /// The snapshots that were listed last.
    pub(super) snapshots: Vec<Snapshot>,
    load_library: Option<fn(Option<&Path>) -> Library>,
    pub(super) search: String,
    /// Which rules speak.
    pub(super) selection: Selection,
    /// What becomes of numbers when paragraphs move.
    pub(super) numbering: Numbering,
    pub(super) form: Form,
    /// Where the cursor passed over an ending that was typed, and which.
    pub(super) passed: Option<(usize, char)>,
    /// What the mouse is about, until the next key.
    pub(super) pointer: Pointer,
}

/// Which pane gets the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    Text,
    Outline,
}

/// What stands in the file of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDisk {
    /// There is no file of that name yet.
    Nothing,
    /// What was read from it or saved to it last.
    AsKnown,
    /// Something else: another program changed it.
    Changed,
}

/// What the third pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Findings,
    Preview,
}

/// Something to be done outside the desk, by whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write the text to the file.
    Save {
        /// The file.
        path: PathBuf,
        /// The text with the line ends of the file.
        text: String,
        /// Whether the drafter said to write over what is there.
        is_sure: bool,
    },
    /// Keep the text by a name.
    KeepSnapshot {
        /// The name.
        name: String,
        /// The text with the line ends of the file.
        text: String,
    },
    /// List the snapshots.
    ListSnapshots,
    /// Read a snapshot.
    ReadSnapshot(Snapshot),
    /// Read the file again, which another program changed.
    Reload(PathBuf),
    /// Forget the recovered text in this file.
    ForgetRecovered(PathBuf),
    /// Show the page of a text with the viewer of the system.
    Show {
        /// The text.
        text: String,
        /// What its file is called, without an ending.
        name: String,
    },
    /// Put a text on the clipboard of the system.
    Copy(String),
    /// Leave the recovered text for another time.
    SetRecoveredAside,
    /// Leave the desk.
    Quit,
}

/// How the lines of the file end, to be written as they were found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LineEnds {
    has_mark: bool,
    is_crlf: bool,
}

impl LineEnds {
    pub(super) fn of(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let is_crlf = breaks > 0 && text.matches("\r\n").count() == breaks;
        Self { has_mark: text.starts_with('\u{feff}'), is_crlf }
    }

    pub(super) fn take_off(self, text: &str) -> String {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if self.is_crlf { text.replace("\r\n", "\n") } else { text.to_owned() }
    }

    fn put_on(self, text: &str) -> String {
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        let text =
            if self.is_crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        format!("{mark}{text}")
    }
}

fn is_chooser(popup: &mut Popup) -> bool {
    matches!(popup, Popup::Choose(_))
}

impl Desk {
    /// Lays a draft on the desk, as its file has it.
    pub fn new(text: &str, theme: Theme) -> Self {
        let line_ends = LineEnds::of(text);
        let text = line_ends.take_off(text);
        let mut editor = Editor::new(&text, &theme);
        editor.steps.mark_saved();
        let mut desk = Self {
            editor,
            source: Source::new(""),
            resolution: Resolution::default(),
            findings: Vec::new(),
            hidden: Vec::new(),
            filter: Filter::default(),
            outline: Vec::new(),
            words: 0,
            page: OnceCell::new(),
            drift: OnceCell::new(),
            is_stale: true,
            chosen: None,
            focus: Focus::Text,
            outlined: Outlined::default(),
            outline_row: 0,
            side: Side::Findings,
            popups: Vec::new(),
            message: None,
            theme,
            keys: Keys::default(),
            path: None,
            original: None,
            on_disk: OnDisk::Nothing,
            saved: text,
            line_ends,
            is_leaving: false,
            commands: Vec::new(),
            library: Library::default(),
            snapshots: Vec::new(),
            load_library: None,
            search: String::new(),
            selection: Selection::default(),
            numbering: Numbering::default(),
            form: Form::default(),
            passed: None,
            pointer: Pointer::default(),
        };
        desk.refresh();
        desk.keep_as_saved();
        desk.go_to_text();
        desk
    }

    /// Scrolls to where the cursor is, before a screen of that size is first drawn.
    pub fn begin_on(&mut self, screen: Rect) {
        let area = super::view::areas(self, screen).editor;
        self.editor.drawn.set(super::views::editor::text_area(area));
        self.go_to_text();
    }

    /// Begins below the front matter.
    fn go_to_text(&mut self) {
        let line = self.resolution.organ_line.as_ref().map(|line| line.range.start());
        let first = self.resolution.paragraphs().next().map(|first| first.range.start());
        if let Some(start) = line.or(first) {
            self.editor.go_to(start);
        }
    }

    /// Names the file to which the draft is saved.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self.on_disk = OnDisk::AsKnown;
        self
    }

    /// Names the file in which the draft will begin.
    #[must_use]
    pub fn in_new_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Names the raw text from which the draft was imported, and the file that is
    /// proposed for the draft.
    #[must_use]
    pub fn imported(mut self, original: impl Into<PathBuf>) -> Self {
        let original = original.into();
        self.path = Some(original.with_extension("md"));
        self.original = Some(original);
        self
    }

    /// Says which rules speak, and how loudly.
    #[must_use]
    pub fn with_selection(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self.check_again();
        self
    }

    /// Says what becomes of numbers, and who sees to the form.
    #[must_use]
    pub fn with_settings(mut self, settings: &DeskSettings) -> Self {
        self.numbering = settings.numbering;
        self.form = settings.form;
        self
    }

    /// Says what its keys do.
    #[must_use]
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// Says where templates come from, when one is asked for.
    #[must_use]
    pub fn with_templates(mut self, load: fn(Option<&Path>) -> Library) -> Self {
        self.load_library = Some(load);
        self
    }

    /// Does what the key does. The popup on top gets it first, then the outline if it
    /// has the keys, then the text.
    pub fn press(&mut self, key: KeyEvent) {
        self.message = None;
        self.pointer = Pointer::default();
        if let Some(popup) = self.popups.pop() {
            return self.press_popup(popup, key);
        }
        match self.keys.action_of(key) {
            Some(action) if self.focus == Focus::Outline => self.act_in_outline(action),
            Some(action) => self.act(action),
            None => self.type_key(key),
        }
    }

    fn type_key(&mut self, key: KeyEvent) {
        let is_plain =
            !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Esc => self.focus = Focus::Text,
            KeyCode::Char('o') if is_plain && self.focus == Focus::Outline => {
                self.act(Action::ShowPage);
            }
            KeyCode::Tab if self.focus == Focus::Text => self.edit(|editor| {
                editor.paste("   ");
            }),
            KeyCode::Char(c) if is_plain && self.focus == Focus::Text => {
                self.type_char(c);
            }
            _ => {}
        }
    }

    /// Takes text that was pasted, as one step.
    pub fn paste(&mut self, text: &str) {
        let Some(popup) = self.popups.last_mut() else {
            return self.paste_into_text(text);
        };
        if let Some(input) = popup.input() {
            input.insert(text);
            self.look_up_templates();
            self.look_up_pasted();
            if let Some(Popup::Choose(mut chooser)) = self.popups.pop_if(is_chooser) {
                self.look_up(&mut chooser);
                self.popups.push(Popup::Choose(chooser));
            }
        }
    }

    pub(super) fn paste_into_text(&mut self, text: &str) {
        self.focus = Focus::Text;
        if self.paste_numbered(text) {
            return;
        }
        let mut fits = true;
        self.edit(|editor| fits = editor.paste(text));
        if !fits {
            self.say("that is longer than any draft, and was not pasted");
        }
    }

    /// Changes the text, and carries the findings along until it is read again.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Editor)) {
        edit(&mut self.editor);
        self.chosen = None;
        self.drift = OnceCell::new();
        self.is_stale = self.editor.text() != self.source.text();
    }

    /// Whether the text is to be read and checked again: see [`Desk::refresh`].
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// Reads and checks the text again, though it did not change.
    pub(super) fn check_again(&mut self) {
        self.is_stale = true;
        self.refresh();
    }

    /// Reads and checks the text, if it changed.
    pub fn refresh(&mut self) {
        if !self.is_stale {
            return;
        }
        self.source = Source::new(self.editor.text());
        self.resolution = syntax::parse(&self.source);
        self.findings =
            lint::check_parsed(&self.source, &self.resolution, &self.selection);
        self.hidden = self.filter.take_hidden(&mut self.findings);
        self.lay_out_outline();
        self.words = self.resolution.word_count();
        self.page = OnceCell::new();
        self.is_stale = false;
    }

    /// The draft as a page.
    pub(super) fn page(&self) -> &Composition {
        self.page.get_or_init(|| compose(&self.resolution, &render::Options::default()))
    }

    /// The draft as rules see it.
    pub(super) fn draft(&self) -> Draft<'_> {
        Draft::new(&self.source, &self.resolution)
    }

    /// What was done to the text since it was last read: findings drawn meanwhile move
    /// with it.
    pub(super) fn drift(&self) -> Option<Change> {
        let between = || Change::between(self.source.text(), self.editor.text());
        self.is_stale.then(|| *self.drift.get_or_init(between))
    }

    /// The finding at the cursor: the one gone to, or the one with the least text.
    pub(super) fn finding_here(&self) -> Option<usize> {
        if self.chosen.is_some() {
            return self.chosen;
        }
        let (offset, drift) = (self.editor.offset(), self.drift());
        let carried = |at: usize| drift.map_or(at, |change| change.carry(at));
        let holds = |range: TextRange| {
            carried(range.start()) <= offset && offset <= carried(range.end())
        };
        let here =
            self.findings.iter().enumerate().filter(|(_, found)| holds(found.range));
        let least =
            here.min_by_key(|(_, f)| (f.range.len(), std::cmp::Reverse(f.severity)));
        least.map(|(index, _)| index)
    }

    /// The finding that was gone to last, if the cursor is still there.
    pub(super) fn finding_gone_to(&self) -> Option<usize> {
        self.chosen
    }

    /// Goes to a finding and says what it is.
    pub(super) fn go_to_finding(&mut self, index: usize) {
        if let Some(found) = self.findings.get(index) {
            // What is typed or cited goes in place of a placeholder.
            if found.rule.name == "leftover-placeholder" {
                self.editor.select_range(found.range);
            } else {
                self.editor.go_to(found.range.start());
            }
            self.chosen = Some(index);
        }
    }

    /// Moves the cursor, which lets the chosen finding go.
    pub(super) fn leave_finding(&mut self) {
        self.chosen = None;
    }

    /// Where the cursor is in the text that was understood last.
    fn offset_understood(&self) -> usize {
        let offset = self.editor.offset();
        self.drift().map_or(offset, |change| {
            Change { at: change.at, removed: change.inserted, inserted: change.removed }
                .carry(offset)
        })
    }

    /// What people call the paragraph under the cursor.
    pub fn place(&self) -> String {
        let back = self.offset_understood();
        let lines =
            self.resolution.with_parts().filter_map(|part| part.organ_line.as_ref());
        let mut lines = lines.map(|line| line.range);
        if lines.any(|line| line.start() <= back && back <= line.end()) {
            return "organ line".to_owned();
        }
        lint::place_of(&self.resolution, back).unwrap_or_default()
    }

    /// The words that open the paragraph under the cursor.
    pub(super) fn opening_here(&self) -> Option<&OpeningPhrase> {
        let offset = self.offset_understood();
        let parts = self.resolution.with_parts();
        let mut paragraphs =
            parts.flat_map(|part| part.preambular().chain(part.operative()));
        let here = paragraphs.find(|paragraph| {
            paragraph.range.start() <= offset && offset <= paragraph.range.end()
        });
        here?.opening.as_ref()
    }

    /// How many findings there are.
    pub fn summary(&self) -> Summary {
        let (shown, hidden) = (Summary::of(&self.findings), Summary::of(&self.hidden));
        Summary {
            errors: shown.errors + hidden.errors,
            warnings: shown.warnings + hidden.warnings,
            notes: shown.notes + hidden.notes,
        }
    }

    /// Whether the text differs from its file.
    pub fn is_modified(&self) -> bool {
        self.saved != self.editor.text()
    }

    /// The text as it is written to the file: its line ends and mark as they were found.
    pub fn text_to_save(&self) -> String {
        self.line_ends.put_on(self.editor.text())
    }

    /// The next thing to be done outside. Asking takes it off the desk.
    pub fn next_command(&mut self) -> Option<Command> {
        (!self.commands.is_empty()).then(|| self.commands.remove(0))
    }

    /// Shows a message until the next key.
    pub fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// Reads the templates, the first time they are asked for.
    pub(super) fn load_templates(&mut self) {
        if let Some(load) = self.load_library.take() {
            self.library = load(self.path.as_deref());
        }
        if let Some(problem) = self.library.problems.first() {
            self.message = Some(problem.to_string());
        }
    }

    /// Does one thing.
    pub fn act(&mut self, action: Action) {
        deeds::act(self, action);
    }
}
