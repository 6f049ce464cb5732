//! The line that says who puts a draft forward.

use crate::conventions::states;

use super::joining::Hyphens;
use crate::import::manuscript::Line;

/// A sponsor as the line names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sponsor {
    pub(super) name: String,
    /// Whether the asterisk of a non-member stands; `None` where the line has none at all.
    pub(super) marked: Option<bool>,
}

/// What the sponsor line says.
#[derive(Debug, Default)]
pub(super) struct SponsorLine {
    pub(super) sponsors: Vec<Sponsor>,
    pub(super) on_behalf_of: Option<String>,
    /// “revised draft resolution”.
    pub(super) kind: String,
    /// The same as the title of amendments: “Amendment to draft resolution A/…”.
    pub(super) title: String,
}

/// What follows the colon, by language.
const KINDS: [&str; 13] = [
    "draft resolution",
    "revised draft resolution",
    "draft decision",
    "revised draft decision",
    "amendment",
    "amendments",
    "draft statement",
    "projet de résolution",
    "projet de résolution révisé",
    "proyecto de resolución",
    "проект резолюции",
    "决议草案",
    "مشروع قرار",
];

/// What stands between the last two names, by language.
const ANDS: [&str; 6] = [" and ", " et ", " y ", " e ", " и ", "和"];

/// The names and the kind of a sponsor line, where the text ends one.
fn split(text: &str) -> Option<(&str, &str)> {
    let at = text.rfind([':', '：'])?;
    let (names, rest) = (text.get(..at)?, text.get(at..)?);
    let kind = rest.trim_start_matches([':', '：']).trim_matches(['*', ' ', '.']);
    let lower = kind.to_lowercase();
    let is_amendment =
        lower.starts_with("amendment") && lower.contains(" to ") && kind.len() < 100;
    (is_amendment || KINDS.contains(&lower.as_str())).then_some((names, kind))
}

/// The lines of the sponsor line among those above the text.
pub(super) fn find(
    lines: &[Line],
    is_field: impl Fn(&Line) -> bool,
) -> Option<std::ops::Range<usize>> {
    let two = |at: usize| {
        let next = lines.get(at + 1)?;
        split(&format!("{} {}", lines[at].text, next.text)).map(|_| ())
    };
    let ends = |at: &usize| split(&lines[*at].text).is_some();
    let last = (0..lines.len())
        .find(ends)
        .or_else(|| (0..lines.len()).find(|at| two(*at).is_some()).map(|at| at + 1))?;
    let is_above = |at: &usize| !is_field(&lines[*at]);
    let first = (0..last).rev().take_while(is_above).last().unwrap_or(last);
    Some(start(lines, first, last)..last + 1)
}

/// Where the names begin: below the title of the agenda item, at the first line that
/// opens with a State, or at the last blank line.
fn start(lines: &[Line], first: usize, last: usize) -> usize {
    let opens = |at: &usize| {
        let text = &lines[*at].text;
        let name = text.split([',', '*', ':', '(']).next().unwrap_or_default().trim();
        let name = name.split(" and ").next().unwrap_or(name);
        states::find(name).is_some()
    };
    let by_gap = (first..=last).rev().find(|at| lines[*at].has_gap).unwrap_or(first);
    let is_spaced = (first..last).all(|at| lines[at + 1].has_gap) && first < last;
    let has_list = |at: &usize| lines[*at].text.contains([',', '*']);
    (first..=last).find(opens).unwrap_or_else(|| {
        if is_spaced { (first..=last).find(has_list).unwrap_or(last) } else { by_gap }
    })
}

