//! The search itself: a query as a code first, as words otherwise.

use std::collections::BTreeMap;

use crate::code;
use crate::entry::{Entry, Level};
use crate::index::{Index, Postings};
use crate::text;
use gaip_contract::bodies::Vague;

/// Score of an exact code; codes beat words by far.
const EXACT_CODE: u32 = 1_000_000;
/// Score of a code that begins with the digits, or of the closest code above a longer one.
const NEAR_CODE: u32 = 900_000;
/// The same two after a lost leading zero was put back.
const EXACT_PADDED: u32 = 800_000;
const NEAR_PADDED: u32 = 700_000;
/// Highest score of words.
const MOST: f64 = 600_000.0;

/// Weight of an alias against the labels.
const ALIAS: f64 = 5.0;
/// Weight of tokens that only begin with what was typed.
const UNFINISHED: f64 = 0.5;
/// At most so many tokens are tried for an unfinished word.
const MOST_UNFINISHED: usize = 64;

/// Rows below this part of the best score are noise of single syllables.
const FAINT: f64 = 0.02;
/// Coverage from which on the whole query was found; sums of parts do not reach 1 exactly.
const WHOLE: f64 = 0.999;

/// Which rows of the result are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Rows wanted; more than [`Page::MOST`] are never given.
    pub limit: usize,
}

impl Page {
    /// The most rows that one page has.
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
    /// Codes below the heading, best first; empty where the heading itself is the best.
    pub rows: Vec<Hit>,
}

/// One row of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Code of a heading or a deeper entry.
    pub code: String,
    /// Higher is better; comparable within one result only.
    pub score: u32,
    /// The alias that brought the row here rather than its own label.
    pub because: Option<String>,
}

/// See [`crate::Edition::search`]; `entries` in code order, `index` over the same.
pub fn search(entries: &[Entry], index: &Index, query: &str, page: Page) -> Hits {
    let query = text::normalise_query(query);
    let mut rows = if query.trim().is_empty() {
        entries.iter().filter(|entry| entry.level == Level::Heading).map(|entry| hit(entry, 0)).collect()
    } else if let Some(digits) = code::parse(&query) {
        by_code(entries, &digits)
    } else {
        by_words(entries, index, &query)
    };
    rows.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.code.cmp(&b.code)));
    let total = rows.len();
    let groups = rows.into_iter().skip(page.offset).take(page.limit.min(Page::MOST));
    let groups = groups.map(|hit| Group { heading: hit.code, because: hit.because, rows: Vec::new() }).collect();
    Hits { total, groups, read_as: None, vague: None }
}

fn hit(entry: &Entry, score: u32) -> Hit {
    Hit { code: entry.code.clone(), score, because: None }
}

/// Codes that begin with the digits, or the closest one above. An odd number of digits may have lost its leading zero
/// in a spreadsheet, so that reading comes second.
fn by_code(entries: &[Entry], digits: &str) -> Vec<Hit> {
    let mut hits = with_digits(entries, digits, EXACT_CODE, NEAR_CODE);
    if hits.is_empty() || digits.len() % 2 == 1 && digits.len() > 1 {
        hits.extend(with_digits(entries, &format!("0{digits}"), EXACT_PADDED, NEAR_PADDED));
    }
    hits
}

fn with_digits(entries: &[Entry], digits: &str, exact: u32, near: u32) -> Vec<Hit> {
    let from = entries.partition_point(|entry| entry.code.as_str() < digits);
    let below: Vec<Hit> = entries[from..]
        .iter()
        .take_while(|entry| entry.code.starts_with(digits))
        .filter(|entry| entry.level >= Level::Heading)
        .map(|entry| hit(entry, if entry.code == digits { exact } else { near }))
        .collect();
    if !below.is_empty() {
        return below;
    }
    (1..digits.len())
        .rev()
        .find_map(|length| entries.binary_search_by(|entry| entry.code.as_str().cmp(&digits[..length])).ok())
        .map(|at| &entries[at])
        .filter(|entry| entry.level >= Level::Heading)
        .map(|entry| hit(entry, near))
        .into_iter()
        .collect()
}

/// What the words of a query found in one entry or alias.
#[derive(Default)]
struct Found {
    /// Sum of token weight times strength.
    strength: f64,
    /// Part of the query that was found, 0 to 1; each word counts the same.
    coverage: f64,
}

impl Found {
    fn add(&mut self, strength: f64, share: f64) {
        self.strength += strength;
        self.coverage += share;
    }
}

/// What was found, by position of the entry and of the alias.
#[derive(Default)]
struct Findings {
    labels: BTreeMap<usize, Found>,
    aliases: BTreeMap<usize, Found>,
}

