//! HS codes, the numbers under which goods cross borders.

use super::{Invalid, Parsed, text_value};
use crate::text::digits;

/// An HS code of 4, 6 or 10 digits (manual row D108). Whether it exists is a question for the edition in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HsCode(String);

text_value!(HsCode);

impl HsCode {
    /// Takes digits with dots, hyphens and blanks between them.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let code = digits(raw);
        if raw.trim().is_empty() {
            return Err(Invalid::Missing);
        }
        let clean = raw.chars().all(|c| c.is_numeric() || c.is_whitespace() || ".-".contains(c));
        match code.len() {
            4 | 6 | 10 if clean => Ok(Self(code)),
            _ => Err(Invalid::Format),
        }
    }

    /// The digits alone.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As customs write it: `1902.30-1010`.
    pub fn dotted(&self) -> String {
        match self.0.len() {
            6 => format!("{}.{}", &self.0[..4], &self.0[4..]),
            10 => format!("{}.{}-{}", &self.0[..4], &self.0[4..6], &self.0[6..]),
            _ => self.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_six_and_ten_digits_pass_in_any_spelling() {
        for (raw, shown) in
            [("1902", "1902"), ("1902.30", "1902.30"), ("1902.30-1010", "1902.30-1010"), ("1902301010", "1902.30-1010")]
        {
            assert_eq!(HsCode::parse(raw).map(|c| c.dotted()), Ok(shown.to_owned()));
        }
    }

    #[test]
    fn other_lengths_are_never_padded() {
        for raw in ["19", "190", "19023", "19023010", "라면", "1902a"] {
            assert_eq!(HsCode::parse(raw), Err(Invalid::Format), "{raw}");
        }
    }
}
