use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "full-stop-after-title",
    family: Family::Masthead,
    summary: "the title ends with a full stop",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("full_stop_after_title.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for title in draft.resolutions().filter_map(|part| part.title.as_ref()) {
        let text = title.value.trim_end();
        let stop = ['.', '。'].into_iter().find(|stop| text.ends_with(*stop));
        let Some(stop) = stop.filter(|_| !text.ends_with("..")) else { continue };
        let Some(at) = draft.source.slice(title.range).rfind(stop) else { continue };
        let start = title.range.start() + at;
        let range = TextRange::new(start, start + stop.len_utf8());
        report
            .flag(range, "no full stop follows a title")
            .fix(Fix::editorial("take the full stop out", [Edit::delete(range)]))
            .place("title");
    }
}
