//! A paragraph on its way to a template: the words of it that change from text to text, and
//! the file that is made of it.

use std::fmt::Write;
use std::ops::Range;

use super::fill::{placeholders_in, with_ending};
use super::{Placeholder, PlaceholderKind, Template, TemplatePart};
use crate::conventions::organs::{self, Organ};
use crate::conventions::{calendar, instruments, states, symbols};
use crate::lint::citations::citations;
use crate::model::Paragraph;
use crate::syntax::quoted;
use crate::text::capitalized;

/// Words that become a placeholder, and what belongs there.
pub type OpenPlace = (Range<usize>, PlaceholderKind);

/// The words of a paragraph and its list, without its number and with the ending of a
/// paragraph in the middle of its part.
pub fn words_of(paragraph: &Paragraph, part: TemplatePart) -> String {
    let lines = paragraph.with_descendants().enumerate().map(|(index, below)| {
        let marker = below.marker.as_ref().filter(|_| index > 0);
        let marker =
            marker.map_or_else(String::new, |marker| format!("{} ", marker.text));
        format!("{marker}{}", below.prose.text.trim())
    });
    let text = lines.collect::<Vec<_>>().join("\n\n");
    let ending = if part == TemplatePart::Preambular { ',' } else { ';' };
    with_ending(&text, ending)
}

/// The words of a text that are likely to be others in the next: resolutions with their
/// dates, sessions, dates, symbols, States, numbers, and what is open already. In order,
/// none inside another.
pub fn open_places(text: &str, organ: Option<&Organ>) -> Vec<OpenPlace> {
    let mut places = Places { text, found: Vec::new() };
    for (range, _) in placeholders_in(text) {
        places.add(range, PlaceholderKind::Text);
    }
    for citation in citations(text, organ) {
        if let Some((date, _)) = citation.date {
            places.add(citation.words.start..date.end, PlaceholderKind::Resolution);
        }
    }
    places.sessions();
    places.dates();
    places.symbols();
    places.states();
    places.numbers();
    places.found.sort_by_key(|(range, _)| range.start);
    places.found
}

/// What belongs at a place with such words.
pub fn kind_of(words: &str) -> PlaceholderKind {
    let whole = 0..words.len();
    let found = open_places(words, None).into_iter().find(|(range, _)| *range == whole);
    let bare = words.strip_prefix("the ").unwrap_or(words);
    let is_instrument =
        || instruments::all().iter().any(|known| known.title.as_deref() == Some(bare));
    match found {
        Some((_, kind)) => kind,
        None if organs::named(words).is_some() => PlaceholderKind::Organ,
        None if is_instrument() => PlaceholderKind::Instrument,
        None => PlaceholderKind::Text,
    }
}

struct Places<'t> {
    text: &'t str,
    found: Vec<OpenPlace>,
}

impl Places<'_> {
    fn add(&mut self, range: Range<usize>, kind: PlaceholderKind) {
        let touches =
            |other: &Range<usize>| other.start < range.end && range.start < other.end;
        if !self.found.iter().any(|(other, _)| touches(other)) {
            self.found.push((range, kind));
        }
    }

    /// “sixty-third session”, “eleventh emergency special session”.
    fn sessions(&mut self) {
        const MOST_WORDS: usize = 5;
        for (at, word) in self.text.match_indices(" session") {
            let end = at + word.len();
            let head = self.text.get(..at).unwrap_or_default();
            let starts = head.rmatch_indices([' ', '\n']).map(|(space, _)| space + 1);
            let starts: Vec<usize> = starts.chain([0]).take(MOST_WORDS).collect();
            let is_session = |start: &&usize| {
                let words = self.text.get(**start..end).unwrap_or_default();
                calendar::session_of(words).is_some()
            };
            if let Some(start) = starts.iter().rev().find(is_session).copied() {
                self.add(start..end, PlaceholderKind::Session);
            }
        }
    }

    fn dates(&mut self) {
        let mut from = 0;
        while let Some((range, _)) = self.text.get(from..).and_then(calendar::find_date) {
            let range = from + range.start..from + range.end;
            from = range.end;
            self.add(range, PlaceholderKind::Date);
        }
    }

    fn symbols(&mut self) {
        let mut from = 0;
        while let Some((range, _)) = self.text.get(from..).and_then(symbols::find) {
            let range = from + range.start..from + range.end;
            from = range.end;
            self.add(range, PlaceholderKind::Symbol);
        }
    }

    /// The longest names first: “the Democratic Republic of the Congo” is not the Congo.
    fn states(&mut self) {
        let mut names: Vec<&str> =
            states::all().iter().map(|s| s.text.as_str()).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        for name in names {
            for (at, _) in self.text.match_indices(name) {
                let range = at..at + name.len();
                if self.stands_alone(&range) {
                    self.add(range, PlaceholderKind::State);
                }
            }
        }
    }

    /// Figures, but for those of paragraphs, articles and agendas, which are names.
    fn numbers(&mut self) {
        const NAMED: [&str; 8] = [
            "paragraph ",
            "paragraphs ",
            "article ",
            "articles ",
            "Article ",
            "Articles ",
            "chapter ",
            "annex ",
        ];
        let is_figure = |c: char| c.is_ascii_digit() || c == ',';
        let mut from = 0;
        while let Some(found) =
            self.text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
        {
            let start = from + found;
            let rest = self.text.get(start..).unwrap_or_default();
            let len = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
            let figures = rest.get(..len).unwrap_or_default().trim_end_matches(',');
            from = start + len.max(1);
            let range = start..start + figures.len();
            let head = self.text.get(..start).unwrap_or_default();
            let tail = self.text.get(range.end..).unwrap_or_default();
            let is_name = NAMED.iter().any(|named| head.ends_with(named))
                || head.ends_with(['(', '/', '.', '-'])
                || tail.starts_with([')', '/', '-'])
                || tail.starts_with(" Agenda");
            if is_name || !self.stands_alone(&range) {
                continue;
            }
            let is_year = figures.len() == 4 && figures.starts_with(['1', '2']);
            let kind =
                if is_year { PlaceholderKind::Year } else { PlaceholderKind::Number };
            self.add(range, kind);
        }
    }

    fn stands_alone(&self, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        !head.ends_with(char::is_alphanumeric) && !tail.starts_with(char::is_alphanumeric)
    }
}

