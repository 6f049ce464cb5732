//! What stands above the text: masthead, session, sponsors, headline, number and title.

use jiff::civil::Date;

use crate::conventions::opening_phrases::OpeningPhrases;
use crate::conventions::{Conventions, Language, calendar, numbering, organs, symbols};
use crate::import::{SetAside, furniture};

use super::fields::{Field, field, field_below_number, number};
use super::headings::{self, is_organ_line};
use super::joining::Hyphens;
use super::layout::{Layout, ended_by};
use super::model_un::{self, Label};
use super::sponsors::{self, Sponsor};
use crate::import::manuscript::{Line, Role};
use crate::model::Kind;

/// The values found above the text.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) organ: Option<String>,
    pub(super) kind: Kind,
    pub(super) is_adopted: bool,
    pub(super) symbol: Option<String>,
    pub(super) distribution: Option<String>,
    pub(super) session: Option<String>,
    pub(super) session_dates: Option<String>,
    pub(super) date: Option<Date>,
    /// The number and the title of each item.
    pub(super) agenda_items: Vec<(String, String)>,
    pub(super) number: Option<String>,
    pub(super) title: String,
    /// What the page calls a text that has no title: “Statement by the President of the
    /// Security Council”.
    pub(super) name: String,
    pub(super) original: Option<Language>,
    pub(super) sponsors: Vec<Sponsor>,
    pub(super) on_behalf_of: Option<String>,
    pub(super) adopted_on: Option<Date>,
    pub(super) meeting: Option<u32>,
    /// The lines of the source where the values stand, by field of the front matter.
    pub(super) places: Vec<(&'static str, usize)>,
}

/// Where the text begins, and where its organ line stands: first, but for texts of the
/// first years, which recite before they name the organ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) organ_line: Option<usize>,
}

impl Start {
    /// Whether the text begins with its organ line.
    pub(super) fn has_organ_line(self) -> bool {
        self.organ_line == Some(self.at)
    }
}

/// Finds the first line of the text: the first that the format says is of the text, the
/// organ line, or else the first paragraph.
pub(super) fn text_start(lines: &[Line], language: Language) -> Start {
    let is_told = |line: &Line| {
        line.role
            .is_some_and(|role| !matches!(role, Role::Head | Role::Row | Role::Closing))
    };
    if let Some(at) = lines.iter().position(is_told) {
        let is_organ_line = lines[at].role == Some(Role::OrganLine);
        return Start { at, organ_line: is_organ_line.then_some(at) };
    }
    let openings = Conventions::of(language).openings();
    // An organ line without its comma is told by the paragraph or the section below it.
    let is_organ_line = |at: &usize| {
        let text = &lines[*at].text;
        let below = lines.get(at + 1..).unwrap_or_default();
        let is_text =
            |next: &Line| next.text.len() > 60 || headings::is_text(&next.text, openings);
        let opens = || {
            below.first().is_some_and(is_text)
                || headings::numbered(below, 1, Layout::Spaced, openings).is_some()
        };
        is_organ_line(text) || headings::is_organ_name(text) && opens()
    };
    let is_line_of_any = |at: &usize| {
        let opens = |next: &Line| {
            headings::is_text(&next.text, openings) || recites_by_its_end(&next.text)
        };
        organs::is_line_of_any(&lines[*at].text) && lines.get(at + 1).is_some_and(opens)
    };
    let organ_line = (0..lines.len()).find(is_organ_line);
    if let Some(at) = organ_line.or_else(|| (0..lines.len()).find(is_line_of_any)) {
        let recital = recital_above(&lines[..at], openings);
        return Start { at: recital.unwrap_or(at), organ_line: Some(at) };
    }
    let by_kind = |line: &Line| {
        super::kinds::narrates(&line.text) || super::kinds::instructs(&line.text)
    };
    // In a report, such words stand below other text.
    let is_text =
        |line: &Line| line.text.len() > 200 || headings::is_text(&line.text, openings);
    let first_text =
        lines.iter().position(|line| is_text(line) && field(&line.text).is_none());
    let by_kind = lines.iter().position(by_kind);
    let by_kind = by_kind.filter(|at| first_text.is_none_or(|first| *at <= first));
    if let Some(at) = by_kind.or_else(|| below_statement_line(lines)) {
        return Start { at, organ_line: None };
    }
    let opens = |line: &Line| {
        let is_numbered =
            numbering::parse_marker(&line.text).is_some_and(|m| m.is_number());
        is_numbered && !super::fields::is_number_line(&line.text)
            || openings.preambular(&line.text).is_some() && line.text.len() > 30
    };
    let sponsors_end = sponsors::find(lines, |line| field(&line.text).is_some())
        .map_or(0, |sponsors| sponsors.end);
    let recites = |(at, line): (usize, &Line)| {
        opens(line) || at >= sponsors_end && recites_by_its_end(&line.text)
    };
    let at = lines.iter().enumerate().position(recites).unwrap_or(0);
    // Without its comma, the organ line is told by the paragraph below it.
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    match before {
        Some(line) if organs::opened_by(&line.text).is_some() => {
            Start { at: at - 1, organ_line: Some(at - 1) }
        }
        _ => Start { at, organ_line: None },
    }
}

