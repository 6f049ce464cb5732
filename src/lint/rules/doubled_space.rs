use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "doubled-space",
    family: Family::Punctuation,
    summary: "two spaces stand between words",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("doubled_space.md"),
    check,
};

static SPACES: Needle = Needle::new("  ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let mut seen = 0;
        for at in SPACES.places(&prose.text) {
            if at < seen {
                continue;
            }
            let rest = prose.text.get(at..).unwrap_or_default();
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            seen = at + spaces;
            let whole = prose.source_range(at..at + spaces);
            let after = TextRange::new(whole.end(), whole.end() + 1);
            // Two spaces at the end of a line are how Markdown writes a line break.
            if whole.len() != spaces || matches!(draft.source.slice(after), "\n" | "\r") {
                continue;
            }
            let extra = TextRange::new(whole.start() + 1, whole.end());
            report
                .flag(whole, "one space stands between words")
                .fix(Fix::editorial("leave one space", [Edit::delete(extra)]));
        }
    }
}
