//! A later text as tracked changes of an earlier one: accepted it is the later, rejected
//! the earlier.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use zerodraft::import::{self, Changes, Options};
use zerodraft::model::Resolution;
use zerodraft::render::{self, format_for};
use zerodraft::syntax;
use zerodraft::text::{Signature, Source};

use crate::office::Office;
use crate::real_texts::one_in;
use crate::running::Desk;

fn parsed(draft: &str) -> Resolution {
    syntax::parse(&Source::new(draft))
}

fn revised(old: &Resolution, new: &Resolution) -> Vec<u8> {
    let signature = Signature {
        author: "Norway".to_owned(),
        date: "2020-09-28T00:00:00Z".to_owned(),
    };
    render::revise(old, new, &render::Options::default(), &signature).unwrap()
}

fn plain(resolution: &Resolution) -> Vec<u8> {
    let word = format_for("docx").unwrap();
    render::render(resolution, word, &render::Options::default()).unwrap()
}

/// What a file says below its front matter, the marks of notes left out: they are those
/// of a draft that the file does not have.
fn read(bytes: &[u8], changes: Changes) -> String {
    let text =
        import::read(bytes, &Options { changes, ..Options::default() }).unwrap().text;
    let (_, body) = text.split_once("\n---\n").unwrap();
    let mut pieces = body.split("[^");
    let first = pieces.next().unwrap_or_default().to_owned();
    let unmarked = |piece: &str| piece.split_once(']').map(|(_, rest)| rest.to_owned());
    pieces.filter_map(unmarked).fold(first, |body, piece| body + "[^]" + &piece)
}

/// Checks both ways by our own reader, and gives the file.
#[track_caller]
fn check(old: &str, new: &str) -> Vec<u8> {
    let (old, new) = (parsed(old), parsed(new));
    let file = revised(&old, &new);
    assert_eq!(read(&file, Changes::Accept), read(&plain(&new), Changes::Keep));
    assert_eq!(read(&file, Changes::Reject), read(&plain(&old), Changes::Keep));
    file
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text)
        .unwrap();
    text
}

const HEAD: &str = "---\norgan: HRC\nsession: \"60\"\nsymbol: \"A/HRC/60/L.1\"\nnumber: \"60/...\"\n\
    title: \"Right to food\"\nsponsors: [Norway]\n---\nThe Human Rights Council,\n\n";

fn draft(paragraphs: &str) -> String {
    format!("{HEAD}{paragraphs}\n")
}

#[test]
fn the_end_of_a_deleted_paragraph_is_deleted_too() {
    let file = check(
        &draft(
            "1. Urges States to act;\n\n2. Regrets the delay;\n\n3. Decides to remain seized.",
        ),
        &draft("1. Urges all States to act;\n\n2. Decides to remain seized."),
    );
    let document = part(&file, "word/document.xml");
    let end = "</w:numPr><w:rPr><w:del w:id=";
    assert!(document.contains(end), "{document}");
    assert_eq!(document.matches("<w:numId w:val=\"1\"/>").count(), 3, "Word counts anew");
}

#[test]
fn a_number_that_is_typed_or_changes_its_level_is_tracked() {
    check(
        &draft("1. Urges States:\n\n   (a) To act;\n\n2. Requests a report."),
        &draft("1. Urges States:\n\n2. To act;\n\n2 bis. Requests a report."),
    );
}

#[test]
fn what_stands_above_and_below_the_text_is_tracked() {
    let old = draft("1. Urges States to act.[^1]\n\n[^1]: See the report.");
    let new = old
        .replace("Right to food", "Right to water")
        .replace("L.1", "L.1/Rev.1")
        .replace("Norway", "Norway, Peru")
        .replace("the report", "the second report");
    let file = check(&old, &new);
    for (name, change) in [
        ("word/header3.xml", "/Rev.1</w:t></w:r></w:ins>"),
        ("word/header1.xml", "/Rev.1</w:t></w:r></w:ins>"),
        ("word/footnotes.xml", "second </w:t></w:r></w:ins>"),
        ("word/document.xml", "<w:delText xml:space=\"preserve\">food</w:delText>"),
    ] {
        assert!(part(&file, name).contains(change), "{name}: {}", part(&file, name));
    }
}

