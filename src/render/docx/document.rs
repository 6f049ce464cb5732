//! The body of the document: blocks to paragraphs.
//!
//! Each kind of paragraph has a style of its own, which says where it stands; who reads
//! the file knows it by that. [`Document::numbered`] is the one place that knows of
//! numbers and bookmarks.

use super::Material;
use super::house::{StyleNames, style_names};
use super::numbering::counted_at;
use super::runs::{face_of_number, number_run, repeated, runs_of};
use super::styles::minor_title;
use super::xml::{DECLARATION, Face, Line, NAMESPACES, paragraph, run, run_properties};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::composition::{
    Arrangement, Block, BlockKind, Caller, Composition, Note, Run,
};
use crate::render::sheet::settings::settings;
use crate::render::sheet::{Sheet, sheet};
use crate::text::TextRange;

/// The main part.
pub(super) fn part(material: &Material) -> String {
    around(material, &paragraphs(material).concat())
}

/// The paragraphs of the body: one for each block, then the notes that the text does not
/// call.
pub(super) fn paragraphs(material: &Material) -> Vec<String> {
    let document = Document::of(material);
    let composition = material.composition;
    let mut paragraphs = Vec::with_capacity(composition.blocks.len());
    let mut allowances = composition.allowances.as_slice();
    for (index, block) in composition.blocks.iter().enumerate() {
        let allowed = document.allowances_of(block, &mut allowances);
        paragraphs.push(document.block(index, block, &allowed));
    }
    for note in &composition.notes {
        // A footnote of Word is called by the text.
        if note.caller != Caller::Text {
            paragraphs.push(document.loose_note(note));
        }
    }
    paragraphs
}

/// The main part with its paragraphs.
pub(super) fn around(material: &Material, body: &str) -> String {
    // A document has a paragraph.
    let body = if body.is_empty() { "<w:p/>" } else { body };
    let section = Document::of(material).section();
    format!(
        "{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    )
}

struct Document<'a> {
    material: &'a Material<'a>,
    composition: &'a Composition,
    sheet: &'static Sheet,
    styles: &'static StyleNames,
}

impl<'a> Document<'a> {
    fn of(material: &'a Material<'a>) -> Self {
        let composition = material.composition;
        let sheet = sheet(composition.house);
        let styles = style_names(composition.house);
        Self { material, composition, sheet, styles }
    }
}

