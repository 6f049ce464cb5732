//! Where the cursor is in the draft: in which paragraph, and at which finding.

use super::desk::Desk;
use crate::lint;
use crate::model::OpeningPhrase;
use crate::text::TextRange;

impl Desk {
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
        self.drift().map_or(offset, |change| change.reversed().carry(offset))
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
}
