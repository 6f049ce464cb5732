//! Where on the paper things stand that a word processor finds a place for itself:
//! baselines, rules, the emblem. Measured in issued documents, §1.2 to §1.7; all from the
//! upper edge of the paper, or from its left edge in a script that runs to the right.

use super::Twips;
use crate::conventions::organs::House;

/// The places of a house.
pub(in crate::render) struct Places {
    /// Baselines of the masthead, §1.2 and §1.3.
    pub(in crate::render) name: Twips,
    pub(in crate::render) symbol: Twips,
    pub(in crate::render) organ: Twips,
    /// The first of four lines, a line’s height from each other.
    pub(in crate::render) distribution: Twips,
    /// The rules below the two rows of the masthead.
    pub(in crate::render) rules: [Rule; 2],
    /// Left, top, width and height of the emblem.
    pub(in crate::render) emblem: [Twips; 4],
    /// Where the first line below the masthead begins, and the least space above it.
    pub(in crate::render) below_masthead: Twips,
    pub(in crate::render) first_before: Twips,
    /// What every page says of itself, in the margin above.
    pub(in crate::render) stamp: Twips,
    /// The rule below the running head, §1.7.
    pub(in crate::render) running_head_rule: Twips,
    /// The weight of the rule that ends the document, and the space above, §1.6.
    pub(in crate::render) closing_rule_weight: u32,
    pub(in crate::render) above_closing_rule: Twips,
    /// The rule above the footnotes: from the margin, its length, its weight; and the space
    /// to the notes, §1.6.
    pub(in crate::render) note_rule: Rule,
    pub(in crate::render) note_rule_length: Twips,
    pub(in crate::render) below_note_rule: Twips,
}

/// A place or a length, and the weight of the rule there in eighths of a point.
#[derive(Clone, Copy)]
pub(in crate::render) struct Rule {
    pub(in crate::render) at: Twips,
    pub(in crate::render) weight: u32,
}

static GENEVA: Places = Places {
    name: 994,
    symbol: 1046,
    organ: 1600,
    distribution: 1576,
    rules: [Rule { at: 1140, weight: 4 }, Rule { at: 3984, weight: 12 }],
    emblem: [1154, 1280, 1120, 940],
    below_masthead: 3995,
    first_before: 120,
    stamp: 560,
    running_head_rule: 1080,
    closing_rule_weight: 6,
    above_closing_rule: 240,
    note_rule: Rule { at: 680, weight: 4 },
    note_rule_length: 1475,
    below_note_rule: 80,
};

static NEW_YORK: Places = Places {
    name: 1156,
    symbol: 1130,
    organ: 1726,
    distribution: 1732,
    rules: [Rule { at: 1300, weight: 4 }, Rule { at: 4200, weight: 12 }],
    emblem: [1294, 1420, 1123, 940],
    below_masthead: 4248,
    first_before: 0,
    stamp: 640,
    running_head_rule: 1300,
    closing_rule_weight: 2,
    above_closing_rule: 216,
    note_rule: Rule { at: 792, weight: 4 },
    note_rule_length: 1440,
    below_note_rule: 60,
};

/// The places of a house.
pub(in crate::render) fn places(house: House) -> &'static Places {
    match house {
        House::Geneva => &GENEVA,
        House::NewYork => &NEW_YORK,
    }
}
