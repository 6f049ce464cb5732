//! Annexes and the other documents that a document holds.

use super::body::{HEAD_OF_DIVISION, Paragraph, Reader, element_of, without};
use super::tree::Element;
use super::words::Words;
use crate::import::SetAside;
use crate::import::manuscript::Role;

impl<'t> Reader<'t> {
    pub(super) fn attachments(&mut self, attachments: &'t Element) {
        self.stray_words(attachments);
        for attachment in attachments.elements() {
            self.stray_words(attachment);
            let is_annex = attachment.name == "attachment";
            let named: &[&str] = if is_annex { &HEAD_OF_DIVISION } else { &[] };
            if is_annex {
                self.annex_heading(attachment);
            }
            for part in without(attachment, named).into_iter().filter_map(element_of) {
                match part.name.as_str() {
                    _ if is_annex && part.child("meta").is_some() => self.annex(part),
                    _ => self.block(part, &mut Paragraph::several()),
                }
            }
        }
    }

    pub(super) fn reference(&mut self, element: &Element) {
        let words = ["showAs", "href", "src"]
            .iter()
            .find_map(|name| element.attribute(name).map(str::to_owned));
        if let Some(text) = words {
            let what = "reference to another file";
            self.set_aside.push(SetAside { place: element.line, what, text });
        }
    }

    /// The heading of an annex. Every annex has one in a draft, since its heading is all
    /// that tells it from the text.
    fn annex_heading(&mut self, attachment: &'t Element) {
        let is_named =
            HEAD_OF_DIVISION.iter().any(|name| attachment.child(name).is_some());
        if is_named {
            self.heading(attachment);
        } else {
            self.push(Words::new("Annex"), attachment.line, Role::Heading);
        }
    }

    /// An annex: the lines of its preface are headings, those left out that only say again
    /// that it is one.
    fn annex(&mut self, annex: &'t Element) {
        let said = self.lines.last().map(|line| line.text.clone()).unwrap_or_default();
        self.stray_words(annex);
        for part in annex.elements() {
            match part.name.as_str() {
                "meta" => self.meta(part),
                "coverPage" | "preface" => {
                    self.stray_words(part);
                    for line in part.elements() {
                        let words = self.hand.words(line);
                        if words.text == said {
                            self.words_aside(line, "heading said twice");
                        } else if line.descendant("docTitle").is_some() {
                            self.allowances(line);
                            self.push(words, line.line, Role::Heading);
                        } else {
                            self.block(line, &mut Paragraph::several());
                        }
                    }
                }
                "attachments" | "components" => self.attachments(part),
                _ => self.flow(part, &mut Paragraph::several()),
            }
        }
    }
}
