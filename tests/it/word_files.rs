//! What becomes of Word files. Each is written here from its XML, so that one sees what
//! stands in the file and what comes out.

use std::io::Write as _;

use proptest::prelude::*;
use zerodraft::import::{self, Changes, ImportError, Imported, Options};
use zerodraft::render::{self, format_for};
use zerodraft::syntax;
use zerodraft::text::Source;

/// A Word file in the making: its main part, and the parts that a test adds.
pub(crate) struct WordFile {
    body: String,
    parts: Vec<(&'static str, String)>,
}

const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"r\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\"";

/// A file with these paragraphs below its organ line.
pub(crate) fn text(paragraphs: &str) -> WordFile {
    word(&format!("{}{paragraphs}", paragraph("The General Assembly,")))
}

fn word(body: &str) -> WordFile {
    WordFile { body: body.to_owned(), parts: Vec::new() }
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

impl WordFile {
    /// Adds a part, as `styles`, inside its root element.
    pub(crate) fn with(mut self, part: &'static str, inner: &str) -> Self {
        let root = match part {
            "header1" => "hdr",
            "footer1" => "ftr",
            part => part,
        };
        self.parts.push((part, format!("<w:{root} {NAMES}>{inner}</w:{root}>")));
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let relation = |(part, _): &(&str, String)| {
            let kind = part.trim_end_matches('1');
            format!(
                "<Relationship Id=\"{part}\" Type=\"{OFFICE}/{kind}\" Target=\"{part}.xml\"/>"
            )
        };
        let relations: String = self.parts.iter().map(relation).collect();
        let main = "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/>";
        let mut parts = vec![
            (
                "[Content_Types].xml".to_owned(),
                "<Types><Default Extension=\"xml\" ContentType=\"x\"/></Types>"
                    .to_owned(),
            ),
            ("_rels/.rels".to_owned(), format!("<Relationships>{main}</Relationships>")),
            (
                "word/_rels/document.xml.rels".to_owned(),
                format!("<Relationships>{relations}</Relationships>"),
            ),
            (
                "word/document.xml".to_owned(),
                format!(
                    "<w:document {NAMES}><w:body>{}</w:body></w:document>",
                    self.body
                ),
            ),
        ];
        parts.extend(
            self.parts
                .iter()
                .map(|(part, xml)| (format!("word/{part}.xml"), xml.clone())),
        );
        zipped(&parts)
    }

    fn read(&self, changes: Changes) -> Imported {
        import::read(&self.bytes(), &Options { changes, ..Options::default() }).unwrap()
    }
}

fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in parts {
        archive.start_file(name.as_str(), options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The draft below its front matter, a blank line between paragraphs left out.
fn body(imported: &Imported) -> String {
    let (_, body) = imported.text.split_once("\n---\n").unwrap();
    body.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(file: &WordFile, expected: &str) {
    assert_eq!(body(&file.read(Changes::Keep)), expected);
}

fn set_aside(imported: &Imported) -> Vec<String> {
    let aside = imported.set_aside.iter();
    aside.map(|aside| format!("{}: {}", aside.what, aside.text)).collect()
}

/// A paragraph at a level of a list.
pub(crate) fn numbered(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

/// Lists 1 and 2 as resolutions have them; list 2 begins anew.
pub(crate) const LISTS: &str = "<w:abstractNum w:abstractNumId=\"5\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"(%3)\"/></w:lvl>\
    </w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\">\
    <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

#[test]
fn automatic_numbers_are_written_out() {
    let file = text(
        &[
            numbered(1, 0, "Decides:"),
            numbered(1, 1, "To act:"),
            numbered(1, 2, "Now;"),
            numbered(1, 1, "To wait;"),
            numbered(1, 0, "Requests a report."),
        ]
        .concat(),
    )
    .with("numbering", LISTS);
    check(
        &file,
        "The General Assembly,\n1. Decides:\n   (a) To act:\n      (i) Now;\n   (b) To wait;\n\
         2. Requests a report.",
    );
}

#[test]
fn a_list_may_begin_anew() {
    let file = text(
        &[
            numbered(1, 0, "Decides to act;"),
            numbered(1, 0, "Requests a report;"),
            numbered(2, 0, "Urges States to act;"),
            numbered(0, 0, "Decides to wait."),
        ]
        .concat(),
    )
    .with("numbering", LISTS);
    check(
        &file,
        "The General Assembly,\n1. Decides to act;\n2. Requests a report;\n\
         1. Urges States to act;\nDecides to wait.",
    );
}

#[test]
fn styles_give_numbers_headings_and_italics() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Op\"><w:name w:val=\"Op\"/><w:pPr><w:numPr>\
        <w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"OpB\"><w:name w:val=\"Op B\"/><w:basedOn w:val=\"Op\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"_ H_2/3_G\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>\
        <w:style w:type=\"character\" w:styleId=\"It\"><w:name w:val=\"It\"/><w:rPr><w:i/></w:rPr></w:style>";
    let styled = |style: &str, runs: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
    };
    let file = text(&[
        styled("H", "<w:r><w:t>Coordination</w:t></w:r>"),
        styled(
            "Op",
            "<w:r><w:rPr><w:i/></w:rPr><w:t>Decides</w:t></w:r><w:r><w:t xml:space=\"preserve\"> to act, \
             </w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"It\"/></w:rPr><w:t>inter</w:t></w:r><w:r><w:rPr>\
             <w:i w:val=\"1\"/></w:rPr><w:t xml:space=\"preserve\"> alia</w:t></w:r><w:r><w:rPr><w:rStyle \
             w:val=\"It\"/><w:i w:val=\"0\"/></w:rPr><w:t>, now;</w:t></w:r>",
        ),
        styled("OpB", "<w:r><w:t>Requests a report.</w:t></w:r>"),
        styled("Loop", ""),
    ]
    .concat())
    .with("styles", styles)
    .with("numbering", LISTS);
    check(
        &file,
        "The General Assembly,\n# Coordination\n1. Decides to act, *inter alia*, now;\n\
         2. Requests a report.",
    );
}

/// Words inside an insertion or a deletion.
fn inserted(words: &str) -> String {
    format!(
        "<w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:ins>"
    )
}

fn deleted(words: &str) -> String {
    format!(
        "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText xml:space=\"preserve\">{words}</w:delText></w:r></w:del>"
    )
}

/// A paragraph of list 1 whose end is inserted, deleted or neither.
fn tracked(end: &str, runs: &str) -> String {
    let end = match end {
        "" => String::new(),
        end => format!("<w:rPr><w:{end} w:id=\"2\" w:author=\"A\"/></w:rPr>"),
    };
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>{end}</w:pPr>{runs}</w:p>"
    )
}

fn tracked_file() -> WordFile {
    let plain =
        |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    text(
        &[
            tracked(
                "",
                &[
                    &plain("Urges "),
                    &*deleted("some"),
                    &inserted("all"),
                    &plain(" States;"),
                ]
                .concat(),
            ),
            tracked("ins", &inserted("Invites them;")),
            tracked("del", &deleted("Regrets it;")),
            tracked("del", &plain("Decides to meet ")),
            tracked("", &plain("again.")),
        ]
        .concat(),
    )
    .with("numbering", LISTS)
}

#[test]
fn tracked_changes_become_marks() {
    check(
        &tracked_file(),
        "The General Assembly,\n1. Urges {--some--}{++all++} States;\n{++2. Invites them;++}\n\
         {--2. Regrets it;--}\n3. Decides to meet again.",
    );
    let draft = tracked_file().read(Changes::Keep).text;
    let resolution = syntax::parse(&Source::new(draft));
    let labels: Vec<&str> = resolution.operative().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["OP 1", "OP 2", "OP 3"]);
    assert_eq!(resolution.struck_out.len(), 1);
}

#[test]
fn struck_words_of_another_text_are_set_aside_with_it() {
    let file = word(
        &[
            paragraph("1990/1. Lamps"),
            paragraph("The Economic and Social Council,"),
            paragraph("1. Decides to act."),
            paragraph("42nd meeting"),
            paragraph("1990/2. Ferries"),
            paragraph("The Economic and Social Council,"),
            tracked("del", &deleted("Regrets the delay;")),
            paragraph("1. Decides to wait."),
        ]
        .concat(),
    );
    let imported = file.read(Changes::Keep);
    assert_eq!(imported.texts.len(), 2, "{}", imported.text);
    let aside = set_aside(&imported);
    assert!(aside.contains(&"struck words: Regrets the delay;".to_owned()), "{aside:?}");
}

#[test]
fn tracked_changes_may_be_accepted_or_rejected() {
    assert_eq!(
        body(&tracked_file().read(Changes::Accept)),
        "The General Assembly,\n1. Urges all States;\n2. Invites them;\n3. Decides to meet again."
    );
    assert_eq!(
        body(&tracked_file().read(Changes::Reject)),
        "The General Assembly,\n1. Urges some States;\n2. Regrets it;\n3. Decides to meet\n4. again."
    );
}

#[test]
fn what_a_paragraph_was_before_is_read_when_changes_are_rejected() {
    let file = text(
        "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>\
         </w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Decides to act.</w:t></w:r></w:p>",
    )
    .with("numbering", LISTS);
    assert!(body(&file.read(Changes::Reject)).ends_with("1. Decides to act."));
    assert!(body(&file.read(Changes::Accept)).ends_with(",\nDecides to act."));
}

#[test]
fn words_that_move_stand_where_they_go() {
    let run =
        |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let file = text(&format!(
        "<w:p>{}<w:moveFrom w:id=\"1\">{}</w:moveFrom>{}<w:moveTo w:id=\"2\">{}</w:moveTo>{}</w:p>",
        run("1. Decides "),
        run("today "),
        run("to act"),
        run(" today"),
        run(".")
    ));
    check(&file, "The General Assembly,\n1. Decides {--today --}to act{++ today++}.");
}

#[test]
fn comments_keep_their_authors() {
    let file = text(
        "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>1. Decides to act</w:t></w:r>\
         <w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
    )
    .with(
        "comments",
        "<w:comment w:id=\"0\" w:author=\"Norway\"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Too weak</w:t>\
         </w:r></w:p></w:comment>",
    );
    check(&file, "The General Assembly,\n1. Decides to act{>>Norway: Too weak<<}.");
    assert!(!file.read(Changes::Accept).text.contains("weak"));
}

#[test]
fn notes_are_called_by_their_numbers_or_their_own_marks() {
    let note = |id: u32, runs: &str| {
        format!("<w:footnote w:id=\"{id}\"><w:p>{runs}</w:p></w:footnote>")
    };
    let notes = [
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>",
        &note(1, "<w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> See A/70/1.</w:t></w:r>"),
        &note(2, "<w:r><w:t>†</w:t><w:tab/><w:t>As agreed.</w:t></w:r>"),
        &note(3, "<w:r><w:t>Never called.</w:t></w:r>"),
    ]
    .concat();
    let file = text(
        "<w:p><w:r><w:t>Recalling it,</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/>\
         <w:t>†</w:t></w:r></w:p><w:p><w:r><w:t>1. Decides to act</w:t></w:r><w:r><w:footnoteReference \
         w:id=\"1\"/></w:r><w:r><w:t>.</w:t></w:r><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>",
    )
    .with("footnotes", &notes)
    .with(
        "endnotes",
        "<w:endnote w:id=\"1\"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>",
    );
    check(
        &file,
        "The General Assembly,\nRecalling it,[^†]\n1. Decides to act[^1].[^i]\n[^†]: As agreed.\n\
         [^1]: See A/70/1.\n[^i]: At the end.",
    );
    let aside = set_aside(&file.read(Changes::Keep));
    assert_eq!(aside, ["note that nothing calls: Never called."]);
}

#[test]
fn the_note_on_sponsors_is_set_aside() {
    let file = word(
        "<w:p><w:r><w:t>Brazil, Haiti,</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/>\
         <w:t>*</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Norway: draft resolution</w:t></w:r></w:p>\
         <w:p><w:r><w:t>42/... Right to food</w:t></w:r></w:p>\
         <w:p><w:r><w:t>The Human Rights Council,</w:t></w:r></w:p>\
         <w:p><w:r><w:t>1. Decides to act.</w:t></w:r></w:p>",
    )
    .with(
        "footnotes",
        "<w:footnote w:id=\"1\"><w:p><w:r><w:t>*</w:t><w:tab/><w:t>State not a member of the Human Rights \
         Council.</w:t></w:r></w:p></w:footnote>",
    );
    let imported = file.read(Changes::Keep);
    let resolution = syntax::parse(&Source::new(imported.text.as_str()));
    let marked: Vec<_> = resolution.sponsors.list.iter().map(|s| s.marked).collect();
    assert_eq!(marked, [Some(false), Some(true), Some(false)]);
    assert!(resolution.footnotes.is_empty());
    let note = "note on sponsors: State not a member of the Human Rights Council.";
    assert!(set_aside(&imported).iter().any(|aside| aside == note));
}

#[test]
fn fields_signs_and_hidden_words() {
    let file = text(
        "<w:p><w:r><w:t xml:space=\"preserve\">1. Decides see </w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>paragraph 2</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>custodial \
         mea</w:t><w:softHyphen/><w:t>sures</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>\
         <w:r><w:sym w:font=\"Symbol\" w:char=\"F0B0\"/></w:r><w:smartTag><w:r><w:t>,&amp; so&#x20;on</w:t></w:r>\
         </w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>.</w:t></w:r>\
         </w:sdtContent></w:sdt></w:p>",
    );
    check(
        &file,
        "The General Assembly,\n1. Decides see paragraph 2 non-custodial measures°,& so on.",
    );
    assert_eq!(set_aside(&file.read(Changes::Keep)), ["hidden text: secret"]);
}

#[test]
fn highlighted_words_stay_and_are_told() {
    let yellow = "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>";
    let file = text(&format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">1. Decides </w:t></w:r><w:r>{yellow}<w:t>to \
         me</w:t></w:r><w:r>{yellow}<w:t>et</w:t></w:r><w:r><w:rPr><w:highlight \
         w:val=\"none\"/></w:rPr><w:t>.</w:t></w:r></w:p>"
    ));
    check(&file, "The General Assembly,\n1. Decides to meet.");
    assert_eq!(set_aside(&file.read(Changes::Keep)), ["highlight: to meet"]);
}

#[test]
fn a_break_divides_paragraphs_where_sentences_end() {
    let file = text(
        "<w:p><w:r><w:t>1. Decides to act;</w:t><w:br/><w:t>2. Requests the Secretary-General, in close \
         consultation with all States concerned and</w:t><w:br/><w:t>others, to report.</w:t></w:r></w:p>",
    );
    check(
        &file,
        "The General Assembly,\n1. Decides to act;\n2. Requests the Secretary-General, in close \
         consultation with all States concerned and others, to report.",
    );
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |words: &&str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |cells: &&[&str]| -> String {
        format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn tables_are_rows_in_the_text_and_lines_above_it() {
    let masthead = table(&[
        &["United Nations", "A/HRC/42/L.20"],
        &["General Assembly", "Distr.: Limited"],
    ]);
    let file = word(&format!(
        "{masthead}{}{}{}",
        paragraph("The Human Rights Council,"),
        paragraph("1. Decides to share the costs as follows."),
        table(&[&["State", "Share"], &["Chad", "a | b"]]),
    ));
    let imported = file.read(Changes::Keep);
    assert!(imported.text.contains("symbol: \"A/HRC/42/L.20\""), "{}", imported.text);
    assert_eq!(
        body(&imported),
        "The Human Rights Council,\n1. Decides to share the costs as follows.\n\
         | State | Share |\n| Chad | a / b |"
    );
}

#[test]
fn boxes_stand_above_the_text_and_are_read_once() {
    let in_box = |words: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{0}\
             </w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\
             <w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            paragraph(words)
        )
    };
    let file = word(
        &[
            in_box("A/80/L.44"),
            paragraph("The General Assembly,"),
            paragraph("1. Decides to act."),
            in_box("Please turn over"),
        ]
        .concat(),
    );
    let imported = file.read(Changes::Keep);
    assert!(imported.text.contains("symbol: \"A/80/L.44\""));
    assert_eq!(body(&imported), "The General Assembly,\n1. Decides to act.");
    let aside = set_aside(&imported);
    assert_eq!(aside.iter().filter(|aside| aside.contains("turn over")).count(), 1);
}

#[test]
fn a_box_at_the_organ_line_is_no_title() {
    let boxed = paragraph("The General Assembly,").replace(
        "<w:r>",
        "<w:r><w:txbxContent><w:p><w:r><w:t>Seen by the Bureau</w:t></w:r></w:p></w:txbxContent></w:r><w:r>",
    );
    let file = word(
        &[paragraph("80/… Ferries at night"), boxed, paragraph("1. Decides to act.")]
            .concat(),
    );
    let imported = file.read(Changes::Keep);
    assert!(imported.text.contains("title: \"Ferries at night\"\n"), "{}", imported.text);
    assert_eq!(set_aside(&imported), ["text box: Seen by the Bureau"]);
}

#[test]
fn the_masthead_may_stand_in_the_header_of_the_first_page() {
    let section = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"header1\"/>\
        <w:footerReference w:type=\"default\" r:id=\"footer1\"/><w:titlePg/></w:sectPr>";
    let text = [paragraph("The Human Rights Council,"), paragraph("1. Decides to act.")];
    let file = word(&(text.concat() + section))
        .with("header1", &table(&[&["United Nations", "A/HRC/42/L.20"]]))
        .with("footer1", &paragraph("GE.20-13358(E)"));
    let imported = file.read(Changes::Keep);
    assert!(imported.text.contains("symbol: \"A/HRC/42/L.20\""));
    assert!(set_aside(&imported).contains(&"job number: GE.20-13358(E)".to_owned()));
}

/// Why bytes are no Word file that can be read.
#[track_caller]
fn refused(bytes: &[u8], why: &str) {
    let error = import::read(bytes, &Options::default()).unwrap_err().to_string();
    assert!(error.contains(why), "{error}");
}

#[test]
fn hostile_files_are_refused() {
    let open = "<w:tbl><w:tr><w:tc>".repeat(1000);
    let close = "</w:tc></w:tr></w:tbl>".repeat(1000);
    let nested = format!("{open}{}{close}", paragraph("deep"));
    refused(&text(&nested).bytes(), "more than 256 elements into each other");

    let bomb = " ".repeat(40 * 1024 * 1024);
    refused(&text(&bomb).bytes(), "unpacks to more than 32 MB");

    let document =
        |xml: &str| zipped(&[("word/document.xml".to_owned(), xml.to_owned())]);
    let entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
    refused(&document(entity), "it declares a document type");
    refused(&document("<d>&x;</d>"), "it names the entity “x”");
    refused(&document("<d>\n<p></d>"), "“word/document.xml” is broken at line 2");
    refused(&document("<d><p>"), "it ends too early");
    let cut = text(&paragraph("1. Decides.")).bytes();
    refused(&cut[..cut.len() / 2], "cut off or damaged");
}

#[test]
fn a_hundred_thousand_runs_and_breaks_cost_no_more_than_their_length() {
    let runs = "<w:r><w:rPr><w:i/></w:rPr><w:t>Word.</w:t></w:r><w:r><w:br/><w:t>more</w:t></w:r>";
    let imported =
        text(&format!("<w:p>{}</w:p>", runs.repeat(50_000))).read(Changes::Keep);
    assert_eq!(imported.text.matches("Word.").count(), 50_000);
    let runs =
        "<w:r><w:rPr><w:i/></w:rPr><w:t>word </w:t></w:r><w:r><w:t>more </w:t></w:r>";
    let imported =
        text(&format!("<w:p>{}</w:p>", runs.repeat(50_000))).read(Changes::Keep);
    assert_eq!(imported.text.matches("*word* more").count(), 50_000);
}

#[test]
fn other_files_are_named_as_what_they_are() {
    let file = |name: &str, content: &str| (name.to_owned(), content.to_owned());
    let open_document =
        zipped(&[file("mimetype", "application/vnd.oasis.opendocument.text")]);
    refused(&open_document, "an OpenDocument text; save it as .docx");
    refused(&zipped(&[file("photo.jpg", "x")]), "a zip archive; unpack it");
    refused(b"PK\x05\x06", "cut off or damaged");
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word file (.doc), or one with a password",
    );
    let types = |kind: &str| {
        format!(
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.{kind}\"/></Types>"
        )
    };
    let workbook = types("openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    refused(&zipped(&[file("[Content_Types].xml", &workbook)]), "a workbook of tables");
    let without =
        types("openxmlformats-officedocument.wordprocessingml.document.main+xml");
    refused(
        &zipped(&[file("[Content_Types].xml", &without)]),
        "a Word file without its text",
    );
    let with_macros = types("ms-word.document.macroEnabled.main+xml");
    let parts = [
        file("[Content_Types].xml", &with_macros),
        file("word/document.xml", "<d><body><p><r><t>1. Decides.</t></r></p></body></d>"),
    ];
    let imported = import::read(&zipped(&parts), &Options::default()).unwrap();
    assert_eq!(body(&imported), "1. Decides.");
}

#[test]
fn a_seed_in_word_is_imported_as_the_same() {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(seed) = crate::import::seed(number) else { return };
        let draft = import::raw_text(&seed).text;
        let resolution = syntax::parse(&Source::new(draft));
        let docx = format_for("docx").unwrap();
        let bytes =
            render::render(&resolution, docx, &render::Options::default()).unwrap();
        let again = import::read(&bytes, &Options::default()).unwrap().text;
        let again = syntax::parse(&Source::new(again));
        let (before, after) =
            (crate::saying::said(&resolution), crate::saying::said(&again));
        assert_eq!(before, after, "seed {number}");
    }
}

