//! See [`Keeping`].

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::claims::Claim;
use super::leftovers;
use super::recovery::Recovery;
use super::snapshots::Snapshots;
use super::steps::KeptSteps;

/// What is kept of one draft outside its file: its text until it is saved, its steps, and
/// its snapshots.
#[derive(Debug)]
pub struct Keeping {
    state_folder: PathBuf,
    draft: Option<PathBuf>,
    /// The text until it is saved.
    pub recovery: Recovery,
    /// The steps. A draft without a name has none, nor has a second desk.
    pub steps: Option<KeptSteps>,
    /// The texts kept by name.
    pub snapshots: Snapshots,
    /// Whether the draft is open on this desk alone.
    pub claim: Claim,
}

impl Keeping {
    /// What is kept of a draft. The claim to it comes with it.
    pub fn of(state_folder: &Path, draft: Option<&Path>) -> Self {
        let claim = Claim::to(state_folder, draft);
        let recovery = Recovery::for_draft(state_folder, draft);
        let is_second = matches!(claim, Claim::Theirs { .. });
        let steps = draft.filter(|_| !is_second);
        Self {
            state_folder: state_folder.to_owned(),
            draft: draft.map(Path::to_owned),
            recovery: if is_second { recovery.beside() } else { recovery },
            steps: steps.map(|draft| KeptSteps::for_draft(state_folder, draft)),
            snapshots: Snapshots::for_draft(state_folder, draft),
            claim,
        }
    }

    /// Sweeps up what cut off saves of the draft left beside it. Returns a file whose text
    /// may be nowhere else.
    pub fn cut_off(&self) -> Option<PathBuf> {
        leftovers::sweep(self.draft.as_deref()?, SystemTime::now())
    }

    /// Goes on under the name to which the draft was saved.
    pub fn go_on_as(&mut self, draft: &Path) {
        if self.draft.as_deref() != Some(draft) {
            self.recovery.discard();
            let before =
                std::mem::replace(self, Self::of(&self.state_folder, Some(draft)));
            if before.draft.is_none() {
                before.snapshots.hand_over(&self.snapshots);
            }
        }
    }
}
