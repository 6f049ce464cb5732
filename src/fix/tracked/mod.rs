//! Fixes as tracked changes of the Word file that a draft was imported from.
//!
//! `reading` puts the draft and the file beside each other, `placing` finds the runs that
//! a change touches, `splicing` cuts them, and `package` leaves all else as it was. Before
//! anything is given back it is read again: all changes accepted must be the mended draft,
//! all rejected the draft that it was.

mod package;
mod placing;
mod reading;
mod splicing;

use std::collections::{BTreeMap, BTreeSet};

use super::changes::Mending;
use super::{Change, Changes, Mended, Reason, mend};
use crate::import::origins::{self, Origins, Paragraph};
use crate::import::{self, ImportError, Imported, Options};
use crate::lint::{self, Diagnostic, Effect, Selection};
use crate::text::{Signature, Source};

use package::Comment;
pub use placing::Unplaced;
use placing::{Cut, Placer};
use splicing::{Form, Remark, Written, splice};

/// A Word file that was mended.
#[derive(Debug)]
pub struct Tracked {
    /// The file.
    pub bytes: Vec<u8>,
    /// The draft that it is with all changes accepted.
    pub source: Source,
    /// What has a fix that could not be made in the file, with its line in `source`.
    pub left_out: Vec<LeftOut>,
}

/// A finding whose fix is left out.
#[derive(Debug)]
pub struct LeftOut {
    /// The line of the mended draft, counted from 1.
    pub line: usize,
    /// The name of the rule.
    pub rule: &'static str,
    /// Why.
    pub why: Unplaced,
}

/// Why no changes could be tracked in a file.
#[derive(Debug, thiserror::Error)]
pub enum TrackedError {
    /// It cannot be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Its parts cannot be packed.
    #[error(
        "its parts cannot be packed again: {0}; open it in Word, save it again, and try that file"
    )]
    Pack(#[from] zip::result::ZipError),
}

/// Mends the draft that was imported from a Word file, and the file with it.
pub fn track(
    bytes: &[u8],
    imported: &Imported,
    options: &Options,
    selection: &Selection,
    allowed: Effect,
    signature: &Signature,
) -> Result<Tracked, TrackedError> {
    let source = Source::new(imported.text.as_str());
    let origins = origins::read(bytes)?;
    let placer = Placer::new(&origins, &source, imported);
    let can_be_made = |change: &Change| placer.place(change).is_ok();
    let Mended { changes, .. } = mend(&source, selection, allowed, &can_be_made);
    let next_id = package::next_id(bytes, &origins)?;
    let file =
        File { bytes, origins: &origins, placer, source: &source, options, next_id };
    let sure = file.sure(&changes, signature)?;
    let bytes = file.write(&sure, Some(signature))?;
    let mended = Source::new(sure.apply(&source));
    let unsure: Vec<&Reason> = changes
        .reasons()
        .filter(|reason| !sure.reasons().any(|r| r == *reason))
        .collect();
    let mut left_out = Vec::new();
    for diagnostic in lint::check(&mended, selection) {
        let Diagnostic { rule, message, range, .. } = &diagnostic;
        let is_unsure = unsure
            .iter()
            .any(|reason| reason.rule == rule.name && reason.message == *message);
        let unplaced = || is_unsure.then_some(Unplaced::Unsure);
        let why = file.obstacle(&sure, &diagnostic, allowed).or_else(unplaced);
        let line = mended.position(range.start()).line;
        left_out.extend(why.map(|why| LeftOut { line, rule: rule.name, why }));
    }
    Ok(Tracked { bytes, source: mended, left_out })
}

/// A Word file, and the draft that was imported from it.
struct File<'a> {
    bytes: &'a [u8],
    origins: &'a Origins,
    placer: Placer<'a>,
    source: &'a Source,
    options: &'a Options,
    /// The first id that is free.
    next_id: u32,
}

