//! See [`Custody`].

use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use super::command::Command;
use super::desk::Desk;
use super::loading::Loading;
use super::running::{Session, theme};
use super::showing::Showing;
use super::terminal::Lifeline;
use crate::import::Options;
use crate::text::capitalized;
use crate::workspace::claims::Claim;
use crate::workspace::drafts::{self, FileError, Stamp};
use crate::workspace::folders;
use crate::workspace::keeping::Keeping;
use crate::workspace::own_words;
use crate::workspace::snapshots::Snapshot;
use crate::workspace::stencils;
use crate::workspace::steps::FoundSteps;

/// A desk and the files of its draft: it saves, keeps what is not saved, and sees what
/// other programs do to the file, whatever takes the keys.
pub(super) struct Custody {
    pub(super) desk: Desk,
    pub(super) lifeline: Lifeline,
    keeping: Option<Keeping>,
    /// What the file looked like when it was last read or written.
    stamp: Option<Stamp>,
    /// The revision of the text that the lifeline holds.
    held: u64,
    /// Since when there is text that the recovery file does not have.
    pub(super) unkept_since: Option<Instant>,
    showing: Showing,
    loading: Loading,
    /// The file of the drafter's own words.
    own_words: Option<PathBuf>,
}

/// What comes after a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next {
    /// The session goes on.
    Stay,
    /// It ends.
    Leave,
    /// A text goes to the clipboard of the system, if there is a way to it.
    Copy(String),
}

impl Custody {
    pub(super) fn new(session: Session, lifeline: Lifeline) -> Self {
        let desk = Desk::new(&session.text, theme(session.settings.theme))
            .with_settings(&session.settings)
            .with_keys(session.keys)
            .with_selection(session.selection)
            .with_templates(session.templates);
        let stamp = session.path.as_deref().and_then(Stamp::of);
        let mut desk = match session.path {
            Some(path) if session.is_imported => desk.imported(path),
            Some(path) if stamp.is_none() => desk.in_new_file(path),
            Some(path) => desk.in_file(path),
            None => desk,
        };
        if let Some(keeping) = &session.keeping {
            take_up(&mut desk, keeping);
        }
        if let Some((name, text)) = session.base {
            desk.take_base(&name, &text);
        }
        if let Some(notice) = session.notice {
            desk.say(notice);
        }
        let held = desk.editor.revision();
        Self {
            desk,
            lifeline,
            keeping: session.keeping,
            stamp,
            held,
            unkept_since: None,
            showing: Showing::default(),
            loading: Loading::default(),
            own_words: session.own_words,
        }
    }

    /// Does what the desk wants done outside.
    pub(super) fn carry_out(&mut self, command: Command) -> Next {
        match command {
            Command::Quit => {
                self.keep_steps();
                if let Some(keeping) = &self.keeping {
                    keeping.recovery.discard();
                }
                self.lifeline.hold(None);
                return Next::Leave;
            }
            Command::Reload(path) => self.reload(&path),
            Command::KeepSnapshot { name, text } => self.keep_snapshot(&name, &text),
            Command::KeepTemplate { id, yaml, is_sure } => {
                self.keep_template(id, yaml, is_sure);
            }
            Command::ListSnapshots => self.desk.offer_snapshots(self.snapshots()),
            Command::ListBases => self.desk.offer_bases(self.snapshots()),
            Command::ReadBase { name, path } => {
                match drafts::open(&path, &Options::default()) {
                    Ok(opened) => self.desk.take_base(&name, &opened.text),
                    Err(error) => self.desk.say(error.to_string()),
                }
            }
            Command::ReadSnapshot(snapshot) => match snapshot.text() {
                Ok(text) => {
                    let age = age(snapshot.when);
                    self.desk.look_at_snapshot(snapshot.name, text, &age);
                }
                Err(error) => self.desk.say(error.to_string()),
            },
            Command::Save { path, text, is_sure } => self.save(path, &text, is_sure),
            Command::ForgetRecovered(path) => self.forget_recovered(&path),
            Command::Show { text, name } => {
                let said = self.showing.show(text, &name);
                self.desk.say(said);
            }
            Command::LoadDictionary(language) => self.loading.begin(language),
            Command::AddWord(word) => self.add_word(&word),
            Command::Copy(text) => return Next::Copy(text),
            Command::SetRecoveredAside => {
                if let Some(keeping) = &self.keeping {
                    keeping.recovery.set_aside();
                }
            }
        }
        Next::Stay
    }

