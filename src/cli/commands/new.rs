//! `zerodraft new --organ HRC --session 60 --item 10 --title "…" -o draft.md`

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::{CliError, output};
use crate::conventions::organs::{self, Organ, SessionStyle};
use crate::library::{Library, PlaceholderKind, Template, TemplatePart, as_body, fill};
use crate::syntax::quoted;
use crate::text::uncapitalized;
use crate::workspace::folders;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The organ: HRC, GA, GA/C.1 … GA/C.6, SC or ECOSOC.
    #[arg(long)]
    organ: String,
    /// The session: 60, S-4, ES-11, or a year for the Economic and Social Council.
    #[arg(long)]
    session: Option<String>,
    /// The agenda item: 10, or 70 (b).
    #[arg(long)]
    item: Option<String>,
    /// The title of the agenda item.
    #[arg(long, value_name = "TITLE")]
    item_title: Option<String>,
    /// The title of the draft.
    #[arg(long)]
    title: Option<String>,
    /// The sponsors, once for each.
    #[arg(long = "sponsor", value_name = "STATE")]
    sponsors: Vec<String>,
    /// The starter to use; `zerodraft templates document` lists them.
    #[arg(long, value_name = "ID")]
    template: Option<String>,
    /// An answer for a placeholder of the starter: subject="the right to food".
    #[arg(long = "set", value_name = "NAME=ANSWER")]
    answers: Vec<String>,
    /// The file to write; without it the draft goes to standard output.
    #[arg(short, long, value_name = "DRAFT")]
    output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    super::import::refuse_to_overwrite(arguments.output.as_deref(), arguments.force)?;
    let organ = organ(&arguments.organ)?;
    check_session(organ, arguments.session.as_deref())?;
    let beside = arguments.output.as_deref().unwrap_or(Path::new("draft.md"));
    let library = Library::with_folders(&folders::templates_for(Some(beside)));
    let starter = starter(&library, organ, arguments.template.as_deref())?;
    let answers = answers(starter, arguments)?;
    let body = as_body(&fill(starter, &answers, &[]));
    let draft = format!("{}\n{body}", front_matter(organ, arguments));
    output::write(arguments.output.as_deref(), draft.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The organ of a code, or the codes there are.
pub(crate) fn organ(code: &str) -> Result<&'static Organ, CliError> {
    organs::by_code(code).or_else(|| organs::named(code)).ok_or_else(|| {
        let codes: Vec<&str> =
            organs::all().iter().map(|organ| organ.code.as_str()).collect();
        let codes = codes.join(", ");
        CliError::Usage(format!(
            "“{code}” is no organ that Zerodraft knows; one of: {codes}"
        ))
    })
}

fn check_session(organ: &Organ, session: Option<&str>) -> Result<(), CliError> {
    let Some(session) = session else { return Ok(()) };
    let is_session = crate::conventions::calendar::session_words(session).is_some();
    if is_session || organ.session == SessionStyle::None {
        return Ok(());
    }
    let message = format!("“{session}” is no session; write 60, S-4, ES-11 or a year");
    Err(CliError::Usage(message))
}

fn starter<'a>(
    library: &'a Library,
    organ: &Organ,
    id: Option<&str>,
) -> Result<&'a Template, CliError> {
    let found = match id {
        Some(id) => library.named(id).filter(|t| t.part == TemplatePart::Document),
        None => library.starter(organ),
    };
    found.ok_or_else(|| {
        let wanted = id.map_or_else(|| organ.code.clone(), |id| format!("“{id}”"));
        CliError::Usage(format!(
            "there is no starter for {wanted}; `zerodraft templates document` lists them"
        ))
    })
}

/// The answers given, the title as the subject, and for the rest the words that tell a
/// drafter what belongs there.
fn answers(
    starter: &Template,
    arguments: &Arguments,
) -> Result<Vec<(String, String)>, CliError> {
    let mut answers = Vec::new();
    for answer in &arguments.answers {
        let Some((name, words)) = answer.split_once('=') else {
            return Err(CliError::Usage(format!(
                "“{answer}” is not of the form NAME=ANSWER"
            )));
        };
        if !starter.placeholders.iter().any(|p| p.name == name) {
            let names: Vec<&str> =
                starter.placeholders.iter().map(|p| p.name.as_str()).collect();
            let names = names.join(", ");
            return Err(CliError::Usage(format!(
                "the starter has no placeholder “{name}”; it has: {names}"
            )));
        }
        answers.push((name.to_owned(), words.to_owned()));
    }
    for placeholder in &starter.placeholders {
        let is_answered = answers.iter().any(|(name, _)| *name == placeholder.name);
        if !is_answered {
            let words = match (placeholder.kind, &arguments.title) {
                (PlaceholderKind::Text, Some(title)) if placeholder.name == "subject" => {
                    uncapitalized(title)
                }
                _ => format!("[{}]", placeholder.name.replace('_', " ")),
            };
            answers.push((placeholder.name.clone(), words));
        }
    }
    Ok(answers)
}

fn front_matter(organ: &Organ, arguments: &Arguments) -> String {
    let mut text =
        format!("---\norgan: {}\nkind: resolution\nstage: draft\n", organ.code);
    let mut field = |name: &str, value: &str| {
        writeln!(text, "{name}: {}", quoted(value)).ok();
    };
    if let Some(session) = &arguments.session {
        field("session", session);
    }
    if organ.code == "HRC"
        && let Some(session) = &arguments.session
    {
        field("number", &format!("{session}/..."));
    }
    if let Some(title) = arguments.title.as_deref().filter(|_| organ.is_titled) {
        field("title", title);
    }
    if let Some(item) = &arguments.item {
        let title = arguments.item_title.as_deref().map(quoted);
        let title =
            title.map_or_else(String::new, |title| format!("\n    title: {title}"));
        writeln!(text, "agenda_items:\n  - number: {}{title}", quoted(item)).ok();
    }
    text.push_str("language: en\noriginal: en\n");
    let sponsors: Vec<String> =
        arguments.sponsors.iter().map(|name| quoted(name)).collect();
    if !sponsors.is_empty() {
        writeln!(text, "sponsors: [{}]", sponsors.join(", ")).ok();
    }
    text.push_str("---\n");
    text
}
