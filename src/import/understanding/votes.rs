//! The vote that closing lines tell, with the lists of who voted how: in running text
//! behind colons, or one name on a line.

use crate::conventions::states;

use super::joining::Hyphens;

/// A vote, as the closing lines give it.
#[derive(Debug, Clone, Default)]
pub(super) struct Vote {
    pub(super) is_recorded: bool,
    pub(super) in_favour: Vec<String>,
    pub(super) against: Vec<String>,
    pub(super) abstaining: Vec<String>,
}

/// The ways to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    InFavour,
    Against,
    Abstaining,
}

/// The words above a list.
const HEADINGS: [(&str, Side); 17] = [
    ("In favour", Side::InFavour),
    ("IN FAVOUR", Side::InFavour),
    ("For", Side::InFavour),
    ("Ont voté pour", Side::InFavour),
    ("Votos a favor", Side::InFavour),
    ("Голосовали за", Side::InFavour),
    ("赞成", Side::InFavour),
    ("Against", Side::Against),
    ("AGAINST", Side::Against),
    ("Ont voté contre", Side::Against),
    ("Votos en contra", Side::Against),
    ("反对", Side::Against),
    ("Abstaining", Side::Abstaining),
    ("Abstentions", Side::Abstaining),
    ("Se sont abstenus", Side::Abstaining),
    ("Abstenciones", Side::Abstaining),
    ("弃权", Side::Abstaining),
];

/// Reads the lines of a vote.
pub(super) fn read(lines: &[&str]) -> Vote {
    const WITHOUT: [&str; 8] = [
        "without a vote",
        "sans vote",
        "unanimously",
        "unanimité",
        "consensus",
        "sin votación",
        "без голосования",
        "未经表决",
    ];
    let lower = lines.join(" ").to_lowercase();
    if WITHOUT.iter().any(|words| lower.contains(words)) {
        return Vote::default();
    }
    let mut vote = Vote { is_recorded: true, ..Vote::default() };
    let mut list: Option<(Side, Vec<&str>)> = None;
    for piece in lines.iter().flat_map(|line| pieces(line)) {
        if let Some((side, names)) = heading(piece) {
            vote.settle(list.replace((side, vec![names])));
        } else if let Some((_, names)) = &mut list {
            names.push(piece);
        }
    }
    vote.settle(list);
    if vote.against.is_empty() && vote.abstaining.is_empty() {
        vote.against = counted(lines, " to ");
        vote.against.extend(counted(lines, " contre "));
        vote.abstaining = counted(lines, "abstention");
    }
    vote
}

impl Vote {
    fn settle(&mut self, list: Option<(Side, Vec<&str>)>) {
        let Some((side, lines)) = list else { return };
        let names = names(&lines);
        let of_side = match side {
            Side::InFavour => &mut self.in_favour,
            Side::Against => &mut self.against,
            Side::Abstaining => &mut self.abstaining,
        };
        of_side.extend(names);
    }
}

