//! What the styles of our own Word files say of a paragraph.
//!
//! The renderer sets each kind of paragraph in a style of its own, which is based on one
//! of the template. Names are kept where ids are not.

use crate::import::manuscript::Role;

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Role(Role),
    /// The heading of a part: its letter, and on the next line its title.
    Part,
    /// The heading of a section: its numeral, and on the next line its title.
    Section,
    /// A note that only notes call.
    Note,
    /// What a page that is no official document says of itself.
    Stamp,
}

/// What the style of that name sets, in small letters.
pub(super) fn of(style: &str) -> Option<Set> {
    Some(match style {
        "organ line" => Set::Role(Role::OrganLine),
        "preambular paragraph" | "operative paragraph" | "annex paragraph" => {
            Set::Role(Role::Paragraph(0))
        }
        "continuation text" => Set::Role(Role::Continuation),
        "quoted draft" => Set::Role(Role::Quoted),
        "annex heading" | "annex title" | "annex subheading" => Set::Role(Role::Heading),
        "closing line" => Set::Role(Role::Closing),
        "part heading" => Set::Part,
        "section heading" => Set::Section,
        "footnote text" => Set::Note,
        "draft stamp" => Set::Stamp,
        _ => {
            let degree = style.strip_prefix("subparagraph ")?.parse().ok()?;
            Set::Role(Role::Paragraph(degree))
        }
    })
}
