//! Changes of what members entered, in SQL.

use super::{SqlStore, consents, count, employees, from_json, get, syncs, to_json, write_audit};
use crate::clock::Millis;
use crate::store::{
    ActivityFound, AuditRow, EmailCodeRecord, Event, Failure, NewOwnHash, OwnChange, OwnChanged, OwnStore, Slice,
    Stored,
};
use async_trait::async_trait;
use gaip_domain::facts::{Answer, Value};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn code(row: &AnyRow) -> Stored<EmailCodeRecord> {
    Ok(EmailCodeRecord {
        draft: String::new(),
        step: String::new(),
        attempt: get(row, "attempt")?,
        claim: get(row, "claim")?,
        code_hash: get(row, "code_hash")?,
        member: get(row, "member_id")?,
        sent_at: get(row, "sent_at")?,
        expires_at: get(row, "expires_at")?,
        tries: get(row, "tries")?,
        resends: get(row, "resends")?,
        since: get(row, "since")?,
        confirmed_at: None,
    })
}

fn activity(row: &AnyRow, member: &str) -> Stored<ActivityFound> {
    let unknown = || Failure("an audit line of a kind that there is not".to_owned());
    Ok(ActivityFound {
        id: get(row, "id")?,
        at: get(row, "at")?,
        event: Event::parse(&get::<String>(row, "event")?).ok_or_else(unknown)?,
        by_operator: get::<Option<String>>(row, "operator_id")?.is_some(),
        by_other: get::<Option<String>>(row, "actor_id")?.is_some_and(|actor| actor != member),
    })
}

