//! The rules of style that depend on the house and on the draft: the paper, its running
//! heads, and the measures by which the page is printed.

use std::fmt::Write;

use crate::conventions::organs::House;
use crate::render::composition::Composition;
use crate::render::sheet::settings::settings;
use crate::render::sheet::{Twips, sheet};

/// The rules, to stand before those that all pages share.
pub(super) fn rules(composition: &Composition) -> String {
    let sheet = sheet(composition.house);
    let [top, right, bottom, left] = sheet.margins.map(points);
    let (paper, pages) = match composition.house {
        House::Geneva => ("A4", "counter(page)"),
        House::NewYork => ("letter", "counter(page) \"/\" counter(pages)"),
    };
    let head = string(composition.masthead.symbol.as_deref().unwrap_or_default());
    let stamp = composition.stamp.as_deref().map(string);
    let stamp = stamp.map(|words| format!(" @bottom-center {{ content: {words}; }}"));
    let stamp = stamp.unwrap_or_default();
    let header = points(sheet.header);
    let mut css = String::new();
    // The masthead of the first page stands where the others have their running heads.
    let _ = write!(
        css,
        "@page {{ size: {paper}; margin: {top} {right} {bottom} {left};{stamp} }}\n\
         @page :left {{ @top-left {{ content: {head}; }} @bottom-left {{ content: {pages}; }} }}\n\
         @page :right {{ @top-right {{ content: {head}; }} @bottom-right {{ content: {pages}; }} }}\n\
         @page :first {{ margin-top: {header}; @top-left {{ content: none; }} \
         @top-right {{ content: none; }} @bottom-left {{ content: none; }} \
         @bottom-right {{ content: none; }} @bottom-center {{ content: none; }} }}\n"
    );
    let [emblem, name, middle, distribution] = sheet.masthead.columns.map(points);
    let [upper, lower] = sheet.masthead.heights.map(points);
    let measures = [
        ("columns", format!("{emblem} {name} {middle} {distribution}")),
        ("rows", format!("{upper} {lower}")),
        ("organ-line", points(settings(composition.house).principal_organ.line)),
        ("above-distribution", points(sheet.masthead.above_distribution)),
        ("column", points(sheet.column)),
        ("first-line", points(sheet.first_line)),
        ("after-number", points(sheet.after_number - sheet.column - sheet.first_line)),
        ("after-title-number", points(sheet.after_title_number)),
        ("footnote-mark", points(sheet.footnote_mark)),
    ];
    css.push_str(":root {");
    for (name, measure) in measures {
        let _ = write!(css, " --{name}: {measure};");
    }
    css.push_str(" }\n");
    css
}

/// A length as CSS has it.
fn points(length: Twips) -> String {
    format!("{}pt", f64::from(length) / 20.0)
}

/// Words as a string of CSS, in which nothing ends the string or the element.
fn string(words: &str) -> String {
    let mut text = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' | '\n' => {
                let _ = write!(text, "\\{:x} ", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text + "\""
}