impl File<'_> {
    /// Those of some changes with which the file reads as it should.
    fn sure(
        &self,
        changes: &Changes,
        signature: &Signature,
    ) -> Result<Changes, TrackedError> {
        if self.reads_right(changes, signature)? {
            return Ok(changes.clone());
        }
        let all: BTreeSet<usize> = changes.reasons().map(|reason| reason.fix).collect();
        let mut refused = all.clone();
        for fix in all {
            refused.remove(&fix);
            if !self.reads_right(&changes.without(&refused), signature)? {
                refused.insert(fix);
            }
        }
        Ok(changes.without(&refused))
    }

    /// Whether the file with some changes reads as the mended draft once they are
    /// accepted, and as it was once they are rejected.
    fn reads_right(
        &self,
        changes: &Changes,
        signature: &Signature,
    ) -> Result<bool, TrackedError> {
        let read = |bytes: &[u8], changes: import::Changes| {
            import::read(bytes, &Options { changes, ..*self.options })
                .map(|imported| imported.text)
        };
        let plain = self.write(changes, None)?;
        let tracked = self.write(changes, Some(signature))?;
        let (accept, reject) = (import::Changes::Accept, import::Changes::Reject);
        Ok(read(&plain, self.options.changes)? == changes.apply(self.source)
            && read(&tracked, accept)? == read(&plain, accept)?
            && read(&tracked, reject)? == read(self.bytes, reject)?)
    }

    /// The file with changes: tracked and commented if somebody signs them.
    fn write(
        &self,
        changes: &Changes,
        signature: Option<&Signature>,
    ) -> Result<Vec<u8>, TrackedError> {
        let mut next_id = self.next_id;
        let mut comments = Vec::new();
        let mut told = BTreeSet::new();
        let mut written: BTreeMap<usize, Vec<Written>> = BTreeMap::new();
        for change in &changes.list {
            let Ok(cuts) = self.placer.place(change) else { continue };
            let Some(part) = cuts.first().map(|cut| self.origins.runs[cut.run].part)
            else {
                continue;
            };
            let lines: Vec<String> = change
                .reasons
                .iter()
                .filter(|reason| signature.is_some() && told.insert(reason.fix))
                .map(|Reason { rule, message, .. }| format!("{rule}: {message}"))
                .collect();
            let mut comment = None;
            if !lines.is_empty() {
                let around = self.call_of(&cuts);
                let remark = Remark { id: next_id, around };
                comments.push(Comment { id: next_id, lines });
                next_id += 1;
                match around.map(|run| self.origins.runs[run].part) {
                    Some(part) => written
                        .entry(part)
                        .or_default()
                        .push(Written { cuts: Vec::new(), comment: Some(remark) }),
                    None => comment = Some(remark),
                }
            }
            written.entry(part).or_default().push(Written { cuts, comment });
        }
        let mut parts = match signature {
            Some(signature) => {
                package::commented(self.bytes, self.origins, &comments, signature)?
            }
            None => BTreeMap::new(),
        };
        for (part, written) in &written {
            let form = match signature {
                Some(signature) => Form::Tracked { signature, next_id: &mut next_id },
                None => Form::Plain,
            };
            let xml = splice(self.origins, *part, written, form);
            parts.insert(self.origins.parts[*part].name.clone(), xml);
        }
        package::repack(self.bytes, &parts)
    }

    /// The run that calls the note in which words are cut. Comments stand in the text:
    /// programs that find one in a note do not open the file.
    fn call_of(&self, cuts: &[Cut]) -> Option<usize> {
        let run = cuts.first()?.run;
        let holds = |paragraph: &&Paragraph| {
            paragraph.letters.iter().any(|letter| letter.run == run)
        };
        let note = self.origins.paragraphs.iter().find(holds)?.note.as_ref()?;
        let texts = self.origins.paragraphs.iter().filter(|p| p.note.is_none());
        let mut letters = texts.flat_map(|paragraph| &paragraph.letters);
        letters
            .find(|letter| letter.calls.as_ref() == Some(note))
            .map(|letter| letter.run)
    }

    /// Why the fix of a finding cannot be made, if it is one that should be.
    fn obstacle(
        &self,
        changes: &Changes,
        diagnostic: &Diagnostic,
        allowed: Effect,
    ) -> Option<Unplaced> {
        let fix = diagnostic.fixes.first().filter(|fix| fix.effect <= allowed)?;
        let mending = Mending { diagnostic, fix };
        let number = changes.next_fix();
        let with = changes.with(self.source, &[mending]);
        let mut places = with.of_fix(number).map(|change| self.placer.place(change));
        places.find_map(Result::err)
    }
}
