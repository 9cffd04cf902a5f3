//! What members decided about documents, at sign-up and later.

use super::{AuditRow, Stored};
use crate::clock::Millis;
use async_trait::async_trait;

/// A decision about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRecord {
    /// Its id; empty for one of the sign-up.
    pub id: String,
    /// The document.
    pub terms: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of what was shown.
    pub hash: String,
    /// The choice.
    pub agreed: bool,
    /// When.
    pub at: Millis,
}

/// Keeps decisions. None is ever changed.
#[async_trait]
pub trait ConsentStore: Send + Sync {
    /// Every decision of a member, newest first.
    async fn decisions_of_member(&self, member: &str) -> Stored<Vec<DecisionRecord>>;
    /// Adds decisions: all or none.
    async fn add_decisions(&self, member: &str, decisions: &[DecisionRecord], audit: &AuditRow) -> Stored<()>;
}
