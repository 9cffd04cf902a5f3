//! Names of people and companies.

use super::{Invalid, Parsed};
use crate::text::tidy;
use serde::{Deserialize, Serialize};

/// The letters that a name is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Korean: at least one Hangul syllable; digits, blanks and marks such as `(주)` or `&` may stand beside it.
    Hangul,
    /// English: Latin letters, digits, blanks and punctuation.
    Latin,
}

/// A name in its script: tidied NFC, 1 to 100 characters, case and blanks kept as typed.
pub fn name(raw: &str, script: Script) -> Parsed<String> {
    let text = tidy(raw);
    if text.is_empty() {
        return Err(Invalid::Missing);
    }
    if text.chars().count() > 100 {
        return Err(Invalid::TooLong(100));
    }
    match script {
        Script::Hangul if !text.chars().any(is_syllable) || text.chars().any(is_loose_jamo) => Err(Invalid::NotHangul),
        Script::Latin if !text.chars().any(char::is_alphabetic) => Err(Invalid::NotLatin),
        Script::Latin if text.chars().any(|c| c.is_alphabetic() && !is_latin(c)) => Err(Invalid::NotLatin),
        _ => Ok(text),
    }
}

fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// A letter that an unfinished composition left behind (`홍길ㄷ`).
fn is_loose_jamo(c: char) -> bool {
    ('\u{3131}'..='\u{318e}').contains(&c)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_write_marks_and_letters_beside_hangul() {
        assert_eq!(name(" (주)대전  F&B 2공장 ", Script::Hangul), Ok("(주)대전 F&B 2공장".to_owned()));
    }

    #[test]
    fn an_unfinished_syllable_is_not_a_name() {
        assert_eq!(name("홍길ㄷ", Script::Hangul), Err(Invalid::NotHangul));
        assert_eq!(name("Hong", Script::Hangul), Err(Invalid::NotHangul));
    }

    #[test]
    fn foreign_names_keep_case_blanks_and_accents() {
        assert_eq!(name("José García-Ruiz", Script::Latin), Ok("José García-Ruiz".to_owned()));
        assert_eq!(name("홍길동", Script::Latin), Err(Invalid::NotLatin));
    }
}