/// Where the preamble begins that stands above the organ line: “Whereas the two towns
/// dispute the ferry,” and then “The Security Council”.
fn recital_above(above: &[Line], openings: &OpeningPhrases) -> Option<usize> {
    let ends_as_recital = above
        .iter()
        .rev()
        .find(|line| furniture::in_text(&line.text).is_none())
        .is_some_and(|last| matches!(ended_by(&last.text), Some(',' | ';')));
    let recites = |line: &Line| {
        openings.preambular(&line.text).is_some() && field(&line.text).is_none()
    };
    ends_as_recital.then(|| above.iter().position(recites)).flatten()
}

/// Whether a line ends as a preambular paragraph does, in whatever language.
fn recites_by_its_end(text: &str) -> bool {
    const SHORTEST: usize = 30;
    matches!(ended_by(text), Some(',' | '，' | '،'))
        && text.chars().count() > SHORTEST
        && field(text).is_none()
}

/// The first paragraph below the line that names a President's statement.
fn below_statement_line(lines: &[Line]) -> Option<usize> {
    const LONGEST_HEAD: usize = 20;
    let is_statement = |line: &Line| {
        matches!(field(&line.text), Some((Field::Kind(Kind::Statement), _)))
    };
    let named = lines.iter().take(LONGEST_HEAD).position(is_statement)?;
    let is_text = |line: &Line| line.text.len() > 60 && field(&line.text).is_none();
    lines.iter().skip(named + 1).position(is_text).map(|at| named + 1 + at)
}

/// Reads the lines above the text. What is understood is set aside too, in the words of
/// the source, except titles and names, which the draft repeats.
pub(super) fn read(lines: &[Line], set_aside: &mut Vec<SetAside>) -> Heading {
    let sponsor_lines = sponsors::find(lines, |line| field(&line.text).is_some());
    let mut reader = Reader {
        heading: Heading::default(),
        set_aside,
        expects: Expects::Anything,
        unknown: Vec::new(),
        is_set_aside: false,
    };
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        match &sponsor_lines {
            Some(range) if range.start == at => {
                reader.sponsors(&lines[range.clone()]);
                at = range.end;
            }
            _ => {
                reader.line(line);
                at += 1;
            }
        }
    }
    reader.finish()
}

/// A page may name a decision above a resolution, and the number tells them apart.
fn kind_by_number(number: &str, kind: Kind) -> Kind {
    let lower = number.to_lowercase();
    // “54 (1948)”: the decisions of that time had no numbers.
    let is_by_year = lower.split(' ').nth(1).is_some_and(|year| year.starts_with('('));
    if is_by_year || lower.starts_with("resolution") || lower.starts_with("résolution") {
        Kind::Resolution
    } else if lower.starts_with("decision") || lower.starts_with("décision") {
        Kind::Decision
    } else if lower.starts_with("prst") {
        Kind::Statement
    } else {
        kind
    }
}

/// What the next line that is no field of its own goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expects {
    Anything,
    AgendaTitle,
    Title,
    /// “on 4 April 2024” below the headline.
    HeadlineDate,
    /// The end of what stands in square brackets.
    Bracket,
}

