//! Lists in the front matter, to which an entry is added in the way in which they are
//! written.

use crate::lint::Draft;
use crate::model::FrontMatter;
use crate::text::Edit;

/// The entry behind those of a field, which is begun if need be.
pub(super) fn with_entry(draft: &Draft, name: &str, entry: &str) -> Edit {
    if let Some(front_matter) = &draft.resolution.front_matter {
        return added(draft, front_matter, name, entry);
    }
    let line_break = draft.line_break();
    let list = format!("{name}:{line_break}  - {entry}");
    Edit::insert(0, format!("---{line_break}{list}{line_break}---{line_break}"))
}

fn added(draft: &Draft, front_matter: &FrontMatter, name: &str, entry: &str) -> Edit {
    let line_break = draft.line_break();
    let Some(field) = front_matter.field(name) else {
        let field = format!("{name}:{line_break}  - {entry}{line_break}");
        return Edit::insert(front_matter.end_of_fields, field);
    };
    let written = draft.source.slice(field.range);
    if let Some(list) = written.trim_end().strip_suffix(']') {
        let entries = list.trim_end();
        let gap = if entries.ends_with(['[', ',']) { "" } else { ", " };
        return Edit::insert(
            field.range.start() + entries.len(),
            format!("{gap}{entry}"),
        );
    }
    let entries = written.lines().skip(1);
    let dash = entries.filter_map(|line| line.split_once("- ")).map(|(space, _)| space);
    let indent = dash.into_iter().find(|space| space.trim().is_empty()).unwrap_or("  ");
    Edit::insert(
        field.range.start() + written.trim_end().len(),
        format!("{line_break}{indent}- {entry}"),
    )
}
