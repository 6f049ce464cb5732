//! Spelling by a dictionary of the computer: here one of our own, of few words.

use std::path::Path;
use std::sync::Arc;

use zerodraft::conventions::{Language, written::is_written};
use zerodraft::text::Dictionary;
use zerodraft::tui::{self, Command, Theme};
use zerodraft::workspace::dictionaries::LackOfDictionary;
use zerodraft::workspace::settings::{DeskSettings, Spelling::On};

use crate::desk::{press, screen};
use crate::running::Desk;

/// What the dictionary has: two endings, and both British ways with “organise”.
const ENDINGS: &str = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n\
    SFX S Y 1\nSFX S 0 s .\nSFX D Y 2\nSFX D 0 ed [^e]\nSFX D 0 d e\n";
const WORDS: &str = "27\nand\nat\ndecide/S\nfor\nhuman\nin\nmatter/S\nof\non\norganisation/S\n\
    organise/SD\norganization/S\norganize/SD\nprogramme/S\nreaffirm/SD\nrecall/S\nrecalling\nremain/SD\n\
    report/SD\nrequest/SD\nresolution/S\nright/S\nseize/SD\nsession/S\nthe\nto\nwater\n";

const DRAFT: &str = "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\n\
    title: \"Right to water\"\nsponsors: [\"Brazil\"]\n---\nThe Human Rights Council,\n\n\
    Recalling its resolution 5/1 of 18 June 2007,\n\n\
    1. Requests the organisatons to report on watr and on the subbasin;\n\n\
    2. Decides to remain seized of the matter.\n";

fn desk() -> Desk {
    Desk::new()
        .with("dictionaries/en_GB.aff", ENDINGS)
        .with("dictionaries/en_GB.dic", WORDS)
        .with("draft.md", DRAFT)
}

