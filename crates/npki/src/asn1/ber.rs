//! BER to DER, for PFX files: Apple's Keychain and Java's older tools write lengths that end with a mark, and strings
//! in pieces. Only the form changes: definite lengths, strings in one piece. The order of sets stays.

use super::{Malformed, Parsed, tag, write};

/// More levels than any PFX has.
const MAX_DEPTH: u8 = 32;

/// The one element at the front, in DER form. Its work is bounded by the length of the input times the depth.
pub(crate) fn to_der(bytes: &[u8]) -> Parsed<Vec<u8>> {
    let (element, rest) = element(bytes, 0)?;
    if rest.is_empty() { Ok(element) } else { Err(Malformed) }
}

fn element(bytes: &[u8], depth: u8) -> Parsed<(Vec<u8>, &[u8])> {
    if depth > MAX_DEPTH {
        return Err(Malformed);
    }
    let (&[first, second], rest) = bytes.split_first_chunk::<2>().ok_or(Malformed)?;
    if first & 0x1f == 0x1f || first == 0 {
        return Err(Malformed);
    }
    let constructed = first & 0x20 != 0;
    let (inside, after) = match second {
        0x80 if constructed => (None, rest),
        0x80 => return Err(Malformed),
        0..=0x7f => split(rest, usize::from(second))?,
        _ => {
            let (length, rest) = rest.split_at_checked(usize::from(second & 0x7f)).ok_or(Malformed)?;
            if length.len() > 4 {
                return Err(Malformed);
            }
            split(rest, length.iter().fold(0, |sum, octet| sum << 8 | usize::from(*octet)))?
        }
    };
    match inside {
        Some(value) if !constructed => Ok((write::tlv(first, &[value]), after)),
        Some(value) => {
            let mut left = value;
            let mut parts = Vec::new();
            while !left.is_empty() {
                let (part, rest) = element(left, depth + 1)?;
                parts.push(part);
                left = rest;
            }
            Ok((join(first, &parts)?, after))
        }
        None => {
            let mut left = after;
            let mut parts = Vec::new();
            loop {
                if let [0, 0, rest @ ..] = left {
                    return Ok((join(first, &parts)?, rest));
                }
                let (part, rest) = element(left, depth + 1)?;
                parts.push(part);
                left = rest;
            }
        }
    }
}

fn split(bytes: &[u8], length: usize) -> Parsed<(Option<&[u8]>, &[u8])> {
    bytes.split_at_checked(length).map(|(value, after)| (Some(value), after)).ok_or(Malformed)
}

/// The element of these parts; pieces of an OCTET STRING become one.
fn join(tag: u8, parts: &[Vec<u8>]) -> Parsed<Vec<u8>> {
    let is_string = tag == tag::OCTET_STRING | 0x20;
    let mut pieces = Vec::with_capacity(parts.len());
    for part in parts {
        let piece = super::Reader::new(part).any()?;
        pieces.push(if is_string && piece.tag == tag::OCTET_STRING { piece.value } else { piece.whole });
        if is_string && piece.tag != tag::OCTET_STRING {
            return Err(Malformed);
        }
    }
    Ok(write::tlv(if is_string { tag::OCTET_STRING } else { tag }, &pieces))
}
