//! Signed messages (CMS `SignedData`, RFC 5652): a challenge of the server's with the owner's signature.

mod error;
mod sign;
mod signer;
mod verify;

pub use error::{SignatureError, SigningError};
pub use sign::sign;
pub use verify::SignedData;
