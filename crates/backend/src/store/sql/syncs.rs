//! Members that another system is to be told of, in SQL.

use super::members;
use super::{SqlStore, count, get, write_audit};
use crate::clock::Millis;
use crate::store::{AuditRow, LeftRecord, Slice, Stored, SyncFound, SyncOf, SyncRecord, SyncStore};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

/// A member with its company, or what is left of it, and how it stands with the other system; conditions follow.
macro_rules! select_syncs {
    ($rest:literal) => {
        concat!(
            "SELECT members.id, members.portal, journey, converted, login_id, business_number, name, reference, provisional, joined_at, role, rejected,
             member_id, attempts, next_at, told_at, left_portal, left_reference, left_at
             FROM syncs LEFT JOIN members ON members.id = member_id LEFT JOIN companies ON companies.id = company_id ",
            $rest
        )
    };
}

/// Takes what is to be told of a member ($2) until a time ($1), on a condition.
macro_rules! take_sync {
    ($condition:literal) => {
        concat!(
            "UPDATE syncs SET next_at = $1, held_until = $1, attempts = attempts + 1, tried = 1
             WHERE member_id = $2 AND told_at IS NULL AND ",
            $condition,
            " RETURNING member_id, message, attempts, left_portal, left_reference, left_at"
        )
    };
}

fn record(row: &AnyRow) -> Stored<SyncRecord> {
    // The row counts the attempt that it was taken for.
    let before = get::<i64>(row, "attempts")? - 1;
    Ok(SyncRecord { member: get(row, "member_id")?, message: get(row, "message")?, attempts: before, left: left(row)? })
}

fn left(row: &AnyRow) -> Stored<Option<LeftRecord>> {
    let Some(at) = get::<Option<Millis>>(row, "left_at")? else { return Ok(None) };
    Ok(Some(LeftRecord { portal: get(row, "left_portal")?, reference: get(row, "left_reference")?, at }))
}

fn found(row: &AnyRow) -> Stored<SyncFound> {
    Ok(SyncFound {
        id: get(row, "member_id")?,
        of: left(row)?.map_or_else(|| members::record(row).map(SyncOf::Member), |left| Ok(SyncOf::Left(left)))?,
        attempts: get(row, "attempts")?,
        next_at: get(row, "next_at")?,
        told: get::<Option<Millis>>(row, "told_at")?.is_some(),
    })
}

/// Notes with a new member that another system is to be told of it.
pub(super) async fn note(connection: &mut AnyConnection, member: &str, message: &str, at: Millis) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO syncs (member_id, message, attempts, next_at, held_until, tried) VALUES ($1, $2, 0, $3, 0, 0)",
    )
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
    // An attempt under way has the older message: the newer one waits, lest it be overtaken.
    let renew = "UPDATE syncs SET message = $1, attempts = 0, told_at = NULL,
                 next_at = CASE WHEN held_until > $2 THEN held_until ELSE $2 END WHERE member_id = $3";
    sqlx::query(renew).bind(message).bind(at).bind(member).execute(connection).await?;
    Ok(())
}

/// Notes that another system is to be told that a member leaves, where it may know the member; before the row is deleted.
pub(super) async fn note_leaving(
    connection: &mut AnyConnection,
    member: &str,
    message: &str,
    at: Millis,
) -> sqlx::Result<()> {
    // First what nobody has tried: nobody can begin to any more.
    let unheard = "DELETE FROM syncs WHERE member_id = $1 AND tried = 0";
    sqlx::query(unheard).bind(member).execute(&mut *connection).await?;
    let name = "UPDATE syncs SET left_at = $1, left_portal = (SELECT portal FROM members WHERE id = $2),
                left_reference = (SELECT reference FROM members WHERE id = $2) WHERE member_id = $2";
    sqlx::query(name).bind(at).bind(member).execute(&mut *connection).await?;
    note_change(connection, member, message, at).await
}

