//! Slips in spelling, terms, capitals, dates, numbers and names.

use zerodraft::lint::Family::{Citations, Punctuation, Sponsors, Style};

use super::Kind;
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_usage(
        "spelt-with-s",
        &[Style],
        "writes “organisation” (not SC)",
        spelt_with_s,
    ),
    Kind::of_usage(
        "spelt-as-american",
        &[Style],
        "writes “program”, “center”, “labor”",
        spelt_as_american,
    ),
    Kind::of_usage(
        "compound-misspelt",
        &[Style],
        "writes “co-operation”, “policy-maker” or “wellbeing”",
        compound_misspelt,
    ),
    Kind::of_usage(
        "small-letter-for-capital",
        &[Style],
        "writes “member states”",
        small_letter_for_capital,
    ),
    Kind::of_usage(
        "capital-for-small-letter",
        &[Style],
        "writes “Human Rights”, “International Community”",
        capital_for_small_letter,
    ),
    Kind::of_usage(
        "acronym-for-name",
        &[Style],
        "writes “UNICEF” for the name (not SC)",
        acronym_for_name,
    ),
    Kind::of_usage(
        "un-for-united-nations",
        &[Style],
        "writes “the UN system”",
        un_for_united_nations,
    ),
    Kind::of_form("percent-sign", &[Style], "writes “%” or “percent”", percent_sign),
    Kind::of_form(
        "date-as-american",
        &[Style],
        "writes “September 25, 2015”",
        date_as_american,
    ),
    Kind::of_form(
        "date-with-ordinal",
        &[Style],
        "writes “25th September 2015”",
        date_with_ordinal,
    ),
    Kind::of_form(
        "date-impossible",
        &[Style, Citations],
        "writes the 31st of a month of thirty days",
        date_impossible,
    ),
    Kind::of_usage(
        "range-after-from",
        &[Style, Punctuation],
        "writes “from 2018–2020”",
        range_after_from,
    ),
    Kind::of_usage(
        "currency-form",
        &[Style],
        "writes “USD 5 million” or “US$ 5 million”",
        currency_form,
    ),
    Kind::of_usage(
        "not-inclusive",
        &[Style],
        "writes “mankind” or “Chairman”",
        not_inclusive,
    ),
    Kind::of_usage(
        "state-by-common-name",
        &[Style, Sponsors],
        "names a State as newspapers do",
        state_by_common_name,
    ),
    Kind::of_usage(
        "state-without-article",
        &[Style, Sponsors],
        "takes the article of “the Sudan”",
        state_without_article,
    ),
    Kind::of_form("word-doubled", &[Style], "writes “the the”", word_doubled),
    Kind::of_usage(
        "article-missing-in-name",
        &[Style],
        "writes “Office of United Nations High Commissioner”",
        article_missing_in_name,
    ),
    Kind::of_usage(
        "including-inter-alia",
        &[Style],
        "writes “including, inter alia,”",
        including_inter_alia,
    ),
    Kind::of_usage("shall", &[Style], "writes “shall” for “should” (not SC)", shall),
    Kind::of_form(
        "contraction",
        &[Style],
        "writes “don't”, “cannot” as “can't”",
        contraction,
    ),
    Kind::of_usage(
        "latin-in-italics",
        &[Style, Punctuation],
        "sets “inter alia” in italics",
        latin_in_italics,
    ),
    Kind::of_usage(
        "emphasis",
        &[Style, Punctuation],
        "sets a word in italics for emphasis",
        emphasis,
    ),
    Kind::of_usage(
        "stray-article",
        &[Style],
        "writes “the human rights of all” where no article stands",
        stray_article,
    ),
    Kind::of_form("a-for-an", &[Style], "writes “a international”", a_for_an),
    Kind::of_usage(
        "sentence-of-figures",
        &[Style],
        "writes a number below ten in figures",
        number_in_figures,
    ),
    Kind::of_usage("time-word", &[Style], "writes “next year” for the year", time_word),
];

fn spelt_with_s(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let slips = [
        (r"\b([a-z]*organi)zation", "${1}sation"),
        (
            r"\b(reali|utili|mobili|priorit|minimi|maximi|finali)z(e|ing|ation)\b",
            "${1}s$2",
        ),
        (r"\b(recogni|emphasi)z(e|ing|ed)\b", "${1}s$2"),
    ];
    text.swap_one_of(dice, &slips)
}

