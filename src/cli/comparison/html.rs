//! A comparison for the browser: one file, no script.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::{Compared, counts};
use crate::compare::{Change, Comparison, Passage, Relation, Row};
use crate::conventions::Language;

const STYLE: &str = include_str!("style.css");

/// The later text whole, with what went and what came marked in it.
pub(in crate::cli) fn html(compared: &Compared) -> String {
    let language = compared.new.resolution.language;
    let direction = if language == Language::Ar { " dir=\"rtl\"" } else { "" };
    let (old, new) =
        (escape(compared.old.name.as_str()), escape(compared.new.name.as_str()));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{old} and {new} compared</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1><del>{old}</del> <ins>{new}</ins></h1>\n<p>{}</p>\n</header>\n\
         <main lang=\"{}\"{direction}>\n",
        counts(&compared.comparison.summary()),
        language.code(),
    );
    for row in &compared.comparison.rows {
        section(compared, row, &mut page);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn section(compared: &Compared, row: &Row, page: &mut String) {
    let class = match (row.is_moved, row.relation) {
        (true, Relation::Kept) => "moved",
        (_, relation) => relation.word(),
    };
    let heading = compared.heading(row);
    let _ = write!(
        page,
        "<section class=\"{class}\">\n<h2 lang=\"en\" dir=\"ltr\">{}</h2>\n<p>{}</p>\n</section>\n",
        escape(heading.as_str()),
        words(compared, row),
    );
}

fn words(compared: &Compared, row: &Row) -> String {
    let Comparison { old, new, .. } = &compared.comparison;
    let texts = |change: Change, list: &[Passage], indices: &[usize]| -> String {
        indices.iter().map(|index| marked(change, &list[*index].text)).collect()
    };
    match row.relation {
        Relation::Added => texts(Change::Added, new, &row.new),
        Relation::Dropped => texts(Change::Deleted, old, &row.old),
        Relation::Kept => texts(Change::Same, new, &row.new),
        Relation::Reworded | Relation::Split | Relation::Merged => {
            row.words.iter().map(|words| marked(words.change, &words.text)).collect()
        }
    }
}

fn marked(change: Change, words: &str) -> String {
    let words = escape(words);
    match change {
        Change::Same => words.into_owned(),
        Change::Deleted => format!("<del>{words}</del>"),
        Change::Added => format!("<ins>{words}</ins>"),
    }
}
