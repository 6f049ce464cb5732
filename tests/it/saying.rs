//! What a resolution says, to compare two of them.

use std::fmt::Write;

use zerodraft::model::{Paragraph, Resolution};

/// What a resolution says, without the places where it says so.
pub(crate) fn said(resolution: &Resolution) -> String {
    let mut said = String::new();
    for part in resolution.with_parts() {
        let title = part.title.as_ref().map(|title| &title.value);
        let number = part.number.as_ref().map(|number| &number.value);
        let organ_line = part.organ_line.as_ref().map(|line| &line.text);
        let _ = writeln!(said, "{number:?} {title:?} {organ_line:?}");
        for section in &part.sections {
            let _ = writeln!(said, "# {:?}", section.heading.as_ref().map(|h| &h.text));
            for paragraph in section.preambular.iter().chain(&section.operative) {
                say(paragraph, &mut said);
            }
        }
    }
    for prose in &resolution.struck_out {
        let _ = writeln!(said, "struck out {:?}", prose.marks[0].kind);
    }
    for footnote in &resolution.footnotes {
        let _ = writeln!(said, "{} {}", footnote.mark, footnote.prose.text);
    }
    for annex in &resolution.annexes {
        let _ = writeln!(said, "annex {}", annex.title.text);
        annex.paragraphs.iter().for_each(|paragraph| say(paragraph, &mut said));
    }
    for allowance in &resolution.allowances {
        let _ = writeln!(said, "allow {} {:?}", allowance.rule, allowance.because);
    }
    let masthead = &resolution.masthead;
    let items: Vec<_> = masthead.agenda_items.iter().map(|item| &item.value).collect();
    let sponsors: Vec<_> = resolution
        .sponsors
        .list
        .iter()
        .map(|sponsor| (&sponsor.name, sponsor.marked))
        .collect();
    let adoption = resolution.adoption.as_ref().map(|a| (a.meeting, a.date, &a.vote));
    let _ =
        writeln!(said, "{items:?} {sponsors:?} {:?}", resolution.sponsors.on_behalf_of);
    let _ = writeln!(said, "{adoption:?} {:?} {:?}", resolution.kind, resolution.stage);
    let symbol = masthead.symbol.as_ref().map(|symbol| &symbol.value.text);
    let date = masthead.date.as_ref().map(|date| date.value);
    let _ = writeln!(said, "{symbol:?} {date:?} {:?}", resolution.language);
    let session = masthead.session.as_ref().map(|session| &session.value);
    let dates = masthead.session_dates.as_ref().map(|dates| &dates.value);
    let organ = resolution.organ.map(|organ| &organ.code);
    let _ = writeln!(said, "{session:?} {dates:?} {organ:?}");
    said
}

fn say(paragraph: &Paragraph, said: &mut String) {
    let marker = paragraph.marker.as_ref().and_then(|marker| marker.ordinal);
    let marks: Vec<_> = paragraph.prose.marks.iter().map(|mark| &mark.kind).collect();
    let Paragraph { label, degree, part, .. } = paragraph;
    let text = &paragraph.prose.text;
    let _ = writeln!(said, "{label} {part:?} {degree} {marker:?} {text} {marks:?}");
    paragraph.children.iter().for_each(|child| say(child, said));
}
