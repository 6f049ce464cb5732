//! The program without the feature `pdf`.

use crate::running::{DRAFT, Desk};

#[test]
fn a_program_without_pdf_says_so() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["render", "draft.md", "-o", "draft.pdf"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("this program was built without PDF"), "{}", ran.err);
    assert!(!desk.path("draft.pdf").exists());
}
