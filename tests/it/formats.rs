//! Each draft in each format, as one reads it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use zerodraft::model::{Paragraph, Resolution};
use zerodraft::render::{self, Options, format_for};
use zerodraft::text::Source;

fn drafts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn parse(text: &str) -> Resolution {
    zerodraft::syntax::parse(&Source::new(text))
}

fn draft(path: &Path) -> Resolution {
    parse(&String::from_utf8(std::fs::read(path).unwrap()).unwrap())
}

fn rendered(resolution: &Resolution, format: &str, options: &Options) -> Vec<u8> {
    render::render(resolution, format_for(format).unwrap(), options).unwrap()
}

fn rendered_text(resolution: &Resolution, format: &str) -> String {
    String::from_utf8(rendered(resolution, format, &Options::default())).unwrap()
}

#[test]
fn every_draft_in_plain_text() {
    for path in drafts() {
        let text = rendered_text(&draft(&path), "text");
        for line in text.lines() {
            let width = textwrap::core::display_width(line);
            assert!(width <= 72, "{}: {width} columns: {line}", path.display());
        }
        insta::assert_snapshot!(format!("text__{}", name(&path)), text);
    }
}

#[test]
fn every_draft_in_markdown() {
    for path in drafts() {
        let text = rendered_text(&draft(&path), "md");
        insta::assert_snapshot!(format!("markdown__{}", name(&path)), text);
    }
}

#[test]
fn every_draft_in_html() {
    for path in drafts() {
        let html = rendered_text(&draft(&path), "html");
        let (_, body) = html.split_once("</style>").unwrap();
        insta::assert_snapshot!(format!("html__{}", name(&path)), body);
    }
}

#[test]
fn ascii_folds_and_emphasis_marks() {
    let resolution = parse("The Human Rights Council,\n\n1. Decides “to act” – now….\n");
    let options = Options { ascii: true, emphasis: true, ..Options::default() };
    let text = String::from_utf8(rendered(&resolution, "txt", &options)).unwrap();
    assert!(text.contains("      _The Human Rights Council_,\n"), "{text}");
    assert!(text.contains("      1.   _Decides_ \"to act\" - now....\n"), "{text}");
}

/// What a resolution says, without the places where it says so.
fn said(resolution: &Resolution) -> String {
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
    for footnote in &resolution.footnotes {
        let _ = writeln!(said, "{} {}", footnote.mark, footnote.prose.text);
    }
    for annex in &resolution.annexes {
        let _ = writeln!(said, "annex {}", annex.title.text);
        annex.paragraphs.iter().for_each(|paragraph| say(paragraph, &mut said));
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
    let located = (&masthead.symbol, &masthead.date, &masthead.session);
    let values = (
        located.0.as_ref().map(|symbol| &symbol.value),
        located.1.as_ref().map(|date| date.value),
        located.2.as_ref().map(|session| &session.value),
    );
    let _ = writeln!(said, "{values:?}");
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

#[test]
fn markdown_is_the_draft_again() {
    for path in drafts() {
        let resolution = draft(&path);
        let again = parse(&rendered_text(&resolution, "md"));
        if name(&path) == "ga_draft" {
            // Its numbers were asked for, and are now written.
            assert_eq!(again.operative().count(), resolution.operative().count());
        } else {
            similar_asserts(&said(&resolution), &said(&again), &path);
        }
        assert_eq!(
            again.front_matter.as_ref().unwrap().problems,
            [],
            "{}",
            path.display()
        );
        let twice = rendered_text(&again, "md");
        assert_eq!(twice, rendered_text(&parse(&twice), "md"), "{}", path.display());
    }
}

fn similar_asserts(before: &str, after: &str, path: &Path) {
    for (before, after) in before.lines().zip(after.lines()) {
        assert_eq!(before, after, "{}", path.display());
    }
    assert_eq!(before.lines().count(), after.lines().count());
}

#[test]
fn markdown_keeps_words_that_look_like_marks() {
    let text = "The General Assembly,\n\nNoting 5 \\* 3 and \\[^1] and \\{++ and \\<!-- it,\n\n\
                \\1. Decides it;\n\n\\# Requests it;\n\n2. Requests:\n\n   (a) This;\n\n   and \
                more;\n\n3. Decides:\n\n> The Assembly recalls.\n";
    let resolution = parse(text);
    let again = parse(&rendered_text(&resolution, "md"));
    similar_asserts(&said(&resolution), &said(&again), Path::new("a text"));
}
