//! See [`Language`].

/// An official language of the United Nations.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
    /// Arabic.
    Ar,
}

impl Language {
    /// All six, English first.
    pub const ALL: [Self; 6] =
        [Self::En, Self::Fr, Self::Es, Self::Ru, Self::Zh, Self::Ar];

    /// The ISO 639-1 code: “en”.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ru => "ru",
            Self::Zh => "zh",
            Self::Ar => "ar",
        }
    }

    /// The name in English, as in “Original: English”.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "French",
            Self::Es => "Spanish",
            Self::Ru => "Russian",
            Self::Zh => "Chinese",
            Self::Ar => "Arabic",
        }
    }

    /// The language of a code, in either case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The language in which a text is written, by its script and its commonest words.
    /// Latin script is English unless the words say otherwise.
    pub fn of_text(text: &str) -> Self {
        let [mut total, mut chinese, mut arabic, mut russian] = [0_usize; 4];
        for letter in text.chars().filter(|c| c.is_alphabetic()).take(2_000) {
            total += 1;
            match letter {
                '\u{4e00}'..='\u{9fff}' => chinese += 1,
                '\u{600}'..='\u{6ff}' => arabic += 1,
                '\u{400}'..='\u{4ff}' => russian += 1,
                _ => {}
            }
        }
        let mostly = |count: usize| count * 3 > total.max(1);
        if mostly(chinese) {
            Self::Zh
        } else if mostly(arabic) {
            Self::Ar
        } else if mostly(russian) {
            Self::Ru
        } else {
            latin(text)
        }
    }
}

/// Tells English, French and Spanish by words that only one of them has.
fn latin(text: &str) -> Language {
    let mut counts = [0_usize; 3];
    for word in text.split_whitespace().take(600) {
        match word {
            "the" | "and" | "of" | "with" => counts[0] += 1,
            "les" | "et" | "du" | "aux" | "dans" => counts[1] += 1,
            "los" | "y" | "del" | "las" | "el" => counts[2] += 1,
            _ => {}
        }
    }
    if counts[1] > counts[0] && counts[1] >= counts[2] {
        Language::Fr
    } else if counts[2] > counts[0] {
        Language::Es
    } else {
        Language::En
    }
}
