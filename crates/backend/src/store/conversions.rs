//! Persons who become members of a company.

use super::{AuditRow, DraftRecord, NewCompany, Stored, Submitted};
use async_trait::async_trait;

/// A conversion: one transaction.
#[derive(Clone, Debug)]
pub struct Conversion<'a> {
    /// The draft as it was read; the conversion holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// The member, a person without a company so far.
    pub member: &'a str,
    /// The company; it decides the role.
    pub company: &'a NewCompany,
    /// Files that the answers name.
    pub files: &'a [String],
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// Keeps conversions.
#[async_trait]
pub trait ConversionStore: Send + Sync {
    /// Makes the person a member of the company: everything or nothing, once.
    async fn convert(&self, conversion: Conversion<'_>) -> Stored<Submitted>;
}
