//! Headers and feet: the masthead of the first page, and what stands on every page.

use std::collections::{HashMap, HashSet};

use super::lines::Lines;
use super::numbering::Numbering;
use super::package::{Package, Relation};
use super::story::{Block, Context, Margin, Story};
use crate::import::manuscript::{Line, Manuscript};
use crate::import::{ImportError, SetAside, furniture};

/// The headers and feet of the pages.
pub(super) struct Margins<'a, 'b> {
    pub(super) package: &'a mut Package<'b>,
    pub(super) relations: &'a [Relation],
    pub(super) context: &'a Context<'a>,
    pub(super) numbering: &'a Numbering,
}

impl Margins<'_, '_> {
    /// Reads the masthead of the first page above the text, and sets the others aside,
    /// each once.
    pub(super) fn read(
        &mut self,
        margins: &[Margin],
        manuscript: &mut Manuscript,
    ) -> Result<(), ImportError> {
        let mut unread: HashMap<&str, &Relation> = self
            .relations
            .iter()
            .map(|relation| (relation.id.as_str(), relation))
            .collect();
        let mut seen = HashSet::new();
        for margin in margins {
            let relation = unread.remove(margin.relation.as_str());
            let Some(relation) = relation else { continue };
            let Some(text) = self.package.part(&relation.target)? else { continue };
            let (lines, has_table, mut aside) =
                margin_lines(&relation.target, &text, self.context, self.numbering)?;
            let is_head = relation.kind == "header" && margin.is_of_first_page;
            manuscript.set_aside.append(&mut aside);
            if is_head && is_masthead(&lines, has_table && margin.kind == "first") {
                manuscript.lines.splice(0..0, lines);
            } else {
                let lines =
                    lines.into_iter().filter(|line| seen.insert(line.text.clone()));
                set_aside(lines, &relation.kind, &mut manuscript.set_aside);
            }
        }
        Ok(())
    }
}

/// The lines of a header or foot, whether a table stands in it, and what of it is set
/// aside.
fn margin_lines(
    name: &str,
    text: &str,
    context: &Context,
    numbering: &Numbering,
) -> Result<(Vec<Line>, bool, Vec<SetAside>), ImportError> {
    let mut story = Story::new(name, text, context);
    let mut lines = Lines::new(numbering, context.changes);
    let mut has_table = false;
    story.blocks(&mut |notes, block| {
        has_table |= matches!(block, Block::Table(_));
        lines.take(notes, block);
    })?;
    lines.close(&mut story.notes);
    let mut aside = lines.set_aside;
    aside.append(&mut story.set_aside);
    for aside in &mut aside {
        aside.place = 0;
    }
    for line in &mut lines.made {
        line.number = 0;
        line.role = None;
    }
    Ok((lines.made, has_table, aside))
}

/// Whether the lines of a header are the masthead of the first page.
fn is_masthead(lines: &[Line], is_table: bool) -> bool {
    const NAMES: [&str; 7] = [
        "Distr",
        "United Nations",
        "Nations Unies",
        "Naciones Unidas",
        "Организация Объединенных Наций",
        "联合国",
        "الأمم المتحدة",
    ];
    let is_named = |line: &Line| NAMES.iter().any(|name| line.text.starts_with(name));
    lines.len() > 1 && (is_table || lines.iter().any(is_named))
}

/// Sets the lines of a margin aside.
fn set_aside(lines: impl Iterator<Item = Line>, kind: &str, aside: &mut Vec<SetAside>) {
    for Line { text, .. } in lines {
        let of_margin = if kind == "footer" { "page foot" } else { "running head" };
        let what = furniture::anywhere(&text)
            .or_else(|| furniture::in_text(&text))
            .unwrap_or(of_margin);
        aside.push(SetAside { place: 0, what, text });
    }
}
