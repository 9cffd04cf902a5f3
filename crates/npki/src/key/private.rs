use super::{KeyError, Random};
use crate::asn1::{Parsed, Reader, tag};
use crate::certificate::Certificate;
use crate::oids;
use crate::public_key::PublicKey;
use core::fmt;
use der::asn1::ObjectIdentifier as Oid;
use rand_core::CryptoRng;
use rsa::Pkcs1v15Sign;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256};

/// An RSA key that was opened. Zeroised when dropped, not cloned, not printed.
pub struct PrivateKey {
    key: rsa::PrivateKey,
    random: Option<Random>,
}

impl PrivateKey {
    /// Reads a `PrivateKeyInfo` (RFC 5208). `None` if it is none at all: what a wrong password makes of a file.
    pub(crate) fn parse(plain: &[u8]) -> Option<Result<Self, KeyError>> {
        let (algorithm, key, random) = Self::parts(plain).ok()?;
        if algorithm != oids::RSA {
            return Some(Err(KeyError::UnsupportedFormat(algorithm)));
        }
        let key = rsa::PrivateKey::from_pkcs1_der(key).map_err(|_| KeyError::Damaged);
        Some(key.map(|key| Self { key, random }))
    }

    fn parts(plain: &[u8]) -> Parsed<(Oid, &[u8], Option<Random>)> {
        let mut info = Reader::new(plain).only(tag::SEQUENCE)?.inside();
        info.one(tag::INTEGER)?;
        let algorithm = info.sequence()?.oid()?;
        let key = info.one(tag::OCTET_STRING)?.value;
        let random = match info.optional(tag::constructed(0))? {
            Some(attributes) => Random::find(attributes.inside())?,
            None => None,
        };
        // The public key of RFC 5958 may follow.
        info.optional(tag::primitive(1))?;
        info.end()?;
        Ok((algorithm, key, random))
    }

    /// A key that was just made.
    #[cfg(feature = "issue")]
    pub(crate) fn from_parts(key: rsa::PrivateKey, random: Option<Random>) -> Self {
        Self { key, random }
    }

    /// Whether it is the other half of the certificate's key. Files are often mixed up: ask before signing.
    pub fn belongs_to(&self, certificate: &Certificate) -> bool {
        certificate.public_key() == Some(&self.public_key())
    }

    /// Its public half.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::from_parts(&self.key.n_bytes(), &self.key.e_bytes())
    }

    /// The owner's random; `None` if the file has none, as files that went through other programs do.
    pub fn random(&self) -> Option<&Random> {
        self.random.as_ref()
    }

    /// Adds a random that stood beside the key instead of in it, unless it has one.
    #[must_use]
    pub fn with_random(mut self, random: Option<Random>) -> Self {
        self.random = self.random.or(random);
        self
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256, blinded. `None` for a key too short for it.
    pub(crate) fn sign(&self, message: &[u8], rng: &mut impl CryptoRng) -> Option<Vec<u8>> {
        self.key.sign_with_rng(rng, Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message)).ok()
    }

    #[cfg(feature = "issue")]
    pub(crate) fn rsa(&self) -> &rsa::PrivateKey {
        &self.key
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}
