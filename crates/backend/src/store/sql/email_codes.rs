//! Codes that are sent by e-mail, in SQL.

use super::{SqlStore, get};
use crate::clock::Millis;
use crate::store::{CodeOwner, EmailCodeRecord, EmailCodeStore, Stored};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn code(row: &AnyRow) -> Stored<EmailCodeRecord> {
    Ok(EmailCodeRecord {
        attempt: get(row, "attempt")?,
        claim: get(row, "claim")?,
        code_hash: get(row, "code_hash")?,
        member: get(row, "member_id")?,
        sent_at: get(row, "sent_at")?,
        expires_at: get(row, "expires_at")?,
        tries: get(row, "tries")?,
        resends: get(row, "resends")?,
        since: get(row, "since")?,
        confirmed_at: get(row, "confirmed_at")?,
    })
}

#[async_trait]
impl EmailCodeStore for SqlStore {
    async fn email_code(&self, owner: CodeOwner<'_>) -> Stored<Option<EmailCodeRecord>> {
        let select = match owner {
            CodeOwner::Step { draft, step } => {
                let select = "SELECT * FROM email_codes WHERE draft_id = $1 AND step = $2";
                sqlx::query(select).bind(draft).bind(step)
            }
            CodeOwner::Member(member) => {
                sqlx::query("SELECT * FROM email_codes WHERE draft_id IS NULL AND member_id = $1").bind(member)
            }
        };
        select.fetch_optional(&self.reader).await?.as_ref().map(code).transpose()
    }

    async fn begin_email_code(
        &self,
        owner: CodeOwner<'_>,
        new: &EmailCodeRecord,
        before: Option<&str>,
    ) -> Stored<bool> {
        let (draft, step) = match owner {
            CodeOwner::Step { draft, step } => (Some(draft), Some(step)),
            CodeOwner::Member(_) => (None, None),
        };
        // Of two at once the unique indexes let one in.
        let insert = "INSERT INTO email_codes (attempt, draft_id, step, member_id, claim, code_hash, sent_at, expires_at, tries, resends, since)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10) ON CONFLICT DO NOTHING";
        let mut transaction = self.begin().await?;
        let delete = sqlx::query("DELETE FROM email_codes WHERE attempt = $1").bind(before.unwrap_or_default());
        delete.execute(&mut *transaction).await?;
        let done = sqlx::query(insert)
            .bind(&new.attempt)
            .bind(draft)
            .bind(step)
            .bind(new.member.as_deref())
            .bind(&new.claim)
            .bind(&new.code_hash)
            .bind(new.sent_at)
            .bind(new.expires_at)
            .bind(new.resends)
            .bind(new.since)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        sqlx::query("INSERT INTO email_sendings (id, member_id, at) VALUES ($1, $2, $3)")
            .bind(&new.attempt)
            .bind(new.member.as_deref())
            .bind(new.sent_at)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn try_email_code(&self, attempt: &str, most: i64) -> Stored<bool> {
        let update =
            "UPDATE email_codes SET tries = tries + 1 WHERE attempt = $1 AND tries < $2 AND confirmed_at IS NULL";
        let done = sqlx::query(update).bind(attempt).bind(most).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn confirm_email_code(&self, attempt: &str, at: Millis) -> Stored<bool> {
        let update = "UPDATE email_codes SET confirmed_at = $1 WHERE attempt = $2 AND confirmed_at IS NULL";
        let done = sqlx::query(update).bind(at).bind(attempt).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn sendings(&self, member: &str, since: Millis) -> Stored<i64> {
        let select = "SELECT COUNT(*) AS found FROM email_sendings WHERE member_id = $1 AND at > $2";
        let row = sqlx::query(select).bind(member).bind(since).fetch_one(&self.reader).await?;
        get(&row, "found")
    }

    async fn delete_codes_of_members(&self, before: Millis) -> Stored<()> {
        let delete = "DELETE FROM email_codes WHERE draft_id IS NULL AND since < $1";
        sqlx::query(delete).bind(before).execute(&self.writer).await?;
        Ok(())
    }
}

/// Codes that were sent to recover the account count no more.
pub(super) async fn forget_recoveries(connection: &mut AnyConnection, member: &str) -> Stored<()> {
    let delete = "DELETE FROM email_codes WHERE draft_id IS NOT NULL AND member_id = $1";
    sqlx::query(delete).bind(member).execute(connection).await?;
    Ok(())
}
