//! Passwords, and the octets that the writers of key files made of them.

use core::fmt;
use zeroize::Zeroizing;

/// A password as its owner typed it. Nothing is trimmed and no rule is asked of it: old files have short ones.
///
/// Which octets a password of other than ASCII characters stands for depends on the program that wrote the file. The
/// ways that are known are tried one after the other, at most four.
pub struct Password {
    text: Zeroizing<String>,
    cp949: Option<Zeroizing<Vec<u8>>>,
}

impl Password {
    /// A password of these characters.
    pub fn new(text: &str) -> Self {
        Self { text: Zeroizing::new(text.to_owned()), cp949: None }
    }

    /// Adds how the password reads in CP949, as programs of Windows wrote it. Its table is the caller's affair; a
    /// browser has one in `TextDecoder`.
    #[must_use]
    pub fn with_cp949(mut self, octets: Vec<u8>) -> Self {
        self.cp949 = Some(Zeroizing::new(octets));
        self
    }

    /// The octets to try, the likely first: UTF-8 with composed Hangul, CP949, the low octets of UTF-16 (Bouncy
    /// Castle and a mobile SDK), UTF-8 with decomposed Hangul. One if all characters are ASCII.
    pub(crate) fn candidates(&self) -> Vec<Zeroizing<Vec<u8>>> {
        let mut out = vec![Zeroizing::new(composed(&self.text).as_bytes().to_vec())];
        if self.text.is_ascii() {
            return out;
        }
        out.extend(self.cp949.as_ref().map(|octets| Zeroizing::new(octets.to_vec())));
        let text = composed(&self.text);
        // Room for all, so that no copy stays behind in memory.
        let mut low = Zeroizing::new(Vec::with_capacity(text.len()));
        low.extend(text.encode_utf16().map(|unit| unit.to_be_bytes()[1]));
        out.push(low);
        out.push(Zeroizing::new(decomposed(&self.text).as_bytes().to_vec()));
        out.dedup_by(|later, earlier| **later == **earlier);
        out
    }

    /// UTF-16BE with two zero octets behind it, as the key derivation of PFX takes it (RFC 7292 appendix B.1).
    pub(crate) fn bmp(&self) -> Zeroizing<Vec<u8>> {
        let text = composed(&self.text);
        let mut out = Zeroizing::new(Vec::with_capacity(text.len() * 2 + 2));
        for unit in text.encode_utf16().chain([0]) {
            out.extend_from_slice(&unit.to_be_bytes());
        }
        out
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

// Hangul composes by arithmetic (Unicode, section 3.12), so no table is needed for it; of other scripts nothing is
// changed. Nobody types a decomposed é on a Korean keyboard.
const SYLLABLE: u32 = 0xac00;
const LEAD: u32 = 0x1100;
const VOWEL: u32 = 0x1161;
const TAIL: u32 = 0x11a7;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;
const SYLLABLES: u32 = 19 * VOWELS * TAILS;

/// The text with every syllable of Hangul as one character.
fn composed(text: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(text.len()));
    let mut held: Option<char> = None;
    for c in text.chars() {
        match held.and_then(|before| join(before, c)) {
            Some(syllable) => held = Some(syllable),
            None => out.extend(held.replace(c)),
        }
    }
    out.extend(held);
    out
}

/// The character of a lead and a vowel, or of an open syllable and a tail.
fn join(before: char, c: char) -> Option<char> {
    let (before, c) = (u32::from(before), u32::from(c));
    let lead = before.wrapping_sub(LEAD);
    let vowel = c.wrapping_sub(VOWEL);
    if lead < 19 && vowel < VOWELS {
        return char::from_u32(SYLLABLE + (lead * VOWELS + vowel) * TAILS);
    }
    let syllable = before.wrapping_sub(SYLLABLE);
    let tail = c.wrapping_sub(TAIL);
    let open = syllable < SYLLABLES && syllable.is_multiple_of(TAILS);
    if open && (1..TAILS).contains(&tail) { char::from_u32(before + tail) } else { None }
}

/// The text with every syllable of Hangul in its letters, as macOS writes it.
fn decomposed(text: &str) -> Zeroizing<String> {
    // Room for the largest outcome, so that no copy stays behind in memory.
    let mut out = Zeroizing::new(String::with_capacity(text.len() * 3));
    for c in text.chars() {
        let syllable = u32::from(c).wrapping_sub(SYLLABLE);
        if syllable >= SYLLABLES {
            out.push(c);
            continue;
        }
        let letters =
            [LEAD + syllable / (VOWELS * TAILS), VOWEL + syllable % (VOWELS * TAILS) / TAILS, TAIL + syllable % TAILS];
        out.extend(letters.into_iter().filter(|letter| *letter != TAIL).filter_map(char::from_u32));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ascii_password_has_one_reading() {
        let password = Password::new(" Sample!pass1 ").with_cp949(b"other".to_vec());
        let candidates = password.candidates();
        assert_eq!(candidates.len(), 1);
        assert_eq!(&**candidates[0], b" Sample!pass1 ");
    }

    #[test]
    fn a_korean_password_has_four_readings_whichever_way_it_was_typed() {
        let decomposed = "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}1";
        for typed in ["한글1", decomposed] {
            let candidates = Password::new(typed).with_cp949(b"\xc7\xd1\xb1\xdb1".to_vec()).candidates();
            let candidates: Vec<&[u8]> = candidates.iter().map(|octets| octets.as_slice()).collect();
            let low = [0x5c, 0x00, b'1'];
            assert_eq!(candidates, ["한글1".as_bytes(), b"\xc7\xd1\xb1\xdb1", &low, decomposed.as_bytes()]);
        }
    }

    #[test]
    fn a_password_does_not_print_itself() {
        assert_eq!(format!("{:?}", Password::new("secret")), "Password");
    }
}
