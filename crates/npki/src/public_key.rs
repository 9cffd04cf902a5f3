//! RSA public keys, the only kind that joint certificates have.

use crate::asn1::{Malformed, Parsed, Reader, tag};
use crate::hash::{Hash, plain_algorithm};
use crate::oids;
use rsa::{BoxedUint, Pkcs1v15Sign};
use sha2::{Sha256, Sha384, Sha512};

/// Moduli that are computed with, in bits. Weaker and larger keys are parsed but verify nothing.
const MODULUS_BITS: core::ops::RangeInclusive<usize> = 1024..=4096;
/// Moduli that a signature may rest on today, in bits.
const STRONG_BITS: core::ops::RangeInclusive<usize> = 2048..=4096;

/// An RSA public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    modulus: Box<[u8]>,
    exponent: Box<[u8]>,
}

impl PublicKey {
    /// Reads the whole element of a `SubjectPublicKeyInfo`; `None` if the key is of another kind than RSA.
    pub(crate) fn parse(whole: &[u8]) -> Parsed<Option<Self>> {
        let mut info = Reader::new(whole).only(tag::SEQUENCE)?.inside();
        let algorithm = info.sequence()?;
        let key = info.one(tag::BIT_STRING)?;
        info.end()?;
        if algorithm.clone().oid()? != oids::RSA {
            return Ok(None);
        }
        plain_algorithm(algorithm)?;
        let mut numbers = Reader::new(key.bit_octets()?).only(tag::SEQUENCE)?.inside();
        let modulus = numbers.one(tag::INTEGER)?.unsigned()?;
        let exponent = numbers.one(tag::INTEGER)?.unsigned()?;
        numbers.end()?;
        if exponent.len() > 8 { Err(Malformed) } else { Ok(Some(Self::from_parts(modulus, exponent))) }
    }

    /// A key of big-endian numbers without leading zeros.
    pub(crate) fn from_parts(modulus: &[u8], exponent: &[u8]) -> Self {
        Self { modulus: modulus.into(), exponent: exponent.into() }
    }

    /// The length of the modulus in bits.
    pub fn bits(&self) -> usize {
        let zeros = self.modulus.first().map_or(0, |octet| octet.leading_zeros() as usize);
        self.modulus.len() * 8 - zeros
    }

    /// Whether its length is one that a signature may rest on: 2048 to 4096 bits.
    pub fn is_strong(&self) -> bool {
        STRONG_BITS.contains(&self.bits())
    }

    /// Whether this is an RSASSA-PKCS1-v1_5 signature (RFC 8017 section 8.2) of the message by this key. The message may
    /// be given in parts. Never over SHA-1.
    pub fn verifies(&self, hash: Hash, message: &[&[u8]], signature: &[u8]) -> bool {
        self.verify(hash, message, signature).is_some()
    }

    fn verify(&self, hash: Hash, message: &[&[u8]], signature: &[u8]) -> Option<()> {
        if !MODULUS_BITS.contains(&self.bits()) {
            return None;
        }
        let number = |octets: &[u8]| BoxedUint::from_be_slice(octets, u32::try_from(octets.len() * 8).ok()?).ok();
        let key = rsa::PublicKey::new(number(&self.modulus)?, number(&self.exponent)?).ok()?;
        let scheme = match hash {
            // Nobody's signature over SHA-1 is evidence any more.
            Hash::Sha1 => return None,
            Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
            Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
            Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        };
        key.verify(scheme, &hash.digest(message), signature).ok()
    }
}
