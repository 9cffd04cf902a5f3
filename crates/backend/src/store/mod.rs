//! What is kept, as traits: use cases know these, not SQL.

pub mod applications;
pub mod certificates;
pub mod challenges;
pub mod codes;
pub mod company_accounts;
pub mod company_logins;
pub mod consents;
pub mod conversions;
pub mod drafts;
pub mod email_codes;
pub mod employees;
pub mod files;
pub mod financial;
pub mod identities;
pub mod invitations;
pub mod leaving;
pub mod links;
pub mod members;
pub mod old_accounts;
pub mod operators;
pub mod own;
pub mod passkeys;
pub mod recovery;
pub mod sessions;
pub mod socials;
pub mod sql;
pub mod syncs;

pub use applications::{ApplicationRecord, ApplicationStore, Decided, Papers, Seen};
pub use certificates::{CertificateStore, FurtherCertificate, RegisteredRecord};
pub use challenges::{Bond, ChallengeRecord, ChallengeStore, Using};
pub use codes::{CodeStore, EditionRecord, Swap};
pub use company_accounts::{Approval, CompanyAccountStore, NewApproval, Registration, TryLimits};
pub use company_logins::{CompanyAccount, CompanyChange, CompanyLoginStore, KnownCompany, NewCompanyHash};
pub use consents::{ConsentStore, DecisionRecord};
pub use conversions::{Conversion, ConversionStore};
pub use drafts::{AnswerWrite, Answered, Answers, DraftRecord, DraftStore, Secret, Secrets};
pub use email_codes::{CodeOwner, EmailCodeRecord, EmailCodeStore};
pub use employees::{
    Actor, CompanyDeed, CompanyLogFound, CompanyRecord, Decision, EmployeeRecord, EmployeeStore, NewOffer, OfferRecord,
};
pub use files::{FileRecord, FileStore};
pub use financial::{FinancialRecord, FinancialStage, FinancialStore};
pub use identities::{Attempting, Confirmed, IdentityRecord, IdentityStore};
pub use invitations::{InvitationRecord, InvitationStore, InviteLimits, NewInvitation, Resending};
pub use leaving::{LeavingStore, Left};
pub use links::{LinkStore, Linking};
pub use members::{Marked, MemberRecord, MemberStore, NewCompany, NewMember, Submission, Submitted, role_word};
pub use old_accounts::{OldAccountRecord, OldAccountStore};
pub use operators::{AuditFound, NewPassword, OperatorRecord, OperatorStore, Slice};
pub use own::{ActivityFound, NewOwnHash, OwnChange, OwnChanged, OwnStore};
pub use passkeys::{AddedPasskey, PasskeyRecord, PasskeyStore};
pub use recovery::{AccountRecord, Evidence, Found, Named, Recovery, RecoveryStore};
pub use sessions::{LoginRecord, NewLogin, OpenLogin, SessionRecord, SessionStore, Who};
pub use socials::{ShownAccount, SocialFlow, SocialStore};
pub use syncs::{LeftRecord, SyncFound, SyncOf, SyncRecord, SyncStore};

use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use std::fmt;

/// The store failed: the database cannot be reached or holds what it must not hold. Never carries what people typed.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<Failure> for ProblemCode {
    fn from(failure: Failure) -> Self {
        tracing::error!(%failure, "the store failed");
        ProblemCode::Internal
    }
}

/// What the store answers.
pub type Stored<T> = Result<T, Failure>;

/// What is written down for good.
pub use gaip_contract::bodies::AuditEvent as Event;

/// A row of the audit table: ids, nothing personal.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Millis,
    /// What.
    pub event: Event,
    /// On which portal; empty where it concerns all.
    pub portal: String,
    /// Whom it concerns, where known.
    pub member: Option<String>,
    /// The operator who did it; none for members and for commands.
    pub operator: Option<String>,
}

/// Everything that is kept.
#[async_trait]
pub trait Store:
    SessionStore
    + DraftStore
    + EmailCodeStore
    + MemberStore
    + ApplicationStore
    + OperatorStore
    + OwnStore
    + PasskeyStore
    + FileStore
    + CodeStore
    + ChallengeStore
    + CertificateStore
    + IdentityStore
    + InvitationStore
    + LeavingStore
    + LinkStore
    + SyncStore
    + SocialStore
    + CompanyAccountStore
    + CompanyLoginStore
    + ConsentStore
    + ConversionStore
    + FinancialStore
    + OldAccountStore
    + RecoveryStore
    + EmployeeStore
{
    /// Whether the database answers.
    async fn ping(&self) -> Stored<()>;
    /// Ends every connection in order.
    async fn close(&self);
    /// Adds a row to the audit table.
    async fn audit(&self, row: &AuditRow) -> Stored<()>;
}
