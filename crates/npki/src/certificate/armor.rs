//! PEM (RFC 7468) off: DER passes as it is.

use std::borrow::Cow;

/// The DER in the bytes: themselves, or what the first PEM block with this label holds. `None` if the text has no such
/// block or its Base64 is wrong.
pub(crate) fn unwrap<'a>(bytes: &'a [u8], label: &str) -> Option<Cow<'a, [u8]>> {
    let first = bytes.iter().position(|octet| !octet.is_ascii_whitespace());
    if bytes.first() == Some(&0x30) || first.is_none_or(|at| bytes[at] != b'-' && bytes[at] != b'B') {
        return Some(Cow::Borrowed(bytes));
    }
    let text = core::str::from_utf8(bytes).ok()?;
    let body = text.split_once(&format!("-----BEGIN {label}-----"))?.1;
    let body = body.split_once(&format!("-----END {label}-----"))?.0;
    base64(body).map(Cow::Owned)
}

/// Base64 (RFC 4648 section 4) with blanks and line breaks anywhere.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0u32);
    let mut digits = text.bytes().filter(|octet| !octet.is_ascii_whitespace());
    for octet in digits.by_ref() {
        let digit = match octet {
            b'A'..=b'Z' => octet - b'A',
            b'a'..=b'z' => octet - b'a' + 26,
            b'0'..=b'9' => octet - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    digits.all(|octet| octet == b'=').then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pem_comes_off_and_der_passes() {
        let pem = b"Bag Attributes\n-----BEGIN X-----\nMAMC\r\nAQE=\n-----END X-----\n";
        assert_eq!(unwrap(pem, "X").as_deref(), Some(&[0x30, 3, 2, 1, 1][..]));
        assert_eq!(unwrap(pem, "Y"), None);
        assert_eq!(unwrap(b"-----BEGIN X-----\nM?==\n-----END X-----", "X"), None);
        assert_eq!(unwrap(&[0x30, 3, 2, 1, 1], "X").as_deref(), Some(&[0x30, 3, 2, 1, 1][..]));
    }
}
