//! What a compilation writes beside the words of a text: the codes of its paragraphs, who
//! proposed what, and what is agreed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::conventions::phrases::{DELEGATIONS, POSITIONS};
use crate::conventions::states;

/// “PP5 bis ”, “OP 7 (a) alt: ” at the head of a paragraph.
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let code = r"^[\[(]?(?:PP|OP|Pp|Op) ?\d+(?:\.\d+)?(?: ?\([a-z]+\))?(?: ?(?:bis|ter|quater|quinquies|sexies|septies|octies|alt|Alt|ALT|new|merged)\b\.?)*[\])]?[.:–—-]? +";
    Regex::new(code).ok()
});

/// The longest words before a colon that can be an attribution.
const LONGEST_ATTRIBUTION: usize = 60;

/// The labels in the words of a paragraph, as bytes of the text, with the space that
/// parts them from it.
pub(super) fn labels(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    if text.starts_with(['P', 'O', '[', '('])
        && let Some(code) = CODE.as_ref().and_then(|code| code.find(text))
    {
        start = code.end();
        found.push(0..start);
    }
    found.extend(attribution(text, start));
    found.extend(in_brackets(text));
    found
}

/// “EU: ”, “USA add: ” at the head.
fn attribution(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let colon = rest.bytes().take(LONGEST_ATTRIBUTION).position(|byte| byte == b':')?;
    let is_label = is_attribution(rest.get(..colon)?);
    let after = rest.get(colon + 1..)?;
    let spaces = after.len() - after.trim_start().len();
    (is_label && spaces > 0).then_some(start..start + colon + 1 + spaces)
}

/// “(EU, CHN)” at the end, “(agreed ad ref)” anywhere; but “the European Union (EU)” is a
/// name and its abbreviation.
fn in_brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let rest = text.get(open + 1..).unwrap_or_default();
        let close = rest.bytes().take(LONGEST_ATTRIBUTION).position(|byte| byte == b')');
        let Some(inner) = close.and_then(|close| rest.get(..close)) else { continue };
        let end = open + inner.len() + 2;
        let ends = text
            .get(end..)
            .is_some_and(|rest| rest.trim_matches([',', ';', '.', ']', ' ']).is_empty());
        let before = text.get(..open).unwrap_or_default().trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let follows_name = last.starts_with(char::is_uppercase);
        let is_agreement =
            matches!(inner, "agreed" | "Agreed" | "agreed ad ref" | "ad ref" | "ad ref.");
        let is_label = is_agreement && (ends || inner.contains("ad ref"))
            || ends && !follows_name && is_attribution(inner);
        if is_label {
            found.push(before.len()..end);
        }
    }
    found
}

/// Whether the words are names of delegations, with what they want: “EU, USA: add”.
fn is_attribution(words: &str) -> bool {
    let mut has_name = false;
    let are_known = words.split([',', '/', '+', ';']).all(|item| {
        let item = item.trim().trim_end_matches('.');
        let (name, position) = item.split_once([' ', ':']).unwrap_or((item, ""));
        has_name |= is_delegation(item) || is_delegation(name);
        is_delegation(item)
            || is_delegation(name) && (position.is_empty() || is_position(position))
    });
    are_known && has_name
}

fn is_delegation(name: &str) -> bool {
    let name = name.trim_start_matches('[');
    DELEGATIONS.have(name) || states::all().iter().any(|state| state.code == name)
}

fn is_position(words: &str) -> bool {
    let words = words.trim();
    POSITIONS.have(words) || POSITIONS.have(&words.to_lowercase())
}
