//! What a manuscript says.
//!
//! [`heading`] reads what stands above the text, [`body`]
//! joins lines to paragraphs, [`closing`] reads meeting, date and vote.

mod beside;
mod body;
mod closing;
mod fields;
mod heading;
mod headings;
mod joining;
mod kinds;
mod layout;
mod lists;
mod model_un;
mod nesting;
mod notes;
mod sponsors;
mod texts;
mod votes;

use crate::conventions::numbering::parse_marker;
use crate::conventions::opening_phrases::{OpeningPhrases, Part};
use crate::conventions::{Conventions, Language, organs};
use crate::model::Kind as ModelKind;
use crate::syntax::quoted;

use super::manuscript::{Line, Manuscript, MarkKind, Setting};
use super::write::{DraftText, Field, marked};
use super::{ImportError, Imported, TextFound};

use body::{Body, Kind, Paragraph};
use heading::Heading;
pub(super) use joining::Hyphens;
use layout::{Layout, ended_by};
use notes::Calls;
use texts::Text;

/// Finds the draft in a manuscript; of several, the one that was asked for.
pub(super) fn understand(
    mut manuscript: Manuscript,
    wanted: Option<usize>,
) -> Result<Imported, ImportError> {
    manuscript.lines = joining::with_organ_lines(joining::with_markers(manuscript.lines));
    let texts = texts::find(&manuscript.lines);
    match wanted {
        Some(wanted) if wanted == 0 || wanted > texts.len().max(1) => {
            Err(ImportError::NoSuchText { wanted, held: texts.len() })
        }
        wanted => Ok(choose(manuscript, &texts, wanted.unwrap_or(1) - 1)),
    }
}

/// Finds the first draft in a manuscript.
pub(super) fn understand_first(mut manuscript: Manuscript) -> Imported {
    manuscript.lines = joining::with_organ_lines(joining::with_markers(manuscript.lines));
    let texts = texts::find(&manuscript.lines);
    choose(manuscript, &texts, 0)
}

/// Reads one of the texts of a manuscript, and sets the others aside.
fn choose(manuscript: Manuscript, texts: &[Text], chosen: usize) -> Imported {
    let Some(text) = texts.get(chosen) else { return read(manuscript) };
    let found = match texts {
        [_] => Vec::new(),
        _ => texts.iter().map(|text| texts::describe(&manuscript.lines, text)).collect(),
    };
    let mut imported = read(texts::cut_out(manuscript, text));
    if !found.is_empty() {
        imported.texts = found;
        imported.text_read = chosen + 1;
    }
    imported
}

/// Finds the draft in a manuscript of one text.
fn read(manuscript: Manuscript) -> Imported {
    let Manuscript {
        lines,
        unit,
        setting,
        notes,
        facts,
        mut set_aside,
        language,
        encoding,
    } = manuscript;
    let language = language.unwrap_or_else(|| language_of(&lines));
    let openings = Conventions::of(language).openings();
    let held = beside::held(&lines);
    let start = heading::text_start(&lines, language);
    let first_part = first_part(&lines, start.at).filter(|_| start.has_organ_line());
    let (above, below) = lines.split_at(first_part.unwrap_or(start.at));
    let mut heading = heading::read(above, &mut set_aside);
    let organ_line = start.organ_line.filter(|_| first_part.is_none());
    let organ_line = organ_line.map(|at| at - start.at);
    let layout = match setting {
        Setting::Lines => Layout::of(below),
        Setting::Paragraphs => Layout::Single { is_spaced: false },
    };
    let mut body = body::read(below, layout, organ_line, openings, &mut set_aside);
    body.notes.splice(0..0, notes);
    beside::keep(held, &body, &mut set_aside);
    settle_organ(&mut heading, &lines, start);
    body.closing = kinds::told(&body, &mut heading).or(body.closing);
    set_aside.sort_by_key(|aside| aside.place);
    let text = TextFound {
        number: heading.number.clone(),
        title: title_of(&heading.title),
        place: lines.first().map_or(0, |line| line.number),
    };
    let is_named = start.organ_line.is_some() || heading.number.is_some();
    let is_of_kind = kinds::settle(heading.kind, &body) != ModelKind::Resolution;
    let is_named = is_named || body.closing.is_some();
    let is_found = is_named || is_of_kind || acts_or_recites(&body, openings);
    let texts = if is_found { vec![text] } else { Vec::new() };
    let draft = write(&heading, body, language, facts);
    let DraftText { text, places } = draft;
    let text_read = 1;
    Imported { text, unit, places, set_aside, language, encoding, texts, text_read }
}