#[test]
fn words_are_looked_up_where_it_is_asked_for() {
    let desk = desk();
    assert_eq!(desk.run(&["lint", "draft.md"]).code, 0);
    let ran = desk.run(&["lint", "draft.md", "--spelling", "--notes"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out);
    let desk = desk.with("zerodraft.yaml", "spelling: on\n");
    assert_eq!(desk.run(&["lint", "draft.md"]).code, 1);
    assert_eq!(desk.run(&["lint", "draft.md", "--no-settings"]).code, 0);
}

#[test]
fn a_guess_is_never_applied_as_if_it_were_certain() {
    let desk = desk();
    desk.run(&["lint", "draft.md", "--spelling", "--fix"]);
    assert_eq!(desk.read("draft.md"), DRAFT);
    desk.run(&["lint", "draft.md", "--spelling", "--fix-all"]);
    let mended = DRAFT.replace("organisatons", "organizations").replace("watr", "water");
    assert_eq!(desk.read("draft.md"), mended);
}

#[test]
fn a_word_is_known_to_the_drafter_the_settings_or_the_draft() {
    let found = |desk: &Desk| {
        let ran = desk.run(&["lint", "draft.md", "--spelling", "--format", "json"]);
        ran.out.matches("is not in the dictionary").count()
    };
    let desk = desk();
    assert_eq!(found(&desk), 3);
    let desk = desk.with("zerodraft.yaml", "words: [subbasin]\n");
    assert_eq!(found(&desk), 2);
    let desk = desk.with("config/zerodraft/words.txt", "# Ours.\nwatr\n");
    assert_eq!(found(&desk), 1);
    let own = DRAFT.replace("organ: HRC", "organ: HRC\nwords: [\"organisatons\"]");
    let desk = desk.with("draft.md", &own);
    assert_eq!(found(&desk), 0);
    let ran = desk.run(&["lint", "draft.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "nothing found\n"), "{}", ran.err);
}

#[test]
fn the_dictionary_of_oxford_is_the_best() {
    let desk = desk()
        .with("dictionaries/en-GB-oxendict.aff", "SET UTF-8\n")
        .with("dictionaries/en-GB-oxendict.dic", &format!("{WORDS}watr\n"))
        .with("dictionaries/en_US.aff", "SET UTF-8\n")
        .with("dictionaries/en_US.dic", "1\nwatr\n");
    let ran = desk.run(&["lint", "draft.md", "--spelling"]);
    assert!(!ran.out.contains("watr” is"), "{}", ran.out);
}

#[test]
fn raw_text_is_looked_up_too() {
    let text = "The Human Rights Council,\n\n1. Requests reports on watr;\n\n\
                2. Decides to remain seized of the matter.\n";
    let ran = desk().with("raw.txt", text).run(&["lint", "raw.txt", "--spelling"]);
    assert!(ran.out.contains("raw.txt:3: OP 1\n"), "{}", ran.out);
    assert!(ran.out.contains("“watr” is not in the dictionary"), "{}", ran.out);
}

#[test]
fn what_stands_in_the_way_of_spelling_is_told_with_the_remedy() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let asked = desk.run(&["lint", "draft.md", "--spelling"]);
    assert_eq!(asked.code, 2);
    assert!(asked.err.contains("no dictionary of English was found; "), "{}", asked.err);
    assert!(asked.err.contains("zerodraft/dictionaries”"), "{}", asked.err);
    let desk = desk.with("zerodraft.yaml", "spelling: true\n").with("two.md", DRAFT);
    let set = desk.run(&["lint", "draft.md", "two.md"]);
    assert_eq!((set.code, set.err.lines().count()), (0, 1), "{}", set.err);
    let chinese = DRAFT.replace("organ: HRC", "organ: HRC\nlanguage: zh");
    let desk = desk.with("draft.md", &chinese);
    let asked = desk.run(&["lint", "draft.md", "--spelling"]);
    assert!(asked.code < 2 && asked.err.contains("no dictionaries of Chinese"));
}

#[test]
fn a_dictionary_that_is_broken_is_named_with_what_is_wrong() {
    for (endings, words, message) in [
        (&b"SET UTF-8\nSFX\n"[..], &b"1\nwater\n"[..], "en_GB.aff”: "),
        (b"SET KLINGON\n", b"1\nwater\n", "names “KLINGON”, which is no known encoding"),
        (b"SET UTF-8\n", b"1\nwat\xe9r\n", "its letters are not in UTF-8"),
        (b"SET UTF-8\n", b"", "en_GB.aff”: "),
        (b"SET UTF-8\nAF 99999999999\n", b"x\n", "en_GB.aff”: "),
        (b"\xff\xfe\x00", b"\x00\x00", "en_GB.aff”: "),
    ] {
        let desk = Desk::new().with("draft.md", DRAFT).with("dictionaries/none", "");
        std::fs::write(desk.path("dictionaries/en_GB.aff"), endings).unwrap();
        std::fs::write(desk.path("dictionaries/en_GB.dic"), words).unwrap();
        let ran = desk.run(&["lint", "draft.md", "--spelling"]);
        assert_eq!(ran.code, 2, "{message}: {}", ran.out);
        assert!(ran.err.contains(message), "{message}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
}

#[test]
fn an_old_dictionary_is_read_in_its_own_encoding() {
    let text = "---\nlanguage: fr\norgan: HRC\ntitle: \"Eau\"\n---\nLe Conseil des droits de l’homme,\n\n\
                1. Réaffirme le développment de l’eau.\n";
    let desk = Desk::new().with("draft.md", text).with("dictionaries/none", "");
    let endings = b"SET ISO8859-1\nTRY esint\nPFX L Y 1\nPFX L 0 l' .\n";
    let words = b"8\nConseil\nde\ndes\nd\xe9veloppement\ndroits\neau/L\nhomme/L\nr\xe9affirme\nle\nLe\n";
    std::fs::write(desk.path("dictionaries/fr.aff"), endings).unwrap();
    std::fs::write(desk.path("dictionaries/fr.dic"), words).unwrap();
    let ran = desk.run(&["lint", "draft.md", "--only", "unknown-word", "--spelling"]);
    assert!(
        ran.out.contains("--fix-all: write “développement”"),
        "{}{}",
        ran.out,
        ran.err
    );
    assert!(ran.out.contains("0 errors, 1 warning\n"), "{}", ran.out);
}

/// A desk of the tests with the dictionary, as it has come.
fn spelling_desk(text: &str) -> tui::Desk {
    let mut desk = tui::Desk::new(text, Theme::plain())
        .in_file("water.md")
        .with_settings(&DeskSettings { spelling: Some(On), ..DeskSettings::default() });
    assert_eq!(desk.next_command(), Some(Command::LoadDictionary(Language::En)));
    let dictionary = Dictionary::read(ENDINGS.as_bytes(), WORDS.as_bytes()).unwrap();
    let dictionary = dictionary.knowing_also(|word| is_written(Language::En, word));
    desk.take_dictionary(Language::En, Ok(Arc::new(dictionary)));
    desk
}

#[test]
fn the_desk_offers_what_is_meant_by_an_unknown_word() {
    let mut desk = spelling_desk(DRAFT);
    press(&mut desk, "Alt-q");
    insta::assert_snapshot!("choosing_a_spelling", screen(&desk, 100, 24));
    press(&mut desk, "Enter");
    assert!(desk.editor.text().contains("the organizations to report on watr"));
    press(&mut desk, "Alt-q Enter Alt-q");
    assert!(desk.editor.text().contains("report on water and on the subbasin"));
    insta::assert_snapshot!("a_word_without_any_near", screen(&desk, 100, 24));
    press(&mut desk, "Down Enter");
    assert!(desk.editor.text().contains("\nwords:\n  - \"subbasin\"\n---\n"));
    press(&mut desk, "Alt-q");
    assert!(screen(&desk, 100, 24).contains("no unknown word is left"));
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text().matches("words").count(), 0);
}

#[test]
fn a_word_is_added_to_those_of_the_drafter() {
    let mut desk = spelling_desk(DRAFT);
    press(&mut desk, "Alt-.");
    let said = screen(&desk, 100, 24);
    assert!(said.contains("no unknown word stands at the cursor; Alt-Q"), "{said}");
    press(&mut desk, "Alt-q Esc Alt-.");
    assert_eq!(desk.next_command(), Some(Command::AddWord("organisatons".to_owned())));
    desk.word_added("organisatons", Path::new("words.txt"), Ok(()));
    let screen = screen(&desk, 100, 24);
    assert!(
        screen.contains("“organisatons” is one of your words, in words.txt"),
        "{screen}"
    );
    assert!(!screen.contains("“organisatons” is not in the"), "{screen}");
}

#[test]
fn a_word_is_judged_once_it_is_done() {
    let mut desk = spelling_desk("---\nlanguage: en\n---\n1. Decide\n");
    let count = |desk: &tui::Desk| desk.summary().warnings;
    let before = count(&desk);
    press(&mut desk, "End ' watr'");
    assert_eq!(count(&desk), before, "still being typed");
    press(&mut desk, "' '");
    assert_eq!(count(&desk), before + 1);
    press(&mut desk, "Backspace Backspace 'r'");
    assert_eq!(count(&desk), before);
    press(&mut desk, "Home");
    assert_eq!(count(&desk), before + 1, "it was left");
}

#[test]
fn spelling_is_turned_off_and_on() {
    let mut desk = spelling_desk(DRAFT);
    assert!(desk.summary().warnings > 0);
    press(&mut desk, "F10");
    assert_eq!(desk.summary().warnings, 0);
    press(&mut desk, "Alt-q");
    assert!(screen(&desk, 100, 24).contains("spelling is not checked; F10 turns it on"));
    press(&mut desk, "F10");
    assert_eq!(desk.next_command(), None, "the dictionary is there");
    assert!(screen(&desk, 100, 24).contains("spelling is checked: 3 unknown words"));
}

#[test]
fn a_lack_of_a_dictionary_is_told_where_spelling_was_asked_for() {
    let lack = || Err(LackOfDictionary::NoSuchThing("English"));
    let said = |spelling| {
        let settings = DeskSettings { spelling, ..DeskSettings::default() };
        let mut desk = tui::Desk::new(DRAFT, Theme::plain()).with_settings(&settings);
        desk.take_dictionary(Language::En, lack());
        screen(&desk, 100, 24).contains("there are no dictionaries of English")
    };
    assert!(said(Some(On)));
    assert!(!said(None), "a dictionary that is not there is not missed");
}

#[test]
fn line_mode_spells_too() {
    let words = "spell\n.\nspell\n1\nlearn watr\nspell\n2\nspell\nsave\nquit\n";
    let desk = desk();
    let ran = desk.run_with(&["--plain", "draft.md"], words.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let folder = desk.path("").canonicalize().unwrap();
    let folder = format!("{}/", folder.display());
    insta::assert_snapshot!("spelling_in_lines", ran.out.replace(&folder, ""));
    assert_eq!(desk.read("config/zerodraft/words.txt"), "watr\n");
    assert!(desk.read("draft.md").contains("the organizations to report on watr"));
    assert!(desk.read("draft.md").contains("words:\n  - \"subbasin\"\n"));
}
