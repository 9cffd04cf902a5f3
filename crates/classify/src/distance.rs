//! How many slips of the finger lie between two words.

use crate::index::signature;

/// A word that others are compared with.
pub struct Word {
    letters: Vec<char>,
    bytes: usize,
    signature: u32,
}

impl Word {
    /// Takes the word's letters.
    pub fn new(letters: &str) -> Self {
        Self { letters: letters.chars().collect(), bytes: letters.len(), signature: signature(letters) }
    }

    /// The slips (a letter wrong, missing, too many, or two exchanged) to another word of that signature, if there are at
    /// most `most` of them.
    pub fn to(&self, other: &str, other_signature: u32, most: usize) -> Option<usize> {
        let unlike = (self.signature ^ other_signature).count_ones() as usize;
        // A letter has at most three bytes.
        if unlike > 2 * most || self.bytes.abs_diff(other.len()) > 3 * most {
            return None;
        }
        let other: Vec<char> = other.chars().collect();
        if self.letters.len().abs_diff(other.len()) > most {
            return None;
        }
        Some(slips(&self.letters, &other)).filter(|slips| *slips <= most)
    }
}

/// The distance of Damerau and Levenshtein with adjacent exchanges (optimal string alignment).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
        Word::new(a).to(b, signature(b), most)
    }

    #[test]
    fn one_slip_is_one() {
        for other in ["noodles", "noodl", "nodle", "noddle", "nooble", "onodle"] {
            assert_eq!(
                distance("noodle", other, 2).map(|slips| slips.min(2)),
                Some(if other == "onodle" { 2 } else { 1 }),
                "{other}"
            );
        }
        assert_eq!(distance("noodle", "noodle", 1), Some(0));
        assert_eq!(distance("noodle", "onodle", 1), None);
    }

    #[test]
    fn exchanged_letters_are_one_slip() {
        assert_eq!(distance("battery", "abttery", 1), Some(1));
        assert_eq!(distance("battery", "batetry", 1), Some(1));
    }

    #[test]
    fn unlike_words_are_not_compared() {
        assert_eq!(distance("ㄹㅏㅁㅕㄴ", "ㄱㅣㅁㅊㅣ", 1), None);
    }
}
