//! Members that another system is to be told of.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;

/// A member that another system is to be told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncRecord {
    /// The member.
    pub member: String,
    /// Names the message; the same at every attempt.
    pub message: String,
    /// How often it was tried before.
    pub attempts: i64,
}

/// Keeps what is to be told until it was.
#[async_trait]
pub trait SyncStore: Send + Sync {
    /// Takes what is due, oldest first: nobody else gets it before `until`.
    async fn take_syncs(&self, now: Millis, until: Millis, most: i64) -> Stored<Vec<SyncRecord>>;
    /// The same for one member; nothing where it was told, or somebody is at it.
    async fn take_sync(&self, member: &str, now: Millis, until: Millis) -> Stored<Option<SyncRecord>>;
    /// The other system knows the member.
    async fn told(&self, member: &str, at: Millis) -> Stored<()>;
    /// It does not, and is told again at `next`.
    async fn not_told(&self, member: &str, next: Millis) -> Stored<()>;
    /// Whether the other system is still to be told of a member.
    async fn awaits_sync(&self, member: &str) -> Stored<bool>;
    /// Reference numbers of members that were tried in vain at least so often, with the attempts, oldest first.
    async fn stuck_syncs(&self, attempts: i64) -> Stored<Vec<(String, i64)>>;
}
