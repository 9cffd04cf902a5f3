use crate::asn1::Malformed;
use core::fmt;
use der::asn1::ObjectIdentifier as Oid;

/// Why a list or an answer says nothing about a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevocationError {
    /// Larger than what is read.
    TooLarge,
    /// Another kind of file.
    NotACrl,
    /// Begins as what it should be, but cannot be read to its end.
    Damaged,
    /// Not by the authority that issued the certificate, nor by one that it delegated to.
    OtherIssuer,
    /// The signature is not that of the authority's key.
    BadSignature,
    /// Signed over a hash weaker than SHA-256, or not with RSA PKCS #1 v1.5.
    WeakAlgorithm,
    /// Made after the time that is asked about.
    NotYetValid,
    /// There is a newer one by now, or it does not say until when it counts.
    Stale,
    /// A list for other certificates: another partition, or only those of authorities, or only those of owners.
    OtherPartition,
    /// A list of changes, of other authorities too, or of some reasons only: more than the profile has.
    UnsupportedKind,
    /// A critical extension that is not understood.
    UnknownCritical(Oid),
    /// The responder did not answer: its status, such as 6 for who must show a certificate first.
    NoAnswer(u32),
    /// The answer is about other certificates.
    OtherCertificate,
    /// The responder does not know the certificate.
    Unknown,
    /// The answer is not to the question that was asked.
    OtherNonce,
}

impl fmt::Display for RevocationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "revocation_too_large",
            Self::NotACrl => "not_a_crl",
            Self::Damaged => "revocation_damaged",
            Self::OtherIssuer => "revocation_other_issuer",
            Self::BadSignature => "revocation_bad_signature",
            Self::WeakAlgorithm => "revocation_weak_algorithm",
            Self::NotYetValid => "revocation_not_yet_valid",
            Self::Stale => "revocation_stale",
            Self::OtherPartition => "revocation_other_partition",
            Self::UnsupportedKind => "revocation_unsupported_kind",
            Self::UnknownCritical(oid) => return write!(f, "revocation_unknown_critical: {oid}"),
            Self::NoAnswer(status) => return write!(f, "revocation_no_answer: {status}"),
            Self::OtherCertificate => "revocation_other_certificate",
            Self::Unknown => "revocation_unknown",
            Self::OtherNonce => "revocation_other_nonce",
        })
    }
}

impl core::error::Error for RevocationError {}

impl From<Malformed> for RevocationError {
    fn from(Malformed: Malformed) -> Self {
        Self::Damaged
    }
}
