//! One file for the browser: no script, landmarks for screen readers, a page when printed.

mod paper;

use std::collections::HashMap;
use std::fmt::Write;

use crate::conventions::Language;
use crate::conventions::labels::Labels;
use crate::conventions::organs::House;
use crate::render::composition::{
    Arrangement, Block, BlockKind, Caller, Change, Composition, Masthead, Note, Run,
    RunKind,
};
use crate::render::{Emblem, Feature, Format, Options, Picture, RenderError, labels};
use crate::text::base64;

pub(super) static FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm"],
    summary: "one page for the browser, which prints as the page of the United Nations",
    shows: &[Feature::DraftStamp, Feature::PlainMasthead, Feature::Emblem],
    write,
};

const STYLE: &str = include_str!("page.css");

#[expect(clippy::unnecessary_wraps, reason = "a format may fail")]
fn write(composition: &Composition, _: &Options) -> Result<Vec<u8>, RenderError> {
    let mut page = Page {
        composition,
        labels: labels::of(composition.language),
        html: String::new(),
        section: None,
        ids: HashMap::new(),
        heading: None,
    };
    page.head();
    if let Some(words) = &composition.stamp {
        let words = escaped(words);
        let _ = writeln!(page.html, "<aside><p class=\"stamp\">{words}</p></aside>");
    }
    page.masthead(&composition.masthead);
    page.html.push_str("<main>\n<article>\n");
    for block in &composition.blocks {
        page.turn_to(section_of(block.kind, page.section));
        page.block(block);
    }
    page.turn_to(None);
    page.html.push_str("</article>\n</main>\n");
    page.notes();
    page.html.push_str("</body>\n</html>\n");
    Ok(page.html.into_bytes())
}

/// A stretch of the article that a screen reader can jump to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    SessionBlock,
    Preamble,
    OperativePart,
}

/// The section of a block; what is below a paragraph stays with it.
fn section_of(kind: BlockKind, open: Option<Section>) -> Option<Section> {
    match kind {
        BlockKind::Body
        | BlockKind::Session
        | BlockKind::SessionDates
        | BlockKind::AgendaItem
        | BlockKind::AgendaTitle => Some(Section::SessionBlock),
        BlockKind::OrganLine | BlockKind::Preambular => Some(Section::Preamble),
        BlockKind::Operative => Some(Section::OperativePart),
        BlockKind::Subparagraph(_) | BlockKind::Continuation | BlockKind::Quotation => {
            open
        }
        _ => None,
    }
}

/// The page while it is written.
struct Page<'a> {
    composition: &'a Composition,
    labels: &'static Labels,
    html: String,
    section: Option<Section>,
    /// How often each anchor and each name of a section was given.
    ids: HashMap<String, usize>,
    /// The letter or numeral of the part or section that is open.
    heading: Option<String>,
}

