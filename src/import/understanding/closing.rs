//! The lines below an adopted text: meeting, date, vote.

use jiff::civil::Date;

use crate::conventions::calendar;

use super::headings;
use super::votes::{self, Vote};
use crate::import::manuscript::Line;

/// What the closing lines say.
#[derive(Debug, Clone, Default)]
pub(super) struct Closing {
    pub(super) meeting: Option<u32>,
    pub(super) date: Option<Date>,
    pub(super) vote: Option<Vote>,
}

/// How many of the lines that begin here close a text; 0 where none does.
pub(super) fn len(lines: &[Line]) -> usize {
    let Some(first) = lines.first() else { return 0 };
    let is_closing_date = is_date(&first.text)
        && lines.get(1).is_none_or(|next| {
            meeting_of(&next.text).is_some()
                || opens_vote(&next.text)
                || headings::annex(&next.text).is_some()
        });
    if !is_closing_date && meeting_of(&first.text).is_none() && !opens_vote(&first.text) {
        return 0;
    }
    let mut count = 0;
    while let Some(line) = lines.get(count) {
        if opens_vote(&line.text) {
            count += bracket_len(&lines[count..]);
        } else if is_date(&line.text) || meeting_of(&line.text).is_some() {
            count += 1;
        } else {
            break;
        }
    }
    count
}

/// Reads closing lines.
pub(super) fn read(lines: &[Line]) -> Closing {
    let mut closing = Closing::default();
    let mut bracket = Vec::new();
    for line in lines {
        let text = bare(&line.text);
        if !bracket.is_empty() || opens_vote(text) {
            bracket.push(text);
            continue;
        }
        closing.meeting = closing.meeting.or_else(|| meeting_of(text));
        closing.date =
            closing.date.or_else(|| calendar::find_date(text).map(|(_, date)| date));
    }
    if let Some(first) = bracket.first() {
        closing.meeting = closing.meeting.or_else(|| meeting_of(first));
        closing.vote = Some(votes::read(&bracket));
    }
    closing
}

fn bare(text: &str) -> &str {
    text.trim_matches(['*', '_', ' '])
}

fn is_date(text: &str) -> bool {
    let text = bare(text).trim_end_matches(['.', ',']);
    let may_be = text.len() < 40 && text.starts_with(|c: char| c.is_ascii_digit());
    may_be && calendar::parse_date(text).is_some()
}

/// The number of “38th meeting”, “98th plenary meeting 22 June 2018”, “第42次会议”.
pub(super) fn meeting_of(text: &str) -> Option<u32> {
    let text = bare(text);
    if text.len() > 90 {
        return None;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let (number, after) = rest.split_once('次')?;
        return after
            .starts_with("会议")
            .then(|| calendar::chinese_number(number.trim()))
            .flatten();
    }
    if let Some(number) = meeting_in_words(text) {
        return Some(number);
    }
    let lower = text.to_lowercase().replace('\u{a0}', " ");
    let lower = lower.strip_prefix("adopted unanimously at the ").unwrap_or(&lower);
    let lower = lower.strip_prefix("adopted at the ").unwrap_or(lower);
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    let number = lower.get(..digits)?.parse().ok()?;
    let rest = lower.get(digits..)?.trim_start();
    let rest = ["st", "nd", "rd", "th", "e", "ª", "a", "-е", "-e"]
        .iter()
        .find_map(|suffix| rest.strip_prefix(suffix))?
        .trim_start_matches([' ', '.']);
    let rest = rest.strip_prefix("(resumed) ").unwrap_or(rest);
    let rest = [
        "plenary meeting",
        "meeting",
        "séance plénière",
        "séance",
        "sesión plenaria",
        "sesión",
    ]
    .iter()
    .find_map(|word| rest.strip_prefix(word))?;
    let rest =
        rest.trim_start_matches("(resumed)").trim_matches([' ', ',', '.', '(', ')']);
    let ends_here = rest.is_empty()
        || rest == "resumed"
        || rest.starts_with("by ")
        || rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() < 30;
    ends_here.then_some(number)
}

/// “Hundred and second plenary meeting, 31 October 1947.”
fn meeting_in_words(text: &str) -> Option<u32> {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let (words, rest) = text.split_once(" plenary meeting")?;
    let rest = rest.trim_matches([' ', ',', '.']);
    if !rest.is_empty() && calendar::parse_date(rest).is_none() {
        return None;
    }
    let lower = words.to_lowercase();
    let hundreds = [
        ("two hundred", 200),
        ("three hundred", 300),
        ("one hundred", 100),
        ("hundred", 100),
    ];
    for (word, hundred) in hundreds {
        if let Some(ordinal) = lower.strip_prefix(word) {
            let ordinal = ordinal.trim_start().trim_start_matches("and ");
            let is_round = ordinal == "th";
            return if is_round { Some(hundred) } else { ordinal_under_hundred(ordinal) }
                .map(|value| if is_round { value } else { value + hundred });
        }
    }
    calendar::ordinal_value(words)
}

fn ordinal_under_hundred(words: &str) -> Option<u32> {
    calendar::ordinal_value(words).filter(|value| *value < 100)
}

/// “[Adopted without a vote.]”, “Adopted unanimously at the 1275th meeting.”
fn opens_vote(text: &str) -> bool {
    const OPENINGS: [&str; 13] = [
        "[adopted",
        "[resolution adopted",
        "[adoptée",
        "[aprobada",
        "[принята",
        "[未经表决",
        "[经记录表决",
        "adopted unanimously",
        "adopted by a ",
        "adopted at the ",
        "[adoptado",
        "[the resolution was adopted",
        "[اعتمد",
    ];
    let text = bare(text);
    if !text.starts_with(['[', '［', 'A']) {
        return false;
    }
    let head: String = text.chars().take(40).collect::<String>().to_lowercase();
    let by_count = head
        .strip_prefix("adopted by ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    by_count || OPENINGS.iter().any(|opening| head.starts_with(opening))
}

/// The lines up to the bracket that closes, or of the sentence without brackets.
fn bracket_len(lines: &[Line]) -> usize {
    const MOST: usize = 120;
    let Some(first) = lines.first() else { return 0 };
    let ends: fn(&str) -> bool = if first.text.contains('[') {
        |text| text.contains(']')
    } else {
        |text| bare(text).ends_with('.')
    };
    let most = if first.text.contains('[') { MOST } else { 3 };
    lines.iter().take(most).position(|line| ends(&line.text)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_are_told_from_text() {
        assert_eq!(meeting_of("*38th meeting"), Some(38));
        assert_eq!(meeting_of("98th plenary meeting 22 June 2018"), Some(98));
        assert_eq!(meeting_of("第 42 次会议"), Some(42));
        assert_eq!(meeting_of("39 e séance 29 septembre 2016"), Some(39));
        assert_eq!(meeting_of("38th meeting of the Committee"), None);
        assert_eq!(meeting_of("2nd meeting places"), None);
    }

    #[test]
    fn meetings_are_counted_in_words_too() {
        assert_eq!(meeting_of("Hundred and second plenary meeting,"), Some(102));
        assert_eq!(meeting_of("Thirty-first plenary meeting, 13 May 1946."), Some(31));
        assert_eq!(meeting_of("The next plenary meeting"), None);
    }
}
