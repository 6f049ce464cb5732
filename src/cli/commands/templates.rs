//! `zerodraft templates [WORDS]`

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::{CliError, output};
use crate::library::{Library, Template};
use crate::workspace::folders;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Words to search for; all templates without them.
    words: Vec<String>,
    /// Only templates for this organ: HRC, GA, SC, ECOSOC.
    #[arg(long)]
    organ: Option<String>,
    /// Print the whole of each template.
    #[arg(long)]
    full: bool,
    /// Print the folder of your own templates.
    #[arg(long = "where")]
    folder: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    if arguments.folder {
        let folder = folders::templates().ok_or_else(|| {
            CliError::Usage("this system tells no home folder for templates".to_owned())
        })?;
        output::print(&format!("{}\n", folder.display()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let organ = arguments.organ.as_deref().map(super::new::organ).transpose()?;
    let library =
        Library::with_folders(&folders::templates_for(Some(Path::new("draft.md"))));
    for problem in &library.problems {
        output::complain(&problem.to_string());
    }
    let found = library
        .search(&arguments.words.join(" "), organ.map(|organ| organ.code.as_str()));
    let text: String = match (arguments.full, found.is_empty()) {
        (_, true) => "no template fits these words\n".to_owned(),
        (true, _) => found.into_iter().map(whole).collect(),
        (false, _) => found.into_iter().map(line).collect(),
    };
    output::print(&output::printable(&text))?;
    Ok(if library.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

fn organs(template: &Template) -> String {
    if template.organs.is_empty() { "any".to_owned() } else { template.organs.join(", ") }
}

fn line(template: &Template) -> String {
    let (id, organs) = (&template.id, organs(template));
    format!("{id:44} {:10} {organs:20} {}\n", template.part.word(), template.title)
}

fn whole(template: &Template) -> String {
    let mut text = format!(
        "{}\n{} ({}, {})\n\n",
        template.id,
        template.title,
        template.part.word(),
        organs(template)
    );
    for line in template.text.trim_end().lines() {
        writeln!(text, "    {line}").ok();
    }
    for placeholder in &template.placeholders {
        let (name, kind) = (&placeholder.name, placeholder.kind.word());
        let such_as = if placeholder.choices.is_empty() {
            format!("such as: {}", placeholder.example)
        } else {
            format!("one of: {}", placeholder.choices.join(", "))
        };
        let prompt = placeholder.prompt();
        writeln!(text, "\n  {{{name}}}  {prompt} ({kind}); {such_as}").ok();
    }
    text.push('\n');
    text
}