impl Page<'_> {
    fn head(&mut self) {
        let code = self.composition.language.code();
        let direction =
            if self.composition.language == Language::Ar { "rtl" } else { "ltr" };
        let paper = paper::rules(self.composition);
        let house = match self.composition.house {
            House::Geneva => "geneva",
            House::NewYork => "new-york",
        };
        let arrangement = match self.composition.arrangement {
            Arrangement::Current => "",
            Arrangement::Older => " older",
        };
        let name = escaped(&self.composition.name);
        let _ = write!(
            self.html,
            "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{direction}\">\n<head>\n\
             <meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"generator\" content=\"Zerodraft\"/>\n"
        );
        self.facts();
        let _ = write!(
            self.html,
            "<title>{name}</title>\n<style>\n{paper}{STYLE}</style>\n</head>\n\
             <body class=\"{house}{arrangement}\">\n"
        );
    }

    /// The front matter, for whoever reads the page back.
    fn facts(&mut self) {
        for (name, value) in &self.composition.facts {
            let value = escaped(value);
            let _ = writeln!(
                self.html,
                "<meta name=\"zerodraft.{name}\" content=\"{value}\"/>"
            );
        }
    }

    fn masthead(&mut self, masthead: &Masthead) {
        if masthead.symbol.is_none() && masthead.organ.is_none() {
            return;
        }
        self.html.push_str("<header class=\"masthead\">\n");
        if let Some(emblem) = &masthead.emblem {
            self.html.push_str(&picture(emblem));
        }
        self.line("united-nations", masthead.united_nations.as_deref());
        if let Some(symbol) = &masthead.symbol {
            let (first, rest) = symbol.split_once('/').unwrap_or((symbol, ""));
            let slash = if rest.is_empty() { "" } else { "/" };
            let (first, rest) = (escaped(first), escaped(rest));
            let _ = writeln!(
                self.html,
                "<p class=\"symbol\"><bdi><span class=\"first\">{first}</span>{slash}{rest}</bdi></p>"
            );
        }
        self.line("organ", masthead.organ.as_deref());
        // Some languages keep this block in English.
        let is_english = self.labels.masthead_date_in_english;
        let english = if is_english { " lang=\"en\" dir=\"ltr\"" } else { "" };
        let class = match self.composition.arrangement {
            Arrangement::Current => "distribution",
            Arrangement::Older => "distribution edge",
        };
        let _ = writeln!(self.html, "<div class=\"{class}\"{english}>");
        let mut class = "line";
        for line in masthead.block_lines() {
            self.line(class, line);
            class = if line.is_some() { "line" } else { "line apart" };
        }
        self.html.push_str("</div>\n</header>\n");
    }

    fn line(&mut self, class: &str, words: Option<&str>) {
        if let Some(words) = words {
            let _ = writeln!(self.html, "<p class=\"{class}\">{}</p>", escaped(words));
        }
    }

    /// Closes the open section and opens another.
    fn turn_to(&mut self, section: Option<Section>) {
        if section == self.section {
            return;
        }
        match self.section {
            Some(Section::SessionBlock) => self.html.push_str("</div>\n"),
            Some(_) => self.html.push_str("</section>\n"),
            None => {}
        }
        match section {
            Some(Section::SessionBlock) => {
                self.html.push_str("<div class=\"session\">\n");
            }
            Some(Section::Preamble) => self.open_section(&self.labels.preamble),
            Some(Section::OperativePart) => {
                self.open_section(&self.labels.operative_part);
            }
            None => {}
        }
        self.section = section;
    }

    /// Under several headings, each section says under which it stands.
    fn open_section(&mut self, label: &str) {
        let heading = self.heading.as_deref().map(|number| format!(" {number}"));
        let label = self.unique(format!("{label}{}", heading.unwrap_or_default()));
        let _ = writeln!(self.html, "<section aria-label=\"{}\">", escaped(&label));
    }

    fn block(&mut self, block: &Block) {
        if matches!(block.kind, BlockKind::PartHeading | BlockKind::SectionHeading) {
            self.heading.clone_from(&block.number);
        }
        let (element, class) = element(block.kind);
        let element = if self.heads_the_page(block.kind) { "h1" } else { element };
        let id = block.label.as_deref().map(anchor).map(|id| self.unique(id));
        let id = id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        if block.kind == BlockKind::ClosingRule {
            self.html.push_str("<hr class=\"closing\"/>\n");
            return;
        }
        let number = block.number.as_deref().map(|number| {
            let number = changed(&escaped(number), block.change);
            format!("<span class=\"n\">{number}</span> ")
        });
        let _ = write!(self.html, "<{element} class=\"{class}\"{id}>");
        self.html.push_str(&number.unwrap_or_default());
        self.runs(&block.runs);
        let _ = writeln!(self.html, "</{element}>");
    }

    /// Whether it is the heading of the page: the title, or in a text without one the
    /// headline, or the line of sponsors.
    fn heads_the_page(&self, kind: BlockKind) -> bool {
        let has = |kind| self.composition.blocks.iter().any(|block| block.kind == kind);
        let order = [BlockKind::Title, BlockKind::AdoptionHeadline, BlockKind::Sponsors];
        order.into_iter().find(|kind| has(*kind)) == Some(kind)
    }

    fn unique(&mut self, id: String) -> String {
        let count = self.ids.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}_{count}") }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let words = match &run.kind {
                RunKind::Comment => continue,
                RunKind::Call { note, is_repeated } => {
                    call(&run.text, *note, *is_repeated)
                }
                RunKind::Opening => {
                    format!("<em class=\"lead\">{}</em>", bound(&run.text))
                }
                RunKind::Emphasis => format!("<em>{}</em>", bound(&run.text)),
                RunKind::Words => bound(&run.text),
            };
            self.html.push_str(&changed(&words, run.change));
        }
    }

    fn notes(&mut self) {
        if self.composition.notes.is_empty() {
            return;
        }
        let label = &self.labels.notes;
        let _ = write!(
            self.html,
            "<footer>\n<section role=\"doc-endnotes\" aria-label=\"{label}\">\n"
        );
        for (index, note) in self.composition.notes.iter().enumerate() {
            self.note(index + 1, note);
        }
        self.html.push_str("</section>\n</footer>\n");
    }

    fn note(&mut self, number: usize, note: &Note) {
        let mark = escaped(&note.mark);
        let _ = write!(self.html, "<p class=\"note\" id=\"fn{number}\">");
        let back =
            format!("<a href=\"#fnref{number}\" role=\"doc-backlink\">{mark}</a> ");
        match note.caller {
            Caller::Text | Caller::Note => self.html.push_str(&back),
            Caller::Nobody => self.html.extend([&mark, " "]),
        }
        self.runs(&note.runs);
        self.html.push_str("</p>\n");
    }
}

