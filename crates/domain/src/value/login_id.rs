//! The name under which a member logs in.

use super::{Invalid, Parsed, text_value};
use crate::text::tidy;

/// A login id: 5 to 20 lower-case Latin letters, digits, `-` and `_`, beginning with a letter (manual row D60).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LoginId(String);

text_value!(LoginId);

impl LoginId {
    /// Fewest characters.
    pub const MIN: usize = 5;
    /// Most characters.
    pub const MAX: usize = 20;

    /// Takes what was typed; capitals are folded, so that `Hong1` and `hong1` are one member.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let id = tidy(raw).to_ascii_lowercase();
        if id.is_empty() {
            return Err(Invalid::Missing);
        }
        let starts_with_letter = id.starts_with(|c: char| c.is_ascii_lowercase());
        let clean = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
        if !starts_with_letter || !clean {
            return Err(Invalid::Format);
        }
        match id.len() {
            0..Self::MIN => Err(Invalid::TooShort(5)),
            Self::MIN..=Self::MAX => Ok(Self(id)),
            _ => Err(Invalid::TooLong(20)),
        }
    }

    /// The id as stored and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_folded() {
        assert_eq!(LoginId::parse(" PlankKR ").map(|id| id.to_string()), Ok("plankkr".to_owned()));
    }

    #[test]
    fn charset_and_length_are_told_apart() {
        assert_eq!(LoginId::parse("홍길동"), Err(Invalid::Format));
        assert_eq!(LoginId::parse("1hong"), Err(Invalid::Format));
        assert_eq!(LoginId::parse("abcd"), Err(Invalid::TooShort(5)));
        assert_eq!(LoginId::parse("abcdefghijklmnopqrstu"), Err(Invalid::TooLong(20)));
    }
}
