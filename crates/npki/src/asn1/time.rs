//! Times as certificates write them (RFC 5280 section 4.1.2.5): in UTC, to the second.

use super::{Malformed, Parsed, tag};
use der::DateTime;

/// Seconds since 1970 of a `UTCTime` (two digits of the year, 1970 to 2049) or a `GeneralizedTime` (four).
pub(super) fn parse(tag: u8, value: &[u8]) -> Parsed<i64> {
    let (year, rest) = match (tag, value) {
        (tag::UTC_TIME, [year @ .., _, _, _, _, _, _, _, _, _, _, _]) if year.len() == 2 => {
            let short = number(year)?;
            (if short >= 50 { 1900 + short } else { 2000 + short }, &value[2..])
        }
        (tag::GENERALIZED_TIME, [year @ .., _, _, _, _, _, _, _, _, _, _, _]) if year.len() == 4 => {
            (number(year)?, &value[4..])
        }
        _ => return Err(Malformed),
    };
    let [rest @ .., b'Z'] = rest else { return Err(Malformed) };
    let mut parts = [0u8; 5];
    for (part, digits) in parts.iter_mut().zip(rest.chunks_exact(2)) {
        *part = u8::try_from(number(digits)?).map_err(|_| Malformed)?;
    }
    let [month, day, hour, minute, second] = parts;
    let moment = DateTime::new(year, month, day, hour, minute, second).map_err(|_| Malformed)?;
    i64::try_from(moment.unix_duration().as_secs()).map_err(|_| Malformed)
}

fn number(digits: &[u8]) -> Parsed<u16> {
    digits.iter().try_fold(0u16, |sum, digit| {
        if digit.is_ascii_digit() { Ok(sum * 10 + u16::from(digit - b'0')) } else { Err(Malformed) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seconds_since_1970_and_two_digit_years_turn_at_50() {
        assert_eq!(parse(tag::UTC_TIME, b"700101000000Z"), Ok(0));
        assert_eq!(parse(tag::UTC_TIME, b"261121000000Z"), Ok(1_795_219_200));
        assert_eq!(parse(tag::GENERALIZED_TIME, b"20261121000000Z"), Ok(1_795_219_200));
        assert_eq!(parse(tag::UTC_TIME, b"491231235959Z"), Ok(2_524_607_999));
    }

    #[test]
    fn a_time_without_seconds_or_zone_or_that_never_was_is_malformed() {
        for wrong in
            [&b"2611210000Z"[..], b"261121000000", b"261121000000+0900", b"261321000000Z", b"260230000000Z", b"", b"Z"]
        {
            assert_eq!(parse(tag::UTC_TIME, wrong), Err(Malformed), "{wrong:?}");
        }
    }
}
