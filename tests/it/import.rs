//! What becomes of raw text.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;
use zerodraft::import::{Imported, Options, TextFound, raw_text, read};
use zerodraft::model::{Manner, Paragraph, Resolution};
use zerodraft::text::Source;

fn understood(imported: &Imported) -> Resolution {
    zerodraft::syntax::parse(&Source::new(imported.text.as_str()))
}

/// The runs of letters and figures of a text, and how often each occurs. An ideograph is
/// a run of its own, since nothing divides it from the next.
fn runs(text: &str) -> BTreeMap<String, usize> {
    let is_ideograph = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    let mut spaced = String::new();
    let ligatures =
        [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st")];
    let text =
        ligatures.iter().fold(text.replace('ﬆ', "st"), |text, (one, letters)| {
            text.replace(one, letters)
        });
    for c in text.chars() {
        match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c) {
            Some(figure) => spaced.extend([" ", &figure.to_string(), " "]),
            None if is_ideograph(c) => spaced.extend([' ', c, ' ']),
            None => {
                // A call that has come down from above the line touches its word.
                let is_call = c.is_ascii_digit() && spaced.ends_with(char::is_alphabetic);
                spaced.push_str(if is_call { " " } else { "" });
                spaced.push(if c.is_alphanumeric() { c } else { ' ' });
            }
        }
    }
    let mut runs = BTreeMap::new();
    for run in spaced.split_whitespace() {
        *runs.entry(run.to_owned()).or_default() += 1;
    }
    runs
}

/// The words of a text that are neither in the draft nor set aside.
pub(crate) fn lost(text: &str, imported: &Imported) -> Vec<String> {
    let mut kept = imported.text.clone();
    for aside in &imported.set_aside {
        kept.push('\n');
        kept.push_str(&aside.text);
    }
    let kept = runs(&kept);
    let is_lost =
        |(run, count): &(String, usize)| kept.get(run).is_none_or(|kept| kept < count);
    runs(text).into_iter().filter(is_lost).map(|(run, _)| run).collect()
}

#[test]
fn raw_texts_become_drafts() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/raw");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = String::from_utf8(std::fs::read(&file).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let imported = raw_text(&text);
        let aside: Vec<String> = imported
            .set_aside
            .iter()
            .map(|aside| format!("{}: {}: {}", aside.place, aside.what, aside.text))
            .collect();
        insta::assert_snapshot!(
            format!("import-{name}"),
            format!(
                "{}\nSET ASIDE\n{}{}",
                imported.text,
                aside.join("\n"),
                held(&imported)
            )
        );
        assert_eq!(lost(&text, &imported), Vec::<String>::new(), "{name}");
        let problems = understood(&imported).front_matter.unwrap().problems;
        assert!(problems.is_empty(), "{name}: {problems:?}");
    }
}

#[test]
fn each_resolution_of_a_page_can_be_read() {
    let page = "131 (VI). Lamps\n\nThe General Assembly,\n\nDecides to light them.\n\n\
                1st plenary meeting\n4 March 1951\n\n132 (VI). Names\n\n\
                The General Assembly,\n\nTakes note of them.\n";
    let number = |text: usize| {
        let options = Options { text: Some(text), ..Options::default() };
        let imported =
            read(page.as_bytes(), &options).map_err(|error| error.to_string())?;
        assert_eq!(imported.text_read, text);
        Ok(understood(&imported).number.unwrap().value)
    };
    assert_eq!(number(1), Ok("131 (VI)".to_owned()));
    assert_eq!(number(2), Ok("132 (VI)".to_owned()));
    assert_eq!(number(3), Err("it has no resolution 3; it holds 2".to_owned()));
}

/// What a file holds, where it is not one resolution.
fn held(imported: &Imported) -> String {
    let text = |text: &TextFound| {
        let number = text.number.as_deref().unwrap_or_default();
        format!("\n{}: {number} {}", text.place, text.title)
    };
    match imported.texts.as_slice() {
        [_] => String::new(),
        texts => {
            format!("\nHOLDS {}", texts.len())
                + &texts.iter().map(text).collect::<String>()
        }
    }
}

