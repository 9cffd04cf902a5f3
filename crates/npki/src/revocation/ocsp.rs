//! Answers of OCSP responders (RFC 6960), and the question.

mod parse;
mod question;

pub use question::request;

use super::{RevocationError, Status};
use crate::certificate::Certificate;
use crate::hash::Hash;
use crate::oids;
use crate::public_key::PublicKey;
use der::asn1::ObjectIdentifier as Oid;
pub(crate) use question::key_bits;
use question::names_certificate;

/// The largest answer that is read, in bytes.
pub const MAX_RESPONSE: usize = 64 * 1024;
/// How long an answer counts that does not say until when, in seconds: a day.
const DEFAULT_LIFE: i64 = 24 * 60 * 60;

/// Who answered.
#[derive(Debug)]
enum Responder {
    Name(crate::name::Name),
    /// SHA-1 of the key.
    Key(Box<[u8]>),
}

/// The answer about one certificate.
#[derive(Debug)]
struct Single {
    /// The `CertID`, whole.
    id: Box<[u8]>,
    /// `None` if the responder does not know it.
    status: Option<Status>,
    this_update: i64,
    next_update: Option<i64>,
}

/// An answer as it came. It says nothing before [`Response::verify`].
#[derive(Debug)]
pub struct Response {
    signed: Box<[u8]>,
    signature_algorithm: Oid,
    signature: Box<[u8]>,
    responder: Responder,
    singles: Vec<Single>,
    nonce: Option<Box<[u8]>>,
    certificates: Vec<Certificate>,
    unknown_critical: Option<Oid>,
}

impl Response {
    /// Reads an `OCSPResponse` in DER, of at most 64 KiB.
    pub fn parse(der: &[u8]) -> Result<Self, RevocationError> {
        parse::parse(der)
    }

    /// What it says of a certificate at a time, in seconds since 1970, if the certificate's issuer signed it or
    /// somebody whom the issuer named a responder. With a nonce, only an answer to the question with that nonce counts.
    pub fn verify(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        nonce: Option<&[u8]>,
        at: i64,
    ) -> Result<Status, RevocationError> {
        if certificate.issuer() != issuer.subject() {
            return Err(RevocationError::OtherIssuer);
        }
        let signer = self.signer(issuer, at)?;
        let hash = Hash::of_signature(self.signature_algorithm).filter(|hash| hash.is_strong());
        let key = signer.public_key().filter(|key| PublicKey::is_strong(key));
        let (Some(hash), Some(key)) = (hash, key) else { return Err(RevocationError::WeakAlgorithm) };
        if !key.verifies(hash, &[&self.signed], &self.signature) {
            return Err(RevocationError::BadSignature);
        }
        if let Some(oid) = self.unknown_critical {
            return Err(RevocationError::UnknownCritical(oid));
        }
        if nonce.is_some_and(|nonce| self.nonce.as_deref() != Some(nonce)) {
            return Err(RevocationError::OtherNonce);
        }
        let mut about = self.singles.iter().filter(|single| names_certificate(&single.id, certificate, issuer));
        let single = about.next().ok_or(RevocationError::OtherCertificate)?;
        if single.this_update > at {
            return Err(RevocationError::NotYetValid);
        }
        if single.next_update.unwrap_or(single.this_update.saturating_add(DEFAULT_LIFE)) < at {
            return Err(RevocationError::Stale);
        }
        single.status.ok_or(RevocationError::Unknown)
    }

    /// The issuer itself, or a responder whose certificate the issuer signed for this purpose.
    fn signer<'a>(&'a self, issuer: &'a Certificate, at: i64) -> Result<&'a Certificate, RevocationError> {
        if self.is_responder(issuer) {
            return Ok(issuer);
        }
        let delegated = |candidate: &&Certificate| {
            let purposes = candidate.extensions().extended_key_usage.as_ref();
            self.is_responder(candidate)
                && candidate.issuer() == issuer.subject()
                && purposes.is_some_and(|purposes| purposes.contains(&oids::OCSP_SIGNING))
                && candidate.is_valid_at(at)
                && candidate.extensions().unknown_critical.is_empty()
                && candidate.signature_hash().is_some_and(Hash::is_strong)
                && issuer.signed(candidate)
        };
        self.certificates.iter().find(delegated).ok_or(RevocationError::OtherIssuer)
    }

    fn is_responder(&self, candidate: &Certificate) -> bool {
        match &self.responder {
            Responder::Name(name) => candidate.subject() == name,
            Responder::Key(id) => key_bits(candidate).is_ok_and(|bits| *Hash::Sha1.digest(&[bits]) == **id),
        }
    }
}
