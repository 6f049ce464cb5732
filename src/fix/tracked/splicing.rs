//! Changes to the XML of a part: runs are cut where words go or come, and all other bytes
//! stay.

use std::fmt::Write;
use std::ops::Range;

use quick_xml::escape::escape;

use super::placing::Cut;
use crate::import::origins::{Origins, Part};
use crate::text::Signature;

/// A change as it is written into a part.
pub(super) struct Written {
    /// What is done, in the order of the part.
    pub(super) cuts: Vec<Cut>,
    /// The comment on it.
    pub(super) comment: Option<Remark>,
}

/// A comment at its place.
#[derive(Clone, Copy)]
pub(super) struct Remark {
    /// Its id.
    pub(super) id: u32,
    /// The run that it is about, where that is none of the cuts: the call of a note.
    pub(super) around: Option<usize>,
}

/// How changes are written.
pub(super) enum Form<'a> {
    /// As tracked changes.
    Tracked {
        /// Whose changes they are.
        signature: &'a Signature,
        /// The id of the next.
        next_id: &'a mut u32,
    },
    /// As if they had always stood there.
    Plain,
}

/// Bytes of a part, and what stands in their place.
struct Splice {
    range: Range<usize>,
    xml: String,
}

/// The XML of a part with changes, which stand in any order.
pub(super) fn splice(
    origins: &Origins,
    part: usize,
    changes: &[Written],
    form: Form,
) -> String {
    let mut writer =
        Writer { origins, part: &origins.parts[part], form, splices: Vec::new() };
    for change in changes {
        writer.change(change);
    }
    writer.finish()
}

struct Writer<'a> {
    origins: &'a Origins,
    part: &'a Part,
    form: Form<'a>,
    splices: Vec<Splice>,
}

