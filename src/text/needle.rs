//! See [`Needle`].

use std::sync::OnceLock;

use memchr::memmem::Finder;

/// Words that are looked for in every paragraph: to make the search ready costs more than
/// to search a paragraph.
#[derive(Debug)]
pub(crate) struct Needle {
    pub(crate) words: &'static str,
    finder: OnceLock<Finder<'static>>,
}

impl Needle {
    pub(crate) const fn new(words: &'static str) -> Self {
        Self { words, finder: OnceLock::new() }
    }

    fn finder(&self) -> &Finder<'static> {
        self.finder.get_or_init(|| Finder::new(self.words))
    }

    /// Where the words stand in a text.
    pub(crate) fn places<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = usize> + 't {
        self.finder().find_iter(text.as_bytes())
    }

    /// Whether a text has them.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.finder().find(text.as_bytes()).is_some()
    }
}