/// Reads a sponsor line.
pub(super) fn read(lines: &[Line]) -> SponsorLine {
    let mut text = String::new();
    for line in lines {
        Hyphens::default().join(&mut text, &line.text);
    }
    let Some((names, kind)) = split(&text) else { return SponsorLine::default() };
    let is_last_marked = text
        .get(names.len()..)
        .is_some_and(|rest| rest.trim_start_matches([':', '：', ' ']).starts_with('*'));
    let (names, on_behalf_of) = without_group(names);
    let mut sponsors = list(&names);
    if let Some(last) = sponsors.last_mut().filter(|_| is_last_marked) {
        last.marked = Some(true);
    }
    if sponsors.iter().any(|sponsor| sponsor.marked == Some(true)) {
        for sponsor in &mut sponsors {
            sponsor.marked = Some(sponsor.marked.unwrap_or(false));
        }
    }
    let title = kind.replacen("amendment", "Amendment", 1);
    SponsorLine { sponsors, on_behalf_of, kind: kind.to_lowercase(), title }
}

/// “Pakistan (on behalf of the Organization …)”, “Cuba on behalf of the Group …”.
fn without_group(names: &str) -> (String, Option<String>) {
    let Some((before, rest)) = names.split_once("on behalf of ") else {
        return (names.to_owned(), None);
    };
    let (group, after) = match rest.split_once(')') {
        Some((group, after)) if before.trim_end().ends_with('(') => (group, after),
        _ => (rest, ""),
    };
    let before = before.trim_end().trim_end_matches(['(', ',']).trim_end();
    (format!("{before}{after}"), Some(group.trim().trim_matches('*').to_owned()))
}

/// The names of a list.
pub(super) fn list(names: &str) -> Vec<Sponsor> {
    let mut sponsors: Vec<Sponsor> = Vec::new();
    let pieces: Vec<&str> = names.split([',', '，', '、']).collect();
    let last = pieces.len().saturating_sub(1);
    for (index, piece) in pieces.into_iter().enumerate() {
        if let (true, Some(before)) =
            (piece.trim_start().starts_with('*'), sponsors.last_mut())
        {
            before.marked = Some(true);
        }
        let halves = if index == last { halves(piece) } else { vec![piece] };
        sponsors.extend(halves.into_iter().filter_map(sponsor));
    }
    sponsors
}

fn sponsor(piece: &str) -> Option<Sponsor> {
    let name = piece.trim().trim_matches(['*', ' ']);
    let name = name.strip_prefix("and ").unwrap_or(name);
    let is_marked = piece.trim_end().ends_with('*');
    (!name.is_empty())
        .then(|| Sponsor { name: name.to_owned(), marked: is_marked.then_some(true) })
}

/// The last piece, cut at the “and” between its two names and not at one inside a name.
fn halves(piece: &str) -> Vec<&str> {
    let bare = |name: &str| name.trim().trim_matches(['*', ' ']).to_owned();
    let is_state = |name: &str| states::find(&bare(name)).is_some();
    if is_state(piece) {
        return vec![piece];
    }
    let cuts: Vec<(&str, &str)> = ANDS
        .iter()
        .flat_map(|and| piece.match_indices(and))
        .filter_map(|(at, and)| Some((piece.get(..at)?, piece.get(at + and.len()..)?)))
        // “刚果民主共和国” is one State.
        .filter(|(left, _)| !left.ends_with('共'))
        .collect();
    let both = cuts.iter().find(|(left, right)| is_state(left) && is_state(right));
    match both.or(cuts.last()) {
        Some((left, right)) if !left.trim().is_empty() => vec![left, right],
        _ => vec![piece],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, Option<bool>)> {
        read(&[Line::new(1, text)])
            .sponsors
            .into_iter()
            .map(|s| (s.name, s.marked))
            .collect()
    }

    #[test]
    fn marks_stand_before_or_after_the_comma() {
        let expected = [
            ("Chile", Some(false)),
            ("Haiti", Some(true)),
            ("State of Palestine", Some(true)),
        ]
        .map(|(name, marked)| (name.to_owned(), marked));
        assert_eq!(
            names("Chile, Haiti,* and State of Palestine:* draft resolution"),
            expected
        );
        assert_eq!(
            names("Chile, Haiti*, State of Palestine*: draft resolution"),
            expected
        );
    }

    #[test]
    fn a_group_is_no_sponsor() {
        let line =
            "Cuba (on behalf of the Movement of Non-Aligned Countries): draft resolution";
        assert_eq!(names(line), [("Cuba".to_owned(), None)]);
    }
}
