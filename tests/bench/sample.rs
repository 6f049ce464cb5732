//! Drafts of any size, made of the stock paragraphs with their examples.

use std::fmt::Write;

use zerodraft::library::{Library, TemplatePart, as_paragraph, fill};

/// A draft of the Human Rights Council of at least `bytes` bytes.
pub(crate) fn draft(bytes: usize) -> String {
    let library = Library::shipped();
    let of_part = |part: TemplatePart| {
        library
            .templates
            .iter()
            .filter(move |t| t.part == part && t.is_for("HRC"))
            .cycle()
    };
    let mut text = String::from(
        "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\ntitle: \"A draft to measure\"\n---\n\n\
         The Human Rights Council,\n\n",
    );
    for template in of_part(TemplatePart::Preambular) {
        if text.len() > bytes * 2 / 5 {
            break;
        }
        let filled = fill(template, &template.examples(), &[]);
        writeln!(text, "{}\n", as_paragraph(&filled, None, ',')).ok();
    }
    for (index, template) in of_part(TemplatePart::Operative).enumerate() {
        let is_last = text.len() > bytes;
        let filled = fill(template, &template.examples(), &[]);
        let number = format!("{}.", index + 1);
        let ending = if is_last { '.' } else { ';' };
        writeln!(text, "{}\n", as_paragraph(&filled, Some(&number), ending)).ok();
        if is_last {
            break;
        }
    }
    text
}
