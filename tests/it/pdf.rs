//! What becomes of PDF files.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use proptest::sample::select;
use zerodraft::import::{Imported, Options, Unit, read};

use crate::import::letters;

/// A PDF of objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(file, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n")
        .unwrap();
    file.into_bytes()
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A PDF of pages with their contents, set in Times and its italics.
fn paper(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> =
        (0..pages.len()).map(|page| format!("{} 0 R", 6 + page * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"
            .to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>"
            .to_owned(),
        stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            "x",
        ),
    ];
    for (page, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R\
             /Resources<</Font<</R 3 0 R/I 4 0 R>>/XObject<</Scan 5 0 R>>>>>>",
            7 + page * 2
        ));
        objects.push(stream("", content));
    }
    pdf(&objects)
}

/// Lines at their places: across, up, size, words. Words in stars are italics.
fn lines(lines: &[(u32, u32, u32, &str)]) -> String {
    let mut content = String::new();
    for (left, up, size, words) in lines {
        writeln!(content, "BT 1 0 0 1 {left} {up} Tm").unwrap();
        for (at, words) in words.split('*').enumerate() {
            let face = if at % 2 == 0 { "R" } else { "I" };
            let words = words.replace('(', "\\(").replace(')', "\\)");
            writeln!(content, "/{face} {size} Tf ({words}) Tj").unwrap();
        }
        content.push_str("ET\n");
    }
    content
}

fn imported(bytes: &[u8]) -> Imported {
    let imported = read(bytes, &Options::default()).unwrap();
    assert_eq!(imported.unit, Unit::Page);
    imported
}

fn refusal(bytes: &[u8]) -> String {
    read(bytes, &Options::default()).unwrap_err().to_string()
}

fn paper_of_ours(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    std::fs::read(folder.join(name)).unwrap()
}

