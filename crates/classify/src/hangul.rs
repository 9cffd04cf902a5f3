//! Hangul by its letters: what a keyboard sends, initial consonants, and text typed with the wrong keyboard on.

/// Initial consonants in Unicode order.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// Vowels in Unicode order, each as the keys that make it.
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ",
    "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];
/// Final consonants in Unicode order, each as the keys that make it; none first.
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
    "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];
/// The two-set keyboard (KS X 5002): the key of each letter.
const KEYS: [(char, char); 33] = [
    ('q', 'ㅂ'),
    ('w', 'ㅈ'),
    ('e', 'ㄷ'),
    ('r', 'ㄱ'),
    ('t', 'ㅅ'),
    ('y', 'ㅛ'),
    ('u', 'ㅕ'),
    ('i', 'ㅑ'),
    ('o', 'ㅐ'),
    ('p', 'ㅔ'),
    ('a', 'ㅁ'),
    ('s', 'ㄴ'),
    ('d', 'ㅇ'),
    ('f', 'ㄹ'),
    ('g', 'ㅎ'),
    ('h', 'ㅗ'),
    ('j', 'ㅓ'),
    ('k', 'ㅏ'),
    ('l', 'ㅣ'),
    ('z', 'ㅋ'),
    ('x', 'ㅌ'),
    ('c', 'ㅊ'),
    ('v', 'ㅍ'),
    ('b', 'ㅠ'),
    ('n', 'ㅜ'),
    ('m', 'ㅡ'),
    ('Q', 'ㅃ'),
    ('W', 'ㅉ'),
    ('E', 'ㄸ'),
    ('R', 'ㄲ'),
    ('T', 'ㅆ'),
    ('O', 'ㅒ'),
    ('P', 'ㅖ'),
];

/// Initial, vowel and final of a syllable, by their places in Unicode.
fn parts(syllable: char) -> Option<(usize, usize, usize)> {
    let at = u32::from(syllable).checked_sub(0xAC00).filter(|at| *at < 11_172)? as usize;
    Some((at / 588, at % 588 / 28, at % 28))
}

/// The letters as they are typed, so that what is half typed is the beginning of the whole: 라며 of 라면, 고 of 과.
/// Each takes one byte, which is quicker to compare; other characters stay.
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_letter(text, |letter| out.push(short(letter)));
    out
}

/// The first of the letters that the two-set keyboard knows, and the last.
const LETTERS: std::ops::RangeInclusive<char> = 'ㄱ'..='ㅣ';
/// For each of [`LETTERS`] an ASCII character that normalised text does not have; 0 for one that takes several keys.
const SHORT: [u8; 51] = {
    let mut short = [0; 51];
    let mut key = 0;
    while key < KEYS.len() {
        #[allow(clippy::cast_possible_truncation, reason = "there are 33 keys")]
        {
            short[KEYS[key].1 as usize - 'ㄱ' as usize] = b'@' + key as u8;
        }
        key += 1;
    }
    short
};

/// A letter in one byte; any other character as it is.
fn short(letter: char) -> char {
    let at = if LETTERS.contains(&letter) { u32::from(letter) - u32::from('ㄱ') } else { return letter };
    SHORT.get(at as usize).filter(|short| **short != 0).map_or(letter, |short| char::from(*short))
}

/// Calls for each letter, and for each other character.
fn each_letter(text: &str, mut visit: impl FnMut(char)) {
    for c in text.chars() {
        match parts(c) {
            Some((initial, vowel, last)) => {
                visit(INITIALS[initial]);
                VOWELS[vowel].chars().chain(FINALS[last].chars()).for_each(&mut visit);
            }
            None => match joined(c) {
                Some(keys) => keys.chars().for_each(&mut visit),
                None => visit(c),
            },
        }
    }
}

/// The keys of a letter that stands alone and takes several: input methods join ㄱ and ㅅ to ㄳ.
fn joined(c: char) -> Option<&'static str> {
    Some(match c {
        'ㄳ' => "ㄱㅅ",
        'ㄵ' => "ㄴㅈ",
        'ㄶ' => "ㄴㅎ",
        'ㄺ' => "ㄹㄱ",
        'ㄻ' => "ㄹㅁ",
        'ㄼ' => "ㄹㅂ",
        'ㄽ' => "ㄹㅅ",
        'ㄾ' => "ㄹㅌ",
        'ㄿ' => "ㄹㅍ",
        'ㅀ' => "ㄹㅎ",
        'ㅄ' => "ㅂㅅ",
        'ㅘ' => "ㅗㅏ",
        'ㅙ' => "ㅗㅐ",
        'ㅚ' => "ㅗㅣ",
        'ㅝ' => "ㅜㅓ",
        'ㅞ' => "ㅜㅔ",
        'ㅟ' => "ㅜㅣ",
        'ㅢ' => "ㅡㅣ",
        _ => return None,
    })
}

/// The initial consonant of each syllable; other characters stay.
pub fn initials(text: &str) -> String {
    text.chars().map(|c| parts(c).map_or(c, |(initial, _, _)| INITIALS[initial])).collect()
}

