//! Everything that a search looks up, computed once from the entries and aliases.

mod build;
mod postings;
mod segments;
mod terms;

pub use build::position;
pub use postings::Postings;
pub use segments::{Likeness, Segments};
pub use terms::{Term, Terms, signature};

/// No entry.
pub const NONE: u32 = u32::MAX;

/// The index of an edition. Positions are those of the entries in code order.
#[derive(Debug)]
pub struct Index {
    /// From a token to the entries whose labels hold it.
    pub labels: Postings,
    /// From a token to the aliases that hold it.
    pub in_aliases: Postings,
    /// How much each token tells: high for a rare one.
    pub idf: Vec<f32>,
    /// What a token tells that nothing holds.
    pub rarest: f32,
    /// The aliases.
    pub aliases: Vec<IndexedAlias>,
    /// Label parts of each entry, for exact and prefix comparison.
    pub segments: Segments,
    /// Whole words and names, to mend and complete what was typed.
    pub terms: Terms,
    /// The entry above each; [`NONE`] at the top.
    pub parents: Vec<u32>,
    /// The heading that each entry is or stands below; [`NONE`] above the headings.
    pub headings: Vec<u32>,
    ids: build::Ids,
}

/// An alias ready for comparison.
#[derive(Debug)]
pub struct IndexedAlias {
    /// Position of the entry it stands for.
    pub entry: u32,
    /// As written in the list.
    pub term: String,
    /// The term's stems without blanks, to compare with a query.
    pub compact: String,
    /// Sum of the idf of its tokens.
    pub idf: f32,
    /// How likely this meaning of the term is, 1 for the likeliest.
    pub weight: f32,
}

impl Index {
    /// The number of a token; nothing where no label and no alias holds it.
    pub fn id(&self, token: &str) -> Option<u32> {
        self.ids.get(token)
    }
}
