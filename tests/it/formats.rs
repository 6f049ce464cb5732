//! Each draft in each format, as one reads it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::saying::said;
use crate::word_parts::parts_of;
use proptest::strategy::Strategy as _;
use zerodraft::model::Resolution;
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

/// Every format that this build can write.
fn formats() -> impl Iterator<Item = &'static &'static render::Format> {
    render::FORMATS.iter().filter(|format| cfg!(feature = "pdf") || format.name != "pdf")
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

#[test]
fn no_line_ends_inside_a_symbol_or_a_date() {
    let words = "Recalling resolution S/RES/2231 (2015) of 20 July 2015, para. 4 of it, and \
                 document A/HRC/44/37/Add.1 of Mr.\u{a0}Kim,";
    let resolution = parse(&format!("The General Assembly,\n\n{words}\n\n1. Decides.\n"));
    for ascii in [false, true] {
        for width in 40..100 {
            let options = Options { width, ascii, ..Options::default() };
            let text = String::from_utf8(rendered(&resolution, "txt", &options)).unwrap();
            for line in text.lines() {
                let end = ["2231", "20", "para.", "Mr.", "/", "HRC"];
                assert!(!end.iter().any(|end| line.ends_with(end)), "{width}: {line}");
            }
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = words.replace('\u{a0}', " ");
            assert!(joined.contains(&said), "{joined}");
        }
    }
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

/// Checks that every element is closed, and gives what `see` makes of each event.
fn read_xml(xml: &str, mut see: impl FnMut(quick_xml::events::Event)) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
        see(event);
    }
    assert_eq!(depth, 0, "{xml}");
}

/// The words of a part of a Word file, a paragraph on a line, with the style before it.
fn readable(xml: &str) -> String {
    use quick_xml::events::Event;
    let mut text = String::new();
    let value = |element: &quick_xml::events::BytesStart, name: &str| {
        let attribute = element.try_get_attribute(name).unwrap().unwrap();
        attribute.value.clone().into_owned()
    };
    let (mut is_text, mut italic, mut is_code) = (false, false, false);
    read_xml(xml, |event| match event {
        Event::Start(e) | Event::Empty(e) => match e.name().as_ref() {
            "w:pStyle" => text.extend([&value(&e, "w:val"), "| "]),
            "w:tab" if e.try_get_attribute("w:pos").unwrap().is_none() => text.push('→'),
            "w:br" => text.push('⏎'),
            "w:ilvl" => text.extend(["level ", &value(&e, "w:val")]),
            "w:numId" => text.extend([" of list ", &value(&e, "w:val"), "| "]),
            "w:instrText" => is_code = true,
            "w:footnoteReference" => text.extend(["[note ", &value(&e, "w:id"), "]"]),
            "w:footnoteRef" => text.push_str("[mark]"),
            "w:footnote" => text.extend(["note ", &value(&e, "w:id"), ": "]),
            "w:pageBreakBefore" => text.push_str("page break, "),
            "w:strike" => text.push('~'),
            "w:u" => text.push('+'),
            "w:r" => italic = false,
            "w:i" => italic = true,
            "w:t" => {
                is_text = true;
                if italic {
                    text.push('/');
                }
            }
            _ => {}
        },
        Event::Text(words) if is_text => text.push_str(&words),
        Event::Text(code) if std::mem::take(&mut is_code) => {
            text.extend(["{", code.trim(), "}"]);
        }
        Event::GeneralRef(name) => text.extend(["&", &*name, ";"]),
        Event::End(e) => match e.name().as_ref() {
            "w:t" => {
                is_text = false;
                if italic {
                    text.push('/');
                }
            }
            "w:p" => text.push('\n'),
            _ => {}
        },
        _ => {}
    });
    text
}

#[test]
fn every_draft_in_word() {
    for path in drafts() {
        let docx = rendered(&draft(&path), "docx", &Options::default());
        let mut text = String::new();
        for (name, xml) in parts_of(&docx) {
            let is_words =
                ["document.xml", "footnotes.xml", "header2.xml", "header3.xml"];
            if is_words.iter().any(|end| name == format!("word/{end}")) {
                let _ = writeln!(text, "## {name}\n{}", readable(&xml));
            }
        }
        insta::assert_snapshot!(format!("docx__{}", name(&path)), text);
    }
}

#[test]
fn every_draft_in_akoma_ntoso() {
    for path in drafts() {
        let xml = rendered_text(&draft(&path), "xml");
        insta::assert_snapshot!(format!("akoma_ntoso__{}", name(&path)), xml);
    }
}

#[test]
fn html_closes_what_it_opens_and_leads_somewhere() {
    for path in drafts() {
        let html = rendered_text(&draft(&path), "html");
        let (_, body) = html.split_once("<!DOCTYPE html>").unwrap();
        read_xml(body, |_| {});
        for piece in html.split("href=\"#").skip(1) {
            let id = format!("id=\"{}\"", piece.split_once('"').unwrap().0);
            assert_eq!(html.matches(&id).count(), 1, "{}: {id}", path.display());
        }
    }
}

/// Every value of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

