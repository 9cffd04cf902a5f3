//! How well each entry fits the words of a query.

use rustc_hash::FxHashMap;

use super::query::Query;
use crate::index::{Index, Likeness, NONE};

/// Weight of an alias against a label.
const ALIAS: f32 = 5.0;
/// An alias that is the whole query, or its head, counts more.
const ALIAS_WHOLE: f32 = 2.0;
const ALIAS_HEAD: f32 = 1.3;
/// An alias whose tokens are all there but not side by side counts less.
const ALIAS_SCATTERED: f32 = 0.5;
/// An alias of which less than this was said is not meant.
const ALIAS_SAID: f32 = 0.6;
/// Weight of what stands above an entry.
const ABOVE: f32 = 0.35;
/// Less of the query than this is chance.
const COVERED: f32 = 0.2;
/// Sums of parts do not reach 1 exactly.
const WHOLE: f32 = 0.999;
/// A label that is the head of the query.
const HEAD_WHOLE: f32 = 0.6;

/// An entry that was found.
#[derive(Debug, Clone, Copy)]
pub struct Scored {
    /// Its position.
    pub entry: u32,
    /// Higher is better; comparable within one edition.
    pub score: f32,
    /// How much of the query was found, 0 to 1.
    pub covered: f32,
    /// The alias that explains it, or [`NONE`].
    pub alias: u32,
}

/// What was found in one entry: of its label and of its best alias the strength, and a bit for each token of the query.
#[derive(Clone, Copy)]
struct Cell {
    label: f32,
    alias: f32,
    label_mask: u64,
    alias_mask: u64,
    by: u32,
}

const EMPTY: Cell = Cell { label: 0.0, alias: 0.0, label_mask: 0, alias_mask: 0, by: NONE };

/// Scores queries of one edition, one after the other.
pub struct Scorer<'a> {
    index: &'a Index,
    cells: Vec<Cell>,
    /// Entries whose cells are in use.
    touched: Vec<u32>,
}

impl<'a> Scorer<'a> {
    /// Nothing is scored yet.
    pub fn new(index: &'a Index) -> Self {
        Self { index, cells: vec![EMPTY; index.parents.len()], touched: Vec::new() }
    }

    /// Scores every entry that has something of the query, in no order.
    pub fn score(&mut self, query: &str) -> Vec<Scored> {
        let query = &Query::new(self.index, query);
        for (at, token) in query.tokens.iter().enumerate() {
            let Some(id) = token.id else { continue };
            for posting in self.index.labels.of(id) {
                let cell = self.at(posting.at);
                cell.label += token.idf * posting.impact;
                cell.label_mask |= 1 << at;
            }
        }
        for (entry, strength, mask, by) in aliases(self.index, query) {
            let cell = self.at(entry);
            // Equals by the alias, not by the order in which they come.
            if strength > cell.alias || strength == cell.alias && by < cell.by {
                (cell.alias, cell.alias_mask, cell.by) = (strength, mask, by);
            }
        }
        let scored = self.touched.iter().filter_map(|entry| self.one(query, *entry)).collect();
        for entry in self.touched.drain(..) {
            self.cells[entry as usize] = EMPTY;
        }
        scored
    }

    fn at(&mut self, entry: u32) -> &mut Cell {
        let cell = &mut self.cells[entry as usize];
        if cell.label_mask | cell.alias_mask == 0 {
            self.touched.push(entry);
        }
        cell
    }

    fn one(&self, query: &Query, entry: u32) -> Option<Scored> {
        let index = self.index;
        if index.headings[entry as usize] == NONE {
            return None;
        }
        let own = &self.cells[entry as usize];
        let (mut strength, mut mask) = (own.label + own.alias, own.label_mask | own.alias_mask);
        let mut above = index.parents[entry as usize];
        while above != NONE {
            let cell = &self.cells[above as usize];
            strength += ABOVE * (cell.label + cell.alias);
            mask |= cell.label_mask | cell.alias_mask;
            above = index.parents[above as usize];
        }
        let covered = query.covered(mask);
        if covered < COVERED {
            return None;
        }
        let by_label = query.covered(own.label_mask) > WHOLE;
        let like = if by_label {
            likeness(index.segments.likeness(entry, &query.compact))
        } else if own.label_mask & query.head_mask == query.head_mask {
            let whole = index.segments.likeness(entry, &query.head) == Likeness::Whole;
            if whole { HEAD_WHOLE } else { 0.0 }
        } else {
            0.0
        };
        let score = strength * covered * covered * (1.0 + like);
        let alias = if by_label && own.label * (1.0 + like) >= own.alias { NONE } else { own.by };
        Some(Scored { entry, score, covered, alias })
    }
}

impl Query {
    /// How much of the query these tokens are.
    fn covered(&self, mask: u64) -> f32 {
        let with_bits = self.tokens.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
        with_bits.map(|(_, token)| token.share).sum()
    }
}

fn likeness(like: Likeness) -> f32 {
    match like {
        Likeness::Whole => 2.2,
        Likeness::Edge => 1.0,
        Likeness::Inside => 0.55,
        Likeness::Purpose => 0.2,
        Likeness::None => 0.0,
    }
}

/// Aliases that the query says: entry, strength, tokens, and the alias.
fn aliases(index: &Index, query: &Query) -> Vec<(u32, f32, u64, u32)> {
    let mut said = FxHashMap::<u32, (f32, u64)>::default();
    for (at, token) in query.tokens.iter().enumerate() {
        let Some(id) = token.id else { continue };
        for posting in index.in_aliases.of(id) {
            let (idf, mask) = said.entry(posting.at).or_default();
            *idf += token.idf;
            *mask |= 1 << at;
        }
    }
    let strong = said.into_iter().filter_map(|(at, (idf, mask))| {
        let alias = &index.aliases[at as usize];
        let part = (idf / alias.idf).min(1.0);
        if part < ALIAS_SAID {
            return None;
        }
        let like = if alias.compact == query.compact {
            ALIAS_WHOLE
        } else if part < WHOLE {
            part * part * ALIAS_SCATTERED
        } else if query.compact.ends_with(&alias.compact) {
            ALIAS_HEAD
        } else if query.compact.contains(&alias.compact) {
            1.0
        } else {
            ALIAS_SCATTERED
        };
        Some((alias.entry, ALIAS * idf * like * alias.weight, mask, at))
    });
    strong.collect()
}
