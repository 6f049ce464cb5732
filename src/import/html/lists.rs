//! The markers of lists, as a browser shows them and the United Nations writes them.

use html5gum::StartTag;

use super::elements::{attribute, style};
use crate::conventions::numbering::{letters_of, roman_of};

/// A list and how it counts.
#[derive(Debug)]
pub(super) struct List {
    marker: Marker,
    /// How many numbered lists it stands in.
    degree: usize,
    next: i64,
    /// How many items it has, where it counts down from there.
    reversed: Option<i64>,
}

/// The number beyond which no item is counted in letters.
const MOST: u32 = 400;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    None,
    Bullet,
    /// By the degree of the list.
    ByDegree,
    Number,
    Letter,
    Capital,
    Roman,
    CapitalRoman,
}

impl List {
    /// The list that an element opens.
    pub(super) fn of(tag: &StartTag<()>, degree: usize) -> Self {
        let is_numbered = tag.name.as_slice() == b"ol";
        let kind = attribute(tag, "type");
        let style = style(tag);
        let named = |name: &str| style.contains(name);
        let marker = if named("list-style:none") || named("list-style-type:none") {
            Marker::None
        } else if !is_numbered {
            Marker::Bullet
        } else if kind == "a" || named("lower-alpha") || named("lower-latin") {
            Marker::Letter
        } else if kind == "A" || named("upper-alpha") || named("upper-latin") {
            Marker::Capital
        } else if kind == "i" || named("lower-roman") {
            Marker::Roman
        } else if kind == "I" || named("upper-roman") {
            Marker::CapitalRoman
        } else if kind == "1" || named(":decimal") {
            Marker::Number
        } else {
            Marker::ByDegree
        };
        let start = attribute(tag, "start").trim().parse().ok();
        let is_reversed = tag.attributes.contains_key(b"reversed".as_slice());
        let reversed = (is_reversed && start.is_none()).then_some(0);
        let next = start.unwrap_or(1);
        Self { marker, degree, next, reversed }
    }

    /// Counts an item, and gives its number as far as it is known.
    pub(super) fn item(&mut self, tag: &StartTag<()>) -> i64 {
        let value: Option<i64> = attribute(tag, "value").trim().parse().ok();
        if let Some(count) = &mut self.reversed {
            *count += 1;
            return value.unwrap_or(1 - *count);
        }
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(1);
        number
    }

    /// Whether its items have bullets.
    pub(super) fn is_bulleted(&self) -> bool {
        self.marker == Marker::Bullet
    }

    /// The marker of an item, with a space.
    pub(super) fn marker(&self, number: i64) -> String {
        let number = self.reversed.map_or(number, |count| {
            if number <= 0 { count.saturating_add(number) } else { number }
        });
        let value = u32::try_from(number).unwrap_or(0);
        let marker = match (self.marker, self.degree % 2) {
            (Marker::None | Marker::Bullet, _) => self.marker,
            // No letters count so far.
            _ if !(1..=MOST).contains(&value) => Marker::Number,
            (Marker::ByDegree, _) if self.degree == 0 => Marker::Number,
            (Marker::ByDegree, 1) => Marker::Letter,
            (Marker::ByDegree, _) => Marker::Roman,
            (marker, _) => marker,
        };
        let is_deep = self.degree > 2;
        match marker {
            Marker::Letter if is_deep => format!("{}. ", letters_of(value)),
            Marker::Roman if is_deep => format!("{}. ", roman_of(value)),
            Marker::Letter => format!("({}) ", letters_of(value)),
            Marker::Roman => format!("({}) ", roman_of(value)),
            Marker::Capital => format!("{}. ", letters_of(value).to_uppercase()),
            Marker::CapitalRoman => format!("{}. ", roman_of(value).to_uppercase()),
            Marker::Bullet => "• ".to_owned(),
            Marker::None => String::new(),
            Marker::Number | Marker::ByDegree => format!("{number}. "),
        }
    }
}
