//! How a draft is understood.

use zerodraft::model::{Paragraph, Resolution};
use zerodraft::text::Source;

/// The labels of the paragraphs, in reading order.
fn labels(text: &str) -> String {
    let resolution = zerodraft::syntax::parse(&Source::new(text));
    let label = |paragraph: &Paragraph| match paragraph.marker {
        None if paragraph.degree > 0 => "…".to_owned(),
        _ => paragraph.label.clone(),
    };
    let labels: Vec<String> =
        resolution.with_parts().flat_map(Resolution::paragraphs).map(label).collect();
    labels.join(" | ")
}

/// The labels of a list with these markers, below paragraph 1.
fn list(markers: &str) -> String {
    let item = |marker: &str| format!("{marker} To act;\n\n");
    let items: String = markers.split(' ').map(item).collect();
    labels(&format!("1. Requests the Office:\n\n{items}2. Decides to act.\n"))
}

#[test]
fn letters_and_numerals_are_told_by_their_sequence() {
    assert_eq!(
        list("(g) (h) (i) (j)"),
        "OP 1 | OP 1 (g) | OP 1 (h) | OP 1 (i) | OP 1 (j) | OP 2"
    );
    assert_eq!(
        list("(a) (i) (ii) (b)"),
        "OP 1 | OP 1 (a) | OP 1 (a) (i) | OP 1 (a) (ii) | OP 1 (b) | OP 2"
    );
    assert_eq!(
        list("(a) (i) a. i. ii. b. (ii) (b)"),
        "OP 1 | OP 1 (a) | OP 1 (a) (i) | OP 1 (a) (i) (a) | OP 1 (a) (i) (a) (i) \
         | OP 1 (a) (i) (a) (ii) | OP 1 (a) (i) (b) | OP 1 (a) (ii) | OP 1 (b) | OP 2"
    );
    assert_eq!(
        list("(h) (i) (ii) (i)"),
        "OP 1 | OP 1 (h) | OP 1 (h) (i) | OP 1 (h) (ii) | OP 1 (i) | OP 2"
    );
}

#[test]
fn preamble_and_operative_part_are_told_by_everything_together() {
    let organ = "The General Assembly,\n\n";
    let preamble = "Recalling its resolution 70/1,\n\n";
    for (text, expected) in [
        (
            "Reaffirms the Charter,\n\nRecalling it,\n\n1. Decides to act.\n",
            "PP 1 | PP 2 | OP 1",
        ),
        (
            "1. Recalling it,\n\n2. Noting it,\n\n1. Decides to act.\n",
            "PP 1 | PP 2 | OP 1",
        ),
        (
            "Recalling it,\n\n1. Reaffirming it;\n\n2. Decides to act.\n",
            "PP 1 | OP 1 | OP 2",
        ),
        ("Recalling it,\n\nDecides to act.\n", "PP 1 | OP 1"),
        (
            "Recalling it,\n\nDecides to act;\n\nRequests a report.\n",
            "PP 1 | OP 1 | OP 2",
        ),
        (
            "1. Decides to act;\n\nRecalling it,\n\n2. Requests it.\n",
            "PP 1 | OP 1 | OP 2",
        ),
    ] {
        assert_eq!(labels(&format!("{organ}{text}")), expected, "{text}");
    }
    let continued = "1. Decides:\n\n   (a) To act;\n\n   (b) To wait;\n\n   as it sees fit;\n\n2. Requests it.\n";
    assert_eq!(
        labels(&format!("{organ}{preamble}{continued}")),
        "PP 1 | OP 1 | OP 1 (a) | OP 1 (b) | … | OP 2"
    );
}

#[test]
fn sections_and_parts_name_their_paragraphs() {
    let sections = "The General Assembly,\n\nRecalling it,\n\n# I. Coordination\n\n1. Decides it;\n\n\
                    # II. Reports\n\n2. Requests it.\n";
    assert_eq!(labels(sections), "PP 1 | I OP 1 | II OP 2");
    let parts = "# Part A\n\nThe General Assembly,\n\n1. Decides it;\n\n2. Requests it.\n\n\
                 # Part B. Reports\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides it.\n";
    assert_eq!(labels(parts), "A OP 1 | A OP 2 | B PP 1 | B OP 1");
}