/// The consonants of a query that is nothing but consonants, in single keys.
pub fn only_consonants(query: &str) -> Option<String> {
    let mut consonants = String::new();
    each_letter(query, |letter| {
        if !letter.is_whitespace() {
            consonants.push(letter);
        }
    });
    let all = consonants.chars().all(|c| INITIALS.contains(&c));
    (all && !consonants.is_empty()).then_some(consonants)
}

/// Latin letters as the Hangul that the same keys make; nothing where a letter is left over.
pub fn of_latin_keys(text: &str) -> Option<String> {
    let mut typed = Vec::with_capacity(text.len());
    for c in text.chars() {
        let key = |key: char| KEYS.iter().find(|(latin, _)| *latin == key).map(|(_, letter)| *letter);
        match c {
            ' ' => typed.push(' '),
            _ => typed.push(key(c).or_else(|| key(c.to_ascii_lowercase()))?),
        }
    }
    let mut out = String::new();
    let mut rest = typed.as_slice();
    while let Some(first) = rest.first() {
        if *first == ' ' {
            out.push(' ');
            rest = &rest[1..];
            continue;
        }
        let (syllable, keys) = syllable(rest)?;
        out.push(syllable);
        rest = &rest[keys..];
    }
    Some(out)
}

/// The syllable at the start of some letters, and how many of them it takes. A consonant before a vowel begins the
/// next syllable.
fn syllable(typed: &[char]) -> Option<(char, usize)> {
    let initial = INITIALS.iter().position(|c| Some(c) == typed.first())?;
    let (vowel, vowel_keys) = longest(&VOWELS, &typed[1..], |_| true)?;
    let after = &typed[1 + vowel_keys..];
    let starts_next = |keys: usize| after.get(keys).is_some_and(|c| is_vowel(*c));
    let (last, last_keys) = longest(&FINALS, after, |keys| keys == 0 || !starts_next(keys))?;
    let code = 0xAC00 + (initial * 21 + vowel) * 28 + last;
    Some((char::from_u32(u32::try_from(code).ok()?)?, 1 + vowel_keys + last_keys))
}

fn is_vowel(c: char) -> bool {
    ('ㅏ'..='ㅣ').contains(&c)
}

/// The place of the longest of the letter groups that `typed` begins with, and its length.
fn longest(groups: &[&str], typed: &[char], fits: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let length = |group: &str| group.chars().count();
    let begins = |group: &str| group.chars().count() <= typed.len() && group.chars().zip(typed).all(|(a, b)| a == *b);
    let candidates = groups.iter().enumerate().filter(|(_, group)| begins(group) && fits(length(group)));
    candidates.map(|(at, group)| (at, length(group))).max_by_key(|(_, length)| *length)
}

/// Hangul as the Latin letters of the same keys.
pub fn to_latin_keys(text: &str) -> String {
    let mut keys = String::new();
    each_letter(text, |letter| {
        let key = KEYS.iter().find(|(_, known)| *known == letter).map_or(letter, |(key, _)| *key);
        keys.push(key.to_ascii_lowercase());
    });
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_typed_text_begins_the_whole() {
        for (half, whole) in [("라며", "라면"), ("람", "라면"), ("고", "과자"), ("달", "닭"), ("라", "라면")]
        {
            assert!(letters(whole).starts_with(&letters(half)), "{half} {whole}");
        }
        assert!(!letters("라면").starts_with(&letters("라멘")));
        assert!(letters("뷁쀍 led 3d").is_ascii());
    }

    #[test]
    fn initials_are_those_of_the_syllables() {
        assert_eq!(initials("마스크팩"), "ㅁㅅㅋㅍ");
        assert_eq!(initials("LED조명"), "LEDㅈㅁ");
        assert_eq!(only_consonants("ㄹㅁ").as_deref(), Some("ㄹㅁ"));
        assert_eq!(only_consonants("ㄻ").as_deref(), Some("ㄹㅁ"));
        assert_eq!(only_consonants("ㅎㅈ ㅍ").as_deref(), Some("ㅎㅈㅍ"));
        for query in ["", "라ㅁ", "ㅏ", "a"] {
            assert_eq!(only_consonants(query), None, "{query}");
        }
    }

    #[test]
    fn latin_keys_are_read_as_hangul() {
        for (keys, text) in [
            ("fkaus", "라면"),
            ("rlacl", "김치"),
            ("aktmzmvor", "마스크팩"),
            ("Ekf rl", "딸 기"),
            ("ekfr", "닭"),
            ("ekfrrhrl", "닭고기"),
            ("rhkwk", "과자"),
        ] {
            assert_eq!(of_latin_keys(keys).as_deref(), Some(text), "{keys}");
        }
        for keys in ["mask", "noodle", "led", "3d", "usb"] {
            assert_eq!(of_latin_keys(keys), None, "{keys}");
        }
    }

    #[test]
    fn hangul_is_read_as_latin_keys() {
        assert_eq!(to_latin_keys("노ㅐㄷㄴ"), "shoes");
        assert_eq!(to_latin_keys("ㅡㅁ나"), "mask");
    }
}
