//! Industry codes, the numbers of what a business does.

use super::{Invalid, Parsed, text_value};
use crate::text::digits;

/// A KSIC code of 3 to 5 digits (manual rows D92, W60). Whether it exists, and whether it is deep enough, is a question
/// for the edition in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndustryCode(String);

text_value!(IndustryCode);

impl IndustryCode {
    /// Takes digits, with the letter of the section before them or not: `C10730`.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Invalid::Missing);
        }
        let code = raw.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(raw).trim_start();
        let clean = code.chars().all(char::is_numeric);
        let code = digits(code);
        if clean && (3..=5).contains(&code.len()) { Ok(Self(code)) } else { Err(Invalid::Format) }
    }

    /// The digits alone.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_to_five_digits_pass_with_or_without_the_section() {
        for (raw, code) in [("10730", "10730"), (" C10730 ", "10730"), ("C 1073", "1073"), ("107", "107")] {
            assert_eq!(IndustryCode::parse(raw).map(|c| c.to_string()), Ok(code.to_owned()), "{raw}");
        }
    }

    #[test]
    fn words_and_other_lengths_are_no_code() {
        for raw in ["제조업", "10", "107301", "C", "10-730"] {
            assert_eq!(IndustryCode::parse(raw), Err(Invalid::Format), "{raw}");
        }
        assert_eq!(IndustryCode::parse("  "), Err(Invalid::Missing));
    }
}