    /// The snapshots of the draft, each with how long ago it was kept.
    fn snapshots(&self) -> Vec<(Snapshot, String)> {
        let all = self.keeping.as_ref().map(|keeping| keeping.snapshots.all());
        let aged = |snapshot: Snapshot| {
            let age = age(snapshot.when);
            (snapshot, age)
        };
        all.unwrap_or_default().into_iter().map(aged).collect()
    }

    /// Whether something goes on beside the desk, of which it will hear.
    pub(super) fn is_waiting(&self) -> bool {
        self.showing.is_busy() || self.loading.is_busy()
    }

    /// Tells the desk what came meanwhile, if something did.
    pub(super) fn hear(&mut self) -> bool {
        let said = self.showing.outcome();
        let loaded = self.loading.outcome();
        let has_come = said.is_some() || loaded.is_some();
        if let Some(said) = said {
            self.desk.say(said);
        }
        if let Some((language, looked)) = loaded {
            self.desk.take_dictionary(language, looked);
        }
        has_come
    }

    /// Waits for the dictionary, if one is on its way.
    pub(super) fn wait_for_dictionary(&mut self) {
        if let Some((language, looked)) = self.loading.wait() {
            self.desk.take_dictionary(language, looked);
        }
    }

    fn add_word(&mut self, word: &str) {
        match &self.own_words {
            Some(file) => {
                let outcome = own_words::add(file, word);
                let outcome = outcome.map_err(|error| error.to_string());
                self.desk.word_added(word, file, outcome);
            }
            None => self.desk.say(format!(
                "“{word}” is known until you quit: there is no home folder"
            )),
        }
    }

    /// Removes a recovered text, after what was taken over from it is kept.
    fn forget_recovered(&mut self, path: &Path) {
        self.hold_text();
        let is_kept = self.desk.is_modified() && self.lifeline.keep().is_ok();
        let is_own =
            self.keeping.as_ref().is_some_and(|keeping| keeping.recovery.path() == path);
        if !(is_own && is_kept) {
            std::fs::remove_file(path).unwrap_or_default();
        }
    }

    /// Writes the draft, unless the file is not as the desk knows it and the drafter did
    /// not say to write over it.
    fn save(&mut self, path: PathBuf, text: &str, is_sure: bool) {
        let is_own =
            self.desk.path.as_ref() == Some(&path) && self.desk.original.is_none();
        let known = if is_own { self.stamp } else { None };
        let now = Stamp::of(&path);
        if !is_sure && now.is_some() && now != known {
            return self.desk.ask_overwrite(path);
        }
        match drafts::save(&path, text.as_bytes()) {
            Ok(()) => {
                self.stamp = Stamp::of(&path);
                self.unkept_since = None;
                self.desk.saved(path.clone(), Ok(()));
                if let Some(keeping) = &mut self.keeping {
                    keeping.recovery.discard();
                    keeping.go_on_as(&path);
                }
                self.keep_steps();
            }
            Err(error) => {
                let problem = self.not_saved(&error);
                self.desk.saved(path, Err(problem));
            }
        }
    }

    /// What the drafter should know of a draft that could not be written: why, what to do,
    /// and where the text is meanwhile.
    fn not_saved(&self, error: &FileError) -> String {
        let kept = self.keeping.as_ref().map(|keeping| {
            let recovery = &keeping.recovery;
            recovery.keep(&self.desk.text_to_save()).map(|()| recovery.path().display())
        });
        let kept = match kept {
            Some(Ok(place)) => format!("The text is safe meanwhile in “{place}”."),
            Some(Err(_)) | None => "The text is nowhere but here until then.".to_owned(),
        };
        format!("{}. {} {kept}", capitalized(&error.to_string()), error.remedy())
    }

    fn keep_snapshot(&mut self, name: &str, text: &str) {
        let said = match self.keeping.as_ref().map(|kept| kept.snapshots.keep(name, text))
        {
            Some(Ok(())) => format!("kept as “{name}”"),
            Some(Err(problem)) => format!("cannot keep a snapshot: {problem}"),
            None => "cannot keep a snapshot: there is no home folder".to_owned(),
        };
        self.desk.say(said);
    }

