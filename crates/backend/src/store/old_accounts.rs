//! Accounts of the system of before (decision 0021).

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::bodies::OldKind;

/// An account as it was imported. Nothing tells who it was but a keyed hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAccountRecord {
    /// Its id.
    pub id: String,
    /// The portal whose member it becomes.
    pub portal: String,
    /// The login id as it was.
    pub login_id: String,
    /// Keyed hash of what tells the person from others.
    pub person: String,
    /// What it was.
    pub kind: OldKind,
    /// The company's name, where it had one.
    pub company: Option<String>,
    /// The company's business number, where it had one.
    pub business_number: Option<String>,
    /// When it was opened: `2019-03-04`.
    pub joined_on: String,
}

/// Keeps accounts of the system of before.
#[async_trait]
pub trait OldAccountStore: Send + Sync {
    /// Adds accounts whose login ids are not there yet, all in one transaction; how many were added.
    async fn add_old_accounts(&self, accounts: &[OldAccountRecord], at: Millis) -> Stored<u64>;
    /// Those of whoever is verified in a draft that nobody took over, the newest first.
    async fn old_accounts(&self, portal: &str, draft: &str) -> Stored<Vec<OldAccountRecord>>;
    /// The account of an id, whether somebody took it over or not.
    async fn old_account(&self, id: &str) -> Stored<Option<OldAccountRecord>>;
    /// Deletes those of a portal that nobody took over; how many there were.
    async fn end_old_accounts(&self, portal: &str) -> Stored<u64>;
}
