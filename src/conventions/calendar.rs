//! Dates, ordinals and sessions as the United Nations writes them.

use std::ops::Range;

use jiff::civil::{Date, date};

use super::labels::filled;
use super::{Conventions, Language};

/// The months in English, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Where a text names months, and which: 0 is January.
pub fn months(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(from..)?;
            let at = from + rest.iter().position(u8::is_ascii_uppercase)?;
            from = at + 1;
            let name = text.get(at..)?;
            let month = MONTHS.iter().position(|month| name.starts_with(month));
            if let Some(month) = month {
                return Some((at..at + MONTHS[month].len(), month));
            }
        }
    })
}

/// Reads a date that is all of the text: “25 September 2015”, “2015-09-25”,
/// “2019年9月27日”.
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    iso(text).or_else(|| {
        let (range, date) = find_date(text)?;
        (range == (0..text.len())).then_some(date)
    })
}

fn iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_iso = year.len() == 4 && month.len() == 2 && day.len() == 2;
    if !is_iso || parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The first date written out in a text, English or Chinese.
pub fn find_date(text: &str) -> Option<(Range<usize>, Date)> {
    english_date(text).or_else(|| chinese_date(text))
}

/// “25 September 2015”: found by the month, which is the rarest of the three.
fn english_date(text: &str) -> Option<(Range<usize>, Date)> {
    months(text).find_map(|(name, month)| around_month(text, name, month + 1))
}

fn around_month(
    text: &str,
    name: Range<usize>,
    month: usize,
) -> Option<(Range<usize>, Date)> {
    let before = text.get(..name.start)?.strip_suffix([' ', '\u{a0}'])?;
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).take(2).count();
    let start = before.len() - digits;
    let day: i8 = before.get(start..)?.parse().ok()?;
    let stands_alone = !before.get(..start)?.ends_with(char::is_alphanumeric);
    let after = text.get(name.end..)?.strip_prefix([' ', '\u{a0}'])?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let year: i16 = (digits == 4).then(|| after.get(..4)?.parse().ok()).flatten()?;
    let date = Date::new(year, i8::try_from(month).ok()?, day).ok()?;
    let end = text.len() - after.len() + 4;
    stands_alone.then_some((start..end, date))
}

/// “2019年9月27日”, with or without spaces.
fn chinese_date(text: &str) -> Option<(Range<usize>, Date)> {
    let year_sign = text.find('年')?;
    let before = text.get(..year_sign)?.trim_end();
    let start =
        before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let year = before.get(start..)?.parse().ok()?;
    let mut at = year_sign + '年'.len_utf8();
    let month = number_before(text, &mut at, '月')?;
    let day = number_before(text, &mut at, '日')?;
    Date::new(year, month, day).ok().map(|date| (start..at, date))
}

/// The number between `at` and a sign; moves `at` behind the sign.
fn number_before(text: &str, at: &mut usize, sign: char) -> Option<i8> {
    let rest = text.get(*at..)?;
    let end = rest.find(sign)?;
    let number = rest.get(..end)?.trim().parse().ok()?;
    *at += end + sign.len_utf8();
    Some(number)
}

/// A date as the page shows it: “25 September 2015”, “1er octobre 2015”.
pub fn format_date(date: Date, language: Language) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let index = usize::try_from(month - 1).unwrap_or(0);
    if language == Language::En {
        let name = MONTHS.get(index).copied().unwrap_or_default();
        return format!("{day} {name} {year}");
    }
    let labels = Conventions::of(language).labels();
    let (year, mut day) = (year.to_string(), day.to_string());
    if day == "1" && !labels.first_day.is_empty() {
        day.clone_from(&labels.first_day);
    }
    let month = labels.months.get(index).map_or("", String::as_str);
    filled(&labels.date, &[("year", &year), ("month", month), ("day", &day)])
}

const UNITS: [(&str, &str); 20] = [
    ("", ""),
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
];

