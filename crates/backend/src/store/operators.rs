//! Staff of the agency, and what they look through.

use super::{AuditRow, FileRecord, MemberRecord, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::bodies::AuditEvent;

/// An account of the agency's staff for one portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorRecord {
    /// Its id.
    pub id: String,
    /// The portal.
    pub portal: String,
    /// The name to log in with.
    pub login_id: String,
    /// The person's name.
    pub name: String,
    /// When it was added.
    pub added_at: Millis,
}

/// A change of an operator's password.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// The hash that is to be replaced.
    pub before: &'a str,
    /// The hash of the new password.
    pub after: &'a str,
    /// The session that goes on, by id.
    pub session: &'a str,
    /// The hash of its new token.
    pub token_hash: &'a str,
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Rows before it.
    pub offset: u32,
    /// Rows of it, at most.
    pub limit: u32,
}

impl Slice {
    /// The whole list.
    pub const ALL: Self = Self { offset: 0, limit: i32::MAX as u32 };
}

/// A line of the audit table, with what its ids stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditFound {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Millis,
    /// What.
    pub event: AuditEvent,
    /// The operator who did it: login id and name.
    pub operator: Option<(String, String)>,
    /// The reference of the member whom it concerns.
    pub reference: Option<String>,
}

/// Keeps operators, and finds what they look for at their portal.
#[async_trait]
pub trait OperatorStore: Send + Sync {
    /// Adds an account. False where the login id is taken.
    async fn add_operator(&self, operator: &OperatorRecord, password_hash: &str, audit: &AuditRow) -> Stored<bool>;
    /// Takes an account away; its logins are over. The account, where there was one.
    async fn remove_operator(&self, portal: &str, login_id: &str, audit: &AuditRow) -> Stored<Option<OperatorRecord>>;
    /// Changes a password: the operator's other logins end, and this one has another token. False where the hash is not the
    /// one that it was.
    async fn change_password(&self, change: NewPassword<'_>, audit: &AuditRow) -> Stored<bool>;
    /// Every account, by portal and login id.
    async fn operators(&self) -> Stored<Vec<OperatorRecord>>;
    /// The account of an id, unless it was taken away.
    async fn operator(&self, id: &str) -> Stored<Option<OperatorRecord>>;
    /// The account and the password hash of a login id.
    async fn operator_credentials(&self, portal: &str, login_id: &str) -> Stored<Option<(OperatorRecord, String)>>;
    /// Provisional members of a portal whose company, number or reference holds the words, newest first; with how many
    /// there are in all. Applicants are none of them: they wait for more than originals.
    async fn provisional(&self, portal: &str, words: &str, slice: Slice) -> Stored<(u32, Vec<MemberRecord>)>;
    /// A file that a member of a portal handed in, and whose it is.
    async fn file_of_portal(&self, portal: &str, id: &str) -> Stored<Option<(FileRecord, String)>>;
    /// The audit lines of a portal, of one kind where asked, newest first; with how many there are in all.
    async fn audit_of_portal(
        &self,
        portal: &str,
        event: Option<AuditEvent>,
        slice: Slice,
    ) -> Stored<(u32, Vec<AuditFound>)>;
}
