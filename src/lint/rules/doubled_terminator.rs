use memchr::memchr3_iter;

use crate::lint::endings::{self, Terminator};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::Prose;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "doubled-terminator",
    family: Family::Punctuation,
    summary: "two marks stand where one should",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("doubled_terminator.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut wanted = Vec::new();
    for prose in scan::running_text(draft) {
        for run in runs(&prose.text) {
            if wanted.is_empty() {
                wanted = prescribed(draft);
            }
            let is_last = endings::is_end(&prose.text, run.end);
            let place = wanted.binary_search_by_key(&prose.range, |(range, _)| *range);
            let prescribed = place.ok().filter(|_| is_last).map(|index| wanted[index].1);
            let marks = prose.text.get(run.clone()).unwrap_or_default();
            let right = prescribed.unwrap_or_else(|| stronger(marks));
            let mark = right.mark(draft.resolution.language).trim_start();
            let message = format!("one mark ends a clause: “{mark}”, not “{marks}”");
            let title = format!("keep “{mark}”");
            report
                .flag(prose.source_range(run.clone()), message)
                .fix(Fix::editorial(title, edits(prose, run, mark)));
        }
    }
}

/// The runs of two or more marks. Dots that stand for words, and the full stop of an
/// abbreviation before a comma, are none.
fn runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    // The third is the first byte of marks of full width.
    for at in memchr3_iter(b',', b';', b'\xef', text.as_bytes()) {
        let is_mark = matches!(scan::after(text, at), Some(',' | ';' | '，' | '；'));
        if !is_mark || found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let marks: String =
            rest.chars().take_while(|c| Terminator::of(*c).is_some()).collect();
        if marks.chars().count() > 1 && !marks.contains("..") {
            found.push(at..at + marks.len());
        }
    }
    found
}

/// What the end of each paragraph should be, by its place in the source.
fn prescribed(draft: &Draft) -> Vec<(TextRange, Terminator)> {
    let mut wanted: Vec<_> = endings::expected(draft)
        .into_iter()
        .map(|ending| (ending.prose.range, ending.terminator))
        .collect();
    wanted.sort_by_key(|(range, _)| *range);
    wanted
}

/// Of marks inside a paragraph, the one that divides most.
fn stronger(marks: &str) -> Terminator {
    let holds = |wanted| marks.chars().any(|c| Terminator::of(c) == Some(wanted));
    [Terminator::Semicolon, Terminator::Colon]
        .into_iter()
        .find(|wanted| holds(*wanted))
        .unwrap_or(Terminator::Comma)
}

/// The first mark becomes the right one, the others go; what stands between them, such as
/// the call of a footnote, stays.
fn edits(prose: &Prose, run: std::ops::Range<usize>, mark: &str) -> Vec<Edit> {
    let whole = prose.source_range(run.clone());
    if whole.len() == run.len() {
        return vec![Edit::replace(whole, mark)];
    }
    let marks = prose.text.get(run.clone()).unwrap_or_default();
    let place = |(at, c): (usize, char)| {
        prose.source_range(run.start + at..run.start + at + c.len_utf8())
    };
    let mut places = marks.char_indices().map(place);
    let first = places.next().map(|place| Edit::replace(place, mark));
    first.into_iter().chain(places.map(Edit::delete)).collect()
}
