//! Codes that are sent by e-mail.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;

/// Whose code it is; each has one at a time.
#[derive(Clone, Copy, Debug)]
pub enum CodeOwner<'a> {
    /// A draft's step.
    Step {
        /// The draft.
        draft: &'a str,
        /// The step.
        step: &'a str,
    },
    /// A member, for a new address.
    Member(&'a str),
}

/// A code. Nothing that was typed is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailCodeRecord {
    /// Names this code.
    pub attempt: String,
    /// Keyed hash of what was typed.
    pub claim: String,
    /// Keyed hash of the code.
    pub code_hash: String,
    /// Whose address it is; none where what was typed is not one member's.
    pub member: Option<String>,
    /// When it was sent.
    pub sent_at: Millis,
    /// Until when it counts.
    pub expires_at: Millis,
    /// Codes that were tried.
    pub tries: i64,
    /// How often one was sent after the first time.
    pub resends: i64,
    /// When resends began to count.
    pub since: Millis,
    /// When it was used.
    pub confirmed_at: Option<Millis>,
}

/// Keeps codes, and counts what was sent.
#[async_trait]
pub trait EmailCodeStore: Send + Sync {
    /// The code of an owner.
    async fn email_code(&self, owner: CodeOwner<'_>) -> Stored<Option<EmailCodeRecord>>;
    /// Keeps a code in the place of the one before and counts the sending; `false` where that is not the one of this id any
    /// more.
    async fn begin_email_code(&self, owner: CodeOwner<'_>, new: &EmailCodeRecord, before: Option<&str>)
    -> Stored<bool>;
    /// Counts a try before it is made; `false` where none is left or the code was used.
    async fn try_email_code(&self, attempt: &str, most: i64) -> Stored<bool>;
    /// Uses a code; `false` where it was used or another took its place.
    async fn confirm_email_code(&self, attempt: &str, at: Millis) -> Stored<bool>;
    /// How many codes were sent to a member since a time.
    async fn sendings(&self, member: &str, since: Millis) -> Stored<i64>;
    /// Deletes members' codes that began to count before a time; those of a draft go with it.
    async fn delete_codes_of_members(&self, before: Millis) -> Stored<()>;
}
