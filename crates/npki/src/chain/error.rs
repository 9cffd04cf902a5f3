use core::fmt;
use der::asn1::ObjectIdentifier as Oid;

/// Why a certificate is not believed. Of several reasons the last in this order is told, as the closest to a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainError {
    /// No authority that is trusted stands above it.
    UnknownAuthority,
    /// An authority has the right name, but did not sign it.
    BadSignature,
    /// Signed over a hash weaker than SHA-256, not with RSA PKCS #1 v1.5, or with a key not of 2048 to 4096 bits.
    WeakAlgorithm,
    /// Issued by somebody who may not issue certificates.
    NotAnAuthority,
    /// More authorities in between than one of them permits.
    PathTooLong,
    /// A critical extension that is not understood, in the certificate or above it.
    UnknownCritical(Oid),
    /// An authority's certificate is not valid at the time.
    AuthorityNotValid,
    /// Not valid yet.
    NotYetValid,
    /// Not valid any more.
    Expired,
    /// Not a certificate for signing: one for encryption, or an authority's.
    NotForSigning,
    /// None of its policies is accepted, or none is permitted by the authorities.
    PolicyNotAccepted,
}

impl fmt::Display for ChainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownAuthority => "certificate_unknown_authority",
            Self::BadSignature => "certificate_bad_signature",
            Self::WeakAlgorithm => "certificate_weak_algorithm",
            Self::NotAnAuthority => "certificate_not_an_authority",
            Self::PathTooLong => "certificate_path_too_long",
            Self::UnknownCritical(oid) => return write!(f, "certificate_unknown_critical: {oid}"),
            Self::AuthorityNotValid => "certificate_authority_not_valid",
            Self::NotYetValid => "certificate_not_yet_valid",
            Self::Expired => "certificate_expired",
            Self::NotForSigning => "certificate_not_for_signing",
            Self::PolicyNotAccepted => "certificate_policy_not_accepted",
        })
    }
}

impl core::error::Error for ChainError {}
