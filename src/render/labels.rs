//! The words that the page adds to those of the draft, filled in from the tables of the
//! languages.

use jiff::civil::Date;

use crate::conventions::calendar::{self, format_date};
use crate::conventions::labels::{Labels, filled};
use crate::conventions::organs::{self, Organ};
use crate::conventions::symbols::{Symbol, SymbolKind};
use crate::conventions::{Conventions, Language};
use crate::model::Kind;
use crate::text::capitalized;

/// The words of a language.
pub(super) fn of(language: Language) -> &'static Labels {
    Conventions::of(language).labels()
}

/// The name of an organ, or its note on sponsors, in a language.
pub(super) fn organ_words(english: &str, language: Language) -> String {
    let labels = of(language);
    let name = organs::named(english).and_then(|organ| labels.organs.get(&organ.code));
    let is_note = english == of(Language::En).non_member;
    let note = is_note.then_some(&labels.non_member);
    name.or(note).map_or(english, String::as_str).to_owned()
}

/// “revised draft resolution”: what stands after the sponsors.
pub(super) fn kind_words(kind: Kind, is_revised: bool, language: Language) -> String {
    let labels = of(language);
    let words = match (kind, is_revised) {
        (Kind::Resolution, false) => &labels.draft_resolution,
        (Kind::Resolution, true) => &labels.revised_draft_resolution,
        (Kind::Decision, false) => &labels.draft_decision,
        (Kind::Decision, true) => &labels.revised_draft_decision,
        (Kind::Amendment, _) => return amendment_words(None, false, language),
        (Kind::Statement, _) => &labels.draft_statement,
    };
    words.clone()
}

/// “amendments to draft resolution A/HRC/45/L.20”; “amendment”, if nobody says to what.
pub(super) fn amendment_words(
    amended: Option<&str>,
    are_several: bool,
    language: Language,
) -> String {
    let labels = of(language);
    let words = if are_several { &labels.amendments } else { &labels.amendment };
    filled(words, &[("symbol", amended.unwrap_or_default())])
}

/// “Draft resolution submitted by the President of the General Assembly”.
pub(super) fn submitted_words(kind: &str, name: &str, language: Language) -> String {
    capitalized(&filled(&of(language).submitted_by, &[("kind", kind), ("name", name)]))
}

/// “ (on behalf of the Group of 77)”. French and Spanish join their articles with “de”.
pub(super) fn group_words(group: &str, language: Language) -> String {
    let needs_article = group.starts_with("Group of ") || group.ends_with(" Group");
    let group = match language {
        Language::En if needs_article => format!("the {group}"),
        Language::Fr if group.starts_with("Groupe ") => format!("le {group}"),
        Language::Es if group.starts_with("Grupo ") => format!("el {group}"),
        _ => group.to_owned(),
    };
    let words = filled(&of(language).for_group, &[("group", &group)]);
    match language {
        Language::Fr => words.replace(" de le ", " du ").replace(" de les ", " des "),
        Language::Es => words.replace(" de el ", " del "),
        _ => words,
    }
}

/// “Eighteenth session”, as far as the session is one that has words.
pub(super) fn session_words(session: &str, language: Language) -> String {
    let labels = of(language);
    let (template, number) = if let Some(number) = session.strip_prefix("ES-") {
        (&labels.emergency_session, number)
    } else if let Some(number) = session.strip_prefix("S-") {
        (&labels.special_session, number)
    } else if session.parse().is_ok_and(|year: u32| year >= 1900) {
        return capitalized(&filled(&labels.year_session, &[("year", session)]));
    } else {
        (&labels.session, session)
    };
    let ordinal = number.parse().ok().and_then(|number| ordinal(number, language));
    match ordinal {
        Some(ordinal) => capitalized(&filled(template, &[("ordinal", &ordinal)])),
        None => session.to_owned(),
    }
}

fn ordinal(number: u32, language: Language) -> Option<String> {
    if language == Language::En {
        return calendar::ordinal_words(number);
    }
    of(language).ordinals.get(usize::try_from(number).ok()?.checked_sub(1)?).cloned()
}

