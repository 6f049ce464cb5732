//! What must be settled before a draft is tabled, as a list to tick off.
//!
//! Each item stands for some rules, and is met where none of them speaks. The list is made
//! from the findings of a check, so that the desk can show it beside them at no cost.

use super::profiles::Profile;
use super::{Diagnostic, Rule, Selection, Severity, rules};
use crate::conventions::organs::{Organ, SessionStyle};
use crate::model::{Resolution, Stage};

/// One thing that a tabled text must have, and how this one stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its name for programs: “no-brackets”.
    pub name: &'static str,
    /// What is wanted, as a person reads it: “no square brackets”.
    pub wanted: &'static str,
    /// How the text stands.
    pub standing: Standing,
    /// The paragraphs or other places where it is not as wanted, each once.
    pub places: Vec<String>,
}

/// How a text stands with what is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As wanted.
    Met,
    /// Not as wanted: the text cannot be tabled so.
    NotMet,
    /// Something for the sponsor to consider, which holds nothing up.
    ToConsider,
    /// Not looked at: a rule of it is silent in this language or selection.
    NotChecked,
}

impl Standing {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::ToConsider => "to consider",
            Self::NotChecked => "not checked",
        }
    }
}

/// An item of the list.
struct Requirement {
    name: &'static str,
    wanted: &'static str,
    /// What speaks where it is not met.
    rules: &'static [&'static str],
    is_demanded: bool,
}

const fn demanded(
    name: &'static str,
    wanted: &'static str,
    rules: &'static [&'static str],
) -> Requirement {
    Requirement { name, wanted, rules, is_demanded: true }
}

const fn advised(
    name: &'static str,
    wanted: &'static str,
    rules: &'static [&'static str],
) -> Requirement {
    Requirement { name, wanted, rules, is_demanded: false }
}

/// The guidelines of the General Assembly, the Human Rights Council and the functional
/// commissions for those who submit drafts; Editorial Manual, Instructions for the
/// preparation of documents.
static REQUIREMENTS: &[Requirement] = &[
    demanded(AGENDA_ITEM, "an agenda item", &["missing-agenda-item"]),
    demanded(TITLE, "a title", &["missing-title"]),
    demanded("sponsors", "at least one sponsor", &["missing-sponsors"]),
    demanded(
        "names-of-sponsors",
        "sponsors in order, each once, under their names of today",
        &[
            "duplicate-sponsor",
            "outdated-state-name",
            "sponsors-out-of-order",
            "unknown-sponsor",
        ],
    ),
    demanded("no-brackets", "no square brackets", &["square-brackets"]),
    demanded("no-placeholders", "nothing left to fill in", &["leftover-placeholder"]),
    demanded("no-changes", "no words marked as added or struck out", &["tracked-change"]),
    demanded("no-comments", "no comments", &["leftover-comment"]),
    demanded(
        "no-labels",
        "no codes of paragraphs or delegations",
        &["negotiation-label"],
    ),
    demanded(
        "numbers",
        "paragraphs numbered through",
        &[
            "operative-numbers-out-of-order",
            "subparagraph-letters-out-of-order",
            "unnumbered-operative-paragraph",
        ],
    ),
    demanded("no-suffixes", "no bis or ter in the numbers", &["leftover-suffix"]),
    demanded(
        "references",
        "references that lead to a paragraph",
        &["dangling-cross-reference"],
    ),
    demanded("form", "no other error of form", &[]),
    advised(
        "reports",
        "who reports to whom, and when",
        &[
            "report-without-author",
            "report-without-recipient",
            "report-without-session",
            "session-already-past",
        ],
    ),
    advised("budget", "nothing that costs money", &["budget-implication"]),
    advised("resources", "nothing said of resources", &["resource-formula"]),
    advised(
        "dates",
        "the date with the first citation",
        &["first-citation-without-date"],
    ),
    advised("follow-up", "what comes after it", &["missing-follow-up"]),
];

const AGENDA_ITEM: &str = "agenda-item";
const TITLE: &str = "title";

/// How a draft stands with each thing that is wanted of a tabled text, from the findings of
/// a check with [`Selection::submit`]. An adopted text is no longer tabled, and has no list.
pub fn checklist(
    resolution: &Resolution,
    selection: &Selection,
    diagnostics: &[Diagnostic],
) -> Vec<Check> {
    if resolution.stage == Stage::Adopted {
        return Vec::new();
    }
    let profile = selection.profile_for(resolution.organ);
    let wanted = REQUIREMENTS.iter().filter(|item| is_wanted(item, resolution, profile));
    wanted.map(|item| item.check(resolution, selection, diagnostics)).collect()
}

/// What keeps a text from being tabled counts as an error.
pub(super) fn raise(diagnostics: &mut [Diagnostic]) {
    let is_demanded =
        |found: &&mut Diagnostic| demanding(found).is_some_and(|item| item.is_demanded);
    for found in diagnostics.iter_mut().filter(is_demanded) {
        found.severity = Severity::Error;
    }
}

/// The Security Council has no items in its drafts, and its resolutions no titles; a
/// conference that silences a rule does not want what it looks for.
fn is_wanted(
    item: &Requirement,
    resolution: &Resolution,
    profile: Option<&Profile>,
) -> bool {
    if !item.rules.is_empty() && !item.rules().any(|rule| is_kept(rule, profile)) {
        return false;
    }
    let Some(organ) = resolution.organ.map(Organ::principal) else {
        return true;
    };
    match item.name {
        AGENDA_ITEM => organ.session != SessionStyle::None,
        TITLE => organ.is_titled,
        _ => true,
    }
}

/// Whether a rule speaks under a profile.
fn is_kept(rule: &Rule, profile: Option<&Profile>) -> bool {
    profile.is_none_or(|profile| profile.severity(rule).is_some())
}

fn demanding(found: &Diagnostic) -> Option<&'static Requirement> {
    REQUIREMENTS.iter().find(|item| item.rules.contains(&found.rule.name))
}

impl Requirement {
    fn check(
        &self,
        resolution: &Resolution,
        selection: &Selection,
        diagnostics: &[Diagnostic],
    ) -> Check {
        let mut places: Vec<String> = Vec::new();
        for found in diagnostics.iter().filter(|found| self.is_broken_by(found)) {
            let place = found.paragraph.as_deref().unwrap_or("draft");
            if !places.iter().any(|other| other == place) {
                places.push(place.to_owned());
            }
        }
        let profile = selection.profile_for(resolution.organ);
        let is_checked = |rule: &'static Rule| {
            let is_read = super::speaks(rule, resolution);
            is_read
                && (selection.severity(rule, profile).is_some()
                    || !is_kept(rule, profile))
        };
        let standing = match (places.is_empty(), self.is_demanded) {
            (false, true) => Standing::NotMet,
            (false, false) => Standing::ToConsider,
            (true, _) if self.rules().all(is_checked) => Standing::Met,
            (true, _) => Standing::NotChecked,
        };
        Check { name: self.name, wanted: self.wanted, standing, places }
    }

    fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().filter_map(|name| rules::named(name))
    }

    /// An item without rules is broken by every error that breaks no other.
    fn is_broken_by(&self, found: &Diagnostic) -> bool {
        match demanding(found) {
            Some(item) => item.name == self.name,
            None => self.rules.is_empty() && found.severity == Severity::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_list_is_one() {
        for rule in REQUIREMENTS.iter().flat_map(|item| item.rules) {
            assert!(rules::named(rule).is_some(), "{rule}");
        }
    }
}
