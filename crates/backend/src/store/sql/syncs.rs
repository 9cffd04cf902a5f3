//! Members that another system is to be told of, in SQL.

use super::members;
use super::{SqlStore, count, get, write_audit};
use crate::clock::Millis;
use crate::store::{AuditRow, Slice, Stored, SyncFound, SyncRecord, SyncStore};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

/// A member with its company, and how it stands with the other system; conditions follow.
macro_rules! select_syncs {
    ($rest:literal) => {
        concat!(
            "SELECT members.id, members.portal, journey, converted, login_id, business_number, name, reference, provisional, joined_at, role, rejected, attempts, next_at, told_at
             FROM syncs JOIN members ON members.id = member_id LEFT JOIN companies ON companies.id = company_id ",
            $rest
        )
    };
}

fn record(row: &AnyRow) -> Stored<SyncRecord> {
    // The row counts the attempt that it was taken for.
    let before = get::<i64>(row, "attempts")? - 1;
    Ok(SyncRecord { member: get(row, "member_id")?, message: get(row, "message")?, attempts: before })
}

fn found(row: &AnyRow) -> Stored<SyncFound> {
    Ok(SyncFound {
        member: members::record(row)?,
        attempts: get(row, "attempts")?,
        next_at: get(row, "next_at")?,
        told: get::<Option<Millis>>(row, "told_at")?.is_some(),
    })
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

/// Notes that another system is to be told of a member anew, where it is told of this one at all.
pub(super) async fn note_change(
    connection: &mut AnyConnection,
    member: &str,
    message: &str,
    at: Millis,
) -> sqlx::Result<()> {
    sqlx::query("UPDATE syncs SET message = $1, attempts = 0, next_at = $2, told_at = NULL WHERE member_id = $3")
        .bind(message)
        .bind(at)
        .bind(member)
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
        let take = "UPDATE syncs SET next_at = $1, attempts = attempts + 1
                    WHERE member_id = $2 AND told_at IS NULL AND next_at <= $3
                    RETURNING member_id, message, attempts";
        let mut connection = self.writer.acquire().await?;
        let row = sqlx::query(take).bind(until).bind(member).bind(now).fetch_optional(&mut *connection).await?;
        row.as_ref().map(record).transpose()
    }

    async fn take_sync_now(
        &self,
        member: &str,
        attempts: i64,
        until: Millis,
        audit: &AuditRow,
    ) -> Stored<Option<SyncRecord>> {
        let mut transaction = self.begin().await?;
        let take = "UPDATE syncs SET next_at = $1, attempts = attempts + 1
                    WHERE member_id = $2 AND told_at IS NULL AND attempts = $3
                    RETURNING member_id, message, attempts";
        let row = sqlx::query(take).bind(until).bind(member).bind(attempts).fetch_optional(&mut *transaction).await?;
        let Some(taken) = row.as_ref().map(record).transpose()? else { return Ok(None) };
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(Some(taken))
    }

    async fn told(&self, sync: &SyncRecord, at: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        sqlx::query("UPDATE syncs SET told_at = $1 WHERE member_id = $2 AND message = $3 AND told_at IS NULL")
            .bind(at)
            .bind(&sync.member)
            .bind(&sync.message)
            .execute(&mut *connection)
            .await?;
        Ok(())
    }

    async fn not_told(&self, sync: &SyncRecord, next: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        sqlx::query("UPDATE syncs SET next_at = $1 WHERE member_id = $2 AND message = $3 AND told_at IS NULL")
            .bind(next)
            .bind(&sync.member)
            .bind(&sync.message)
            .execute(&mut *connection)
            .await?;
        Ok(())
    }

    async fn awaits_sync(&self, member: &str) -> Stored<bool> {
        let count = "SELECT COUNT(*) AS found FROM syncs WHERE member_id = $1 AND told_at IS NULL";
        let row = sqlx::query(count).bind(member).fetch_one(&self.reader).await?;
        Ok(get::<i64>(&row, "found")? > 0)
    }

    async fn untold(&self, portal: Option<&str>, attempts: i64, slice: Slice) -> Stored<(u32, Vec<SyncFound>)> {
        let portal = portal.unwrap_or_default();
        let total = "SELECT COUNT(*) AS found FROM syncs JOIN members ON members.id = member_id
                     WHERE told_at IS NULL AND attempts >= $1 AND ($2 = '' OR portal = $2)";
        let total = sqlx::query(total).bind(attempts).bind(portal).fetch_one(&self.reader).await?;
        let select = select_syncs!(
            "WHERE told_at IS NULL AND attempts >= $1 AND ($2 = '' OR members.portal = $2)
             ORDER BY joined_at, members.id LIMIT $3 OFFSET $4"
        );
        let rows = sqlx::query(select)
            .bind(attempts)
            .bind(portal)
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(found).collect::<Stored<_>>()?))
    }

    async fn sync_of(&self, portal: &str, reference: &str) -> Stored<Option<SyncFound>> {
        let select = select_syncs!("WHERE members.portal = $1 AND reference = $2");
        let row = sqlx::query(select).bind(portal).bind(reference).fetch_optional(&self.reader).await?;
        row.as_ref().map(found).transpose()
    }
}