/// “Agenda item 10”, “Agenda items 3 and 5”.
pub(super) fn agenda_words(
    numbers: &[&str],
    organ: Option<&Organ>,
    language: Language,
) -> String {
    let labels = of(language);
    let code = organ.map_or("", |organ| organ.code.as_str());
    match numbers {
        [] => String::new(),
        [number] => {
            let label = labels.agenda_item_in.get(code).unwrap_or(&labels.agenda_item);
            filled(label, &[("number", number)])
        }
        [first @ .., last] => {
            let is_two = first.len() == 1 && !labels.agenda_two.is_empty();
            let many = labels.agenda_items_in.get(code).unwrap_or(&labels.agenda_items);
            let label = if is_two { &labels.agenda_two } else { many };
            let between = separator(language);
            let numbers = format!("{}{}{last}", first.join(&between), labels.and_numbers);
            filled(label, &[("numbers", &numbers)])
        }
    }
}

/// What stands between the items of a list, its space with it.
pub(super) fn separator(language: Language) -> String {
    let space = if language == Language::Zh { "" } else { " " };
    format!("{}{space}", of(language).comma)
}

/// “Distr.: Limited”.
pub(super) fn distribution_words(distribution: &str, language: Language) -> String {
    let labels = of(language);
    match distribution {
        "General" => labels.distribution_general.clone(),
        "Limited" => labels.distribution_limited.clone(),
        other => format!("Distr.: {other}"),
    }
}

/// “Original: English”.
pub(super) fn original_words(original: Language, language: Language) -> String {
    let labels = of(language);
    let name = labels.languages.get(original.code()).map_or("", String::as_str);
    filled(&labels.original, &[("language", name)])
}

/// “Resolution adopted by the Human Rights Council on 7 October 2020”.
pub(super) fn adoption_headline(
    kind: Kind,
    organ: Option<&Organ>,
    date: Option<Date>,
    language: Language,
) -> String {
    let labels = of(language);
    let table = match kind {
        Kind::Decision => &labels.adopted_decision,
        _ => &labels.adopted,
    };
    let own = organ.and_then(|organ| table.get(&organ.code));
    let label = own.or_else(|| table.get("any")).map_or("", String::as_str);
    filled(label, &[("date", &date_of_a_headline(date, language))])
}

/// A headline is set large, and no line of it ends inside the date. `LibreOffice` does not
/// open a page whose Arabic date may not be parted.
fn date_of_a_headline(date: Option<Date>, language: Language) -> String {
    let date = date.map(|date| format_date(date, language)).unwrap_or_default();
    if language == Language::Ar { date } else { date.replace(' ', "\u{a0}") }
}

/// “Resolution 2231 (2015)”.
pub(super) fn numbered_headline(number: &str, language: Language) -> String {
    // Chinese has no space before a bracket.
    let number = match language {
        Language::Zh => number.replace(" (", "("),
        _ => number.to_owned(),
    };
    filled(&of(language).resolution, &[("number", &number)])
}

/// “Adopted by the Security Council at its 7488th meeting, on 20 July 2015”.
pub(super) fn meeting_of_adoption(
    organ: &Organ,
    meeting: Option<u32>,
    date: Option<Date>,
    language: Language,
) -> Option<String> {
    let labels = of(language);
    let date = date_of_a_headline(date, language);
    let Some(number) = meeting else {
        let words = filled(&labels.adopted_on, &[("date", &date)]);
        return (!date.is_empty()).then_some(words);
    };
    let label = labels.adopted.get(&organ.code)?;
    let (meeting, number) = (meeting_number(number, language), number.to_string());
    let values = [("meeting", meeting.as_str()), ("number", &number), ("date", &date)];
    Some(filled(label, &values))
}

/// “38th meeting”; organs with committees meet in plenary.
pub(super) fn meeting_words(number: u32, is_plenary: bool, language: Language) -> String {
    let labels = of(language);
    let label = if is_plenary { &labels.plenary_meeting } else { &labels.meeting };
    filled(label, &[("meeting", &meeting_number(number, language))])
}

fn meeting_number(number: u32, language: Language) -> String {
    let label = &of(language).meeting_ordinal;
    match language {
        Language::En => calendar::ordinal_figures(number),
        Language::Fr if number == 1 => "1re".to_owned(),
        _ if label.is_empty() => number.to_string(),
        _ => filled(label, &[("number", &number.to_string())]),
    }
}

