//! Letters and numerals of Arabic, Cyrillic and Chinese in front of subparagraphs: `(أ)`,
//! `а)`, `(一)`.

/// The letters of Arabic in the order in which lists count by them (abjad).
pub const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/// The letters of Russian in the order in which lists count by them: without ё, й, ъ, ы, ь.
pub const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

/// The stroke that lengthens a letter, as in `(هـ)`, so that it is not read as a figure.
const TATWEEL: char = 'ـ';

/// Chinese figures from one to ten.
const FIGURES: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The place of a letter in an alphabet: `ج` is 3.
pub fn letter_value(alphabet: &str, word: &str) -> Option<u32> {
    let mut letters = word.chars().filter(|c| *c != TATWEEL);
    let letter = match letters.next()? {
        'ا' | 'إ' => 'أ',
        letter => letter,
    };
    let place = alphabet.chars().position(|known| known == letter)?;
    if letters.next().is_some() { None } else { u32::try_from(place + 1).ok() }
}

/// The letter of a place in an alphabet; `None` after its last.
pub fn letter_of(alphabet: &str, value: u32) -> Option<String> {
    let place = usize::try_from(value.checked_sub(1)?).ok()?;
    alphabet.chars().nth(place).map(String::from)
}

/// The number of a Chinese numeral up to 99: `十二` is 12.
pub fn chinese_numeral_value(word: &str) -> Option<u32> {
    let figures: Vec<u32> = word.chars().map(figure).collect::<Option<_>>()?;
    match figures[..] {
        [one] => Some(one),
        [10, ones @ 1..=9] => Some(10 + ones),
        [tens @ 2..=9, 10] => Some(tens * 10),
        [tens @ 2..=9, 10, ones @ 1..=9] => Some(tens * 10 + ones),
        _ => None,
    }
}

fn figure(c: char) -> Option<u32> {
    let place = FIGURES.iter().position(|known| known.starts_with(c))?;
    u32::try_from(place + 1).ok()
}

/// The Chinese numeral of a number up to 99.
pub fn chinese_numeral_of(value: u32) -> Option<String> {
    let (tens, ones) = (value / 10, value % 10);
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        2..=9 => format!("{}十", numeral(tens)?),
        _ => return None,
    };
    let one = if ones == 0 { "" } else { numeral(ones)? };
    (value > 0).then(|| ten + one)
}

/// A Chinese numeral that is one character with its brackets: `㈠` to `㈩`.
pub(super) fn enclosed_numeral(c: char) -> Option<&'static str> {
    numeral(u32::from(c).checked_sub(u32::from('㈠'))? + 1)
}

fn numeral(value: u32) -> Option<&'static str> {
    FIGURES.get(usize::try_from(value.checked_sub(1)?).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_both_ways() {
        let letters: Vec<_> = (1..=6).filter_map(|n| letter_of(ARABIC, n)).collect();
        assert_eq!(letters, ["أ", "ب", "ج", "د", "ه", "و"]);
        assert_eq!(letter_of(CYRILLIC, 10).as_deref(), Some("к"));
        assert!((1..=28).all(|place| {
            letter_of(ARABIC, place).and_then(|l| letter_value(ARABIC, &l)) == Some(place)
        }));
        assert_eq!(letter_of(ARABIC, 29), None);
        assert_eq!(letter_value(ARABIC, "هـ"), Some(5));
        assert_eq!(letter_value(ARABIC, "أب"), None);
    }

    #[test]
    fn chinese_numerals_go_both_ways() {
        let numerals: Vec<_> =
            [1, 10, 12, 20, 35].into_iter().filter_map(chinese_numeral_of).collect();
        assert_eq!(numerals, ["一", "十", "十二", "二十", "三十五"]);
        assert!((1..=99).all(|value| {
            chinese_numeral_of(value).and_then(|n| chinese_numeral_value(&n))
                == Some(value)
        }));
        assert_eq!(chinese_numeral_of(100), None);
        assert_eq!(chinese_numeral_value("十十"), None);
        assert_eq!(enclosed_numeral('㈡'), Some("二"));
    }
}
