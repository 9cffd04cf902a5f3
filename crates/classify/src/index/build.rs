//! Builds the index.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::postings::Posting;
use super::terms::Collector;
use super::{Index, IndexedAlias, NONE, Postings, Segments};
use crate::entry::{Entry, Level};
use crate::table::Table;
use crate::text;

/// BM25: how soon repetition stops counting.
const K1: f32 = 1.2;
/// BM25: how much a long text loses.
const B: f32 = 0.5;

/// A field of an entry: its weight, and how many tokens it usually has.
struct Field {
    weight: f32,
    usual: f32,
}

/// The labels without what stands in brackets.
const PLAIN: Field = Field { weight: 1.0, usual: 10.0 };
/// What stands in brackets.
const GLOSSES: Field = Field { weight: 0.35, usual: 15.0 };
/// Other names of the publisher, and everyday words for words of the label.
const NAMES: Field = Field { weight: 0.8, usual: 8.0 };

/// A text that is compared and not guessed.
const GLOSS: u8 = u8::MAX;
/// Most characters of a term from a label, and from an alias.
const LABEL: usize = 16;
const ALIAS: usize = 24;

/// Everyday words for words of official labels: 우유 for 밀크.
const EVERYDAY: &str = include_str!("../../data/everyday.tsv");

/// The numbers of tokens.
#[derive(Debug, Default)]
pub struct Ids(FxHashMap<Box<str>, u32>);

impl Ids {
    pub fn get(&self, token: &str) -> Option<u32> {
        self.0.get(token).copied()
    }

    fn number(&mut self, token: &str) -> u32 {
        if let Some(id) = self.0.get(token) {
            return *id;
        }
        let id = position(self.0.len());
        self.0.insert(token.into(), id);
        id
    }
}

/// Everything under construction.
#[derive(Default)]
struct Builder {
    ids: Ids,
    found: Vec<(u32, Posting)>,
    in_aliases: Vec<(u32, Posting)>,
    segments: Segments,
    terms: Collector,
    /// Weighed counts of the tokens of one entry.
    counts: FxHashMap<u32, f32>,
    /// Tokens of one field.
    field: Vec<u32>,
    /// Rank of the terms of the present text; nothing where they are not to be guessed or compared.
    found_by: Option<u8>,
}

impl Index {
    /// Indexes entries in code order, with aliases as their entry's position and term; the meanings of a term stand
    /// likeliest first.
    pub fn new(entries: &[Entry], parents: Vec<u32>, aliases: Vec<(u32, String)>) -> Self {
        let mut builder = Builder::default();
        for (at, entry) in entries.iter().enumerate() {
            builder.entry(position(at), entry);
        }
        let compacts: Vec<String> = aliases.iter().map(|(_, term)| text::compact(&text::normalise(term))).collect();
        let tokens: Vec<Vec<u32>> =
            aliases.iter().enumerate().map(|(at, (_, term))| builder.alias(position(at), term)).collect();

        let Builder { ids, found, in_aliases, segments, terms, .. } = builder;
        let labels = Postings::new(ids.0.len(), &found);
        let in_aliases = Postings::new(ids.0.len(), &in_aliases);
        let all = count(entries.len());
        let idf = |holders: usize| round((1.0 + (all - count(holders) + 0.5).max(0.5) / (count(holders) + 0.5)).ln());
        let idf_of = |id: u32| idf(labels.of(id).len() + in_aliases.of(id).len());
        let idfs: Vec<f32> = (0..position(ids.0.len())).map(idf_of).collect();
        let weights = weights(&compacts);
        let aliases = aliases.into_iter().zip(compacts).zip(tokens).zip(weights);
        let aliases = aliases.map(|((((entry, term), compact), tokens), weight)| IndexedAlias {
            entry,
            term,
            compact,
            idf: tokens.iter().map(|id| idfs[*id as usize]).sum(),
            weight,
        });
        Self {
            aliases: aliases.collect(),
            labels,
            in_aliases,
            idf: idfs,
            rarest: idf(0),
            segments,
            terms: terms.finish(),
            headings: headings(entries, &parents),
            parents,
            ids,
        }
    }
}