#[test]
fn html_has_one_heading_and_landmarks_that_differ() {
    for path in drafts() {
        let resolution = draft(&path);
        let html = rendered_text(&resolution, "html");
        let name = path.display();
        let has_head = resolution.title.is_some()
            || resolution.stage == zerodraft::model::Stage::Adopted
            || !resolution.sponsors.list.is_empty();
        assert_eq!(html.matches("<h1 ").count(), usize::from(has_head), "{name}");
        assert_eq!(html.matches("<main>").count(), 1, "{name}");
        assert!(!html.contains("<script") && !html.contains("http"), "{name}");
        for attribute in ["id", "aria-label"] {
            let mut all = values(&html, attribute);
            all.sort_unstable();
            assert!(all.is_sorted_by(|one, next| one < next), "{name}: {all:?}");
        }
        let code = resolution.language.code();
        let direction = if code == "ar" { "rtl" } else { "ltr" };
        assert!(html.contains(&format!("<html lang=\"{code}\" dir=\"{direction}\">")));
    }
}

#[test]
fn html_prints_the_sheet_of_its_house() {
    let page = |text: &str| rendered_text(&parse(text), "html");
    let geneva = page("---\norgan: HRC\nsymbol: \"A/HRC/60/L.7\"\n---\n1. Decides.\n");
    for rule in [
        "@page { size: A4; margin: 70.9pt 56.7pt 56.7pt 56.7pt; }",
        "@page :first { margin-top: 14.25pt;",
        "@top-right { content: \"A/HRC/60/L.7\"; } @bottom-right { content: counter(page); }",
        "--column: 56.7pt; --first-line: 28.35pt; --after-number: 28.35pt;",
    ] {
        assert!(geneva.contains(rule), "{rule}");
    }
    let new_york = page("---\norgan: GA\nsymbol: \"</style>\\\"\"\n---\n1. Decides.\n");
    assert!(new_york.contains("size: letter; margin: 72pt 60pt 57.6pt 60pt;"));
    assert!(new_york.contains("{ content: counter(page) \"/\" counter(pages); }"));
    assert_eq!(new_york.matches("</style>").count(), 1);
}

#[test]
fn hostile_words_stay_words() {
    let text = "---\ntitle: \"<b>&\\\"\\u0000\"\nsymbol: \"A/<x>&/L.1\"\n---\nThe General \
                Assembly,\n\nRecalling <script> & \u{1}\u{b}\u{fffe} *x[^<]*,\n\n\
                {++1. Decides {--</w:t>--}++}[^<];\n\n[^<]: ]]> & <!-- \u{7}.\n";
    let resolution = parse(text);
    let html = rendered_text(&resolution, "html");
    assert!(!html.contains("<script>") && !html.contains("</w:t>"));
    for (_, xml) in parts_of(&rendered(&resolution, "docx", &Options::default())) {
        read_xml(&xml, |_| {});
        assert!(!xml.contains(['\u{1}', '\u{b}', '\u{fffe}', '\u{7}']));
    }
    let xml = rendered_text(&resolution, "xml");
    read_xml(&xml, |_| {});
    assert!(!xml.contains("<script>") && !xml.contains(['\u{1}', '\u{b}', '\u{fffe}']));
    for text in ["", "\n", "---\n---\n", "[^1]: x", "# Annex", "# Part A", "(a)", "#."] {
        for format in formats() {
            rendered(&parse(text), format.name, &Options::default());
        }
    }
}

#[test]
fn ten_thousand_marks_cost_no_more_than_their_length() {
    let text = format!(
        "The General Assembly,\n\n1. Decides {}.\n",
        "*a*[^1] {++b++} ".repeat(20_000)
    );
    let resolution = parse(&text);
    for format in formats() {
        assert!(!rendered(&resolution, format.name, &Options::default()).is_empty());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Any text gives a file in every format, within the lines and without broken XML.
    #[test]
    fn any_text_renders(
        pieces in proptest::collection::vec(
            proptest::prelude::prop_oneof![
                proptest::sample::select(vec![
                    "---\n", "organ: HRC\n", "stage: adopted\n", "title: \"X\"\n", "The Human Rights Council,",
                    "\n\n", "1. ", "(a) ", "   (i) ", "#. ", "(#) ", "* ", "*", "[^1]", "[^1]: ", "{++", "++}", "{--",
                    "--}", "{>>", "<<}", "# ", "# Annex\n\n", "# Part A\n\n", "> ", "\\", "Recalling ", "Decides ", "| ",
                    "sponsors: [A, B]\n", "adoption: {meeting: 3}\n", "人权理事会，", "\u{a0}", "\r\n", "4 bis. ",
                ]).prop_map(str::to_owned),
                "\\PC{0,12}",
            ],
            0..24,
        )
    ) {
        let text = pieces.concat();
        let resolution = parse(&text);
        for line in rendered_text(&resolution, "text").lines() {
            proptest::prop_assert!(textwrap::core::display_width(line) <= 72, "{line}");
        }
        let again = rendered_text(&resolution, "md");
        parse(&again);
        rendered_text(&resolution, "html");
        read_xml(&rendered_text(&resolution, "xml"), |_| {});
        for (_, xml) in parts_of(&rendered(&resolution, "docx", &Options::default())) {
            read_xml(&xml, |_| {});
        }
    }
}
