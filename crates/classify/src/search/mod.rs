//! The search itself: a query as a code first, as words otherwise, and mended where nothing fits as it stands.

mod code;
mod damaged;
mod group;
mod query;
mod score;
mod vague;

use gaip_contract::bodies::Vague;

use crate::edition::Edition;
use crate::{hangul, text};

/// Which headings of the result are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Headings to leave out at the start.
    pub offset: usize,
    /// Headings wanted; more than [`Page::MOST`] are never given.
    pub limit: usize,
}

impl Page {
    /// The most headings that one page has.
    pub const MOST: usize = 500;
}

/// One page of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    /// How many headings there are on all pages.
    pub total: usize,
    /// The headings of this page, best first, equals in code order.
    pub groups: Vec<Group>,
    /// What the query was taken for, where nothing was found as it stands.
    pub read_as: Option<String>,
    /// Why the query says too little.
    pub vague: Option<Vague>,
}

/// A heading with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading's code.
    pub heading: String,
    /// The alias that brought the heading itself here.
    pub because: Option<String>,
    /// Codes below the heading, best first; empty where the heading itself is all that was found.
    pub rows: Vec<Hit>,
}

/// A code below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The code.
    pub code: String,
    /// The alias that brought it here.
    pub because: Option<String>,
}

/// See [`Edition::search`].
pub fn search(edition: &Edition, query: &str, page: Page) -> Hits {
    let query = text::normalise_query(query);
    let query = query.trim();
    if query.is_empty() {
        return group::headings(edition, page);
    }
    let mut hits = if let Some(digits) = code::parse(query) {
        return code::find(edition, &digits, page);
    } else if let Some(consonants) = hangul::only_consonants(query) {
        group::group(edition, damaged::by_initials(edition, &consonants), page)
    } else {
        let found = damaged::by_words(edition, query);
        Hits { read_as: found.read_as, ..group::group(edition, found.rows, page) }
    };
    hits.vague = vague::vague(edition.list(), query);
    hits
}
