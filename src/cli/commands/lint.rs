//! `zerodraft lint FILE...`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::choice::Choice;
use crate::cli::formats::{github, junit, sarif, statistics};
use crate::cli::input::Input;
use crate::cli::parallel::in_parallel;
use crate::cli::signature::Signing;
use crate::cli::tracking::Tracking;
use crate::cli::{CliError, input, json, output, report};
use crate::fix;
use crate::import::{HIDDEN_TEXT, HIGHLIGHT, SetAside};
use crate::lint::{self, Baseline, Effect, Selection, Summary};
use crate::model::Stage;
use crate::text::Source;
use crate::workspace::dictionaries::Dictionaries;
use crate::workspace::drafts::FileError;
use crate::workspace::settings::SettingsError;
use crate::workspace::{baselines, walk};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Arguments {
    /// The drafts, and folders of drafts; - for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Apply the fixes that keep the meaning.
    #[arg(long)]
    fix: bool,
    /// Apply every fix, also those that may change the meaning.
    #[arg(long)]
    fix_all: bool,
    /// Show what the fixes would change, and write nothing.
    #[arg(long)]
    diff: bool,
    /// Write the fixes into a copy of a Word file, as tracked changes with comments; -o
    /// names it.
    #[arg(long, conflicts_with = "diff")]
    tracked: bool,
    #[command(flatten)]
    signing: Signing,
    /// Write the mended draft here instead of over the file.
    #[arg(short, long, value_name = "DRAFT")]
    output: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// Print the notes too, which are advice.
    #[arg(long)]
    notes: bool,
    /// Check what a text must have before it is tabled, and print the list of it.
    #[arg(long)]
    submit: bool,
    /// Count the findings of each rule instead of showing them.
    #[arg(long)]
    statistics: bool,
    /// Show only what is not in this file of findings.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found to this file, for --baseline, and show nothing.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "fix_all", "diff"])]
    write_baseline: Option<PathBuf>,
    /// Import standard input, or Markdown without front matter, instead of reading it as a
    /// draft.
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: input::Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For programs that gather what linters find.
    Sarif,
    /// As annotations of a GitHub workflow.
    Github,
    /// As test results.
    Junit,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let mut selections = arguments.choice.selections()?;
    let allowed = match (arguments.fix, arguments.fix_all, arguments.diff) {
        (_, true, _) => Some(Effect::Substantive),
        (true, ..) | (.., true) => Some(Effect::Editorial),
        _ => None,
    };
    if arguments.tracked {
        refuse_what_cannot_be_tracked(arguments)?;
    }
    let mut baseline = arguments.baseline.as_deref().map(baselines::read).transpose()?;
    let (drafts, mut has_failed) = drafts(&arguments.files);
    if arguments.output.is_some() && drafts.len() > 1 {
        return Err(CliError::Usage("--output takes one file at a time".to_owned()));
    }
    let is_counted = matches!(arguments.format, Form::Text | Form::Json);
    if arguments.statistics && !is_counted {
        let message = "--statistics goes with --format text or json";
        return Err(CliError::Usage(message.to_owned()));
    }
    let mut selection = |draft| {
        let selection = selections.of(draft)?;
        Ok::<_, SettingsError>(Selection { submit: arguments.submit, ..selection })
    };
    let jobs: Vec<_> = drafts.iter().map(|draft| (draft, selection(draft))).collect();
    let dictionaries = Dictionaries::default();
    let results = in_parallel(jobs.len(), |number| {
        let (draft, selection) = &jobs[number];
        let selection = selection.as_ref().map_err(Clone::clone)?;
        lint_file(draft, arguments, selection, &dictionaries, allowed)
    });
    let mut files = Vec::new();
    let mut complaints = BTreeSet::new();
    for result in results {
        match result {
            Ok(file) => files.push(file),
            // One file that cannot be read does not silence the others. Settings that are
            // wrong are told once.
            Err(error) => {
                has_failed = true;
                let complaint = error.to_string();
                if !complaints.contains(&complaint) {
                    output::complain(&complaint);
                    complaints.insert(complaint);
                }
            }
        }
    }
    files.iter().filter_map(|file| file.input.notice.as_deref()).for_each(output::tell);
    let lacking: BTreeSet<&str> =
        files.iter().filter_map(|file| file.lacking.as_deref()).collect();
    lacking.into_iter().for_each(output::tell);
    if arguments.submit {
        for file in &files {
            tell_what_word_hides(&file.input);
        }
    }
    if let Some(path) = &arguments.write_baseline {
        write_baseline(path, &files)?;
        return Ok(ExitCode::from(if has_failed { 2 } else { 0 }));
    }
    if let Some(baseline) = &mut baseline {
        for Linted { input, diagnostics, .. } in &mut files {
            baseline.take_known(&input.source, &input.resolution, diagnostics);
        }
    }
    print(arguments, &files)?;
    let is_clean = files.iter().all(|file| Summary::of(&file.diagnostics).is_clean());
    Ok(match (has_failed, is_clean) {
        (true, _) => ExitCode::from(2),
        (false, false) => ExitCode::from(1),
        (false, true) => ExitCode::SUCCESS,
    })
}

/// Tells what a Word file must not have when it is submitted, and a draft cannot have.
fn tell_what_word_hides(input: &Input) {
    let Some(imported) = &input.imported else { return };
    let is_of_word = |aside: &&SetAside| [HIDDEN_TEXT, HIGHLIGHT].contains(&aside.what);
    for SetAside { place, what, text } in imported.set_aside.iter().filter(is_of_word) {
        let (name, unit) = (&input.name, imported.unit.word());
        output::tell(&format!("{name}, {unit} {place}: {what}, to be taken out: {text}"));
    }
}

