//! Whole words and names of the edition, to mend and complete what was typed.

use rustc_hash::FxHashMap;

use crate::hangul;

/// A word or name.
#[derive(Debug, Clone, Copy)]
pub struct Term<'a> {
    /// As people read it, normalised.
    pub text: &'a str,
    /// Its letters as they are typed, without blanks.
    pub letters: &'a str,
    /// How good a guess it is: 3 for aliases, 2 for labels of headings, 1 for deeper ones, 0 for single words of those.
    pub rank: u8,
    /// A bit for each kind of letter that it has, to pass over unlike terms quickly.
    pub signature: u32,
}

/// All terms, in the order of their letters. Their texts stand in one string, each followed by its letters.
#[derive(Debug, Default)]
pub struct Terms {
    texts: String,
    places: Vec<Place>,
}

/// Where a term stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    text: u32,
    letters: u32,
    end: u32,
    signature: u32,
    rank: u8,
}

/// Collects terms; one that comes twice keeps its better rank.
#[derive(Default)]
pub struct Collector {
    known: FxHashMap<Box<str>, (Box<str>, u8)>,
}

impl Collector {
    /// Adds a term by its stems without blanks; one of more than so many characters is left out.
    pub fn add(&mut self, compact: &str, term: &str, rank: u8, most: usize) {
        if !(2..=most).contains(&compact.chars().count()) || compact.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        match self.known.get_mut(compact) {
            Some((_, known)) => *known = rank.max(*known),
            None => drop(self.known.insert(compact.into(), (term.into(), rank))),
        }
    }

    /// The terms.
    pub fn finish(self) -> Terms {
        let mut sorted: Vec<(String, Box<str>, u8)> =
            self.known.into_iter().map(|(compact, (text, rank))| (hangul::letters(&compact), text, rank)).collect();
        sorted.sort_unstable();
        let mut terms = Terms { texts: String::new(), places: Vec::with_capacity(sorted.len()) };
        for (letters, text, rank) in sorted {
            let start = terms.texts.len();
            terms.texts.push_str(&text);
            let middle = terms.texts.len();
            terms.texts.push_str(&letters);
            let [text, middle, end] = [start, middle, terms.texts.len()].map(super::position);
            terms.places.push(Place { text, letters: middle, end, signature: signature(&letters), rank });
        }
        terms.texts.shrink_to_fit();
        terms
    }
}

impl Terms {
    /// The term with exactly these letters.
    pub fn exact(&self, letters: &str) -> Option<Term<'_>> {
        self.places
            .binary_search_by(|place| self.term(place).letters.cmp(letters))
            .ok()
            .map(|at| self.term(&self.places[at]))
    }

    /// Terms that begin with these letters, in the order of their letters.
    pub fn starting_with<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = Term<'a>> {
        let from = self.places.partition_point(|place| self.term(place).letters < letters);
        let behind = self.places[from..].iter().map(|place| self.term(place));
        behind.take_while(move |term| term.letters.starts_with(letters))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Term<'_>> {
        self.places.iter().map(|place| self.term(place))
    }

    fn term(&self, place: &Place) -> Term<'_> {
        let part = |from: u32, to: u32| &self.texts[from as usize..to as usize];
        Term {
            text: part(place.text, place.letters),
            letters: part(place.letters, place.end),
            rank: place.rank,
            signature: place.signature,
        }
    }
}

/// A bit for each of 32 kinds of letters.
pub fn signature(letters: &str) -> u32 {
    letters.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 32))
}
