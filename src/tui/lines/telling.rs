//! What the draft has, as lines.

use std::fmt::Write;

use super::Lines;
use crate::lint::Diagnostic;
use crate::text::TextRange;
use crate::tui::theme::mark;

impl Lines<'_> {
    pub(super) fn here(&self) -> String {
        let Some(paragraph) = self.paragraph() else {
            return format!("{}\n", self.desk.place());
        };
        let mut said = format!("{}: {}\n", paragraph.label, paragraph.prose.text);
        let range = TextRange::new(paragraph.range.start(), paragraph.prose.range.end());
        for found in self.desk.findings.iter().filter(|found| range.encloses(found.range))
        {
            said.push_str(&finding(found));
        }
        said
    }

    pub(super) fn outline(&self) -> String {
        let mut said = String::new();
        for paragraph in self.desk.draft().paragraphs() {
            let words: String = paragraph.prose.text.chars().take(60).collect();
            let start = paragraph.range.start();
            let since = self.desk.base.as_ref().and_then(|base| base.mark_at(start));
            let since =
                since.map_or_else(String::new, |mark| format!(", {}", mark.word()));
            let _ = writeln!(said, "{}{since}: {words}", paragraph.label);
        }
        said
    }

    pub(super) fn findings(&self) -> String {
        let said: String = self.desk.findings.iter().map(finding).collect();
        if said.is_empty() { "nothing was found\n".to_owned() } else { said }
    }

    pub(super) fn page(&self) -> String {
        let options = crate::render::Options::default();
        let format = crate::render::format_for("text");
        let page = format
            .map(|format| crate::render::render(&self.desk.resolution, format, &options));
        let bytes = page.and_then(Result::ok).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn finding(found: &Diagnostic) -> String {
    let place = found.paragraph.as_ref().map(|place| format!("{place}: "));
    let fix = found.fixes.first().map(|fix| format!(" (fix: {})", fix.title));
    let word = match mark(found.severity) {
        "✗" => "error",
        "!" => "warning",
        _ => "note",
    };
    format!(
        "{word}, {}{}{}\n",
        place.unwrap_or_default(),
        found.message,
        fix.unwrap_or_default()
    )
}
