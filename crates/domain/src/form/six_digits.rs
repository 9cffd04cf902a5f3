//! Six digits: secrets that people think of, and codes that they are sent.

use crate::text::digits;
use crate::value::{BusinessNumber, Invalid, Parsed, PasswordFlaw};

/// Parses a secret of six digits.
pub fn parse_pin(raw: &str) -> Parsed<String> {
    match digits(raw) {
        none if none.is_empty() => Err(Invalid::Missing),
        pin if pin.len() == 6 && raw.trim().chars().count() == 6 => Ok(pin),
        _ => Err(Invalid::Format),
    }
}

/// Parses a code of six digits that was sent; blanks, as mails and messages show them, do not matter.
pub fn parse_code(raw: &str) -> Parsed<String> {
    match digits(raw) {
        none if none.is_empty() => Err(Invalid::Missing),
        code if code.len() == 6 => Ok(code),
        _ => Err(Invalid::Format),
    }
}

/// Whether six digits are hard to guess: not a sequence, not one digit alone, not part of the company's number.
pub fn check_pin(pin: &str, number: Option<&BusinessNumber>) -> Result<(), PasswordFlaw> {
    let steps: Vec<i16> = pin.as_bytes().windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0])).collect();
    let even = |step: i16| steps.iter().all(|found| *found == step);
    if even(0) || even(1) || even(-1) {
        Err(PasswordFlaw::Sequence)
    } else if number.is_some_and(|number| number.as_str().contains(pin)) {
        Err(PasswordFlaw::Personal)
    } else {
        Ok(())
    }
}