/// A title that was changed in Word goes before what the properties remember.
#[test]
fn what_was_changed_in_word_goes_before_the_properties() {
    let draft = "---\norgan: HRC\nnumber: \"60/...\"\ntitle: \"Right to food\"\nsession: \"60\"\n---\n\
        The Human Rights Council,\n\n1. Decides to act.\n";
    let resolution = syntax::parse(&Source::new(draft));
    let docx = format_for("docx").unwrap();
    let bytes = render::render(&resolution, docx, &render::Options::default()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut file, &mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == "word/document.xml" {
            content = content.replace("Right to food", "Right to water");
        }
        parts.push((name, content));
    }
    let imported = import::read(&zipped(&parts), &Options::default()).unwrap();
    assert!(imported.text.contains("title: \"Right to water\""), "{}", imported.text);
    assert!(imported.text.contains("session: \"60\""));
}

/// Pieces of a body, as they might follow each other.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        paragraph("The General Assembly,"),
        paragraph("Recalling its resolution 70/1,"),
        paragraph("1. Decides to act;"),
        paragraph("I. Coordination"),
        paragraph("Annex"),
        paragraph("42nd meeting"),
        paragraph("A/HRC/42/L.20"),
        numbered(1, 0, "Requests it;"),
        numbered(1, 1, "to report;"),
        tracked("ins", &inserted("Urges it;")),
        tracked("del", &deleted("Regrets it;")),
        tracked("del", &inserted("half ")),
        tracked("", &format!("{}{}", deleted("all"), inserted("some"))),
        table(&[&["one", "two"], &["three", "four"]]),
        table(&[&["alone"]]),
        "<w:p><w:r><w:t>first</w:t><w:br/><w:t>Second</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>slanted</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
            .to_owned(),
        "<w:p><w:r><w:t>noted</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>".to_owned(),
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>".to_owned(),
        "<w:p/>".to_owned(),
    ]);
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

