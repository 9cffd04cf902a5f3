//! What gives members back what they forgot.

use super::{AuditRow, DraftRecord, Stored, Submitted};
use crate::clock::Millis;
use async_trait::async_trait;

/// By what an account is looked for.
#[derive(Clone, Copy, Debug)]
pub enum Named<'a> {
    /// An e-mail address in small letters.
    Email(&'a str),
    /// The name to log in with.
    LoginId(&'a str),
}

/// An account that is logged into by a password, with what was entered of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRecord {
    /// The member's id.
    pub member: String,
    /// The name to log in with.
    pub login_id: String,
    /// The company's business number.
    pub business_number: Option<String>,
    /// The keyed hash of the person.
    pub person: Option<String>,
    /// The address as it was entered, where the account was looked for by one.
    pub address: String,
    /// Texts that were entered in forms.
    pub texts: Vec<String>,
}

/// What shows whose account it is.
#[derive(Clone, Copy, Debug)]
pub enum Evidence<'a> {
    /// The person who was verified at this step.
    Person(&'a str),
    /// The code that was confirmed at this step.
    EmailCode(&'a str),
    /// The certificate of the company with this number, in the draft's answers.
    Company(&'a str),
}

/// A recovery: one transaction.
#[derive(Clone, Debug)]
pub struct Recovery<'a> {
    /// The draft as it was read; the recovery holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// What shows whose account it is.
    pub evidence: Evidence<'a>,
    /// Evidence of before this time does not count.
    pub since: Millis,
    /// The account must have this login id, where one was typed.
    pub login_id: Option<&'a str>,
    /// The hash of the new password; without one the account is only told.
    pub password_hash: Option<&'a str>,
    /// What the audit table says; the member is named by the recovery.
    pub audit: &'a AuditRow,
}

/// The account that a recovery found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name to log in with.
    pub login_id: String,
    /// When it was opened.
    pub joined_at: Millis,
}

/// Recovers accounts.
#[async_trait]
pub trait RecoveryStore: Send + Sync {
    /// The accounts of a portal by a name.
    async fn accounts(&self, portal: &str, named: Named<'_>) -> Stored<Vec<AccountRecord>>;
    /// The keyed hash of the person who is verified at a step.
    async fn verified_person(&self, draft: &str, step: &str) -> Stored<Option<String>>;
    /// Recovers an account: everything or nothing, once.
    async fn recover(&self, recovery: Recovery<'_>) -> Stored<Submitted>;
    /// What a submitted draft found.
    async fn found(&self, member: &str) -> Stored<Option<Found>>;
    /// Deletes drafts of a journey that were last touched before a time, and what was counted of sendings before.
    async fn delete_recoveries(&self, portal: &str, journey: &str, before: Millis) -> Stored<u64>;
}
