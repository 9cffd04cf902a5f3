//! Imported editions of the code lists.

use super::{AuditRow, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_classify::{Entry, Gone};
use gaip_domain::value::CodeList;

/// An imported edition without its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionRecord {
    /// Its id.
    pub id: String,
    /// The list.
    pub list: CodeList,
    /// SHA-256 of its entries in hexadecimal: the same content has the same digest.
    pub digest: String,
    /// Names of the files that it came from.
    pub files: Vec<String>,
    /// How many entries it has.
    pub codes: u64,
    /// When it was imported.
    pub imported_at: Millis,
    /// When it last came into force.
    pub in_force_at: Option<Millis>,
}

/// Puts an edition in the place of another: one transaction.
#[derive(Clone, Copy, Debug)]
pub struct Swap<'a> {
    /// The edition.
    pub edition: &'a EditionRecord,
    /// The edition that must still be in force; `None` for the built-in one.
    pub instead_of: Option<&'a str>,
    /// What the audit table says.
    pub audit: &'a AuditRow,
}

/// Keeps imported editions.
#[async_trait]
pub trait CodeStore: Send + Sync {
    /// The id of the edition in force; `None` where nothing was imported.
    async fn edition_in_force(&self, list: CodeList) -> Stored<Option<String>>;
    /// The edition with this content that was written to its end.
    async fn edition_with(&self, list: CodeList, digest: &str) -> Stored<Option<EditionRecord>>;
    /// The entries of an edition.
    async fn entries(&self, edition: &str) -> Stored<Vec<Entry>>;
    /// Codes of editions that were in force and that this edition lacks, with their last labels.
    async fn gone(&self, list: CodeList, edition: &str) -> Stored<Vec<Gone>>;
    /// Deletes what imports left behind that did not come to their end.
    async fn delete_unfinished(&self, list: CodeList) -> Stored<()>;
    /// Announces an edition; it is not in force.
    async fn begin_edition(&self, edition: &EditionRecord) -> Stored<()>;
    /// Adds entries to an announced edition.
    async fn add_entries(&self, edition: &str, entries: &[Entry]) -> Stored<()>;
    /// Puts a complete edition in force. False where another import came between; then nothing changed.
    async fn put_in_force(&self, swap: Swap<'_>) -> Stored<bool>;
}