fn refuse_what_cannot_be_tracked(arguments: &Arguments) -> Result<(), CliError> {
    let message = if !arguments.fix && !arguments.fix_all {
        "--tracked says how fixes are written; add --fix or --fix-all"
    } else if !arguments.reading.keeps_changes() {
        "--tracked keeps the changes that a file has; leave --changes out"
    } else {
        return Ok(());
    };
    Err(CliError::Usage(message.to_owned()))
}

/// The drafts that are named, those of folders among them, each once; and whether
/// something could not be read.
fn drafts(named: &[PathBuf]) -> (Vec<PathBuf>, bool) {
    let mut drafts = Vec::new();
    let mut has_failed = false;
    for path in named {
        if path.is_dir() {
            let mut found = walk::drafts_below(path);
            if found.drafts.is_empty() && found.problems.is_empty() {
                let path = path.display().to_string();
                found.problems.push(FileError::NoDraft { path });
            }
            has_failed |= !found.problems.is_empty();
            found.problems.iter().for_each(|it| output::complain(&it.to_string()));
            drafts.append(&mut found.drafts);
        } else {
            drafts.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    drafts.retain(|draft| seen.insert(draft.canonicalize().unwrap_or(draft.clone())));
    (drafts, has_failed)
}

fn print(arguments: &Arguments, files: &[Linted]) -> Result<(), CliError> {
    let notes = arguments.notes;
    let text = match arguments.format {
        Form::Text if arguments.statistics => {
            statistics::text(files, notes) + &report::summary(files, notes)
        }
        Form::Text => return report::print(files, notes, arguments.diff),
        Form::Json => {
            json::lint(files, arguments.statistics.then(|| statistics::json(files)))
        }
        Form::Sarif => sarif::write(files),
        Form::Github => github::write(files, notes),
        Form::Junit => junit::write(files, notes),
    };
    output::print(&text)
}

fn write_baseline(path: &Path, files: &[Linted]) -> Result<(), CliError> {
    let mut baseline = Baseline::default();
    let mut count = 0;
    for Linted { input, diagnostics, .. } in files {
        baseline.add(&input.source, &input.resolution, diagnostics);
        count += diagnostics.len();
    }
    baselines::write(path, &baseline)?;
    let findings = report::count(count, "finding");
    output::tell(&format!("“{}” now holds {findings}", path.display()));
    Ok(())
}

/// A file and what was found in it.
pub(crate) struct Linted {
    pub(crate) input: Input,
    /// The name of the profile under which it was checked, if any.
    pub(crate) profile: Option<&'static str>,
    pub(crate) diagnostics: Vec<lint::Diagnostic>,
    /// Why its words were not looked up, where that was asked for.
    pub(crate) lacking: Option<String>,
    /// What a tabled text must have, where `--submit` asks for it.
    pub(crate) checklist: Option<Vec<lint::Check>>,
    /// The text after the fixes, where `--diff` asks to see it.
    pub(crate) mended: Option<Source>,
}

fn lint_file(
    path: &Path,
    arguments: &Arguments,
    selection: &Selection,
    dictionaries: &Dictionaries,
    allowed: Option<Effect>,
) -> Result<Linted, CliError> {
    let mut input = input::read_quietly(path, arguments.raw, &arguments.reading)?;
    let (mut selection, mut lacking) = (selection.clone(), None);
    if selection.is_spelt {
        match dictionaries.of(input.resolution.language) {
            Ok(dictionary) => selection.dictionary = Some(dictionary),
            Err(lack) if arguments.choice.spelling && !lack.is_natural() => {
                return Err(lack.into());
            }
            Err(lack) => lacking = Some(lack.to_string()),
        }
    }
    let selection = &selection;
    if arguments.submit && input.resolution.stage == Stage::Adopted {
        let message =
            format!("“{}” is adopted; only a draft is submitted", path.display());
        return Err(CliError::Usage(message));
    }
    let mut mended = None;
    if let Some(allowed) = allowed.filter(|_| arguments.tracked) {
        let tracking = Tracking {
            file: path,
            output: arguments.output.as_deref(),
            reading: &arguments.reading,
            allowed,
            signature: arguments.signing.now()?,
        };
        input = tracking.run(input, selection)?;
    } else if let Some(allowed) = allowed {
        let settled = fix::settle(&input.source, selection, allowed);
        if arguments.diff {
            mended = Some(settled);
        } else {
            write_mended(path, arguments, &input, &settled)?;
            input.resolution = crate::syntax::parse(&settled);
            input.source = settled;
        }
    }
    let diagnostics = lint::check_parsed(&input.source, &input.resolution, selection);
    let checklist = arguments
        .submit
        .then(|| lint::checklist(&input.resolution, selection, &diagnostics));
    let profile = selection.profile_for(input.resolution.organ);
    let profile = profile.map(|profile| profile.name.as_str());
    Ok(Linted { input, profile, diagnostics, lacking, checklist, mended })
}

fn write_mended(
    path: &Path,
    arguments: &Arguments,
    input: &Input,
    mended: &Source,
) -> Result<(), CliError> {
    let is_standard_input = path.as_os_str() == "-";
    let target = match &arguments.output {
        Some(output) => Some(output.as_path()),
        None if is_standard_input => None,
        None if input.imported.is_some() => {
            let message = format!(
                "“{}” is no draft, and is never written over; name the draft to write with -o",
                path.display()
            );
            return Err(CliError::Usage(message));
        }
        None => Some(path),
    };
    let writes_over_itself = arguments.output.is_none() && !is_standard_input;
    if writes_over_itself && *mended == input.source {
        return Ok(());
    }
    output::write(target, mended.text().as_bytes())
}
