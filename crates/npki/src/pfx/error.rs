use crate::asn1::Malformed;
use crate::key::KeyError;
use core::fmt;
use der::asn1::ObjectIdentifier as Oid;

/// Why a PFX does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PfxError {
    /// Larger than [`super::MAX_PFX`].
    TooLarge,
    /// Another kind of file.
    NotAPfx,
    /// Begins as a PFX, but cannot be read to its end.
    Damaged,
    /// Protected in a way that is not supported: its OID.
    UnsupportedFormat(Oid),
    /// Asks for no rounds of key derivation, or for too many.
    TooManyIterations,
    /// The password does not open it.
    WrongPassword,
    /// No certificate with its key is in it.
    NoIdentity,
}

impl fmt::Display for PfxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "pfx_too_large",
            Self::NotAPfx => "not_a_pfx",
            Self::Damaged => "pfx_damaged",
            Self::UnsupportedFormat(oid) => return write!(f, "pfx_unsupported_format: {oid}"),
            Self::TooManyIterations => "pfx_too_many_iterations",
            Self::WrongPassword => "pfx_wrong_password",
            Self::NoIdentity => "pfx_no_identity",
        })
    }
}

impl core::error::Error for PfxError {}

impl From<Malformed> for PfxError {
    fn from(Malformed: Malformed) -> Self {
        Self::Damaged
    }
}

impl From<KeyError> for PfxError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::UnsupportedFormat(oid) => Self::UnsupportedFormat(oid),
            KeyError::TooManyIterations => Self::TooManyIterations,
            KeyError::WrongPassword => Self::WrongPassword,
            KeyError::TooLarge | KeyError::NotAKey | KeyError::NotEncrypted | KeyError::Damaged => Self::Damaged,
        }
    }
}
