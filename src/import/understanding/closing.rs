//! The lines below an adopted text: meeting, date, vote.

use jiff::civil::Date;

use crate::conventions::calendar;

use super::headings;
use super::joining::Hyphens;
use crate::import::manuscript::Line;

/// What the closing lines say.
#[derive(Debug, Clone, Default)]
pub(super) struct Closing {
    pub(super) meeting: Option<u32>,
    pub(super) date: Option<Date>,
    pub(super) vote: Option<Vote>,
}

/// A vote, as the closing lines give it.
#[derive(Debug, Clone, Default)]
pub(super) struct Vote {
    pub(super) is_recorded: bool,
    pub(super) in_favour: Vec<String>,
    pub(super) against: Vec<String>,
    pub(super) abstaining: Vec<String>,
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
    let mut bracket = String::new();
    for line in lines {
        let text = bare(&line.text);
        if !bracket.is_empty() || opens_vote(text) {
            Hyphens::default().join(&mut bracket, text);
            continue;
        }
        closing.meeting = closing.meeting.or_else(|| meeting_of(text));
        closing.date =
            closing.date.or_else(|| calendar::find_date(text).map(|(_, date)| date));
    }
    if !bracket.is_empty() {
        closing.meeting = closing.meeting.or_else(|| meeting_of(&bracket));
        closing.vote = Some(vote(&bracket));
    }
    closing
}

fn bare(text: &str) -> &str {
    text.trim_matches(['*', '_', ' '])
}

fn is_date(text: &str) -> bool {
    let text = bare(text);
    let may_be = text.len() < 40 && text.starts_with(|c: char| c.is_ascii_digit());
    may_be && calendar::parse_date(text).is_some()
}

/// The number of “38th meeting”, “98th plenary meeting 22 June 2018”, “第42次会议”.
pub(super) fn meeting_of(text: &str) -> Option<u32> {
    let text = bare(text);
    let may_be =
        text.len() <= 90 && text.contains(|c: char| c.is_ascii_digit() || c == '第');
    if !may_be {
        return None;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let (number, after) = rest.split_once('次')?;
        return after
            .starts_with("会议")
            .then(|| calendar::chinese_number(number.trim()))
            .flatten();
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

fn vote(text: &str) -> Vote {
    let lower = text.to_lowercase();
    let without = [
        "without a vote",
        "sans vote",
        "unanimously",
        "consensus",
        "sin votación",
        "без голосования",
        "未经表决",
    ];
    if without.iter().any(|words| lower.contains(words)) {
        return Vote::default();
    }
    let list = |headings: &[&str]| {
        let found = headings.iter().find_map(|heading| text.split_once(heading));
        found.map_or_else(Vec::new, |(_, rest)| names(rest))
    };
    Vote {
        is_recorded: true,
        in_favour: list(&["In favour:", "Ont voté pour", "Votos a favor:"]),
        against: list(&["Against:", "Ont voté contre", "Votos en contra:"]),
        abstaining: list(&[
            "Abstaining:",
            "Abstentions:",
            "Se sont abstenus",
            "Abstenciones:",
        ]),
    }
}

/// The names up to the next heading or the end.
fn names(list: &str) -> Vec<String> {
    const ENDS: [&str; 9] = [
        "In favour:",
        "Against:",
        "Abstaining:",
        "Abstentions:",
        "Ont voté",
        "Se sont abst",
        "Votos",
        "Abstenciones:",
        "]",
    ];
    let list = list.trim_start_matches([' ', ':']);
    let end = ENDS.iter().filter_map(|end| list.find(end)).min().unwrap_or(list.len());
    let names = list.get(..end).unwrap_or_default().split([',', ';']);
    let names = names.map(|name| name.trim().trim_end_matches('.').trim());
    names
        .filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("none"))
        .map(str::to_owned)
        .collect()
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
    fn a_recorded_vote_names_its_voters() {
        let vote = vote(
            "[Adopted by a recorded vote of 2 to 1, with no abstentions. In favour: Chile, Viet Nam \
             Against: Norway]",
        );
        assert!(vote.is_recorded);
        assert_eq!(vote.in_favour, ["Chile", "Viet Nam"]);
        assert_eq!(vote.against, ["Norway"]);
    }
}
