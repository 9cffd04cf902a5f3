//! Whether a certificate was revoked: lists of the authority's, and answers of its OCSP responder.

mod crl;
mod entries;
mod error;
pub mod ocsp;
mod point;

pub use crl::{Crl, CurrentCrl};
pub use error::RevocationError;

use crate::asn1::Parsed;
use core::fmt;

/// What an authority says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not revoked.
    Good,
    /// Revoked for good (폐지).
    Revoked {
        /// When, in seconds since 1970.
        at: i64,
        /// Why.
        reason: Reason,
    },
    /// Suspended (효력정지); may be good again later.
    Hold {
        /// Since when, in seconds since 1970.
        at: i64,
    },
}

/// Why a certificate was revoked (RFC 5280 section 5.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not said.
    Unspecified,
    /// Somebody else has the key.
    KeyCompromise,
    /// Somebody else has the authority's key.
    AuthorityCompromise,
    /// The owner is called otherwise now.
    AffiliationChanged,
    /// There is a newer one.
    Superseded,
    /// Not needed any more.
    CessationOfOperation,
    /// A right was taken away.
    PrivilegeWithdrawn,
    /// Somebody else has the key of an attribute authority.
    AttributeAuthorityCompromise,
}

impl Status {
    /// The status of a reason code. A code that RFC 5280 does not have is as bad as one that it has.
    fn of_reason(code: u32, at: i64) -> Self {
        let reason = match code {
            1 => Reason::KeyCompromise,
            2 => Reason::AuthorityCompromise,
            3 => Reason::AffiliationChanged,
            4 => Reason::Superseded,
            5 => Reason::CessationOfOperation,
            6 => return Self::Hold { at },
            9 => Reason::PrivilegeWithdrawn,
            10 => Reason::AttributeAuthorityCompromise,
            _ => Reason::Unspecified,
        };
        Self::Revoked { at, reason }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Good => "good",
            Self::Revoked { .. } => "revoked",
            Self::Hold { .. } => "hold",
        })
    }
}

/// A reason in its own element.
fn reason_code(value: &[u8]) -> Parsed<u32> {
    crate::asn1::Reader::new(value).only(crate::asn1::tag::ENUMERATED)?.small()
}