#[test]
fn a_paragraph_runs_on_over_the_foot_of_a_page() {
    let first = lines(&[
        (72, 700, 12, "The General Assembly,"),
        (100, 670, 12, "*Recalling* its earlier decisions on the matter,"),
        (
            100,
            640,
            12,
            "1. *Decides* to keep the matter of the footpaths, *inter alia*, under",
        ),
        (72, 626, 12, "review at each of its sessions"),
        (212, 631, 7, "1"),
        (72, 90, 7, "1"),
        (78, 86, 9, "See the report of the year before."),
        (300, 40, 9, "1/2"),
    ]) + "72 100 144 0.5 re f\n";
    let second = lines(&[
        (72, 760, 9, "A/RES/99/1"),
        (72, 700, 12, "and between them;"),
        (100, 670, 12, "2. *Requests* a report."),
        (300, 40, 9, "2/2"),
    ]) + "72 750 468 0.5 re f\n";
    let imported = imported(&paper(&[&first, &second]));
    insta::assert_snapshot!(imported.text, @r#"
    ---
    organ: "GA"
    kind: resolution
    stage: draft
    language: en
    ---
    The General Assembly,

    Recalling its earlier decisions on the matter,

    1. Decides to keep the matter of the footpaths, *inter alia*, under review at each of its sessions[^1] and between them;

    2. Requests a report.

    [^1]: See the report of the year before.
    "#);
    let aside: Vec<(usize, &str)> = imported
        .set_aside
        .iter()
        .map(|aside| (aside.place, aside.text.as_str()))
        .collect();
    assert_eq!(aside, [(1, "1/2"), (2, "A/RES/99/1"), (2, "2/2")]);
}

#[test]
fn a_text_that_repeats_its_words_at_the_head_of_pages_is_no_running_head() {
    let page = |first: u32| {
        let mut content = lines(&[(72, 745, 10, "A/HRC/60/L.1")]);
        for (place, number) in (first..first + 3).enumerate() {
            let up = 715 - u32::try_from(place).unwrap() * 32;
            let opening =
                format!("{number}. *Requests* the Office to examine how the wells");
            content += &lines(&[
                (100, up, 10, opening.as_str()),
                (
                    72,
                    up - 12,
                    10,
                    "of the villages can be kept in use by those who need them;",
                ),
            ]);
        }
        content
    };
    let start = lines(&[(72, 700, 10, "The Human Rights Council,")]);
    let paper = paper(&[&start, &page(1), &page(4), &page(7)]);
    let text = imported(&paper).text;
    for number in 1..10 {
        assert!(text.contains(&format!("{number}. Requests the Office")), "{text}");
    }
    assert_eq!(text.matches("A/HRC/60/L.1").count(), 0, "{text}");
}

#[test]
fn a_heading_that_comes_again_near_the_foot_of_pages_is_text() {
    let page = |article: u32, words: &str| {
        let heading = format!("Article {article}");
        lines(&[
            (72, 700, 10, "The States Parties keep wells and springs in the order"),
            (72, 110, 10, heading.as_str()),
            (72, 96, 10, words),
            (300, 40, 9, "7"),
        ])
    };
    let pages = [page(1, "Wells are kept clean."), page(2, "Springs are fenced.")];
    let text = imported(&paper(&[&pages[0], &pages[1]])).text;
    assert!(text.contains("Article 1") && text.contains("Article 2"), "{text}");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut content = Vec::new();
    let words: Vec<String> =
        (1..=24).map(|at| format!("word{at} and then some more of it")).collect();
    for (at, words) in words.iter().enumerate() {
        let at = u32::try_from(at).unwrap();
        let (left, row) = if at < 12 { (72, at) } else { (320, at - 12) };
        content.push((left, 700 - row * 14, 11, words.as_str()));
    }
    let text = imported(&paper(&[&lines(&content)])).text;
    let places: Vec<usize> =
        (1..=24).map(|at| text.find(&format!("word{at} ")).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn what_is_no_text_is_named() {
    let image = "q 612 0 0 792 0 0 cm /Scan Do Q";
    let locked = String::from_utf8(paper(&["BT ET"])).unwrap().replace(
        "/Root 1 0 R>>",
        "/Root 1 0 R/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>>>",
    );
    for (bytes, message) in [
        (paper(&[image, image]), "it is a scanned PDF"),
        (paper(&[""]), "it is a PDF with empty pages"),
        (paper(&[]), "it is a PDF without pages"),
        (locked.into_bytes(), "it is a PDF that a password locks"),
        (b"%PDF-1.7\nand nothing else".to_vec(), "it is a damaged PDF"),
    ] {
        let refusal = refusal(&bytes);
        assert!(refusal.starts_with(message), "{refusal}");
    }
}

#[test]
fn forms_that_draw_each_other_end() {
    let kinds = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";
    let draws = |name: &str| format!("/{name} Do ").repeat(20);
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>".to_owned(),
        stream("", &draws("F")),
    ];
    for form in 5..12 {
        let next = if form == 11 { 5 } else { form + 1 };
        let resources = format!("{kinds}/Resources<</XObject<</F {next} 0 R>>>>");
        objects.push(stream(&resources, &draws("F")));
    }
    let refusal = refusal(&pdf(&objects));
    assert!(refusal.contains("unpacks to far more"), "{refusal}");
}

#[test]
fn a_cut_or_changed_file_is_read_or_refused() {
    let file = paper_of_ours("two-pages.pdf");
    for cut in (0..file.len()).step_by(file.len() / 24) {
        drop(read(&file[..cut], &Options::default()));
    }
    let mut seed = 7_usize;
    for _ in 0..24 {
        let mut changed = file.clone();
        for _ in 0..40 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            let at = (seed >> 24) % changed.len();
            changed[at] = u8::try_from(seed >> 8 & 0xff).unwrap();
        }
        drop(read(&changed, &Options::default()));
    }
}

/// The words that poppler finds in a file, where it is installed.
fn words_by_poppler(file: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(file).arg("-").output();
    if output.is_err() {
        skipped("pdftotext is not installed");
    }
    Some(String::from_utf8_lossy(&output.ok()?.stdout).into_owned())
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// Every letter and figure that poppler finds is in the draft or set aside.
#[test]
fn no_letter_of_a_paper_is_lost() {
    let ours = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let texts = PathBuf::from(shared).join("corpus/texts");
    let folders = [ours, texts.join("originals-pdf"), texts.join("MUN")];
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            skipped(&format!("{} is not there (ZERODRAFT_SHARED)", folder.display()));
            continue;
        };
        let files = entries.map(|entry| entry.unwrap().path());
        for file in files.filter(|file| file.extension().is_some_and(|e| e == "pdf")) {
            let Some(words) = words_by_poppler(&file) else { return };
            let Ok(imported) = read(&std::fs::read(&file).unwrap(), &Options::default())
            else {
                assert_eq!(words.trim(), "", "{}", file.display());
                continue;
            };
            let mut kept = imported.text.clone();
            imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
            let kept = letters(&kept);
            for (letter, count) in letters(&words) {
                let has = kept.get(&letter).copied().unwrap_or_default();
                assert!(has >= count, "{letter}: {has} of {count} in {}", file.display());
            }
        }
    }
}

