//! What was found, for people: each finding with its line, the place marked, what usage
//! is, and the fix.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use similar::TextDiff;

use super::commands::lint::Linted;
use super::formats::shown;
use super::{CliError, output};
use crate::import::Unit;
use crate::lint::{Diagnostic, Effect, Severity, Standing, Summary};
use crate::text::{Source, TextRange};

/// Prints the findings of all files, and a line that counts them.
pub(super) fn print(files: &[Linted], notes: bool, diff: bool) -> Result<(), CliError> {
    let mut text = String::new();
    for file in files {
        if let (true, Some(mended)) = (diff, &file.mended) {
            text.push_str(&difference(file, mended));
            continue;
        }
        let found: Vec<&Diagnostic> = shown(file, notes).collect();
        if files.len() > 1 && !found.is_empty() {
            text.push_str(&heading(file, &found));
        }
        for found in found {
            text.push_str(&finding(file, found));
            text.push('\n');
        }
    }
    if !diff {
        for file in files {
            text.push_str(&checklist(file));
        }
        text.push_str(&summary(files, notes));
    }
    output::print(&text)
}

/// What a tabled text must have, each with its mark and the places that lack it.
fn checklist(file: &Linted) -> String {
    let Some(checks) = &file.checklist else { return String::new() };
    let mut text = format!("Before submission: {}\n", file.input.name);
    for check in checks {
        let mark = match check.standing {
            Standing::Met => '✓',
            Standing::NotMet => '✗',
            Standing::ToConsider => '!',
            Standing::NotChecked => '?',
        };
        write!(text, "  {mark} {}", check.wanted).ok();
        if check.standing == Standing::NotChecked {
            text.push_str(" (not checked)");
        } else if !check.places.is_empty() {
            write!(text, ": {}", check.places.join(", ")).ok();
        }
        text.push('\n');
    }
    let standing = |standing| checks.iter().filter(|c| c.standing == standing).count();
    let (open, total) = (standing(Standing::NotMet), checks.len());
    match open {
        0 => text.push_str("  nothing keeps it from being tabled\n\n"),
        _ => writeln!(text, "  {open} of {total} not met\n").unwrap_or_default(),
    }
    text
}

/// The name of a file over its findings, with their number.
fn heading(file: &Linted, found: &[&Diagnostic]) -> String {
    let bold = clap::builder::styling::Style::new().bold();
    let findings = count(found.len(), "finding");
    let name = output::printable(&file.input.name);
    format!("{bold}{name}: {findings}{bold:#}\n\n")
}

fn difference(file: &Linted, mended: &Source) -> String {
    let name = &file.input.name;
    let diff = TextDiff::from_lines(file.input.source.text(), mended.text());
    let diff = diff.unified_diff().header(name, name).to_string();
    output::printable(&diff).into_owned()
}

fn finding(file: &Linted, found: &Diagnostic) -> String {
    let source = &file.input.source;
    let position = source.position(found.range.start());
    let line = source.line(position.line);
    let end =
        found.range.end().clamp(found.range.start(), line.end().max(found.range.start()));
    let shown = excerpt(source, line, TextRange::new(found.range.start(), end));
    let label = found.paragraph.as_deref().unwrap_or("draft");
    let name = &file.input.name;
    let original = file.input.imported.as_ref().and_then(|imported| {
        let place = imported.places.get(position.line - 1).filter(|place| **place > 0);
        place.map(|place| (imported.unit, place))
    });
    let place = match original {
        Some((Unit::Line, line)) => format!("{name}:{line}: {label}"),
        Some((unit, place)) => format!("{name}: {} {place}: {label}", unit.word()),
        None => format!("{name}:{}:{}: {label}", position.line, position.column),
    };
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = output::printable(&found.message).into_owned();
    let mark = AnnotationKind::Primary.span(shown.mark.clone());
    let snippet = Snippet::source(shown.text.as_str())
        .line_start(original.map_or(position.line, |(_, place)| *place))
        .annotation(mark);
    let mut group = Group::with_title(level.primary_title(message).id(found.rule.name))
        .element(snippet);
    if let Some(help) = &found.help {
        group = group.element(Level::HELP.message(output::printable(help).into_owned()));
    }
    if let Some(fix) = found.fixes.first() {
        let how = match fix.effect {
            Effect::Editorial => "--fix",
            Effect::Substantive => "--fix-all",
        };
        group = group.element(
            Level::HELP.message(format!("{how}: {}", output::printable(&fix.title))),
        );
    }
    let rendered = Renderer::styled().render(&[group]);
    format!("{place}\n{rendered}\n")
}

/// A stretch of a line around the place of a finding: the lines of a draft are long.
struct Excerpt {
    text: String,
    mark: std::ops::Range<usize>,
}

/// How many characters are shown before and after the place.
const AROUND: usize = 36;

fn excerpt(source: &Source, line: TextRange, place: TextRange) -> Excerpt {
    let before =
        source.slice(TextRange::new(line.start().min(place.start()), place.start()));
    let after = source.slice(TextRange::new(place.end(), line.end().max(place.end())));
    let inner: String = source.slice(place).chars().take(2 * AROUND).collect();
    let first = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let plain = |text: &str| -> String {
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    };
    let mut text = String::from(if first > 0 { "…" } else { "" });
    text.push_str(&plain(before.get(first..).unwrap_or_default()));
    let start = text.len();
    text.push_str(&plain(&inner));
    let end = text.len();
    text.push_str(&plain(after.get(..last).unwrap_or_default()));
    if last < after.len() {
        text.push('…');
    }
    Excerpt { text, mark: start..end }
}

pub(super) fn summary(files: &[Linted], notes: bool) -> String {
    let mut total = Summary::default();
    let mut fixable = 0;
    for file in files {
        let one = Summary::of(&file.diagnostics);
        total.errors += one.errors;
        total.warnings += one.warnings;
        total.notes += one.notes;
        let is_fixable = |found: &&Diagnostic| {
            found.severity > Severity::Note
                && found.fixes.first().is_some_and(|fix| fix.effect == Effect::Editorial)
        };
        fixable += file.diagnostics.iter().filter(is_fixable).count();
    }
    let mut text = match (total.is_clean(), files.len()) {
        (true, 0) => String::new(),
        (true, 1) => "nothing found".to_owned(),
        (true, count) => format!("nothing found in {count} files"),
        _ => format!(
            "{}, {}",
            count(total.errors, "error"),
            count(total.warnings, "warning")
        ),
    };
    if total.notes > 0 && !text.is_empty() {
        let shown = if notes { "" } else { " (--notes shows them)" };
        write!(text, ", {}{shown}", count(total.notes, "note")).ok();
    }
    if fixable > 0 {
        write!(text, "; --fix mends {fixable}").ok();
    }
    if text.is_empty() { text } else { text + "\n" }
}

pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
