use memchr::memchr2_iter;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "space-before-punctuation",
    family: Family::Punctuation,
    summary: "a space stands before a mark that follows its word at once",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Es, Language::Ru, Language::Zh, Language::Ar],
    explanation: include_str!("space_before_punctuation.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        // The last bytes of the two spaces.
        for space in memchr2_iter(b' ', b'\xa0', text.as_bytes()) {
            let at = space + 1;
            let Some(mark) = scan::after(text, at).filter(|mark| MARKS.contains(mark))
            else {
                continue;
            };
            let head = text.get(..at).unwrap_or_default();
            let kept = head.trim_end_matches([' ', '\u{a0}']).len();
            if kept == at
                || kept == 0
                || !follows_a_word(text, kept)
                || !is_mark(text, at, mark)
            {
                continue;
            }
            let range = prose.source_range(kept..at);
            report
                .flag(range, format!("no space stands before “{mark}”"))
                .fix(Fix::editorial("take out the space", [Edit::delete(range)]));
        }
    }
}

const MARKS: [char; 12] =
    [',', ';', ':', '.', ')', '，', '；', '。', '、', '）', '،', '؛'];

/// Whether what stands before the space is a word, not a gap left for one.
fn follows_a_word(text: &str, at: usize) -> bool {
    scan::before(text, at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '”' | '’' | '》'))
}

/// Whether it is the mark of a clause: not the dots of an omission, not “.5”.
fn is_mark(text: &str, at: usize, mark: char) -> bool {
    let next = scan::after(text, at + mark.len_utf8());
    match mark {
        '.' | ':' => next.is_none_or(char::is_whitespace),
        _ => !next.is_some_and(|c| c.is_ascii_digit()),
    }
}