/// The letters of the words in an XML, however often each.
fn letters(text: &str) -> std::collections::BTreeMap<char, usize> {
    let mut letters = std::collections::BTreeMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_a_word_file_is_lost(body in pieces()) {
        let file = word(&body)
            .with("numbering", LISTS)
            .with("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>");
        let imported = file.read(Changes::Keep);
        prop_assert_eq!(imported.places.len(), imported.text.lines().count());
        let mut words = "Note".to_owned();
        for piece in body.split('>') {
            words.push_str(piece.split('<').next().unwrap_or_default());
        }
        let mut kept = imported.text.clone();
        imported.set_aside.iter().for_each(|aside| kept.push_str(&aside.text));
        let kept = letters(&kept);
        for (letter, count) in letters(&words) {
            prop_assert!(kept.get(&letter).is_some_and(|kept| *kept >= count), "{} of {}\n{}", letter, body, imported.text);
        }
        for changes in [Changes::Accept, Changes::Reject] {
            file.read(changes);
        }
    }

    #[test]
    fn broken_parts_break_nothing_else(body in pieces(), at in 0_usize..4000, what in "[<>&/a\"]{1,3}") {
        let mut body = body;
        if body.is_char_boundary(at.min(body.len())) {
            body.insert_str(at.min(body.len()), &what);
        }
        let bytes = word(&body).with("numbering", LISTS).bytes();
        let read = import::read(&bytes, &Options::default());
        let is_named = matches!(read, Ok(_) | Err(ImportError::Broken { .. }));
        prop_assert!(is_named);
    }

    #[test]
    fn broken_archives_break_nothing_else(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = tracked_file().bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        drop(import::read(&bytes, &Options::default()));
    }
}
