//! See [`LineEnds`].

/// How the lines of the file end, to be written as they were found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LineEnds {
    has_mark: bool,
    is_crlf: bool,
}

impl LineEnds {
    pub(super) fn of(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let is_crlf = breaks > 0 && text.matches("\r\n").count() == breaks;
        Self { has_mark: text.starts_with('\u{feff}'), is_crlf }
    }

    pub(super) fn take_off(self, text: &str) -> String {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if self.is_crlf { text.replace("\r\n", "\n") } else { text.to_owned() }
    }

    pub(super) fn put_on(self, text: &str) -> String {
        let mut whole = if self.has_mark { "\u{feff}" } else { "" }.to_owned();
        if self.is_crlf {
            whole.push_str(&text.replace('\n', "\r\n"));
        } else {
            whole.push_str(text);
        }
        whole
    }
}
