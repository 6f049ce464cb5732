//! Resolutions cited in running text: “General Assembly resolution 70/1 of 25 September
//! 2015”, “its resolutions 5/1 and 5/2 of 18 June 2007 and 16/21 of 25 March 2011”.

use std::ops::Range;

use jiff::civil::Date;

use crate::conventions::calendar;
use crate::conventions::organs::Organ;
use crate::text::Needle;

/// A resolution that a text cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The organ that adopted it: GA, SC, ECOSOC, HRC or CHR, the former Commission on
    /// Human Rights. `None` where neither the words nor the form of the number tell.
    pub organ: Option<&'static str>,
    /// Whether the organ stands there by name, or no other organ has such numbers.
    pub is_organ_certain: bool,
    /// What stands before the word “resolution”.
    pub lead: Lead,
    /// Whether it goes on with the list of the citation before it.
    pub is_continued: bool,
    /// The number as one writes it, each space single: “217 A (III)”.
    pub number: String,
    /// The number in the text.
    pub words: Range<usize>,
    /// The date that follows it, “of 25 September 2015”, without the “of”.
    pub date: Option<(Range<usize>, Date)>,
}

/// What stands before the word “resolution” and tells whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Nothing that tells.
    Nothing,
    /// “its”.
    Its,
    /// The name of an organ, “the Assembly”, “the Council”.
    Organ,
}

static STEM: Needle = Needle::new("esolution");

/// The citations in a text, in order. `own` is the organ whose text it is. A rule asks
/// [`Draft::citations`](super::Draft::citations), which reads them once.
///
/// Of several numbers before one date only the last has it: “resolutions 60/251 and 5/1 of
/// 18 June 2007” need not date the first.
pub fn citations(text: &str, own: Option<&Organ>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for at in STEM.places(text) {
        let is_new = found.last().is_none_or(|last| last.words.end <= at);
        if is_new {
            Scanner { text, own }.list(at, &mut found);
        }
    }
    found
}

/// How far apart the numbers of one list may stand: titles come between them.
const LONGEST_GAP: usize = 240;

struct Scanner<'a> {
    text: &'a str,
    own: Option<&'a Organ>,
}

