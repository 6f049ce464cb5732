//! One rule, two files: `name.rs` finds, `name.md` explains and tests.
//!
//! To add a rule, write the two files and add its name to the list below.

use super::Rule;

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// Every rule, in the order in which a drafter reads about them.
        pub static ALL: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    wrong_preambular_ending,
    wrong_operative_ending,
    wrong_chapeau_ending,
    wrong_subparagraph_ending,
    and_before_last_item,
    doubled_terminator,
    missing_space,
    space_before_punctuation,
    doubled_space,
    line_end_hyphen,
    straight_quotes,
    unbalanced_quotes_or_brackets,
    paired_alternatives,
    hyphen_in_range,
    calls_on,
    doubled_word,
    including_inter_alia,
}

/// The rule of that name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}
