//! The words that the page adds to those of the draft, by language.
//!
//! Sources: the mastheads of documents in English and Chinese; the other languages have
//! the English words until their tables are written.

use jiff::civil::Date;

use crate::conventions::calendar::{self, format_date};
use crate::conventions::organs::{self, Organ};
use crate::conventions::{self, Conventions, Language};
use crate::model::Kind;

/// The words of the page that do not depend on the draft.
pub(super) struct Labels {
    /// What stands at the head of every document.
    pub(super) united_nations: &'static str,
    /// What joins the sponsors, all but the last two.
    pub(super) comma: &'static str,
    /// What joins the last two sponsors.
    pub(super) and: &'static str,
    /// What stands before the kind of document.
    pub(super) colon: &'static str,
    /// Below a text adopted by a vote of which no list is given.
    pub(super) recorded: &'static str,
    /// What a screen reader calls the preamble.
    pub(super) preamble: &'static str,
    /// What a screen reader calls the operative part.
    pub(super) operative_part: &'static str,
    /// What a screen reader calls the footnotes.
    pub(super) notes: &'static str,
}

static ENGLISH: Labels = Labels {
    united_nations: "United Nations",
    comma: ",",
    and: " and ",
    colon: ":",
    recorded: "[Adopted by a recorded vote.]",
    preamble: "Preamble",
    operative_part: "Operative part",
    notes: "Notes",
};

static CHINESE: Labels = Labels {
    united_nations: "联 合 国",
    comma: "、",
    and: "和",
    colon: "：",
    recorded: "[经记录表决获得通过。]",
    preamble: "序言部分",
    operative_part: "执行部分",
    notes: "注",
};

/// The words of a language.
pub(super) fn of(language: Language) -> &'static Labels {
    if language == Language::Zh { &CHINESE } else { &ENGLISH }
}

/// The table of a language; those that are not whole yet give way to English.
pub(super) fn table(language: Language) -> &'static conventions::labels::Labels {
    let whole = if language == Language::Zh { language } else { Language::En };
    Conventions::of(whole).labels()
}

/// “Draft – not an official document”, in every language that has words for it.
pub(super) fn draft_stamp(language: Language) -> String {
    let words = |language| &Conventions::of(language).labels().draft_stamp;
    let own = Some(words(language)).filter(|words| !words.is_empty());
    own.unwrap_or_else(|| words(Language::En)).clone()
}

/// The name of an organ, or its note on sponsors, in a language.
pub(super) fn organ_words(english: &str, language: Language) -> String {
    if language != Language::Zh {
        return english.to_owned();
    }
    let labels = table(language);
    let name = organs::named(english).and_then(|organ| labels.organs.get(&organ.code));
    let is_note = english == table(Language::En).non_member;
    let note = is_note.then_some(&labels.non_member);
    name.or(note).map_or(english, String::as_str).to_owned()
}

/// “revised draft resolution”: what stands after the sponsors.
pub(super) fn kind_words(kind: Kind, is_revised: bool, language: Language) -> String {
    let is_chinese = language == Language::Zh;
    let (word, chinese) = match kind {
        Kind::Resolution => ("draft resolution", "决议草案"),
        Kind::Decision => ("draft decision", "决定草案"),
        Kind::Amendment => ("amendment", "修正案"),
        Kind::Statement => ("draft statement", "声明草案"),
    };
    match (is_revised, is_chinese) {
        (false, false) => word.to_owned(),
        (true, false) => format!("revised {word}"),
        (false, true) => chinese.to_owned(),
        (true, true) => format!("订正{chinese}"),
    }
}

/// “Eighteenth session”, as far as the session is one that has words.
pub(super) fn session_words(session: &str, language: Language) -> String {
    let chinese = || match session.parse::<u32>().ok()? {
        year @ 1900.. => Some(format!("{year}年会议")),
        number => Some(format!("第{}届会议", chinese_number(number)?)),
    };
    let words = match language {
        Language::Zh => chinese(),
        _ => calendar::session_words(session),
    };
    words.unwrap_or_else(|| session.to_owned())
}

