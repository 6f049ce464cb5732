//! Words: counting them, and finding the one that a misspelt one was meant to be.

/// The number of words as a person counts them: runs between spaces, and each ideograph.
pub fn word_count(text: &str) -> usize {
    let (mut count, mut is_in_word) = (0, false);
    for c in text.chars() {
        let is_ideograph =
            matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3fffd}');
        let is_of_word = c.is_alphanumeric() && !is_ideograph;
        count += usize::from(is_ideograph || is_of_word && !is_in_word);
        is_in_word = is_of_word || is_in_word && !c.is_whitespace() && !is_ideograph;
    }
    count
}

/// A short sign of words, by their letters and figures alone: whoever changes one of them
/// changes the sign (FNV-1a).
pub fn fingerprint<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in words.flat_map(str::chars).filter(|c| c.is_alphanumeric()) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// Whether a character is written without spaces around it.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}')
}

/// The candidate nearest to a misspelt name, if one is near.
pub fn nearest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = name.to_lowercase();
    let most = (name.chars().count() / 3).clamp(1, 4);
    candidates
        .map(|candidate| (distance(&name, &candidate.to_lowercase()), candidate))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, candidate)| candidate)
}

/// The one candidate that a slip of one letter turns into `name`, where no other is near
/// and the name is long enough to tell.
pub fn meant<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    const NEAR: usize = 2;
    const SHORTEST: usize = 5;
    let name = name.to_lowercase();
    let mut near = candidates
        .map(|candidate| (distance(&name, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= NEAR);
    let only = near.next().filter(|(distance, _)| *distance == 1)?;
    let is_alone = near.next().is_none() && name.chars().count() >= SHORTEST;
    is_alone.then_some(only.1)
}

/// How many letters must change, go or come (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_hyphens_count_once_and_ideographs_each() {
        assert_eq!(word_count("capacity-building, and 2.6 billion"), 4);
        assert_eq!(word_count("人权理事会，"), 5);
    }

    #[test]
    fn what_is_meant_is_said_only_where_it_is_certain() {
        let names = || ["Austria", "Australia", "Brazil", "Niger", "Mali"].into_iter();
        assert_eq!(meant("Brasil", names()), Some("Brazil"));
        assert_eq!(meant("Australa", names()), None, "Austria is near too");
        assert_eq!(meant("Mal", names()), None, "too short");
        assert_eq!(meant("Peru", names()), None);
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven() {
        let names = ["sponsors", "session", "symbol"];
        assert_eq!(nearest("sponsor", names.into_iter()), Some("sponsors"));
        assert_eq!(nearest("colour", names.into_iter()), None);
    }
}
