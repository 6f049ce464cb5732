//! The parts of the Word files that we write: whole, in the order of the schema, and every
//! name in them leads somewhere.

use std::collections::HashSet;
use std::path::Path;

use zerodraft::render::{self, Emblem, Options, PageOptions, format_for};
use zerodraft::text::Source;

/// An element with what is in it; its words are left out.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    fn value(&self) -> &str {
        self.attribute("w:val").unwrap()
    }

    /// This element and all below it.
    fn all(&self) -> Box<dyn Iterator<Item = &Element> + '_> {
        Box::new(std::iter::once(self).chain(self.children.iter().flat_map(Element::all)))
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all().filter(move |element| element.name == name)
    }
}

/// Reads a part, which must be well formed.
fn tree(xml: &str) -> Element {
    use quick_xml::events::{BytesStart, Event};
    let element = |start: &BytesStart| Element {
        name: start.name().as_ref().to_owned(),
        attributes: start
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                (attribute.key.as_ref().to_owned(), attribute.value.clone().into_owned())
            })
            .collect(),
        children: Vec::new(),
    };
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => {
                open.last_mut().unwrap().children.push(element(&start));
            }
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().children.push(closed);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "{xml}");
    open.pop().unwrap().children.pop().unwrap()
}

/// The parts of a Word file, in the order of the archive.
pub(crate) fn parts_of(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts
}

/// A Word file with its parts read.
struct Parts(Vec<(String, Element)>);

impl Parts {
    fn of(text: &str, options: &Options) -> Self {
        let resolution = zerodraft::syntax::parse(&Source::new(text));
        let format = format_for("docx").unwrap();
        let bytes = render::render(&resolution, format, options).unwrap();
        let again = render::render(&resolution, format, options).unwrap();
        assert_eq!(bytes, again, "the same draft gives the same bytes");
        let parts = parts_of(&bytes).into_iter();
        let read = |xml: String| {
            if xml.starts_with("<?xml") { tree(&xml) } else { Element::default() }
        };
        Self(parts.map(|(name, xml)| (name, read(xml))).collect())
    }

    fn get(&self, name: &str) -> &Element {
        &self.0.iter().find(|(part, _)| part == name).unwrap().1
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(part, _)| part == name)
    }

    /// The parts with words.
    fn all(&self) -> impl Iterator<Item = &Element> {
        self.0.iter().flat_map(|(_, root)| root.all())
    }
}

/// Every draft of the tests, and a page with all that a drafter may choose.
fn every_file(check: impl Fn(&Parts)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let lamp = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>";
    let chosen = PageOptions {
        draft_stamp: true,
        line_numbers: true,
        emblem: Some(Emblem::new(lamp.to_vec(), "A lamp & a ferry").unwrap()),
        ..PageOptions::default()
    };
    let plain = PageOptions { plain_masthead: true, ..PageOptions::default() };
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        for page in [PageOptions::default(), chosen.clone(), plain.clone()] {
            check(&Parts::of(&text, &Options { page, ..Options::default() }));
        }
    }
}

#[test]
fn every_part_has_a_type_and_every_relation_leads_to_a_part() {
    every_file(|parts| {
        let types = parts.get("[Content_Types].xml");
        for (name, _) in &parts.0 {
            let by_name = types.children.iter().any(|child| {
                child.attribute("PartName").is_some_and(|part| part[1..] == *name)
            });
            let ending = name.rsplit_once('.').unwrap().1;
            let by_ending = ending != "xml"
                && types
                    .children
                    .iter()
                    .any(|child| child.attribute("Extension") == Some(ending));
            assert!(
                by_name || by_ending || name == "[Content_Types].xml",
                "{name} has no type"
            );
        }
        for (name, root) in parts.0.iter().filter(|(name, _)| name.contains("_rels/")) {
            let (folder, file) = name.split_once("_rels/").unwrap();
            for relation in &root.children {
                let target = format!("{folder}{}", relation.attribute("Target").unwrap());
                assert!(parts.has(&target), "{target} is missing");
            }
            let Some(source) = file.strip_suffix(".rels").filter(|file| !file.is_empty())
            else {
                continue;
            };
            let ids: HashSet<_> =
                root.children.iter().filter_map(|r| r.attribute("Id")).collect();
            assert_eq!(ids.len(), root.children.len());
            for element in parts.get(&format!("{folder}{source}")).all() {
                for key in ["r:id", "r:embed"] {
                    let id = element.attribute(key);
                    assert!(id.is_none_or(|id| ids.contains(id)), "{id:?} leads nowhere");
                }
            }
        }
    });
}

