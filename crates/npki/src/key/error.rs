use crate::asn1::Malformed;
use core::fmt;
use der::asn1::ObjectIdentifier as Oid;

/// Why a key file does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// Larger than [`super::MAX_KEY`].
    TooLarge,
    /// Another kind of file.
    NotAKey,
    /// A key that is not under a password, which no joint certificate has.
    NotEncrypted,
    /// Begins as a key file, but cannot be read to its end.
    Damaged,
    /// Encrypted in a way, or a key of a kind, that is not supported: its OID.
    UnsupportedFormat(Oid),
    /// Asks for no rounds of key derivation, or for more than [`super::MAX_ROUNDS`].
    TooManyIterations,
    /// The password does not open it.
    WrongPassword,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "key_too_large",
            Self::NotAKey => "not_a_key",
            Self::NotEncrypted => "key_not_encrypted",
            Self::Damaged => "key_damaged",
            Self::UnsupportedFormat(oid) => return write!(f, "key_unsupported_format: {oid}"),
            Self::TooManyIterations => "key_too_many_iterations",
            Self::WrongPassword => "key_wrong_password",
        })
    }
}

impl core::error::Error for KeyError {}

impl From<Malformed> for KeyError {
    fn from(Malformed: Malformed) -> Self {
        Self::Damaged
    }
}
