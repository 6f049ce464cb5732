//! Words looked for in a draft or a stretch of it, and what shall stand in their place.

use regex::{Captures, Regex, RegexBuilder};

use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::TextRange;

use super::site::Site;

/// What is looked for, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// The words, or the expression.
    pub words: String,
    /// What shall stand in their place. In an expression `$1` is its first group, and
    /// `\n` a line break.
    pub replacement: String,
    /// Whether the words are a regular expression.
    pub is_expression: bool,
    /// Whether capitals and small letters differ.
    pub minds_case: bool,
    /// Whether words are found whole alone.
    pub whole_words: bool,
    /// Where.
    pub scope: Scope,
}

/// The stretch of a draft in which words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The whole file, front matter included.
    #[default]
    Draft,
    /// The preambular or the operative paragraphs, where the cursor is.
    Part,
    /// The paragraph at the cursor, with its list.
    Paragraph,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// In the scope, in the order of the text.
    pub places: Vec<Place>,
    /// How many more there are in the draft, outside the scope.
    pub elsewhere: usize,
    /// How many of all stand in the front matter.
    pub in_front_matter: usize,
}

/// One place that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub range: TextRange,
    /// What would stand there instead.
    pub replacement: String,
}

/// Why nothing can be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    /// The expression cannot be read.
    #[error("the expression stops making sense at its character {column}: {problem}")]
    Expression {
        /// Counted from 1.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// The expression asks for more than fits into memory.
    #[error("the expression stands for too much; make its repetitions shorter")]
    TooLarge,
    /// The scope is a paragraph, and the cursor is in none.
    #[error("the cursor stands in no paragraph; look in the whole draft")]
    NoParagraph,
}

/// Finds all places. Without words there are none.
pub fn search(
    draft: &Draft,
    cursor: usize,
    search: &Search,
) -> Result<Found, SearchError> {
    if search.words.is_empty() {
        return Ok(Found::default());
    }
    let pattern = pattern(search)?;
    let scopes = scopes(draft, cursor, search.scope)?;
    let front_matter = draft.resolution.front_matter.as_ref().map(|block| block.range);
    let mut found = Found::default();
    for captures in pattern.captures_iter(draft.source.text()) {
        let Some(range) = captures.get(0).map(|whole| TextRange::from(whole.range()))
        else {
            continue;
        };
        if range.is_empty() {
            continue;
        }
        let is_in = |scope: &TextRange| scope.encloses(range);
        found.in_front_matter += usize::from(front_matter.as_ref().is_some_and(is_in));
        if scopes.iter().any(is_in) {
            let replacement = replacement(search, &captures);
            found.places.push(Place { range, replacement });
        } else {
            found.elsewhere += 1;
        }
    }
    Ok(found)
}

fn pattern(search: &Search) -> Result<Regex, SearchError> {
    let words = if search.is_expression {
        // Read alone first, so that a mistake is told where it was typed.
        Regex::new(&search.words).map_err(|error| mistake(&error))?;
        search.words.clone()
    } else {
        regex::escape(&search.words)
    };
    let words = if search.whole_words {
        format!(r"\b{{start-half}}(?:{words})\b{{end-half}}")
    } else {
        words
    };
    let mut builder = RegexBuilder::new(&words);
    builder.case_insensitive(!search.minds_case).multi_line(true);
    builder.build().map_err(|error| mistake(&error))
}

/// What the reader of expressions says, which points with `^` below the expression.
fn mistake(error: &regex::Error) -> SearchError {
    let regex::Error::Syntax(said) = error else { return SearchError::TooLarge };
    let points =
        |line: &&str| line.contains('^') && line.chars().all(|c| matches!(c, ' ' | '^'));
    let indent = said.lines().find(points).map_or(4, |line| line.find('^').unwrap_or(4));
    let problem = said.lines().rev().find_map(|line| line.strip_prefix("error: "));
    SearchError::Expression {
        column: indent.saturating_sub(4) + 1,
        problem: problem.unwrap_or("it cannot be read").to_owned(),
    }
}