#[test]
fn every_style_list_note_and_comment_is_defined() {
    every_file(|parts| {
        let ids = |part: &str, name: &str, key: &str| -> HashSet<String> {
            if !parts.has(part) {
                return HashSet::new();
            }
            let root = parts.get(part);
            let list: Vec<_> =
                root.named(name).map(|e| e.attribute(key).unwrap().to_owned()).collect();
            let set: HashSet<_> = list.iter().cloned().collect();
            assert_eq!(list.len(), set.len(), "{part} has a {name} twice");
            set
        };
        let styles = ids("word/styles.xml", "w:style", "w:styleId");
        let lists = ids("word/numbering.xml", "w:num", "w:numId");
        let abstract_lists =
            ids("word/numbering.xml", "w:abstractNum", "w:abstractNumId");
        let notes = ids("word/footnotes.xml", "w:footnote", "w:id");
        let comments = ids("word/comments.xml", "w:comment", "w:id");
        let mut called = HashSet::new();
        for element in parts.all() {
            let (known, id) = match element.name.as_str() {
                "w:pStyle" | "w:rStyle" | "w:basedOn" | "w:next" => {
                    (&styles, element.value())
                }
                "w:numId" => (&lists, element.value()),
                "w:abstractNumId" => (&abstract_lists, element.value()),
                "w:commentReference" => (&comments, element.attribute("w:id").unwrap()),
                "w:footnoteReference" => {
                    let id = element.attribute("w:id").unwrap();
                    assert!(called.insert(id.to_owned()), "note {id} is called twice");
                    (&notes, id)
                }
                _ => continue,
            };
            assert!(known.contains(id), "{} {id} is not defined", element.name);
        }
        // Besides those called there are the two separators.
        assert_eq!(notes.len(), called.len() + 2);
    });
}

#[test]
fn every_field_leads_to_a_bookmark() {
    every_file(|parts| {
        let document = parts.get("word/document.xml");
        let bookmarks: Vec<_> = document.named("w:bookmarkStart").collect();
        let names: HashSet<_> =
            bookmarks.iter().filter_map(|b| b.attribute("w:name")).collect();
        let ids: HashSet<_> =
            bookmarks.iter().filter_map(|b| b.attribute("w:id")).collect();
        let ends: HashSet<_> =
            document.named("w:bookmarkEnd").filter_map(|b| b.attribute("w:id")).collect();
        assert_eq!((names.len(), ids.len()), (bookmarks.len(), bookmarks.len()));
        assert_eq!(ids, ends);
        let counted =
            document.named("w:p").filter(|p| p.named("w:numId").next().is_some());
        assert!(bookmarks.len() <= counted.count());
    });
    let docx = render::render(
        &zerodraft::syntax::parse(&Source::new(
            "The General Assembly,\n\n1. Decides:\n\n   (a) This;\n\n2. Recalls paragraph 1 (a) above.\n",
        )),
        format_for("docx").unwrap(),
        &Options::default(),
    );
    let parts = parts_of(&docx.unwrap());
    let (_, xml) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    for name in ["OP_1", "OP_1_a"] {
        assert!(xml.contains(&format!("w:name=\"{name}\"")), "{xml}");
        assert!(xml.contains(&format!(" REF {name} \\")), "{xml}");
    }
}

/// The elements that we write of each kind, in the order of the schema (ECMA-376, part 1,
/// annex A).
const ORDERS: [(&str, &str); 9] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore numPr suppressLineNumbers pBdr tabs \
         suppressAutoHyphens bidi spacing ind jc outlineLvl rPr",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs strike spacing w kern sz szCs u vertAlign rtl lang",
    ),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr pgSz pgMar lnNumType cols titlePg bidi",
    ),
    ("w:lvl", "start numFmt suff lvlText lvlJc pPr"),
    ("w:abstractNum", "nsid multiLevelType lvl"),
    ("w:numbering", "abstractNum num"),
    ("w:style", "name basedOn next qFormat pPr rPr"),
    ("w:tblPr", "bidiVisual tblW tblBorders tblLayout tblCellMar"),
    ("w:settings", "defaultTabStop evenAndOddHeaders footnotePr compat"),
];

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    every_file(|parts| {
        for element in parts.all() {
            let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name)
            else {
                continue;
            };
            let order: Vec<&str> = order.split_whitespace().collect();
            let places = element.children.iter().map(|child| {
                let name = child.name.trim_start_matches("w:");
                let place = order.iter().position(|known| *known == name);
                place.unwrap_or_else(|| panic!("{name} in {}", element.name))
            });
            assert!(places.is_sorted(), "{element:?}");
        }
    });
}

