//! A query taken apart: words, their tokens, and how much of the query each token is.

use crate::hangul;
use crate::index::Index;
use crate::text::{self, Kind, Word};

/// How much more the word counts that names the thing, as the last one does in Korean: 유기농 *라면*.
const HEAD: f32 = 1.6;
/// Words that name nothing.
const IDLE: [&str; 22] = [
    "a", "an", "the", "and", "or", "of", "for", "with", "in", "to", "및", "등", "용", "의", "위한", "hs", "code",
    "hscode", "코드", "품목", "제품", "상품",
];
/// Behind these the words only say what the thing before them is for.
const TURNS: [&str; 4] = ["for", "of", "with", "in"];
/// More tokens than this are not read.
pub const TOKENS: usize = 64;

/// A token of the query.
#[derive(Debug)]
pub struct Token {
    /// Its number; nothing where the edition does not know it.
    pub id: Option<u32>,
    /// How much it tells.
    pub idf: f32,
    /// Its part of the query; those of all tokens add up to 1.
    pub share: f32,
}

/// A query ready to be scored.
#[derive(Debug)]
pub struct Query {
    /// At most [`TOKENS`].
    pub tokens: Vec<Token>,
    /// All stems without blanks.
    pub compact: String,
    /// The stem of the word that names the thing.
    pub head: String,
    /// A bit for each token of that word.
    pub head_mask: u64,
}

impl Query {
    /// Takes a normalised query apart.
    pub fn new(index: &Index, query: &str) -> Self {
        let (words, head_at) = content(index, query);
        let compact: String = words.iter().map(|word| &*word.stem).collect();
        let mut tokens = Vec::new();
        let mut head_mask = 0;
        let weight = |at: usize| if at == head_at { HEAD } else { 1.0 };
        let all: f32 = (0..words.len()).map(weight).sum();
        for (at, word) in words.iter().enumerate() {
            let from = tokens.len();
            word.each_token(|token| {
                let id = index.id(token);
                let idf = id.map_or(index.rarest, |id| index.idf[id as usize]);
                tokens.push(Token { id, idf, share: 0.0 });
            });
            tokens.truncate(TOKENS);
            let own = &mut tokens[from..];
            let idf: f32 = own.iter().map(|token| token.idf).sum();
            for token in own {
                token.share = weight(at) / all * token.idf / idf;
            }
            if at == head_at {
                head_mask = (from..tokens.len()).fold(0, |mask, at| mask | 1 << at);
            }
        }
        let head = words.get(head_at).map(|word| word.stem.clone().into_owned()).unwrap_or_default();
        Self { tokens, compact, head, head_mask }
    }
}

/// The words that name things, and the place of the one that names the thing itself.
fn content<'a>(index: &Index, query: &'a str) -> (Vec<Word<'a>>, usize) {
    let all = text::words(query);
    let mut words: Vec<Word<'a>> = Vec::new();
    let mut head = None;
    for word in &all {
        if TURNS.contains(&&*word.stem) && !words.is_empty() && head.is_none() {
            head = Some(words.len() - 1);
        }
        if !IDLE.contains(&&*word.stem) {
            words.extend(parted(index, word));
        }
    }
    if words.is_empty() {
        words = all;
    }
    let last = words.len().saturating_sub(1);
    for word in &mut words[..last] {
        // 자동차용 매트 is about 자동차.
        if word.kind == Kind::Syllables && word.stem.chars().count() > 2 && word.stem.ends_with('용') {
            let shorter = word.stem.len() - '용'.len_utf8();
            word.stem.to_mut().truncate(shorter);
        }
    }
    (words, head.unwrap_or(last))
}

/// A compound that the edition does not know, parted before the longest thing that it does: 유기농라면.
fn parted<'a>(index: &Index, word: &Word<'a>) -> Vec<Word<'a>> {
    let length = word.stem.chars().count();
    let known = |stem: &str| index.terms.exact(&hangul::letters(stem)).is_some();
    if word.kind == Kind::Letters || length < 4 || known(&word.stem) {
        return vec![word.clone()];
    }
    let cuts = word.stem.char_indices().map(|(at, _)| at).skip(2).take(length - 3);
    let part = |stem: &str| Word { stem: stem.to_owned().into(), kind: Kind::Syllables };
    for at in cuts {
        let (before, behind) = word.stem.split_at(at);
        if known(behind) {
            let mut parts = parted(index, &part(before));
            parts.push(part(behind));
            return parts;
        }
    }
    vec![word.clone()]
}
