use crate::conventions::numbering::roman_value;
use crate::conventions::{Language, wording};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::Located;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "acronym-in-title",
    family: Family::Masthead,
    summary: "the title has an acronym in place of a name",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("acronym_in_title.md"),
    check,
};

/// What no title writes out (titles of adopted texts since 2000).
const NAMES: [&str; 5] = ["HIV", "AIDS", "COVID", "UN-Habitat", "UN-Women"];

fn check(draft: &Draft, report: &mut Report) {
    for title in draft.resolutions().filter_map(|part| part.title.as_ref()) {
        // A title in capitals shows no acronyms.
        if title.value.contains(char::is_lowercase) {
            check_title(draft, title, report);
        }
    }
}

fn check_title(draft: &Draft, title: &Located<String>, report: &mut Report) {
    let written = draft.source.slice(title.range);
    for place in scan::words(written) {
        let word = written.get(place.clone()).unwrap_or_default();
        let is_given_in_full = scan::before(written, place.start) == Some('(');
        if is_given_in_full || !is_acronym(word) {
            continue;
        }
        let start = title.range.start();
        let range = TextRange::new(start + place.start, start + place.end);
        let message = format!("a title writes the name in full, not “{word}”");
        let finding = report.flag(range, message).place("title");
        if let Some(name) = name_of(word) {
            let has_article = written
                .get(..place.start)
                .is_some_and(|head| head.to_lowercase().ends_with("the "));
            let name = if has_article { name.trim_start_matches("the ") } else { &name };
            let fix =
                Fix::substantive(format!("write “{name}”"), [Edit::replace(range, name)]);
            finding.fix(fix);
        }
    }
}

/// Two capitals or more, a plural s allowed, that are no Roman numeral.
fn is_acronym(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let head = word.split(['-', '\u{2011}']).next().unwrap_or_default();
    bare.len() > 1
        && bare.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\u{2011}'))
        && roman_value(bare).is_none()
        && !NAMES.contains(&word)
        && !NAMES.contains(&head)
        || head == "UN" && !NAMES.contains(&word)
}

fn name_of(acronym: &str) -> Option<String> {
    if acronym == "UN" {
        return Some("United Nations".to_owned());
    }
    let found = wording::ACRONYMS.find(acronym);
    let whole = found.into_iter().find(|words| words.range == (0..acronym.len()))?;
    match whole.entry.right.as_slice() {
        [name] => Some(name.clone()),
        _ => None,
    }
}
