//! Joint certificates of Korea (공동인증서, NPKI): bytes in, facts or typed refusals out.

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
