//! Records of uploaded files in SQL. A file that is a member's is out of reach of its draft.

use super::{SqlStore, get};
use crate::store::{FileRecord, FileStore, Stored};
use async_trait::async_trait;
use sqlx::any::AnyRow;

pub(super) fn record(row: &AnyRow) -> Stored<FileRecord> {
    let bytes = |column| get::<i64>(row, column).map(|n| u64::try_from(n).unwrap_or_default());
    Ok(FileRecord {
        id: get(row, "id")?,
        draft: get(row, "draft_id")?,
        name: get(row, "name")?,
        size: bytes("size")?,
        received: bytes("received")?,
        complete: get::<i64>(row, "complete")? == 1,
    })
}

fn signed(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

#[async_trait]
impl FileStore for SqlStore {
    async fn create_file(&self, file: &FileRecord) -> Stored<()> {
        // Files are listed in the order in which they came.
        let insert = "INSERT INTO files (id, draft_id, name, size, received, complete, position)
                      SELECT $1, $2, $3, $4, $5, $6, COALESCE(MAX(position), 0) + 1 FROM files WHERE draft_id = $2";
        sqlx::query(insert)
            .bind(&file.id)
            .bind(&file.draft)
            .bind(&file.name)
            .bind(signed(file.size))
            .bind(signed(file.received))
            .bind(i64::from(file.complete))
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn file(&self, draft: &str, id: &str) -> Stored<Option<FileRecord>> {
        let row = sqlx::query("SELECT * FROM files WHERE id = $1 AND draft_id = $2 AND member_id IS NULL")
            .bind(id)
            .bind(draft)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(record).transpose()
    }

    async fn files(&self, draft: &str) -> Stored<Vec<FileRecord>> {
        let rows = sqlx::query("SELECT * FROM files WHERE draft_id = $1 AND member_id IS NULL ORDER BY position, id")
            .bind(draft)
            .fetch_all(&self.reader)
            .await?;
        rows.iter().map(record).collect()
    }

    async fn advance_file(&self, id: &str, received: u64) -> Stored<()> {
        sqlx::query("UPDATE files SET received = $1 WHERE id = $2")
            .bind(signed(received))
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn complete_file(&self, id: &str) -> Stored<()> {
        sqlx::query("UPDATE files SET received = size, complete = 1 WHERE id = $1")
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn delete_file(&self, id: &str) -> Stored<()> {
        sqlx::query("DELETE FROM files WHERE id = $1 AND member_id IS NULL").bind(id).execute(&self.writer).await?;
        Ok(())
    }
}
