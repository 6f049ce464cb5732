//! The names of actions, by which settings give them other keys.

use super::action::{Action, Motion};
use crate::drafting::Deed;

impl Action {
    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::SaveAs => "save-as",
            Self::InsertTemplate => "insert-template",
            Self::SaveTemplate => "save-template",
            Self::NextFinding => "next-finding",
            Self::PreviousFinding => "previous-finding",
            Self::ApplyFix => "apply-fix",
            Self::ApplyEditorialFixes => "apply-editorial-fixes",
            Self::ApplyFixesOfRule => "apply-fixes-of-rule",
            Self::Allow => "allow",
            Self::Explain => "explain",
            Self::FilterSeverity => "filter-severity",
            Self::FilterFamily => "filter-family",
            Self::Renumber => "renumber",
            Self::TogglePreview => "preview",
            Self::ShowPage => "show-page",
            Self::ToggleOutline => "outline",
            Self::NextTheme => "theme",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Find => "find",
            Self::FindNext => "find-next",
            Self::FindPrevious => "find-previous",
            Self::ChooseSpelling => "spelling",
            Self::AddWord => "add-word",
            Self::ToggleSpelling => "check-spelling",
            Self::Replace => "replace",
            Self::Copy => "copy",
            Self::Cut => "cut",
            Self::Paste => "paste",
            Self::SelectAll => "select-all",
            Self::Move(motion) => motion.name(),
            Self::Select(_) => "select",
            Self::Paragraph(deed) => name_of_deed(deed),
            Self::Palette => "palette",
            Self::GoToParagraph => "go-to-paragraph",
            Self::ChooseOpening => "opening",
            Self::Cite => "cite",
            Self::FrontMatter => "front-matter",
            Self::Footnote => "footnote",
            Self::Stronger => "stronger",
            Self::Weaker => "weaker",
            Self::ToggleNumbering => "numbering",
            Self::ToggleForm => "form",
            Self::KeepSnapshot => "keep-snapshot",
            Self::Snapshots => "snapshots",
            Self::ChooseBase => "base",
            Self::Differences => "differences",
            Self::NewLine => "next-paragraph",
            Self::LineBreak => "new-line",
            Self::EraseBack => "erase-back",
            Self::EraseForward => "erase-forward",
            Self::EraseWord => "erase-word",
            Self::Help => "help",
            Self::Quit => "quit",
            Self::InPopup(does) => does.name(),
        }
    }
}

impl Motion {
    fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::WordLeft => "word-left",
            Self::WordRight => "word-right",
            Self::Up => "up",
            Self::Down => "down",
            Self::LineStart => "line-start",
            Self::LineEnd => "line-end",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::ParagraphUp => "paragraph-up",
            Self::ParagraphDown => "paragraph-down",
            Self::Top => "top",
            Self::Bottom => "bottom",
        }
    }
}

fn name_of_deed(deed: Deed) -> &'static str {
    match deed {
        Deed::MoveUp => "move-up",
        Deed::MoveDown => "move-down",
        Deed::Promote => "promote",
        Deed::Demote => "demote",
        Deed::Split => "split",
        Deed::Join => "join",
        Deed::Duplicate => "duplicate",
        Deed::Delete => "delete",
        Deed::Turn => "turn",
    }
}
