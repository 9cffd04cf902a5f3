use crate::asn1::Malformed;
use core::fmt;

/// Why a message cannot be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SigningError {
    /// The key is not that of the certificate.
    OtherKey,
    /// The key cannot sign: too short, or its numbers contradict each other.
    BadKey,
}

impl fmt::Display for SigningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherKey => "key_of_another_certificate",
            Self::BadKey => "key_cannot_sign",
        })
    }
}

impl core::error::Error for SigningError {}

/// Why a signed message is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// Larger than [`super::SignedData::MAX`].
    TooLarge,
    /// Not a `SignedData` in DER.
    NotSignedData,
    /// Begins as one, but cannot be read to its end.
    Damaged,
    /// The content is not inside.
    Detached,
    /// Not exactly one signer.
    NotOneSigner,
    /// The signer's certificate is not inside.
    NoCertificate,
    /// Several different certificates inside could be the signer's.
    AmbiguousCertificate,
    /// The content is not what was to be signed.
    OtherContent,
    /// One of content type, message digest and signing time is not among the signed attributes.
    MissingAttribute,
    /// A signed attribute stands twice, or has not exactly one value.
    DuplicateAttribute,
    /// A hash function weaker than SHA-256, or a key shorter than 2048 bits.
    WeakAlgorithm,
    /// Not RSA PKCS #1 v1.5, or two algorithms that contradict each other.
    UnsupportedAlgorithm,
    /// The digest among the attributes is not that of the content.
    OtherDigest,
    /// The signature is not that of the certificate's key.
    BadSignature,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "signature_too_large",
            Self::NotSignedData => "not_signed_data",
            Self::Damaged => "signature_damaged",
            Self::Detached => "signature_detached",
            Self::NotOneSigner => "signature_not_one_signer",
            Self::NoCertificate => "signature_no_certificate",
            Self::AmbiguousCertificate => "signature_ambiguous_certificate",
            Self::OtherContent => "signature_other_content",
            Self::MissingAttribute => "signature_missing_attribute",
            Self::DuplicateAttribute => "signature_duplicate_attribute",
            Self::WeakAlgorithm => "signature_weak_algorithm",
            Self::UnsupportedAlgorithm => "signature_unsupported_algorithm",
            Self::OtherDigest => "signature_other_digest",
            Self::BadSignature => "signature_bad",
        })
    }
}

impl core::error::Error for SignatureError {}

impl From<Malformed> for SignatureError {
    fn from(Malformed: Malformed) -> Self {
        Self::Damaged
    }
}
