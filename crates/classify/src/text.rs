//! Text as the index sees it: normalised, cut into words, and words into tokens.

use gaip_domain::text::compose_hangul;
use std::borrow::Cow;

use crate::loanwords;

/// A query is cut at this many characters.
pub const QUERY_CHARS: usize = 100;

/// Folds full-width forms to ASCII and ASCII to lower case. Labels are in NFC already.
pub fn normalise(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// Several texts as one, parted.
pub fn normalise_all(texts: &[String]) -> String {
    let mut all = String::new();
    for text in texts {
        all.extend(text.chars().map(fold));
        all.push(';');
    }
    all
}

/// [`normalise`] for what a person typed: Hangul composed, cut at [`QUERY_CHARS`]. A syllable has at most three letters
/// when decomposed, so that four times as many characters are enough to read.
pub fn normalise_query(query: &str) -> String {
    let read: String = query.chars().take(4 * QUERY_CHARS).collect();
    compose_hangul(&read).into_iter().map(fold).take(QUERY_CHARS).collect()
}

fn fold(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
    .to_ascii_lowercase()
}

/// The kind of a run of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Hangul, kana and ideographs: written without blanks inside a compound, so that pairs are the tokens.
    Syllables,
    /// Latin and other letters and digits: the stem is the token.
    Letters,
}

/// A run of characters of one kind, in the spelling that the index knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Folded syllables, or the stem of letters.
    pub stem: Cow<'a, str>,
    /// What it is made of.
    pub kind: Kind,
}

impl Word<'_> {
    /// Calls for each token: pairs of syllables (one syllable stays as it is), or the stem.
    pub fn each_token<'b>(&'b self, mut visit: impl FnMut(&'b str)) {
        let mut starts = self.stem.char_indices().map(|(at, _)| at);
        match (self.kind, starts.nth(1), starts.next()) {
            (Kind::Syllables, Some(mut second), Some(mut third)) => {
                let mut first = 0;
                loop {
                    visit(&self.stem[first..third]);
                    (first, second, third) = match starts.next() {
                        Some(next) => (second, third, next),
                        None if third < self.stem.len() => {
                            visit(&self.stem[second..]);
                            return;
                        }
                        None => return,
                    };
                }
            }
            _ => visit(&self.stem),
        }
    }
}

/// The words of normalised text, in order. Everything that is not a letter or a digit separates.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut kind = None;
    for (at, c) in text.char_indices() {
        let next = kind_of(c);
        if next != kind {
            words.extend(kind.map(|kind| word(&text[start..at], kind)));
            (start, kind) = (at, next);
        }
    }
    words.extend(kind.map(|kind| word(&text[start..], kind)));
    words
}

/// The stems of the words, joined.
pub fn compact(text: &str) -> String {
    words(text).iter().map(|word| &*word.stem).collect()
}

fn kind_of(c: char) -> Option<Kind> {
    match c {
        '가'..='힣' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' => {
            Some(Kind::Syllables)
        }
        // A letter that is half typed, and ㆍ, which is punctuation.
        '\u{3131}'..='\u{318e}' => None,
        _ if c.is_alphanumeric() => Some(Kind::Letters),
        _ => None,
    }
}

fn word(run: &str, kind: Kind) -> Word<'_> {
    let stem = match kind {
        Kind::Syllables => loanwords::fold(run),
        Kind::Letters => stem(run),
    };
    Word { stem, kind }
}

/// Takes the English plural off. It need not give a word, only the same for singular and plural.
fn stem(word: &str) -> Cow<'_, str> {
    let singular: Cow<str> = if word.len() <= 3 || !word.is_ascii() {
        word.into()
    } else if let Some(base) = word.strip_suffix("ies").filter(|base| base.len() > 1) {
        format!("{base}y").into()
    } else if let Some(base) = word
        .strip_suffix("es")
        .filter(|base| base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh"))
    {
        base.into()
    } else if let Some(base) = word.strip_suffix('s').filter(|base| !base.ends_with(['s', 'u', 'i'])) {
        base.into()
    } else {
        word.into()
    };
    // tomato of tomatoes.
    if singular.len() > 3 && singular.ends_with("oe") {
        return singular[..singular.len() - 1].to_owned().into();
    }
    singular
}

/// A label as it is searched: what stands outside of brackets, and what stands inside.
pub struct Label {
    /// Without the brackets, so that 연산(鉛酸)축전지 is one word.
    pub plain: String,
    /// What was in them: glosses, conditions.
    pub glosses: String,
}

/// Takes a normalised label apart.
pub fn label(text: &str) -> Label {
    let mut label = Label { plain: String::with_capacity(text.len()), glosses: String::new() };
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '〔' => {
                depth += 1;
                label.glosses.push(',');
            }
            ')' | ']' | '}' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => label.plain.push(c),
            _ => label.glosses.push(c),
        }
    }
    label
}

/// The parts between punctuation: what "is exactly", "begins with" and "contains" look at.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['·', 'ㆍ', ',', ':', ';', '/', '(', ')']).map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let words = words(&normalise(text));
        let mut tokens = Vec::new();
        for word in &words {
            word.each_token(|token| tokens.push(token.to_owned()));
        }
        tokens
    }

    #[test]
    fn hangul_becomes_pairs_and_one_syllable_stays() {
        assert_eq!(tokens("고추장·김"), ["고추", "추장", "김"]);
        assert_eq!(tokens("3D프린터"), ["3d", "프린", "린터"]);
        assert_eq!(tokens("라면"), ["라면"]);
        assert_eq!(tokens("보조배터리"), ["보조", "조배", "배터", "터리"]);
    }

    #[test]
    fn singular_and_plural_are_the_same_token() {
        for (one, many) in [
            ("noodle", "Noodles"),
            ("battery", "batteries"),
            ("box", "boxes"),
            ("shoe", "shoes"),
            ("tomato", "tomatoes"),
            ("glass", "glasses"),
        ] {
            assert_eq!(tokens(one), tokens(many), "{one}");
        }
        assert_eq!(tokens("gas bus tennis"), ["gas", "bus", "tennis"]);
    }

    #[test]
    fn decomposed_and_full_width_text_is_the_same_text() {
        assert_eq!(normalise_query("라면"), "라면");
        assert_eq!(normalise_query("\u{1105}\u{1161}\u{1106}\u{1167}\u{11ab}"), "라면");
        assert_eq!(normalise_query("ＨＳ　１９０２"), "hs 1902");
    }

    #[test]
    fn a_query_is_cut_at_a_hundred_characters() {
        assert_eq!(normalise_query(&"가".repeat(5000)).chars().count(), QUERY_CHARS);
    }

    #[test]
    fn glosses_do_not_part_a_word() {
        let label = label("연산(鉛酸)축전지[격리판을 포함한다]");
        assert_eq!((label.plain.as_str(), label.glosses.as_str()), ("연산축전지", ",鉛酸,격리판을 포함한다"));
    }
}
