//! 법인등록번호, the number of a company in the court's register.

use super::{Invalid, Parsed, text_value};
use crate::text::digits;

/// A corporation registration number: thirteen digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorporationNumber(String);

text_value!(CorporationNumber);

impl CorporationNumber {
    /// Takes thirteen digits. The check digit is not a condition: corporations registered since 2025-01-31 have none.
    /// See [`CorporationNumber::has_check_digit`] for a warning.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let number = digits(raw);
        match number.len() {
            0 if raw.trim().is_empty() => Err(Invalid::Missing),
            0 => Err(Invalid::Format),
            1..13 => Err(Invalid::TooShort(13)),
            13 => Ok(Self(number)),
            _ => Err(Invalid::TooLong(13)),
        }
    }

    /// Whether the thirteenth digit is the check digit of the older numbers (weights 1 and 2 in turn).
    pub fn has_check_digit(&self) -> bool {
        let d: Vec<u32> = self.0.bytes().map(|b| u32::from(b - b'0')).collect();
        let sum: u32 = d[..12].iter().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { 2 * d }).sum();
        (10 - sum % 10) % 10 == d[12]
    }

    /// As people write it: `130111-0006246`.
    pub fn hyphenated(&self) -> String {
        format!("{}-{}", &self.0[..6], &self.0[6..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_check_digit_is_a_warning_not_a_refusal() {
        let old = CorporationNumber::parse("130111-0006246").expect("thirteen digits");
        let new = CorporationNumber::parse("130111-0006247").expect("thirteen digits");
        assert!(old.has_check_digit());
        assert!(!new.has_check_digit());
    }

    #[test]
    fn the_length_counts() {
        assert_eq!(CorporationNumber::parse("130111-000"), Err(Invalid::TooShort(13)));
    }
}
