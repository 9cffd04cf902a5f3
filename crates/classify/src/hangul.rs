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
/// Other characters stay.
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match parts(c) {
            Some((initial, vowel, last)) => {
                out.push(INITIALS[initial]);
                out.push_str(VOWELS[vowel]);
                out.push_str(FINALS[last]);
            }
            None => push_letter(&mut out, c),
        }
    }
    out
}

/// A letter that stands alone, in single keys: input methods join ㄱ and ㅅ to ㄳ.
fn push_letter(out: &mut String, c: char) {
    match c {
        'ㄳ' => out.push_str("ㄱㅅ"),
        'ㄵ' => out.push_str("ㄴㅈ"),
        'ㄶ' => out.push_str("ㄴㅎ"),
        'ㄺ' => out.push_str("ㄹㄱ"),
        'ㄻ' => out.push_str("ㄹㅁ"),
        'ㄼ' => out.push_str("ㄹㅂ"),
        'ㄽ' => out.push_str("ㄹㅅ"),
        'ㄾ' => out.push_str("ㄹㅌ"),
        'ㄿ' => out.push_str("ㄹㅍ"),
        'ㅀ' => out.push_str("ㄹㅎ"),
        'ㅄ' => out.push_str("ㅂㅅ"),
        'ㅘ' => out.push_str("ㅗㅏ"),
        'ㅙ' => out.push_str("ㅗㅐ"),
        'ㅚ' => out.push_str("ㅗㅣ"),
        'ㅝ' => out.push_str("ㅜㅓ"),
        'ㅞ' => out.push_str("ㅜㅔ"),
        'ㅟ' => out.push_str("ㅜㅣ"),
        'ㅢ' => out.push_str("ㅡㅣ"),
        _ => out.push(c),
    }
}

/// The initial consonant of each syllable; other characters stay.
pub fn initials(text: &str) -> String {
    text.chars().map(|c| parts(c).map_or(c, |(initial, _, _)| INITIALS[initial])).collect()
}

/// The consonants of a query that is nothing but consonants, in single keys.
pub fn only_consonants(query: &str) -> Option<String> {
    let letters = letters(query);
    let consonants: String = letters.chars().filter(|c| !c.is_whitespace()).collect();
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
    let key = |letter: char| KEYS.iter().find(|(_, known)| *known == letter).map_or(letter, |(key, _)| *key);
    letters(text).chars().map(key).collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_typed_text_begins_the_whole() {
        for (half, whole) in [("라며", "라면"), ("람", "라면"), ("고", "과자"), ("닥", "닭"), ("라", "라면")]
        {
            assert!(letters(whole).starts_with(&letters(half)), "{half} {whole}");
        }
        assert!(!letters("라면").starts_with(&letters("라멘")));
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