#[async_trait]
impl OwnStore for SqlStore {
    async fn activity(&self, member: &str, slice: Slice) -> Stored<(u32, Vec<ActivityFound>)> {
        let hidden = Event::SyncRetried.as_str();
        let total = "SELECT COUNT(*) AS found FROM audit WHERE member_id = $1 AND event <> $2";
        let total = sqlx::query(total).bind(member).bind(hidden).fetch_one(&self.reader).await?;
        let select = "SELECT id, at, event, operator_id, actor_id FROM audit WHERE member_id = $1 AND event <> $2
                      ORDER BY at DESC, id LIMIT $3 OFFSET $4";
        let rows = sqlx::query(select)
            .bind(member)
            .bind(hidden)
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(|row| activity(row, member)).collect::<Stored<_>>()?))
    }

    async fn info_version(&self, member: &str) -> Stored<i64> {
        let select = "SELECT info_version FROM members WHERE id = $1";
        let row = sqlx::query(select).bind(member).fetch_optional(&self.reader).await?;
        row.map_or(Ok(0), |row| get(&row, "info_version"))
    }

    async fn own_code(&self, member: &str) -> Stored<Option<EmailCodeRecord>> {
        let select = "SELECT * FROM own_email_codes WHERE member_id = $1";
        let row = sqlx::query(select).bind(member).fetch_optional(&self.reader).await?;
        row.as_ref().map(code).transpose()
    }

    async fn begin_own_code(&self, member: &str, new: &EmailCodeRecord, before: Option<&str>) -> Stored<bool> {
        let upsert = "INSERT INTO own_email_codes (member_id, attempt, claim, code_hash, sent_at, expires_at, tries, resends, since)
                      VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)
                      ON CONFLICT (member_id) DO UPDATE SET attempt = excluded.attempt, claim = excluded.claim,
                      code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                      tries = 0, resends = excluded.resends, since = excluded.since
                      WHERE own_email_codes.attempt = $9";
        let mut transaction = self.begin().await?;
        let done = sqlx::query(upsert)
            .bind(member)
            .bind(&new.attempt)
            .bind(&new.claim)
            .bind(&new.code_hash)
            .bind(new.sent_at)
            .bind(new.expires_at)
            .bind(new.resends)
            .bind(new.since)
            .bind(before.unwrap_or_default())
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        sqlx::query("INSERT INTO email_sendings (id, member_id, at) VALUES ($1, $2, $3)")
            .bind(&new.attempt)
            .bind(member)
            .bind(new.sent_at)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn try_own_code(&self, attempt: &str, most: i64) -> Stored<bool> {
        let update = "UPDATE own_email_codes SET tries = tries + 1 WHERE attempt = $1 AND tries < $2";
        let done = sqlx::query(update).bind(attempt).bind(most).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn change_info(&self, change: OwnChange<'_>) -> Stored<OwnChanged> {
        let mut transaction = self.begin().await?;
        let done = write(&mut transaction, &change).await?;
        if done == OwnChanged::Done {
            transaction.commit().await?;
        } else {
            transaction.rollback().await?;
        }
        Ok(done)
    }

    async fn change_own_password(&self, new: NewOwnHash<'_>, audit: &AuditRow) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        let update = "UPDATE members SET password_hash = $1 WHERE id = $2 AND password_hash = $3";
        let done = sqlx::query(update).bind(new.hash).bind(new.member).bind(new.before);
        if done.execute(&mut *transaction).await?.rows_affected() != 1 {
            return Ok(false);
        }
        let end = "UPDATE sessions SET member_id = NULL, logged_in_at = NULL, active_at = NULL, stepped_up_at = NULL
                   WHERE member_id = $1 AND id <> $2";
        sqlx::query(end).bind(new.member).bind(new.session).execute(&mut *transaction).await?;
        let renew = "UPDATE sessions SET token_hash = $1 WHERE id = $2 AND member_id = $3";
        let renew = sqlx::query(renew).bind(new.token_hash).bind(new.session).bind(new.member);
        renew.execute(&mut *transaction).await?;
        forget_codes(&mut transaction, new.member).await?;
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn delete_own_codes(&self, before: Millis) -> Stored<()> {
        sqlx::query("DELETE FROM own_email_codes WHERE since < $1").bind(before).execute(&self.writer).await?;
        Ok(())
    }
}

async fn write(connection: &mut AnyConnection, change: &OwnChange<'_>) -> Stored<OwnChanged> {
    let member = change.member;
    let count = "UPDATE members SET info_version = info_version + 1 WHERE id = $1 AND info_version = $2";
    let counted = sqlx::query(count).bind(member).bind(change.version).execute(&mut *connection).await?;
    if counted.rows_affected() != 1 {
        return Ok(OwnChanged::Stale);
    }
    if let Some(attempt) = change.code {
        let using = "DELETE FROM own_email_codes WHERE member_id = $1 AND attempt = $2";
        let used = sqlx::query(using).bind(member).bind(attempt).execute(&mut *connection).await?;
        if used.rows_affected() != 1 {
            return Ok(OwnChanged::CodeGone);
        }
    }
    for (step, answer) in change.answers {
        let update = "UPDATE answers SET answer = $1, answered_at = $2 WHERE member_id = $3 AND step = $4";
        let update = sqlx::query(update).bind(to_json(answer)?).bind(change.audit.at).bind(member).bind(step);
        update.execute(&mut *connection).await?;
    }
    if let Some(name) = change.name {
        let update = "UPDATE members SET full_name = $1, sought = $2 || login_id WHERE id = $3";
        let update = sqlx::query(update).bind(name).bind(employees::sought(name, "")).bind(member);
        update.execute(&mut *connection).await?;
    }
    consents::add(connection, member, change.decisions).await?;
    renew_addresses(connection, member, &change.audit.portal).await?;
    if change.code.is_some() {
        forget_codes(connection, member).await?;
    }
    syncs::note_change(connection, member, change.message, change.audit.at).await?;
    write_audit(connection, change.audit).await?;
    Ok(OwnChanged::Done)
}

/// Codes that were sent to recover the account count no more.
async fn forget_codes(connection: &mut AnyConnection, member: &str) -> Stored<()> {
    sqlx::query("DELETE FROM email_codes WHERE member_id = $1").bind(member).execute(connection).await?;
    Ok(())
}

/// By which addresses the member is found from now on.
async fn renew_addresses(connection: &mut AnyConnection, member: &str, portal: &str) -> Stored<()> {
    let select = "SELECT answer FROM answers WHERE member_id = $1";
    let rows = sqlx::query(select).bind(member).fetch_all(&mut *connection).await?;
    sqlx::query("DELETE FROM member_emails WHERE member_id = $1").bind(member).execute(&mut *connection).await?;
    let insert = "INSERT INTO member_emails (portal, email, address, member_id) VALUES ($1, $2, $3, $4)
                  ON CONFLICT (portal, email, member_id) DO NOTHING";
    for row in &rows {
        let Answer::Form(values) = from_json(&get::<String>(row, "answer")?)? else { continue };
        for value in values.values() {
            let Value::Text(address) = value else { continue };
            if address.contains('@') {
                let insert = sqlx::query(insert).bind(portal).bind(address.to_lowercase()).bind(address).bind(member);
                insert.execute(&mut *connection).await?;
            }
        }
    }
    Ok(())
}
