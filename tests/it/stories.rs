//! The command line as a person uses it: run, see, run, see. The real program, each time
//! in a folder of its own.

use std::fmt::Write;
use std::path::Path;

use crate::running::{DRAFT, Desk};

#[test]
fn a_new_draft_has_no_errors() {
    for organ in ["HRC", "GA", "GA/C.3", "SC", "ECOSOC"] {
        let desk = Desk::new();
        let session = if organ == "ECOSOC" { "2026" } else { "60" };
        let new =
            ["new", "--organ", organ, "--session", session, "--title", "Right to food"];
        let ran = desk.run(&[&new[..], &["--item", "10", "-o", "draft.md"]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{organ}");
        let ran = desk.run(&["lint", "draft.md"]);
        assert_eq!(ran.code, 0, "{organ}: {}", ran.out);
    }
}

#[test]
fn lint_shows_the_place_and_fix_mends_it() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("lint_shows_the_place", ran.out);
    let diff = desk.run(&["lint", "draft.md", "--diff"]);
    assert!(diff.out.contains("-1. Reaffirms the Charter,;\n"), "{}", diff.out);
    assert_eq!(desk.read("draft.md"), DRAFT, "--diff writes nothing");
    assert_eq!(desk.run(&["lint", "--fix", "draft.md"]).code, 0);
    assert_eq!(desk.read("draft.md"), DRAFT.replace(",;", ";"));
}

#[test]
fn a_rule_can_be_silenced_or_left_alone() {
    let desk = Desk::new().with("draft.md", DRAFT);
    assert_eq!(desk.run(&["lint", "draft.md", "--allow", "doubled-terminator"]).code, 0);
    assert_eq!(desk.run(&["lint", "draft.md", "--only", "doubled-word"]).code, 0);
    let ran = desk.run(&["lint", "draft.md", "--only", "doubled-words"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean “doubled-word”?"), "{}", ran.err);
}

#[test]
fn lint_json_keeps_its_contract() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--format", "json"]);
    insta::assert_snapshot!("lint_json", ran.out);
}

#[test]
fn show_json_keeps_its_contract() {
    let desk = Desk::new().with("draft.md", DRAFT);
    insta::assert_snapshot!(
        "show_json",
        desk.run(&["show", "draft.md", "--format", "json"]).out
    );
    insta::assert_snapshot!("show_outline", desk.run(&["show", "draft.md"]).out);
}

#[test]
fn raw_text_is_linted_and_never_written_over() {
    let raw = "The Human Rights Council,\n\nRecalling its resolution 5/1 of 18 June 2007,\n\n\
               1. Reaffirms the Charter,;\n\n2. Decides to remain seized of the matter.\n";
    let desk = Desk::new().with("raw.txt", raw);
    let ran = desk.run(&["lint", "raw.txt", "--format", "json"]);
    assert!(ran.out.contains("\"imported\": true"), "{}", ran.out);
    let ran = desk.run(&["lint", "raw.txt", "--fix"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("name the draft to write with -o"), "{}", ran.err);
    assert_eq!(desk.read("raw.txt"), raw);
    desk.run(&["import", "raw.txt", "-o", "draft.md"]);
    assert!(desk.read("draft.md").contains("1. Reaffirms the Charter,;"));
    let again = desk.run(&["import", "raw.txt", "-o", "draft.md"]);
    assert!(again.err.contains("--force"), "{}", again.err);
}

#[test]
fn bad_input_gets_one_clear_message() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder.md")).unwrap();
    std::fs::write(desk.path("latin.md"), b"one\ntwo \xe9\n").unwrap();
    std::fs::write(desk.path("noise.md"), b"\x00\x01\x02").unwrap();
    std::fs::write(desk.path("word.docx"), b"PK\x03\x04....").unwrap();
    let big = std::fs::File::create(desk.path("big.md")).unwrap();
    big.set_len(50 * 1024 * 1024).unwrap();
    for (file, message) in [
        ("none.md", "No such file or directory"),
        ("folder.md", "folder"),
        ("latin.md", "line 2 is not UTF-8 text"),
        ("noise.md", "binary data"),
        ("word.docx", "a Word or other zipped file"),
        ("big.md", "it has 50 MB"),
    ] {
        for command in ["lint", "show"] {
            let ran = desk.run(&[command, file]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command} {file}");
            assert!(ran.err.contains(message) && ran.err.contains(file), "{}", ran.err);
            assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        }
    }
}

#[test]
fn one_bad_file_does_not_silence_the_others() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "none.md", "draft.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("doubled-terminator"), "{}", ran.out);
}

#[test]
fn front_matter_that_yaml_cannot_read_is_named_with_its_remedy() {
    let desk = Desk::new()
        .with("draft.md", "---\norgan: XYZ\ntitle: Food: a right\nsponsor: []\n---\n");
    let ran = desk.run(&["lint", "draft.md"]);
    insta::assert_snapshot!("front_matter_problems", ran.out);
}

#[test]
fn an_empty_draft_is_a_draft() {
    let desk = Desk::new().with("draft.md", "");
    assert_eq!(desk.run(&["show", "draft.md"]).code, 0);
    assert_eq!(desk.run(&["lint", "draft.md", "--format", "json"]).err, "");
}

#[test]
fn standard_input_is_a_draft_and_with_raw_is_imported() {
    let desk = Desk::new();
    let ran = desk.run_with(&["lint", "-", "--format", "json"], DRAFT.as_bytes());
    assert!(ran.out.contains("\"file\": \"standard input\""), "{}", ran.out);
    let ran = desk.run_with(&["lint", "-", "--fix"], DRAFT.as_bytes());
    assert!(ran.out.starts_with(&DRAFT.replace(",;", ";")), "{}", ran.out);
    let ran = desk.run_with(&["show", "-", "--raw"], DRAFT.as_bytes());
    assert_eq!(ran.code, 0);
}

#[test]
fn of_several_resolutions_in_a_file_one_is_chosen() {
    let page = "131 (VI). Lamps\n\nThe General Assembly,\n\nDecides to light them.\n\n\
                1st plenary meeting\n4 March 1951\n\n132 (VI). Names\n\n\
                The General Assembly,\n\nTakes note of them.\n";
    let desk = Desk::new().with("page.txt", page);
    let ran = desk.run(&["import", "page.txt"]);
    assert!(ran.out.contains("Decides to light them."), "{}", ran.out);
    assert_eq!(
        ran.err,
        "“page.txt” holds 2 resolutions: 1. 131 (VI) “Lamps”; 2. 132 (VI) “Names”; \
         reading the first; choose with --text N\n"
    );
    let ran = desk.run(&["show", "page.txt", "--text", "2"]);
    assert!(ran.out.contains("132 (VI) Names"), "{}", ran.out);
    assert_eq!(ran.err, "");
    let ran = desk.run(&["lint", "page.txt", "--text", "3"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "zerodraft: cannot read “page.txt”: it has no resolution 3; it holds 2\n"
    );
}

#[test]
fn a_text_that_is_no_resolution_is_named_as_such() {
    let desk = Desk::new().with("agenda.txt", "Agenda\n\n1. Opening of the session.\n");
    let ran = desk.run(&["import", "agenda.txt"]);
    assert!(ran.out.contains("1. Opening of the session."), "{}", ran.out);
    assert_eq!(
        ran.err,
        "no resolution was found in “agenda.txt”; its words are taken as they stand\n"
    );
}

#[test]
fn a_drafters_templates_add_to_the_shipped_ones_and_replace_them() {
    let desk = Desk::new();
    let folder = desk.run(&["templates", "--where"]).out;
    let folder = Path::new(folder.trim());
    std::fs::create_dir_all(folder).unwrap();
    let template = "id: decides-remain-seized\ntitle: Our own way\npart: operative\n\
                    organs: []\ntext: Decides to remain seized of the matter;\n";
    std::fs::write(folder.join("own.yaml"), template).unwrap();
    let ran = desk.run(&["templates", "Our own way"]);
    assert!(ran.out.contains("decides-remain-seized"), "{}", ran.out);
    std::fs::write(folder.join("broken.yaml"), "id: x\ntilte: y\n").unwrap();
    let ran = desk.run(&["templates", "Our own way"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("broken.yaml") && ran.err.contains("line 2"), "{}", ran.err);
    assert!(ran.out.contains("Our own way"), "the rest still loads");
}

/// A PDF of one page that shows an image.
const SCAN: &str = "%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R
/Resources<</XObject<</Scan 5 0 R>>>>>> endobj
4 0 obj <</Length 8>> stream
/Scan Do
endstream endobj
5 0 obj <</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray
/Length 1>> stream
x
endstream endobj
trailer <</Root 1 0 R>>
";

#[test]
fn a_pdf_is_read_as_a_draft_is() {
    let desk = Desk::new().with("scan.pdf", SCAN);
    let paper = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/two-pages.pdf");
    std::fs::copy(paper, desk.path("paper.pdf")).unwrap();
    let ran = desk.run(&["show", "paper.pdf"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Safe footpaths"), "{}", ran.out);
    let ran = desk.run(&["lint", "paper.pdf"]);
    assert_ne!(ran.code, 2, "{}", ran.err);
    let ran = desk.run(&["import", "paper.pdf", "-o", "paper.md", "--report"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("page 2: running head set aside: A/HRC/61/L.7"),
        "{}",
        ran.err
    );
    assert!(desk.read("paper.md").contains("*inter alia*"));
    let ran = desk.run(&["lint", "scan.pdf"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("scanned PDF"), "{}", ran.err);
    assert!(ran.err.contains("text recognition"), "{}", ran.err);
}

#[test]
fn two_texts_are_compared() {
    let later = DRAFT
        .replace("Reaffirms the Charter,;", "Reaffirms the Charter and its purposes;")
        .replace("1. R", "1. Welcomes the harvest;\n\n2. R")
        .replace("2. D", "3. D");
    let desk = Desk::new().with("draft.md", DRAFT).with("later.md", &later);
    let ran = desk.run(&["compare", "draft.md", "draft.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = desk.run(&["compare", "draft.md", "later.md"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("compare", ran.out);
    let ran = desk.run(&["compare", "draft.md", "later.md", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["summary"]["added"], 1);
    assert_eq!(told["rows"][6]["new"][0]["label"], "OP 2");
    let ran = desk
        .run(&["compare", "draft.md", "later.md", "--format", "html", "-o", "c.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        desk.read("c.html")
            .contains("the Charter<del>,</del><ins> and its purposes</ins>;")
    );
    let ran = desk.run(&["compare", "draft.md", "missing.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("“missing.md”"), "{}", ran.err);
    assert_eq!(desk.run(&["compare", "-", "-"]).code, 2);
}

#[test]
fn a_word_file_is_compared_with_the_draft_it_was_made_of() {
    let desk = Desk::new().with("draft.md", DRAFT);
    assert_eq!(desk.run(&["render", "draft.md", "-o", "draft.docx"]).code, 0);
    let ran = desk.run(&["compare", "draft.md", "draft.docx"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn hostile_yaml_is_refused() {
    let desk = Desk::new();
    let templates = desk.path("templates");
    std::fs::create_dir(&templates).unwrap();
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    std::fs::write(templates.join("bomb.yaml"), bomb).unwrap();
    std::fs::write(templates.join("deep.yaml"), "[".repeat(100_000)).unwrap();
    std::fs::write(templates.join("large.yaml"), "x".repeat(1_000_000)).unwrap();
    let ran = desk.run(&["templates", "seized"]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.err.lines().count(), 3, "{}", ran.err);
    assert!(ran.out.contains("decides-remain-seized"));
}

#[test]
fn every_page_of_help_is_there() {
    let desk = Desk::new();
    for command in
        ["new", "lint", "render", "import", "show", "compare", "templates", "explain"]
    {
        let ran = desk.run(&[command, "--help"]);
        assert!(ran.code == 0 && ran.out.contains("Usage:"), "{command}");
    }
    assert!(desk.run(&["completions", "bash"]).out.contains("zerodraft"));
    assert!(desk.run(&["man"]).out.contains(".TH zerodraft"));
    assert!(desk.run(&["explain", "wrong-operative-ending"]).out.starts_with("# wrong"));
}

#[cfg(unix)]
#[test]
fn saving_follows_links_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new().with("draft.md", DRAFT);
    let permissions = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(desk.path("draft.md"), permissions).unwrap();
    symlink("draft.md", desk.path("link.md")).unwrap();
    desk.run(&["lint", "--fix", "link.md"]);
    assert!(desk.path("link.md").is_symlink());
    assert_eq!(desk.read("draft.md"), DRAFT.replace(",;", ";"));
    let mode = std::fs::metadata(desk.path("draft.md")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

const NEGOTIATED: &str = "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\ntitle: \"Right to food\"\n---\n\
    The Human Rights Council,\n\nEU: Recalling its {++relevant ++}resolutions,\n\n\
    1. Urges [all] States to act by XX March 2027;{>>ask capital<<}\n\n\
    2. Requests the High Commissioner to submit a report to the Council at its sixty-third session;\n\n\
    3. Decides to remain seized of the matter.\n";

#[test]
fn a_negotiated_text_is_noted_while_it_is_drafted_and_kept_back_when_submitted() {
    let desk = Desk::new().with("draft.md", NEGOTIATED);
    let drafting = desk.run(&["lint", "draft.md"]);
    assert!(!drafting.out.contains("Before submission"), "{}", drafting.out);
    assert!(!drafting.out.contains("square-brackets"), "{}", drafting.out);
    let submitting = desk.run(&["lint", "draft.md", "--submit"]);
    assert_eq!(submitting.code, 1);
    for rule in [
        "leftover-comment",
        "leftover-placeholder",
        "missing-agenda-item",
        "missing-sponsors",
        "negotiation-label",
        "square-brackets",
        "tracked-change",
    ] {
        assert!(submitting.out.contains(&format!("error[{rule}]")), "{}", submitting.out);
    }
    let (_, list) = submitting.out.split_once("Before submission").unwrap();
    insta::assert_snapshot!("before_submission", format!("Before submission{list}"));
}

#[test]
fn the_list_before_submission_is_in_json() {
    let desk = Desk::new().with("draft.md", NEGOTIATED);
    let without = desk.run(&["lint", "draft.md", "--format", "json"]);
    assert!(!without.out.contains("checklist"), "{}", without.out);
    let ran = desk.run(&["lint", "draft.md", "--submit", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let checklist = value["files"][0]["checklist"].as_array().unwrap();
    let named =
        |name: &str| checklist.iter().find(|check| check["name"] == name).unwrap();
    assert_eq!(named("title")["standing"], "met");
    assert_eq!(named("no-brackets")["standing"], "not met");
    assert_eq!(named("no-brackets")["places"], serde_json::json!(["OP 1"]));
    assert_eq!(named("budget")["standing"], "to consider");
    let ran = desk.run(&[
        "lint",
        "draft.md",
        "--submit",
        "--allow",
        "square-brackets",
        "--format",
        "json",
    ]);
    assert!(ran.out.contains("\"standing\": \"not checked\""), "{}", ran.out);
}

#[test]
fn a_clean_draft_can_be_tabled_and_an_adopted_text_cannot() {
    let clean = "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\ntitle: \"Right to food\"\n\
        agenda_items:\n  - number: \"3\"\nsponsors: [\"Brazil\", \"Norway\"]\n---\n\
        The Human Rights Council,\n\nRecalling its resolution 5/1 of 18 June 2007,\n\n\
        1. Urges all States to act;\n\n2. Decides to remain seized of the matter.\n";
    let adopted = clean.replace("organ: HRC", "organ: HRC\nstage: adopted");
    let desk = Desk::new().with("draft.md", clean).with("adopted.md", &adopted);
    let ran = desk.run(&["lint", "draft.md", "--submit"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("nothing keeps it from being tabled"), "{}", ran.out);
    let ran = desk.run(&["lint", "adopted.md", "--submit"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("only a draft is submitted"), "{}", ran.err);
}
