//! The YAML block that opens a draft, read field by field, so that one field that YAML
//! cannot read costs no other.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::conventions::organs::{self, Organ};
use crate::conventions::{Language, states, symbols};
use crate::model::{
    Adoption, AgendaItem, Allowance, Field, FrontMatter, Kind, Located, Manner, Problem,
    Resolution, Sponsor, Sponsors, Stage, Vote,
};
use crate::text::{Source, TextRange};

/// The fields of the format, in the order in which they are written.
pub const FIELDS: &[&str] = &[
    "organ",
    "kind",
    "stage",
    "symbol",
    "distribution",
    "session",
    "session_dates",
    "date",
    "agenda_items",
    "number",
    "title",
    "amends",
    "language",
    "original",
    "sponsors",
    "on_behalf_of",
    "submitted_by",
    "source_note",
    "adoption",
    "allow",
    "words",
];

/// Reads the front matter in `range` into the resolution.
pub(super) fn read(source: &Source, range: TextRange, resolution: &mut Resolution) {
    let mut front_matter = fields(source, range);
    let fields = std::mem::take(&mut front_matter.fields);
    let mut reader = Reader { source, problems: Vec::new() };
    for field in &fields {
        reader.field(field, resolution);
    }
    front_matter.problems.append(&mut reader.problems);
    front_matter.problems.extend(repeated(&fields));
    front_matter.fields = fields;
    resolution.front_matter = Some(front_matter);
}

/// Finds the fields: lines that begin with a name and a colon, with all that is
/// indented, or begins with a dash, below them.
fn fields(source: &Source, range: TextRange) -> FrontMatter {
    let mut front_matter = FrontMatter { range, ..FrontMatter::default() };
    let mut at = range.start();
    for (index, line) in source.slice(range).split_inclusive('\n').enumerate() {
        let place = TextRange::new(at, at + line.trim_end().len());
        at += line.len();
        let is_fence = index == 0 || at == range.end();
        if is_fence {
            front_matter.end_of_fields = place.start();
        } else if let Some(field) = field_on(line, place.start()) {
            front_matter.fields.push(field);
        } else if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            add_line(&mut front_matter, line, place);
        }
    }
    front_matter
}

fn field_on(line: &str, start: usize) -> Option<Field> {
    let (name, value) = line.split_once(':')?;
    let is_name = name.starts_with(|c: char| c.is_alphabetic())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if !is_name || !value.starts_with([' ', '\t', '\n', '\r']) && !value.is_empty() {
        return None;
    }
    let end = start + line.trim_end().len();
    let before = name.len() + 1 + (value.len() - value.trim_start().len());
    let value = TextRange::new((start + before).min(end), end);
    Some(Field { name: name.to_owned(), range: TextRange::new(start, end), value })
}

/// A line that opens no field goes on with the one above.
fn add_line(front_matter: &mut FrontMatter, line: &str, place: TextRange) {
    let goes_on = line.starts_with([' ', '\t', '-', ']', '}']);
    match front_matter.fields.last_mut() {
        Some(field) if goes_on => {
            field.range = field.range.cover(place);
            let starts_here = field.value.is_empty();
            field.value = if starts_here { place } else { field.value.cover(place) };
        }
        _ => front_matter.problems.push(Problem {
            range: place,
            message: "a line of the front matter is a name, a colon and a value"
                .to_owned(),
            help: Some("write, for example, organ: HRC".to_owned()),
            is_error: true,
        }),
    }
}

fn repeated(fields: &[Field]) -> Vec<Problem> {
    let is_repeated = |(index, field): &(usize, &Field)| {
        fields.iter().take(*index).any(|f| f.name == field.name)
    };
    fields
        .iter()
        .enumerate()
        .filter(is_repeated)
        .map(|(_, field)| Problem {
            range: field.range,
            message: format!("“{}” stands twice; the last one counts", field.name),
            help: None,
            is_error: true,
        })
        .collect()
}