/// Words at any place of a page, as tables, margins, notes and columns have them.
fn pages() -> impl Strategy<Value = Vec<Vec<(u32, u32, u32, String)>>> {
    let words = select(vec![
        "The General Assembly,",
        "*Recalling* its resolution ?,",
        "1.",
        "1. *Decides* to act on ?;",
        "(a) To ? and to ?;",
        "Annex",
        "?",
        "12",
        "A/RES/70/?",
        "See ?.",
        "1 See ?.",
        "*inter alia* ?-",
        "GE.20-12345 (E) ?",
    ]);
    let line = (
        select(vec![72_u32, 80, 100, 320, 340]),
        (2_u32..56).prop_map(|row| row * 14),
        select(vec![5_u32, 7, 9, 11, 12]),
        words.prop_map(str::to_owned),
    );
    // What is drawn over other words is set bold, or unreadable.
    let page = prop::collection::vec(line, 0..30).prop_map(|mut lines| {
        lines.sort_unstable_by_key(|(left, up, ..)| (*left >= 300, *up));
        lines.dedup_by_key(|(left, up, ..)| (*left >= 300, *up));
        lines
    });
    prop::collection::vec(page, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_letter_of_any_page_is_lost(pages in pages()) {
        let mut count = 0;
        let mut written = String::new();
        let mut contents = Vec::new();
        for page in &pages {
            let mut drawn: Vec<(u32, u32, u32, String)> = Vec::new();
            for (left, up, size, words) in page {
                let mut numbered = String::new();
                for c in words.chars() {
                    if c == '?' {
                        count += 1;
                        write!(numbered, "word{count}x").unwrap();
                    } else {
                        numbered.push(c);
                    }
                }
                written.extend([numbered.as_str(), "\n"]);
                drawn.push((*left, *up, *size, numbered));
            }
            let drawn: Vec<(u32, u32, u32, &str)> =
                drawn.iter().map(|(left, up, size, words)| (*left, *up, *size, words.as_str())).collect();
            contents.push(lines(&drawn));
        }
        let contents: Vec<&str> = contents.iter().map(String::as_str).collect();
        let Ok(imported) = read(&paper(&contents), &Options::default()) else {
            prop_assert!(written.is_empty());
            return Ok(());
        };
        let mut kept = imported.text.clone();
        imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
        let kept = letters(&kept);
        for (letter, count) in letters(&written) {
            let has = kept.get(&letter).copied().unwrap_or_default();
            prop_assert!(has >= count, "{}: {} of {}\n{}\n{}", letter, has, count, written, imported.text);
        }
    }
}
