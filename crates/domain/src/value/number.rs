//! Whole numbers with a unit: counts and amounts.

use super::{Invalid, Parsed};

/// The largest amount that a field takes: 999 trillion of its unit, so that no sum overflows.
const MOST: u64 = 999_999_999_999_999;

/// An amount in the unit of its field: a whole number of zero or more; commas and blanks are forgiven.
pub fn amount(raw: &str) -> Parsed<u64> {
    whole(raw, MOST)
}

/// A count, such as employees: a whole number from 0 to 9,999,999 (manual row D95).
pub fn count(raw: &str) -> Parsed<u64> {
    whole(raw, 9_999_999)
}

fn whole(raw: &str, most: u64) -> Parsed<u64> {
    let mut number: u64 = 0;
    let mut any = false;
    for c in raw.trim().chars().filter(|c| !c.is_whitespace() && *c != ',') {
        let digit = match c {
            '0'..='9' => u64::from(c) - u64::from('0'),
            '０'..='９' => u64::from(c) - u64::from('０'),
            _ => return Err(Invalid::NotNumber),
        };
        any = true;
        number = number * 10 + digit;
        if number > most {
            return Err(Invalid::TooLarge(most));
        }
    }
    if any {
        Ok(number)
    } else if raw.trim().is_empty() {
        Err(Invalid::Missing)
    } else {
        Err(Invalid::NotNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_forgiven_and_zero_counts() {
        assert_eq!(amount("12,345"), Ok(12_345));
        assert_eq!(amount("0"), Ok(0));
        assert_eq!(count("１２"), Ok(12));
    }

    #[test]
    fn fractions_signs_and_words_are_not_amounts() {
        for raw in ["1.5", "-3", "12억", ","] {
            assert_eq!(amount(raw), Err(Invalid::NotNumber), "{raw}");
        }
        assert_eq!(amount(" "), Err(Invalid::Missing));
        assert_eq!(amount(&"9".repeat(40)), Err(Invalid::TooLarge(999_999_999_999_999)));
    }
}