/// “[on the report of the Third Committee (A/74/399)]”: the words of the draft in their
/// brackets, or of a symbol alone what the Assembly says of it.
pub(super) fn source_note(
    written: &str,
    organ: Option<&Organ>,
    language: Language,
) -> String {
    let labels = of(language);
    let symbol = crate::conventions::symbols::parse(written);
    let is_draft = |symbol: &Symbol| symbol.kind == SymbolKind::Draft;
    let committee = organ.filter(|organ| organ.parent.is_some());
    match (symbol, committee) {
        (Some(symbol), _) if is_draft(&symbol) => {
            filled(&labels.without_reference, &[("symbol", written)])
        }
        (Some(_), Some(committee)) => {
            let own = labels.reporting.get(&committee.code);
            let name = own.cloned();
            let name = name.unwrap_or_else(|| organ_words(&committee.name, language));
            filled(&labels.on_report, &[("committee", &name), ("symbol", written)])
        }
        _ => format!("[{}]", written.trim_matches(['[', ']', ' '])),
    }
}

/// “[Adopted by a recorded vote of 24 to 13, with 10 abstentions. The voting was as
/// follows:”.
pub(super) fn vote_words(votes: [usize; 3], language: Language) -> String {
    let labels = of(language);
    let [in_favour, against, abstaining] = votes.map(|count| count.to_string());
    let abstentions = match votes[2] {
        0 => &labels.abstentions_none,
        1 => &labels.abstentions_one,
        _ => &labels.abstentions,
    };
    let abstentions = filled(abstentions, &[("number", &abstaining)]);
    let values = [
        ("in_favour", in_favour.as_str()),
        ("against", &against),
        ("abstaining", &abstaining),
        ("abstentions", &abstentions),
    ];
    filled(&labels.adopted_by_vote, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_in_six_languages() {
        for (session, language, words) in [
            ("76", Language::Fr, "Soixante-seizième session"),
            ("61", Language::Es, "Sexagésimo primer período de sesiones"),
            ("61", Language::Ru, "Шестьдесят первая сессия"),
            ("42", Language::Zh, "第四十二届会议"),
            ("65", Language::Ar, "الدورة الخامسة والستون"),
            ("S-4", Language::Fr, "Quatrième session extraordinaire"),
            ("2020", Language::Es, "Período de sesiones de 2020"),
            ("resumed", Language::Ru, "resumed"),
        ] {
            assert_eq!(session_words(session, language), words);
        }
    }

    #[test]
    fn agenda_items_in_six_languages() {
        let hrc = organs::by_code("HRC");
        let words =
            |numbers: &[&str], organ, language| agenda_words(numbers, organ, language);
        assert_eq!(words(&["126"], None, Language::Fr), "Point 126 de l’ordre du jour");
        assert_eq!(words(&["114"], None, Language::Es), "Tema 114 del programa");
        assert_eq!(words(&["1"], hrc, Language::Es), "Tema 1 de la agenda");
        assert_eq!(
            words(&["3", "5", "7"], None, Language::En),
            "Agenda items 3, 5 and 7"
        );
        assert_eq!(words(&["3", "5"], None, Language::Ru), "Пункты 3 и 5 повестки дня");
        assert_eq!(words(&["10"], hrc, Language::Zh), "议程项目10");
        assert_eq!(
            words(&["13", "115"], None, Language::Ar),
            "البندان 13 و 115 من جدول الأعمال"
        );
    }

    #[test]
    fn a_group_has_its_article() {
        assert_eq!(
            group_words("Group of 77", Language::En),
            " (on behalf of the Group of 77)"
        );
        assert_eq!(
            group_words("Groupe des 77", Language::Fr),
            " (au nom du Groupe des 77)"
        );
        assert_eq!(
            group_words("la Unión Europea", Language::Es),
            " (en nombre de la Unión Europea)"
        );
    }

    #[test]
    fn where_a_text_of_the_assembly_comes_from() {
        let third = organs::by_code("GA/C.3");
        for (written, organ, language, words) in [
            (
                "A/71/L.4",
                None,
                Language::En,
                "[without reference to a Main Committee (A/71/L.4)]",
            ),
            (
                "A/74/399",
                third,
                Language::En,
                "[on the report of the Third Committee (A/74/399)]",
            ),
            (
                "A/74/399",
                third,
                Language::Ru,
                "[по докладу Третьего комитета (A/74/399)]",
            ),
            (
                "on the recommendation of the Commission",
                None,
                Language::En,
                "[on the recommendation of the Commission]",
            ),
        ] {
            assert_eq!(source_note(written, organ, language), words);
        }
    }
}
