//! What becomes of files that are neither drafts nor plain UTF-8 text.

use std::path::PathBuf;

use proptest::prelude::*;
use zerodraft::import::{self, Changes, Imported, Options};
use zerodraft::text::Source;

fn read(bytes: &[u8]) -> Imported {
    import::read(bytes, &Options::default()).unwrap()
}

fn with_report(imported: &Imported) -> String {
    let aside: Vec<String> = imported
        .set_aside
        .iter()
        .map(|aside| format!("{}: {}: {}", aside.place, aside.what, aside.text))
        .collect();
    let encoding = imported.encoding.map(|name| format!("\nREAD AS {name}"));
    let encoding = encoding.unwrap_or_default();
    format!("{}\nSET ASIDE\n{}{encoding}", imported.text, aside.join("\n"))
}

#[test]
fn papers_become_drafts() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().replace('.', "-");
        let imported = read(&std::fs::read(&file).unwrap());
        insta::assert_snapshot!(format!("paper-{name}"), with_report(&imported));
        assert_eq!(imported.places.len(), imported.text.lines().count());
        let source = Source::new(imported.text.as_str());
        let problems = zerodraft::syntax::parse(&source).front_matter.unwrap().problems;
        assert!(problems.is_empty(), "{name}: {problems:?}");
    }
}

#[test]
fn the_person_says_what_becomes_of_changes() {
    let page = b"<html><p>The General Assembly,</p><p>1. Decides to <del>wait</del><ins>act</ins>.";
    let read = |changes| {
        let options = Options { changes, ..Options::default() };
        import::read(page, &options).unwrap()
    };
    let line = |changes| {
        let text = read(changes).text;
        text.lines().last().unwrap().to_owned()
    };
    assert_eq!(line(Changes::Keep), "1. Decides to {--wait--}{++act++}.");
    assert_eq!(line(Changes::Accept), "1. Decides to act.");
    assert_eq!(line(Changes::Reject), "1. Decides to wait.");
    let aside = read(Changes::Accept).set_aside;
    assert!(aside.iter().any(|aside| aside.text == "wait"));
}

#[test]
fn a_page_that_only_a_script_fills_is_named() {
    let page =
        b"<!doctype html><title>Library</title><div id=app></div><script>run()</script>";
    let error = import::read(page, &Options::default()).unwrap_err();
    assert!(error.to_string().contains("a web page without words"), "{error}");
}

#[test]
fn no_page_is_too_deep_or_too_long() {
    let many = 100_000;
    for (piece, after) in [
        ("<div>x ", ""),
        ("<b><i>x ", ""),
        ("<ol><li>x ", ""),
        ("<table><tr><td>x ", ""),
        ("<tr><td>x<td>y ", "</table>"),
        ("</div></p></span>", "x"),
        ("<a href=#x>1</a>", "<p id=x>1"),
    ] {
        let page = format!(
            "<html><p>The General Assembly,</p>{}{after}",
            piece.repeat(many / 20)
        );
        read(page.as_bytes());
    }
    let deep = format!("<html>{}x", "<div>".repeat(many));
    assert!(read(deep.as_bytes()).text.contains('x'));
}

/// Pieces of pages; `?` becomes a word of its own.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "?",
        "? ?",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<i>?",
        "</i>",
        "<b>",
        "</b>",
        "<br>",
        "<ol type=a>",
        "<ol start=3 reversed>",
        "<ul>",
        "<li>",
        "<li value=7>?",
        "</ol>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>?",
        "<th>?",
        "</td>",
        "</table>",
        "<nav>",
        "</nav>",
        "<footer>?",
        "</footer>",
        "<p hidden>?",
        "<span style='display: none'>?</span>",
        "<ins>?</ins>",
        "<del>?</del>",
        "<del>",
        "<s>? ",
        "</s>",
        "<sup>?</sup>",
        "<h2>?</h2>",
        "<pre>?\n?</pre>",
        "<a href=#n>1</a>",
        "<p id=n>?",
        "<a name=n href=#c>1</a>?",
        "<a id=c href=#n>2</a>",
        "<p>The General Assembly,</p>",
        "<p>1. Decides to ?;",
        "<p>Recalling ?,",
        "<p>Annex</p>",
        "<title>?</title>",
        "<article>",
        "</article>",
        "<header>?",
        "</header>",
        "<p>?<sup>1</sup>",
        "<textarea>?</textarea>",
        "<select><option>?",
        "</select>",
        "<noscript>?</noscript>",
        "&nbsp;",
        "?&shy;",
        "<!-- no words -->",
        "<img alt='?'>",
        "<hr>",
        "</br>",
        "<dl><dt>?<dd>?",
    ]);
    prop::collection::vec(piece, 1..40).prop_map(|pieces| {
        let mut page = String::from("<html>");
        let mut count = 0;
        for c in pieces.concat().chars() {
            if c == '?' {
                count += 1;
                page.extend(["word", &count.to_string(), "x"]);
            } else {
                page.push(c);
            }
        }
        page
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_a_page_is_lost(page in soup()) {
        // A page without words is refused.
        let Ok(imported) = import::read(page.as_bytes(), &Options::default()) else {
            return Ok(());
        };
        let mut kept = imported.text.clone();
        imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
        for (figure, raised) in "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().enumerate() {
            kept = kept.replace(raised, &figure.to_string());
        }
        for word in (1..).map(|count| format!("word{count}x")).take_while(|word| page.contains(word)) {
            prop_assert!(kept.contains(&word), "{} of {}\n→ {}", word, page, with_report(&imported));
        }
        prop_assert_eq!(imported.places.len(), imported.text.lines().count());
    }

    #[test]
    fn any_text_may_stand_in_a_page(text in any::<String>()) {
        import::read(format!("<html>{text}").as_bytes(), &Options::default()).ok();
        import::read(format!("{{\"a\":{text:?}}}").as_bytes(), &Options::default()).ok();
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        import::read(&bytes, &Options::default()).ok();
    }
}