fn spelt_as_american(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bprogramme(s?)\b", "program$1"),
        (r"\bcentre(s?)\b", "center$1"),
        (r"\blabour\b", "labor"),
        (r"\bfulfil\b", "fulfill"),
        (r"\bdefence\b", "defense"),
        (r"\bfavour", "favor"),
        (r"\bhonour", "honor"),
        (r"\bbehaviour", "behavior"),
    ];
    text.swap_one_of(dice, &slips)
}

fn compound_misspelt(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bcooperation\b", "co-operation"),
        (r"\bcoordination\b", "co-ordination"),
        (r"\bpolicymakers\b", "policy-makers"),
        (r"\bwell-being\b", "wellbeing"),
        (r"\bdecision-making\b", "decision making"),
        (r"\bcapacity-building\b", "capacity building"),
        (r"\bfollow-up\b", "followup"),
        (r"\bnon-governmental\b", "nongovernmental"),
        (r"\bsubregional\b", "sub-regional"),
    ];
    text.swap_one_of(dice, &slips)
}

fn small_letter_for_capital(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bMember States\b", "member states"),
        (r"\bStates parties\b", "states parties"),
        (r"\bthe Secretary-General\b", "the secretary-general"),
        (r"\bUnited Nations Member States\b", "United Nations member States"),
        (r"\ball States\b", "all states"),
        (r"\bthe Government of\b", "the government of"),
        (r"\bthe Charter\b", "the charter"),
    ];
    text.swap_one_of(dice, &slips)
}

fn capital_for_small_letter(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bthe international community\b", "the International Community"),
        (r"\bcivil society\b", "Civil Society"),
        (r"\bspecialized agencies\b", "Specialized Agencies"),
        (r"\bthe human rights\b", "the Human Rights"),
        (r"\binternational humanitarian law\b", "International Humanitarian Law"),
        (r"\bgender equality\b", "Gender Equality"),
        (r"\bStates parties\b", "States Parties"),
    ];
    text.swap_one_of(dice, &slips)
}

fn acronym_for_name(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let slips = [
        ("the United Nations Children’s Fund", "UNICEF"),
        ("the Office of the United Nations High Commissioner for Human Rights", "OHCHR"),
        ("the United Nations Development Programme", "UNDP"),
        ("the World Health Organization", "WHO"),
        ("the International Labour Organization", "the ILO"),
        ("the Sustainable Development Goals", "the SDGs"),
        ("non-governmental organizations", "NGOs"),
        ("the Human Rights Council", "the HRC"),
        ("the General Assembly", "the GA"),
    ];
    text.swap_one_of(dice, &slips)
}

fn un_for_united_nations(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(the|of|relevant) United Nations (system|entities|agencies|bodies|Secretariat)", "$1 UN $2")
}

fn percent_sign(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let sign = dice.choose(vec!["$1%", "$1 percent", "$1 %"])?;
    text.swap(dice, &text.paragraphs(), r"(\d) per cent\b", sign)
}

fn date_as_american(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})", "$2 $1, $3")
}

fn date_with_ordinal(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(\d?[4-9]) (January|February|March|April|May|June|July|August|September|October|November|December)\b", "${1}th $2")
}

fn date_impossible(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b\d{1,2} (April|June|September|November) (\d{4})",
        "31 $1 $2",
    )
}

fn range_after_from(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bfrom ((?:19|20)\d\d) to ((?:19|20)\d\d)\b", "from $1–$2"),
        (
            r"\b(?:for the period|in the period) ((?:19|20)\d\d)–((?:19|20)\d\d)\b",
            "from $1–$2",
        ),
        (r"\bfrom (\d{1,2}) to (\d{1,2}) ([A-Z])", "from $1–$2 $3"),
    ];
    text.swap_one_of(dice, &slips)
}

fn currency_form(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let form = dice.choose(vec!["USD $1", "US$$ $1", "US$$$1"])?;
    let slips = [
        (r"(?:US )?\$(\d[\d.,]*)", form),
        (r"\b(\d[\d,. ]*\d(?: million| billion)?) (?:United States )?dollars", form),
    ];
    text.swap_one_of(dice, &slips)
}

