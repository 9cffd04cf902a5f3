//! Private keys: files under a password, and what comes out of them.

mod error;
mod private;
mod random;
mod scheme;

pub use error::KeyError;
pub use private::PrivateKey;
pub use random::Random;
pub(crate) use scheme::{Budget, Scheme, rounds};

use crate::asn1::{Reader, tag};
use crate::certificate::unarmored;
use crate::password::Password;

/// The largest file that is read as a key, in bytes.
pub const MAX_KEY: usize = 64 * 1024;
/// The most rounds of key derivation that a file may ask for.
pub const MAX_ROUNDS: u32 = 1_000_000;

/// A key under a password (`EncryptedPrivateKeyInfo` of RFC 5208): signPri.key.
#[derive(Debug)]
pub struct EncryptedKey {
    scheme: Scheme,
    data: Box<[u8]>,
}

impl EncryptedKey {
    /// Reads a key file in DER or PEM, of at most 64 KiB. Nothing is derived yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyError> {
        if bytes.len() > MAX_KEY {
            return Err(KeyError::TooLarge);
        }
        let der = unarmored(bytes, "ENCRYPTED PRIVATE KEY").ok_or(KeyError::NotAKey)?;
        let mut outer = Reader::new(&der);
        if outer.peek() != Some(tag::SEQUENCE) {
            return Err(KeyError::NotAKey);
        }
        let mut fields = outer.sequence()?;
        outer.end()?;
        match fields.peek() {
            // The version of a key without a password, or of a PFX.
            Some(tag::INTEGER) => return Err(not_encrypted(fields)),
            Some(tag::SEQUENCE) => {}
            _ => return Err(KeyError::NotAKey),
        }
        let algorithm = fields.sequence()?;
        // Where a certificate has its version, and a list or an answer something else.
        if algorithm.peek() != Some(tag::OID) {
            return Err(KeyError::NotAKey);
        }
        let data = fields.one(tag::OCTET_STRING)?.value;
        fields.end()?;
        let scheme = Scheme::parse(algorithm)?;
        if !scheme.fits(data) {
            return Err(KeyError::Damaged);
        }
        Ok(Self { scheme, data: data.into() })
    }

    /// Opens it. Padding that is right by chance is found out, so that a wrong password is never taken for a broken
    /// file. The work is bounded by the rounds that the file asks for, eight times for a password of other than ASCII
    /// characters.
    pub fn open(&self, password: &Password) -> Result<PrivateKey, KeyError> {
        self.open_within(password, MAX_ROUNDS)
    }

    /// The same with another limit than [`MAX_ROUNDS`] to the rounds of one derivation.
    pub fn open_within(&self, password: &Password, rounds: u32) -> Result<PrivateKey, KeyError> {
        Budget::new(rounds).spend(self.scheme.rounds())?;
        self.scheme.open(password, &self.data, PrivateKey::parse).unwrap_or(Err(KeyError::WrongPassword))
    }
}

/// What a SEQUENCE that begins with a number is, if it is a key: version, algorithm, key.
fn not_encrypted(mut fields: Reader) -> KeyError {
    let mut is_key = || {
        fields.any().ok()?;
        fields.sequence().ok()?.oid().ok()?;
        fields.one(tag::OCTET_STRING).ok()
    };
    if is_key().is_some() { KeyError::NotEncrypted } else { KeyError::NotAKey }
}
