//! What is kept, as traits: use cases know these, not SQL.

pub mod files;
pub mod sql;

pub use files::{FileRecord, FileStore};

use async_trait::async_trait;
use gaip_contract::ProblemCode;
use std::fmt;

/// The store failed: the database cannot be reached or holds what it must not hold. Never carries what people typed.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<Failure> for ProblemCode {
    fn from(failure: Failure) -> Self {
        tracing::error!(%failure, "the store failed");
        ProblemCode::Internal
    }
}

/// What the store answers.
pub type Stored<T> = Result<T, Failure>;

/// Everything that is kept.
#[async_trait]
pub trait Store: FileStore {
    /// Whether the database answers.
    async fn ping(&self) -> Stored<()>;
}
