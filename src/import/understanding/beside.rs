//! Words that stand beside a line: struck ones and comments. A line that becomes no
//! paragraph, or a part of one, must not take them with it.

use std::collections::HashMap;

use super::body::Body;
use crate::import::SetAside;
use crate::import::manuscript::{Line, Mark, MarkKind};

/// Words beside a line, what they are, and their place.
pub(super) type Held = Vec<(usize, &'static str, String)>;

/// The words beside some lines.
pub(super) fn held(lines: &[Line]) -> Held {
    lines.iter().flat_map(|line| beside(line.number, &line.marks)).collect()
}

/// The words beside others at a place.
pub(super) fn beside(place: usize, marks: &[Mark]) -> Held {
    let words = marks.iter().filter_map(words);
    words.map(|(what, words)| (place, what, words.to_owned())).collect()
}

/// Sets words aside.
pub(super) fn put_aside(held: Held, set_aside: &mut Vec<SetAside>) {
    let asides =
        held.into_iter().map(|(place, what, text)| SetAside { place, what, text });
    set_aside.extend(asides);
}

fn words(mark: &Mark) -> Option<(&'static str, &str)> {
    match &mark.kind {
        MarkKind::Deleted(words) => Some(("struck words", words)),
        MarkKind::Comment(words) => Some(("comment", words)),
        _ => None,
    }
}

/// Sets aside what no paragraph and no note has kept.
pub(super) fn keep(held: Held, body: &Body, set_aside: &mut Vec<SetAside>) {
    let paragraphs = body.paragraphs.iter().map(|paragraph| &paragraph.marks);
    let notes = body.notes.iter().map(|note| &note.marks);
    let mut kept: HashMap<&str, usize> = HashMap::new();
    for (_, words) in paragraphs.chain(notes).flatten().filter_map(words) {
        *kept.entry(words).or_default() += 1;
    }
    for (place, what, text) in held {
        match kept.get_mut(text.as_str()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => set_aside.push(SetAside { place, what, text }),
        }
    }
}
