use crate::asn1::Malformed;
use core::fmt;

/// Why bytes are not a certificate that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateError {
    /// Larger than [`super::MAX_CERTIFICATE`].
    TooLarge,
    /// Not a certificate at all: another kind of file.
    NotACertificate,
    /// Begins as a certificate, but cannot be read to its end or contradicts itself.
    Damaged,
    /// Two identities with different virtual ids: it could prove two owners.
    AmbiguousOwner,
}

impl fmt::Display for CertificateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "certificate_too_large",
            Self::NotACertificate => "not_a_certificate",
            Self::Damaged => "certificate_damaged",
            Self::AmbiguousOwner => "certificate_ambiguous_owner",
        })
    }
}

impl core::error::Error for CertificateError {}

impl From<Malformed> for CertificateError {
    fn from(Malformed: Malformed) -> Self {
        Self::Damaged
    }
}
