//! A page to be read on the desk: that of a rule, or what changed since a snapshot.

use super::wrap::wrapped;
use crate::lint::Rule;

/// The width of its words.
pub(super) const WIDTH: u16 = 54;

/// A page, broken into lines.
#[derive(Debug)]
pub(super) struct Explanation {
    /// What it is about.
    pub title: String,
    /// Its text, not broken into lines.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The first line in view.
    pub row: u16,
}

/// A line of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// Of a heading.
    Heading(String),
    /// Of running text.
    Words(String),
    /// Of an example.
    Example(String),
}

impl Explanation {
    /// Lays out the page of a rule. Its first line is its name, which the frame shows.
    pub(super) fn of(rule: &'static Rule) -> Self {
        let mut lines = Vec::new();
        let mut words = String::new();
        let mut is_example = false;
        for line in rule.explanation.lines().skip(1) {
            let is_fence = line.starts_with("```");
            let begins_block = is_fence
                || is_example
                || line.is_empty()
                || line.starts_with(['#', '-', '|']);
            if begins_block {
                lines.extend(of_words(&std::mem::take(&mut words)));
            }
            match line.strip_prefix('#') {
                _ if is_fence => is_example = !is_example,
                _ if is_example => {
                    lines.extend(wrapped(line, WIDTH - 2).into_iter().map(Line::Example));
                }
                Some(heading) => {
                    let heading = heading.trim_start_matches('#').trim_start();
                    lines.push(Line::Heading(heading.to_owned()));
                }
                None if line.is_empty() => lines.push(Line::Words(String::new())),
                None => {
                    let gap = if words.is_empty() { "" } else { " " };
                    words = format!("{words}{gap}{}", line.trim());
                }
            }
        }
        lines.extend(of_words(&words));
        let is_blank = |line: &Line| *line == Line::Words(String::new());
        lines.dedup_by(|line, above| is_blank(line) && is_blank(above));
        if lines.first().is_some_and(is_blank) {
            lines.remove(0);
        }
        let title = format!("{} · {}", rule.name, rule.family.word());
        Self { title, text: rule.explanation.to_owned(), lines, row: 0 }
    }

    /// Lays out paragraphs, each below its heading.
    pub(super) fn of_paragraphs(title: String, paragraphs: &[(String, String)]) -> Self {
        let (mut lines, mut text) = (Vec::new(), String::new());
        for (heading, words) in paragraphs {
            lines.extend(wrapped(heading, WIDTH).into_iter().map(Line::Heading));
            lines.extend(of_words(words));
            lines.push(Line::Words(String::new()));
            text.extend([heading, "\n", words, "\n\n"]);
        }
        lines.pop();
        Self { title, text, lines, row: 0 }
    }

    /// The last line from which the page can begin.
    pub(super) fn last_row(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_sub(5)
    }
}

fn of_words(words: &str) -> Vec<Line> {
    match words {
        "" => Vec::new(),
        words => wrapped(words, WIDTH).into_iter().map(Line::Words).collect(),
    }
}
