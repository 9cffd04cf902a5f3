//! Deleting a member with everything of theirs.

use super::{AuditRow, Stored};
use async_trait::async_trait;

/// What became of leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing of the member is there any more but the files: they lie under the id of the audit row, to be erased.
    Done {
        /// The company went too: nobody else was linked to it.
        with_company: bool,
    },
    /// The member stands for a company that has others.
    MasterStays,
    /// There is no such member.
    Unknown,
}

/// Deletes members.
#[async_trait]
pub trait LeavingStore: Send + Sync {
    /// Deletes a member: everything or nothing. A company that nobody else is linked to goes too.
    /// Another system that may know the member is to be told by this message.
    async fn leave(&self, member: &str, message: &str, audit: &AuditRow) -> Stored<Left>;
}
