//! What the elements of a page do to its lines, whatever their names.

use html5gum::StartTag;

/// What an element does to the line that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stands on lines of its own.
    Block,
    /// It stands within a line.
    Inline,
    /// It has no end.
    Void,
    /// It holds no words.
    Code,
}

/// What an element of this name is.
pub(super) fn kind(name: &[u8]) -> Kind {
    match name {
        b"script" | b"style" => Kind::Code,
        b"area" | b"base" | b"br" | b"col" | b"embed" | b"hr" | b"img" | b"input"
        | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => Kind::Void,
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"button"
        | b"caption" | b"center" | b"dd" | b"details" | b"dialog" | b"dir" | b"div"
        | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure" | b"footer"
        | b"form" | b"frameset" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
        | b"head" | b"header" | b"hgroup" | b"html" | b"iframe" | b"legend" | b"li"
        | b"main" | b"menu" | b"nav" | b"noscript" | b"ol" | b"optgroup" | b"option"
        | b"p" | b"pre" | b"search" | b"section" | b"select" | b"summary" | b"table"
        | b"tbody" | b"td" | b"template" | b"textarea" | b"tfoot" | b"th" | b"thead"
        | b"title" | b"tr" | b"ul" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Names of elements.
type Names = &'static [&'static [u8]];

/// The open elements that the start of one ends without being asked, and those that
/// they are not looked for beyond.
pub(super) fn ended_by_start_of(name: &[u8]) -> Option<(Names, Names)> {
    Some(match name {
        b"li" => (&[b"li"], &[b"ol", b"ul", b"menu", b"dir", b"td", b"th"]),
        b"dt" | b"dd" => (&[b"dt", b"dd"], &[b"dl", b"td", b"th"]),
        b"td" | b"th" => (&[b"td", b"th"], &[b"tr", b"table"]),
        b"tr" => (&[b"tr"], &[b"table"]),
        b"tbody" | b"thead" | b"tfoot" => (&[b"tbody", b"thead", b"tfoot"], &[b"table"]),
        b"option" => (&[b"option"], &[b"select"]),
        _ => return None,
    })
}

/// Whether the end of an element of this name ends what stands around its table cell.
pub(super) fn is_of_tables(name: &[u8]) -> bool {
    matches!(
        name,
        b"td"
            | b"th"
            | b"tr"
            | b"tbody"
            | b"thead"
            | b"tfoot"
            | b"table"
            | b"body"
            | b"html"
    )
}

/// How the words inside an element are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a face of its own")]
pub(super) struct Face {
    pub(super) is_italic: bool,
    pub(super) is_raised: bool,
    pub(super) is_preformatted: bool,
    pub(super) is_heading: bool,
    /// Whether an article is open, whose own head and foot belong to the text.
    pub(super) is_in_article: bool,
    pub(super) change: Change,
    /// What the words are that are no part of the text.
    pub(super) aside: Option<&'static str>,
}

/// What is proposed with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Change {
    #[default]
    None,
    Added,
    Deleted,
}

impl Face {
    /// The face inside an element.
    pub(super) fn inside(self, tag: &StartTag<()>, keeps_furniture: bool) -> Self {
        let mut face = self;
        match tag.name.as_slice() {
            b"em" | b"i" | b"cite" | b"dfn" | b"var" => face.is_italic = true,
            b"sup" => face.is_raised = true,
            b"pre" | b"textarea" => face.is_preformatted = true,
            b"ins" => face.change = Change::Added,
            b"del" | b"s" | b"strike" => face.change = Change::Deleted,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => face.is_heading = true,
            b"article" | b"main" => face.is_in_article = true,
            _ => {}
        }
        face.style(&style(tag));
        let is_hidden = tag.attributes.contains_key(b"hidden".as_slice())
            || matches!(tag.name.as_slice(), b"template" | b"noscript");
        if is_hidden {
            face.aside = Some("hidden words");
        } else if attribute(tag, "role") == "doc-endnotes"
            || has_class(tag, &["footnotes", "endnotes"])
        {
            // Notes may stand in the foot of a page.
            face.aside = None;
        } else if tag.name.as_slice() == b"title" {
            face.aside = Some("title of the page");
        } else if face.aside.is_none() && !keeps_furniture {
            face.aside = furniture(tag, face.is_in_article);
        }
        face
    }

    fn style(&mut self, style: &str) {
        for (property, face) in style.split(';').filter_map(|one| one.split_once(':')) {
            let face = face.trim_end_matches("!important");
            match (property, face) {
                ("font-style", "italic" | "oblique") => self.is_italic = true,
                ("font-style", "normal") => self.is_italic = false,
                ("vertical-align", "super") => self.is_raised = true,
                ("text-decoration" | "text-decoration-line", "line-through") => {
                    self.change = Change::Deleted;
                }
                ("white-space", "pre" | "pre-wrap" | "pre-line") => {
                    self.is_preformatted = true;
                }
                ("display", "none") | ("visibility", "hidden") | ("mso-hide", "all") => {
                    self.aside = Some("hidden words");
                }
                _ => {}
            }
        }
    }
}

/// The style of an element, small and without spaces.
pub(super) fn style(tag: &StartTag<()>) -> String {
    let mut style = attribute(tag, "style").to_ascii_lowercase();
    style.retain(|c| !c.is_whitespace());
    style
}

/// The value of an attribute, empty where there is none.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}

/// Whether one of an element's classes or its name is one of these.
fn has_class(tag: &StartTag<()>, wanted: &[&str]) -> bool {
    let names = [attribute(tag, "class"), attribute(tag, "id")].join(" ");
    let mut names = names.split_whitespace();
    names.any(|name| wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(name)))
}

/// What an element of the site around the text is.
fn furniture(tag: &StartTag<()>, is_in_article: bool) -> Option<&'static str> {
    let role = attribute(tag, "role");
    let what = match (tag.name.as_slice(), role.as_str()) {
        (b"nav", _) | (_, "navigation" | "search" | "menu" | "menubar") => {
            Some("menu of the page")
        }
        (b"button" | b"select" | b"option" | b"dialog", _) | (_, "dialog" | "button") => {
            Some("control of the page")
        }
        (b"aside", _) | (_, "complementary") => Some("margin of the page"),
        (b"header", _) if !is_in_article => Some("head of the page"),
        (b"footer", _) if !is_in_article => Some("foot of the page"),
        (_, "banner") => Some("head of the page"),
        (_, "contentinfo") => Some("foot of the page"),
        _ => None,
    };
    what.or_else(|| {
        let is = |names: &[&str]| has_class(tag, names);
        if is(&MENUS) {
            Some("menu of the page")
        } else if is(&["site-header", "page-header", "banner"]) {
            Some("head of the page")
        } else if is(&["footer", "site-footer", "page-footer"]) {
            Some("foot of the page")
        } else {
            None
        }
    })
}

/// The names that sites give to their menus.
const MENUS: [&str; 14] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "pager",
    "pagination",
    "skip-link",
    "toolbar",
    "cookie-banner",
    "share",
    "social",
];
