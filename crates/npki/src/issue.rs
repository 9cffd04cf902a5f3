//! A sandbox authority: roots, issuing authorities, owners' certificates in the Korean profile, key files in every
//! format, PFX files, revocation lists and OCSP answers, for demonstrations and tests.
//!
//! Every authority made here says TEST in its name. Keys of authorities that people are to trust do not belong here.

mod answer;
mod authority;
mod draft;
mod key_file;
mod list;
mod pfx_file;
mod profile;

pub use answer::{Answer, answer};
pub use authority::Authority;
pub use draft::{Draft, Extension, Validity};
pub use key_file::{KeyFormat, encrypt_key, generate_key, generate_random, sign_octets};
pub use list::{List, Revoked};
pub use pfx_file::{PfxFormat, pfx};
pub use profile::{OwnerOrder, Use, owner};

use core::fmt;

/// Why something was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueError {
    /// No RSA key of that length can be made, or the key cannot sign.
    Key,
    /// What was made does not read back: the order holds something that certificates cannot.
    Order,
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "issue_bad_key",
            Self::Order => "issue_bad_order",
        })
    }
}

impl core::error::Error for IssueError {}
