//! Queries that are not yet, or not quite, what was meant: half typed, initial consonants alone, the wrong keyboard,
//! a slip of the finger.

use rustc_hash::FxHashMap;

use super::score::{Scored, Scorer};
use crate::distance;
use crate::edition::Edition;
use crate::hangul;
use crate::index::{Index, Term};
use crate::text::{self, Kind, Word};

/// Guesses that are tried for a word.
const GUESSES: usize = 5;
/// Terms that are looked at to complete a word.
const COMPLETIONS: usize = 256;
/// Terms that are tried for initial consonants.
const INITIALS: usize = 12;
/// Weight of what a half-typed word may become.
const UNFINISHED: f32 = 0.7;
/// Each guess counts so much less than the one before it.
const NEXT: f32 = 0.95;
/// Weight of a term that goes on behind the initial consonants.
const LONGER: f32 = 0.4;
/// From this part on the query was found well enough as it stands.
const FOUND: f32 = 0.85;
/// A mended query must cover this much more.
const BETTER: f32 = 0.1;

/// What was found, and for what query if not the one that was typed.
pub struct Found {
    /// The rows.
    pub rows: Vec<Scored>,
    /// The query as it was probably meant.
    pub read_as: Option<String>,
}

/// By words, completed and mended where needed.
pub fn by_words(edition: &Edition, query: &str) -> Found {
    let index = edition.index();
    let mut scorer = Scorer::new(index);
    let mut best = Best::default();
    best.add(scorer.score(query), 1.0);
    // 무선 이어 폰, gearbox: the same word, other blanks.
    let respaced = index.terms.exact(&hangul::letters(&text::compact(query))).filter(|term| term.text != query);
    if let Some(term) = respaced {
        best.add(scorer.score(term.text), 1.0);
    }
    let stray = has_stray_letters(query);
    let covered = if stray { 0.0 } else { best.covered() };
    let mut weight = UNFINISHED;
    for longer in completions(index, query) {
        best.add(scorer.score(&longer), weight);
        weight *= NEXT;
    }
    if covered < FOUND
        && (stray || best.covered() < 1.0 - BETTER)
        && let Some((read_as, rows)) = mended(index, &mut scorer, query, covered)
    {
        return Found { rows, read_as: Some(read_as) };
    }
    Found { rows: best.rows(), read_as: None }
}

/// Whether letters stand outside of syllables as no half-typed word has them: another keyboard was on.
fn has_stray_letters(query: &str) -> bool {
    let finished = query.trim_end_matches(|c| ('ㄱ'..='ㅎ').contains(&c));
    let half_typed = query.chars().count() - finished.chars().count();
    half_typed > 2 || finished.contains(|c| ('ㄱ'..='ㅣ').contains(&c))
}

/// By initial consonants.
pub fn by_initials(edition: &Edition, consonants: &str) -> Vec<Scored> {
    let index = edition.index();
    let first = hangul::letters(&consonants.chars().take(1).collect::<String>());
    let with_first = index.terms.starting_with(&first).filter(|term| term.rank > 0);
    let mut terms: Vec<(bool, usize, Term)> = with_first
        .filter_map(|term| {
            let initials = hangul::initials(&text::compact(term.text));
            initials.starts_with(consonants).then_some((initials.len() == consonants.len(), initials.len(), term))
        })
        .collect();
    terms.sort_by_key(|(whole, length, term)| (!whole, std::cmp::Reverse(term.rank), *length));
    let mut scorer = Scorer::new(index);
    let mut best = Best::default();
    let mut weight = 1.0;
    for (whole, _, term) in terms.into_iter().take(INITIALS) {
        best.add(scorer.score(term.text), if whole { weight } else { weight * LONGER });
        weight *= NEXT;
    }
    best.rows()
}

/// The best row of each entry.
#[derive(Default)]
struct Best(FxHashMap<u32, Scored>);

impl Best {
    fn add(&mut self, rows: Vec<Scored>, weight: f32) {
        for mut row in rows {
            row.score *= weight;
            let known = self.0.entry(row.entry).or_insert(row);
            if row.score > known.score {
                *known = row;
            }
        }
    }

    fn covered(&self) -> f32 {
        covered(self.0.values())
    }

