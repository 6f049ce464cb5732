//! The steps of a draft, kept from one session to the next, so that a drafter can go back
//! over a save and a restart.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::places::{fingerprint, forget, name_for, write};
use crate::text::Steps;

/// How much of the steps outlives a session: an afternoon of drafting, and little enough
/// to be written while somebody types.
const MOST_STEPS: usize = 2_000;
const MOST_BYTES: usize = 512 * 1024;

/// A larger file is not ours.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// The place where the steps of one draft are kept.
#[derive(Debug, Clone)]
pub struct KeptSteps {
    place: PathBuf,
}

/// What an earlier session left.
#[derive(Debug, PartialEq, Eq)]
pub enum FoundSteps {
    /// Nothing.
    None,
    /// Steps that lead to the text of the file, and perhaps beyond.
    Fitting(Steps),
    /// Steps of another text: the file was changed since.
    Strange,
}

/// The file: steps, and the text to which they belong.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// The fingerprint of the text after the last step done.
    text: u64,
    /// The fingerprint of the text that the file of the draft had.
    saved: u64,
    steps: Steps,
}

impl KeptSteps {
    /// The place for a draft.
    pub fn for_draft(state_folder: &Path, draft: &Path) -> Self {
        let name = name_for(Some(draft)) + ".json";
        Self { place: state_folder.join("steps").join(name) }
    }

    /// Keeps the steps that led to `text`, while the file has `saved`.
    pub fn keep(&self, steps: &Steps, text: &str, saved: &str) -> std::io::Result<()> {
        let mut steps = steps.clone();
        steps.forget_beyond(MOST_STEPS, MOST_BYTES);
        let (text, saved) = (fingerprint(text.as_bytes()), fingerprint(saved.as_bytes()));
        write(&self.place, &serde_json::to_vec(&Kept { text, saved, steps })?)
    }

    /// The steps that go with a text that was just opened.
    pub fn found(&self, text: &str) -> FoundSteps {
        let Some(kept) = self.read() else { return FoundSteps::None };
        let (now, mut steps) = (fingerprint(text.as_bytes()), kept.steps);
        if now == kept.text || now == kept.saved && steps.stand_at_saved() {
            steps.mark_saved();
            FoundSteps::Fitting(steps)
        } else {
            FoundSteps::Strange
        }
    }

    /// Forgets them.
    pub fn forget(&self) {
        forget(&self.place);
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a file of our own, which may be absent"
    )]
    fn read(&self) -> Option<Kept> {
        let is_ours = std::fs::metadata(&self.place).ok()?.len() <= LARGEST_FILE;
        let json = is_ours.then(|| std::fs::read_to_string(&self.place).ok())??;
        serde_json::from_str(&json).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Splice;

    fn steps(words: &[&str]) -> Steps {
        let mut steps = Steps::default();
        for word in words {
            let inserted = (*word).to_owned();
            let splice = Splice { at: 0, removed: String::new(), inserted };
            steps.record(splice, 0, word.len(), false);
        }
        steps
    }

    #[test]
    fn steps_are_found_again_for_the_text_they_led_to() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptSteps::for_draft(folder.path(), Path::new("water.md"));
        assert_eq!(kept.found("Decides"), FoundSteps::None);
        let mut steps = steps(&["Decides"]);
        steps.mark_saved();
        kept.keep(&steps, "Decides", "Decides").unwrap();
        assert_eq!(kept.found("Decides"), FoundSteps::Fitting(steps));
    }

    #[test]
    fn the_file_may_stand_behind_the_steps() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptSteps::for_draft(folder.path(), Path::new("water.md"));
        let mut steps = steps(&["act"]);
        steps.mark_saved();
        let splice = Splice { at: 0, removed: String::new(), inserted: "to ".to_owned() };
        steps.record(splice, 0, 3, false);
        kept.keep(&steps, "to act", "act").unwrap();
        let FoundSteps::Fitting(mut found) = kept.found("act") else { panic!() };
        assert_eq!(found.len(), 1);
        assert_eq!(found.forth().unwrap().splices[0].inserted, "to ");
    }

    #[test]
    fn steps_of_a_text_that_was_changed_outside_are_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptSteps::for_draft(folder.path(), Path::new("water.md"));
        kept.keep(&steps(&["Decides"]), "Decides", "Decides").unwrap();
        assert_eq!(kept.found("Decides otherwise"), FoundSteps::Strange);
        std::fs::write(&kept.place, "{\"text\": 1").unwrap();
        assert_eq!(kept.found("Decides"), FoundSteps::None);
    }

    #[test]
    fn no_more_is_kept_than_can_be_written_while_somebody_types() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptSteps::for_draft(folder.path(), Path::new("water.md"));
        let words = "word ".repeat(2_000);
        kept.keep(&steps(&[words.as_str(); 300]), "x", "x").unwrap();
        assert!(std::fs::metadata(&kept.place).unwrap().len() < 600_000);
        assert!(kept.read().unwrap().steps.len() > 40);
    }
}