impl Document<'_> {
    /// The block of that place; `allowed` calls the comments that silence rules in it.
    fn block(&self, index: usize, block: &Block, allowed: &str) -> String {
        let is_first = index == 0;
        let styles = self.styles;
        let is_geneva = self.composition.house == House::Geneva;
        match block.kind {
            BlockKind::Body if is_geneva => {
                let Composition { house, language, .. } = *self.composition;
                let size = Some(settings(house).organ.in_script_of(language).size);
                let runs =
                    self.runs(&block.runs, Face { size, bold: true, ..Face::default() });
                let above = self.sheet.above_session;
                paragraph("", &format!("<w:spacing w:before=\"{above}\"/>"), &runs)
            }
            BlockKind::Body | BlockKind::Session => {
                self.session_line(styles.session, block, is_first)
            }
            BlockKind::SessionDates | BlockKind::AgendaItem => {
                self.session_line(styles.agenda_item, block, is_first)
            }
            BlockKind::AgendaTitle => {
                self.session_line(styles.agenda_title, block, is_first)
            }
            BlockKind::Sponsors => self.sponsors(block),
            BlockKind::AdoptionHeadline => self.headline(block),
            BlockKind::AdoptionLine => {
                let properties =
                    self.at_text_edge("<w:spacing w:before=\"0\" w:after=\"240\"/>");
                paragraph(
                    minor_title(self.composition.house),
                    &properties,
                    &self.heading_runs(block),
                )
            }
            BlockKind::Title => self.title(block),
            BlockKind::PartHeading | BlockKind::SectionHeading => {
                self.section_heading(block)
            }
            BlockKind::AnnexHeading => self.annex_heading(block),
            BlockKind::AnnexTitle => {
                let runs = format!(
                    "{}{}",
                    run("\t\t", Face::default()),
                    self.heading_runs(block)
                );
                paragraph("AnnexTitle", "", &runs)
            }
            BlockKind::AnnexSubheading => {
                paragraph("AnnexSubheading", "", &self.heading_runs(block))
            }
            BlockKind::OrganLine
            | BlockKind::Preambular
            | BlockKind::Operative
            | BlockKind::AnnexParagraph
            | BlockKind::Subparagraph(_) => self.numbered(index, block, allowed),
            BlockKind::SourceNote => {
                let edge = match self.composition.arrangement {
                    Arrangement::Current => "left",
                    Arrangement::Older => "center",
                };
                let edge = format!("<w:keepNext/><w:jc w:val=\"{edge}\"/>");
                closing(&edge, &self.plain_runs(block))
            }
            BlockKind::Continuation => {
                self.unnumbered("ContinuationText", block, allowed)
            }
            BlockKind::Quotation => self.unnumbered("QuotedDraft", block, allowed),
            BlockKind::MeetingLine => {
                let before = settings(self.composition.house).meeting.before;
                let place = format!(
                    "<w:keepNext/><w:spacing w:before=\"{before}\" w:after=\"0\"/>\
                     <w:jc w:val=\"right\"/>"
                );
                closing(&place, &self.plain_runs(block))
            }
            BlockKind::DateLine => {
                closing("<w:jc w:val=\"right\"/>", &self.plain_runs(block))
            }
            BlockKind::Vote => {
                let indent =
                    format!("<w:ind w:firstLine=\"{}\"/>", self.sheet.first_line);
                closing(&indent, &self.plain_runs(block))
            }
            BlockKind::VoteHeading => self.vote(&block.runs, "<w:keepNext/>", 1),
            BlockKind::VoteList => self.vote(&block.runs, "", 2),
            BlockKind::ClosingRule => self.closing_rule(),
        }
    }

    /// A paragraph of the text in its style, with its number: Word counts it, or it is
    /// typed with a tab after it.
    fn numbered(&self, index: usize, block: &Block, allowed: &str) -> String {
        let Material { numbering, bookmarks, .. } = self.material;
        let words = self.plain_runs(block);
        let (counted, typed) = match (numbering.place(index), &block.number) {
            (Some(place), _) => {
                let end = run_properties(face_of_number(block.change));
                (format!("{}{end}", counted_at(place)), String::new())
            }
            (None, Some(number)) => (String::new(), number_run(number, block.change)),
            (None, None) => Default::default(),
        };
        let words = bookmarks.around(index, &format!("{allowed}{words}"));
        paragraph(style_of(block.kind), &counted, &format!("{typed}{words}"))
    }

    /// Words that go on with a paragraph, or that it quotes.
    fn unnumbered(&self, style: &str, block: &Block, allowed: &str) -> String {
        paragraph(style, "", &format!("{allowed}{}", self.plain_runs(block)))
    }

    /// The comments that silence rules in a block.
    fn allowances_of(
        &self,
        block: &Block,
        allowances: &mut &[(TextRange, String)],
    ) -> String {
        let mut xml = String::new();
        let Some(source) = block.source else { return xml };
        while let Some(((scope, words), rest)) = allowances.split_first() {
            if scope.start() > source.start() {
                break;
            }
            if scope.encloses(source) {
                xml.push_str(&self.material.comments.add(words));
            }
            *allowances = rest;
        }
        xml
    }

    /// A line below the masthead at the left. The first stands off the rule.
    fn session_line(&self, style: &str, block: &Block, is_first: bool) -> String {
        let above = self.sheet.above_session;
        let properties = format!("<w:spacing w:before=\"{above}\"/>");
        let properties = if is_first { properties.as_str() } else { "" };
        let style = if style == "Normal" { "" } else { style };
        let bold = style.is_empty() && block.kind.is_bold();
        paragraph(
            style,
            properties,
            &self.runs(&block.runs, Face { bold, ..Face::default() }),
        )
    }

    fn sponsors(&self, block: &Block) -> String {
        let runs = self.heading_runs(block);
        match self.composition.house {
            // The sponsors share a style with the title, but are no heading.
            House::Geneva => {
                let runs = format!("{}{runs}", run("\t\t", Face::default()));
                paragraph(self.styles.sponsors, "<w:outlineLvl w:val=\"9\"/>", &runs)
            }
            House::NewYork => paragraph(self.styles.sponsors, "", &runs),
        }
    }

    fn headline(&self, block: &Block) -> String {
        let runs = self.heading_runs(block);
        let style = self.styles.headline;
        match self.composition.arrangement {
            Arrangement::Current => {
                let runs = format!("{}{runs}", run("\t\t", Face::default()));
                paragraph(style, "", &runs)
            }
            Arrangement::Older => paragraph(
                style,
                &format!("{}<w:jc w:val=\"center\"/>", self.at_text_edge("")),
                &runs,
            ),
        }
    }

    fn title(&self, block: &Block) -> String {
        let words = self.heading_runs(block);
        let number = block.number.as_deref().unwrap_or_default();
        if self.composition.arrangement == Arrangement::Older && !number.is_empty() {
            // The number stands at the edge of the text, and the title hangs from it.
            let runs = format!("{}{words}", run(&format!("{number}\t"), Face::default()));
            let (column, hanging) = (self.sheet.column, self.sheet.after_title_number);
            let properties = format!(
                "<w:ind w:left=\"{}\" w:right=\"{column}\" w:hanging=\"{hanging}\"/>",
                column + hanging
            );
            return paragraph(self.styles.title, &properties, &runs);
        }
        let number = run(&format!("\t{number}\t"), Face::default());
        paragraph(self.styles.title, "", &format!("{number}{words}"))
    }

    /// The numeral, and below it the title, both centred.
    fn section_heading(&self, block: &Block) -> String {
        let words = self.heading_runs(block);
        let between = match (&block.number, words.is_empty()) {
            (Some(number), false) => {
                format!("{}<w:r><w:br/></w:r>", run(number, Face::default()))
            }
            (Some(number), true) => run(number, Face::default()),
            (None, _) => String::new(),
        };
        paragraph(style_of(block.kind), "", &format!("{between}{words}"))
    }

    fn annex_heading(&self, block: &Block) -> String {
        let runs =
            format!("{}{}", run("\t\t", Face::default()), self.heading_runs(block));
        paragraph("AnnexHeading", "", &runs)
    }

    fn vote(&self, runs: &[Run], before: &str, steps: u32) -> String {
        let left = self.sheet.column + self.sheet.first_line * steps;
        let after = if steps == 1 { "<w:spacing w:after=\"0\"/>" } else { "" };
        let properties =
            format!("{before}{after}<w:ind w:left=\"{left}\"/><w:jc w:val=\"left\"/>");
        closing(&properties, &self.runs(runs, Face::default()))
    }

    /// Three underlined tabs, as the template has them.
    fn closing_rule(&self) -> String {
        let Sheet { column, closing_rule, .. } = self.sheet;
        let stops = (1..=3).map(|stop| column + closing_rule * stop / 3);
        let stops = stops.map(|at| format!("<w:tab w:val=\"left\" w:pos=\"{at}\"/>"));
        let stops: String = stops.collect();
        let properties = format!(
            "<w:suppressLineNumbers/><w:tabs>{stops}</w:tabs><w:spacing w:before=\"240\"/><w:ind w:left=\"{column}\" w:right=\"{column}\"/>\
             <w:jc w:val=\"center\"/>"
        );
        let rule = run("\t\t\t", Face { line: Line::Below, ..Face::default() });
        paragraph("", &properties, &rule)
    }

    fn loose_note(&self, note: &Note) -> String {
        let runs = self.runs(&repeated(&note.runs), Face::default());
        let mark = run(&format!("\t{}\t", note.mark), Face::default());
        paragraph("FootnoteText", "", &format!("{mark}{runs}"))
    }

    fn at_text_edge(&self, spacing: &str) -> String {
        let column = self.sheet.column;
        format!(
            "{spacing}<w:ind w:left=\"{column}\" w:right=\"{column}\" w:firstLine=\"0\"/>"
        )
    }

    /// Runs of a heading, whose style is bold already.
    fn heading_runs(&self, block: &Block) -> String {
        self.runs(&block.runs, Face::default())
    }

    fn plain_runs(&self, block: &Block) -> String {
        self.runs(&block.runs, Face::default())
    }

    fn runs(&self, runs: &[Run], face: Face) -> String {
        runs_of(self.material, runs, face)
    }

    /// Headers, feet, paper and margins.
    fn section(&self) -> String {
        let [top, right, bottom, left] = self.sheet.margins;
        let Sheet { width, height, header, footer, .. } = self.sheet;
        let restart = match self.composition.house {
            House::Geneva => {
                "<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>"
            }
            House::NewYork => "",
        };
        let line_numbers = if self.composition.has_line_numbers {
            "<w:lnNumType w:countBy=\"1\" w:restart=\"continuous\"/>"
        } else {
            ""
        };
        let bidi =
            if self.composition.language == Language::Ar { "<w:bidi/>" } else { "" };
        format!(
            "<w:sectPr><w:headerReference w:type=\"even\" r:id=\"rId10\"/>\
             <w:headerReference w:type=\"default\" r:id=\"rId11\"/>\
             <w:headerReference w:type=\"first\" r:id=\"rId12\"/>\
             <w:footerReference w:type=\"even\" r:id=\"rId13\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rId14\"/>{restart}\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
             w:header=\"{header}\" w:footer=\"{footer}\" w:gutter=\"0\"/>\
             {line_numbers}<w:cols w:space=\"720\"/><w:titlePg/>{bidi}</w:sectPr>"
        )
    }
}

/// The style of a paragraph of the text.
fn style_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::OrganLine => "OrganLine",
        BlockKind::Preambular => "PreambularParagraph",
        BlockKind::AnnexParagraph => "AnnexParagraph",
        BlockKind::PartHeading => "PartHeading",
        BlockKind::SectionHeading => "SectionHeading",
        BlockKind::Subparagraph(0 | 1) => "Subparagraph1",
        BlockKind::Subparagraph(2) => "Subparagraph2",
        BlockKind::Subparagraph(3) => "Subparagraph3",
        BlockKind::Subparagraph(4) => "Subparagraph4",
        BlockKind::Subparagraph(5) => "Subparagraph5",
        BlockKind::Subparagraph(_) => "Subparagraph6",
        _ => "OperativeParagraph",
    }
}

fn closing(properties: &str, runs: &str) -> String {
    paragraph("ClosingLine", properties, runs)
}
