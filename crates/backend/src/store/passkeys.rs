//! Passkeys by which members log in.

use super::{AuditRow, Stored};
use crate::clock::Millis;
use async_trait::async_trait;

/// A passkey that a member registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRecord {
    /// Its id.
    pub id: String,
    /// The member.
    pub member: String,
    /// The number that the authenticator gave: base64url.
    pub credential: String,
    /// The public key as text.
    pub key: String,
    /// How often it was used, as the authenticator says.
    pub count: u32,
    /// It may be copied to other devices of its owner.
    pub copied: bool,
    /// What the member calls it.
    pub name: String,
    /// When it was registered.
    pub made_at: Millis,
    /// When somebody last logged in by it.
    pub used_at: Option<Millis>,
}

/// What became of adding a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddedPasskey {
    /// It is the member's now.
    Done,
    /// The member has too many.
    Full,
    /// Somebody registered it already.
    Known,
}

/// Keeps passkeys.
#[async_trait]
pub trait PasskeyStore: Send + Sync {
    /// The random number by which authenticators know a member; the given one where there is none yet.
    async fn passkey_handle(&self, member: &str, new: &str) -> Stored<String>;
    /// The passkeys of a member, newest first.
    async fn passkeys_of_member(&self, member: &str) -> Stored<Vec<PasskeyRecord>>;
    /// Adds a passkey, up to a number of them for each member.
    async fn add_passkey(&self, new: &PasskeyRecord, most: usize, audit: &AuditRow) -> Stored<AddedPasskey>;
    /// The passkey of a number, if it belongs to the member whom authenticators know by this handle.
    async fn passkey(&self, credential: &str, handle: &str) -> Stored<Option<PasskeyRecord>>;
    /// Notes a use: `false` where the counter did not go up, or the passkey is gone.
    async fn use_passkey(&self, id: &str, count: u32, at: Millis) -> Stored<bool>;
    /// Removes a member's passkey; `false` where the member has none of this id.
    async fn remove_passkey(&self, member: &str, id: &str, audit: &AuditRow) -> Stored<bool>;
}
