//! Fixes as tracked changes of a Word file: what is written, what is left out, and that
//! nothing else of the file changes.

use std::collections::BTreeMap;
use std::io::Read as _;

use proptest::prelude::*;
use zerodraft::fix;
use zerodraft::fix::tracked::{Tracked, track};
use zerodraft::import::{self, Changes, Options};
use zerodraft::lint::{Effect, Selection};
use zerodraft::render::{self, format_for};
use zerodraft::syntax;
use zerodraft::text::{Signature, Source};

use crate::office::Office;
use crate::running::Desk;
use crate::word_files::{LISTS, WordFile, numbered, text};

fn signature() -> Signature {
    Signature { author: "Editor".to_owned(), date: "2020-09-28T12:00:00Z".to_owned() }
}

fn tracked(bytes: &[u8]) -> Tracked {
    let options = Options::default();
    let imported = import::read(bytes, &options).unwrap();
    track(
        bytes,
        &imported,
        &options,
        &Selection::default(),
        Effect::Editorial,
        &signature(),
    )
    .unwrap()
}

fn read(bytes: &[u8], changes: Changes) -> String {
    import::read(bytes, &Options { changes, ..Options::default() }).unwrap().text
}

/// The draft below its front matter, without blank lines and comments.
fn body(draft: &str) -> String {
    let (_, body) = draft.split_once("\n---\n").unwrap();
    let mut body = body.to_owned();
    while let Some((before, rest)) = body.split_once("{>>") {
        body = format!("{before}{}", rest.split_once("<<}").unwrap().1);
    }
    body.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = Vec::new();
            file.read_to_end(&mut text).unwrap();
            let name = file.name().unwrap().into_owned();
            (name, String::from_utf8(text).unwrap())
        })
        .collect()
}

