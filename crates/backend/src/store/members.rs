//! Members and what they handed in.

use super::{AuditRow, DraftRecord, FileRecord, RegisteredRecord, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::Facts;

/// A member in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRecord {
    /// Its id.
    pub id: String,
    /// The portal joined.
    pub portal: String,
    /// The journey taken.
    pub journey: String,
    /// The name to log in with.
    pub login_id: String,
    /// The company's business number.
    pub business_number: String,
    /// The company's name as entered.
    pub company: String,
    /// The number of the sign-up.
    pub reference: String,
    /// The originals are still to be received.
    pub provisional: bool,
    /// When it joined.
    pub joined_at: Millis,
}

/// The member that a submission makes.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Everything that is in a line.
    pub member: MemberRecord,
    /// The company's id.
    pub company_id: String,
    /// Argon2id hash.
    pub password_hash: String,
    /// Certificates that proved the company; the member logs in by them.
    pub certificates: Vec<RegisteredRecord>,
}

/// A submission: one transaction.
#[derive(Clone, Debug)]
pub struct Submission<'a> {
    /// The draft as it was read; the submission holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// Who joins.
    pub new: &'a NewMember,
    /// Files that the answers name.
    pub files: &'a [String],
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// The member exists.
    Done,
    /// The draft changed or was submitted meanwhile; read it again.
    Stale,
    /// A file that an answer names is not there or not complete.
    FileMissing,
    /// The login id is somebody's.
    LoginIdTaken,
    /// The company is a member.
    CompanyIsMember,
    /// The key was used for another draft.
    KeyReused,
    /// The reference number exists; draw another.
    ReferenceTaken,
}

/// What became of marking originals as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// The member is a full one now.
    Full(MemberRecord),
    /// It was one already.
    Already(MemberRecord),
    /// There is no such member.
    Unknown,
}

/// Keeps members.
#[async_trait]
pub trait MemberStore: Send + Sync {
    /// Makes a member from a draft: everything or nothing, once.
    async fn submit(&self, submission: Submission<'_>) -> Stored<Submitted>;
    /// The member of an id.
    async fn member(&self, id: &str) -> Stored<Option<MemberRecord>>;
    /// The id and the password hash of a login id.
    async fn credentials(&self, portal: &str, login_id: &str) -> Stored<Option<(String, String)>>;
    /// Whether a login id is somebody's.
    async fn login_id_taken(&self, portal: &str, login_id: &str) -> Stored<bool>;
    /// Whether a company has its member.
    async fn company_is_member(&self, portal: &str, business_number: &str) -> Stored<bool>;
    /// What a member answered.
    async fn facts_of_member(&self, id: &str) -> Stored<Facts>;
    /// The files that a member handed in, oldest first.
    async fn files_of_member(&self, id: &str) -> Stored<Vec<FileRecord>>;
    /// Every member, newest first; only those whose originals are missing where asked.
    async fn members(&self, provisional_only: bool) -> Stored<Vec<MemberRecord>>;
    /// Marks the originals of a member, found by reference or business number, as received.
    async fn mark_originals(&self, portal: &str, wanted: &str, audit: &AuditRow) -> Stored<Marked>;
}
