//! Text as copied or extracted from a document of the United Nations.
//!
//! [`lines`] cleans each line, [`heading`] reads what stands above the text, [`body`]
//! joins lines to paragraphs, [`closing`] reads meeting, date and vote.

mod body;
mod closing;
mod fields;
mod furniture;
mod heading;
mod headings;
mod joining;
mod layout;
mod lines;
mod lists;
mod notes;
mod sponsors;

use crate::conventions::numbering::parse_marker;
use crate::conventions::{Conventions, Language, organs};
use crate::syntax::quoted;

use super::Imported;
use super::write::{DraftText, Field, escaped};

use body::{Body, Kind};
use heading::Heading;
use lines::{Line, SUPERSCRIPTS};
use notes::Calls;

/// Reads raw text into draft text.
pub(super) fn read(text: &str) -> Imported {
    let language = Language::of_text(text);
    let openings = Conventions::of(language).openings();
    let mut set_aside = Vec::new();
    let lines = lines::read(text, &mut set_aside);
    let start = heading::text_start(&lines, language);
    let first_part = first_part(&lines, start.at).filter(|_| start.has_organ_line);
    let (above, below) = lines.split_at(first_part.unwrap_or(start.at));
    let mut heading = heading::read(above, &mut set_aside);
    let has_organ_line = start.has_organ_line && first_part.is_none();
    let body = body::read(below, has_organ_line, openings, &mut set_aside);
    settle_organ(&mut heading, &lines, start);
    set_aside.sort_by_key(|aside| aside.line);
    let draft = write(&heading, body, language);
    Imported { text: draft.text, source_lines: draft.source_lines, set_aside, language }
}

/// Where part A begins, if the text has parts: above the first organ line.
fn first_part(lines: &[Line], organ_line: usize) -> Option<usize> {
    let from = organ_line.saturating_sub(6);
    let first = (from..organ_line).rev().find(|at| {
        headings::part(&lines[*at..])
            .is_some_and(|(letter, _, len)| letter == 'A' && at + len == organ_line)
    })?;
    let is_b = |at: &usize| {
        headings::part(&lines[*at..]).is_some_and(|(letter, _, _)| letter == 'B')
    };
    (organ_line..lines.len()).any(|at| is_b(&at)).then_some(first)
}

/// The organ of the organ line, unless the page names its committee.
fn settle_organ(heading: &mut Heading, lines: &[Line], start: heading::Start) {
    let line = lines.get(start.at).filter(|_| start.has_organ_line);
    let Some(organ) = line.and_then(|line| organs::opened_by(&line.text)) else { return };
    let named = heading.organ.as_deref().and_then(organs::by_code);
    let is_its_committee =
        named.is_some_and(|named| named.principal().code == organ.code);
    if !is_its_committee {
        heading.organ = Some(organ.code.clone());
    }
}

fn write(heading: &Heading, mut body: Body, language: Language) -> DraftText {
    let mut draft = DraftText::default();
    draft.front_matter(front_matter(heading, &body, language));
    let mut calls = Calls::of(&mut body.notes);
    for paragraph in &body.paragraphs {
        let text = with_calls(&paragraph.text, &mut calls);
        let text = match paragraph.kind {
            Kind::Heading => format!("# {text}"),
            Kind::Text(degree) => format!("{:1$}{text}", "", degree * 3),
        };
        draft.paragraph(&text, paragraph.line);
    }
    for note in &body.notes {
        draft.paragraph(&format!("[^{}]: {}", note.mark, escaped(&note.text)), note.line);
    }
    draft
}

/// Escapes a text and turns its raised figures into calls, where a note has them.
fn with_calls(text: &str, calls: &mut Calls) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SUPERSCRIPTS) {
        let (before, from) = rest.split_at(at);
        let after = from.trim_start_matches(SUPERSCRIPTS);
        let raised = from.get(..from.len() - after.len()).unwrap_or_default();
        match calls.call(raised).filter(|_| !before.is_empty() || !done.is_empty()) {
            Some(call) => {
                done.extend([escaped(before.trim_end()).as_str(), call.as_str()]);
            }
            None => done.extend([escaped(before).as_str(), raised]),
        }
        rest = after;
    }
    done.push_str(&escaped(rest));
    without_false_marker(done)
}

