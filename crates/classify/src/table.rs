//! Tables of words that are looked for inside of other words.

use rustc_hash::FxHashMap;

/// Pairs of a word and what belongs to it, found at any place of a text by the word's first character.
pub struct Table(FxHashMap<char, Vec<(&'static str, &'static str)>>);

impl Table {
    /// Reads tab-separated pairs below a header line; lines that begin with `#` are comments.
    pub fn new(file: &'static str) -> Self {
        let mut by_first = FxHashMap::<char, Vec<_>>::default();
        let pairs = file.lines().skip_while(|line| line.starts_with('#')).skip(1).filter(|line| !line.starts_with('#'));
        for (word, other) in pairs.filter_map(|line| line.split_once('\t')) {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push((word, other));
        }
        for words in by_first.values_mut() {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self(by_first)
    }

    /// The longest word of the table that `text` begins with, and what belongs to it.
    pub fn at(&self, text: &str) -> Option<(&'static str, &'static str)> {
        let words = self.0.get(&text.chars().next()?)?;
        words.iter().find(|(word, _)| text.starts_with(word)).copied()
    }

    /// What belongs to each word of the table that stands somewhere in `text`.
    pub fn within<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> {
        text.char_indices().filter_map(|(at, _)| self.at(&text[at..])).map(|(_, other)| other)
    }
}