struct Reader<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn field(&mut self, field: &Field, resolution: &mut Resolution) {
        let masthead = &mut resolution.masthead;
        match field.name.as_str() {
            "organ" => resolution.organ = self.organ(field),
            "kind" => resolution.kind = self.choice(field, KINDS).unwrap_or_default(),
            "stage" => resolution.stage = self.choice(field, STAGES).unwrap_or_default(),
            "symbol" => masthead.symbol = self.symbol(field),
            "distribution" => masthead.distribution = self.words(field),
            "session" => masthead.session = self.words(field),
            "session_dates" => masthead.session_dates = self.words(field),
            "date" => masthead.date = self.date(field),
            "agenda_items" => masthead.agenda_items = self.agenda_items(field),
            "number" => resolution.number = self.words(field),
            "title" => resolution.title = self.words(field),
            "language" => {
                resolution.language =
                    self.language(field).map_or(Language::En, |l| l.value);
            }
            "original" => masthead.original = self.language(field),
            "sponsors" => self.sponsors(field, &mut resolution.sponsors),
            "on_behalf_of" => {
                resolution.sponsors.on_behalf_of =
                    self.words(field).map(|words| words.value);
            }
            "submitted_by" => {
                resolution.sponsors.submitted_by =
                    self.words(field).map(|words| words.value);
            }
            "amends" => resolution.amends = self.words(field),
            "source_note" => resolution.source_note = self.words(field),
            "adoption" => resolution.adoption = self.adoption(field),
            "allow" => resolution.allowances.extend(self.allowances(field)),
            "words" => resolution.words = self.value(field).unwrap_or_default(),
            _ => self.unknown(field),
        }
    }

    /// Reads the value of a field with YAML, or says what to write instead.
    fn value<T: DeserializeOwned>(&mut self, field: &Field) -> Option<T> {
        let yaml = self.source.slice(self.whole_lines(field.value));
        let value = serde_yaml::from_str(yaml).ok();
        if value.is_none() {
            let name = &field.name;
            let message = format!("the value of “{name}” cannot be read");
            let example = example(name, self.source.slice(field.value));
            self.problem(field, message, Some(format!("write {example}")));
        }
        value
    }

    /// A block value with the indentation of its first line, which YAML wants to see.
    fn whole_lines(&self, value: TextRange) -> TextRange {
        let text = self.source.text();
        let indentation = text.get(..value.start()).map_or(0, |before| {
            before.len() - before.trim_end_matches([' ', '\t']).len()
        });
        let start = value.start() - indentation;
        let begins_line = start == 0 || text.as_bytes().get(start - 1) == Some(&b'\n');
        if begins_line { TextRange::new(start, value.end()) } else { value }
    }

    /// A value of words. Plain words and simple quoted ones need no YAML.
    fn words(&mut self, field: &Field) -> Option<Located<String>> {
        let written = self.source.slice(field.value);
        let simple = simple_scalar(written).map(str::to_owned);
        let value = match simple {
            Some(value) => value,
            None => self.value::<Option<String>>(field)??,
        };
        let value = value.trim().to_owned();
        (!value.is_empty()).then_some(Located { value, range: field.value })
    }

    fn choice<T: Copy>(&mut self, field: &Field, choices: &[(&str, T)]) -> Option<T> {
        let word = self.words(field)?.value;
        let found = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(&word));
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let message = format!("“{}” is one of: {}", field.name, names.join(", "));
            self.problem(field, message, None);
        }
        found.map(|(_, value)| *value)
    }

    fn organ(&mut self, field: &Field) -> Option<&'static Organ> {
        let code = self.words(field)?.value;
        let found = organs::by_code(&code).or_else(|| organs::named(&code));
        if found.is_none() {
            let codes: Vec<&str> =
                organs::all().iter().map(|organ| organ.code.as_str()).collect();
            let message = format!("“{code}” is no organ that Zerodraft knows");
            self.problem(field, message, Some(format!("one of {}", codes.join(", "))));
        }
        found
    }

    fn symbol(&mut self, field: &Field) -> Option<Located<symbols::Symbol>> {
        let words = self.words(field)?;
        let symbol = symbols::parse(&words.value).or_else(|| {
            // A symbol that is not filled in yet, “A/HRC/60/L.___”, is kept as it is.
            symbols::parse_loosely(&words.value)
        });
        if symbol.is_none() {
            let message = format!("“{}” is no document symbol", words.value);
            self.problem(
                field,
                message,
                Some("write, for example, \"A/HRC/60/L.1\"".to_owned()),
            );
        }
        symbol.map(|value| Located { value, range: words.range })
    }

    fn date(&mut self, field: &Field) -> Option<Located<Date>> {
        let words = self.words(field)?;
        let date = crate::conventions::calendar::parse_date(&words.value);
        if date.is_none() {
            let message = format!("“{}” is no date", words.value);
            self.problem(
                field,
                message,
                Some("write year-month-day, 2020-09-28".to_owned()),
            );
        }
        date.map(|value| Located { value, range: words.range })
    }

    fn language(&mut self, field: &Field) -> Option<Located<Language>> {
        let words = self.words(field)?;
        let language = Language::from_code(&words.value).or_else(|| {
            Language::ALL
                .iter()
                .copied()
                .find(|l| l.name().eq_ignore_ascii_case(&words.value))
        });
        if language.is_none() {
            let message = "a language is one of: en, fr, es, ru, zh, ar";
            self.problem(field, message.to_owned(), None);
        }
        language.map(|value| Located { value, range: words.range })
    }

    fn agenda_items(&mut self, field: &Field) -> Vec<Located<AgendaItem>> {
        let items: Vec<YamlItem> = self.value(field).unwrap_or_default();
        let mut at = field.value.start();
        let located = items.into_iter().map(|item| {
            let (number, title) = match item {
                YamlItem::Number(number) => (number, None),
                YamlItem::Item { number, title } => (number, title),
            };
            let range = self.find(&number, TextRange::new(at, field.value.end()));
            at = range.end();
            if let Some(title) = &title {
                at = self.find(title, TextRange::new(at, field.value.end())).end();
            }
            Located { value: AgendaItem { number, title }, range }
        });
        located.collect()
    }

    fn sponsors(&mut self, field: &Field, sponsors: &mut Sponsors) {
        let entries: Vec<YamlSponsor> = self.value(field).unwrap_or_default();
        let mut at = field.value.start();
        sponsors.range = field.value;
        sponsors.list = entries
            .into_iter()
            .map(|entry| {
                let (name, marked) = match entry {
                    YamlSponsor::Name(name) => (name, None),
                    YamlSponsor::Marked { name, marked } => (name, marked),
                };
                let range = self.find(&name, TextRange::new(at, field.value.end()));
                at = range.end();
                let state = states::find(&name).map(|(state, _)| state);
                Sponsor { name, range, state, marked }
            })
            .collect();
    }

    /// Where a value stands; all of the range where it is written with escapes.
    fn find(&self, value: &str, within: TextRange) -> TextRange {
        self.source.slice(within).find(value).map_or(within, |offset| {
            let start = within.start() + offset;
            TextRange::new(start, start + value.len())
        })
    }

    fn adoption(&mut self, field: &Field) -> Option<Adoption> {
        let yaml: YamlAdoption = self.value(field)?;
        let date =
            yaml.date.as_deref().and_then(crate::conventions::calendar::parse_date);
        if yaml.date.is_some() && date.is_none() {
            let help = Some("write year-month-day, 2020-10-07".to_owned());
            self.problem(field, "the date of adoption is no date".to_owned(), help);
        }
        let vote = yaml.vote.map(|vote| Vote {
            manner: if vote.manner.starts_with("without") {
                Manner::WithoutAVote
            } else {
                Manner::Recorded
            },
            in_favour: vote.in_favour,
            against: vote.against,
            abstaining: vote.abstaining,
        });
        Some(Adoption { range: field.range, meeting: yaml.meeting, date, vote })
    }

    fn allowances(&mut self, field: &Field) -> Vec<Allowance> {
        let entries: Vec<YamlAllowance> = self.value(field).unwrap_or_default();
        let is_date = |day: &str| crate::conventions::calendar::parse_date(day).is_some();
        let ends = entries.iter().filter_map(|entry| entry.until.as_deref());
        for day in ends.filter(|day| !is_date(day)) {
            let message = format!("“{day}” is no day until which an allowance holds");
            let help = Some("write year-month-day, 2026-12-31".to_owned());
            self.problem(field, message, help);
        }
        let place = |name: &str| self.find(name, field.value);
        entries
            .into_iter()
            .map(|entry| Allowance {
                range: place(&entry.rule),
                until: entry
                    .until
                    .as_deref()
                    .and_then(crate::conventions::calendar::parse_date),
                rule: entry.rule,
                because: entry.because,
                scope: self.source.range(),
            })
            .collect()
    }

    fn unknown(&mut self, field: &Field) {
        let nearest = crate::text::nearest(&field.name, FIELDS.iter().copied());
        self.problems.push(Problem {
            range: TextRange::new(
                field.range.start(),
                field.range.start() + field.name.len(),
            ),
            message: format!("“{}” is no field of the front matter", field.name),
            help: nearest.map(|name| format!("did you mean “{name}”?")),
            is_error: false,
        });
    }

    fn problem(&mut self, field: &Field, message: String, help: Option<String>) {
        self.problems.push(Problem { range: field.range, message, help, is_error: true });
    }
}

