//! A template and its answers to text.

use std::ops::Range;

use super::{Template, optional};
use crate::conventions::Language;
use crate::conventions::numbering::marker_text_in;

/// The text of a template with its placeholders answered and its optional parts taken or
/// left out, in their order. A placeholder without an answer stays, in its braces; a part of
/// which nothing is said is left out.
pub fn fill(template: &Template, answers: &[(String, String)], taken: &[bool]) -> String {
    let mut filled = String::with_capacity(template.text.len() * 2);
    let text = lettered(&optional::settled(template.text.trim_end(), taken));
    let mut copied = 0;
    for (place, name) in placeholders_in(&text) {
        filled.push_str(text.get(copied..place.start).unwrap_or_default());
        let answer = answers.iter().find(|(answered, _)| answered == name);
        let open = text.get(place.clone()).unwrap_or_default();
        filled.push_str(answer.map_or(open, |(_, answer)| answer.trim()));
        copied = place.end;
    }
    filled.push_str(text.get(copied..).unwrap_or_default());
    filled
}

/// A text in which each `(#)` that begins a line has the letter of its place in its list:
/// which that is, the optional parts decide.
fn lettered(text: &str) -> String {
    let (mut lines, mut count) = (Vec::new(), 0);
    for line in text.lines() {
        if !line.starts_with('(') && !line.trim().is_empty() {
            count = 0;
        }
        count += u32::from(line.starts_with('('));
        lines.push(match line.strip_prefix("(#)") {
            Some(words) => format!("{}{words}", marker_text_in(Language::En, 1, count)),
            None => line.to_owned(),
        });
    }
    lines.join("\n")
}

/// A filled paragraph as it stands in a draft: with its number, its list indented below
/// it, and the ending of its place (`,`, `;` or `.`).
pub fn as_paragraph(filled: &str, number: Option<&str>, ending: char) -> String {
    let mut text = String::with_capacity(filled.len() + 16);
    if let Some(number) = number {
        text.push_str(number);
        text.push(' ');
    }
    for (index, line) in filled.trim().lines().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if index > 0 && !line.trim().is_empty() {
            text.push_str("   ");
        }
        text.push_str(line.trim());
    }
    with_ending(&text, ending)
}

/// A text with another ending; a Chinese one keeps to the marks of Chinese.
pub(super) fn with_ending(text: &str, ending: char) -> String {
    const CHINESE: [(char, char); 3] = [(',', '，'), (';', '；'), ('.', '。')];
    let is_ending = |c: char| CHINESE.iter().any(|(mark, wide)| c == *mark || c == *wide);
    let words = text.trim_end_matches(is_ending);
    let is_chinese = text.ends_with(|c| CHINESE.iter().any(|(_, wide)| c == *wide));
    let wide = CHINESE.iter().find(|(mark, _)| is_chinese && *mark == ending);
    format!("{words}{}", wide.map_or(ending, |(_, wide)| *wide))
}

/// A filled starter as the body of a draft, its paragraphs as they are.
pub fn as_body(filled: &str) -> String {
    let mut body = String::with_capacity(filled.len() + 16);
    for line in filled.trim().lines() {
        let is_item = line.starts_with('(');
        body.push_str(if is_item { "   " } else { "" });
        body.push_str(line.trim_end());
        body.push('\n');
    }
    body
}

/// Whether a placeholder stands in what is taken of a template.
pub fn is_wanted(template: &Template, name: &str, taken: &[bool]) -> bool {
    let text = optional::settled(template.text.trim_end(), taken);
    placeholders_in(&text).iter().any(|(_, used)| *used == name)
}

/// The words of each optional part, without its marks.
pub fn optional_words(template: &Template) -> Vec<&str> {
    let text = template.text.trim_end();
    template.optional_parts().iter().map(|part| optional::words(text, part)).collect()
}

/// The placeholders of a text and where they stand, braces included.
pub(super) fn placeholders_in(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('{') {
        let name = text.get(open + 1..).and_then(|rest| rest.split_once('}'));
        if let Some((name, _)) = name.filter(|(name, _)| is_name(name)) {
            found.push((open..open + name.len() + 2, name));
        }
    }
    found
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_paragraph_ends_as_chinese_does() {
        assert_eq!(as_paragraph("决定采取行动；", Some("3."), '.'), "3. 决定采取行动。");
        assert_eq!(as_paragraph("Decides to act;", None, '.'), "Decides to act.");
    }

    #[test]
    fn a_list_is_indented_below_its_number() {
        let filled = "Requests the Office:\n\n(a) To act;\n\n(b) To report;";
        let paragraph = as_paragraph(filled, Some("3."), '.');
        assert_eq!(
            paragraph,
            "3. Requests the Office:\n\n   (a) To act;\n\n   (b) To report."
        );
    }
}
