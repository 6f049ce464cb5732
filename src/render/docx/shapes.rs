//! Where the paragraphs of a style stand and what they keep to, from the measures of the
//! sheet. Properties stand in the order of the schema.

use crate::render::sheet::settings::Setting;
use crate::render::sheet::{Sheet, Twips};

const WHOLE: &str = "<w:keepNext/><w:keepLines/>";

/// What of Times stands above and below the baseline, in hundredths of its size.
const ABOVE_BASELINE: Twips = 89;
const BELOW_BASELINE: Twips = 22;

/// The pitch of the lines, whatever stands in them, and the space around.
fn exact(setting: Setting) -> String {
    let Setting { before, after, line, .. } = setting;
    format!(
        "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{line}\" \
         w:lineRule=\"exact\"/>"
    )
}

/// The space below, with the pitch of every line.
fn below(setting: Setting) -> String {
    format!("<w:spacing w:after=\"{}\"/>", setting.after)
}

fn in_column(sheet: &Sheet) -> String {
    let column = sheet.column;
    format!("<w:ind w:left=\"{column}\" w:right=\"{column}\"/>")
}

fn right_tab(at: Twips) -> String {
    format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{at}\"/></w:tabs>")
}

/// A heading, from margin to margin.
pub(super) fn heading(_: &Sheet, setting: Setting) -> String {
    format!("{WHOLE}{}", exact(setting))
}

/// A heading in the column of text.
pub(super) fn at_the_edge(sheet: &Sheet, setting: Setting) -> String {
    format!("{}{}", heading(sheet, setting), in_column(sheet))
}

/// A heading in the column of text, with a tab for its number before it.
pub(super) fn titled(sheet: &Sheet, setting: Setting) -> String {
    let Sheet { column, title_number, .. } = sheet;
    let (tab, spacing) = (right_tab(*title_number), exact(setting));
    format!(
        "{WHOLE}{tab}{spacing}<w:ind w:left=\"{column}\" w:right=\"{column}\" \
         w:hanging=\"{column}\"/>"
    )
}

/// A heading inside the text of New York.
pub(super) fn inner(_: &Sheet, setting: Setting) -> String {
    format!("{WHOLE}{}{}", right_tab(360), exact(setting))
}

/// Justified in the column of text.
pub(super) fn text(sheet: &Sheet, setting: Setting) -> String {
    format!("{}{}<w:jc w:val=\"both\"/>", below(setting), in_column(sheet))
}

/// The same, with the tab stops of New York: the column, and the widths of an indent.
pub(super) fn text_on_tabs(sheet: &Sheet, setting: Setting) -> String {
    let stops = [1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048];
    let stops = std::iter::once(sheet.column).chain(stops);
    let stops = stops.map(|at| format!("<w:tab w:val=\"left\" w:pos=\"{at}\"/>"));
    let stops: String = stops.collect();
    format!("<w:tabs>{stops}</w:tabs>{}", text(sheet, setting))
}

/// An item of a list of bullets, which has its indents.
pub(super) fn bullet(list: u32, sheet: &Sheet, setting: Setting) -> String {
    let (spacing, column) = (below(setting), sheet.column);
    format!(
        "<w:numPr><w:numId w:val=\"{list}\"/></w:numPr>{spacing}<w:ind w:right=\"{column}\"/>\
         <w:jc w:val=\"both\"/>"
    )
}

/// A line from margin to margin.
pub(super) fn line(_: &Sheet, _: Setting) -> String {
    String::new()
}

/// The title of an agenda item, which wraps early.
pub(super) fn agenda_title(sheet: &Sheet, _: Setting) -> String {
    format!("{WHOLE}<w:ind w:right=\"{}\"/>", sheet.agenda_title)
}

/// Words in small print, up to the right margin.
pub(super) fn small_print(_: &Sheet, setting: Setting) -> String {
    format!("{}{}", right_tab(9965), exact(setting))
}

/// Words in small print at the right margin.
pub(super) fn small_print_at_the_right(_: &Sheet, setting: Setting) -> String {
    format!("{}<w:jc w:val=\"right\"/>", exact(setting))
}

/// A footnote, whose mark ends before the column of text.
pub(super) fn footnote(sheet: &Sheet, setting: Setting) -> String {
    let Sheet { column, footnote_mark, first_line, .. } = sheet;
    let (tab, spacing) = (right_tab(*footnote_mark), exact(setting));
    format!(
        "{tab}{spacing}<w:ind w:left=\"{column}\" w:right=\"{column}\" w:hanging=\"{first_line}\"/>"
    )
}

/// The running head: its baseline as far down as the sheet says, and the rule below it.
pub(super) fn head(sheet: &Sheet, setting: Setting) -> String {
    let Sheet { header, running_head, running_head_weight, .. } = sheet;
    let ascent = setting.size * 10 * ABOVE_BASELINE / 100;
    let before = running_head.saturating_sub(header + ascent);
    format!(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{running_head_weight}\" \
         w:space=\"{running_head_weight}\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"{before}\" w:line=\"240\" w:lineRule=\"auto\"/>"
    )
}

/// The page number, its baseline as far down as the sheet says.
pub(super) fn foot(sheet: &Sheet, setting: Setting) -> String {
    let Sheet { height, footer, page_number, .. } = sheet;
    let descent = setting.size * 10 * BELOW_BASELINE / 100;
    let after = (height - footer).saturating_sub(page_number + descent);
    format!("<w:spacing w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/>")
}