/// The line that a drafter should write where a value could not be read.
fn example(name: &str, written: &str) -> String {
    match name {
        "sponsors" => "sponsors: [\"Brazil\", \"Norway\"]".to_owned(),
        "agenda_items" => "agenda_items: [{number: \"10\", title: \"…\"}]".to_owned(),
        "adoption" => {
            "adoption: {meeting: 38, date: 2020-10-07, vote: {manner: without a vote}}"
                .to_owned()
        }
        "allow" => "allow: [{rule: \"doubled-word\", because: \"…\"}]".to_owned(),
        "words" => "words: [\"Zorbia\", \"subbasin\"]".to_owned(),
        _ => format!("{name}: {}", quoted(written.trim())),
    }
}

/// A string as the program writes it into front matter: always quoted.
pub fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => text.push(' '),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// A scalar that reads the same with or without YAML.
fn simple_scalar(written: &str) -> Option<&str> {
    let inner = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(inner) = inner {
        return (!inner.contains(['"', '\\', '\n'])).then_some(inner);
    }
    let is_plain = written
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '.' | '-' | '(' | ')'))
        && written.starts_with(char::is_alphanumeric)
        && !matches!(written, "null" | "Null" | "NULL" | "true" | "false");
    is_plain.then_some(written)
}

const KINDS: &[(&str, Kind)] = &[
    ("resolution", Kind::Resolution),
    ("decision", Kind::Decision),
    ("amendment", Kind::Amendment),
    ("statement", Kind::Statement),
];

const STAGES: &[(&str, Stage)] = &[("draft", Stage::Draft), ("adopted", Stage::Adopted)];

#[derive(Deserialize)]
#[serde(untagged)]
enum YamlItem {
    Number(String),
    Item {
        number: String,
        #[serde(default)]
        title: Option<String>,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum YamlSponsor {
    Name(String),
    Marked {
        name: String,
        #[serde(default)]
        marked: Option<bool>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlAdoption {
    #[serde(default)]
    meeting: Option<u32>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    vote: Option<YamlVote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlVote {
    manner: String,
    #[serde(default)]
    in_favour: Vec<String>,
    #[serde(default)]
    against: Vec<String>,
    #[serde(default)]
    abstaining: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlAllowance {
    rule: String,
    #[serde(default)]
    because: Option<String>,
    #[serde(default)]
    until: Option<String>,
}
