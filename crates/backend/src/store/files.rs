//! Records of uploaded files; their bytes lie elsewhere.

use super::Stored;
use async_trait::async_trait;

/// An uploaded file of a sign-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// Its id; also its name on disk.
    pub id: String,
    /// The draft that it belongs to.
    pub draft: String,
    /// Its name in NFC.
    pub name: String,
    /// Announced size in bytes.
    pub size: u64,
    /// Bytes received.
    pub received: u64,
    /// All bytes came and the content passed the checks.
    pub complete: bool,
}

/// Records of uploaded files.
#[async_trait]
pub trait FileStore: Send + Sync {
    /// Adds an announced file.
    async fn create_file(&self, file: &FileRecord) -> Stored<()>;
    /// A file of a draft.
    async fn file(&self, draft: &str, id: &str) -> Stored<Option<FileRecord>>;
    /// The files of a draft, oldest first.
    async fn files(&self, draft: &str) -> Stored<Vec<FileRecord>>;
    /// Moves the count of received bytes on.
    async fn advance_file(&self, id: &str, received: u64) -> Stored<()>;
    /// Every byte is there and passed the checks.
    async fn complete_file(&self, id: &str) -> Stored<()>;
    /// Forgets a file.
    async fn delete_file(&self, id: &str) -> Stored<()>;
}