#[test]
fn what_a_page_does_to_letters_is_undone() {
    let text = "The Human Rights Council,\n\n\
        Recalling its work\u{ad}shops in of\u{ad}\n\u{fb01}ces, the non-\n\
        custodial measures, the interna-\ntional tra\u{fb03}c and the troop-\n\
        and police-contributing countries, as international bodies do,\n\n\
        1. Decides to de\u{fb01}ne capacity-\nbuilding in paragraph\u{a0}2;\n\n\
        2 Requests a non\u{2011}paper.\n";
    let imported = raw_text(text);
    let (_, draft) = imported.text.rsplit_once("---\n").unwrap();
    assert_eq!(
        draft,
        "The Human Rights Council,\n\n\
         Recalling its workshops in offices, the non-custodial measures, the \
         international traffic and the troop- and police-contributing countries, as \
         international bodies do,\n\n\
         1. Decides to define capacity-building in paragraph\u{a0}2;\n\n\
         2. Requests a non-paper.\n"
    );
}

#[test]
fn notes_and_heads_of_pages_stay_out_of_sentences() {
    let text = "The Human Rights Council,\n\n\
        Recalling its resolution 12/3 on libraries,1 and the many readers who have come\n\
        to the rooms of the old\n\
        1 See the report of the Secretary-General on reading\n\
        rooms, section 4.\n\
        2/7 GE.20-12345(E)\n\
        A/HRC/60/L.98\n\
        library, in accordance with its rules,\n\n\
        1. Decides, in particular with respect to (a) opening hours,\n\
        (b) lending, and (c) seats, to remain seized of the matter until it has been read\n\
        to the end by all.\n";
    let imported = raw_text(text);
    let (_, draft) = imported.text.rsplit_once("---\n").unwrap();
    assert_eq!(
        draft,
        "The Human Rights Council,\n\n\
         Recalling its resolution 12/3 on libraries,[^1] and the many readers who have \
         come to the rooms of the old library, in accordance with its rules,\n\n\
         1. Decides, in particular with respect to (a) opening hours, (b) lending, and \
         (c) seats, to remain seized of the matter until it has been read to the end by \
         all.\n\n\
         [^1]: See the report of the Secretary-General on reading rooms, section 4.\n"
    );
}

#[test]
fn a_line_of_the_draft_knows_its_line_of_the_source() {
    let text = "The General Assembly,\n\nRecalling it,\n\n1. Decides to act;\n\n2. Requests a\nreport.\n";
    let imported = raw_text(text);
    let place = |words: &str| {
        let line =
            imported.text.lines().position(|line| line.starts_with(words)).unwrap();
        imported.places[line]
    };
    assert_eq!([place("Recalling"), place("1."), place("2.")], [3, 5, 7]);
    assert_eq!(imported.places.len(), imported.text.lines().count());
}

/// A seed document, where the machine has them.
pub(crate) fn seed(number: &str) -> Option<String> {
    let shared =
        std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let folder = PathBuf::from(shared).join("seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!(
                "skipped: seed {number} is not in {} (ZERODRAFT_SHARED)",
                folder.display()
            );
        }
        return None;
    };
    let file = entries
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with(number));
    Some(String::from_utf8(std::fs::read(file.unwrap()).unwrap()).unwrap())
}

/// The first and the last word of each paragraph, subparagraphs included.
fn edges<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<String> {
    let edge = |paragraph: &Paragraph| {
        let mut words = paragraph.prose.text.split(' ');
        let first = words.next().unwrap_or_default().to_owned();
        format!("{first} {}", words.next_back().unwrap_or_default())
    };
    paragraphs.flat_map(Paragraph::with_descendants).map(edge).collect()
}

/// What every seed must hold: its counts, its words, and no furniture in a paragraph.
fn check(
    number: &str,
    preambular: usize,
    operative: usize,
) -> Option<(Imported, Resolution)> {
    let text = seed(number)?;
    let imported = raw_text(&text);
    let resolution = understood(&imported);
    assert_eq!(resolution.preambular().count(), preambular);
    assert_eq!(resolution.operative().count(), operative);
    let numbers: Vec<String> =
        resolution.operative().map(|paragraph| paragraph.label.clone()).collect();
    let in_order: Vec<String> =
        (1..=operative).map(|number| format!("OP {number}")).collect();
    assert_eq!(numbers, in_order);
    assert_eq!(lost(&text, &imported), Vec::<String>::new());
    for paragraph in resolution.paragraphs() {
        let text = &paragraph.prose.text;
        assert!(text.ends_with([',', ';', ':', '.', '，', '；', '。']), "{text}");
        for furniture in
            ["GE.", "Please recycle", "member of the Human Rights Council.", "  "]
        {
            assert!(!text.contains(furniture), "{text}");
        }
    }
    Some((imported, resolution))
}

