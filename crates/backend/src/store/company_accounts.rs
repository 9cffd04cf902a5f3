//! Companies that have a login and an approval password of their own.

use super::{AuditRow, DraftRecord, NewCompany, Stored, Submitted};
use crate::clock::Millis;
use async_trait::async_trait;

/// The approval password of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The company's id.
    pub company: String,
    /// Argon2id hash.
    pub hash: String,
}

/// A new approval password.
#[derive(Clone, Copy, Debug)]
pub struct NewApproval<'a> {
    /// Argon2id hash.
    pub hash: &'a str,
    /// It itself, sealed for the company.
    pub sealed: Option<&'a str>,
}

/// How often an approval password may be tried.
#[derive(Clone, Copy, Debug)]
pub struct TryLimits {
    /// In one sign-up since a time.
    pub of_draft: (i64, Millis),
    /// For one company since a time.
    pub of_company: (i64, Millis),
}

/// A registration: one transaction.
#[derive(Clone, Debug)]
pub struct Registration<'a> {
    /// The draft as it was read; the registration holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// The company.
    pub company: &'a NewCompany,
    /// Hash of the password to log in as the company.
    pub password_hash: &'a str,
    /// The approval password.
    pub approval: NewApproval<'a>,
    /// The member who registers it, and is linked to it.
    pub member: &'a str,
    /// The number to quote.
    pub reference: &'a str,
    /// Files that the answers name.
    pub files: &'a [String],
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// Keeps the accounts of companies.
#[async_trait]
pub trait CompanyAccountStore: Send + Sync {
    /// The approval password of a company that is registered at a portal.
    async fn approval(&self, portal: &str, business_number: &str) -> Stored<Option<Approval>>;
    /// Counts a try before it is made; `false` where there were too many.
    async fn try_approval(&self, id: &str, company: &str, draft: &str, at: Millis, limits: TryLimits) -> Stored<bool>;
    /// Gives the tries of a sign-up back: it knew the password.
    async fn forgive_approvals(&self, draft: &str) -> Stored<()>;
    /// Registers a company: everything or nothing, once.
    async fn register_company(&self, registration: Registration<'_>) -> Stored<Submitted>;
    /// The reference of a registration by a member.
    async fn registration(&self, member: &str) -> Stored<Option<String>>;
}
