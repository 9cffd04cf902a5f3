//! Who is there: members, companies, and what they are to each other.

pub use super::invitations::Invitation;
use super::own_code::OwnCode;
use super::passkeys::Passkey;
use gaip_contract::bodies::{AuditEvent, ConsentDecision, FileView, RegisteredCertificate, Role};
use gaip_domain::facts::{CompanyProfile, Facts, SocialAccount, Values};
use gaip_domain::linked_by::LinkedBy;
use serde::{Deserialize, Serialize};

/// A member.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// The id.
    pub id: String,
    /// The portal.
    pub portal: String,
    /// The name to log in with; empty for who has none.
    pub login_id: String,
    /// The mark of the password.
    pub password: Option<u64>,
    /// The name.
    pub name: String,
    /// The company's id.
    pub company: Option<String>,
    /// What they are to it.
    pub role: Role,
    /// How a general member was linked to it.
    pub linked_by: Option<LinkedBy>,
    /// When they were approved.
    pub approved_at: Option<i64>,
    /// The originals are still to be received.
    pub provisional: bool,
    /// Why the papers were refused.
    pub rejected: Option<String>,
    /// The number to quote.
    pub reference: String,
    /// When they joined.
    pub joined_at: i64,
    /// The journey taken.
    pub journey: String,
    /// The journey of the conversion.
    pub converted: Option<String>,
    /// What was entered.
    pub facts: Facts,
    /// Files that were handed in.
    pub files: Vec<FileView>,
    /// Decisions about documents, newest first.
    pub decisions: Vec<(String, ConsentDecision)>,
    /// Registered certificates.
    pub certificates: Vec<RegisteredCertificate>,
    /// The provider by which they log in.
    pub social: Option<SocialAccount>,
    /// What they do with their account.
    pub account: Account,
}

/// What a member does with their own account.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Account {
    /// How often what was entered was changed.
    pub version: u32,
    /// The code that was sent to a new address.
    pub code: Option<OwnCode>,
    /// The passkeys, newest first.
    pub passkeys: Vec<Passkey>,
    /// What happened to the account since the sign-up, oldest first.
    pub acts: Vec<Act>,
}

/// Something that happened to an account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Act {
    /// When.
    pub at: i64,
    /// What.
    pub event: AuditEvent,
}

/// A company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Company {
    /// The id.
    pub id: String,
    /// The portal.
    pub portal: String,
    /// Ten digits.
    pub number: String,
    /// What is known of it.
    pub profile: CompanyProfile,
    /// Its own login: the mark of its password, and its approval password as a number.
    pub account: Option<(u64, u64)>,
    /// What the registration asked of it.
    pub values: Values,
    /// How often that was changed.
    pub version: u32,
    /// When its people were told last that the approval password changed.
    pub told_at: Option<i64>,
}

/// An offer of the master's role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// The id.
    pub id: String,
    /// The company's id.
    pub company: String,
    /// The member's id.
    pub to: String,
    /// When it is over.
    pub expires_at: i64,
}

/// Something that was done for a company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// The company's id.
    pub company: String,
    /// When.
    pub at: i64,
    /// What.
    pub event: AuditEvent,
    /// Who.
    pub by: String,
    /// Whom it concerns.
    pub whom: String,
}