#[test]
fn seed_000_a_wrapped_draft() {
    let Some((imported, resolution)) = check("000", 18, 15) else { return };
    let sponsors = &resolution.sponsors.list;
    assert_eq!(sponsors.len(), 35);
    assert_eq!(
        sponsors.iter().filter(|sponsor| sponsor.marked == Some(true)).count(),
        23
    );
    let last = sponsors.last().unwrap();
    assert_eq!((last.name.as_str(), last.marked), ("State of Palestine", Some(true)));
    assert_eq!(resolution.number.as_ref().unwrap().value, "42/...");
    assert!(imported.set_aside.iter().any(|aside| aside.what == "note on sponsors"));
    for words in [
        "applying non-custodial measures",
        "“Technical cooperation and capacity-building in",
    ] {
        assert!(imported.text.contains(words), "{words}");
    }
    let edges = edges(resolution.preambular());
    assert_eq!(edges.first().unwrap(), "Guided status,");
    assert_eq!(edges.get(5).unwrap(), "Recalling offenders,");
    assert_eq!(edges.last().unwrap(), "Noting practices,");
    let seventh = resolution.operative().nth(6).unwrap();
    assert!(seventh.prose.text.contains("to assist them in developing"));
}

#[test]
fn seed_001_a_draft_from_markdown() {
    let Some((_, resolution)) = check("001", 9, 14) else { return };
    let masthead = &resolution.masthead;
    assert_eq!(masthead.symbol.as_ref().unwrap().value.text, "A/HRC/18/L.24/Rev.1");
    assert_eq!(masthead.distribution.as_ref().unwrap().value, "Limited");
    assert_eq!(masthead.date.as_ref().unwrap().value.to_string(), "2011-09-28");
    assert_eq!(masthead.session.as_ref().unwrap().value, "18");
    assert_eq!(masthead.original.as_ref().unwrap().value.code(), "en");
    let item = &masthead.agenda_items[0].value;
    assert_eq!(item.number, "10");
    assert_eq!(item.title.as_deref(), Some("Technical assistance and capacity-building"));
    assert_eq!(resolution.sponsors.list.len(), 43);
    let sixth = resolution.operative().nth(5).unwrap();
    let labels: Vec<&str> =
        sixth.children.iter().map(|child| child.label.as_str()).collect();
    assert_eq!(labels, ["OP 6 (a)", "OP 6 (b)", "OP 6 (c)"]);
}

#[test]
fn seed_002_in_chinese() {
    let Some((_, resolution)) = check("002", 18, 15) else { return };
    let adoption = resolution.adoption.as_ref().unwrap();
    assert_eq!(adoption.meeting, Some(42));
    assert_eq!(adoption.date.unwrap().to_string(), "2019-09-27");
    assert_eq!(adoption.vote.as_ref().unwrap().manner, Manner::WithoutAVote);
    assert_eq!(resolution.number.as_ref().unwrap().value, "42/32");
    assert_eq!(resolution.masthead.session.as_ref().unwrap().value, "42");
    assert!(resolution.masthead.session_dates.is_some());
    let eighth = resolution.preambular().nth(7).unwrap();
    assert!(eighth.prose.text.contains("（“纳尔逊·曼德拉规则”"), "{}", eighth.prose.text);
}

#[test]
fn seed_003_a_blank_line_after_every_line() {
    let Some((_, resolution)) = check("003", 18, 13) else { return };
    assert_eq!(resolution.adoption.as_ref().unwrap().meeting, Some(42));
    let title = &resolution.title.as_ref().unwrap().value;
    assert!(title.ends_with("capacity-building in the field of human rights"), "{title}");
    let eighth = resolution.operative().nth(7).unwrap();
    assert!(eighth.prose.text.contains("thirty-seventh session"));
}

#[test]
fn seed_004_pages_cut_paragraphs() {
    let Some((imported, resolution)) = check("004", 15, 14) else { return };
    let adoption = resolution.adoption.as_ref().unwrap();
    assert_eq!(
        (adoption.meeting, adoption.date.unwrap().to_string()),
        (Some(38), "2020-10-07".to_owned())
    );
    let what: Vec<&str> = imported.set_aside.iter().map(|aside| aside.what).collect();
    for furniture in ["job number", "bar code", "request to recycle"] {
        assert!(what.contains(&furniture), "{furniture}");
    }
    let last = resolution.preambular().last().unwrap();
    assert!(last.prose.text.contains("multilateral cooperation, including bilateral"));
    assert_eq!(resolution.footnotes.len(), 1);
    assert!(imported.text.contains("pandemic;[^1]\n"));
    let item = &resolution.masthead.agenda_items[0].value;
    assert_eq!(item.title.as_deref(), Some("Technical assistance and capacity-building"));
}

