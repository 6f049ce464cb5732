//! Automatic numbers, as Word shows them.
//!
//! Lists of one abstract list count together; a list that overrides its start begins anew
//! where it is used first. A level counts from its start again below a paragraph of a
//! higher level, unless it says otherwise.

use std::collections::{HashMap, HashSet};

use super::numbering::{LEVELS, Level, List, NumberedAs, Numbering};
use crate::conventions::numbering::scripts::{
    ARABIC, CYRILLIC, chinese_numeral_of, letter_of,
};
use crate::conventions::numbering::{letters_of, roman_of};

/// No number is longer; what is was made to exhaust its reader.
const LONGEST: usize = 64;

/// How far the lists have counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// By abstract list.
    values: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists and levels that have begun anew.
    begun: HashSet<(String, usize)>,
}

impl Counters {
    /// Counts a paragraph and gives its number; “” where it shows none.
    pub(super) fn next(&mut self, numbering: &Numbering, as_: &NumberedAs) -> String {
        let found = as_.list.as_ref().and_then(|id| Some((id, numbering.list(id)?)));
        let Some((id, list)) = found else { return String::new() };
        let at = numbering.level_of(list, as_);
        let Some(level) = numbering.level(list, at) else { return String::new() };
        let values = self.values.entry(list.of.clone()).or_default();
        let anew = list.starts.get(&at).copied();
        let anew = anew.filter(|_| self.begun.insert((id.clone(), at)));
        let start = list.starts.get(&at).copied().unwrap_or(level.start);
        values[at] = Some(match (anew, values[at]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start,
        });
        for (below, value) in values.iter_mut().enumerate().skip(at + 1) {
            let restart = numbering.level(list, below).and_then(|level| level.restart);
            if restart.is_none_or(|restart| at < restart) {
                *value = None;
            }
        }
        shown(numbering, list, level, values)
    }
}

/// The number with what stands around it.
fn shown(
    numbering: &Numbering,
    list: &List,
    level: &Level,
    values: &[Option<u32>; LEVELS],
) -> String {
    if level.text.len() > LONGEST {
        return String::new();
    }
    if level.format == "bullet" {
        return bullet(&level.text);
    }
    let mut number = String::new();
    let mut rest = level.text.chars().peekable();
    while let Some(c) = rest.next() {
        let of = rest.peek().and_then(|figure| figure.to_digit(10)).filter(|_| c == '%');
        match of.and_then(|of| (of as usize).checked_sub(1)) {
            Some(of) => {
                rest.next();
                let of_level = numbering.level(list, of);
                let start = of_level.map_or(1, |level| level.start);
                let value = values[of.min(LEVELS - 1)].unwrap_or(start);
                let format = of_level.map_or("decimal", |level| &level.format);
                let format = if level.is_legal { "decimal" } else { format };
                number.push_str(&counted(format, value));
            }
            None => number.push(c),
        }
    }
    number.trim().to_owned()
}

/// The fonts of bullets have other signs for letters.
fn bullet(text: &str) -> String {
    let text = text.trim();
    match text {
        "-" | "–" | "—" | "•" | "" => text.to_owned(),
        _ => "•".to_owned(),
    }
}

/// A value in one of the formats of numbers; what is too large or unknown is in figures.
fn counted(format: &str, value: u32) -> String {
    let is_letter = (1..=780).contains(&value);
    let is_roman = (1..=3999).contains(&value);
    let found = match format {
        "lowerLetter" => is_letter.then(|| letters_of(value)),
        "upperLetter" => is_letter.then(|| letters_of(value).to_uppercase()),
        "lowerRoman" => is_roman.then(|| roman_of(value)),
        "upperRoman" => is_roman.then(|| roman_of(value).to_uppercase()),
        "ordinal" => Some(format!("{value}{}", ordinal_ending(value))),
        "decimalZero" if value < 10 => Some(format!("0{value}")),
        "none" => Some(String::new()),
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese_numeral_of(value),
        "russianLower" => letter_of(CYRILLIC, value),
        "russianUpper" => letter_of(CYRILLIC, value).map(|letter| letter.to_uppercase()),
        "arabicAlpha" => letter_of("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", value),
        "arabicAbjad" => letter_of(ARABIC, value),
        _ => None,
    };
    found.unwrap_or_else(|| value.to_string())
}

fn ordinal_ending(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::docx::styles::Styles;

    /// The numbers of paragraphs at levels of lists: “1:0” is list 1, level 0.
    fn numbers(xml: &str, paragraphs: &str) -> String {
        let text = format!("<w:numbering xmlns:w=\"w\">{xml}</w:numbering>");
        let numbering =
            Numbering::read("numbering.xml", &text, &Styles::default()).unwrap();
        let mut counters = Counters::default();
        let number = |paragraph: &str| {
            let (list, level) = paragraph.split_once(':').unwrap();
            let level = level.parse().unwrap();
            counters.next(&numbering, &NumberedAs::at(list, level))
        };
        paragraphs.split(' ').map(number).collect::<Vec<_>>().join(" ")
    }

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}\
             <w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    }

    fn resolution() -> String {
        let levels = [
            level(0, "decimal", "%1.", ""),
            level(1, "lowerLetter", "(%2)", ""),
            level(2, "lowerRoman", "(%3)", ""),
        ];
        format!(
            "<w:abstractNum w:abstractNumId=\"7\">{}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>",
            levels.concat()
        )
    }

    #[test]
    fn letters_begin_again_below_each_number() {
        assert_eq!(
            numbers(&resolution(), "1:0 1:1 1:2 1:2 1:1 1:0 1:1"),
            "1. (a) (i) (ii) (b) 2. (a)"
        );
    }

    #[test]
    fn a_list_may_begin_anew_or_go_on_with_another() {
        let more = "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>\
            <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">\
            <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
        let lists = resolution() + more;
        assert_eq!(numbers(&lists, "1:0 1:0 2:0 3:0 3:0 1:0"), "1. 2. 3. 1. 2. 3.");
    }

    #[test]
    fn a_level_may_restart_never_or_below_another_level_only() {
        let levels = [
            level(0, "upperRoman", "%1.", ""),
            level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"),
            level(2, "lowerLetter", "(%3)", "<w:lvlRestart w:val=\"1\"/>"),
        ];
        let lists = format!(
            "<w:abstractNum w:abstractNumId=\"7\">{}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>",
            levels.concat()
        );
        assert_eq!(
            numbers(&lists, "1:0 1:1 1:2 1:1 1:2 1:0 1:1 1:2"),
            "I. 1. (a) 2. (b) II. 3. (a)"
        );
    }

    #[test]
    fn numbers_in_other_shapes() {
        let level = |format: &str, text: &str, more: &str| {
            let level = level(0, format, text, more);
            format!(
                "<w:abstractNum w:abstractNumId=\"7\">{level}</w:abstractNum>\
                 <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
            )
        };
        assert_eq!(numbers(&level("decimal", "%1 bis.", ""), "1:0"), "1 bis.");
        assert_eq!(numbers(&level("ordinal", "%1", ""), "1:0 1:0"), "1st 2nd");
        assert_eq!(numbers(&level("upperRoman", "%1.", "<w:isLgl/>"), "1:0"), "1.");
        assert_eq!(numbers(&level("bullet", "\u{f0b7}", ""), "1:0"), "•");
        assert_eq!(numbers(&level("none", "%1", ""), "1:0"), "");
        assert_eq!(numbers(&level("chineseCounting", "%1、", ""), "1:0"), "一、");
        assert_eq!(numbers(&resolution(), "1:0 9:0 0:0 1:2"), "1.   (i)");
    }
}
