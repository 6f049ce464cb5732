//! What a drafter cites, in the form in which it is written.

use crate::conventions::calendar::format_date;
use crate::conventions::instruments::{self, KnownResolution};
use crate::conventions::{Language, organs, states};
use crate::lint::Draft;

/// Something that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citable {
    /// The words to write.
    pub words: String,
    /// What it is, in a word or two.
    pub is: &'static str,
}

/// The resolutions of a number, as the organ of the draft cites them: “70/1”, “1325”.
pub fn resolutions(draft: &Draft, number: &str) -> Vec<Citable> {
    let number = number.trim();
    let year =
        number.parse().ok().and_then(instruments::year_of_security_council_resolution);
    let with_year = year.map(|year| format!("{number} ({year})"));
    let mut found = Vec::new();
    for code in ["GA", "HRC", "ECOSOC", "SC"] {
        let number =
            if code == "SC" { with_year.as_deref().unwrap_or(number) } else { number };
        if let Some(known) = instruments::resolution(code, number) {
            found.extend(forms(draft, &known));
        }
    }
    found
}

/// A resolution by its number and date, and with its title.
fn forms(draft: &Draft, known: &KnownResolution) -> Vec<Citable> {
    let organ = organs::by_code(&known.organ);
    let owner = match organ {
        _ if draft.is_of(&known.organ) => "its ".to_owned(),
        Some(organ) => format!("{} ", organ.name),
        None => return Vec::new(),
    };
    let date = format_date(known.date, Language::En);
    let words = format!("{owner}resolution {} of {date}", known.number);
    let title = known.title.as_ref().filter(|_| known.is_title_certain);
    let titled = title.map(|title| format!("{words}, entitled “{title}”"));
    let cited = [Some(words), titled].into_iter().flatten();
    cited.map(|words| Citable { words, is: "resolution" }).collect()
}

/// Treaties and declarations, States and organs. What the draft names in full already is
/// offered by its short title first.
pub fn names(draft: &Draft) -> Vec<Citable> {
    let text = draft.source.text();
    let mut found = Vec::new();
    for instrument in instruments::all() {
        let Some(title) = &instrument.title else { continue };
        let short = instrument.short.iter().filter(|_| text.contains(title.as_str()));
        let titles = short.chain([title]);
        found.extend(
            titles.map(|words| Citable { words: words.clone(), is: "instrument" }),
        );
    }
    for state in states::all() {
        found.push(Citable { words: state.text.clone(), is: "State" });
    }
    for organ in organs::all().iter().filter(|organ| organ.parent.is_none()) {
        found.push(Citable { words: organ.name.clone(), is: "organ" });
    }
    found
}
