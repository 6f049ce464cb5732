//! What lies over the desk for a moment: it gets the keys first.

use std::path::{Path, PathBuf};

use super::asking::Ask;
use super::chooser::Chooser;
use super::explanation::Explanation;
use super::filling::Filling;
use super::input::Input;
use super::replacing::Replacing;
use super::snapshots::Looked;
use super::stencilling::Stencilling;
use crate::workspace::recovery::Recovered;

/// Something that lies over the desk.
#[derive(Debug)]
pub(super) enum Popup {
    /// Every key, from this row on.
    Help(u16),
    /// A page to be read.
    Explanation(Explanation),
    /// The templates to choose from.
    Templates(Picker),
    /// The chosen template as a form.
    Fill(Filling),
    /// The paragraph that becomes a template.
    Stencil(Box<Stencilling>),
    /// A list to choose from.
    Choose(Chooser),
    /// What to find, and what to put in its place.
    Replace(Replacing),
    /// A line that is asked for.
    Ask(Ask),
    /// What to search for.
    Find(Input),
    /// The name under which to save.
    Name(Input),
    /// A question with few answers.
    Question(Question),
}

/// The templates that fit what was typed.
#[derive(Debug, Default)]
pub(super) struct Picker {
    /// What was typed.
    pub words: Input,
    /// The places of the fitting templates in the library, the best first.
    pub found: Vec<usize>,
    /// The chosen one among them.
    pub chosen: usize,
}

/// A question with few answers.
#[derive(Debug)]
pub(super) struct Question {
    /// The question, in one or two sentences.
    pub text: String,
    /// The answers: a letter, the words, what follows.
    pub answers: Vec<(char, &'static str, Answer)>,
    /// The answer that Enter takes.
    pub chosen: usize,
}

/// What follows from an answer.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// Save, then leave.
    SaveAndQuit,
    /// Leave without saving.
    DiscardAndQuit,
    /// Go on as before.
    Cancel,
    /// Write over what another program left there.
    Overwrite(PathBuf),
    /// Ask for another name and save.
    SaveAs,
    /// Take the text of the file onto the desk.
    Reload(PathBuf),
    /// Take the recovered text onto the desk.
    Restore(Recovered),
    /// Forget the recovered text.
    Forget(Recovered),
    /// Keep the recovered text for another time.
    Later,
    /// Write the template over the one that is there.
    OverwriteTemplate {
        /// Its id.
        id: String,
        /// The file.
        yaml: String,
    },
    /// Make the template again under another name.
    RenameTemplate,
    /// Show what changed since this snapshot.
    Compare(Box<Looked>),
    /// Take the text of this snapshot onto the desk.
    TakeSnapshot(Box<Looked>),
}

impl Question {
    /// Whether to leave with changes that are not saved.
    pub(super) fn quit() -> Self {
        let answers = vec![
            ('s', "save and quit", Answer::SaveAndQuit),
            ('d', "discard the changes", Answer::DiscardAndQuit),
            ('c', "cancel", Answer::Cancel),
        ];
        Self::new("The draft has changes that are not saved.".to_owned(), answers)
    }

    /// Whether to write over a file that is not as it was.
    pub(super) fn overwrite(path: PathBuf, is_known: bool) -> Self {
        let name = path.display();
        let text = if is_known {
            format!("“{name}” was changed by another program since it was opened.")
        } else {
            format!("“{name}” exists already.")
        };
        let mut answers = vec![
            ('c', "cancel", Answer::Cancel),
            ('n', "save under another name", Answer::SaveAs),
            ('o', "write over it", Answer::Overwrite(path.clone())),
        ];
        if is_known {
            let reload = "take its text; ^Z brings back yours";
            answers.insert(2, ('t', reload, Answer::Reload(path)));
        }
        Self::new(text, answers)
    }

    /// Whether to write a template over another. The form that made it waits below.
    pub(super) fn over_template(text: String, id: String, yaml: String) -> Self {
        let answers = vec![
            ('n', "give it another name", Answer::RenameTemplate),
            ('o', "put it in its place", Answer::OverwriteTemplate { id, yaml }),
        ];
        Self::new(text, answers)
    }

    /// What to do after the draft could not be saved.
    pub(super) fn not_saved(problem: String) -> Self {
        let answers = vec![
            ('n', "save under another name", Answer::SaveAs),
            ('c', "go on for now", Answer::Cancel),
        ];
        Self::new(problem, answers)
    }

    /// What to do with a snapshot. `age` is how long ago it was kept.
    pub(super) fn snapshot(looked: Looked, age: &str) -> Self {
        let text = format!("“{}”, kept {age}.", looked.name);
        let looked = Box::new(looked);
        let answers = vec![
            ('w', "what changed since", Answer::Compare(looked.clone())),
            (
                'r',
                "restore its text; undo brings back yours",
                Answer::TakeSnapshot(looked),
            ),
            ('c', "close", Answer::Cancel),
        ];
        Self::new(text, answers)
    }

    /// Whether to go on although another desk has the draft.
    pub(super) fn second_desk(path: &Path, process: Option<u32>) -> Self {
        let process = process.map(|process| format!(" (process {process})"));
        let text = format!(
            "“{}” is open on another desk{}. Whoever saves second is asked before writing over \
             the text of the other.",
            path.display(),
            process.unwrap_or_default()
        );
        let answers = vec![
            ('l', "leave it to the other desk", Answer::DiscardAndQuit),
            ('o', "open it here too", Answer::Cancel),
        ];
        Self::new(text, answers)
    }

    /// What to do with a text that an earlier session left. `age` is how long ago.
    pub(super) fn recovery(found: Recovered, age: &str) -> Self {
        let text = format!(
            "An earlier session ended without saving. Its text, kept {age}, differs from the file."
        );
        let answers = vec![
            ('r', "restore it", Answer::Restore(found.clone())),
            ('l', "look later", Answer::Later),
            ('d', "discard it", Answer::Forget(found)),
        ];
        Self::new(text, answers)
    }

    fn new(text: String, answers: Vec<(char, &'static str, Answer)>) -> Self {
        Self { text, answers, chosen: 0 }
    }
}