fn language_of(lines: &[Line]) -> Language {
    let mut text = String::new();
    for line in lines {
        text.extend([line.text.as_str(), "\n"]);
    }
    Language::of_text(&text)
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

/// Whether the paragraphs of a text without organ line and number are those of a
/// resolution.
fn acts_or_recites(body: &Body, openings: &OpeningPhrases) -> bool {
    let tops = body.paragraphs.iter().filter(|paragraph| paragraph.kind == Kind::Text(0));
    let (mut all, mut opened) = (0, 0);
    let (mut recitals, mut acts) = (0, 0);
    for paragraph in tops {
        let marker = parse_marker(&paragraph.text).map_or(0, |marker| marker.len);
        let words = paragraph.text.get(marker..).unwrap_or_default().trim_start();
        let opens =
            openings.preambular(words).is_some() || openings.operative(words).is_some();
        match ended_by(&paragraph.text) {
            Some(',' | '，' | '،') => recitals += 1,
            Some(';' | '；' | '؛') => acts += 1,
            _ => {}
        }
        all += 1;
        opened += usize::from(opens);
    }
    // Openings are not known in every language, but the ends of paragraphs are.
    opened > 0 && opened * 4 >= all || recitals > 0 && acts > 0
}

/// The organ of the organ line, unless the page names its committee.
fn settle_organ(heading: &mut Heading, lines: &[Line], start: heading::Start) {
    let line = start.organ_line.and_then(|at| lines.get(at));
    let Some(organ) = line.and_then(|line| organs::opened_by(&line.text)) else {
        let number = heading.number.as_deref().unwrap_or_default();
        if heading.organ.is_none() && fields::is_of_security_council(number) {
            heading.organ = Some("SC".to_owned());
        }
        return;
    };
    let named = heading.organ.as_deref().and_then(organs::by_code);
    let is_its_committee =
        named.is_some_and(|named| named.principal().code == organ.code);
    if !is_its_committee {
        heading.organ = Some(organ.code.clone());
    }
}

fn write(
    heading: &Heading,
    mut body: Body,
    language: Language,
    facts: Vec<(String, String)>,
) -> DraftText {
    let mut draft = DraftText::default();
    let mut fields = front_matter(heading, &body, language);
    for (name, value) in facts {
        if let Some(field) = Field::fact(&name, &value) {
            Field::settle(&mut fields, field);
        }
    }
    draft.front_matter(fields);
    let openings = Conventions::of(language).openings();
    let marks = body.paragraphs.iter().flat_map(|paragraph| &paragraph.marks);
    let mut calls = Calls::of(&mut body.notes, marks.map(|mark| &mark.kind));
    for paragraph in &mut body.paragraphs {
        calls.link(&mut paragraph.text, &mut paragraph.marks);
        if matches!(paragraph.kind, Kind::Text(0) | Kind::Unmarked) {
            without_opening_italics(paragraph, openings);
        }
        let text = marked(&paragraph.text, &paragraph.marks);
        match paragraph.kind {
            Kind::Heading => draft.paragraph(&format!("# {text}"), paragraph.line),
            Kind::Quoted => draft.paragraph(&format!("> {text}"), paragraph.line),
            Kind::Row => {
                // A row begins with its pipe.
                draft.row(text.strip_prefix('\\').unwrap_or(&text), paragraph.line);
            }
            Kind::Unmarked => draft.paragraph(&unmarked(text), paragraph.line),
            Kind::Comment => {
                let words = paragraph.text.replace("-->", "-- >");
                draft.paragraph(&format!("<!-- {words} -->"), paragraph.line);
            }
            Kind::Text(degree) => {
                let text = without_false_marker(text);
                draft.paragraph(&format!("{:1$}{text}", "", degree * 3), paragraph.line);
            }
        }
    }
    for note in &body.notes {
        let text = marked(&note.text, &note.marks);
        draft.paragraph(&format!("[^{}]: {text}", note.mark), note.line);
    }
    draft
}

/// The italics of an opening phrase go without saying.
fn without_opening_italics(paragraph: &mut Paragraph, openings: &OpeningPhrases) {
    let text = paragraph.text.as_str();
    let marker = parse_marker(text).map_or(0, |marker| marker.len);
    let words = text.get(marker..).unwrap_or_default();
    // A bracket before the opening phrase is no part of it.
    let words = words.trim_start_matches(['[', ' ', '“', '"', '«']);
    let start = text.len() - words.len();
    let opens = openings.italic_len(Part::Preambular, words) > 0
        || organs::opened_by(words).is_some();
    paragraph.marks.retain(|mark| {
        !(opens && mark.kind == MarkKind::Emphasis && mark.covers.start <= start)
    });
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

/// Text that would be read as opened by a marker, with that undone.
fn unmarked(text: String) -> String {
    let stop = parse_marker(&text)
        .and_then(|marker| text.get(..marker.len))
        .and_then(|marker| marker.find(|c: char| c.is_ascii_punctuation()));
    match stop.and_then(|stop| text.split_at_checked(stop)) {
        Some((before, after)) => format!("{before}\\{after}"),
        None => text,
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
    words("title", Some(&title_of(&heading.title)));
    words("on_behalf_of", heading.on_behalf_of.as_deref());
    let is_adopted = heading.is_adopted || body.closing.is_some();
    let kind = kinds::settle(heading.kind, body);
    fields.push(Field::plain("kind", kind.word(), place("kind")));
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

/// A title as the draft has it.
fn title_of(words: &str) -> String {
    joining::without_stray_spaces(words.trim_start_matches('.').trim_matches(['*', ' ']))
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
