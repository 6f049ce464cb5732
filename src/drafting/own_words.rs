//! See [`keep_word`].

use super::lists::with_entry;
use crate::fix::apply_edits;
use crate::lint::Draft;
use crate::syntax::{self, quoted};
use crate::text::{Edit, Source};

/// What a drafter writes for a word to be right in this draft: an entry of `words` in the
/// front matter. `None` where that cannot be read.
pub fn keep_word(draft: &Draft, word: &str) -> Option<Edit> {
    let edit = with_entry(draft, "words", &quoted(word));
    let kept = Source::new(apply_edits(draft.source, &[&edit]));
    let is_kept = syntax::parse(&kept).words.iter().any(|own| own == word);
    is_kept.then_some(edit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: Option<&str>) {
        let source = Source::new(before);
        let resolution = syntax::parse(&source);
        let edit = keep_word(&Draft::new(&source, &resolution), "Zorbia");
        let kept = edit.map(|edit| apply_edits(&source, &[&edit]));
        assert_eq!(kept.as_deref(), after);
    }

    #[test]
    fn a_word_stands_behind_those_that_are_there() {
        check("1. Decides.\n", Some("---\nwords:\n  - \"Zorbia\"\n---\n1. Decides.\n"));
        check(
            "---\norgan: HRC\n---\n",
            Some("---\norgan: HRC\nwords:\n  - \"Zorbia\"\n---\n"),
        );
        check("---\nwords: [wadi]\n---\n", Some("---\nwords: [wadi, \"Zorbia\"]\n---\n"));
        check(
            "---\nwords:\n- wadi\norgan: HRC\n---\n",
            Some("---\nwords:\n- wadi\n- \"Zorbia\"\norgan: HRC\n---\n"),
        );
    }

    #[test]
    fn a_list_that_cannot_be_read_is_left_alone() {
        check("---\nwords: {a: b}\n---\n", None);
    }
}
