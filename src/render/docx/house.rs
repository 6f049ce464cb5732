//! The page of each house: measures in twentieths of a point, and the names of styles.
//!
//! Sources: the word processing templates of Geneva and New York.

use crate::conventions::organs::House;

/// The page of a duty station.
pub(super) struct Sheet {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Top, right, bottom, left.
    pub(super) margins: [u32; 4],
    /// From the edge of the paper to the masthead and to the page number.
    pub(super) header: u32,
    pub(super) footer: u32,
    pub(super) default_tab: u32,
    /// From the margins to the column of text.
    pub(super) column: u32,
    /// The first line of a paragraph, and where the words begin after a number, from the
    /// margin.
    pub(super) first_line: u32,
    pub(super) after_number: u32,
    pub(super) masthead: MastheadTable,
    pub(super) styles: StyleNames,
}

/// The table of the masthead.
pub(super) struct MastheadTable {
    /// Emblem, name, the middle and the distribution block.
    pub(super) columns: [u32; 4],
    pub(super) heights: [u32; 2],
    /// How the organ is set.
    pub(super) organ_line: u32,
    /// The space above the distribution block.
    pub(super) above_distribution: u32,
}

/// The styles of the template, by what they are for.
pub(super) struct StyleNames {
    pub(super) body: &'static str,
    pub(super) headline: &'static str,
    pub(super) title: &'static str,
    pub(super) sponsors: &'static str,
    pub(super) section: &'static str,
    pub(super) subheading: &'static str,
    pub(super) session: &'static str,
    pub(super) agenda_item: &'static str,
    pub(super) agenda_title: &'static str,
}

static GENEVA: Sheet = Sheet {
    width: 11906,
    height: 16838,
    margins: [1418, 1134, 1134, 1134],
    header: 285,
    footer: 567,
    default_tab: 567,
    column: 1134,
    first_line: 567,
    after_number: 2268,
    masthead: MastheadTable {
        columns: [1276, 2268, 3260, 2835],
        heights: [851, 2835],
        organ_line: 420,
        above_distribution: 240,
    },
    styles: StyleNames {
        body: "SingleTxtG",
        headline: "HChG",
        title: "H1G",
        sponsors: "H1G",
        section: "H23G",
        subheading: "H23G",
        session: "Normal",
        agenda_item: "Normal",
        agenda_title: "Normal",
    },
};

static NEW_YORK: Sheet = Sheet {
    width: 12240,
    height: 15840,
    margins: [1440, 1200, 1152, 1200],
    header: 432,
    footer: 504,
    default_tab: 475,
    column: 1267,
    first_line: 475,
    after_number: 2218,
    masthead: MastheadTable {
        columns: [1267, 2117, 3355, 3111],
        heights: [864, 2880],
        organ_line: 390,
        above_distribution: 240,
    },
    styles: StyleNames {
        body: "SingleTxt",
        headline: "TitleHCH",
        title: "TitleHCH",
        sponsors: "Sponsors",
        section: "H1",
        subheading: "H23",
        session: "Session",
        agenda_item: "AgendaItemNormal",
        agenda_title: "AgendaTitleH2",
    },
};

/// The sheet of a house.
pub(super) fn sheet(house: House) -> &'static Sheet {
    match house {
        House::Geneva => &GENEVA,
        House::NewYork => &NEW_YORK,
    }
}
