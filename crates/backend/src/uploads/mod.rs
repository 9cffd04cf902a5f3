//! Uploaded files: announced, received in chunks that can be resumed, checked when the last byte is there.
//!
//! Bytes are on disk under `<root>/<2 hex>/<id>`, what is known of them is in the [`FileStore`]. The count in the store
//! is the truth: a chunk is on disk, synced, before the count moves, and whatever a crash left behind that count is
//! overwritten. The last chunk moves the count and completes the file at once, after the content was checked, so a
//! file is never all there and unchecked. Only operators get bytes back ([`crate::operators::open_file`]).

mod archive;
mod disk;
mod kind;
mod name;

use crate::store::{FileRecord, FileStore};
use disk::Disk;
use gaip_contract::{CHUNK_BYTES, FILE_BYTES, FILES_PER_DRAFT, ProblemCode};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Mutex;

/// Chunks of one file are written one after another; so many files at once.
const LANES: usize = 64;

/// The files of every sign-up.
pub struct Uploads {
    disk: Disk,
    store: Arc<dyn FileStore>,
    lanes: [Mutex<()>; LANES],
}

impl Uploads {
    /// Keeps bytes under `root`, which is created when the first file comes.
    pub fn new(root: PathBuf, store: Arc<dyn FileStore>) -> Self {
        let lanes = std::array::from_fn(|_| Mutex::new(()));
        Self { disk: Disk::new(root), store, lanes }
    }

    /// Announces a file of a draft under a fresh `id` of 32 hexadecimal digits.
    pub async fn announce(&self, draft: &str, id: String, name: &str, size: u64) -> Result<FileRecord, ProblemCode> {
        let name = name::clean(name).ok_or(ProblemCode::FileType)?;
        kind::of_name(&name).ok_or(ProblemCode::FileType)?;
        match size {
            0 => return Err(ProblemCode::FileEmpty),
            1..=FILE_BYTES => {}
            _ => return Err(ProblemCode::FileTooLarge),
        }
        let _lane = self.lane(draft).lock().await;
        if self.store.files(draft).await?.len() >= FILES_PER_DRAFT {
            return Err(ProblemCode::TooManyFiles);
        }
        let file = FileRecord { id, draft: draft.to_owned(), name, size, received: 0, complete: false };
        self.store.create_file(&file).await?;
        Ok(file)
    }

    /// Where the bytes of a file are; nothing for what is no id.
    pub fn path(&self, id: &str) -> Option<PathBuf> {
        self.disk.path(id)
    }

    /// What is known of a file of a draft.
    pub async fn get(&self, draft: &str, id: &str) -> Result<FileRecord, ProblemCode> {
        self.store.file(draft, id).await?.ok_or(ProblemCode::NotFound)
    }

    /// Adds a chunk. One that was received already changes nothing, so that a chunk may be sent again when its
    /// answer was lost.
    pub async fn append(&self, draft: &str, id: &str, offset: u64, chunk: &[u8]) -> Result<FileRecord, ProblemCode> {
        let _lane = self.lane(id).lock().await;
        let file = self.get(draft, id).await?;
        let length = chunk.len() as u64;
        let end = offset.checked_add(length).ok_or(ProblemCode::WrongOffset)?;
        if length > CHUNK_BYTES || end > file.size {
            return Err(ProblemCode::FileTooLarge);
        }
        if end <= file.received {
            return Ok(file);
        }
        if offset != file.received {
            return Err(ProblemCode::WrongOffset);
        }
        self.disk.write(id, offset, chunk).await.map_err(broken)?;
        if end == file.size {
            return self.finish(file).await;
        }
        self.store.advance_file(id, end).await?;
        Ok(FileRecord { received: end, ..file })
    }

    /// Checks the content; a file that fails is deleted.
    async fn finish(&self, file: FileRecord) -> Result<FileRecord, ProblemCode> {
        let path = self.disk.path(&file.id).ok_or(ProblemCode::NotFound)?;
        let name = file.name.clone();
        let verdict = tokio::task::spawn_blocking(move || check(&path, &name)).await;
        match verdict.map_err(|_| ProblemCode::Internal)? {
            Ok(()) => {
                self.store.complete_file(&file.id).await?;
                Ok(FileRecord { received: file.size, complete: true, ..file })
            }
            // The file may be sound; its last chunk can be sent again.
            Err(ProblemCode::Internal) => Err(ProblemCode::Internal),
            Err(problem) => {
                self.erase(&file.id).await?;
                Err(problem)
            }
        }
    }

    /// Deletes a file of a draft.
    pub async fn delete(&self, draft: &str, id: &str) -> Result<(), ProblemCode> {
        let _lane = self.lane(id).lock().await;
        self.get(draft, id).await?;
        self.erase(id).await
    }

    /// Deletes every file of a draft that is given up or too old.
    pub async fn delete_all(&self, draft: &str) -> Result<(), ProblemCode> {
        for file in self.store.files(draft).await? {
            self.delete(draft, &file.id).await?;
        }
        Ok(())
    }

    /// Bytes first: if the rest fails, the record still says that there is something to delete.
    async fn erase(&self, id: &str) -> Result<(), ProblemCode> {
        self.disk.remove(id).await.map_err(broken)?;
        Ok(self.store.delete_file(id).await?)
    }

    fn lane(&self, id: &str) -> &Mutex<()> {
        let sum = id.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        &self.lanes[sum % LANES]
    }
}

/// Whether the content is of the kind that the name says, and an archive acceptable.
fn check(path: &Path, name: &str) -> Result<(), ProblemCode> {
    let mut file = std::fs::File::open(path).map_err(broken)?;
    let kind = kind::of_content(&mut file).map_err(broken)?;
    match kind {
        Some(kind) if Some(kind) != kind::of_name(name) => Err(ProblemCode::FileType),
        Some(kind::Kind::Zip) => archive::check(path),
        Some(_) => Ok(()),
        None => Err(ProblemCode::FileType),
    }
}

fn broken(error: std::io::Error) -> ProblemCode {
    tracing::error!(%error, "upload folder");
    ProblemCode::Internal
}

#[cfg(test)]
mod tests;
