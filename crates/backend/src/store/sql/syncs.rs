//! Members that another system is to be told of, in SQL.

use super::{SqlStore, get};
use crate::clock::Millis;
use crate::store::{Stored, SyncRecord, SyncStore};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<SyncRecord> {
    Ok(SyncRecord { member: get(row, "member_id")?, message: get(row, "message")?, attempts: get(row, "attempts")? })
}

/// Notes with a new member that another system is to be told of it.
pub(super) async fn note(connection: &mut AnyConnection, member: &str, message: &str, at: Millis) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO syncs (member_id, message, attempts, next_at) VALUES ($1, $2, 0, $3)")
        .bind(member)
        .bind(message)
        .bind(at)
        .execute(connection)
        .await?;
    Ok(())
}

#[async_trait]
impl SyncStore for SqlStore {
    async fn take_syncs(&self, now: Millis, until: Millis, most: i64) -> Stored<Vec<SyncRecord>> {
        let due = "SELECT member_id, message, attempts FROM syncs WHERE told_at IS NULL AND next_at <= $1
                   ORDER BY next_at, member_id LIMIT $2";
        let rows = sqlx::query(due).bind(now).bind(most).fetch_all(&self.reader).await?;
        let mut taken = Vec::new();
        for row in &rows {
            taken.extend(self.take_sync(&get::<String>(row, "member_id")?, now, until).await?);
        }
        Ok(taken)
    }

    async fn take_sync(&self, member: &str, now: Millis, until: Millis) -> Stored<Option<SyncRecord>> {
        let take = "UPDATE syncs SET next_at = $1 WHERE member_id = $2 AND told_at IS NULL AND next_at <= $3
                    RETURNING member_id, message, attempts";
        let mut connection = self.writer.acquire().await?;
        let row = sqlx::query(take).bind(until).bind(member).bind(now).fetch_optional(&mut *connection).await?;
        row.as_ref().map(record).transpose()
    }

    async fn told(&self, member: &str, at: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        sqlx::query("UPDATE syncs SET told_at = $1, attempts = attempts + 1 WHERE member_id = $2 AND told_at IS NULL")
            .bind(at)
            .bind(member)
            .execute(&mut *connection)
            .await?;
        Ok(())
    }

    async fn not_told(&self, member: &str, next: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        sqlx::query("UPDATE syncs SET next_at = $1, attempts = attempts + 1 WHERE member_id = $2 AND told_at IS NULL")
            .bind(next)
            .bind(member)
            .execute(&mut *connection)
            .await?;
        Ok(())
    }

    async fn awaits_sync(&self, member: &str) -> Stored<bool> {
        let count = "SELECT COUNT(*) AS found FROM syncs WHERE member_id = $1 AND told_at IS NULL";
        let row = sqlx::query(count).bind(member).fetch_one(&self.reader).await?;
        Ok(get::<i64>(&row, "found")? > 0)
    }

    async fn stuck_syncs(&self, attempts: i64) -> Stored<Vec<(String, i64)>> {
        let stuck = "SELECT members.reference AS reference, syncs.attempts AS attempts FROM syncs
                     JOIN members ON members.id = syncs.member_id
                     WHERE told_at IS NULL AND attempts >= $1 ORDER BY members.joined_at, members.id";
        let rows = sqlx::query(stuck).bind(attempts).fetch_all(&self.reader).await?;
        rows.iter().map(|row| Ok((get(row, "reference")?, get(row, "attempts")?))).collect()
    }
}
