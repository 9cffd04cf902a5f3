//! Company certificates (공동인증서): something to sign, what a proof shows, whom to trust.
//!
//! A challenge is made for one session and purpose and counts once. A proof is judged at the server's time, against the
//! authorities that the operator trusts; what cannot be found out is refused, never taken for good.

mod challenge;
mod folder;
pub mod issue;
mod proof;
mod revocation;
mod rules;
mod sandbox;
mod seal;
mod trust;

pub use challenge::{Ask, LIFE as CHALLENGE_LIFE, ask, bound, sweep, take};
pub use folder::Authorities;
pub use proof::{Shown, take_and_show};
pub use revocation::Fetched;
pub use rules::rules;
pub use sandbox::Sandbox;
pub use trust::Trust;

use crate::refusal::Outcome;
use crate::store::MemberRecord;
use gaip_contract::ProblemCode;
use gaip_domain::value::BusinessNumber;

/// The company of a member, as the certificate names it; a person without one has nothing that a certificate could prove.
pub fn company_of(member: &MemberRecord) -> Outcome<BusinessNumber> {
    let number = member.business_number.as_deref().ok_or(ProblemCode::NotFound)?;
    BusinessNumber::parse(number).map_err(|_| ProblemCode::Internal.into())
}
