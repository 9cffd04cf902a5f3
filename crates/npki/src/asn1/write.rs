//! Writes DER. Every function returns a whole element.

use super::tag;
use core::time::Duration;
use der::DateTime;
use der::asn1::ObjectIdentifier as Oid;

/// An element of these parts.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 6);
    out.push(tag);
    if let Ok(short @ 0..=0x7f) = u8::try_from(length) {
        out.push(short);
    } else {
        let octets = length.to_be_bytes();
        let significant = &octets[octets.iter().take_while(|octet| **octet == 0).count()..];
        // At most eight, so the cast is exact.
        #[expect(clippy::cast_possible_truncation, reason = "a usize has at most eight octets")]
        out.push(0x80 | significant.len() as u8);
        out.extend_from_slice(significant);
    }
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(tag::SEQUENCE, parts)
}

/// A SET OF in the order of DER.
pub(crate) fn set_of(parts: &[&[u8]]) -> Vec<u8> {
    let mut sorted = parts.to_vec();
    sorted.sort_unstable();
    tlv(tag::SET, &sorted)
}

pub(crate) fn oid(oid: Oid) -> Vec<u8> {
    tlv(tag::OID, &[oid.as_bytes()])
}

pub(crate) fn octets(value: &[u8]) -> Vec<u8> {
    tlv(tag::OCTET_STRING, &[value])
}

pub(crate) fn null() -> Vec<u8> {
    tlv(tag::NULL, &[])
}

/// An INTEGER of octets that may have too many zeros in front, or one too few.
pub(crate) fn integer(octets: &[u8]) -> Vec<u8> {
    let significant = &octets[octets.iter().take_while(|octet| **octet == 0).count()..];
    match significant.first() {
        None => tlv(tag::INTEGER, &[&[0]]),
        Some(0x80..) => tlv(tag::INTEGER, &[&[0], significant]),
        Some(_) => tlv(tag::INTEGER, &[significant]),
    }
}

pub(crate) fn small(value: u32) -> Vec<u8> {
    integer(&value.to_be_bytes())
}

/// `UTCTime` up to 2049 and `GeneralizedTime` after it, as RFC 5280 wants. Times before 1970 are written as 1970, and
/// those after 9999 as its end.
pub(crate) fn time(unix: i64) -> Vec<u8> {
    let seconds = u64::try_from(unix).unwrap_or(0);
    let moment = DateTime::from_unix_duration(Duration::from_secs(seconds)).unwrap_or(DateTime::INFINITY);
    let mut digits = Vec::with_capacity(15);
    let (tag, first) = if moment.year() < 2050 { (tag::UTC_TIME, 2) } else { (tag::GENERALIZED_TIME, 0) };
    let year = moment.year();
    for power in [1000, 100, 10, 1] {
        digits.push(b'0' + u8::try_from(year / power % 10).unwrap_or(0));
    }
    digits.drain(..first);
    for part in [moment.month(), moment.day(), moment.hour(), moment.minutes(), moment.seconds()] {
        digits.extend([b'0' + part / 10, b'0' + part % 10]);
    }
    digits.push(b'Z');
    tlv(tag, &[&digits])
}

/// A BIT STRING whose last bits do not count.
#[cfg(feature = "issue")]
pub(crate) fn bits(value: &[u8], unused: u8) -> Vec<u8> {
    tlv(tag::BIT_STRING, &[&[unused], value])
}

#[cfg(feature = "issue")]
pub(crate) fn boolean(value: bool) -> Vec<u8> {
    tlv(tag::BOOLEAN, &[&[if value { 0xff } else { 0 }]])
}

#[cfg(feature = "issue")]
pub(crate) fn utf8(text: &str) -> Vec<u8> {
    tlv(tag::UTF8_STRING, &[text.as_bytes()])
}

#[cfg(feature = "issue")]
pub(crate) fn unsigned(value: u64) -> Vec<u8> {
    integer(&value.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for length in [0usize, 1, 127, 128, 255, 256, 70_000] {
            let value = vec![7u8; length];
            let written = octets(&value);
            assert_eq!(Reader::new(&written).only(tag::OCTET_STRING).unwrap().value, value);
        }
        for number in [0u32, 1, 127, 128, 255, 256, u32::MAX] {
            let written = small(number);
            assert_eq!(Reader::new(&written).only(tag::INTEGER).unwrap().small(), Ok(number));
        }
        for moment in [0i64, 1_795_219_200, 2_524_607_999, 2_524_608_000, 4_102_444_800] {
            let written = time(moment);
            assert_eq!(Reader::new(&written).any().unwrap().time(), Ok(moment));
        }
    }
}