#[test]
fn rejected_the_front_matter_is_that_of_the_earlier() {
    let new = draft("1. Urges States to act.");
    let old = new.replace("session: \"60\"\n", "").replace("Right to food", "Food");
    let file = revised(&parsed(&old), &parsed(&new));
    let options = |changes| Options { changes, ..Options::default() };
    let facts = |changes| {
        let read = parsed(&import::read(&file, &options(changes)).unwrap().text);
        let title = read.title.unwrap().value;
        (read.masthead.session.map(|session| session.value), title)
    };
    assert_eq!(facts(Changes::Reject), (None, "Food".to_owned()));
    assert_eq!(
        facts(Changes::Accept),
        (Some("60".to_owned()), "Right to food".to_owned())
    );
}

#[test]
fn notes_come_and_go_with_their_calls() {
    check(
        &draft(
            "1. Urges States[^1] to act.[^2]\n\n[^1]: All of them.\n\n[^2]: See the report.",
        ),
        &draft(
            "1. Urges States to act now.[^a]\n\n2. Waits.[^b]\n\n[^a]: See the report.\n\n[^b]: Or not.",
        ),
    );
}

#[test]
fn a_paragraph_that_moves_is_named_at_both_places() {
    let file = check(
        &draft(
            "1. Urges States to act;\n\n2. Welcomes the report of the Office;\n\n3. Decides to remain seized.",
        ),
        &draft(
            "1. Welcomes the report of the Office;\n\n2. Urges States to act;\n\n3. Decides to remain seized.",
        ),
    );
    let document = part(&file, "word/document.xml");
    for element in ["moveFromRangeStart", "moveToRangeStart"] {
        let start = document.split(&format!("<w:{element} ")).nth(1).unwrap();
        assert!(start.contains("w:name=\"move1\""), "{start}");
    }
}

#[test]
fn where_a_paragraph_is_split_or_merged_only_its_end_comes_or_goes() {
    let one = draft(
        "1. Urges States to act on the report of the Office, and requests the Secretary-General to help them with all that they need[^1] in the field.\n\n[^1]: See the list.",
    );
    let two = draft(
        "1. Urges States to act on the report of the Office;\n\n2. Requests the Secretary-General to help them with all that they need[^1] in the field.\n\n[^1]: See the list.",
    );
    for (old, new, end) in
        [(&one, &two, "<w:rPr><w:ins "), (&two, &one, "<w:rPr><w:del ")]
    {
        let document = part(&check(old, new), "word/document.xml");
        assert_eq!(document.matches(end).count(), 1, "{document}");
        let help = document.split("help them").next().unwrap();
        let is_kept = |element: &str| {
            let opens = help.rfind(&format!("<{element} "));
            opens < help.rfind(&format!("</{element}>"))
        };
        assert!(is_kept("w:ins") && is_kept("w:del"), "{document}");
    }
}