fn scopes(
    draft: &Draft,
    cursor: usize,
    scope: Scope,
) -> Result<Vec<TextRange>, SearchError> {
    let at_cursor = || Site::at(draft, cursor).ok_or(SearchError::NoParagraph);
    Ok(match scope {
        Scope::Draft => vec![draft.source.range()],
        Scope::Paragraph => vec![at_cursor()?.paragraph.range],
        Scope::Part => {
            let site = at_cursor()?;
            let is_operative = site.is_operative();
            let sections = site.resolution.sections.iter();
            let lists = sections.map(|section| {
                if is_operative { &section.operative } else { &section.preambular }
            });
            lists.filter_map(|list| stretch(list)).collect()
        }
    })
}

/// From the first paragraph to the last.
fn stretch(paragraphs: &[Paragraph]) -> Option<TextRange> {
    let (first, last) = (paragraphs.first()?, paragraphs.last()?);
    Some(first.range.cover(last.range))
}

fn replacement(search: &Search, captures: &Captures) -> String {
    if !search.is_expression {
        return search.replacement.clone();
    }
    let template = search.replacement.replace("\\n", "\n").replace("\\t", "\t");
    let mut replacement = String::new();
    captures.expand(&template, &mut replacement);
    replacement
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;
    use crate::text::Source;

    const DRAFT: &str = "---\ntitle: \"The Office\"\n---\nThe Council,\n\n\
        Noting the Office,\n\n1. Requests the Office:\n\n(a) To open an office in Offices;\n\n\
        2. Thanks the Office.\n";

    fn found(cursor: &str, wanted: &Search) -> Result<Found, SearchError> {
        let source = Source::new(DRAFT);
        let resolution = syntax::parse(&source);
        let draft = Draft::new(&source, &resolution);
        search(&draft, DRAFT.find(cursor).unwrap(), wanted)
    }

    fn words(words: &str) -> Search {
        Search { words: words.to_owned(), ..Search::default() }
    }

    /// What would stand at the places, how many there are elsewhere, and in front matter.
    fn check(cursor: &str, wanted: &Search, expected: (&[&str], usize, usize)) {
        let found = found(cursor, wanted).unwrap();
        let places = found.places.iter().map(|place| place.replacement.as_str());
        let places: Vec<&str> = places.collect();
        assert_eq!((&places[..], found.elsewhere, found.in_front_matter), expected);
    }

    #[test]
    fn words_are_found_in_the_draft_the_part_and_the_paragraph() {
        let office = |scope| Search { scope, ..words("office") };
        check("Noting", &office(Scope::Draft), (&["", "", "", "", "", ""], 0, 1));
        check("Noting", &office(Scope::Part), (&[""], 5, 1));
        check("Requests", &office(Scope::Part), (&["", "", "", ""], 2, 1));
        check("Requests", &office(Scope::Paragraph), (&["", "", ""], 3, 1));
        check("To open", &office(Scope::Paragraph), (&["", ""], 4, 1));
        assert_eq!(found("title", &office(Scope::Part)), Err(SearchError::NoParagraph));
    }

    #[test]
    fn words_are_found_whole_and_as_written() {
        let whole = Search { whole_words: true, minds_case: true, ..words("Office") };
        check("Noting", &whole, (&["", "", "", ""], 0, 1));
        let sign = Search { whole_words: true, ..words("(a)") };
        check("Noting", &sign, (&[""], 0, 0));
    }

    #[test]
    fn groups_of_an_expression_are_put_back() {
        let expression = Search {
            is_expression: true,
            replacement: "${1}s by the Bureau".to_owned(),
            ..words(r"^\d\. (\w+) the Office")
        };
        check(
            "Noting",
            &expression,
            (&["Requestss by the Bureau", "Thankss by the Bureau"], 0, 0),
        );
    }

    #[test]
    fn a_mistake_in_an_expression_is_told_with_its_place() {
        for (expression, column) in [("the (Office", 5), ("of [a-", 4), ("é*{2,1}", 3)] {
            let wanted = Search { is_expression: true, ..words(expression) };
            let Err(SearchError::Expression { column: at, .. }) =
                found("Noting", &wanted)
            else {
                panic!("“{expression}” is none");
            };
            assert_eq!(at, column, "{expression}");
        }
    }

    #[test]
    fn an_expression_that_fits_nothing_at_a_place_finds_nothing_there() {
        let expression = Search { is_expression: true, ..words("x*") };
        check("Noting", &expression, (&[], 0, 0));
    }
}
