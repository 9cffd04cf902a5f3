//! The inverted index: from a token to the entries and aliases that hold it.

use std::collections::{BTreeMap, HashMap};

use crate::entry::{Entry, Level};
use crate::text::{self, Word};

/// BM25: how soon repetition stops counting.
const K1: f64 = 1.2;
/// BM25: how much a long text loses.
const B: f64 = 0.5;
/// Weight of the entry's own labels.
const OWN: f64 = 1.0;
/// Weight of the labels above the entry.
const ANCESTORS: f64 = 0.35;

/// Everything the ranking needs, computed once.
#[derive(Debug)]
pub struct Index {
    /// In token order, so that the tokens that begin with some letters stand together.
    pub tokens: BTreeMap<String, Postings>,
    /// In the order of terms.
    pub aliases: Vec<IndexedAlias>,
    /// Label parts of each entry for exact and prefix comparison; empty above the headings.
    pub segments: Vec<Vec<String>>,
    /// Weight of a word that nothing holds.
    pub rarest: f64,
}

/// Where a token occurs.
#[derive(Debug, Default)]
pub struct Postings {
    /// How much the token tells: high for a rare one.
    pub idf: f64,
    /// Position of the entry and how strongly its labels hold the token.
    pub entries: Vec<(usize, f64)>,
    /// Positions of the aliases that hold the token.
    pub aliases: Vec<usize>,
}

/// An alias ready for comparison.
#[derive(Debug)]
pub struct IndexedAlias {
    /// Position of the entry it stands for.
    pub entry: usize,
    /// As written in the list.
    pub term: String,
    /// The term without blanks, to compare with a whole query.
    pub compact: String,
    /// Sum of the idf of its tokens.
    pub idf: f64,
}

impl Index {
    /// Indexes headings and deeper entries; `entries` in code order, `aliases` with positions in it.
    pub fn new(entries: &[Entry], aliases: Vec<(usize, String)>) -> Self {
        let own: Vec<Vec<String>> = entries.iter().map(own_tokens).collect();
        let positions: HashMap<&str, usize> =
            entries.iter().enumerate().map(|(at, entry)| (entry.code.as_str(), at)).collect();
        let parent = |at: usize| entries[at].parent.as_deref().and_then(|code| positions.get(code)).copied();
        let found: Vec<usize> = (0..entries.len()).filter(|&at| entries[at].level >= Level::Heading).collect();
        let above: Vec<Vec<&str>> = found
            .iter()
            .map(|&at| {
                std::iter::successors(parent(at), |&up| parent(up))
                    .flat_map(|up| &own[up])
                    .map(String::as_str)
                    .collect()
            })
            .collect();

        let mut tokens = BTreeMap::<String, Postings>::new();
        let own_mean = mean(found.iter().map(|&at| own[at].len()));
        let above_mean = mean(above.iter().map(Vec::len));
        for (&at, above) in found.iter().zip(&above) {
            let mut impacts = BTreeMap::<&str, f64>::new();
            add_field(&mut impacts, own[at].iter().map(String::as_str), OWN, own_mean);
            add_field(&mut impacts, above.iter().copied(), ANCESTORS, above_mean);
            for (token, impact) in impacts {
                tokens.entry(token.to_owned()).or_default().entries.push((at, impact));
            }
        }
        let alias_tokens: Vec<Vec<String>> = aliases.iter().map(|(_, term)| all_tokens(term)).collect();
        for (alias, held) in alias_tokens.iter().enumerate() {
            for token in held {
                tokens.entry(token.clone()).or_default().aliases.push(alias);
            }
        }

        let total = count(found.len());
        let idf = |holders: usize| (1.0 + (total - count(holders) + 0.5).max(0.5) / (count(holders) + 0.5)).ln();
        for postings in tokens.values_mut() {
            postings.aliases.dedup();
            postings.idf = idf(postings.entries.len() + postings.aliases.len());
        }
        let aliases = aliases
            .into_iter()
            .zip(alias_tokens)
            .map(|((entry, term), held)| IndexedAlias {
                entry,
                compact: text::compact(&text::normalise(&term)),
                term,
                idf: held.iter().map(|token| tokens[token].idf).sum(),
            })
            .collect();
        let segments = entries.iter().map(label_segments).collect();
        Self { tokens, aliases, segments, rarest: idf(0) }
    }
}

/// Tokens of the code and both labels.
fn own_tokens(entry: &Entry) -> Vec<String> {
    let mut tokens = all_tokens(&entry.ko);
    tokens.extend(all_tokens(&entry.en));
    tokens.push(entry.code.to_ascii_lowercase());
    tokens
}

fn all_tokens(label: &str) -> Vec<String> {
    text::words(&text::normalise(label)).into_iter().flat_map(|Word { tokens, .. }| tokens).collect()
}

fn label_segments(entry: &Entry) -> Vec<String> {
    if entry.level < Level::Heading {
        return Vec::new();
    }
    let mut parts = text::segments(&text::normalise(&entry.ko));
    parts.extend(text::segments(&text::normalise(&entry.en)));
    parts
}

/// Adds what BM25 gives each token of one field.
fn add_field<'a>(
    impacts: &mut BTreeMap<&'a str, f64>,
    field: impl Iterator<Item = &'a str>,
    weight: f64,
    mean_length: f64,
) {
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut length = 0;
    for token in field {
        *counts.entry(token).or_default() += 1;
        length += 1;
    }
    let norm = K1 * (1.0 - B + B * count(length) / mean_length);
    for (token, times) in counts {
        *impacts.entry(token).or_default() += weight * count(times) * (K1 + 1.0) / (count(times) + norm);
    }
}

fn mean(lengths: impl ExactSizeIterator<Item = usize>) -> f64 {
    let lists = count(lengths.len().max(1));
    (count(lengths.sum()) / lists).max(1.0)
}

/// A number of things as a float; no edition has 2^32 of anything.
fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::from(u32::MAX), f64::from)
}
