//! The rows of a table: its long lists, one fact to a line of a block of text.
//!
//! YAML gives a table its shape. Its long lists are blocks (`members: |`), which are read
//! some hundred times faster than as many nodes of YAML, and are no harder to correct.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads a block, each row as its type reads it.
pub(super) fn read<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    let block = String::deserialize(deserializer)?;
    let wrong = |row: &str, why| D::Error::custom(format!("{why}, in “{row}”"));
    rows(&block)
        .iter()
        .map(|row| row.parse().map_err(|why: T::Err| wrong(row, why)))
        .collect()
}

/// Reads a list on one line: `deep, growing, the utmost`.
pub(super) fn read_list<'de, D>(deserializer: D) -> Result<Vec<String>, D::Error>
where
    D: Deserializer<'de>,
{
    Ok(list(&String::deserialize(deserializer)?, ','))
}

/// The rows of a block. An indented line goes on with the row above it.
fn rows(block: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for line in block.lines().filter(|line| !line.trim().is_empty()) {
        match rows.last_mut() {
            Some(row) if line.starts_with(' ') => {
                row.push(' ');
                row.push_str(line.trim());
            }
            _ => rows.push(line.trim().to_owned()),
        }
    }
    rows
}

/// The columns of a row, `AFG | Afghanistan`. Those that are left out are empty.
pub(super) fn columns<const N: usize>(row: &str) -> Result<[&str; N], String> {
    let mut columns = [""; N];
    for (place, column) in row.split('|').enumerate() {
        let known = columns.get_mut(place);
        *known.ok_or_else(|| format!("more than {N} columns"))? = column.trim();
    }
    Ok(columns)
}

/// The items of a list, without the white space around them.
pub(super) fn list(text: &str, separator: char) -> Vec<String> {
    let items = text.split(separator).map(str::trim).filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

/// A column that may be empty.
pub(super) fn optional(column: &str) -> Option<String> {
    (!column.is_empty()).then(|| column.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indented_line_goes_on_with_its_row() {
        let block = "GA | Pact for\n  the Future\n\nSC | Peace\n";
        assert_eq!(rows(block), ["GA | Pact for the Future", "SC | Peace"]);
    }

    #[test]
    fn columns_may_be_left_out_but_not_added() {
        assert_eq!(columns("AFG |  | x"), Ok(["AFG", "", "x", ""]));
        assert_eq!(
            columns::<2>("AFG | Afghanistan | x"),
            Err("more than 2 columns".to_owned())
        );
    }

    #[test]
    fn a_list_is_parted_and_trimmed() {
        assert_eq!(
            list("deep, the utmost,\n growing", ','),
            ["deep", "the utmost", "growing"]
        );
        assert_eq!(list("", ','), [""; 0]);
    }

    #[test]
    fn a_broken_row_is_named() {
        #[derive(Debug)]
        struct Pair;
        impl FromStr for Pair {
            type Err = String;
            fn from_str(row: &str) -> Result<Self, String> {
                columns::<2>(row).map(|_| Self)
            }
        }
        #[derive(Debug, Deserialize)]
        struct Table {
            #[serde(deserialize_with = "read")]
            #[expect(dead_code, reason = "only read")]
            pairs: Vec<Pair>,
        }
        let table = serde_yaml::from_str::<Table>("pairs: |\n  a | b\n  a | b | c\n");
        let why = table.unwrap_err().to_string();
        assert!(why.contains("more than 2 columns, in “a | b | c”"), "{why}");
    }
}
