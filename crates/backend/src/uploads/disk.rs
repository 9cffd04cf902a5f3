//! Where the bytes are.

use std::io::{Error, ErrorKind, Result, SeekFrom};
use std::path::PathBuf;
use tokio::fs;
use tokio::io::{AsyncSeekExt, AsyncWriteExt};

/// A folder of uploaded bytes.
pub(super) struct Disk(PathBuf);

impl Disk {
    pub(super) fn new(root: PathBuf) -> Self {
        Self(root)
    }

    /// The path of an id; nothing for what is not an id, so that no request names a path.
    pub(super) fn path(&self, id: &str) -> Option<PathBuf> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        (id.len() == 32 && id.bytes().all(hex)).then(|| self.0.join(&id[..2]).join(id))
    }

    /// Writes a chunk and returns when it is on the disk. Bytes beyond it, which a crash may have left, go.
    pub(super) async fn write(&self, id: &str, offset: u64, chunk: &[u8]) -> Result<()> {
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).await?;
        }
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path).await?;
        if file.metadata().await?.len() < offset {
            return Err(Error::other("bytes received before are gone"));
        }
        file.set_len(offset).await?;
        file.seek(SeekFrom::Start(offset)).await?;
        file.write_all(chunk).await?;
        file.sync_all().await
    }

    /// Deletes the bytes; fine where there are none.
    pub(super) async fn remove(&self, id: &str) -> Result<()> {
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?;
        match fs::remove_file(path).await {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
