//! Certificates by which members log in.

use super::{AuditRow, DraftRecord, Stored, Submitted};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::CertificateEvidence;

/// A certificate that a member registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredRecord {
    /// Its id.
    pub id: String,
    /// The member.
    pub member: String,
    /// What was seen of it.
    pub evidence: CertificateEvidence,
    /// When it was registered.
    pub registered_at: Millis,
}

/// The registration of a further certificate by whoever proved the company: one transaction.
#[derive(Clone, Debug)]
pub struct FurtherCertificate<'a> {
    /// The draft as it was read; the registration holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// The certificate, of the company's account.
    pub new: &'a RegisteredRecord,
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// Keeps registered certificates.
#[async_trait]
pub trait CertificateStore: Send + Sync {
    /// Registers a certificate at a portal; `false` where somebody registered it there already.
    async fn register_certificate(&self, portal: &str, new: &RegisteredRecord, audit: &AuditRow) -> Stored<bool>;
    /// Registers a further certificate by a draft: everything or nothing, once.
    async fn register_further(&self, further: FurtherCertificate<'_>) -> Stored<Submitted>;
    /// The certificates of a member, newest first.
    async fn certificates_of_member(&self, member: &str) -> Stored<Vec<RegisteredRecord>>;
    /// The id of the member who registered a certificate at a portal.
    async fn member_of_certificate(&self, portal: &str, fingerprint: &str) -> Stored<Option<String>>;
    /// Takes a member's certificate away; `false` where the member has none of this id.
    async fn delete_certificate(&self, member: &str, id: &str, audit: &AuditRow) -> Stored<bool>;
}
