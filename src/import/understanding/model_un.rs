//! The head of a Model UN paper, whose lines each have a label: “Topic: …”,
//! “Submitters: …”.

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// What the resolution is about: its title.
    Topic,
    /// Those who put it forward.
    Sponsors,
    /// Of the conference alone: committee, delegates who only sign.
    Other,
}

/// The labels of the common conferences (THIMUN, NMUN, and what students make of them).
const LABELS: [(&str, Label); 18] = [
    ("topic", Label::Topic),
    ("subject", Label::Topic),
    ("question of", Label::Topic),
    ("the question of", Label::Topic),
    ("agenda topic", Label::Topic),
    ("sponsor", Label::Sponsors),
    ("sponsors", Label::Sponsors),
    ("submitter", Label::Sponsors),
    ("submitters", Label::Sponsors),
    ("submitted by", Label::Sponsors),
    ("main submitter", Label::Sponsors),
    ("main submitters", Label::Sponsors),
    ("co-submitter", Label::Sponsors),
    ("co-submitters", Label::Sponsors),
    ("co-sponsors", Label::Sponsors),
    ("committee", Label::Other),
    ("forum", Label::Other),
    ("signatories", Label::Other),
];

/// The label that opens a line, and the words behind its colon.
pub(super) fn labelled(text: &str) -> Option<(Label, &str)> {
    let (label, words) = text.split_once(':')?;
    let label = label.trim().to_lowercase();
    let (_, label) = LABELS.iter().find(|(name, _)| *name == label)?;
    Some((*label, words.trim())).filter(|(_, words)| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_told_by_its_colon() {
        let topic = Some((Label::Topic, "Water in schools"));
        assert_eq!(labelled("TOPIC: Water in schools"), topic);
        assert_eq!(labelled("Co-Submitters: Chad"), Some((Label::Sponsors, "Chad")));
        assert_eq!(labelled("Sponsors of the text met"), None);
        assert_eq!(labelled("Sponsors:"), None);
    }
}
