//! The instructions of amendments: “In the third preambular paragraph, replace the words …
//! by …”, “After operative paragraph 2, insert a new paragraph” (drafts with `L.` symbols of
//! the Assembly and the Human Rights Council).

use std::ops::Range;

use super::Language;
use super::calendar::ordinal_value;
use super::references::{Target, references};

/// What an instruction does to the text that is amended, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// What is done.
    pub deed: Deed,
    /// Whether the first words that are quoted are the old ones, and the next the new.
    pub has_old_words_first: bool,
    /// The paragraph in which, after which or before which it is done.
    pub place: Option<Place>,
}

/// What is done to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Words or paragraphs are taken out.
    Delete,
    /// They are put in the place of others.
    Replace,
    /// They are put in.
    Insert,
    /// They get other numbers.
    Renumber,
}

/// A paragraph of the text that is amended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The words that name it.
    pub words: Range<usize>,
    /// The paragraph.
    pub paragraph: Amended,
    /// Whether it is only next to what is done.
    pub side: Option<Side>,
}

/// A paragraph by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amended {
    /// “the third preambular paragraph”.
    Preambular(u32),
    /// “operative paragraph 4 bis (b)”.
    Operative {
        /// 4.
        number: u32,
        /// “bis”.
        suffix: Option<&'static str>,
        /// “b”.
        letters: Vec<String>,
    },
}

/// “before” or “after”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// “before”.
    Before,
    /// “after”.
    After,
}

/// The words of a language for each deed. Where “substitute” or “sustituir” stands, the order
/// of old and new words is not that of the others.
fn deeds(language: Language) -> &'static [(&'static str, Deed)] {
    use Deed::{Delete, Insert, Renumber, Replace};
    match language {
        Language::En => &[
            ("replace", Replace),
            ("replaced", Replace),
            ("replacing", Replace),
            ("substitute", Replace),
            ("delete", Delete),
            ("deleted", Delete),
            ("deleting", Delete),
            ("remove", Delete),
            ("insert", Insert),
            ("inserted", Insert),
            ("inserting", Insert),
            ("add", Insert),
            ("added", Insert),
            ("adding", Insert),
            ("renumber", Renumber),
            ("renumbered", Renumber),
        ],
        Language::Fr => &[
            ("remplacer", Replace),
            ("supprimer", Delete),
            ("insérer", Insert),
            ("ajouter", Insert),
            ("renuméroter", Renumber),
        ],
        Language::Es => &[
            ("reemplazar", Replace),
            ("sustituir", Replace),
            ("suprimir", Delete),
            ("insertar", Insert),
            ("agregar", Insert),
            ("añadir", Insert),
            ("renumerar", Renumber),
        ],
        Language::Ru | Language::Zh | Language::Ar => &[],
    }
}

/// Reads the words of an instruction; `None` where they do not say what is done.
pub fn instruction(text: &str, language: Language) -> Option<Instruction> {
    let bare = without_quotations(text);
    let deeds = deeds(language);
    let words = bare.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let (word, deed) = words
        .into_iter()
        .find_map(|word| deeds.iter().find(|(known, _)| *known == word))?;
    let has_old_words_first = !matches!(*word, "substitute" | "sustituir");
    Some(Instruction { deed: *deed, has_old_words_first, place: place(&bare, language) })
}

/// The words in quotation marks, without the marks, in order.
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find(['“', '«'])) {
        let open = from + open;
        let Some(sign) = text.get(open..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let start = open + sign.len_utf8();
        let closing = if sign == '“' { '”' } else { '»' };
        let Some(len) = text.get(start..).and_then(|rest| rest.find(closing)) else {
            break;
        };
        found.push(start..start + len);
        from = start + len;
    }
    found
}

/// The text with blanks for what it quotes, byte for byte.
fn without_quotations(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut from = 0;
    for quoted in quotations(text) {
        bare.push_str(text.get(from..quoted.start).unwrap_or_default());
        bare.push_str(&" ".repeat(quoted.len()));
        from = quoted.end;
    }
    bare.push_str(text.get(from..).unwrap_or_default());
    bare
}

fn place(text: &str, language: Language) -> Option<Place> {
    let operative = references(text, language).into_iter().find_map(|reference| {
        let target = reference.targets.into_iter().next()?;
        let lead = text.get(..reference.words.start)?;
        let start = lead.strip_suffix("operative ").map_or(lead.len(), str::len);
        let words = start..end_of(&target);
        let letters = target.path.iter().map(|(letter, _)| letter.clone()).collect();
        let (number, suffix) = (target.number?, target.suffix);
        Some((words, Amended::Operative { number, suffix, letters }))
    });
    let found = [preambular(text).filter(|_| language == Language::En), operative];
    let (words, paragraph) =
        found.into_iter().flatten().min_by_key(|(words, _)| words.start)?;
    let lead =
        text.get(..words.start)?.trim_end().trim_end_matches(" the").to_lowercase();
    let side = [
        (Side::After, ["after", "après le", "después del"]),
        (Side::Before, ["before", "avant le", "antes del"]),
    ];
    let side =
        side.into_iter().find(|(_, words)| words.iter().any(|word| lead.ends_with(word)));
    Some(Place { words, paragraph, side: side.map(|(side, _)| side) })
}

/// “third preambular paragraph”, “preambular paragraph 3”.
fn preambular(text: &str) -> Option<(Range<usize>, Amended)> {
    const WORDS: &str = "preambular paragraph";
    let at = text.find(WORDS)?;
    let end = at + WORDS.len();
    let digits = text.get(end..)?.strip_prefix(' ').unwrap_or_default();
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(number) = digits.get(..len).and_then(|digits| digits.parse().ok()) {
        return Some((at..end + 1 + len, Amended::Preambular(number)));
    }
    let lead = text.get(..at)?.trim_end();
    let ordinal = lead.rsplit(' ').next()?;
    let number = ordinal_value(ordinal)?;
    Some((lead.len() - ordinal.len()..end, Amended::Preambular(number)))
}

fn end_of(target: &Target) -> usize {
    let letter = target.path.last().filter(|(_, place)| !place.is_empty());
    letter.map_or(target.number_words.end, |(_, place)| place.end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Deed, words of the place, and side.
    fn read(text: &str) -> (Deed, Option<&str>, Option<Side>) {
        let read = instruction(text, Language::En).unwrap();
        let words = read.place.as_ref().and_then(|place| text.get(place.words.clone()));
        (read.deed, words, read.place.and_then(|place| place.side))
    }

    #[test]
    fn what_is_done_and_where() {
        use Deed::{Delete, Insert, Renumber, Replace};
        for (text, expected) in [
            (
                "In the third preambular paragraph, replace the words “delete” by “always”.",
                (Replace, Some("third preambular paragraph"), None),
            ),
            (
                "After operative paragraph 2, insert a new paragraph as follows:",
                (Insert, Some("operative paragraph 2"), Some(Side::After)),
            ),
            ("Delete paragraph 4 bis (b).", (Delete, Some("paragraph 4 bis (b)"), None)),
            (
                "Before preambular paragraph 9, add the following:",
                (Insert, Some("preambular paragraph 9"), Some(Side::Before)),
            ),
            ("Renumber the rest accordingly.", (Renumber, None, None)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(instruction("The additional words stand.", Language::En), None);
    }

    #[test]
    fn words_in_quotation_marks() {
        let text = "replace “as a rule” by «always», “and";
        let found: Vec<_> =
            quotations(text).into_iter().filter_map(|at| text.get(at)).collect();
        assert_eq!(found, ["as a rule", "always"]);
    }
}
