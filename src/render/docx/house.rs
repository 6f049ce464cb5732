//! The names of styles in the template of each house.
//!
//! Sources: the word processing templates of Geneva and New York.

use crate::conventions::organs::House;

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

static GENEVA: StyleNames = StyleNames {
    body: "SingleTxtG",
    headline: "HChG",
    title: "H1G",
    sponsors: "H1G",
    section: "H23G",
    subheading: "H23G",
    session: "Normal",
    agenda_item: "Normal",
    agenda_title: "Normal",
};

static NEW_YORK: StyleNames = StyleNames {
    body: "SingleTxt",
    headline: "TitleHCH",
    title: "TitleH1",
    sponsors: "Sponsors",
    section: "H1",
    subheading: "H23",
    session: "Session",
    agenda_item: "AgendaItemNormal",
    agenda_title: "AgendaTitleH2",
};

/// The style names of a house.
pub(super) fn style_names(house: House) -> &'static StyleNames {
    match house {
        House::Geneva => &GENEVA,
        House::NewYork => &NEW_YORK,
    }
}