impl Scanner<'_> {
    /// The resolutions of which the word with “esolution” at `at` speaks.
    fn list(&self, at: usize, found: &mut Vec<Citation>) {
        let Some(start) = at.checked_sub(1) else { return };
        let lead = self.text.get(..start).unwrap_or_default();
        let mut end = at + "esolution".len();
        let is_plural = self.rest(end).starts_with('s');
        end += usize::from(is_plural);
        end += space_len(self.rest(end));
        let lead = without_adjective(lead);
        let named = organ_before(lead);
        let lead = match named {
            _ if ends_with_its(lead) => Lead::Its,
            Some(_) => Lead::Organ,
            None => Lead::Nothing,
        };
        let mut is_continued = false;
        while let Some(number) = number_at(self.text, end) {
            let mut citation = self.citation(number, named);
            (citation.lead, citation.is_continued) = (lead, is_continued);
            is_continued = true;
            end = citation.date.as_ref().map_or(citation.words.end, |(date, _)| date.end);
            found.push(citation);
            let Some(next) = self.next_number(end, is_plural) else { break };
            end = next;
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn citation(&self, number: Number, named: Option<Named>) -> Citation {
        let of = [" of ", ", of ", "\u{a0}of "]
            .iter()
            .find(|of| self.rest(number.words.end).starts_with(**of));
        let date = of.and_then(|of| date_at(self.text, number.words.end + of.len()));
        let (mut organ, is_organ_certain) = number.organ(named, self.own);
        let before = tail(self.text.get(..number.words.start).unwrap_or_default(), 100);
        let is_of_unknown = ["Commission", "Conference", "Committee"];
        let may_be_told = organ.is_none()
            && named != Some(Named::Organ("other"))
            && !is_of_unknown.iter().any(|body| before.contains(body));
        if may_be_told && let Some((_, date)) = &date {
            organ = number.organ_in_session(named, *date);
        }
        Citation {
            organ,
            is_organ_certain,
            lead: Lead::Nothing,
            is_continued: false,
            number: number.written,
            words: number.words,
            date,
        }
    }

    /// Where the next number of a list begins: at once, or after words about the one
    /// before, if a date shows that it is a resolution.
    fn next_number(&self, end: usize, is_plural: bool) -> Option<usize> {
        let rest = self.rest(end);
        let separators = [", and ", " and ", ", ", " or "];
        let at_once = separators.iter().find(|separator| rest.starts_with(**separator));
        if let Some(separator) = at_once
            && number_at(self.text, end + separator.len()).is_some()
        {
            return Some(end + separator.len());
        }
        is_plural.then(|| self.later_number(end))?
    }

    fn later_number(&self, end: usize) -> Option<usize> {
        let near = head(self.rest(end), LONGEST_GAP);
        for (slash, _) in near.match_indices(['/', '(']) {
            let before = near.get(..slash)?;
            if ["esolution", "ecision", ";", "Council", "Commission", "Assembly"]
                .iter()
                .any(|other| before.contains(other))
            {
                return None;
            }
            let number_start = before
                .trim_end_matches(|c: char| {
                    c.is_ascii_digit() || matches!(c, '-' | 'S' | 'E')
                })
                .len();
            let Some(number) = number_at(self.text, end + number_start) else { continue };
            let is_listed = before.get(..number_start)?.ends_with([' ', ',']);
            let is_dated = self.rest(number.words.end).starts_with(" of ")
                && date_at(self.text, number.words.end + " of ".len()).is_some();
            if is_listed && is_dated {
                return Some(end + number_start);
            }
        }
        None
    }
}

/// The words before “resolution” and an adjective of it.
fn without_adjective(lead: &str) -> &str {
    let lead = lead.trim_end();
    ["relevant", "previous", "recent", "earlier", "landmark"]
        .iter()
        .find_map(|word| lead.strip_suffix(word))
        .map_or(lead, str::trim_end)
}

/// The organ that the words before “resolution” name.
fn organ_before(lead: &str) -> Option<Named> {
    if ends_with_its(lead) {
        return is_own(lead).then_some(Named::Own);
    }
    NAMES.iter().find(|(name, _)| lead.ends_with(name)).map(|(_, named)| *named)
}

fn ends_with_its(lead: &str) -> bool {
    lead.ends_with(" its") || matches!(lead, "Its" | "its")
}

/// Whether “its” is the organ that speaks: no other is named near before it.
fn is_own(lead: &str) -> bool {
    let near = tail(lead, 120);
    let clause = near.rsplit([';', ':']).next().unwrap_or(near);
    !["Assembly", "Council", "Commission", "Committee", "Conference", "Board", "Union"]
        .iter()
        .any(|other| clause.contains(other))
}

/// What the words before “resolution” say of the organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// Its full or unmistakable name.
    Organ(&'static str),
    /// “Council”, of which there are three.
    Council,
    /// “its”.
    Own,
}

const NAMES: &[(&str, Named)] = &[
    ("Assembly", Named::Organ("GA")),
    ("Security Council", Named::Organ("SC")),
    ("Economic and Social Council", Named::Organ("ECOSOC")),
    ("Human Rights Council", Named::Organ("HRC")),
    ("Commission on Human Rights", Named::Organ("CHR")),
    ("Commission", Named::Organ("other")),
    ("Governing Council", Named::Organ("other")),
    ("Council", Named::Council),
    ("Committee", Named::Organ("other")),
    ("Conference", Named::Organ("other")),
];

/// The number of a resolution in the text.
struct Number {
    written: String,
    words: Range<usize>,
    form: NumberForm,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberForm {
    /// `70/1`: session and number. The session, 0 for a special one.
    Session(u32),
    /// `ES-11/1`.
    Emergency,
    /// `2020/14`.
    Year,
    /// `1325 (2000)`.
    BracketedYear,
    /// `217 A (III)`.
    BracketedSession,
}

/// No session of the Human Rights Council has such a number for years to come.
const FIRST_SESSION_OF_ASSEMBLY_ALONE: u32 = 70;

impl Number {
    /// The organ whose number it is, and whether that is certain.
    fn organ(
        &self,
        named: Option<Named>,
        own: Option<&Organ>,
    ) -> (Option<&'static str>, bool) {
        let own = own.map(|organ| organ.parent.as_deref().unwrap_or(&organ.code));
        let own = own.and_then(|own| CODES.iter().copied().find(|code| *code == own));
        let only = match self.form {
            NumberForm::BracketedYear => Some("SC"),
            NumberForm::Emergency => Some("GA"),
            // The regional commissions, whose texts the Economic and Social Council
            // adopts, count their sessions as high.
            NumberForm::Session(session)
                if session >= FIRST_SESSION_OF_ASSEMBLY_ALONE
                    && own != Some("ECOSOC") =>
            {
                Some("GA")
            }
            _ => None,
        };
        match (named, only) {
            (Some(Named::Organ("other")), _) | (None, None) => (None, false),
            (Some(Named::Organ(organ)), _) => (Some(organ), true),
            (_, Some(only)) => (Some(only), true),
            (Some(Named::Own), None) => (own.filter(|own| self.may_be_of(own)), false),
            (Some(Named::Council), None) => {
                (own.filter(|own| *own == "HRC" && self.may_be_of(own)), false)
            }
        }
    }

    /// The one organ that had a session of this number on that day.
    fn organ_in_session(&self, named: Option<Named>, day: Date) -> Option<&'static str> {
        let NumberForm::Session(session) = self.form else { return None };
        let sat = |organ: &str| {
            let days = calendar::days_of_session(organ, session);
            days.is_some_and(|(first, last)| first <= day && day <= last)
        };
        match (sat("GA"), sat("HRC")) {
            (true, false) if named != Some(Named::Council) => Some("GA"),
            (false, true) => Some("HRC"),
            _ => None,
        }
    }

    /// Whether the organ has numbers of this form.
    fn may_be_of(&self, organ: &str) -> bool {
        match self.form {
            NumberForm::Session(session) => {
                // Before, the Assembly numbered otherwise: “2625 (XXV)”.
                organ == "HRC" || organ == "GA" && !(1..31).contains(&session)
            }
            NumberForm::Emergency => organ == "GA",
            NumberForm::Year => organ == "ECOSOC",
            NumberForm::BracketedYear => organ == "SC",
            NumberForm::BracketedSession => matches!(organ, "GA" | "ECOSOC"),
        }
    }
}

const CODES: [&str; 4] = ["GA", "SC", "ECOSOC", "HRC"];

/// The number that begins at `at`.
fn number_at(text: &str, at: usize) -> Option<Number> {
    let rest = text.get(at..)?;
    let (prefix, emergency) = match rest {
        _ if rest.starts_with("ES-") => (3, true),
        _ if rest.starts_with("S-") => (2, false),
        _ => (0, false),
    };
    let first = digits_len(rest.get(prefix..)?)?;
    let mut end = prefix + first;
    let value: u32 = rest.get(prefix..end)?.parse().ok()?;
    let after = rest.get(end..)?;
    let form = if let Some(second) = after.strip_prefix('/') {
        end += 1 + digits_len(second)?;
        end += letters_len(rest.get(end..)?);
        match (prefix, value) {
            (3, _) => NumberForm::Emergency,
            (2, _) => NumberForm::Session(0),
            (_, 1946..) => NumberForm::Year,
            _ => NumberForm::Session(value),
        }
    } else {
        end += letters_len(after);
        let (len, form) = bracketed(rest.get(end..)?)?;
        end += len;
        form
    };
    let goes_on = rest.get(end..)?.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    if goes_on || emergency && form != NumberForm::Emergency {
        return None;
    }
    let written: Vec<&str> = rest.get(..end)?.split_whitespace().collect();
    Some(Number { written: written.join(" "), words: at..at + end, form })
}

/// The length of a run of one to four digits.
fn digits_len(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&len).then_some(len)
}