fn not_inclusive(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bhumanity\b", "mankind"),
        (r"\bhumankind\b", "mankind"),
        (r"\bthe Chair\b", "the Chairman"),
        (r"\bspokesperson\b", "spokesman"),
        (r"\bthe elderly\b", "old people"),
        (r"\bolder persons\b", "the elderly"),
        (r"\bpersons with disabilities\b", "disabled persons"),
        (r"\bpersons with disabilities\b", "the disabled"),
    ];
    text.swap_one_of(dice, &slips)
}

fn state_by_common_name(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bthe Syrian Arab Republic\b", "Syria"),
        (r"\bViet Nam\b", "Vietnam"),
        (r"\bthe Russian Federation\b", "Russia"),
        (r"\bthe Democratic People’s Republic of Korea\b", "North Korea"),
        (r"\bthe Islamic Republic of Iran\b", "Iran"),
        (r"\bTimor-Leste\b", "East Timor"),
        (r"\bCôte d’Ivoire\b", "Ivory Coast"),
        (r"\bthe United States of America\b", "the USA"),
        (r"\bthe United Kingdom of Great Britain and Northern Ireland\b", "the UK"),
        (r"\bTürkiye\b", "Turkey"),
        (r"\bthe Democratic Republic of the Congo\b", "the DRC"),
    ];
    text.swap_one_of(dice, &slips)
}

fn state_without_article(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let names = r"\b(in|of|from) the (Syrian Arab Republic|Sudan|Niger|Gambia|Philippines|Central African Republic|Democratic Republic of the Congo|Russian Federation|Comoros|United States|Congo|Democratic People’s Republic of Korea)\b";
    text.swap(dice, &text.paragraphs(), names, "$1 $2")
}

fn word_doubled(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r" (the|of|to|in|and|for|by|with) ([a-z]{3})",
        " $1 $1 $2",
    )
}

fn article_missing_in_name(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (
            "Office of the United Nations High Commissioner",
            "Office of United Nations High Commissioner",
        ),
        ("Office of the High Commissioner", "Office of High Commissioner"),
        (
            "Special Representative of the Secretary-General",
            "Special Representative of Secretary-General",
        ),
        (
            "Office for the Coordination of Humanitarian Affairs",
            "Office for Coordination of Humanitarian Affairs",
        ),
        ("report of the Secretary-General", "report of Secretary-General"),
        ("Charter of the United Nations", "Charter of United Nations"),
        ("the Universal Periodic Review", "Universal Periodic Review"),
    ];
    text.swap_one_of(dice, &slips)
}

fn including_inter_alia(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r", including ([a-z])",
        ", including, inter alia, $1",
    )
}

fn shall(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    text.swap(dice, &text.paragraphs(), r"\bshould\b", "shall")
}

fn contraction(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\bdo not\b", "don’t"),
        (r"\bdoes not\b", "doesn’t"),
        (r"\bis not\b", "isn’t"),
        (r"\bare not\b", "aren’t"),
        (r"\bcannot\b", "can’t"),
        (r"\bhave not\b", "haven’t"),
    ];
    text.swap_one_of(dice, &slips)
}

fn latin_in_italics(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(inter alia|per se|ad hoc|prima facie|vis-à-vis|in situ)\b",
        "*$1*",
    )
}

fn emphasis(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r" (all|immediately|without delay|full|strongly) ",
        " *$1* ",
    )
}

fn stray_article(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        // “The human rights of women” has its article.
        r"\b(protection|promotion|enjoyment) of human rights(,|;| and fundamental freedoms,| in| for| by| at| while)",
        "$1 of the human rights$2",
    )
}

fn a_for_an(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r" an ([aeio][a-z]{3})", " a $1")
}

fn number_in_figures(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\btwo (years|weeks|months|representatives|reports)\b", "2 $1"),
        (r"\bthree (years|weeks|months|reports|days)\b", "3 $1"),
        (r"\bthe two ", "the 2 "),
        (r"\bthe five ", "the 5 "),
    ];
    text.swap_one_of(dice, &slips)
}

fn time_word(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.operative(), r"\bin 20\d\d\b", "next year")
}
