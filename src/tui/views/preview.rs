//! The draft as a page, following the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Borders, Paragraph};

use super::wrapped;
use crate::model::{Paragraph as Words, Resolution};
use crate::tui::desk::Desk;
use crate::tui::view::pane;

/// Lines of the page, with the place in the text from which each paragraph comes.
struct Page<'a> {
    lines: Vec<Line<'a>>,
    /// The line on which something of the draft begins, and its offset there.
    begins: Vec<(usize, usize)>,
    width: u16,
}

/// Draws the page, the paragraph at the cursor in view.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let block = pane(desk, "Page", false, Borders::TOP | Borders::LEFT);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let mut page = Page { lines: Vec::new(), begins: Vec::new(), width: inner.width };
    page.add_resolution(&desk.resolution);
    let offset = desk.editor.offset();
    let here = page.begins.iter().rev().find(|(_, begins)| *begins <= offset);
    let line = here.map_or(0, |(line, _)| *line);
    let most = page.lines.len().saturating_sub(usize::from(inner.height));
    let first = line.saturating_sub(usize::from(inner.height) / 3).min(most);
    let lines: Vec<Line> =
        page.lines.into_iter().skip(first).take(usize::from(inner.height)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

impl Page<'_> {
    fn add_resolution(&mut self, resolution: &Resolution) {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let number = resolution.number.as_ref().map(|number| number.value.clone());
        let title = resolution.title.as_ref().map(|title| title.value.clone());
        let heading: Vec<String> = number.into_iter().chain(title).collect();
        if !heading.is_empty() {
            let words = heading.join(". ");
            self.add(&words, 2, bold, resolution.title.as_ref().map(|t| t.range.start()));
        }
        if let Some(line) = &resolution.organ_line {
            let italic = Style::new().add_modifier(Modifier::ITALIC);
            self.add(&line.text, 2, italic, Some(line.range.start()));
        }
        for section in &resolution.sections {
            if let Some(heading) = &section.heading {
                self.add(&heading.text, 2, bold, Some(heading.range.start()));
            }
            for paragraph in section.preambular.iter().chain(&section.operative) {
                paragraph.with_descendants().for_each(|words| self.add_paragraph(words));
            }
        }
        resolution.parts.iter().for_each(|part| self.add_resolution(part));
    }

    fn add_paragraph(&mut self, words: &Words) {
        let text = match &words.marker {
            Some(marker) => format!("{} {}", marker.text, words.prose.text),
            None => words.prose.text.clone(),
        };
        let italic = words.opening.as_ref().map_or(0, |opening| opening.italic);
        let before = words.marker.as_ref().map_or(0, |marker| marker.text.len() + 1);
        let first = self.lines.len();
        let set_in = 2 + 2 * u16::from(words.degree);
        self.add(&text, set_in, Style::new(), Some(words.range.start()));
        self.set_in_italics(first, before, italic);
    }

    fn add(&mut self, text: &str, set_in: u16, style: Style, begins: Option<usize>) {
        self.begins.extend(begins.map(|begins| (self.lines.len(), begins)));
        let margin = " ".repeat(usize::from(set_in));
        for line in wrapped(text, self.width.saturating_sub(set_in + 1)) {
            let line =
                Line::from(vec![Span::raw(margin.clone()), Span::styled(line, style)]);
            self.lines.push(line);
        }
        self.lines.push(Line::default());
    }

    /// Sets the opening phrase in italics, as far as it stands on the first line.
    fn set_in_italics(&mut self, line: usize, before: usize, italic: usize) {
        let Some(line) = self.lines.get_mut(line).filter(|line| line.spans.len() == 2)
        else {
            return;
        };
        let words = line.spans[1].content.to_string();
        let end = (before + italic).min(words.len());
        let (Some(number), Some(opening), Some(rest)) =
            (words.get(..before), words.get(before..end), words.get(end..))
        else {
            return;
        };
        let italics = Style::new().add_modifier(Modifier::ITALIC);
        line.spans.truncate(1);
        line.spans.extend([
            Span::raw(number.to_owned()),
            Span::styled(opening.to_owned(), italics),
            Span::raw(rest.to_owned()),
        ]);
    }
}
