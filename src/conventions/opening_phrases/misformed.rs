//! Openings in a wrong form: “Request”, “Recognising”, and what they should be.

use super::cases::with_case_of;
use super::words::{Folded, word_at};
use super::{Form, Misformed, OpeningPhrases, Part};

impl OpeningPhrases {
    /// Another form of a known verb at the start of `text`, with the forms it should have.
    pub fn misformed(&self, text: &str) -> Option<Misformed<'_>> {
        let mut at = 0;
        while let Some(range) = self
            .repetition_at(text, at)
            .map(|(_, range)| range)
            .or_else(|| self.intensity_at(text, at))
        {
            at = range.end;
        }
        let word = word_at(text, at)?;
        let folded = Folded::of(word.text)?;
        let (verb, form) = self.verb_form(folded.as_str())?;
        let verb = &self.verbs[verb];
        let rest = text.get(word.end..).unwrap_or_default();
        let rest: String = rest.chars().take(120).collect();
        let lead = text.get(..word.start)?;
        let mut len = word.end;
        let mut in_form = |part, right: &str| {
            let right = with_case_of(word.text, right);
            let candidate = format!("{lead}{right}{rest}");
            let opening = self.open(part, &candidate)?;
            len =
                (opening.len + word.text.len()).saturating_sub(right.len()).max(word.end);
            candidate.get(..opening.len).map(str::to_owned)
        };
        let preambular = in_form(Part::Preambular, &verb.participle);
        let operative = in_form(Part::Operative, &verb.finite);
        if preambular.is_none() && operative.is_none() {
            return None;
        }
        Some(Misformed { form, len, preambular, operative, verb: &verb.base })
    }

    fn verb_form(&self, word: &str) -> Option<(usize, Form)> {
        let find = |word: &str| {
            let place =
                self.forms.binary_search_by(|form| (*form.word).cmp(word)).ok()?;
            Some((self.forms[place].verb, self.forms[place].form))
        };
        find(word).or_else(|| {
            // “Recognising”, “emphasises”: the United Nations writes -ize.
            word.match_indices("is").find_map(|(at, _)| {
                let (before, after) = (word.get(..at)?, word.get(at + 2..)?);
                let (verb, _) = find(&format!("{before}iz{after}"))?;
                Some((verb, Form::WrongSpelling))
            })
        })
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a failed test may panic")]
mod tests {
    use super::*;
    use crate::conventions::{Conventions, Language};

    fn english() -> &'static OpeningPhrases {
        Conventions::of(Language::En).openings()
    }

    #[test]
    fn other_forms_of_known_verbs_are_told() {
        let misformed = |text: &str| {
            let found = english().misformed(text)?;
            let length = text[..found.len].to_owned();
            Some((found.form, length, found.preambular, found.operative))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            misformed("Request the Secretary-General to"),
            Some((Form::Base, "Request".into(), None, some("Requests")))
        );
        assert_eq!(
            misformed("Also recognising that"),
            Some((
                Form::WrongSpelling,
                "Also recognising".into(),
                some("Also recognizing"),
                some("Also recognizes")
            ))
        );
        assert_eq!(
            misformed("Take note of it"),
            Some((
                Form::Base,
                "Take note".into(),
                some("Taking note"),
                some("Takes note")
            ))
        );
        assert_eq!(
            misformed("Requesting the office"),
            Some((Form::Participle, "Requesting".into(), None, some("Requests")))
        );
        assert_eq!(misformed("The report"), None);
    }
}