/// The length of “ A”, “ A and B” or “ A to D”.
fn letters_len(text: &str) -> usize {
    let one = |text: &str| {
        let space = space_len(text);
        let letter = text.get(space..).unwrap_or_default();
        let mut chars = letter.chars();
        let is_letter = chars.next().is_some_and(|c| c.is_ascii_uppercase());
        let is_alone = !chars.next().is_some_and(char::is_alphanumeric);
        (space > 0 && is_letter && is_alone).then_some(space + 1)
    };
    let Some(mut len) = one(text) else { return 0 };
    loop {
        let rest = text.get(len..).unwrap_or_default();
        let more = [" and", " to", ","].iter().find_map(|word| {
            let after = rest.strip_prefix(word)?;
            one(after).map(|letter| word.len() + letter)
        });
        match more {
            Some(more) => len += more,
            None => return len,
        }
    }
}

/// “ (2000)” or “ (XXI)”, “ (S-VII)”.
fn bracketed(text: &str) -> Option<(usize, NumberForm)> {
    let space = space_len(text);
    let inner = text.get(space..)?.strip_prefix('(')?;
    let (inner, _) = head(inner, 12).split_once(')')?;
    let len = space + inner.len() + 2;
    if inner.len() == 4 && inner.bytes().all(|b| b.is_ascii_digit()) {
        return Some((len, NumberForm::BracketedYear));
    }
    let roman = inner.trim_start_matches("ES-").trim_start_matches("S-");
    let is_roman = !roman.is_empty() && roman.bytes().all(|b| b"IVXLC".contains(&b));
    is_roman.then_some((len, NumberForm::BracketedSession))
}

