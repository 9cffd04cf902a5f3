//! Whether a name begins as somebody types.

/// The first consonants of Hangul syllables, in the order of Unicode.
const FIRST: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// Whether a text begins with these letters. A consonant alone stands for every syllable that begins with it; the 제 of
/// 제19류 may be left out.
pub fn begins(text: &str, typed: &str) -> bool {
    fits(text, typed) || text.strip_prefix('제').is_some_and(|text| fits(text, typed))
}

fn fits(text: &str, typed: &str) -> bool {
    let mut letters = text.chars();
    typed.chars().all(|typed| letters.next().is_some_and(|letter| same(letter, typed)))
}

fn same(letter: char, typed: char) -> bool {
    letter.eq_ignore_ascii_case(&typed) || first_of(letter) == Some(typed)
}

fn first_of(syllable: char) -> Option<char> {
    let place = u32::from(syllable).checked_sub(0xAC00).filter(|place| *place < 11_172)? / 588;
    FIRST.get(place as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_reached_by_letters_digits_or_first_consonants() {
        for (text, typed) in [
            ("국수·라면", "국"),
            ("국수·라면", "ㄱㅅ"),
            ("Pasta", "pa"),
            ("1902", "19"),
            ("제19류", "19"),
            ("제약", "ㅈ"),
        ] {
            assert!(begins(text, typed), "{typed} for {text}");
        }
        for (text, typed) in [("국수", "수"), ("Pasta", "as"), ("빵", "ㅂ"), ("가", "가나")] {
            assert!(!begins(text, typed), "{typed} for {text}");
        }
    }
}
