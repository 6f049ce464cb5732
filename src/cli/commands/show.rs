//! `zerodraft show FILE`

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{CliError, input, json, output};
use crate::model::{Paragraph, Resolution};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The text; - for standard input.
    file: PathBuf,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Form::Outline)]
    format: Form,
    /// Import standard input, or Markdown without front matter, instead of reading it as a
    /// draft.
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: input::Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// The paragraphs, a line each.
    Outline,
    /// For programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let input = input::read(&arguments.file, arguments.raw, &arguments.reading)?;
    let text = match arguments.format {
        Form::Outline => outline(&input.resolution),
        Form::Json => json::show(&input.resolution),
    };
    output::print(&output::printable(&text))?;
    Ok(ExitCode::SUCCESS)
}

fn outline(resolution: &Resolution) -> String {
    let mut text = String::new();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(text, "{name:9} {value}").ok();
        }
    };
    let masthead = &resolution.masthead;
    field("organ", resolution.organ.map(|organ| organ.name.clone()));
    field("symbol", masthead.symbol.as_ref().map(|symbol| symbol.value.text.clone()));
    field("session", masthead.session.as_ref().map(|session| session.value.clone()));
    for item in &masthead.agenda_items {
        let title = item.value.title.as_deref().unwrap_or_default();
        field(
            "item",
            Some(format!("{} {title}", item.value.number).trim_end().to_owned()),
        );
    }
    let names: Vec<&str> =
        resolution.sponsors.list.iter().map(|s| s.name.as_str()).collect();
    field(
        "sponsors",
        (!names.is_empty()).then(|| format!("{}: {}", names.len(), names.join(", "))),
    );
    heading(resolution, &mut text);
    for part in &resolution.parts {
        let letter = part.number.as_ref().map_or("", |number| number.value.as_str());
        writeln!(text, "\nPart {letter}").ok();
        heading(part, &mut text);
    }
    for note in &resolution.footnotes {
        writeln!(text, "{:9} {} {}", "footnote", note.mark, clip(&note.prose.text)).ok();
    }
    for annex in &resolution.annexes {
        writeln!(
            text,
            "{:9} {}, {} paragraphs",
            "annex",
            annex.title.text,
            annex.paragraphs.len()
        )
        .ok();
    }
    text
}

fn heading(resolution: &Resolution, text: &mut String) {
    let number = resolution.number.as_ref().map_or("", |number| number.value.as_str());
    let title = resolution.title.as_ref().map_or("", |title| title.value.as_str());
    if !title.is_empty() || !number.is_empty() {
        writeln!(text, "{:9} {}", "title", format!("{number} {title}").trim()).ok();
    }
    if let Some(line) = &resolution.organ_line {
        writeln!(text, "\n{}", line.text).ok();
    }
    for section in &resolution.sections {
        if let Some(heading) = &section.heading {
            writeln!(text, "{:9} {}", "section", heading.text).ok();
        }
        for paragraph in section.preambular.iter().chain(&section.operative) {
            for one in paragraph.with_descendants() {
                writeln!(text, "{}", line(one)).ok();
            }
        }
    }
    let (preambular, operative) =
        (resolution.preambular().count(), resolution.operative().count());
    if preambular + operative > 0 {
        writeln!(text, "\n{preambular} preambular, {operative} operative paragraphs")
            .ok();
    }
}

fn line(paragraph: &Paragraph) -> String {
    let label = match paragraph.marker {
        None if paragraph.degree > 0 => "…",
        _ => paragraph.label.as_str(),
    };
    let indent = usize::from(paragraph.degree) * 2;
    format!("{:indent$}{label:9} {}", "", clip(&paragraph.prose.text))
}

/// The first words of a text, and the last.
fn clip(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= 64 {
        return text.to_owned();
    }
    let first: String = characters.iter().take(44).collect();
    let last: String = characters.iter().skip(characters.len() - 16).collect();
    format!("{first} … {last}")
}