#[async_trait]
impl SyncStore for SqlStore {
    async fn due_syncs(&self, now: Millis, most: i64) -> Stored<Vec<String>> {
        let due = "SELECT member_id FROM syncs WHERE told_at IS NULL AND next_at <= $1
                   ORDER BY next_at, member_id LIMIT $2";
        let rows = sqlx::query(due).bind(now).bind(most).fetch_all(&self.reader).await?;
        rows.iter().map(|row| get(row, "member_id")).collect()
    }

    async fn take_sync(&self, member: &str, now: Millis, until: Millis) -> Stored<Option<SyncRecord>> {
        let take = take_sync!("next_at <= $3");
        let mut connection = self.writer.acquire().await?;
        let row = sqlx::query(take).bind(until).bind(member).bind(now).fetch_optional(&mut *connection).await?;
        row.as_ref().map(record).transpose()
    }

    async fn take_sync_now(
        &self,
        member: &str,
        attempts: i64,
        now: Millis,
        until: Millis,
        audit: &AuditRow,
    ) -> Stored<Option<SyncRecord>> {
        let mut transaction = self.begin().await?;
        let take = sqlx::query(take_sync!("held_until <= $3 AND attempts = $4"));
        let row = take.bind(until).bind(member).bind(now).bind(attempts).fetch_optional(&mut *transaction).await?;
        let Some(taken) = row.as_ref().map(record).transpose()? else { return Ok(None) };
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(Some(taken))
    }

    async fn told(&self, sync: &SyncRecord, at: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        if sync.left.is_some() {
            let done = sqlx::query("DELETE FROM syncs WHERE member_id = $1 AND message = $2");
            done.bind(&sync.member).bind(&sync.message).execute(&mut *connection).await?;
            return Ok(());
        }
        let done = "UPDATE syncs SET told_at = $1, held_until = 0
                    WHERE member_id = $2 AND message = $3 AND told_at IS NULL";
        sqlx::query(done).bind(at).bind(&sync.member).bind(&sync.message).execute(&mut *connection).await?;
        Ok(())
    }

    async fn not_told(&self, sync: &SyncRecord, next: Millis) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        let again = "UPDATE syncs SET next_at = $1, held_until = 0
                     WHERE member_id = $2 AND message = $3 AND told_at IS NULL";
        sqlx::query(again).bind(next).bind(&sync.member).bind(&sync.message).execute(&mut *connection).await?;
        Ok(())
    }

    async fn awaits_sync(&self, member: &str) -> Stored<bool> {
        let count = "SELECT COUNT(*) AS found FROM syncs WHERE member_id = $1 AND told_at IS NULL";
        let row = sqlx::query(count).bind(member).fetch_one(&self.reader).await?;
        Ok(get::<i64>(&row, "found")? > 0)
    }

    async fn untold(&self, portal: Option<&str>, attempts: i64, slice: Slice) -> Stored<(u32, Vec<SyncFound>)> {
        let portal = portal.unwrap_or_default();
        let total = "SELECT COUNT(*) AS found FROM syncs LEFT JOIN members ON members.id = member_id
                     WHERE told_at IS NULL AND attempts >= $1 AND ($2 = '' OR COALESCE(left_portal, portal) = $2)";
        let total = sqlx::query(total).bind(attempts).bind(portal).fetch_one(&self.reader).await?;
        let select = select_syncs!(
            "WHERE told_at IS NULL AND attempts >= $1 AND ($2 = '' OR COALESCE(left_portal, members.portal) = $2)
             ORDER BY COALESCE(left_at, joined_at), member_id LIMIT $3 OFFSET $4"
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
        let select = select_syncs!(
            "WHERE COALESCE(left_portal, members.portal) = $1 AND COALESCE(left_reference, reference) = $2"
        );
        let row = sqlx::query(select).bind(portal).bind(reference).fetch_optional(&self.reader).await?;
        row.as_ref().map(found).transpose()
    }
}
