//! Members that another system is to be told of, also that they left.

use super::{AuditRow, MemberRecord, Slice, Stored};
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
    /// What is left of a member who left.
    pub left: Option<LeftRecord>,
}

/// What the other system knows a member by who left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftRecord {
    /// The portal.
    pub portal: String,
    /// The number of the sign-up.
    pub reference: String,
    /// When the member left.
    pub at: Millis,
}

/// Of whom the other system is to be told.
#[derive(Clone, Debug)]
pub enum SyncOf {
    /// A member.
    Member(MemberRecord),
    /// One who left.
    Left(LeftRecord),
}

impl SyncOf {
    /// The number of the sign-up.
    pub fn reference(&self) -> &str {
        match self {
            Self::Member(member) => &member.reference,
            Self::Left(left) => &left.reference,
        }
    }
}

/// How it stands with a member that another system is to be told of.
#[derive(Clone, Debug)]
pub struct SyncFound {
    /// The member's id.
    pub id: String,
    /// The member, or what is left of it.
    pub of: SyncOf,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next.
    pub next_at: Millis,
    /// The other system was told.
    pub told: bool,
}

/// Keeps what is to be told until it was.
#[async_trait]
pub trait SyncStore: Send + Sync {
    /// Members of whom something is due, oldest first.
    async fn due_syncs(&self, now: Millis, most: i64) -> Stored<Vec<String>>;
    /// Takes what is due of one member: nobody else gets it before `until`. Nothing where it was told, or somebody is at
    /// it.
    async fn take_sync(&self, member: &str, now: Millis, until: Millis) -> Stored<Option<SyncRecord>>;
    /// The same for an operator, whenever it would be due, unless somebody is at it or it was tried since so many attempts.
    async fn take_sync_now(
        &self,
        member: &str,
        attempts: i64,
        now: Millis,
        until: Millis,
        audit: &AuditRow,
    ) -> Stored<Option<SyncRecord>>;
    /// The other system knows what this message says; of who left nothing is kept then. A message that a newer one has
    /// taken the place of says nothing.
    async fn told(&self, sync: &SyncRecord, at: Millis) -> Stored<()>;
    /// It does not, and is told again at `next`.
    async fn not_told(&self, sync: &SyncRecord, next: Millis) -> Stored<()>;
    /// Whether the other system is still to be told of a member.
    async fn awaits_sync(&self, member: &str) -> Stored<bool>;
    /// Members of a portal, or of all, that the other system does not know after at least so many attempts, oldest first;
    /// with how many there are in all.
    async fn untold(&self, portal: Option<&str>, attempts: i64, slice: Slice) -> Stored<(u32, Vec<SyncFound>)>;
    /// How it stands with a member of a portal, told or not; nothing where nobody is to be told.
    async fn sync_of(&self, portal: &str, reference: &str) -> Stored<Option<SyncFound>>;
}
