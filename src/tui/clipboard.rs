//! The clipboard of the system, reached through the terminal (OSC 52), so that it works
//! over a network and inside tmux too.

use crate::text::base64;

/// Terminals take about a hundred thousand letters; three bytes make four of them.
const MOST_BYTES: usize = 74_000;

/// What to send to the terminal so that it puts a text on the clipboard; `None` if that is
/// longer than terminals take.
pub(super) fn sequence(text: &str, is_in_tmux: bool) -> Option<String> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let sequence = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    // tmux takes the first where its `set-clipboard` is on, and passes the second on to
    // the terminal where its `allow-passthrough` is.
    let passed_on = format!("\x1bPtmux;\x1b{sequence}\x1b\\");
    Some(if is_in_tmux { format!("{sequence}{passed_on}") } else { sequence })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sent_to_the_terminal() {
        assert_eq!(sequence("Décide", false).unwrap(), "\x1b]52;c;RMOpY2lkZQ==\x07");
        let in_tmux = sequence("", true).unwrap();
        assert_eq!(in_tmux, "\x1b]52;c;\x07\x1bPtmux;\x1b\x1b]52;c;\x07\x1b\\");
        assert_eq!(sequence(&"x".repeat(MOST_BYTES + 1), false), None);
    }
}