#[test]
fn no_paragraph_of_the_text_is_empty() {
    every_file(|parts| {
        for paragraph in parts.get("word/document.xml").named("w:p") {
            let has_words = paragraph.named("w:t").next().is_some();
            let is_rule = paragraph.named("w:tab").next().is_some();
            assert!(has_words || is_rule, "{paragraph:?}");
        }
    });
}

#[test]
fn the_template_is_there_by_its_ids_and_names() {
    for (house, styles) in [
        (
            "HRC",
            "HMG=_ H __M_G|HChG=_ H _Ch_G|H1G=_ H_1_G|H23G=_ H_2/3_G|H4G=_ H_4_G|H56G=_ H_5/6_G|\
             SingleTxtG=_ Single Txt_G|SLG=__S_L_G|SMG=__S_M_G|SSG=__S_S_G|XLargeG=__XLarge_G|\
             Bullet1G=_Bullet 1_G|Bullet2G=_Bullet 2_G|FootnoteText=footnote text|Header=header|\
             FootnoteReference=footnote reference|PageNumber=page number|Footer=footer",
        ),
        (
            "GA",
            "HM=_ H __M|HCh=_ H _Ch|H1=_ H_1|H23=_ H_2/3|H4=_ H_4|H56=_ H_5/6|SM=__S_M|SL=__S_L|\
             SingleTxt=__Single Txt|SS=__S_S|XLarge=XLarge|TitleHCH=Title_H_CH|TitleH1=Title_H1|\
             TitleH2=Title_H2|Session=Session|Sponsors=Sponsors|AgendaItemNormal=Agenda_Item_Normal|\
             AgendaTitleH2=Agenda_Title_H2|Distribution=Distribution|Publication=Publication|\
             Original=Original|ReleaseDate=ReleaseDate|Small=Small|SmallX=SmallX|\
             FootnoteText=footnote text|Header=header",
        ),
    ] {
        let parts =
            Parts::of(&format!("---\norgan: {house}\n---\n"), &Options::default());
        let root = parts.get("word/styles.xml");
        let named: HashSet<String> = root
            .named("w:style")
            .map(|style| {
                let name = style.named("w:name").next().unwrap().value();
                format!("{}={name}", style.attribute("w:styleId").unwrap())
            })
            .collect();
        for style in styles.split('|') {
            assert!(named.contains(style), "{style} is not in the file");
        }
    }
}

#[test]
fn what_the_drafter_chooses_stands_in_the_file() {
    let png = std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/lamp.png"),
    );
    let page = PageOptions {
        draft_stamp: true,
        line_numbers: true,
        emblem: Some(Emblem::new(png.unwrap(), "A lamp").unwrap()),
        ..PageOptions::default()
    };
    let text =
        "---\norgan: HRC\nsymbol: \"A/HRC/60/L.7\"\ndate: 2025-09-29\n---\n1. Decides.\n";
    let parts = Parts::of(text, &Options { page, ..Options::default() });
    assert!(parts.get("word/document.xml").named("w:lnNumType").next().is_some());
    let head = parts.get("word/header3.xml");
    let picture = head.named("wp:docPr").next().unwrap();
    assert_eq!(picture.attribute("descr"), Some("A lamp"));
    assert!(parts.has("word/media/emblem.png") && !parts.has("word/media/emblem.svg"));
    assert!(head.named("w:pStyle").any(|style| style.value() == "DraftStamp"));
}

/// `LibreOffice` does not open a file with a comment inside a footnote.
#[test]
fn a_comment_on_a_footnote_stands_beside_its_call() {
    let text = "1. Decides it.[^1]\n\n[^1]: See it {>>EU: why<<} there.\n";
    let parts = Parts::of(text, &Options::default());
    assert!(parts.get("word/footnotes.xml").named("w:commentReference").next().is_none());
    assert!(parts.get("word/document.xml").named("w:commentReference").next().is_some());
    assert!(parts.has("word/comments.xml"));
}