    /// Writes a template, unless one of its name is there and the drafter did not say to
    /// write over it.
    fn keep_template(&mut self, id: String, yaml: String, is_sure: bool) {
        let Some(folder) = folders::templates() else {
            return self.desk.say("cannot keep a template: there is no home folder");
        };
        let path = stencils::place(&folder, &id);
        if path.exists() && !is_sure {
            let text = format!("“{}” exists already.", path.display());
            return self.desk.ask_over_template(text, id, yaml);
        }
        match stencils::keep(&path, &yaml) {
            Ok(()) => self.desk.template_kept(&path, &yaml),
            Err(problem) => self.desk.say(format!(
                "cannot write the template “{}”: {problem}",
                path.display()
            )),
        }
    }

    /// Reads the file again.
    fn reload(&mut self, path: &Path) {
        match drafts::open(path, &Options::default()) {
            Ok(opened) => {
                self.stamp = Stamp::of(path);
                self.desk.reloaded(&opened.text);
            }
            Err(error) => self.desk.say(error.to_string()),
        }
    }

    /// Keeps the text and its steps until it is saved, and looks after the file.
    pub(super) fn keep(&mut self) {
        self.look_after_file();
        if let Err(problem) = self.lifeline.keep() {
            self.desk.say(format!(
                "this text cannot be kept for recovery ({problem}); ^S saves it, ^O elsewhere"
            ));
        }
        self.keep_steps();
    }

    /// Steps that cannot be kept are missed by nobody before the next session; of a full
    /// disk the text itself has told already.
    fn keep_steps(&self) {
        let steps = self.keeping.as_ref().and_then(|keeping| keeping.steps.as_ref());
        if let Some(steps) = steps.filter(|_| !self.desk.editor.steps.is_empty()) {
            let (text, saved) = (self.desk.editor.text(), self.desk.saved.as_str());
            steps.keep(&self.desk.editor.steps, text, saved).unwrap_or_default();
        }
    }

    /// Tells the drafter once if another program changed the file.
    fn look_after_file(&mut self) {
        let path = self.desk.path.as_ref().filter(|_| self.desk.original.is_none());
        let now = path.and_then(|path| Stamp::of(path));
        if now.is_some() && now != self.stamp {
            self.desk.tell_of_change_outside();
        }
    }

    /// Hands changed text to the lifeline, and starts the clock.
    pub(super) fn hold_text(&mut self) {
        let revision = self.desk.editor.revision();
        if std::mem::replace(&mut self.held, revision) == revision {
            return;
        }
        if !self.desk.is_modified() {
            self.unkept_since = None;
            return self.lifeline.hold(None);
        }
        let recovery = self.keeping.as_ref().map(|keeping| keeping.recovery.clone());
        self.lifeline.hold(recovery.map(|recovery| (recovery, self.desk.text_to_save())));
        self.unkept_since = self.unkept_since.or_else(|| Some(Instant::now()));
    }
}

/// Takes up what earlier sessions left of a draft: its steps, and a text that was not
/// saved. While another desk has the draft, both are the other's.
fn take_up(desk: &mut Desk, keeping: &Keeping) {
    if let Claim::Theirs { process } = keeping.claim {
        return desk.tell_of_other_desk(process);
    }
    if let Some(kept) = &keeping.steps {
        match kept.found(desk.editor.text()) {
            FoundSteps::None => {}
            FoundSteps::Fitting(steps) => desk.take_up(steps),
            FoundSteps::Strange => {
                kept.forget();
                desk.say("the file was changed outside the desk; earlier steps are gone");
            }
        }
    }
    if let Some(left) = keeping.cut_off() {
        let name = left.file_name().unwrap_or_default().to_string_lossy();
        desk.say(format!(
            "a save was cut off; what it wrote is in “{name}”: read it, then delete it"
        ));
    }
    if let Some(found) = keeping.recovery.found() {
        if found.text == desk.text_to_save() {
            return keeping.recovery.discard_found(&found);
        }
        let age = age(found.when);
        desk.offer_recovery(found, &age);
    }
}

/// How long ago a text was kept, as people say it.
fn age(when: SystemTime) -> String {
    let seconds = SystemTime::now().duration_since(when).unwrap_or_default().as_secs();
    match seconds {
        0..60 => "just now".to_owned(),
        60..3_600 => format!("{} min ago", seconds / 60),
        3_600..86_400 => format!("{} h ago", seconds / 3_600),
        _ => format!("{} days ago", seconds / 86_400),
    }
}