/// A number that opens a text without being its marker gets a backslash before its stop.
fn without_false_marker(text: String) -> String {
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = figures == 4 && parse_marker(&text).is_some();
    match (text.get(..figures), text.get(figures..)) {
        (Some(year), Some(rest)) if is_year => format!("{year}\\{rest}"),
        _ => text,
    }
}

fn front_matter(heading: &Heading, body: &Body, language: Language) -> Vec<Field> {
    let place = |name: &str| {
        heading
            .places
            .iter()
            .find(|(field, _)| *field == name)
            .map_or(0, |(_, line)| *line)
    };
    let mut fields = Vec::new();
    let mut words = |name: &'static str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.push(Field::words(name, value, place(name)));
        }
    };
    words("organ", heading.organ.as_deref());
    words("symbol", heading.symbol.as_deref());
    words("distribution", heading.distribution.as_deref());
    words("session", heading.session.as_deref());
    words("session_dates", heading.session_dates.as_deref());
    words("number", heading.number.as_deref());
    words("title", Some(&title(heading)));
    words("on_behalf_of", heading.on_behalf_of.as_deref());
    let is_adopted = heading.is_adopted || body.closing.is_some();
    let kind = if heading.is_decision { "decision" } else { "resolution" };
    fields.push(Field::plain("kind", kind, 0));
    fields.push(Field::plain("stage", if is_adopted { "adopted" } else { "draft" }, 0));
    fields.push(Field::plain("language", language.code(), 0));
    fields.extend(heading.date.map(|date| Field::date("date", date, place("date"))));
    fields.extend(
        heading.original.map(|l| Field::plain("original", l.code(), place("original"))),
    );
    if !heading.agenda_items.is_empty() {
        fields.push(Field::block(
            "agenda_items",
            agenda_items(heading),
            place("agenda_items"),
        ));
    }
    if !heading.sponsors.is_empty() {
        fields.push(Field::block("sponsors", sponsors_block(heading), place("sponsors")));
    }
    if is_adopted {
        let lines = adoption(heading, body);
        fields.extend(
            (!lines.is_empty())
                .then(|| Field::block("adoption", lines, place("adoption"))),
        );
    }
    fields
}

fn title(heading: &Heading) -> String {
    joining::without_stray_spaces(
        heading.title.trim_start_matches('.').trim_matches(['*', ' ']),
    )
}

fn agenda_items(heading: &Heading) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, title) in &heading.agenda_items {
        lines.push(format!("  - number: {}", quoted(number)));
        if !title.is_empty() {
            lines.push(format!(
                "    title: {}",
                quoted(title.trim_end_matches('*').trim())
            ));
        }
    }
    lines
}

fn sponsors_block(heading: &Heading) -> Vec<String> {
    let line = |sponsor: &sponsors::Sponsor| match sponsor.marked {
        Some(marked) => {
            format!("  - {{name: {}, marked: {marked}}}", quoted(&sponsor.name))
        }
        None => format!("  - {}", quoted(&sponsor.name)),
    };
    heading.sponsors.iter().map(line).collect()
}

fn adoption(heading: &Heading, body: &Body) -> Vec<String> {
    let closing = body.closing.clone().unwrap_or_default();
    let mut lines = Vec::new();
    lines.extend(
        closing
            .meeting
            .or(heading.meeting)
            .map(|meeting| format!("  meeting: {meeting}")),
    );
    lines.extend(
        closing.date.or(heading.adopted_on).map(|date| format!("  date: {date}")),
    );
    let Some(vote) = closing.vote else { return lines };
    if !vote.is_recorded {
        lines.push("  vote: {manner: \"without a vote\"}".to_owned());
        return lines;
    }
    lines.extend(["  vote:".to_owned(), "    manner: \"recorded\"".to_owned()]);
    let lists = [
        ("in_favour", vote.in_favour),
        ("against", vote.against),
        ("abstaining", vote.abstaining),
    ];
    for (name, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        lines.push(format!("    {name}: [{}]", names.join(", ")));
    }
    lines
}
