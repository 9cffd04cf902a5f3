//! What is kept, as traits: use cases know these, not SQL.

pub mod applications;
pub mod certificates;
pub mod challenges;
pub mod codes;
pub mod company_accounts;
pub mod drafts;
pub mod files;
pub mod financial;
pub mod identities;
pub mod members;
pub mod sessions;
pub mod socials;
pub mod sql;
pub mod syncs;

pub use applications::ApplicationStore;
pub use certificates::{CertificateStore, RegisteredRecord};
pub use challenges::{Bond, ChallengeRecord, ChallengeStore, Using};
pub use codes::{CodeStore, EditionRecord, Swap};
pub use company_accounts::{Approval, CompanyAccountStore, Registration, TryLimits};
pub use drafts::{AnswerWrite, Answered, Answers, DraftRecord, DraftStore, SecretHashes};
pub use files::{FileRecord, FileStore};
pub use financial::{FinancialRecord, FinancialStage, FinancialStore};
pub use identities::{Attempting, Confirmed, IdentityRecord, IdentityStore};
pub use members::{Marked, MemberRecord, MemberStore, NewCompany, NewMember, Submission, Submitted, role_word};
pub use sessions::{LoginRecord, SessionRecord, SessionStore};
pub use socials::{ShownAccount, SocialFlow, SocialStore};
pub use syncs::{SyncRecord, SyncStore};

use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_domain::value::CodeList;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A member logged in.
    LoggedIn,
    /// A login failed; the member is named where the login id exists.
    LoginFailed,
    /// A member logged in by a registered certificate.
    LoggedInByCertificate,
    /// A member logged in by an account at a provider.
    LoggedInByAccount,
    /// A member logged in by a registered financial certificate.
    LoggedInByFinancial,
    /// A login by certificate failed; the member is named where the certificate is registered.
    CertificateLoginFailed,
    /// A member proved by the company's certificate that sensitive changes may be made.
    SteppedUp,
    /// A member registered another certificate.
    CertificateRegistered,
    /// A member took a registered certificate away.
    CertificateDeleted,
    /// A sign-up was submitted.
    Submitted,
    /// A general member registered a company.
    CompanyRegistered,
    /// An operator received the originals.
    OriginalsReceived,
    /// An operator approved the papers of a company.
    ApplicationApproved,
    /// An operator refused the papers of a company.
    ApplicationRejected,
    /// An operator put an edition of a code list in force.
    EditionInForce(CodeList),
}

impl Event {
    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Event::LoggedIn => "logged_in",
            Event::LoginFailed => "login_failed",
            Event::LoggedInByCertificate => "logged_in_by_certificate",
            Event::LoggedInByAccount => "logged_in_by_account",
            Event::LoggedInByFinancial => "logged_in_by_financial",
            Event::CertificateLoginFailed => "certificate_login_failed",
            Event::SteppedUp => "stepped_up",
            Event::CertificateRegistered => "certificate_registered",
            Event::CertificateDeleted => "certificate_deleted",
            Event::Submitted => "submitted",
            Event::CompanyRegistered => "company_registered",
            Event::OriginalsReceived => "originals_received",
            Event::ApplicationApproved => "application_approved",
            Event::ApplicationRejected => "application_rejected",
            Event::EditionInForce(CodeList::Hs) => "hs_edition_in_force",
            Event::EditionInForce(CodeList::Ksic) => "ksic_edition_in_force",
        }
    }
}

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
}

/// Everything that is kept.
#[async_trait]
pub trait Store:
    SessionStore
    + DraftStore
    + MemberStore
    + ApplicationStore
    + FileStore
    + CodeStore
    + ChallengeStore
    + CertificateStore
    + IdentityStore
    + SyncStore
    + SocialStore
    + CompanyAccountStore
    + FinancialStore
{
    /// Whether the database answers.
    async fn ping(&self) -> Stored<()>;
    /// Ends every connection in order.
    async fn close(&self);
    /// Adds a row to the audit table.
    async fn audit(&self, row: &AuditRow) -> Stored<()>;
}
