//! Companies whose papers an operator looks at.

use super::{AuditRow, MemberRecord, Stored};
use async_trait::async_trait;

/// Keeps applications: members who registered a company that nobody knows.
#[async_trait]
pub trait ApplicationStore: Send + Sync {
    /// Who waits, oldest first.
    async fn applications(&self) -> Stored<Vec<MemberRecord>>;
    /// Makes the applicant the master, or an associate where the company has its master by now. Nobody
    /// where none of this reference waits.
    async fn approve(&self, reference: &str, audit: &AuditRow) -> Stored<Option<MemberRecord>>;
    /// Keeps the applicant waiting, with the reason. The company is free for others. Nobody where none of this
    /// reference waits.
    async fn reject(&self, reference: &str, reason: &str, audit: &AuditRow) -> Stored<Option<MemberRecord>>;
}