fn by_words(entries: &[Entry], index: &Index, query: &str) -> Vec<Hit> {
    let words = text::words(query);
    let mut findings = Findings::default();
    for (at, word) in words.iter().enumerate() {
        let held: Vec<Option<&Postings>> = word.tokens.iter().map(|token| index.tokens.get(token)).collect();
        let idf = |postings: Option<&Postings>| postings.map_or(index.rarest, |postings| postings.idf);
        let whole = held.iter().copied().map(idf).sum::<f64>() * count(words.len());
        for &postings in &held {
            add(&mut findings, postings, idf(postings) / whole);
        }
        if let (true, Some(token), Some(None)) = (at + 1 == words.len(), word.tokens.last(), held.last()) {
            add_unfinished(&mut findings, index, token, index.rarest / whole);
        }
    }
    rank(entries, index, &text::compact(query), &findings)
}

fn add(findings: &mut Findings, postings: Option<&Postings>, share: f64) {
    let Some(postings) = postings else { return };
    for &(at, impact) in &postings.entries {
        findings.labels.entry(at).or_default().add(postings.idf * impact, share);
    }
    for &alias in &postings.aliases {
        findings.aliases.entry(alias).or_default().add(postings.idf, share);
    }
}

/// The last token is still being typed: whatever begins with it counts, each entry and alias once with its best token.
fn add_unfinished(findings: &mut Findings, index: &Index, start: &str, share: f64) {
    let mut labels = BTreeMap::<usize, f64>::new();
    let mut aliases = BTreeMap::<usize, f64>::new();
    let begun = index.tokens.range(start.to_owned()..).take_while(|(token, _)| token.starts_with(start));
    for (_, postings) in begun.take(MOST_UNFINISHED) {
        for &(at, impact) in &postings.entries {
            let best = labels.entry(at).or_default();
            *best = best.max(postings.idf * impact);
        }
        for &alias in &postings.aliases {
            let best = aliases.entry(alias).or_default();
            *best = best.max(postings.idf);
        }
    }
    for (at, strength) in labels {
        findings.labels.entry(at).or_default().add(UNFINISHED * strength, UNFINISHED * share);
    }
    for (alias, strength) in aliases {
        findings.aliases.entry(alias).or_default().add(UNFINISHED * strength, UNFINISHED * share);
    }
}

fn rank(entries: &[Entry], index: &Index, query: &str, findings: &Findings) -> Vec<Hit> {
    // An alias counts as far as the query says it and nothing else: 전기 is little of 전기자전거.
    let mut best_alias = BTreeMap::<usize, (f64, usize)>::new();
    for (&at, found) in &findings.aliases {
        let alias = &index.aliases[at];
        let score = if alias.compact == query {
            ALIAS * alias.idf
        } else {
            let said = (found.strength / alias.idf).min(1.0);
            ALIAS * found.strength * (found.coverage * said).powi(2)
        };
        let best = best_alias.entry(alias.entry).or_insert((0.0, at));
        if score > best.0 {
            *best = (score, at);
        }
    }
    let mut scores = BTreeMap::<usize, (f64, Option<usize>)>::new();
    for (&at, found) in &findings.labels {
        let boost = 1.0 + likeness(&index.segments[at], query);
        scores.insert(at, (found.strength * found.coverage.powi(2) * boost, None));
    }
    for (at, (score, alias)) in best_alias {
        let (label, because) = scores.entry(at).or_default();
        let said_by_label = findings.labels.get(&at).is_some_and(|found| found.coverage > WHOLE);
        if score > *label && !said_by_label {
            *because = Some(alias);
        }
        *label += score;
    }
    let best = scores.values().map(|(score, _)| *score).fold(0.0, f64::max);
    scores
        .into_iter()
        .filter(|(_, (score, _))| *score >= FAINT * best)
        .map(|(at, (score, alias))| Hit {
            code: entries[at].code.clone(),
            score: to_score(score),
            because: alias.map(|alias| index.aliases[alias].term.clone()),
        })
        .filter(|hit| hit.score > 0)
        .collect()
}

/// How much some part of the label is like the whole query: equal, beginning or ending with it, holding it.
/// "…용" behind it means that the thing is for something else.
fn likeness(segments: &[String], query: &str) -> f64 {
    segments
        .iter()
        .filter_map(|segment| {
            let at = segment.find(query)?;
            let behind = &segment[at + query.len()..];
            Some(match (at, behind) {
                (0, "") => 2.2,
                (_, behind) if behind.starts_with('용') => 0.2,
                (0, _) | (_, "") => 1.0,
                _ => 0.55,
            })
        })
        .fold(0.0, f64::max)
}

/// Hundredths as a whole number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped to what fits.
fn to_score(score: f64) -> u32 {
    (score * 100.0).round().clamp(0.0, MOST) as u32
}

/// A number of words as a float; a query has at most a hundred.
fn count(words: usize) -> f64 {
    u32::try_from(words).map_or(f64::from(u32::MAX), f64::from)
}
