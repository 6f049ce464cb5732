//! Akoma Ntoso is valid by its schema, whatever is drafted: every identifier is given once,
//! what is referred to is there, and the text that is read back says what was written.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use zerodraft::import;
use zerodraft::model::{Paragraph, Resolution};
use zerodraft::render::{self, Layer, Options, format_for};
use zerodraft::syntax;
use zerodraft::text::Source;

use crate::real_texts::real_texts;

fn parse(text: &str) -> Resolution {
    syntax::parse(&Source::new(text))
}

fn shared() -> PathBuf {
    std::env::var("ZERODRAFT_SHARED").unwrap_or_else(|_| "../shared".to_owned()).into()
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped(needs: &str) {
    eprintln!("skipped: needs {needs}");
}

/// A resolution of every kind and stage, so that each has its names.
fn kinds() -> Vec<Resolution> {
    let mut all = Vec::new();
    for kind in ["resolution", "decision", "amendment", "statement"] {
        for stage in ["draft", "adopted"] {
            for organ in ["GA", "GA/C.3", "HRC", "SC", "ECOSOC"] {
                all.push(parse(&format!(
                    "---\norgan: {organ}\nkind: {kind}\nstage: {stage}\nnumber: \"4/5\"\ntitle: \
                     \"On <kinds>\"\nadoption: {{meeting: 3, date: 2031-01-02}}\n---\n1. Recalling it,\n\n\
                     Noting:\n\n(a) This;\n\n> A quotation.\n\n1. Decides:\n\n   (a) One:\n\n      (i) \
                     Two;\n\n   and so on;\n\n   (b) Three[^9];\n\nNoting that it strayed,\n"
                )));
            }
        }
    }
    all
}

/// The sample drafts, every kind of document, and what is hardly a text.
fn own_texts() -> Vec<(String, Resolution)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let draft = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        texts.push((path.display().to_string(), parse(&draft)));
    }
    texts.extend(kinds().into_iter().map(|kind| ("a kind".to_owned(), kind)));
    let odd = ["", "# Annex", "# Part A", "(a)", "#.", "[^1]: x", "> x", "* x\n\n> y"];
    texts.extend(odd.map(|text| (text.to_owned(), parse(text))));
    texts
}

fn written(resolution: &Resolution, akn: Layer) -> String {
    let options = Options { akn, ..Options::default() };
    let xml = render::render(resolution, format_for("xml").unwrap(), &options).unwrap();
    String::from_utf8(xml).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(xml: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    let after = xml.split(&opening).skip(1);
    after.filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[track_caller]
fn names_are_sound(name: &str, xml: &str) {
    let ids = values(xml, "eId");
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "{name}: an identifier is given twice");
    for id in ids {
        assert!(id.is_ascii(), "{name}: {id}");
    }
    for attribute in ["href", "refersTo", "from", "upTo", "as", "by", "outcome", "source"]
    {
        for value in values(xml, attribute) {
            let id = value.strip_prefix('#');
            assert!(
                id.is_none_or(|id| known.contains(id) || is_of_ours(id)),
                "{name}: {value}"
            );
        }
    }
}

/// The drafter is named above the references, too.
fn is_of_ours(id: &str) -> bool {
    id == "drafter"
}

/// Whether the program that validates is there, with the schema.
fn validator() -> Option<PathBuf> {
    let schema = shared().join("akn/akomantoso30.xsd");
    let has_xmllint = Command::new("xmllint").arg("--version").output().is_ok();
    if schema.exists() && has_xmllint {
        return Some(schema);
    }
    skipped(&format!("xmllint and {}", schema.display()));
    None
}

fn check(texts: &[(String, Resolution)]) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (index, (name, resolution)) in texts.iter().enumerate() {
        for akn in [Layer::Publication, Layer::Statement] {
            let xml = written(resolution, akn);
            names_are_sound(name, &xml);
            let file = folder.path().join(format!("{index}-{akn:?}.xml"));
            std::fs::write(&file, xml).unwrap();
            files.push(file);
        }
    }
    let Some(schema) = validator() else { return };
    for files in files.chunks(200) {
        let output = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .args(files)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_kind_is_valid() {
    check(&own_texts());
}

#[test]
fn real_texts_are_valid() {
    check(&real_texts());
}

#[test]
fn real_texts_come_back() {
    let mut changed = Vec::new();
    for (name, resolution) in real_texts() {
        let xml = written(&resolution, Layer::Publication);
        let again = import::read(xml.as_bytes(), &import::Options::default()).unwrap();
        if words(&parse(&again.text)) != words(&resolution) {
            changed.push(name);
        }
    }
    assert_eq!(changed, Vec::<String>::new());
}

/// The words of a text in the order of the alphabet: the annex of a part, which a page
/// prints at the end, may come back there. A draft reads “Part I” in an annex as a heading
/// or as the letter of a part, so the word itself is not counted.
fn words(resolution: &Resolution) -> Vec<String> {
    let mut words = Vec::new();
    for part in resolution.with_parts() {
        let headings =
            part.sections.iter().filter_map(|section| section.heading.as_ref());
        let paragraphs = part.paragraphs().map(|paragraph| &paragraph.prose);
        let of_annexes = part.annexes.iter().flat_map(|annex| {
            let below = annex.paragraphs.iter().flat_map(Paragraph::with_descendants);
            std::iter::once(&annex.title).chain(below.map(|paragraph| &paragraph.prose))
        });
        let notes = part.footnotes.iter().map(|footnote| &footnote.prose);
        for prose in headings.chain(paragraphs).chain(of_annexes).chain(notes) {
            let pieces = prose.text.split(|c: char| !c.is_alphanumeric());
            words.extend(pieces.map(str::to_owned));
        }
        let names = part.number.iter().chain(&part.title);
        let pieces =
            names.flat_map(|name| name.value.split(|c: char| !c.is_alphanumeric()));
        words.extend(pieces.map(str::to_owned));
    }
    words.retain(|word| !word.is_empty() && !word.eq_ignore_ascii_case("part"));
    words.sort();
    words
}