/// What the file says once its changes are accepted, with the marks of the changes.
#[track_caller]
fn check(file: &WordFile, marked: &str) -> Tracked {
    let bytes = file.bytes();
    let before = read(&bytes, Changes::Reject);
    let tracked = tracked(&bytes);
    assert_eq!(body(&read(&tracked.bytes, Changes::Keep)), marked);
    assert_eq!(read(&tracked.bytes, Changes::Reject), before);
    let accepted = read(&tracked.bytes, Changes::Accept);
    assert!(!accepted.contains("{++"), "{accepted}");
    tracked
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn a_fix_is_tracked_over_runs_links_and_smart_tags() {
    let file = text(
        "<w:p w:rsidR=\"00A1\"><w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
         <w:r w:rsidR=\"00B2\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> the col</w:t></w:r>\
         <w:r><w:t xml:space=\"preserve\">or &amp; the</w:t><w:tab/><w:t xml:space=\"preserve\">labor </w:t></w:r>\
         <w:hyperlink r:id=\"x\"><w:r><w:t>program</w:t></w:r></w:hyperlink>\
         <w:smartTag w:element=\"place\"><w:r><w:t xml:space=\"preserve\"> of its center</w:t></w:r></w:smartTag>\
         <w:bookmarkStart w:id=\"7\" w:name=\"b\"/><w:r><w:t>,</w:t></w:r></w:p>",
    );
    let tracked = check(
        &file,
        "The General Assembly,\nRecalling the {--color--}{++colour++} {--&--}{++and++} the \
         {--labor--}{++labour++} {--program--}{++programme++} of its {--center--}{++centre++},",
    );
    let document = parts(&tracked.bytes)["word/document.xml"].clone();
    let by = "w:author=\"Editor\" w:date=\"2020-09-28T12:00:00Z\">";
    for kept in [
        &*format!(
            "{by}<w:r><w:rPr><w:b/></w:rPr>\
             <w:delText xml:space=\"preserve\">col</w:delText></w:r></w:del>"
        ),
        "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/><w:r><w:t>,</w:t></w:r></w:p>",
    ] {
        assert!(document.contains(kept), "{document}");
    }
}

#[test]
fn a_no_break_space_goes_with_the_word_that_wanted_it() {
    let paragraph = run("Recalling para.\u{a0}5 of its resolution of 2\u{a0}June 2010,");
    check(
        &text(&format!("<w:p>{paragraph}</w:p>")),
        "The General Assembly,\nRecalling {--para.\u{a0}--}{++paragraph ++}5 of its resolution of 2 June 2010,",
    );
}

#[test]
fn what_cannot_be_tracked_is_left_out_and_told() {
    let file = text(
        &[
            numbered(0, 0, "Recalling the Charter,"),
            numbered(1, 0, "Urges States to act;"),
            numbered(1, 0, "Notes the color;"),
            numbered(2, 0, "Requests it to act;"),
            format!(
                "<w:p>{}<w:fldSimple w:instr=\"TITLE\">{}</w:fldSimple>{}</w:p>",
                run("4. Invites the "),
                run("labor force"),
                run(";")
            ),
            format!(
                "<w:p>{}<w:ins w:id=\"3\" w:author=\"A\">{}</w:ins>{}</w:p>",
                run("5. Regrets the "),
                run("behavior"),
                run(" of it;")
            ),
            "<w:p><w:r><w:t> 6. Takes note of the program </w:t></w:r></w:p>".to_owned(),
            numbered(0, 0, "7. Decides to remain seized of the matter."),
        ]
        .concat(),
    )
    .with("numbering", LISTS);
    let tracked = check(
        &file,
        "The General Assembly,\nRecalling the Charter,\n1. Urges States to act;\n2. Notes the {--color--}{++colour++};\n\
         1. Requests it to act;\n4. Invites the labor force;\n\
         5. Regrets the {++behavior++} of it;\n6. Takes note of the program\n\
         7. Decides to remain seized of the matter.",
    );
    let told = tracked.left_out.iter().map(|left| format!("{}: {}", left.rule, left.why));
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_stands_in_the_file_is_kept() {
    let comment = "<w:comment w:id=\"4\" w:author=\"Norway\"><w:p><w:r><w:t>Too weak</w:t></w:r></w:p></w:comment>";
    let note = "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> \
                See the file</w:t></w:r></w:p></w:footnote>";
    let file = text(
        "<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t xml:space=\"preserve\">Recalling the color</w:t></w:r>\
         <w:r><w:footnoteReference w:id=\"1\"/></w:r><w:commentRangeEnd w:id=\"4\"/><w:r>\
         <w:commentReference w:id=\"4\"/></w:r><w:ins w:id=\"9\" w:author=\"Peru\"><w:r>\
         <w:t xml:space=\"preserve\"> now</w:t></w:r></w:ins><w:r><w:t>,</w:t></w:r></w:p>",
    )
    .with("comments", comment)
    .with("footnotes", note);
    let bytes = file.bytes();
    let tracked = tracked(&bytes);
    assert_eq!(
        body(&read(&tracked.bytes, Changes::Keep)),
        "The General Assembly,\nRecalling the {--color--}{++colour[^1] now++},\n\
         [^1]: See the file{++.++}"
    );
    let (before, after) = (parts(&bytes), parts(&tracked.bytes));
    let changed = ["word/document.xml", "word/footnotes.xml", "word/comments.xml"];
    for (name, text) in &before {
        assert!(changed.contains(&&**name) || after[name] == *text, "{name}");
    }
    assert!(after["word/comments.xml"].contains(comment));
    assert!(after["word/footnotes.xml"].contains("<w:r><w:footnoteRef/></w:r>"));
    let ids = |xml: &str, element: &str| -> Vec<String> {
        let at = format!("<w:{element} w:id=\"");
        xml.split(&*at)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let mut all = ids(&after["word/comments.xml"], "comment");
    assert!(!after["word/footnotes.xml"].contains("comment"));
    for part in ["word/document.xml", "word/footnotes.xml"] {
        all.extend(ids(&after[part], "ins"));
        all.extend(ids(&after[part], "del"));
    }
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!((count, all.len()), (7, 7));
}

#[test]
fn a_mark_behind_the_call_of_a_note_is_set_as_the_words() {
    let file = text(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>1. Decides to act</w:t></w:r><w:r><w:rPr>\
         <w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
    )
    .with("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>");
    let tracked = tracked(&file.bytes());
    let document = &parts(&tracked.bytes)["word/document.xml"];
    let full_stop =
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">.</w:t></w:r></w:ins>";
    assert!(document.contains(full_stop), "{document}");
}

/// A text with slips of many kinds.
const SLIPS: &str = "Recalling its resolutions 46/182 of 19 December 1991 and 72/6 of 13 November 2017 on the color & the labor,

Deeply concerned that 50 percent of of the women in the program are not paid , among others;

1. Reaffirms the the Charter,;

2. Requests the Secretary General to organise, inter alia, a center for the behavior of it;

3. Decides to remain seized of the matter";

/// A Word file with the words of a text, its runs cut at some places.
fn cut_at(text_of: &str, cuts: &[prop::sample::Index]) -> WordFile {
    let paragraph = |words: &str| {
        let mut places: Vec<usize> =
            cuts.iter().map(|cut| cut.index(words.len())).collect();
        places.retain(|place| words.is_char_boundary(*place));
        places.extend([0, words.len()]);
        places.sort_unstable();
        places.dedup();
        let pieces = places.windows(2).map(|ends| &words[ends[0]..ends[1]]);
        let runs: String =
            pieces.map(|words| run(&words.replace('&', "&amp;"))).collect();
        format!("<w:p>{runs}</w:p>")
    };
    text(&text_of.split("\n\n").map(paragraph).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever runs are cut: accepted, the file is the mended draft; rejected, it is as
    /// it was.
    #[test]
    fn accepted_is_mended_and_rejected_is_as_it_was(
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let bytes = cut_at(SLIPS, &cuts).bytes();
        let draft = Source::new(read(&bytes, Changes::Keep));
        let mended = fix::settle(&draft, &Selection::default(), Effect::Editorial);
        let tracked = tracked(&bytes);
        prop_assert_eq!(&read(&tracked.bytes, Changes::Accept), mended.text());
        prop_assert_eq!(read(&tracked.bytes, Changes::Reject), draft.text());
        prop_assert!(tracked.left_out.is_empty());
    }
}

#[test]
fn libreoffice_accepts_and_rejects_the_fixes() {
    let Some(office) = Office::start() else { return };
    let head = "---\norgan: GA\nsession: \"79\"\ntitle: \"Lamps\"\nnumber: \"79/...\"\n---\nThe General Assembly,\n\n";
    let draft =
        Source::new(format!("{head}{SLIPS}.[^1]\n\n[^1]: See the program of work\n"));
    let resolution = syntax::parse(&draft);
    let word = format_for("docx").unwrap();
    let file = render::render(&resolution, word, &render::Options::default()).unwrap();
    let mended = fix::settle(&draft, &Selection::default(), Effect::Editorial);
    assert_ne!(mended, draft);
    let tracked = tracked(&file);
    let accepted = office.accept(&tracked.bytes);
    assert_eq!(body(&read(&accepted, Changes::Accept)), body(mended.text()));
    let rejected = office.reject(&tracked.bytes);
    assert_eq!(body(&read(&rejected, Changes::Accept)), body(draft.text()));
}

#[test]
fn the_command_writes_another_word_file_or_says_why_not() {
    let desk = Desk::new();
    std::fs::write(desk.path("draft.docx"), cut_at(SLIPS, &[]).bytes()).unwrap();
    std::fs::write(desk.path("draft.txt"), SLIPS).unwrap();
    let lint = |arguments: &[&str]| desk.run(&[&["lint"], arguments].concat());
    for (arguments, said) in [
        (&["draft.docx", "--tracked", "-o", "out.docx"][..], "add --fix or --fix-all"),
        (&["draft.docx", "--tracked", "--fix"], "name it with -o OUT.docx"),
        (&["draft.docx", "--tracked", "--fix", "-o", "out.md"], "end it in .docx"),
        (&["draft.docx", "--tracked", "--fix", "-o", "draft.docx"], "is the file itself"),
        (&["draft.txt", "--tracked", "--fix", "-o", "out.docx"], "is no Word file"),
        (
            &[
                "draft.docx",
                "--tracked",
                "--fix",
                "-o",
                "out.docx",
                "--changes",
                "accept",
            ],
            "leave --changes out",
        ),
    ] {
        let ran = lint(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!desk.path("out.docx").exists(), "{arguments:?}");
    }
    let ran = lint(&[
        "draft.docx",
        "--fix",
        "--tracked",
        "--author",
        "A & B",
        "-o",
        "out.docx",
    ]);
    assert!(!ran.err.contains("not mended"), "{}", ran.err);
    let written = std::fs::read(desk.path("out.docx")).unwrap();
    let document = &parts(&written)["word/document.xml"];
    assert!(document.contains("w:author=\"A &amp; B\""), "{document}");
    assert!(read(&written, Changes::Keep).contains("{>>A & B: spelling: “colour”"));
}