    fn rows(self) -> Vec<Scored> {
        self.0.into_values().collect()
    }
}

fn covered<'a>(rows: impl Iterator<Item = &'a Scored>) -> f32 {
    rows.map(|row| row.covered).fold(0.0, f32::max)
}

/// What the query may become: its last word completed by known terms.
fn completions(index: &Index, query: &str) -> Vec<String> {
    let (before, last) = query.rsplit_once(' ').unwrap_or(("", query));
    let compact = text::compact(last);
    if compact.is_empty() {
        return Vec::new();
    }
    // What stands there may end in letters that no syllable has yet: 라ㅁ.
    let (letters, typed) = (hangul::letters(&compact), hangul::letters(last));
    let typed = if typed.starts_with(&letters) { typed } else { letters };
    if typed.chars().count() < 2 || index.terms.exact(&typed).is_some() {
        return Vec::new();
    }
    let mut terms: Vec<Term> = index.terms.starting_with(&typed).take(COMPLETIONS).collect();
    terms.sort_by_key(|term| (term.letters.len(), std::cmp::Reverse(term.rank)));
    terms.into_iter().take(GUESSES).map(|term| format!("{before} {}", term.text)).collect()
}

/// The query as it was probably meant, and what that finds.
fn mended(index: &Index, scorer: &mut Scorer, query: &str, covered: f32) -> Option<(String, Vec<Scored>)> {
    let tried = other_keyboard(index, query).into_iter().chain(without_slips(index, query));
    let found = tried.map(|meant| {
        let rows = scorer.score(&meant);
        let part = self::covered(rows.iter());
        let best = rows.iter().map(|row| row.score).fold(0.0, f32::max);
        (meant, rows, part, best)
    });
    let better = found.filter(|(_, _, part, _)| *part > covered + BETTER);
    let best = better.max_by(|a, b| a.2.total_cmp(&b.2).then(a.3.total_cmp(&b.3)));
    best.map(|(meant, rows, _, _)| (meant, rows))
}

/// The query as the other keyboard would have written it, where that makes known words.
fn other_keyboard(index: &Index, query: &str) -> Option<String> {
    let meant = if query.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') {
        hangul::of_latin_keys(query)?
    } else {
        let keys = hangul::to_latin_keys(query);
        keys.is_ascii().then_some(keys)?
    };
    let words = text::words(&meant);
    let known = |word: &Word<'_>| {
        let mut all = true;
        word.each_token(|token| all &= index.id(token).is_some());
        all
    };
    (!words.is_empty() && words.iter().all(known)).then_some(meant)
}

/// Queries with one unknown word replaced by a known one that is a slip away, the likeliest first.
fn without_slips(index: &Index, query: &str) -> Vec<String> {
    let words = text::words(query);
    let unknown = |word: &&Word<'_>| index.terms.exact(&hangul::letters(&word.stem)).is_none();
    let Some(word) = words.iter().filter(unknown).max_by_key(|word| word.stem.chars().count()) else {
        return Vec::new();
    };
    let at = words.iter().position(|other| other == word).unwrap_or_default();
    let with = |term: Term| {
        let stems = words.iter().enumerate().map(|(i, word)| if i == at { term.text } else { &*word.stem });
        stems.collect::<Vec<_>>().join(" ")
    };
    near(index, word).into_iter().take(GUESSES).map(with).collect()
}

/// Terms a slip or two away from a word, the nearest and likeliest first.
fn near<'a>(index: &'a Index, word: &Word<'_>) -> Vec<Term<'a>> {
    let letters = hangul::letters(&word.stem);
    let slips = match (word.kind, letters.chars().count()) {
        (_, 0..4) => return Vec::new(),
        (Kind::Letters, 4..8) | (Kind::Syllables, 4..13) => 1,
        _ => 2,
    };
    let word = distance::Word::new(&letters);
    let mut near: Vec<(usize, Term)> =
        index.terms.iter().filter_map(|term| Some((word.to(term.letters, term.signature, slips)?, term))).collect();
    near.sort_by_key(|(slips, term)| (*slips, std::cmp::Reverse(term.rank), term.letters.len()));
    near.into_iter().map(|(_, term)| term).collect()
}