impl Writer<'_> {
    fn change(&mut self, change: &Written) {
        let last = change.cuts.len().saturating_sub(1);
        let remark = change.comment.filter(|remark| remark.around.is_none());
        for (index, cut) in change.cuts.iter().enumerate() {
            let w = self.prefix(cut.run);
            let (starts, ends) = remark.map(|Remark { id, .. }| marks(&w, id)).unzip();
            let before = starts.filter(|_| index == 0).unwrap_or_default();
            let after = ends.filter(|_| index == last).unwrap_or_default();
            self.cut(cut, &w, &before, &after);
        }
        if let Some(Remark { id, around: Some(run) }) = change.comment {
            let (starts, ends) = marks(&self.prefix(run), id);
            let Range { start, end } = self.origins.runs[run].range;
            self.splices.push(Splice { range: start..start, xml: starts });
            self.splices.push(Splice { range: end..end, xml: ends });
        }
    }

    /// Cuts a run where words go or come.
    fn cut(&mut self, cut: &Cut, w: &str, before: &str, after: &str) {
        let tracked = self.tracked(cut, w);
        let (range, closes, opens) = self.edges(cut, w);
        let is_inside = closes.starts_with(&format!("</{w}t>"));
        if let Some(element) = cut.element.filter(|_| is_inside) {
            self.keep_spaces(&self.origins.elements[element].tag, w);
        }
        let xml = format!("{closes}{before}{tracked}{after}{opens}");
        self.splices.push(Splice { range, xml });
    }

    /// The bytes that a cut stands for, what ends the run before it and what begins the
    /// run after it. No run is left empty.
    fn edges(&self, cut: &Cut, w: &str) -> (Range<usize>, String, String) {
        let run = &self.origins.runs[cut.run];
        let Some(element) = cut.element.map(|element| &self.origins.elements[element])
        else {
            return (cut.bytes.clone(), String::new(), String::new());
        };
        let end_of_run = format!("</{w}r>");
        let opens = format!("{}{}", self.xml(&run.tag), self.xml(&run.properties));
        let content = run.properties.end..run.range.end - end_of_run.len();
        let words = element.tag.end..element.range.end - format!("</{w}t>").len();
        let is_first = element.tag.start == content.start;
        let is_last = element.range.end == content.end;
        let left = match (cut.bytes.start == words.start, is_first) {
            (true, true) => (run.range.start, String::new()),
            (true, false) => (element.tag.start, end_of_run.clone()),
            (false, _) => (cut.bytes.start, format!("</{w}t></{w}r>")),
        };
        let right = match (cut.bytes.end == words.end, is_last) {
            (true, true) => (run.range.end, String::new()),
            (true, false) => (element.range.end, opens.clone()),
            (false, _) => {
                (cut.bytes.end, format!("{opens}<{w}t xml:space=\"preserve\">"))
            }
        };
        if !cut.bytes.is_empty() {
            return (left.0..right.0, left.1, right.1);
        }
        if cut.bytes.start == words.start {
            let opens = if is_first { String::new() } else { opens };
            return (left.0..left.0, left.1, opens);
        }
        if cut.bytes.end == words.end {
            let closes = if is_last { String::new() } else { end_of_run };
            return (right.0..right.0, closes, right.1);
        }
        (cut.bytes.clone(), left.1, right.1)
    }

    /// The words that go and those that come, set as they were.
    fn tracked(&mut self, cut: &Cut, w: &str) -> String {
        let like = &self.origins.runs[cut.like].properties;
        let properties = self.xml(like).to_owned();
        let went = self.xml(&cut.bytes).to_owned();
        let came = escape(cut.comes.as_str()).into_owned();
        let run = |kind: &str, words: &str| {
            format!(
                "<{w}r>{properties}<{w}{kind} xml:space=\"preserve\">{words}</{w}{kind}></{w}r>"
            )
        };
        let mut xml = String::new();
        let Form::Tracked { signature, next_id } = &mut self.form else {
            if !came.is_empty() {
                xml.push_str(&run("t", &came));
            }
            return xml;
        };
        let Signature { author, date } = signature;
        let author = escape(author.as_str()).into_owned();
        for (kind, element, words) in [("del", "delText", went), ("ins", "t", came)] {
            if words.is_empty() {
                continue;
            }
            let id = **next_id;
            **next_id += 1;
            let run = run(element, &words);
            let _ = write!(
                xml,
                "<{w}{kind} {w}id=\"{id}\" {w}author=\"{author}\" {w}date=\"{date}\">{run}</{w}{kind}>"
            );
        }
        xml
    }

    /// Word takes off the spaces at the end of words that are cut, unless told not to.
    fn keep_spaces(&mut self, tag: &Range<usize>, w: &str) {
        let is_done = self.splices.iter().any(|splice| splice.range == *tag);
        if !is_done && !self.xml(tag).contains("preserve") {
            let xml = format!("<{w}t xml:space=\"preserve\">");
            self.splices.push(Splice { range: tag.clone(), xml });
        }
    }

    /// The prefix of the names in a run: “w:”.
    fn prefix(&self, run: usize) -> String {
        let tag = self.xml(&self.origins.runs[run].tag);
        let name = tag.trim_start_matches('<');
        name.split_once(':').map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
    }

    fn xml(&self, range: &Range<usize>) -> &str {
        self.part.xml.get(range.clone()).unwrap_or_default()
    }

    fn finish(mut self) -> String {
        self.splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
        let mut xml = String::with_capacity(self.part.xml.len() * 2);
        let mut at = 0;
        for splice in &self.splices {
            // The tag of words that were cut from their first letter on is gone.
            if splice.range.start < at {
                continue;
            }
            xml.push_str(self.xml(&(at..splice.range.start)));
            xml.push_str(&splice.xml);
            at = splice.range.end;
        }
        xml.push_str(self.xml(&(at..self.part.xml.len())));
        xml
    }
}

/// What stands before and behind the words of a comment.
fn marks(w: &str, id: u32) -> (String, String) {
    (
        format!("<{w}commentRangeStart {w}id=\"{id}\"/>"),
        format!(
            "<{w}commentRangeEnd {w}id=\"{id}\"/>\
             <{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>"
        ),
    )
}
