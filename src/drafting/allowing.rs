//! See [`allow`].

use super::lists::with_entry;
use crate::conventions::calendar::parse_date;
use crate::fix::apply_edits;
use crate::lint::{self, Diagnostic, Draft, Selection};
use crate::syntax::quoted;
use crate::text::{Edit, Source};

/// What a drafter writes to let a finding stand: a comment before its paragraph, or, where
/// that does not reach it, as with the title, a line of the front matter. `None` if neither
/// silences it, as in a front matter that cannot be read.
///
/// A reason that ends with “until” and a day lets it stand until then.
pub fn allow(
    draft: &Draft,
    found: &Diagnostic,
    reason: &str,
    selection: &Selection,
) -> Option<Edit> {
    let reason = one_line(reason);
    let edits = [
        before_paragraph(draft, found, &reason),
        Some(in_front_matter(draft, found, &reason)),
    ];
    let only = Selection { only: vec![found.rule.name.to_owned()], ..selection.clone() };
    let before = lint::check(draft.source, &only).len();
    let silences = |edit: &Edit| {
        let allowed = Source::new(apply_edits(draft.source, &[edit]));
        lint::check(&allowed, &only).len() < before
    };
    edits.into_iter().flatten().find(silences)
}

/// A reason that neither ends the comment in which it stands nor the line.
fn one_line(reason: &str) -> String {
    let words: Vec<&str> = reason.split_whitespace().collect();
    words.join(" ").replace("--", "–")
}

fn before_paragraph(draft: &Draft, found: &Diagnostic, reason: &str) -> Option<Edit> {
    let paragraph = draft.resolution.paragraph_at(found.range.start())?;
    let start = paragraph.range.start();
    let indent = super::site::indent(draft, start)?;
    let (rule, line_break) = (found.rule.name, draft.line_break());
    let comment = format!(
        "{indent}<!-- zerodraft: allow {rule} because {reason} -->{line_break}{line_break}"
    );
    Some(Edit::insert(start - indent.len(), comment))
}

fn in_front_matter(draft: &Draft, found: &Diagnostic, reason: &str) -> Edit {
    with_entry(draft, "allow", &entry(found.rule.name, reason))
}

fn entry(rule: &str, reason: &str) -> String {
    let end = reason.rsplit_once("until ").filter(|(_, day)| parse_date(day).is_some());
    match end {
        Some((reason, day)) => {
            let reason = quoted(reason.trim_end());
            format!("{{rule: {}, because: {reason}, until: {day}}}", quoted(rule))
        }
        None => format!("{{rule: {}, because: {}}}", quoted(rule), quoted(reason)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;

    /// Allows the first finding of a rule.
    fn check(before: &str, rule: &str, reason: &str, after: &str) {
        let source = Source::new(before);
        let resolution = syntax::parse(&source);
        let selection = Selection::only(&[rule]);
        let found = lint::check(&source, &selection);
        let draft = Draft::new(&source, &resolution);
        let edit = allow(&draft, &found[0], reason, &selection).unwrap();
        assert_eq!(apply_edits(&source, &[&edit]), after);
    }

    #[test]
    fn a_comment_stands_before_the_paragraph() {
        check(
            "The Council,\n\n1. Requests it:\n\n   (a) To act and and act;\n",
            "doubled-word",
            "so it is -- quoted",
            "The Council,\n\n1. Requests it:\n\n   <!-- zerodraft: allow doubled-word because \
             so it is – quoted -->\n\n   (a) To act and and act;\n",
        );
    }

    #[test]
    fn the_title_is_allowed_in_the_front_matter() {
        let title = "title: \"Water and sanitation.\"\n";
        let rule = "full-stop-after-title";
        check(
            &format!("---\norgan: HRC\n{title}---\n1. Decides.\n"),
            rule,
            "as tabled until 2030-01-31",
            &format!(
                "---\norgan: HRC\n{title}allow:\n  - {{rule: \"{rule}\", because: \"as \
                 tabled\", until: 2030-01-31}}\n---\n1. Decides.\n"
            ),
        );
        check(
            &format!(
                "---\nallow: [{{rule: \"doubled-word\"}}]\n{title}---\n1. Decides.\n"
            ),
            rule,
            "“so”",
            &format!(
                "---\nallow: [{{rule: \"doubled-word\"}}, {{rule: \"{rule}\", because: \
                 \"“so”\"}}]\n{title}---\n1. Decides.\n"
            ),
        );
        check(
            &format!("---\nallow:\n- rule: doubled-word\n{title}---\n1. Decides.\n"),
            rule,
            "so",
            &format!(
                "---\nallow:\n- rule: doubled-word\n- {{rule: \"{rule}\", because: \"so\"}}\n\
                 {title}---\n1. Decides.\n"
            ),
        );
    }
}