/// Lines as raw texts have them, in no order.
fn lines_of_all_kinds() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "The General Assembly,",
        "Recalling its resolution 70/1,",
        "1. Decides to act;",
        "2. Requests a report.",
        "(a) To act;",
        "(i) To wait;",
        "Annex",
        "A",
        "B",
        "II",
        "I. Coordination",
        "¹ See A/70/1.",
        "1 See A/70/1.",
        "of the report;¹",
        "2/27",
        "A/HRC/42/L.20",
        "Human Rights Council Thirty-sixth session",
        "Agenda item 10",
        "Brazil,* Chile and Norway:* draft resolution",
        "42/... Title of it",
        "and capacity-",
        "building",
        "42nd meeting",
        "29 September 2017",
        "11–29 September 2017",
        "[Adopted without a vote.]",
        "In favour:",
        "Chile, Norway]",
        "- 3. *Also decides* to",
        "* State not a member of the Human Rights Council.",
        "GE.17-17724(E)",
        "人权理事会，",
        "回顾第 70/1 号决议，",
        "Resolution 2341 (2017)",
        "{++added++} [^x] \\*",
        "# Heading",
        "Distr.: Limited 2 October 2025",
        "[on the report of the Third Committee (A/60/1)]",
        "131 (VI). Lighting of bridges",
        "13th plenary meeting,",
        "4 March 1951.",
        "Recommends to the Council the adoption of the following draft resolution:",
        "“The General Assembly,",
        "The Economic and Social Council",
        "“Recalling its “garden resolution”,",
        "“1. Declares that gardens are open.”",
        "Draft resolution II",
        "Statement by the President of the Security Council",
        "At the 9th meeting, held on 2 May 2030, the President of the Council said:",
        "Decision",
        "Amendment to draft resolution A/C.3/99/L.12",
        "1. In paragraph 3, replace the words “may” by “shall”.",
        "of the Programme,1",
        "of the well-keeper[1]",
        "[1] See A/70/1.",
        "1/ See A/70/1.",
        "| Chile | 2 |",
        "Against",
        "Adopted at the 3rd meeting by 9 votes to 1, with 2 abstentions (Chile, Norway).",
        "",
    ]);
    let ends = prop::sample::select(vec!["\n", "\n\n", " ", "\r\n", "\u{c}"]);
    prop::collection::vec((line, ends), 0..30).prop_map(|lines| {
        lines.into_iter().map(|(line, end)| [line, end].concat()).collect()
    })
}

/// The letters and figures of a text, counted.
pub(crate) fn letters(text: &str) -> BTreeMap<String, usize> {
    let mut letters = BTreeMap::new();
    for c in runs(text).into_iter().flat_map(|(run, count)| vec![run; count]) {
        for c in c.chars() {
            *letters.entry(c.to_string()).or_default() += 1;
        }
    }
    letters
}

/// Whichever of its resolutions is read, a file loses nothing.
fn loses_nothing(text: &str) {
    let count = raw_text(text).texts.len();
    for text_read in 1..=count.max(1) {
        let options = Options { text: Some(text_read), ..Options::default() };
        if let Ok(imported) = read(text.as_bytes(), &options) {
            keeps_all(text, &imported);
        }
    }
    keeps_all(text, &raw_text(text));
}

fn keeps_all(text: &str, imported: &Imported) {
    assert_eq!(imported.places.len(), imported.text.lines().count());
    let mut kept = imported.text.clone();
    imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
    let kept = letters(&kept);
    for (letter, count) in letters(text) {
        assert!(
            kept.get(&letter).is_some_and(|kept| *kept >= count),
            "{letter} of {text:?}"
        );
    }
    understood(imported);
}

proptest! {
    #[test]
    fn any_text_is_read_without_loss(text in any::<String>()) {
        loses_nothing(&text);
    }

    #[test]
    fn lines_in_any_order_are_read_without_loss(text in lines_of_all_kinds()) {
        loses_nothing(&text);
    }
}