impl Builder {
    fn entry(&mut self, at: u32, entry: &Entry) {
        let [ko, en] = [&entry.ko, &entry.en].map(|label| text::label(&text::normalise(label)));
        self.found_by = (entry.level >= Level::Heading).then(|| if entry.level == Level::Heading { 2 } else { 1 });
        self.read(&ko.plain);
        self.read(&en.plain);
        self.weigh(&PLAIN);
        self.read(&text::normalise_all(&entry.names));
        let words_only = self.found_by.take();
        self.read(&everyday(&ko.plain));
        self.weigh(&NAMES);
        self.found_by = words_only.map(|_| GLOSS);
        self.read(&ko.glosses);
        self.read(&en.glosses);
        self.weigh(&GLOSSES);
        for (id, count) in self.counts.drain() {
            let impact = round(count * (K1 + 1.0) / (count + K1));
            self.found.push((id, Posting { at, impact }));
        }
        self.segments.end();
    }

    /// Takes the tokens of a text into the present field, and its parts into the segments and terms where the entry is
    /// one that a search finds.
    fn read(&mut self, text: &str) {
        for part in text::parts(text) {
            let words = text::words(part);
            for word in &words {
                word.each_token(|token| self.field.push(self.ids.number(token)));
            }
            let Some(rank) = self.found_by else { continue };
            let compact: String = words.iter().map(|word| &*word.stem).collect();
            self.segments.push(&compact);
            if rank == GLOSS {
                continue;
            }
            self.terms.add(&compact, part, rank, LABEL);
            for word in words.iter().filter(|_| words.len() > 1) {
                self.terms.add(&word.stem, &word.stem, 0, LABEL);
            }
        }
    }

    /// Ends a field.
    fn weigh(&mut self, field: &Field) {
        let share = field.weight / (1.0 - B + B * count(self.field.len()) / field.usual);
        for id in self.field.drain(..) {
            *self.counts.entry(id).or_default() += share;
        }
    }

    fn alias(&mut self, at: u32, term: &str) -> Vec<u32> {
        let term = text::normalise(term);
        let words = text::words(&term);
        let compact: String = words.iter().map(|word| &*word.stem).collect();
        self.terms.add(&compact, &term, 3, ALIAS);
        let mut tokens = Vec::new();
        for word in &words {
            word.each_token(|token| tokens.push(self.ids.number(token)));
        }
        tokens.sort_unstable();
        tokens.dedup();
        self.in_aliases.extend(tokens.iter().map(|id| (*id, Posting { at, impact: 1.0 })));
        tokens
    }
}

/// Everyday words for the words of a label.
fn everyday(plain: &str) -> String {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(EVERYDAY));
    TABLE.within(plain).collect::<Vec<_>>().join(",")
}

/// How likely each meaning is: those of one term stand together, likeliest first.
fn weights(compacts: &[String]) -> Vec<f32> {
    let mut weights: Vec<f32> = Vec::with_capacity(compacts.len());
    for (at, compact) in compacts.iter().enumerate() {
        let again = at > 0 && compacts[at - 1] == *compact;
        weights.push(if again { weights[at - 1] * 0.92 } else { 1.0 });
    }
    weights
}

/// The heading of each entry. Parents stand before their children, as their codes do, but for sections.
fn headings(entries: &[Entry], parents: &[u32]) -> Vec<u32> {
    let mut headings = vec![NONE; entries.len()];
    for (at, entry) in entries.iter().enumerate() {
        headings[at] = match (entry.level, parents[at]) {
            (Level::Section | Level::Chapter, _) | (_, NONE) => NONE,
            (Level::Heading, _) => position(at),
            (_, parent) => headings[parent as usize],
        };
    }
    headings
}

/// Logarithms differ in the last bits between machines; ranks must not.
fn round(value: f32) -> f32 {
    (value * 1024.0).round() / 1024.0
}

/// A position of a list; no edition has 2^32 of anything.
pub fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

/// A number of things; no edition has so many that a float misses one.
#[allow(clippy::cast_precision_loss)]
fn count(things: usize) -> f32 {
    things as f32
}