/// Drafts of the same paragraphs, some left out, in another order or other words.
fn drafts() -> impl Strategy<Value = String> {
    const PARAGRAPHS: [&str; 7] = [
        "Urges States to act on the report of the High Commissioner",
        "Welcomes the work of the Office in *all* regions of the world[^1]",
        "Regrets the delay in paragraph 1 above",
        "Requests the Secretary-General:\n\n   (a) To report;\n\n   (b) To report again",
        "Invites the organizations of the system to help the countries concerned",
        "Calls upon all parties to end the fighting and to let help through[^1]",
        "Decides to remain seized of the matter",
    ];
    let chosen = subsequence(PARAGRAPHS.to_vec(), 1..=7).prop_shuffle();
    let words = select(vec!["", " now", ", inter alia,", " & “all” of it"]);
    (chosen, words, any::<bool>()).prop_map(|(chosen, words, is_titled)| {
        let paragraphs = chosen.iter().enumerate().map(|(index, paragraph)| {
            let number = index + 1;
            format!("{number}. {}{};", paragraph, if index % 2 == 0 { words } else { "" })
        });
        let title = if is_titled { "Right to food" } else { "Right to water for all" };
        let body = paragraphs.collect::<Vec<_>>().join("\n\n");
        draft(&format!("{body}\n\n[^1]: See the report{words}."))
            .replace("Right to food", title)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accepted_is_the_later_and_rejected_the_earlier(old in drafts(), new in drafts()) {
        check(&old, &new);
    }
}

/// Texts of one title from year to year, the earlier first.
fn series() -> Vec<(PathBuf, PathBuf)> {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let texts = Path::new(&shared).join("corpus/texts");
    let list = Path::new(&shared).join("corpus/metadata/series_same_title.csv");
    let Ok(list) = std::fs::read(list) else { return Vec::new() };
    let list = String::from_utf8(list).unwrap();
    let mut pairs = Vec::new();
    for row in list.lines() {
        let symbols = row.rsplit(',').next().unwrap_or_default().split(';');
        let of_symbol = |symbol: &str| {
            let name = symbol.trim().split(' ').next()?.replace('/', "_");
            let path = ["GA", "HRC", "ECOSOC"]
                .map(|organ| texts.join(organ).join(format!("{name}.en.txt")));
            path.into_iter().find(|path| symbol.contains('*') && path.exists())
        };
        let there: Vec<PathBuf> = symbols.filter_map(of_symbol).collect();
        pairs.extend(there.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
    }
    pairs
}

fn imported(path: &Path) -> Resolution {
    parsed(
        &import::read(&std::fs::read(path).unwrap(), &Options::default()).unwrap().text,
    )
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped() {
    eprintln!("skipped: no series of texts (ZERODRAFT_SHARED)");
}

#[test]
fn real_texts_of_one_title_are_told_apart() {
    let pairs = series();
    if pairs.is_empty() {
        return skipped();
    }
    let mut faults = Vec::new();
    for (old, new) in pairs.iter().step_by(one_in(7)) {
        let (was, is) = (imported(old), imported(new));
        let file = revised(&was, &is);
        for (changes, plainly, path) in
            [(Changes::Accept, plain(&is), new), (Changes::Reject, plain(&was), old)]
        {
            if read(&file, changes) != read(&plainly, Changes::Keep) {
                faults.push(format!("{changes:?}: {}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn libreoffice_accepts_and_rejects_revisions() {
    let Some(office) = Office::start() else { return };
    let pairs = series();
    if pairs.is_empty() {
        return skipped();
    }
    let of_office = |file: &[u8]| read(&office.accept(file), Changes::Keep);
    for (old, new) in pairs.iter().step_by(12).take(10) {
        let (was, is) = (imported(old), imported(new));
        let file = revised(&was, &is);
        assert_eq!(of_office(&file), of_office(&plain(&is)), "accepted: {new:?}");
        let rejected = read(&office.reject(&file), Changes::Keep);
        assert_eq!(rejected, of_office(&plain(&was)), "rejected: {old:?}");
    }
}

#[test]
fn the_command_takes_a_base_and_a_signature() {
    let old = draft("1. Urges States to act.");
    let desk =
        Desk::new().with("old.md", &old).with("new.md", &old.replace("act", "wait"));
    let base = ["render", "new.md", "--base", "old.md"];
    let ran = desk.run(&[&base[..], &["-o", "out.txt"]].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("end OUT in .docx"), "{}", ran.err);
    let signed = ["--author", "Peru", "--date", "2026-03-04", "-o", "out.docx"];
    let ran = desk.run(&[&base[..], &signed].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let document =
        part(&std::fs::read(desk.path("out.docx")).unwrap(), "word/document.xml");
    let by = "w:author=\"Peru\" w:date=\"2026-03-04T00:00:00Z\"><w:r><w:delText";
    assert!(document.contains(by), "{document}");
}
