//! The sheet of each house: paper, margins, column, masthead. One table for all formats
//! that have pages.
//!
//! Lengths are twips, twentieths of a point, as the word processing templates of Geneva
//! and New York have them. Sections are those of the reference on the page,
//! `reference/layout.md`.

// What a word processor finds itself.
#[cfg(feature = "pdf")]
pub(super) mod places;
pub(super) mod settings;

use crate::conventions::organs::House;

/// A length in twips.
pub(super) type Twips = u32;

/// The page of a duty station.
pub(super) struct Sheet {
    /// Paper, §1.1: A4, or Letter.
    pub(super) width: Twips,
    pub(super) height: Twips,
    /// Top, right, bottom, left, §1.1.
    pub(super) margins: [Twips; 4],
    /// From the upper edge of the paper to the masthead, §1.2 and §1.3.
    pub(super) header: Twips,
    /// From the lower edge of the paper to the page number, §1.1.
    pub(super) footer: Twips,
    /// Default tab, §1.1.
    pub(super) default_tab: Twips,
    /// From the masthead to the line of the body or session, as it is measured, §1.3, §1.4.
    pub(super) above_session: Twips,
    /// From the margins to the column of text on either side, §1.1.
    pub(super) column: Twips,
    /// From the column to the first word of a paragraph, §1.6. Each degree of
    /// subparagraphs below the first stands as much further in.
    pub(super) first_line: Twips,
    /// From the margin to the words after a number, §1.6.
    pub(super) after_number: Twips,
    /// From the number of a title at the column to its words: New York, §2.
    pub(super) after_title_number: Twips,
    /// The length of the rule that ends the document, §1.6.
    pub(super) closing_rule: Twips,
    /// From the margin to the right edge of a title’s number, §1.5.
    pub(super) title_number: Twips,
    /// From the right margin to the title of an agenda item, which wraps early in New York,
    /// §1.4.
    pub(super) agenda_title: Twips,
    /// From the margin to the right edge of a footnote’s mark, §1.5.
    pub(super) footnote_mark: Twips,
    /// The baseline of the running head, from the upper edge of the paper, and the weight of
    /// the rule below it in eighths of a point, §1.7.
    pub(super) running_head: Twips,
    pub(super) running_head_weight: u32,
    /// The baseline of the page number, §1.7.
    pub(super) page_number: Twips,
    pub(super) masthead: Masthead,
}

/// The grid of the masthead, §1.2 and §1.3.
pub(super) struct Masthead {
    /// Emblem, name, the middle and the distribution block.
    pub(super) columns: [Twips; 4],
    /// Name and symbol; organ and distribution block.
    pub(super) heights: [Twips; 2],
    /// The space above the distribution block.
    pub(super) above_distribution: Twips,
}

static GENEVA: Sheet = Sheet {
    width: 11906,
    height: 16838,
    margins: [1418, 1134, 1134, 1134],
    header: 285,
    footer: 567,
    default_tab: 567,
    above_session: 90,
    column: 1134,
    first_line: 567,
    after_number: 2268,
    after_title_number: 1134,
    closing_rule: 1701,
    title_number: 851,
    agenda_title: 0,
    footnote_mark: 1021,
    running_head: 1012,
    running_head_weight: 4,
    page_number: 16232,
    masthead: Masthead {
        columns: [1276, 2268, 3260, 2835],
        heights: [851, 2835],
        above_distribution: 240,
    },
};

static NEW_YORK: Sheet = Sheet {
    width: 12240,
    height: 15840,
    margins: [1440, 1200, 1152, 1200],
    header: 432,
    footer: 504,
    default_tab: 475,
    above_session: 20,
    column: 1267,
    first_line: 475,
    after_number: 2218,
    after_title_number: 864,
    closing_rule: 1440,
    title_number: 1022,
    agenda_title: 4260,
    footnote_mark: 1210,
    running_head: 1176,
    running_head_weight: 2,
    page_number: 15100,
    masthead: Masthead {
        columns: [1267, 2117, 3355, 3111],
        heights: [864, 2880],
        above_distribution: 240,
    },
};

/// The sheet of a house.
pub(super) fn sheet(house: House) -> &'static Sheet {
    match house {
        House::Geneva => &GENEVA,
        House::NewYork => &NEW_YORK,
    }
}
