//! The hash functions that certificates and signatures name.

use crate::asn1::{Element, Malformed, Parsed, Reader, tag};
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1: in old virtual ids and key derivations, never under a signature.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// The hash of the parts, one after the other.
    pub fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn over<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut hash = D::new();
            for part in parts {
                hash.update(part);
            }
            hash.finalize().to_vec()
        }
        match self {
            Self::Sha1 => over::<Sha1>(parts),
            Self::Sha256 => over::<Sha256>(parts),
            Self::Sha384 => over::<Sha384>(parts),
            Self::Sha512 => over::<Sha512>(parts),
        }
    }

    /// Whether a signature may rest on it today.
    pub fn is_strong(self) -> bool {
        self != Self::Sha1
    }

    pub(crate) fn from_oid(oid: Oid) -> Option<Self> {
        Some(match oid {
            oids::SHA1 => Self::Sha1,
            oids::SHA256 => Self::Sha256,
            oids::SHA384 => Self::Sha384,
            oids::SHA512 => Self::Sha512,
            _ => return None,
        })
    }

    /// The hash of an RSA PKCS #1 v1.5 signature algorithm.
    pub(crate) fn of_signature(oid: Oid) -> Option<Self> {
        Some(match oid {
            oids::SHA1_RSA => Self::Sha1,
            oids::SHA256_RSA => Self::Sha256,
            oids::SHA384_RSA => Self::Sha384,
            oids::SHA512_RSA => Self::Sha512,
            _ => return None,
        })
    }
}

/// The OID of an `AlgorithmIdentifier`; its parameters must be NULL or absent, as all ours are.
pub(crate) fn plain_algorithm(mut fields: Reader) -> Parsed<Oid> {
    let oid = fields.oid()?;
    match fields.optional(tag::NULL)? {
        Some(Element { value: [], .. }) | None => {}
        Some(_) => return Err(Malformed),
    }
    fields.end()?;
    Ok(oid)
}