fn space_len(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{a0}']).len()
}

/// The date that begins at `at`.
fn date_at(text: &str, at: usize) -> Option<(Range<usize>, Date)> {
    let near = head(text.get(at..)?, 24);
    let (range, date) = calendar::find_date(near)?;
    (range.start == 0).then(|| (at..at + range.end, date))
}

/// The first bytes of a text, cut between characters.
fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// The last bytes of a text, cut between characters.
fn tail(text: &str, most: usize) -> &str {
    let from = text.len().saturating_sub(most);
    let start = (from..=text.len()).find(|start| text.is_char_boundary(*start));
    text.get(start.unwrap_or(0)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::organs;

    /// Each citation as “organ number date”.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = citations(text, organs::by_code("HRC"))
            .iter()
            .map(|citation| {
                let organ = citation.organ.unwrap_or("?");
                let date = citation
                    .date
                    .as_ref()
                    .map_or(String::new(), |(_, d)| format!(" {d}"));
                format!("{organ} {}{date}", citation.number)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn one_resolution_in_its_forms() {
        check(
            "General Assembly resolution 70/1 of 25 September 2015,",
            &["GA 70/1 2015-09-25"],
        );
        check("Security Council resolution 1325 (2000)", &["SC 1325 (2000)"]);
        check("Assembly resolution 217 A (III), annex", &["GA 217 A (III)"]);
        check(
            "Recalling its resolution 18/18 of 29 September 2011",
            &["HRC 18/18 2011-09-29"],
        );
        check("the Commission, in its resolution 42/2", &["? 42/2"]);
        check("Resolution ES-11/1 and resolution 60/1", &["GA ES-11/1", "? 60/1"]);
    }

    #[test]
    fn several_resolutions_of_one_list() {
        check(
            "Council resolutions 5/1 and 5/2 of 18 June 2007 and 16/21 of 25 March 2011",
            &["HRC 5/1", "HRC 5/2 2007-06-18", "HRC 16/21 2011-03-25"],
        );
        check(
            "Assembly resolutions 65/229 of 21 December 2010 on the Bangkok Rules, 70/175 of \
             17 December 2015 and, lastly, 72/193 of 19 December 2017",
            &["GA 65/229 2010-12-21", "GA 70/175 2015-12-17", "GA 72/193 2017-12-19"],
        );
        check(
            "the resolutions of the Commission on Human Rights, in particular resolutions \
             1993/87 of 10 March 1993 and 2004/81 of 21 April 2004",
            &["? 1993/87 1993-03-10", "? 2004/81 2004-04-21"],
        );
        check(
            "Assembly resolutions 31/6 A and B and 3419 A to D (XXX)",
            &["GA 31/6 A and B", "GA 3419 A to D (XXX)"],
        );
    }

    #[test]
    fn the_day_tells_whose_session_it_was() {
        check("resolution 65/229 of 21 December 2010", &["GA 65/229 2010-12-21"]);
        check("resolution 16/21 of 25 March 2011", &["HRC 16/21 2011-03-25"]);
        check("resolution 51/9 of 14 March 2008", &["? 51/9 2008-03-14"]);
    }

    #[test]
    fn what_is_no_citation() {
        check("the resolution of disputes, resolution A/RES/70/1, resolution 5", &[]);
        check("resolutions adopted in 2010/11", &[]);
    }
}
