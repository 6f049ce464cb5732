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
    // Structure.
    misnumbered_annex,
    misplaced_chapter_seven_formula,
    missing_annex,
    missing_closing_formula,
    missing_operative_part,
    missing_organ_line,
    preambular_after_operative,
    second_organ_line,
    text_after_the_end,
    uncited_annex,
    unknown_front_matter_field,
    unreadable_front_matter,
    unused_allowance,
    wrong_organ_line,
    wrong_organ_line_comma,
    // Masthead.
    acronym_in_title,
    capitals_in_title,
    full_stop_after_title,
    long_title,
    malformed_symbol,
    missing_agenda_item,
    missing_title,
    placeholder_number_in_adopted_text,
    session_mismatch,
    title_in_security_council,
    wrong_agenda_item_form,
    wrong_distribution,
    // Sponsors.
    duplicate_sponsor,
    outdated_state_name,
    sponsors_out_of_order,
    unknown_sponsor,
    // Numbering.
    deeply_nested_subparagraph,
    doubled_number,
    leftover_suffix,
    lone_subparagraph,
    mixed_section_numbering,
    numbered_preambular_paragraph,
    numbered_single_operative_paragraph,
    operative_numbers_out_of_order,
    section_numerals_out_of_order,
    subparagraph_letters_out_of_order,
    unnumbered_operative_paragraph,
    wrong_number_form,
    wrong_space_after_number,
    wrong_subparagraph_form,
    wrongly_nested_subparagraphs,
    // Openings.
    calls_on,
    finite_verb_in_preamble,
    misplaced_repetition_adverb,
    participle_in_operative_part,
    repeated_opening_without_adverb,
    uncapitalized_opening,
    uninflected_operative_verb,
    unknown_operative_opening,
    unknown_preambular_opening,
    // Punctuation.
    ampersand,
    and_before_last_item,
    doubled_space,
    doubled_terminator,
    exclamation_mark,
    full_stop_inside,
    hyphen_in_range,
    line_end_hyphen,
    mark_inside_quotation,
    missing_space,
    note_call_before_mark,
    paired_alternatives,
    space_before_punctuation,
    space_inside_parenthesis,
    straight_quotes,
    unbalanced_quotes_or_brackets,
    wrong_chapeau_ending,
    wrong_operative_ending,
    wrong_preambular_ending,
    wrong_subparagraph_ending,
    // Citations.
    abbreviated_paragraph,
    call_without_note,
    capitalized_or_abbreviated_resolution,
    capitalized_treaty_article,
    conflicting_dates_for_one_resolution,
    dangling_cross_reference,
    first_citation_without_date,
    hyphen_in_resolution_number,
    its_resolution_of_another_organ,
    known_resolution_with_wrong_date,
    lower_case_charter_article,
    misnamed_instrument,
    note_without_call,
    note_without_full_stop,
    operative_paragraph_in_reference,
    reference_in_wrong_direction,
    resolution_of_the_future,
    security_council_resolution_with_wrong_year,
    security_council_resolution_without_year,
    session_in_figures,
    singular_or_plural_resolution,
    symbol_for_resolution_number,
    unspaced_resolution_number,
    unspaced_subparagraph_letter,
    // Style.
    a_for_an,
    acronym_for_name,
    article_missing_in_fixed_name,
    contraction,
    currency_form,
    date_form,
    doubled_word,
    impossible_date,
    including_inter_alia,
    needless_italics,
    number_in_figures,
    percent_sign,
    range_after_from,
    spelling,
    state_by_common_name,
    state_without_article,
    time_word,
    un_for_united_nations,
    word_that_leaves_out,
    wrong_capital,
    // Submission.
    leftover_placeholder,
    square_brackets,
}

/// The rule of that name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}
