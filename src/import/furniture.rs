//! What stands on a page and is no part of the text: job numbers, bar codes, page
//! numbers, running heads, notes on sponsors.

use crate::conventions::symbols;

/// What a line is furniture as, wherever it stands.
pub(super) fn anywhere(text: &str) -> Option<&'static str> {
    if is_comment(text) {
        Some("comment of the conversion")
    } else if is_bar_code(text) {
        Some("bar code")
    } else if is_rule(text) {
        Some("rule")
    } else if is_request_to_recycle(text) {
        Some("request to recycle")
    } else if is_job_number(text) {
        Some("job number")
    } else {
        None
    }
}

/// What a line is furniture as below the organ line, where no number or symbol of the
/// document stands alone any more.
pub(super) fn in_text(text: &str) -> Option<&'static str> {
    if is_member_note(text) {
        return Some("note on sponsors");
    }
    if text.len() > 60 {
        return None;
    }
    if is_page_number(text) {
        Some("page number")
    } else if is_running_head(text) {
        Some("running head")
    } else if text.starts_with("Distr.") {
        Some("masthead")
    } else {
        None
    }
}

/// The note that the asterisk of a sponsor calls; other notes by asterisk are of the
/// same kind: where the text will be printed again, by whom it was revised.
pub(super) fn is_member_note(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "not a member",
        "not member",
        "non-member",
        "nonmember",
        "will be contained in",
        "non membre",
        "n’est pas membre",
        "no miembro",
        "no es miembro",
        "не являющееся член",
        "非人权理事会成员",
        "非理事会成员",
    ];
    let bare = text.trim_start_matches(['*', ' ']);
    let is_starred = bare.len() < text.len();
    if text.len() > 300 || !is_starred && !bare.starts_with("State") {
        return false;
    }
    let lower = bare.to_lowercase();
    let says_so = ["state not a member", "states not member"];
    let is_note = is_starred
        || bare.ends_with('.') && says_so.iter().any(|words| lower.starts_with(words));
    is_note && WORDS.iter().any(|words| lower.contains(words))
}

fn is_comment(text: &str) -> bool {
    text.strip_prefix("<!--")
        .and_then(|rest| rest.split_once("-->"))
        .is_some_and(|(_, after)| after.trim().is_empty())
}

/// `* 2 0 1 3 3 5 8 *`, or the same in a font that has bars for figures.
fn is_bar_code(text: &str) -> bool {
    let is_bar = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
    if text.starts_with(is_bar) && text.chars().all(|c| is_bar(c) || c == ' ') {
        return true;
    }
    let inner = text.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
    inner.is_some_and(|inner| {
        let figures = inner.bytes().filter(u8::is_ascii_digit).count();
        figures >= 5 && inner.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
    })
}

/// A line of marks alone; what may end a paragraph is none.
fn is_rule(text: &str) -> bool {
    let is_mark = |c: char| {
        matches!(
            c,
            '_' | '-'
                | '–'
                | '—'
                | '='
                | '*'
                | '\\'
                | '~'
                | '#'
                | '/'
                | '.'
                | '…'
                | ' '
                | '·'
        )
    };
    text.chars().all(is_mark) && text != "." && text != "*"
}

fn is_request_to_recycle(text: &str) -> bool {
    const REQUESTS: [&str; 6] = [
        "please recycle",
        "merci de recycler",
        "veuillez recycler",
        "se ruega reciclar",
        "просьба отправить на вторичную переработку",
        "请回收",
    ];
    text.len() < 100 && {
        let lower = text.to_lowercase();
        REQUESTS.iter().any(|request| {
            lower
                .strip_prefix(request)
                .is_some_and(|rest| !rest.contains(char::is_alphanumeric))
        })
    }
}

/// `GE.20-13358(E)`, `17-12345 (E)  090617`, `N1234567`.
fn is_job_number(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let text = without_page_number(text);
    let (is_named, rest) = match text.strip_prefix("GE.") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let digits_at = |from: usize, count: usize| {
        rest.get(from..from + count)
            .is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_dashed = digits_at(0, 2) && rest.get(2..3) == Some("-") && digits_at(3, 5);
    let is_of_new_york = rest.starts_with('N') && digits_at(1, 7) && rest.len() == 8;
    if is_of_new_york {
        return true;
    }
    let Some(tail) = rest.get(8..).filter(|_| is_dashed) else { return false };
    let tail = tail.trim();
    let words = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
    let tail = words.strip_suffix("Please recycle").unwrap_or(tail);
    let is_of_tail =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '*' | 'A'..='Z');
    tail.chars().all(is_of_tail)
        && (is_named
            || !tail.contains(|c: char| c.is_ascii_uppercase())
            || tail.starts_with('('))
}

/// The foot of a left page has the number of the page before that of the job.
fn without_page_number(text: &str) -> &str {
    match text.split_once(' ') {
        Some((page, job)) if is_page_number(page) => job.trim_start(),
        _ => text,
    }
}

/// `2`, `2/27`, `Page 2`, `– 2 –`.
fn is_page_number(text: &str) -> bool {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lower = text.to_lowercase();
    let text = lower.strip_prefix("page").unwrap_or(&lower);
    let text = text.trim_matches(['-', '–', '—', ' ']);
    let is_number = |text: &str| {
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = text.split_once('/').or_else(|| text.split_once(" of "));
    match parts {
        Some((page, pages)) => is_number(page.trim()) && is_number(pages.trim()),
        None => is_number(text),
    }
}

/// The symbol of the document at the head of a page, with or without the page number.
fn is_running_head(text: &str) -> bool {
    if text.ends_with([';', ',', '.']) || !text.contains('/') {
        return false;
    }
    let Some((range, _)) = symbols::find(text) else { return false };
    let outside = [text.get(..range.start), text.get(range.end..)];
    outside.into_iter().flatten().all(|part| {
        part.trim().is_empty()
            || is_page_number(part.trim())
            || part.trim() == "United Nations"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        for (text, what) in [
            ("GE.20-13358(E)", Some("job number")),
            ("GE.16-17295 (F) 101016 111016", Some("job number")),
            ("13-44768", Some("job number")),
            ("2/7 GE.16-17295", Some("job number")),
            ("GE.16-17295(E) 3", Some("job number")),
            ("* 2 0 1 3 3 5 8 *", Some("bar code")),
            ("Please recycle ♲", Some("request to recycle")),
            ("\\_\\_\\_\\_", Some("rule")),
            ("<!-- Page 2 -->", Some("comment of the conversion")),
            ("2019-2020 biennium", None),
            ("United Nations,", None),
        ] {
            assert_eq!(anywhere(text), what, "{text}");
        }
    }

    #[test]
    fn furniture_below_the_organ_line() {
        for (text, what) in [
            ("2/27", Some("page number")),
            ("A/HRC/42/L.20", Some("running head")),
            ("3 A/RES/70/1", Some("running head")),
            ("A/HRC/42/L.20;", None),
            (
                "* State not a member of the Human Rights Council.",
                Some("note on sponsors"),
            ),
            ("States not members of any alliance,", None),
        ] {
            assert_eq!(in_text(text), what, "{text}");
        }
    }
}
