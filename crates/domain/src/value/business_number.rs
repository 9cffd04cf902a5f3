//! 사업자등록번호, the number under which a business pays tax.

use super::{Invalid, Parsed, text_value};
use crate::text::digits;

/// A Korean business registration number: ten digits with a right check digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessNumber(String);

text_value!(BusinessNumber);

impl BusinessNumber {
    /// Takes ten digits with or without hyphens and blanks.
    ///
    /// The check digit is the National Tax Service's: weights 1 3 7 1 3 7 1 3 5, plus the tens of five times the ninth.
    /// Ten equal digits pass that sum by accident and are refused.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let number = digits(raw);
        if raw.trim().is_empty() {
            return Err(Invalid::Missing);
        }
        if number.is_empty() || raw.chars().any(char::is_alphabetic) {
            return Err(Invalid::Format);
        }
        match number.len() {
            13 => return Err(Invalid::ResidentNumber),
            10 => {}
            0..10 => return Err(Invalid::TooShort(10)),
            _ => return Err(Invalid::TooLong(10)),
        }
        let d: Vec<u32> = number.bytes().map(|b| u32::from(b - b'0')).collect();
        let weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        let sum: u32 = weights.iter().zip(&d).map(|(w, d)| w * d).sum::<u32>() + d[8] * 5 / 10;
        let all_equal = d.iter().all(|digit| *digit == d[0]);
        if all_equal || (10 - sum % 10) % 10 != d[9] {
            return Err(Invalid::Checksum);
        }
        Ok(Self(number))
    }

    /// The ten digits, as registries take them.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people write it: `124-81-00998`.
    pub fn hyphenated(&self) -> String {
        format!("{}-{}-{}", &self.0[..3], &self.0[3..5], &self.0[5..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_companies_pass() {
        for raw in ["124-81-00998", "1208800767", " 220 81 62517 "] {
            assert!(BusinessNumber::parse(raw).is_ok(), "{raw}");
        }
    }

    #[test]
    fn each_slip_has_its_own_code() {
        for (raw, code) in [
            ("", Invalid::Missing),
            ("abc", Invalid::Format),
            ("124-81", Invalid::TooShort(10)),
            ("124-81-009981", Invalid::TooLong(10)),
            ("124-81-00999", Invalid::Checksum),
            ("000-00-00000", Invalid::Checksum),
            ("900101-1234567", Invalid::ResidentNumber),
        ] {
            assert_eq!(BusinessNumber::parse(raw), Err(code), "{raw}");
        }
    }

    #[test]
    fn it_is_shown_with_hyphens() {
        let number = BusinessNumber::parse("1248100998").expect("a known company");
        assert_eq!(number.hyphenated(), "124-81-00998");
    }
}
