//! The MAC over a PFX (RFC 7292 section 4, appendix B).

use super::PfxError;
use crate::asn1::{Reader, tag};
use crate::hash::{Hash, plain_algorithm};
use crate::kdf::{self, Purpose};
use crate::key::rounds;
use crate::password::Password;
use hmac::{Hmac, KeyInit};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

#[derive(Debug)]
pub(super) struct Mac {
    hash: Hash,
    digest: Box<[u8]>,
    salt: Box<[u8]>,
    rounds: u32,
}

impl Mac {
    pub fn parse(mut fields: Reader) -> Result<Self, PfxError> {
        let mut info = fields.sequence()?;
        let algorithm = info.sequence()?;
        let oid = algorithm.clone().oid()?;
        let hash = Hash::from_oid(oid).ok_or(PfxError::UnsupportedFormat(oid))?;
        plain_algorithm(algorithm)?;
        let digest = info.one(tag::OCTET_STRING)?.value.into();
        info.end()?;
        let salt = fields.one(tag::OCTET_STRING)?.value;
        let rounds = if fields.peek().is_some() { rounds(&mut fields)? } else { 1 };
        fields.end()?;
        if salt.len() > 1024 {
            return Err(PfxError::Damaged);
        }
        Ok(Self { hash, digest, salt: salt.into(), rounds })
    }

    /// The rounds that checking costs.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    pub fn verifies(&self, password: &Password, safe: &[u8]) -> bool {
        fn check<M: hmac::Mac + KeyInit>(key: &[u8], safe: &[u8], digest: &[u8]) -> bool {
            <M as KeyInit>::new_from_slice(key).is_ok_and(|mac| mac.chain_update(safe).verify_slice(digest).is_ok())
        }
        let length = self.hash.digest(&[]).len();
        let key = kdf::pkcs12(self.hash, Purpose::Mac, &password.bmp(), &self.salt, self.rounds, length);
        match self.hash {
            Hash::Sha1 => check::<Hmac<Sha1>>(&key, safe, &self.digest),
            Hash::Sha256 => check::<Hmac<Sha256>>(&key, safe, &self.digest),
            Hash::Sha384 => check::<Hmac<Sha384>>(&key, safe, &self.digest),
            Hash::Sha512 => check::<Hmac<Sha512>>(&key, safe, &self.digest),
        }
    }
}
