//! What the authenticator did (authenticator data, section 6.1).

use super::{Party, Untrue, cbor};
use ciborium::Value;
use sha2::{Digest, Sha256};

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_COPIED: u8 = 1 << 3;
const IS_COPIED: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// The parts of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthenticatorData {
    party_hash: [u8; 32],
    flags: u8,
    /// How often the passkey was used.
    pub count: u32,
    /// It may be copied to other devices of its owner.
    pub copied: bool,
    /// The new key, where one was made.
    pub attested: Option<Attested>,
}

/// A new key.
#[derive(Clone, Debug, PartialEq)]
pub struct Attested {
    /// The number that the authenticator gave it.
    pub id: Vec<u8>,
    /// The key (COSE).
    pub key: Value,
}

impl AuthenticatorData {
    /// Takes it apart, to the last byte.
    pub fn parse(bytes: &[u8]) -> Result<Self, Untrue> {
        let (party_hash, rest) = bytes.split_first_chunk::<32>().ok_or(Untrue)?;
        let ([flags], rest) = rest.split_first_chunk::<1>().ok_or(Untrue)?;
        let (count, mut rest) = rest.split_first_chunk::<4>().ok_or(Untrue)?;
        let mut attested = None;
        if flags & HAS_KEY != 0 {
            // Which model of authenticator it is, is not looked at.
            let (_, after) = rest.split_first_chunk::<16>().ok_or(Untrue)?;
            let (length, after) = after.split_first_chunk::<2>().ok_or(Untrue)?;
            let (id, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(Untrue)?;
            let (key, after) = cbor::first(after)?;
            attested = Some(Attested { id: id.to_vec(), key });
            rest = after;
        }
        if flags & HAS_EXTENSIONS != 0 {
            let (extensions, after) = cbor::first(rest)?;
            if !extensions.is_map() {
                return Err(Untrue);
            }
            rest = after;
        }
        let data = Self {
            party_hash: *party_hash,
            flags: *flags,
            count: u32::from_be_bytes(*count),
            copied: flags & MAY_BE_COPIED != 0,
            attested,
        };
        if rest.is_empty() { Ok(data) } else { Err(Untrue) }
    }

    /// Whether it was for this party, and finger, face or PIN was asked for.
    pub fn check(&self, party: &Party) -> Result<(), Untrue> {
        let here = self.party_hash[..] == Sha256::digest(party.id.as_bytes())[..];
        let verified = self.flags & PRESENT != 0 && self.flags & VERIFIED != 0;
        let sound = self.copied || self.flags & IS_COPIED == 0;
        if here && verified && sound { Ok(()) } else { Err(Untrue) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(flags: u8, rest: &[u8]) -> Vec<u8> {
        let mut bytes = Sha256::digest(b"localhost").to_vec();
        bytes.push(flags);
        bytes.extend([0, 0, 0, 7]);
        bytes.extend(rest);
        bytes
    }

    #[test]
    fn presence_verification_and_sound_flags_are_wanted() {
        let party = Party::of("http://localhost:8080");
        for (flags, fine) in [(0x05, true), (0x0d, true), (0x1d, true), (0x15, false), (0x01, false), (0x04, false)] {
            let read = AuthenticatorData::parse(&data(flags, &[])).expect("it is whole");
            assert_eq!(read.count, 7);
            assert_eq!(read.check(&party).is_ok(), fine, "{flags:#x}");
            assert!(read.check(&Party::of("https://elsewhere.kr")).is_err());
        }
    }

    #[test]
    fn not_a_byte_is_missing_or_left() {
        assert!(AuthenticatorData::parse(&data(0x05, &[])[..36]).is_err());
        assert!(AuthenticatorData::parse(&data(0x05, &[0])).is_err());
        assert!(AuthenticatorData::parse(&data(0x85, &[0xa0])).is_ok());
        assert!(AuthenticatorData::parse(&data(0x85, &[0x00])).is_err(), "extensions are a map");
        assert!(AuthenticatorData::parse(&data(0x45, &[0; 16])).is_err());
        assert!(AuthenticatorData::parse(&data(0x45, &[0xff; 20])).is_err(), "an id longer than the data");
    }
}
