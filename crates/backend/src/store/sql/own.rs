//! Changes of what members entered, in SQL.

use super::email_codes::forget_recoveries;
use super::recovery::{note_addresses, shut_out};
use super::{SqlStore, consents, count, employees, from_json, get, syncs, to_json, write_audit};
use crate::store::{
    ActivityFound, AuditRow, Event, Failure, NewOwnHash, OwnChange, OwnChanged, OwnStore, Slice, Stored,
};
use async_trait::async_trait;
use gaip_domain::facts::Answer;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

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
        shut_out(&mut transaction, new.member, new.session).await?;
        let renew = "UPDATE sessions SET token_hash = $1 WHERE id = $2 AND member_id = $3";
        let renew = sqlx::query(renew).bind(new.token_hash).bind(new.session).bind(new.member);
        renew.execute(&mut *transaction).await?;
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
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
        let using = "DELETE FROM email_codes WHERE member_id = $1 AND attempt = $2";
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
        forget_recoveries(connection, member).await?;
    }
    syncs::note_change(connection, member, change.message, change.audit.at).await?;
    write_audit(connection, change.audit).await?;
    Ok(OwnChanged::Done)
}

/// By which addresses the member is found from now on.
async fn renew_addresses(connection: &mut AnyConnection, member: &str, portal: &str) -> Stored<()> {
    let select = "SELECT answer FROM answers WHERE member_id = $1";
    let rows = sqlx::query(select).bind(member).fetch_all(&mut *connection).await?;
    sqlx::query("DELETE FROM member_emails WHERE member_id = $1").bind(member).execute(&mut *connection).await?;
    let answers = rows.iter().map(|row| from_json(&get::<String>(row, "answer")?)).collect::<Stored<Vec<Answer>>>()?;
    note_addresses(connection, portal, member, answers.iter()).await
}
