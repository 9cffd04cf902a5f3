//! Joint certificates of Korea (공동인증서, NPKI): bytes in, facts or typed refusals out. No clock, no I/O, no randomness
//! of its own: times are parameters in seconds since 1970, and whoever calls brings the randomness.
//!
//! A person signs on their own machine:
//! 1. [`certificate::Certificate::parse`] and [`key::EncryptedKey::parse`] read the two files, or [`pfx::Pfx::parse`] the one;
//! 2. [`key::EncryptedKey::open`] or [`pfx::Pfx::open`] takes the password;
//! 3. [`key::PrivateKey::belongs_to`] finds out mixed-up files;
//! 4. [`cms::sign`] signs the server's challenge, and [`seal::seal`] hides the owner's random on its way to the server.
//!
//! A server believes:
//! 1. [`cms::SignedData::verify`]: somebody signed exactly this challenge;
//! 2. [`chain::verify`]: a certificate that is trusted, in force, for signing, and of an accepted policy;
//! 3. [`revocation::Crl`] or [`revocation::ocsp::Response`]: not revoked;
//! 4. [`owner::prove`] with the random from [`seal::open`]: of the owner of this number.
//!
//! Errors are codes, never words for people. Input from outside is bounded in size, in rounds of key derivation and in
//! signatures to compute; nothing recurses but the reader of BER, to 32 levels.
//!
//! Formats: KCAC.TS.CERTPROF, KCAC.TS.SIVID and KCAC.TS.ENC of KISA; RFC 4269, 5280, 5652, 6960, 7292, 8018, 9180.

mod asn1;
mod block;
pub mod certificate;
pub mod chain;
pub mod cms;
mod hash;
#[cfg(feature = "issue")]
pub mod issue;
mod kdf;
pub mod key;
mod name;
mod oids;
pub mod owner;
mod password;
pub mod pfx;
mod public_key;
pub mod revocation;
pub mod seal;
mod seed;

pub use der::asn1::ObjectIdentifier as Oid;
pub use hash::Hash;
pub use name::Name;
pub use password::Password;
pub use public_key::PublicKey;

use core::fmt::Write as _;

/// Octets in lowercase hexadecimal: fingerprints, as people compare them.
pub fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(octets.len() * 2), |mut out, octet| {
        // Writing to a String does not fail.
        let _ = write!(out, "{octet:02x}");
        out
    })
}
