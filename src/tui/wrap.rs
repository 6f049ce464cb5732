//! How a line breaks into rows: where the rules of Unicode let it (no row begins with a
//! full stop or ends with an opening bracket, in Chinese too), and inside a word that is
//! longer than a row, between two grapheme clusters.

use textwrap::WordSeparator::UnicodeBreakProperties;
use textwrap::WordSplitter::HyphenSplitter;
use textwrap::word_splitters::split_words;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How wide a tab is.
const TAB: u16 = 4;

/// How many cells a grapheme cluster takes. Controls take none: a terminal would obey them.
pub(super) fn cells(cluster: &str) -> u16 {
    match cluster {
        "\t" => TAB,
        _ if cluster.contains(char::is_control) => 0,
        _ => u16::try_from(cluster.width()).unwrap_or(0),
    }
}

/// Where the rows of a line begin, in bytes: the first at 0. Spaces at the end of a row hang
/// over its edge. On no width at all, the line is one row.
pub(super) fn row_starts(line: &str, width: u16) -> Vec<usize> {
    let mut starts = vec![0];
    let width = usize::from(width);
    let fits = line.len() <= width && line.is_ascii() && !line.contains('\t');
    if width == 0 || fits {
        return starts;
    }
    let (mut at, mut used) = (0, 0);
    let mut begin_row = |at, used: &mut usize| {
        starts.push(at);
        *used = 0;
    };
    let words = UnicodeBreakProperties.find_words(line);
    for word in split_words(words, &HyphenSplitter) {
        let clusters = || word.word.grapheme_indices(true);
        let long: usize =
            clusters().map(|(_, cluster)| usize::from(cells(cluster))).sum();
        if used > 0 && used + long > width {
            begin_row(at, &mut used);
        }
        for (place, cluster) in clusters() {
            let wide = usize::from(cells(cluster));
            if used > 0 && used + wide > width {
                begin_row(at + place, &mut used);
            }
            used += wide;
        }
        used += word.whitespace.len();
        at += word.word.len() + word.whitespace.len();
    }
    starts
}

/// A text on lines of a width.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let starts = row_starts(line, width.max(1));
        let ends = starts.iter().skip(1).copied().chain([line.len()]);
        for (start, end) in starts.iter().zip(ends) {
            let row = line.get(*start..end).unwrap_or_default();
            lines.push(row.trim_end_matches(' ').to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_breaks_after_a_space_which_hangs() {
        assert_eq!(
            wrapped("Requests the Office to report", 12),
            ["Requests the", "Office to", "report"]
        );
        assert_eq!(row_starts("Requests the  Office", 12), [0, 14]);
    }

    #[test]
    fn no_row_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        // Each character is two cells wide, and six of them fit.
        assert_eq!(wrapped("请秘书长提出，报告；", 12), ["请秘书长提", "出，报告；"]);
        assert_eq!(wrapped("大会决定审（甲）", 12), ["大会决定审", "（甲）"]);
    }

    #[test]
    fn a_cluster_is_never_split() {
        // A family of three, joined; e with an accent of its own.
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(wrapped(&family.repeat(3), 4), [family.repeat(2), family.to_owned()]);
        assert_eq!(
            wrapped("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        assert_eq!(wrapped("المُهِمّ", 2).concat(), "المُهِمّ");
    }

    #[test]
    fn the_narrowest_width_takes_a_wide_character() {
        assert_eq!(wrapped("决定", 1), ["决", "定"]);
        assert_eq!(wrapped("", 1), [""]);
    }
}
