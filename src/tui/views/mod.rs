//! One file for each pane and popup.

pub(super) mod chooser;
pub(super) mod editor;
pub(super) mod explanation;
pub(super) mod filling;
pub(super) mod findings;
pub(super) mod help;
pub(super) mod outline;
pub(super) mod preview;
pub(super) mod question;
pub(super) mod replacing;
pub(super) mod status;
pub(super) mod stencil;
pub(super) mod templates;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text cut to a width, with `…` where something is left out.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        used += cluster.width();
        if used >= width {
            break;
        }
        kept.push_str(cluster);
    }
    kept.push('…');
    kept
}