/// A raised mark; the first that calls a note is where the note leads back to.
fn call(mark: &str, note: Option<usize>, is_repeated: bool) -> String {
    let mark = escaped(mark);
    let Some(number) = note.map(|note| note + 1) else {
        return format!("<sup>{mark}</sup>");
    };
    let id = if is_repeated { String::new() } else { format!(" id=\"fnref{number}\"") };
    format!("<sup><a href=\"#fn{number}\"{id} role=\"doc-noteref\">{mark}</a></sup>")
}

/// The element and the class of a block.
fn element(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Body => ("p", "body"),
        BlockKind::Session => ("p", "session-number"),
        BlockKind::SessionDates => ("p", "session-dates"),
        BlockKind::AgendaItem => ("p", "agenda-item"),
        BlockKind::AgendaTitle => ("p", "agenda-title"),
        BlockKind::Sponsors => ("p", "sponsors"),
        BlockKind::AdoptionHeadline => ("p", "headline"),
        BlockKind::SourceNote => ("p", "source-note"),
        BlockKind::AdoptionLine => ("p", "adoption"),
        BlockKind::Title => ("h1", "title"),
        BlockKind::PartHeading => ("h2", "part"),
        BlockKind::SectionHeading => ("h2", "section"),
        BlockKind::OrganLine => ("p", "pp organ-line"),
        BlockKind::Preambular => ("p", "pp"),
        BlockKind::Operative | BlockKind::AnnexParagraph => ("p", "op"),
        BlockKind::Subparagraph(0 | 1) => ("p", "sub"),
        BlockKind::Subparagraph(2) => ("p", "sub second"),
        BlockKind::Subparagraph(3) => ("p", "sub third"),
        BlockKind::Subparagraph(_) => ("p", "sub fourth"),
        BlockKind::Continuation => ("p", "continuation"),
        BlockKind::Quotation => ("p", "quotation"),
        BlockKind::MeetingLine => ("p", "meeting"),
        BlockKind::DateLine => ("p", "meeting date"),
        BlockKind::Vote => ("p", "vote"),
        BlockKind::VoteHeading => ("p", "vote-heading"),
        BlockKind::VoteList => ("p", "vote-list"),
        BlockKind::AnnexHeading => ("h2", "annex"),
        BlockKind::AnnexTitle => ("h3", "annex-title"),
        BlockKind::AnnexSubheading => ("h4", "annex-subheading"),
        BlockKind::ClosingRule => ("hr", "closing"),
    }
}

/// The anchor of a label: “OP 6 (a) (i)” is `op6-a-i`, “II OP 3” is `ii-op3`.
fn anchor(label: &str) -> String {
    let mut anchor = String::new();
    let mut was_part = false;
    for word in label.split_whitespace() {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if !anchor.is_empty() && !was_part {
            anchor.push('-');
        }
        was_part = matches!(word.as_str(), "PP" | "OP");
        anchor.push_str(&word.to_lowercase());
    }
    anchor
}

/// Escaped words with a proposed change around them.
fn changed(html: &str, change: Change) -> String {
    match change {
        Change::None => html.to_owned(),
        Change::Added => format!("<ins>{html}</ins>"),
        Change::Deleted => format!("<del>{html}</del>"),
    }
}

fn bound(words: &str) -> String {
    escaped(&crate::conventions::binding::bound(words))
}

/// The picture itself, so that the page stays one file.
fn picture(emblem: &Emblem) -> String {
    let kind = match emblem.picture {
        Picture::Png => "image/png",
        Picture::Svg => "image/svg+xml",
    };
    let (alt, data) = (escaped(&emblem.alt), base64(&emblem.bytes));
    format!("<img class=\"emblem\" alt=\"{alt}\" src=\"data:{kind};base64,{data}\"/>\n")
}

/// Words in which nothing is read as a tag.
fn escaped(words: &str) -> String {
    quick_xml::escape::escape(words).into_owned()
}
