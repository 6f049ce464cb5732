//! Sentences of a declaration, which speaks in the first person: “We also reaffirm …”.

use super::words::{same_word, word_at};
use super::{Form, Opening, OpeningPhrases, Part};

impl OpeningPhrases {
    /// The operative opening that a sentence of a declaration has in the first person:
    /// “Reaffirms” of “We reaffirm”.
    pub fn declared(&self, text: &str) -> Option<Opening<'_>> {
        let speaker = word_at(text, 0)?;
        let mut at = speaker.end;
        if !self.declaration.speaker.iter().any(|word| same_word(word, speaker.text)) {
            return None;
        }
        loop {
            let word = word_at(text, at)?;
            let is_adverb =
                self.declaration.adverbs.iter().any(|known| same_word(known, word.text));
            if !is_adverb {
                return self.first_person(text, at);
            }
            at = word.end;
        }
    }

    /// The verb at a place in its base form, with what belongs to it after it.
    fn first_person(&self, text: &str, at: usize) -> Option<Opening<'_>> {
        let rest: String = text.get(at..)?.trim_start().chars().take(120).collect();
        let found = self.misformed(&rest).filter(|found| found.form == Form::Base)?;
        let operative = found.operative?;
        let after = rest.get(found.len..)?;
        self.open(Part::Operative, &format!("{operative}{after}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::conventions::{Conventions, Language};

    #[test]
    fn a_declaration_speaks_in_the_first_person() {
        let openings = Conventions::of(Language::En).openings();
        let declared = |text| openings.declared(text).map(|it| it.entry.phrase.as_str());
        assert_eq!(declared("We reaffirm our commitment to it."), Some("Reaffirms"));
        assert_eq!(declared("We also take note of it."), Some("Takes note"));
        assert_eq!(declared("We resolve therefore:"), Some("Resolves"));
        assert_eq!(declared("We solemnly reaffirm it."), Some("Reaffirms"));
        assert_eq!(declared("We will spare no effort."), None);
        assert_eq!(declared("We, Heads of State and Government,"), None);
        assert_eq!(declared("Well recognized is the need."), None);
    }
}
