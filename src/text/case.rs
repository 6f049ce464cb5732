//! The case of one phrase, carried over to another.

/// `to` written in the capitals of `from`: all capitals, a capital first, or none.
///
/// A single capital letter says only how a word begins. Capitals inside `to` stay.
pub fn carry_case(from: &str, to: &str) -> String {
    let mut letters = from.chars().filter(|letter| letter.is_alphabetic()).peekable();
    let begins_large = letters.peek().is_some_and(|letter| letter.is_uppercase());
    let is_all_capitals = letters.clone().count() > 1 && letters.all(char::is_uppercase);
    if is_all_capitals {
        return to.to_uppercase();
    }
    if begins_large { capitalized(to) } else { to.to_owned() }
}

/// Words that begin with a capital.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Words as they stand in the middle of a sentence: the first letter small, unless the
/// first word is all capitals.
pub fn uncapitalized(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return words.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::carry_case;

    #[test]
    fn a_capital_at_the_head_is_kept() {
        assert_eq!(
            carry_case("Capacity building", "capacity-building"),
            "Capacity-building"
        );
        assert_eq!(
            carry_case("capacity building", "capacity-building"),
            "capacity-building"
        );
    }

    #[test]
    fn all_capitals_are_kept() {
        assert_eq!(carry_case("LABOR", "labour"), "LABOUR");
    }

    #[test]
    fn one_capital_letter_is_not_all_capitals() {
        assert_eq!(carry_case("A", "an"), "An");
    }

    #[test]
    fn capitals_of_the_new_text_stay() {
        assert_eq!(
            carry_case("un system", "United Nations system"),
            "United Nations system"
        );
        assert_eq!(carry_case("", "Zurich"), "Zurich");
        assert_eq!(carry_case("Zurich", ""), "");
    }
}
