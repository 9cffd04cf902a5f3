//! What members change of what they entered at sign-up.

use super::{AuditRow, DecisionRecord, Event, Slice, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::Answer;
use std::collections::BTreeMap;

/// A change: one transaction.
#[derive(Clone, Debug)]
pub struct OwnChange<'a> {
    /// The member.
    pub member: &'a str,
    /// The version that it was made from; it holds only while it still is so.
    pub version: i64,
    /// The answers that are others now, by step.
    pub answers: &'a BTreeMap<String, Answer>,
    /// The member's name, where a form has another now.
    pub name: Option<&'a str>,
    /// Decisions about documents.
    pub decisions: &'a [DecisionRecord],
    /// The code that proved a new e-mail address, which is used up.
    pub code: Option<&'a str>,
    /// Names the message by which another system is told.
    pub message: &'a str,
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnChanged {
    /// It is kept.
    Done,
    /// Another change was first.
    Stale,
    /// The code was used, or another took its place.
    CodeGone,
}

/// A member's new password.
#[derive(Clone, Copy, Debug)]
pub struct NewOwnHash<'a> {
    /// The member.
    pub member: &'a str,
    /// The hash in use, as it was read.
    pub before: &'a str,
    /// The new one.
    pub hash: &'a str,
    /// The session that goes on.
    pub session: &'a str,
    /// The hash of its new token.
    pub token_hash: &'a str,
}

/// A line of the audit log that is about a member.
#[derive(Clone, Debug)]
pub struct ActivityFound {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Millis,
    /// What.
    pub event: Event,
    /// An operator did it.
    pub by_operator: bool,
    /// Another member or a company did it.
    pub by_other: bool,
}

/// Keeps what members change.
#[async_trait]
pub trait OwnStore: Send + Sync {
    /// A part of what happened to a member's account, newest first, and how many lines there are in all. That another system
    /// was told anew is no act on the account.
    async fn activity(&self, member: &str, slice: Slice) -> Stored<(u32, Vec<ActivityFound>)>;
    /// Counts the changes of a member.
    async fn info_version(&self, member: &str) -> Stored<i64>;
    /// Changes what was entered: everything or nothing.
    async fn change_info(&self, change: OwnChange<'_>) -> Stored<OwnChanged>;
    /// Changes the password and ends every other login; `false` where the password was another by then.
    async fn change_own_password(&self, new: NewOwnHash<'_>, audit: &AuditRow) -> Stored<bool>;
}
