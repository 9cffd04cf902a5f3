//! Text as the index sees it: normalised, cut into words, and words into tokens.

use unicode_normalization::UnicodeNormalization;

/// A query is cut at this many characters.
pub const QUERY_CHARS: usize = 100;

/// Composes (NFC), folds full-width forms to ASCII and ASCII to lower case.
pub fn normalise(text: &str) -> String {
    text.nfc().map(fold).collect()
}

/// [`normalise`] for what a person typed, cut at [`QUERY_CHARS`]. A syllable has at most three letters when decomposed,
/// so that four times as many characters are enough to read.
pub fn normalise_query(query: &str) -> String {
    query.chars().take(4 * QUERY_CHARS).nfc().map(fold).take(QUERY_CHARS).collect()
}

fn fold(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
    .to_ascii_lowercase()
}

/// A run of letters of one kind, ready for the index.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The run itself; Latin words without the plural ending.
    pub stem: String,
    /// Bigrams of a Hangul run (one syllable stays as it is); the stem of any other word.
    pub tokens: Vec<String>,
}

/// The words of normalised text, in order. Everything that is not a letter or a digit separates.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut run = String::new();
    let mut kind = Kind::Gap;
    for c in text.chars() {
        let next = kind_of(c);
        if next != kind {
            words.extend(word(&run, kind));
            run.clear();
            kind = next;
        }
        run.push(c);
    }
    words.extend(word(&run, kind));
    words
}

/// The label cut at punctuation, each part as its stems without blanks: what "is exactly", "begins with" and "contains" compare.
pub fn segments(text: &str) -> Vec<String> {
    text.split(['·', 'ㆍ', ',', ':', ';', '(', ')']).map(compact).filter(|part| !part.is_empty()).collect()
}

/// The stems of the words, joined.
pub fn compact(text: &str) -> String {
    words(text).into_iter().map(|word| word.stem).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Syllables,
    Letters,
}

fn kind_of(c: char) -> Kind {
    match c {
        // Kana, CJK ideographs and Hangul are written without blanks inside a compound; ㆍ is a separator.
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '가'..='힣' => Kind::Syllables,
        'ㆍ' => Kind::Gap,
        _ if c.is_alphanumeric() => Kind::Letters,
        _ => Kind::Gap,
    }
}

fn word(run: &str, kind: Kind) -> Option<Word> {
    match kind {
        Kind::Gap => None,
        Kind::Letters => {
            let stem = stem(run);
            Some(Word { tokens: vec![stem.clone()], stem })
        }
        Kind::Syllables => {
            let all: Vec<char> = run.chars().collect();
            let tokens = if all.len() < 2 {
                vec![run.to_owned()]
            } else {
                all.windows(2).map(|pair| pair.iter().collect()).collect()
            };
            Some(Word { stem: run.to_owned(), tokens })
        }
    }
}

/// Takes the English plural off. It need not give a word, only the same for singular and plural.
fn stem(word: &str) -> String {
    let singular = if word.len() <= 3 {
        word.to_owned()
    } else if let Some(base) = word.strip_suffix("ies").filter(|base| base.len() > 1) {
        format!("{base}y")
    } else if let Some(base) = word
        .strip_suffix("es")
        .filter(|base| base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh"))
    {
        base.to_owned()
    } else if let Some(base) = word.strip_suffix('s').filter(|base| !base.ends_with(['s', 'u', 'i'])) {
        base.to_owned()
    } else {
        word.to_owned()
    };
    match singular.strip_suffix('e') {
        Some(base) if base.ends_with('o') && singular.len() > 3 => base.to_owned(),
        _ => singular,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        words(&normalise(text)).into_iter().flat_map(|word| word.tokens).collect()
    }

    #[test]
    fn hangul_becomes_bigrams_and_one_syllable_stays() {
        assert_eq!(tokens("고추장·김"), ["고추", "추장", "김"]);
        assert_eq!(tokens("3D프린터"), ["3d", "프린", "린터"]);
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
}