struct Reader<'a> {
    heading: Heading,
    set_aside: &'a mut Vec<SetAside>,
    expects: Expects,
    /// Lines that are no field.
    unknown: Vec<Line>,
    /// Whether the line that is read is set aside already.
    is_set_aside: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: &Line) {
        self.is_set_aside = false;
        let line = &Line { text: line.text.replace('\u{a0}', " "), ..line.clone() };
        if self.expects == Expects::Bracket {
            self.aside(line, "provenance", &line.text);
            if line.text.contains(']') {
                self.expects = Expects::Anything;
            }
            return;
        }
        if self.expects == Expects::HeadlineDate && self.headline_date(line) {
            return;
        }
        let is_target = self.heading.kind == Kind::Amendment
            && self.expects == Expects::Title
            && symbols::find(&line.text).is_some_and(|(range, _)| range.start == 0);
        if is_target {
            return self.words(line, &line.text);
        }
        if let Some((label, words)) = model_un::labelled(&line.text) {
            return self.labelled(line, label, words);
        }
        let mut rest = line.text.as_str();
        let is_title = self.expects == Expects::Title;
        let is_below_number = is_title && self.heading.number.is_some();
        loop {
            let found = match (is_below_number, is_title) {
                (true, _) => field_below_number(rest),
                (_, true) => number(rest).or_else(|| field_below_number(rest)),
                _ => field(rest),
            };
            let Some((field, after)) = found else { break };
            self.field(field, line);
            rest = after.trim_start();
            if rest.is_empty() {
                return;
            }
        }
        self.words(line, rest);
    }

    /// Takes a line of the head of a Model UN paper.
    fn labelled(&mut self, line: &Line, label: Label, words: &str) {
        match label {
            Label::Topic if self.heading.title.is_empty() => {
                self.heading.places.push(("title", line.number));
                words.clone_into(&mut self.heading.title);
            }
            Label::Sponsors => {
                self.heading.places.push(("sponsors", line.number));
                self.heading.sponsors.extend(sponsors::list(words));
            }
            Label::Topic | Label::Other => {}
        }
        self.aside(line, "head of the paper", &line.text);
    }

    fn field(&mut self, field: Field, line: &Line) {
        let text = line.text.clone();
        let heading = &mut self.heading;
        let mut place = |name: &'static str| heading.places.push((name, line.number));
        self.expects = match field {
            Field::AgendaItems(_) => Expects::AgendaTitle,
            Field::Number(_) | Field::Kind(Kind::Amendment) => Expects::Title,
            Field::Kind(_) if self.expects == Expects::Title => Expects::Title,
            Field::Headline { .. } => Expects::HeadlineDate,
            Field::Provenance if !text.contains(']') => Expects::Bracket,
            Field::Provenance | Field::Aside(_) if self.expects == Expects::Title => {
                Expects::Title
            }
            _ => Expects::Anything,
        };
        match field {
            Field::Aside(what) => return self.aside_once(line, what, &text),
            Field::Provenance => return self.aside_once(line, "provenance", &text),
            Field::Number(number) => {
                place("number");
                heading.kind = kind_by_number(&text, heading.kind);
                let is_second = self.heading.number.is_some();
                if is_second || !text.starts_with(&number) {
                    self.aside_once(line, "number", &text);
                }
                self.heading.number.get_or_insert(number);
                return;
            }
            Field::Organ(code) => {
                place("organ");
                // The committee or the subsidiary organ stands below the principal one.
                heading.organ = Some(code.to_owned());
            }
            Field::Session(session) => {
                place("session");
                heading.session.get_or_insert(session);
            }
            Field::SessionDates => {
                place("session_dates");
                if heading.session_dates.is_none() {
                    heading.session_dates = Some(text);
                    return;
                }
            }
            Field::Symbol(symbol) => {
                place("symbol");
                heading.symbol.get_or_insert(symbol);
            }
            Field::Distribution(word) => {
                place("distribution");
                heading.distribution.get_or_insert(word);
            }
            Field::Kind(kind) => {
                place("kind");
                heading.kind = kind;
                let of = text.split_once(" of ").map_or("", |(_, organ)| organ);
                let organ = organs::opened_by(of).map(|organ| organ.code.clone());
                heading.organ = heading.organ.take().or(organ);
                if kind == Kind::Amendment && heading.title.is_empty() {
                    heading.title.clone_from(&text);
                }
                if kind == Kind::Statement && text.contains(" of ") {
                    text.trim_matches(['*', ' ']).clone_into(&mut heading.name);
                }
            }
            Field::Date(date) => {
                place("date");
                heading.date.get_or_insert(date);
            }
            Field::Original(language) => {
                place("original");
                heading.original = heading.original.or(language);
            }
            Field::AgendaItems(numbers) => {
                place("agenda_items");
                heading
                    .agenda_items
                    .extend(numbers.into_iter().map(|n| (n, String::new())));
            }
            Field::Headline { date, meeting, kind } => {
                place("adoption");
                heading.is_adopted = true;
                heading.kind = kind;
                heading.adopted_on = heading.adopted_on.or(date);
                heading.meeting = heading.meeting.or(meeting);
            }
        }
        self.aside_once(line, "masthead", &text);
    }

    fn headline_date(&mut self, line: &Line) -> bool {
        let words = line
            .text
            .strip_prefix("on ")
            .or_else(|| line.text.strip_prefix("le "))
            .unwrap_or(&line.text);
        let Some((range, date)) = calendar::find_date(words) else { return false };
        let is_date = range.start == 0 && words.len() <= range.end + 1;
        if is_date {
            self.heading.adopted_on.get_or_insert(date);
            self.aside(line, "masthead", &line.text);
            self.expects = Expects::Anything;
        }
        is_date
    }

    fn words(&mut self, line: &Line, words: &str) {
        if is_note_of_reissue(words) {
            self.aside(line, "masthead", &line.text);
            return;
        }
        let hyphens = Hyphens::default();
        match self.expects {
            Expects::Title => {
                if self.heading.title.is_empty() {
                    self.heading.places.push(("title", line.number));
                }
                hyphens.join(&mut self.heading.title, words);
            }
            Expects::AgendaTitle => {
                let title = self.heading.agenda_items.last_mut().map(|(_, title)| title);
                if let Some(title) = title {
                    hyphens.join(title, words);
                }
            }
            Expects::Anything | Expects::HeadlineDate | Expects::Bracket => {
                self.unknown.push(Line { text: words.to_owned(), ..line.clone() });
            }
        }
    }

    fn sponsors(&mut self, lines: &[Line]) {
        let found = sponsors::read(lines);
        if let Some(first) = lines.first() {
            self.heading.places.push(("sponsors", first.number));
            let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            self.aside(first, "sponsor line", &text.join(" "));
        }
        if found.kind.contains("decision") {
            self.heading.kind = Kind::Decision;
        }
        if found.kind.starts_with("amendment") {
            self.heading.kind = Kind::Amendment;
            if self.heading.title.is_empty() {
                self.heading.title = found.title;
            }
        }
        self.heading.sponsors = found.sponsors;
        self.heading.on_behalf_of = found.on_behalf_of;
        self.expects = Expects::Title;
    }

    fn aside(&mut self, line: &Line, what: &'static str, text: &str) {
        self.set_aside.push(SetAside { place: line.number, what, text: text.to_owned() });
    }

    /// A line with several fields is set aside once.
    fn aside_once(&mut self, line: &Line, what: &'static str, text: &str) {
        if !std::mem::replace(&mut self.is_set_aside, true) {
            self.aside(line, what, text);
        }
    }

    /// Without a number, the last lines above the text that are no field are the title.
    fn finish(mut self) -> Heading {
        let unknown = std::mem::take(&mut self.unknown);
        let is_short = unknown.iter().map(|line| line.text.len()).sum::<usize>() < 400;
        let ends_as_text =
            unknown.last().is_some_and(|l| l.text.ends_with([',', ';', '.', ':']));
        if self.heading.title.is_empty() && is_short && !ends_as_text {
            let from = unknown.iter().rposition(|line| line.has_gap).unwrap_or(0);
            for line in &unknown[from..] {
                self.heading.places.push(("title", line.number));
                Hyphens::default().join(&mut self.heading.title, &line.text);
            }
            for line in &unknown[..from] {
                self.aside(line, "words above the text", &line.text);
            }
        } else {
            for line in &unknown {
                self.aside(line, "words above the text", &line.text);
            }
        }
        if self.heading.title.is_empty() {
            self.heading.title = std::mem::take(&mut self.heading.name);
        }
        self.heading
    }
}

/// “* Reissued for technical reasons on 12 March 2025.”, which the asterisk of a symbol
/// calls.
fn is_note_of_reissue(words: &str) -> bool {
    words
        .trim_start_matches(['*', ' ', '\t'])
        .starts_with("Reissued for technical reasons")
}
