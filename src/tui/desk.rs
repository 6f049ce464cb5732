//! See [`Desk`].

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use super::action::Action;
use super::base::Base;
use super::command::{Command, OnDisk};
use super::deeds;
use super::editor::{Change, Editor};
use super::filter::Filter;
use super::keys::Keys;
use super::line_ends::LineEnds;
use super::mouse::Pointer;
use super::outline::Entry;
use super::outlining::Outlined;
use super::popup::Popup;
use super::spelling::Speller;
use super::theme::Theme;
use crate::drafting::Numbering;
use crate::library::Library;
use crate::lint::{self, Diagnostic, Draft, Selection, Summary};
use crate::model::Resolution;
use crate::render;
use crate::render::composition::{Composition, compose};
use crate::syntax;
use crate::text::Source;
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
    pub(super) chosen: Option<usize>,
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
    /// The earlier text against which the draft is marked.
    pub(super) base: Option<Base>,
    /// The snapshots that were listed last.
    pub(super) snapshots: Vec<Snapshot>,
    load_library: Option<fn(Option<&Path>) -> Library>,
    pub(super) search: String,
    /// Which rules speak.
    pub(super) selection: Selection,
    /// What becomes of numbers when paragraphs move.
    pub(super) numbering: Numbering,
    pub(super) form: Form,
    pub(super) speller: Speller,
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

/// What the third pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Findings,
    Preview,
}

impl Desk {
    /// Lays a draft on the desk, as its file has it.
    pub fn new(text: &str, theme: Theme) -> Self {
        let line_ends = LineEnds::of(text);
        let text = line_ends.take_off(text);
        let mut editor = Editor::new(&text);
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
            base: None,
            snapshots: Vec::new(),
            load_library: None,
            search: String::new(),
            selection: Selection::default(),
            numbering: Numbering::default(),
            form: Form::default(),
            speller: Speller::default(),
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
        self.editor.set_view(super::views::editor::text_area(area));
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

    /// Says what becomes of numbers, who sees to the form, and whether words are looked up.
    #[must_use]
    pub fn with_settings(mut self, settings: &DeskSettings) -> Self {
        self.numbering = settings.numbering;
        self.form = settings.form;
        self.speller = Speller::of(settings);
        self.ask_for_dictionary();
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

    /// Changes the text, and carries the findings along until it is read again.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Editor)) {
        edit(&mut self.editor);
        self.chosen = None;
        self.drift = OnceCell::new();
        self.is_stale = self.editor.text() != self.source.text();
    }

    /// Whether the text is to be read and checked again: see [`Desk::refresh`].
    pub fn is_stale(&self) -> bool {
        self.is_stale || self.has_left_word()
    }

    /// Reads and checks the text again, though it did not change.
    pub(super) fn check_again(&mut self) {
        self.is_stale = true;
        self.refresh();
    }

    /// Reads and checks the text, if it changed.
    pub fn refresh(&mut self) {
        if !self.is_stale() {
            return;
        }
        if let Some(base) = &mut self.base {
            base.carry(Change::between(self.source.text(), self.editor.text()));
        }
        self.selection.word_in_hand = self.word_in_hand();
        self.source = Source::new(self.editor.text());
        self.resolution = syntax::parse(&self.source);
        self.findings =
            lint::check_parsed(&self.source, &self.resolution, &self.selection);
        self.hidden = self.filter.take_hidden(&mut self.findings);
        self.lay_out_outline();
        self.words = self.resolution.word_count();
        self.page = OnceCell::new();
        self.is_stale = false;
        self.ask_for_dictionary();
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
