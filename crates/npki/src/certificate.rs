//! Certificates of the Korean profile (KCAC.TS.CERTPROF over RFC 5280).

mod armor;
mod error;
mod extensions;
mod owner;
mod parse;

pub(crate) use armor::unwrap as unarmored;
pub use error::CertificateError;
pub use extensions::{GeneralName, KeyUsage};
pub(crate) use extensions::{distribution_point_names, extension};
pub use owner::{Owner, Vid};
pub(crate) use parse::serial;

use crate::hash::Hash;
use crate::hex;
use crate::name::Name;
use crate::public_key::PublicKey;
use core::ops::Range;
use der::asn1::ObjectIdentifier as Oid;
use extensions::Extensions;
use sha2::{Digest, Sha256};

/// The largest file that is read as a certificate, in bytes.
pub const MAX_CERTIFICATE: usize = 64 * 1024;

/// A certificate: what it says, not yet whether to believe it ([`crate::chain::verify`]).
#[derive(Clone, Debug)]
pub struct Certificate {
    der: Box<[u8]>,
    /// Where the part that is signed stands in `der`.
    signed: Range<usize>,
    serial: Box<[u8]>,
    signature_algorithm: Oid,
    signature: Box<[u8]>,
    issuer: Name,
    subject: Name,
    not_before: i64,
    not_after: i64,
    public_key_info: Range<usize>,
    public_key: Option<PublicKey>,
    extensions: Extensions,
}

impl Certificate {
    /// Reads a certificate in DER or in PEM (RFC 7468), of at most 64 KiB.
    pub fn parse(bytes: &[u8]) -> Result<Self, CertificateError> {
        parse::parse(bytes)
    }

    /// The owner's name.
    pub fn subject(&self) -> &Name {
        &self.subject
    }

    /// The name of the authority that issued it.
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    /// The serial number in lowercase hexadecimal, without leading zeros.
    pub fn serial(&self) -> String {
        let mut text = hex(&self.serial);
        if text.len() > 1 && text.starts_with('0') {
            text.remove(0);
        }
        text
    }

    /// The serial number, big-endian without leading zeros.
    pub fn serial_bytes(&self) -> &[u8] {
        &self.serial
    }

    /// When it begins to be valid, in seconds since 1970.
    pub fn not_before(&self) -> i64 {
        self.not_before
    }

    /// The last second in which it is valid, in seconds since 1970.
    pub fn not_after(&self) -> i64 {
        self.not_after
    }

    /// Whether the second is within its validity.
    pub fn is_valid_at(&self, unix: i64) -> bool {
        (self.not_before..=self.not_after).contains(&unix)
    }

    /// All its policies in the order in which they stand. Which kind of certificate it is: compare whole OIDs, and all.
    pub fn policies(&self) -> &[Oid] {
        &self.extensions.policies
    }

    /// What the key may do; `None` if the certificate does not say.
    pub fn key_usage(&self) -> Option<KeyUsage> {
        self.extensions.key_usage
    }

    /// Whether it is for signing (signCert), not for encryption (kmCert).
    pub fn is_for_signing(&self) -> bool {
        self.extensions.key_usage.is_some_and(KeyUsage::digital_signature)
    }

    /// Whether its owner may issue certificates.
    pub fn is_ca(&self) -> bool {
        self.extensions.basic_constraints.is_some_and(|constraints| constraints.ca)
    }

    /// The identity of the owner (id-kisa-identifyData).
    pub fn owner(&self) -> Option<&Owner> {
        self.extensions.owner.as_ref()
    }

    /// Where the list is on which this certificate would be revoked: all names of all distribution points.
    pub fn crl_points(&self) -> &[GeneralName] {
        &self.extensions.crl_points
    }

    /// Addresses of OCSP responders.
    pub fn ocsp_urls(&self) -> &[String] {
        &self.extensions.ocsp
    }

    /// The name people know it by: the real name, else the common name without what banks put behind it (`()0004…`).
    pub fn display_name(&self) -> &str {
        match self.owner() {
            Some(owner) if !owner.real_name.trim().is_empty() => owner.real_name.trim(),
            _ => owner::without_number(self.subject.common_name().unwrap_or_default()),
        }
    }

    /// The RSA key; `None` if it is of another kind.
    pub fn public_key(&self) -> Option<&PublicKey> {
        self.public_key.as_ref()
    }

    /// The whole `SubjectPublicKeyInfo`.
    pub fn public_key_info(&self) -> &[u8] {
        &self.der[self.public_key_info.clone()]
    }

    /// SHA-256 of the DER encoding.
    pub fn fingerprint(&self) -> [u8; 32] {
        Sha256::digest(&self.der).into()
    }

    /// The DER encoding.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    pub(crate) fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// The hash of the signature algorithm, if it is RSA PKCS #1 v1.5 with a hash that we know.
    pub(crate) fn signature_hash(&self) -> Option<Hash> {
        Hash::of_signature(self.signature_algorithm)
    }

    /// Whether the key of this certificate signed the other one, with whatever hash.
    pub(crate) fn signed(&self, other: &Certificate) -> bool {
        match (&self.public_key, other.signature_hash()) {
            (Some(key), Some(hash)) => key.verifies(hash, &[&other.der[other.signed.clone()]], &other.signature),
            _ => false,
        }
    }
}

/// Two certificates are the same if every byte is.
impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate {}
