//! Public keys of passkeys (COSE, RFC 9053) and their signatures (section 6.5.5).

use super::{Untrue, cbor};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ciborium::Value;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use rsa::{BoxedUint, Pkcs1v15Sign};
use sha2::{Digest, Sha256};

/// ECDSA on P-256 with SHA-256.
const ES256: i32 = -7;
/// RSA PKCS #1 v1.5 with SHA-256: what Windows makes in older TPMs.
const RS256: i32 = -257;

/// The kinds of key that are taken, the preferred one first.
pub const ALGORITHMS: [i32; 2] = [ES256, RS256];

/// Bits of an RSA key that a signature may rest on.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// A point of P-256.
    Es256(VerifyingKey),
    /// Modulus and exponent, big-endian without leading zeros.
    Rs256(Vec<u8>, Vec<u8>),
}

impl PublicKey {
    /// Reads a COSE key.
    pub fn parse(key: &Value) -> Result<Self, Untrue> {
        let number = |name| cbor::number_entry(key, name).and_then(Value::as_integer).map(i128::from);
        let bytes = |name| cbor::number_entry(key, name).and_then(Value::as_bytes).cloned().ok_or(Untrue);
        match (number(1), number(3)) {
            (Some(2), Some(-7)) if number(-1) == Some(1) => Self::point(&bytes(-2)?, &bytes(-3)?),
            (Some(3), Some(-257)) => {
                let (modulus, exponent) = (bytes(-1)?, bytes(-2)?);
                let sound = modulus.first() != Some(&0) && (1..=8).contains(&exponent.len());
                let strong = RSA_BITS.contains(&(modulus.len() * 8));
                if sound && strong { Ok(Self::Rs256(modulus, exponent)) } else { Err(Untrue) }
            }
            _ => Err(Untrue),
        }
    }

    fn point(x: &[u8], y: &[u8]) -> Result<Self, Untrue> {
        if x.len() != 32 || y.len() != 32 {
            return Err(Untrue);
        }
        let point = [&[4], x, y].concat();
        VerifyingKey::from_sec1_bytes(&point).map(Self::Es256).map_err(|_| Untrue)
    }

    /// Its number at IANA.
    pub fn algorithm(&self) -> i32 {
        match self {
            Self::Es256(_) => ES256,
            Self::Rs256(..) => RS256,
        }
    }

    /// As it is kept: the algorithm and its numbers in base64url.
    pub fn to_text(&self) -> String {
        match self {
            Self::Es256(key) => format!("es256 {}", URL_SAFE_NO_PAD.encode(key.to_sec1_point(true).as_bytes())),
            Self::Rs256(n, e) => format!("rs256 {} {}", URL_SAFE_NO_PAD.encode(n), URL_SAFE_NO_PAD.encode(e)),
        }
    }

    /// Reads what is kept.
    pub fn from_text(text: &str) -> Result<Self, Untrue> {
        let words: Vec<&str> = text.split(' ').collect();
        match words[..] {
            ["es256", point] => {
                VerifyingKey::from_sec1_bytes(&super::bytes(point)?).map(Self::Es256).map_err(|_| Untrue)
            }
            ["rs256", modulus, exponent] => Ok(Self::Rs256(super::bytes(modulus)?, super::bytes(exponent)?)),
            _ => Err(Untrue),
        }
    }

    /// Whether this key signed a message.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), Untrue> {
        match self {
            Self::Es256(key) => {
                let signature = Signature::from_der(signature).map_err(|_| Untrue)?;
                key.verify(message, &signature).map_err(|_| Untrue)
            }
            Self::Rs256(modulus, exponent) => {
                let number = |octets: &[u8]| {
                    let bits = u32::try_from(octets.len() * 8).map_err(|_| Untrue)?;
                    BoxedUint::from_be_slice(octets, bits).map_err(|_| Untrue)
                };
                let key = rsa::PublicKey::new(number(modulus)?, number(exponent)?).map_err(|_| Untrue)?;
                key.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message), signature).map_err(|_| Untrue)
            }
        }
    }
}
