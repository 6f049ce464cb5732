//! The YAML block that opens a draft, field by field.

use crate::text::TextRange;

/// The block between the two lines of `---`.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    /// The block with both fences and the line break after the second.
    pub range: TextRange,
    /// Where a new field may be inserted: the start of the closing fence.
    pub end_of_fields: usize,
    /// The fields in order, known or not.
    pub fields: Vec<Field>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// One field with everything below it.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name, before the colon.
    pub name: String,
    /// From the name to the end of the value, the last line break left out.
    pub range: TextRange,
    /// The value alone, as written.
    pub value: TextRange,
}

/// Something in the front matter that YAML or the format cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub range: TextRange,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Whether a value is lost to the program; an unknown field is not.
    pub is_error: bool,
}

impl FrontMatter {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
