//! What a drafter may choose about the page: the house, the stamp, numbers of lines, a
//! plain masthead, an emblem.

use crate::running::Desk;

const DRAFT: &str = "---
organ: HRC
symbol: \"A/HRC/60/L.7\"
date: 2025-09-29
title: \"Lamps\"
---

The Human Rights Council,

Recalling that a lamp which is lit at dusk is seen by the ferry and by all who wait for it on the shore,

1. Decides to light it.
";

const LAMP: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>";

fn desk() -> Desk {
    Desk::new().with("draft.md", DRAFT).with("lamp.svg", LAMP)
}

#[test]
fn the_page_says_that_it_is_a_draft() {
    let desk = desk();
    let text = desk.run(&["render", "draft.md", "-f", "text", "--draft-stamp"]);
    let first = text.out.lines().next().unwrap();
    assert_eq!(first.trim(), "Draft – not an official document");
    let html = desk.run(&["render", "draft.md", "-f", "html", "--draft-stamp"]);
    assert!(html.out.contains("Draft – not an official document</p>"), "{}", html.out);
}

#[test]
fn lines_have_numbers_below_the_masthead() {
    let text = desk().run(&["render", "draft.md", "-f", "text", "--line-numbers"]);
    let (masthead, below) = text.out.split_once("____\n").unwrap();
    assert!(!masthead.contains("   1 "), "{masthead}");
    let lines: Vec<&str> = below.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines[0], "   1 Human Rights Council");
    assert_eq!(lines[5], "   6       1.   Decides to light it.");
    assert!(lines.iter().all(|line| line.chars().count() <= 72), "{below}");
}

#[test]
fn a_plain_masthead_has_symbol_and_organ() {
    let desk = desk();
    for format in ["text", "html"] {
        let page =
            desk.run(&["render", "draft.md", "-f", format, "--plain-masthead"]).out;
        assert!(page.contains("General Assembly"), "{page}");
        assert!(!page.contains("United Nations") && !page.contains("Limited"), "{page}");
    }
    // A page that says less is still the same draft.
    for (file, option) in [
        ("plain.html", "--plain-masthead"),
        ("plain.docx", "--plain-masthead"),
        ("stamped.html", "--draft-stamp"),
    ] {
        assert_eq!(desk.run(&["render", "draft.md", "-o", file, option]).code, 0);
        let ran = desk.run(&["compare", "draft.md", file]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
}

#[test]
fn the_house_can_be_chosen() {
    let desk = desk();
    let page = |house: &[&str]| {
        desk.run(&[&["render", "draft.md", "-f", "html"], house].concat()).out
    };
    assert!(page(&[]).contains("size: A4"));
    assert!(page(&["--house", "new-york"]).contains("size: letter"));
}

#[test]
fn an_emblem_is_the_drafters_own_and_has_words() {
    let desk = desk();
    let render = ["render", "draft.md", "-f", "html", "--emblem", "lamp.svg"];
    let ran = desk.run(&[&render[..], &["--emblem-alt", "A lamp & a ferry"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let picture = "alt=\"A lamp &amp; a ferry\" src=\"data:image/svg+xml;base64,PHN2Zy";
    assert!(ran.out.contains(picture), "{}", ran.out);
    let ran = desk.run(&render);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--emblem-alt <TEXT>"), "{}", ran.err);
}

#[test]
fn what_is_no_emblem_is_refused_with_a_reason() {
    let desk = desk().with("large.png", &"x".repeat(2_000_000));
    for (file, reason) in [
        (
            "draft.md",
            "cannot use “draft.md” as the emblem: it is neither a PNG nor an SVG",
        ),
        ("missing.png", "cannot read “missing.png”"),
        ("large.png", "an emblem has at most 1024 kB"),
        (".", "it is a folder"),
    ] {
        let render = ["render", "draft.md", "-f", "html", "--emblem", file];
        let ran = desk.run(&[&render[..], &["--emblem-alt", "A lamp"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(reason), "{}", ran.err);
    }
}

#[test]
fn a_format_that_cannot_show_a_choice_says_which_can() {
    let desk = desk();
    let ran = desk.run(&["render", "draft.md", "-f", "html", "--line-numbers"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("“html” does not show numbers of lines; these do: text"));
    let ran = desk.run(&["render", "draft.md", "-o", "again.md", "--draft-stamp"]);
    assert!(ran.err.contains("“markdown” does not show a draft stamp; these do: text"));
}
