//! From a certificate up to an authority that is trusted: the part of RFC 5280 section 6 that the Korean profile uses.

mod error;
mod policy;
mod search;

pub use error::ChainError;
pub use policy::Policies;

use crate::certificate::Certificate;
use der::asn1::ObjectIdentifier as Oid;
use search::Search;

/// The authorities that are trusted by configuration: KISA's roots, or those of a sandbox.
#[derive(Clone, Debug, Default)]
pub struct Anchors(Vec<Certificate>);

impl Anchors {
    /// These certificates, each checked by whoever configured it: their own signatures count for nothing. Such as are
    /// no authorities' never vouch for anything.
    pub fn new(certificates: Vec<Certificate>) -> Self {
        Self(certificates)
    }

    /// The certificates.
    pub fn certificates(&self) -> &[Certificate] {
        &self.0
    }
}

/// Why a certificate is believed.
#[derive(Clone, Debug)]
pub struct ChainReport<'a> {
    /// The authorities from the issuer up to the anchor, which is last.
    pub authorities: Vec<&'a Certificate>,
    /// Those of the certificate's policies that every authority permits and that are accepted.
    pub policies: Vec<Oid>,
}

impl<'a> ChainReport<'a> {
    /// The authority that issued the certificate, and signs its revocation.
    pub fn issuer(&self) -> &'a Certificate {
        self.authorities[0]
    }
}

/// Verifies the certificate of a signer at a time, in seconds since 1970: a chain of names and signatures up to an
/// anchor, with RSA of 2048 to 4096 bits and SHA-256 or more, every certificate valid, authorities that may issue,
/// depth as permitted, a key for signing, no critical extension that is not understood, and a policy that is accepted.
///
/// Whether it was revoked is asked separately ([`crate::revocation`]). At most 32 signatures are computed, however
/// many intermediate certificates there are.
pub fn verify<'a>(
    certificate: &'a Certificate,
    intermediates: &'a [Certificate],
    anchors: &'a Anchors,
    at: i64,
    accepted: Policies,
) -> Result<ChainReport<'a>, ChainError> {
    Search::new(intermediates, anchors, at, accepted).from(certificate)
}