const TENS: [(&str, &str); 10] = [
    ("", ""),
    ("", ""),
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// The ordinal in words, lower case: 45 is “forty-fifth”. Up to 199.
pub fn ordinal_words(number: u32) -> Option<String> {
    if number == 0 || number > 199 {
        return None;
    }
    if number >= 100 {
        return Some(match number - 100 {
            0 => "one hundredth".to_owned(),
            rest => format!("one hundred and {}", ordinal_words(rest)?),
        });
    }
    let (tens, units) = ((number / 10) as usize, (number % 10) as usize);
    Some(match (number, units) {
        (1..20, _) => UNITS[number as usize].1.to_owned(),
        (_, 0) => TENS[tens].1.to_owned(),
        _ => format!("{}-{}", TENS[tens].0, UNITS[units].1),
    })
}

/// The number of an ordinal in words, in any case: “Forty-fifth” is 45.
pub fn ordinal_value(words: &str) -> Option<u32> {
    let words = words.trim().to_lowercase();
    if words.len() > 40 || !words.ends_with(['t', 'd', 'h']) {
        return None;
    }
    (1..200).find(|number| ordinal_words(*number).as_deref() == Some(words.as_str()))
}

/// An ordinal in figures: 38 is “38th”.
pub fn ordinal_figures(number: u32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// The days between which a session falls. The Assembly's open in September, the first
/// in 1946; the Human Rights Council holds three a year, and closes the year with the one
/// whose number three divides.
pub fn days_of_session(organ: &str, number: u32) -> Option<(Date, Date)> {
    let number = i16::try_from(number).ok().filter(|n| (1..200).contains(n))?;
    match organ {
        "GA" => Some((date(1945 + number, 9, 1), date(1946 + number, 9, 30))),
        "HRC" => {
            let year = if number % 3 == 0 { 2005 } else { 2006 } + number / 3;
            Some((date(year, 1, 1), date(year, 12, 31)))
        }
        _ => None,
    }
}

/// The session as the page shows it: “45” is “Forty-fifth session”, “S-4” “Fourth
/// special session”, “ES-11” “Eleventh emergency special session”, “2020” “2020 session”.
pub fn session_words(session: &str) -> Option<String> {
    let (kind, number) = if let Some(number) = session.strip_prefix("ES-") {
        (" emergency special session", number)
    } else if let Some(number) = session.strip_prefix("S-") {
        (" special session", number)
    } else {
        (" session", session)
    };
    let number: u32 = number.parse().ok()?;
    if number > 1900 {
        return Some(format!("{number}{kind}"));
    }
    let words = ordinal_words(number)?;
    let mut letters = words.chars();
    let first = letters.next()?.to_uppercase();
    Some(format!("{first}{}{kind}", letters.as_str()))
}

/// The session of such words: “Forty-fifth session” is “45”; Chinese “第四十二届会议” is
/// “42”.
pub fn session_of(words: &str) -> Option<String> {
    if let Some((_, rest)) = words.split_once('第') {
        let (number, _) = rest.split_once('届')?;
        return chinese_number(number.trim()).map(|number| number.to_string());
    }
    let lower = words.trim().to_lowercase();
    let (ordinal, prefix) =
        if let Some(ordinal) = lower.strip_suffix(" emergency special session") {
            (ordinal, "ES-")
        } else if let Some(ordinal) = lower.strip_suffix(" special session") {
            (ordinal, "S-")
        } else {
            (lower.strip_suffix(" session")?, "")
        };
    let year = ordinal.parse::<u32>().ok().filter(|year| (1946..2100).contains(year));
    let number = year.or_else(|| ordinal_value(ordinal))?;
    Some(format!("{prefix}{number}"))
}

/// The value of a Chinese number below one hundred, or of figures.
pub fn chinese_number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c);
    let (mut value, mut current) = (0_u32, None);
    for c in text.chars() {
        match digit(c) {
            Some(units) => current = Some(u32::try_from(units).ok()?),
            None if c == '十' => value += current.take().unwrap_or(1) * 10,
            None => return None,
        }
    }
    let value = value + current.unwrap_or(0);
    (value > 0 && value < 100).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_written_in_text() {
        let date = date(2015, 9, 25);
        assert_eq!(find_date("70/1 of 25 September 2015, entitled"), Some((8..25, date)));
        assert_eq!(parse_date("2015-09-25"), Some(date));
        assert_eq!(parse_date("2015 年 9 月 25 日"), Some(date));
        assert_eq!(parse_date("31 June 2015"), None);
        for (language, words) in [
            (Language::En, "25 September 2015"),
            (Language::Fr, "25 septembre 2015"),
            (Language::Es, "25 de septiembre de 2015"),
            (Language::Ru, "25 сентября 2015 года"),
            (Language::Zh, "2015年9月25日"),
            (Language::Ar, "25 أيلول/سبتمبر 2015"),
        ] {
            assert_eq!(format_date(date, language), words);
        }
    }

    #[test]
    fn ordinals_go_both_ways() {
        for number in 1..200 {
            let words = ordinal_words(number).unwrap();
            assert_eq!(ordinal_value(&words), Some(number), "{words}");
        }
    }

    #[test]
    fn sessions_as_the_page_shows_them() {
        for (session, words) in [
            ("45", "Forty-fifth session"),
            ("S-4", "Fourth special session"),
            ("ES-11", "Eleventh emergency special session"),
            ("2020", "2020 session"),
        ] {
            assert_eq!(session_words(session).as_deref(), Some(words));
            assert_eq!(session_of(words).as_deref(), Some(session));
        }
        assert_eq!(session_of("第四十二届会议").as_deref(), Some("42"));
    }
}