/// A line cut before the headings with a colon inside it.
fn pieces(line: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    for (words, _) in HEADINGS {
        let found = line.match_indices(words).filter(|(at, _)| {
            let rest = line.get(at + words.len()..).unwrap_or_default();
            let before = line.get(..*at).unwrap_or_default();
            rest.trim_start().starts_with([':', '：'])
                && !before.ends_with(char::is_alphabetic)
        });
        cuts.extend(found.map(|(at, _)| at));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().skip(1).copied().chain([line.len()]);
    cuts.iter().zip(ends).filter_map(|(start, end)| line.get(*start..end)).collect()
}

/// The side that a line names, and the names behind it. Without a colon the words stand
/// alone.
fn heading(line: &str) -> Option<(Side, &str)> {
    let line = line.trim();
    HEADINGS.iter().find_map(|(words, side)| {
        let rest = line.strip_prefix(words)?.trim_start();
        let names = rest.strip_prefix([':', '：']);
        match names {
            Some(names) => Some((*side, names)),
            None => rest.is_empty().then_some((*side, "")),
        }
    })
}

/// The names of a list: between commas, or one on each line.
fn names(lines: &[&str]) -> Vec<String> {
    let lines: Vec<&str> =
        lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let has_commas =
        lines.len() == 1 || lines.iter().any(|line| line.contains([',', ';']));
    let mut names: Vec<String> = Vec::new();
    if has_commas {
        let mut text = String::new();
        for line in lines {
            Hyphens::default().join(&mut text, line);
        }
        let text = text.split(']').next().unwrap_or_default();
        let listed = text.split([',', ';', '、', '，']).flat_map(last_two);
        names.extend(listed.map(str::to_owned));
    } else {
        for line in lines {
            let goes_on = names.last().is_some_and(|last| {
                states::find(last).is_none()
                    && states::find(&format!("{last} {line}")).is_some()
            });
            match names.last_mut() {
                Some(last) if goes_on => last.extend([" ", line]),
                _ => names.push(line.to_owned()),
            }
        }
    }
    let bare = |name: String| {
        let name = name.trim_matches([' ', '.', '*', ']', '\u{a0}']);
        (!name.is_empty() && !name.eq_ignore_ascii_case("none")).then(|| name.to_owned())
    };
    names.into_iter().filter_map(bare).collect()
}

/// The two names of “Norway and Peru”, which end a list; “Trinidad and Tobago” is one.
fn last_two(name: &str) -> Vec<&str> {
    let name = name.trim();
    if states::find(name).is_some() {
        return vec![name];
    }
    let halves = name
        .match_indices(" and ")
        .filter_map(|(at, and)| Some((name.get(..at)?, name.get(at + and.len()..)?)));
    let are_states = |(one, other): &(&str, &str)| {
        states::find(one).is_some() && states::find(other).is_some()
    };
    halves
        .into_iter()
        .find(are_states)
        .map_or(vec![name], |(one, other)| vec![one, other])
}

/// The names in brackets behind a count: “by 13 votes to none, with 2 abstentions (Chile,
/// Norway)”.
fn counted(lines: &[&str], words: &str) -> Vec<String> {
    let text = lines.join(" ");
    let Some((_, rest)) = text.split_once(words) else { return Vec::new() };
    let Some((count, rest)) = rest.split_once('(') else { return Vec::new() };
    if count.len() > 12 || count.contains([',', '.']) {
        return Vec::new();
    }
    let end = states_end(rest);
    names(&[rest.get(..end).unwrap_or_default().replace(" and ", ", ").as_str()])
}

/// Where the bracket around names ends; a name may have a bracket of its own.
fn states_end(text: &str) -> usize {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voters(lines: &[&str]) -> [String; 3] {
        let vote = read(lines);
        assert!(vote.is_recorded);
        [vote.in_favour, vote.against, vote.abstaining].map(|names| names.join("; "))
    }

    #[test]
    fn lists_in_running_text() {
        let line = "[Adopted by a recorded vote of 2 to 1, with no abstentions. In favour: \
                    Chile, Viet Nam Against: Norway Abstaining: None]";
        assert_eq!(voters(&[line]), ["Chile; Viet Nam", "Norway", ""]);
    }

    #[test]
    fn the_last_two_names_of_a_list_are_joined_by_and() {
        let line = "[Adopted by a recorded vote of 4 to none. In favour: Chile, Norway, \
                    Trinidad and Tobago and Viet Nam]";
        let expected = ["Chile; Norway; Trinidad and Tobago; Viet Nam", "", ""];
        assert_eq!(voters(&[line]), expected);
    }

    #[test]
    fn lists_with_a_name_on_each_line() {
        let lines = [
            "[Adopted by a recorded vote of 3 to 1, with 1 abstention. The voting was:",
            "In favour",
            "Chile",
            "Iran (Islamic",
            "Republic of)",
            "Norway",
            "Against",
            "Brazil",
            "Abstentions:",
            "Viet Nam]",
        ];
        let expected =
            ["Chile; Iran (Islamic Republic of); Norway", "Brazil", "Viet Nam"];
        assert_eq!(voters(&lines), expected);
    }

    #[test]
    fn names_behind_a_count() {
        let line = "Adopted at the 301st meeting by 9 votes to 1 (Norway), with 2 \
                    abstentions (Chile, Iran (Islamic Republic of)).";
        let expected = ["", "Norway", "Chile; Iran (Islamic Republic of)"];
        assert_eq!(voters(&[line]), expected);
    }
}
