//! Spaces at which no line may end.

use std::borrow::Cow;

use super::calendar::MONTHS;

/// What the number after it is not parted from.
const BEFORE_NUMBERS: [&str; 7] =
    ["para.", "paras.", "art.", "No.", "Nos.", "chap.", "vol."];

/// The words with a no-break space between day and month and between “para.” and
/// its number.
pub(crate) fn bound(words: &str) -> Cow<'_, str> {
    let mut bound = String::new();
    let mut copied = 0;
    for (at, _) in words.match_indices(' ') {
        if !is_bond(words, at, at + 1) {
            continue;
        }
        bound.push_str(words.get(copied..at).unwrap_or_default());
        bound.push('\u{a0}');
        copied = at + 1;
    }
    if copied == 0 {
        return Cow::Borrowed(words);
    }
    bound.push_str(words.get(copied..).unwrap_or_default());
    Cow::Owned(bound)
}

/// Where no-break spaces stand that [`bound`] would put there.
pub(crate) fn bonds(words: &str) -> Vec<usize> {
    let spaces = words.match_indices('\u{a0}');
    spaces
        .filter(|(at, space)| is_bond(words, *at, at + space.len()))
        .map(|(at, _)| at)
        .collect()
}

/// Whether the space from `at` to `end` holds the words on its sides together.
pub(crate) fn is_bond(words: &str, at: usize, end: usize) -> bool {
    let (Some(before), Some(after)) = (words.get(..at), words.get(end..)) else {
        return false;
    };
    match (before.bytes().next_back(), after.bytes().next()) {
        (Some(b'0'..=b'9'), Some(b'A'..=b'Z')) => {
            let digits =
                before.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
            digits <= 2 && MONTHS.iter().any(|month| after.starts_with(month))
        }
        (Some(b'.'), Some(b'0'..=b'9')) => {
            BEFORE_NUMBERS.iter().any(|word| before.ends_with(word))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{bonds, bound};

    #[test]
    fn days_hold_to_months_and_numbers_to_what_they_number() {
        assert_eq!(
            bound("of 25 September 2015, para. 4"),
            "of 25\u{a0}September 2015, para.\u{a0}4"
        );
        assert_eq!(bound("in 2015 May began"), "in 2015 May began");
        assert_eq!(bonds("Mr.\u{a0}A of 25\u{a0}September 2015"), [12]);
    }
}