fn chinese_number(number: u32) -> Option<String> {
    let digit = |value: u32| "零一二三四五六七八九".chars().nth(value as usize);
    let (tens, units) = (number / 10, number % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        2..=9 => format!("{}十", digit(tens)?),
        _ => return Some(number.to_string()),
    };
    let units = if units == 0 { String::new() } else { digit(units)?.to_string() };
    Some(format!("{tens}{units}"))
}

/// “Agenda item 10”, “Agenda items 3 and 5”.
pub(super) fn agenda_words(numbers: &[&str], language: Language) -> String {
    match (language, numbers) {
        (Language::Zh, _) => format!("议程项目{}", numbers.join("和")),
        (_, [number]) => format!("Agenda item {number}"),
        (_, [first @ .., last]) => {
            format!("Agenda items {} and {last}", first.join(", "))
        }
        (_, []) => String::new(),
    }
}

/// “Distr.: Limited”.
pub(super) fn distribution_words(distribution: &str) -> String {
    format!("Distr.: {distribution}")
}

/// “Original: English”.
pub(super) fn original_words(original: Language) -> String {
    format!("Original: {}", original.name())
}

/// “Resolution adopted by the Human Rights Council on 7 October 2020”.
pub(super) fn adoption_headline(
    kind: Kind,
    organ: Option<&Organ>,
    date: Option<Date>,
    language: Language,
) -> String {
    let (word, chinese) = match kind {
        Kind::Decision => ("Decision", "决定"),
        _ => ("Resolution", "决议"),
    };
    let name = organ.map(|organ| organ_words(&organ.name, language));
    let date = date.map(|date| format_date(date, language));
    if language == Language::Zh {
        let (name, date) = (name.unwrap_or_default(), date.unwrap_or_default());
        return format!("{name}{date}通过的{chinese}");
    }
    let by = name.map(|name| format!(" by the {name}")).unwrap_or_default();
    let on = date.map(|date| format!(" on {date}")).unwrap_or_default();
    format!("{word} adopted{by}{on}")
}

/// “Adopted by the Security Council at its 7488th meeting, on 20 July 2015”.
pub(super) fn meeting_of_adoption(
    organ: &Organ,
    meeting: Option<u32>,
    date: Option<Date>,
    language: Language,
) -> Option<String> {
    let name = organ_words(&organ.name, language);
    let date = date.map(|date| format_date(date, language));
    if language == Language::Zh {
        let meeting =
            meeting.map(|number| format!("第{number}次会议")).unwrap_or_default();
        return date.map(|date| format!("{name}{date}{meeting}通过"));
    }
    let meeting = meeting.map(calendar::ordinal_figures);
    match (meeting, date) {
        (None, None) => None,
        (Some(meeting), None) => {
            Some(format!("Adopted by the {name} at its {meeting} meeting"))
        }
        (None, Some(date)) => Some(format!("Adopted by the {name} on {date}")),
        (Some(meeting), Some(date)) => {
            Some(format!("Adopted by the {name} at its {meeting} meeting, on {date}"))
        }
    }
}

/// “38th meeting”; organs with committees meet in plenary.
pub(super) fn meeting_words(number: u32, is_plenary: bool, language: Language) -> String {
    match (language, is_plenary) {
        (Language::Zh, true) => format!("第{number}次全体会议"),
        (Language::Zh, false) => format!("第{number}次会议"),
        (_, true) => format!("{} plenary meeting", calendar::ordinal_figures(number)),
        (_, false) => format!("{} meeting", calendar::ordinal_figures(number)),
    }
}

/// “[Adopted by a recorded vote of 24 to 13, with 10 abstentions. The voting was as
/// follows:”.
pub(super) fn vote_words(votes: [usize; 3], language: Language) -> String {
    let [in_favour, against, abstaining] = votes;
    if language == Language::Zh {
        return format!(
            "[经记录表决，以{in_favour}票赞成、{against}票反对、{abstaining}票弃权获得通过。\
                        表决情况如下："
        );
    }
    let abstentions = match abstaining {
        0 => "no abstentions".to_owned(),
        1 => "1 abstention".to_owned(),
        many => format!("{many} abstentions"),
    };
    format!(
        "[Adopted by a recorded vote of {in_favour} to {against}, with {abstentions}. \
             The voting was as follows:"
    )
}
