//! The degrees of subparagraphs, told by their sequence.

use crate::conventions::numbering::{MarkerForm, ParsedMarker, parse_marker};

use crate::import::manuscript::Line;

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<(Style, u32)>,
}

/// How the markers of a list count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Letters,
    Romans,
    DottedLetters,
    DottedRomans,
    Bullets,
}

impl Style {
    const ALL: [Self; 5] = [
        Self::Letters,
        Self::Romans,
        Self::DottedLetters,
        Self::DottedRomans,
        Self::Bullets,
    ];

    fn value(self, marker: &ParsedMarker) -> Option<u32> {
        use MarkerForm::{Bracketed, Bullet, Capital, Dotted, HalfBracketed};
        match (self, marker.form) {
            (Self::Letters, Bracketed | HalfBracketed | Capital)
            | (Self::DottedLetters, Dotted) => marker.value,
            (Self::Romans, Bracketed | HalfBracketed) | (Self::DottedRomans, Dotted) => {
                marker.roman
            }
            (Self::Bullets, Bullet) => Some(1),
            _ => None,
        }
    }
}

impl Lists {
    /// Ends all lists.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// Whether a list is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether a marker goes on with an open list or can be the first of a new one.
    pub(super) fn expects(&self, marker: &ParsedMarker) -> bool {
        let goes_on =
            self.open.iter().any(|(style, last)| style.value(marker) == Some(last + 1));
        goes_on || Style::ALL.iter().any(|style| style.value(marker) == Some(1))
    }

    /// The degree of a marker, counted from 1, and takes it into its list. `below` are
    /// the lines below it: where `(i)` may be letter or numeral, the next marker decides.
    pub(super) fn degree(
        &mut self,
        marker: &ParsedMarker,
        below: &[Line],
        end: Option<char>,
    ) -> usize {
        let on = self.open.iter().rposition(|(style, last)| {
            style.value(marker) == Some(last + 1)
                || *style == Style::Bullets && style.value(marker).is_some()
        });
        let down = Style::ALL.into_iter().find(|style| {
            style.value(marker) == Some(1)
                && self.open.iter().all(|(open, _)| open != style)
        });
        let depth = match (on, down) {
            (Some(on), Some(down))
                if goes_down(down, self.open[on].0, marker, below, end) =>
            {
                self.open.len()
            }
            (Some(on), _) => on,
            (None, Some(_)) => self.open.len(),
            (None, None) => self.open.len().saturating_sub(1),
        };
        let style = if on == Some(depth) {
            self.open.get(depth).map(|(style, _)| *style)
        } else {
            down
        };
        let style = style.or_else(|| self.open.get(depth).map(|(style, _)| *style));
        let style = style.or_else(|| {
            Style::ALL.into_iter().find(|style| style.value(marker).is_some())
        });
        let style = style.unwrap_or(Style::Letters);
        self.open.truncate(depth);
        self.open.push((style, style.value(marker).unwrap_or(1)));
        self.open.len()
    }
}

/// Whether a marker that fits both opens the deeper list.
fn goes_down(
    down: Style,
    on: Style,
    marker: &ParsedMarker,
    below: &[Line],
    end: Option<char>,
) -> bool {
    let next = below.iter().take(80).find_map(|line| {
        parse_marker(&line.text).filter(|next| next.form == marker.form)
    });
    let follows = |style: Style| {
        next.as_ref().and_then(|next| style.value(next))
            == style.value(marker).map(|value| value + 1)
    };
    match (next.is_some() && follows(on), next.is_some() && follows(down)) {
        (true, false) => false,
        (false, true) => true,
        _ => matches!(end, Some(':' | '：')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_follow_the_sequence() {
        let line = |text: &str| {
            let text = format!("{text} To act;");
            Line { number: 1, text, has_gap: true, ..Line::default() }
        };
        let degrees = |markers: &str| {
            let lines: Vec<Line> = markers.split(' ').map(line).collect();
            let mut lists = Lists::default();
            let degree = |(at, line): (usize, &Line)| {
                let marker = parse_marker(&line.text).unwrap();
                lists.degree(&marker, &lines[at + 1..], Some(';'))
            };
            lines.iter().enumerate().map(degree).collect::<Vec<usize>>()
        };
        assert_eq!(degrees("(g) (h) (i) (j)"), [1, 1, 1, 1]);
        assert_eq!(degrees("(a) (i) (ii) (b)"), [1, 2, 2, 1]);
        assert_eq!(degrees("(a) (i) a. b. (ii) (b)"), [1, 2, 3, 3, 2, 1]);
    }
}
