//! Korean telephone numbers.

use super::{Invalid, Parsed, text_value};
use crate::text::digits;

/// A Korean telephone number with hyphens, such as `042-820-9623` or `1566-0566`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

text_value!(Phone);

impl Phone {
    /// Area codes and service numbers that begin a number, for the select of a phone field (manual row D75).
    pub const PREFIXES: [&'static str; 20] = [
        "02", "031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054", "055", "061", "062", "063",
        "064", "070", "010", "080",
    ];
    /// Prefixes of mobile numbers (manual row D76).
    pub const MOBILE_PREFIXES: [&'static str; 6] = ["010", "011", "016", "017", "018", "019"];

    /// Takes any spelling, with `+82` too.
    pub fn parse(raw: &str) -> Parsed<Self> {
        if raw.chars().any(char::is_alphabetic) {
            return Err(Invalid::Format);
        }
        let mut number = digits(raw);
        // A prefix alone is a select that was touched, not a number.
        if number.is_empty()
            || Self::PREFIXES.contains(&number.as_str())
            || Self::MOBILE_PREFIXES.contains(&number.as_str())
        {
            return Err(Invalid::Missing);
        }
        if raw.trim_start().starts_with('+') {
            number = format!("0{}", number.strip_prefix("82").ok_or(Invalid::Format)?.trim_start_matches('0'));
        }
        let prefix = prefix(&number).ok_or(Invalid::Format)?;
        let rest = &number[prefix..];
        if prefix == 0 {
            return if rest.len() == 8 {
                Ok(Self(format!("{}-{}", &rest[..4], &rest[4..])))
            } else {
                Err(Invalid::Format)
            };
        }
        match rest.len() {
            0..7 => Err(Invalid::TooShort(u32::try_from(prefix + 7).unwrap_or(u32::MAX))),
            7 | 8 => Ok(Self(format!("{}-{}-{}", &number[..prefix], &rest[..rest.len() - 4], &rest[rest.len() - 4..]))),
            _ => Err(Invalid::TooLong(u32::try_from(prefix + 8).unwrap_or(u32::MAX))),
        }
    }
}

/// A mobile number.
pub fn mobile(raw: &str) -> Parsed<Phone> {
    let phone = Phone::parse(raw)?;
    let is_mobile = Phone::MOBILE_PREFIXES.iter().any(|prefix| phone.0.starts_with(&format!("{prefix}-")));
    if is_mobile { Ok(phone) } else { Err(Invalid::Format) }
}

/// How many digits the area code or service number has; 0 for eight-digit numbers such as 1566-0566.
fn prefix(number: &str) -> Option<usize> {
    let service = ["15", "16", "18"].iter().any(|start| number.starts_with(start));
    let safe = number.starts_with("050");
    match number {
        _ if service => Some(0),
        _ if number.starts_with("02") => Some(2),
        _ if safe && number.len() >= 11 => Some(4),
        _ => {
            let three = number.get(..3)?;
            let known = Phone::PREFIXES.contains(&three) || Phone::MOBILE_PREFIXES.contains(&three);
            known.then_some(3)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_one_number_is_one_value() {
        for raw in ["042-820-9623", "0428209623", "+82 42 820 9623", "042)820-9623", "+82-042-820-9623"] {
            assert_eq!(Phone::parse(raw).map(|p| p.to_string()), Ok("042-820-9623".to_owned()), "{raw}");
        }
    }

    #[test]
    fn seoul_service_and_safe_numbers_are_grouped_as_people_do() {
        for (raw, shown) in [
            ("0212345678", "02-1234-5678"),
            ("021234567", "02-123-4567"),
            ("15660566", "1566-0566"),
            ("050712345678", "0507-1234-5678"),
        ] {
            assert_eq!(Phone::parse(raw).map(|p| p.to_string()), Ok(shown.to_owned()), "{raw}");
        }
    }

    #[test]
    fn a_chosen_prefix_alone_is_nothing_typed() {
        assert_eq!(Phone::parse("042-"), Err(Invalid::Missing));
        assert_eq!(Phone::parse("042-82"), Err(Invalid::TooShort(10)));
        assert_eq!(Phone::parse("999-1234-5678"), Err(Invalid::Format));
    }

    #[test]
    fn an_office_number_is_not_a_mobile() {
        assert!(mobile("010-1234-5678").is_ok());
        assert_eq!(mobile("042-820-9623"), Err(Invalid::Format));
    }
}