/// Makes a template of a text: its open places become placeholders, each with the words that
/// stood there as its example. Places with the same words are one placeholder.
pub fn stencil(text: &str, places: &[OpenPlace], like: Template) -> Template {
    let mut placeholders: Vec<Placeholder> = Vec::new();
    let (mut cut, mut copied) = (String::new(), 0);
    for (range, kind) in places {
        let words = text.get(range.clone()).unwrap_or_default();
        cut.push_str(text.get(copied..range.start).unwrap_or_default());
        copied = range.end;
        let known = placeholders.iter().find(|p| p.example == words && p.kind == *kind);
        let name = known
            .map_or_else(|| free_name(&placeholders, words, *kind), |p| p.name.clone());
        cut.extend(["{", &name, "}"]);
        if known.is_none() {
            placeholders.push(Placeholder {
                prompt: capitalized(&name.replace('_', " ")),
                name,
                kind: *kind,
                example: words.to_owned(),
                choices: Vec::new(),
                default: None,
                from: None,
            });
        }
    }
    cut.push_str(text.get(copied..).unwrap_or_default());
    Template { text: cut, placeholders, ..like }
}

/// What a placeholder is called: as it was, or by its kind.
fn free_name(taken: &[Placeholder], words: &str, kind: PlaceholderKind) -> String {
    let open = words.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let name = match kind {
        PlaceholderKind::Text => open.unwrap_or("words").to_owned(),
        kind => kind.word().to_lowercase(),
    };
    let is_taken = |name: &str| taken.iter().any(|placeholder| placeholder.name == name);
    let mut names = std::iter::once(name.clone())
        .chain((2..).map(|number| format!("{name}_{number}")));
    names.find(|name| !is_taken(name)).unwrap_or(name)
}

/// A template as a file.
pub fn yaml(template: &Template) -> String {
    let list = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        words.join(", ")
    };
    let mut yaml = format!(
        "id: {}\ntitle: {}\npart: {}\norgans: [{}]\ntext: |\n",
        template.id,
        quoted(&template.title),
        template.part.word(),
        list(&template.organs)
    );
    for line in template.text.lines() {
        let indent = if line.is_empty() { "" } else { "  " };
        writeln!(yaml, "{indent}{line}").ok();
    }
    if !template.placeholders.is_empty() {
        yaml.push_str("placeholders:\n");
    }
    for Placeholder { name, kind, prompt, example, .. } in &template.placeholders {
        writeln!(yaml, "  - name: {name}\n    kind: {}", kind.word()).ok();
        writeln!(
            yaml,
            "    prompt: {}\n    example: {}",
            quoted(prompt),
            quoted(example)
        )
        .ok();
    }
    writeln!(yaml, "tags: [{}]", list(&template.tags)).ok();
    yaml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_likely_to_change_is_found() {
        let text = "Recalling its resolutions 64/292 of 28 July 2010 and 70/1 of 25 September 2015, \
                    requests Cyprus and the Democratic Republic of the Congo to report, by 1 May 2027 \
                    and 30 days before its eighty-second session, on A/80/12 and paragraph 5 of the \
                    2030 Agenda, in 2028, and on {subject},";
        let found = open_places(text, None);
        let told: Vec<String> = found
            .iter()
            .map(|(range, kind)| {
                format!(
                    "{}: {}",
                    kind.word(),
                    text.get(range.clone()).unwrap_or_default()
                )
            })
            .collect();
        let expected = [
            "resolution: 64/292 of 28 July 2010",
            "resolution: 70/1 of 25 September 2015",
            "State: Cyprus",
            "State: the Democratic Republic of the Congo",
            "date: 1 May 2027",
            "number: 30",
            "session: eighty-second session",
            "symbol: A/80/12",
            "year: 2028",
            "text: {subject}",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn marked_words_tell_what_belongs_there() {
        let cases = [
            ("sixty-third session", "session"),
            ("the Sudan", "State"),
            ("Human Rights Council", "organ"),
            ("the Convention on the Rights of the Child", "instrument"),
            ("the right to food", "text"),
        ];
        for (words, kind) in cases {
            assert_eq!(kind_of(words).word(), kind, "{words}");
        }
    }
}
