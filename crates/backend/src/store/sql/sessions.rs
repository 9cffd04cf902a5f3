//! Sessions in SQL.

use super::{SqlStore, get, write_audit};
use crate::clock::Millis;
use crate::store::{AuditRow, LoginRecord, NewLogin, OpenLogin, SessionRecord, SessionStore, Stored, Who};
use async_trait::async_trait;
use gaip_domain::permission::LoginType;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn record(row: Option<&AnyRow>) -> Stored<Option<SessionRecord>> {
    let Some(row) = row else { return Ok(None) };
    let who = match (get(row, "member_id")?, get(row, "operator_id")?, get(row, "company_id")?) {
        (Some(member), None, None) => Some(Who::Member(member)),
        (None, Some(operator), None) => Some(Who::Operator(operator)),
        (None, None, Some(company)) => Some(Who::Company(company)),
        _ => None,
    };
    let login = match (who, get(row, "logged_in_at")?, get(row, "active_at")?) {
        (Some(who), Some(since), Some(active_at)) => {
            let kind: Option<String> = get(row, "login_type")?;
            let login_type = kind.as_deref().and_then(LoginType::parse);
            Some(LoginRecord { who, since, active_at, stepped_up_at: get(row, "stepped_up_at")?, login_type })
        }
        _ => None,
    };
    Ok(Some(SessionRecord { id: get(row, "id")?, seen_at: get(row, "seen_at")?, login, device: None }))
}

/// Holds the row with the password, if it is still the one: a change that comes now waits, and ends this login too.
fn hold(who: &Who) -> (&'static str, &str) {
    match who {
        Who::Member(id) => ("UPDATE members SET portal = portal WHERE id = $1 AND password_hash = $2", id),
        Who::Operator(id) => {
            let hold =
                "UPDATE operators SET portal = portal WHERE id = $1 AND password_hash = $2 AND removed_at IS NULL";
            (hold, id)
        }
        Who::Company(id) => {
            ("UPDATE company_accounts SET reference = reference WHERE company_id = $1 AND password_hash = $2", id)
        }
    }
}

/// The column of whose a login is, and their id.
fn owner(who: &Who) -> (&'static str, &str) {
    match who {
        Who::Member(id) => ("member_id", id),
        Who::Operator(id) => ("operator_id", id),
        Who::Company(id) => ("company_id", id),
    }
}

/// Ends these logins where they are somebody's own; what their sessions hold stays.
pub(super) async fn end_logins(connection: &mut AnyConnection, who: &Who, sessions: &[String]) -> Stored<()> {
    let (column, id) = owner(who);
    let end = format!(
        "UPDATE sessions SET {column} = NULL, logged_in_at = NULL, active_at = NULL, stepped_up_at = NULL
         WHERE {column} = $1 AND id = $2"
    );
    for session in sessions {
        sqlx::query(sqlx::AssertSqlSafe(end.as_str())).bind(id).bind(session).execute(&mut *connection).await?;
    }
    Ok(())
}

#[async_trait]
impl SessionStore for SqlStore {
    async fn create_session(&self, id: &str, token_hash: &str, at: Millis) -> Stored<()> {
        sqlx::query("INSERT INTO sessions (id, token_hash, seen_at) VALUES ($1, $2, $3)")
            .bind(id)
            .bind(token_hash)
            .bind(at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn session(&self, token_hash: &str) -> Stored<Option<SessionRecord>> {
        let select = "SELECT id, seen_at, member_id, operator_id, company_id, logged_in_at, active_at, stepped_up_at, login_type FROM sessions WHERE token_hash = $1";
        record(sqlx::query(select).bind(token_hash).fetch_optional(&self.reader).await?.as_ref())
    }

    async fn session_of_id(&self, id: &str) -> Stored<Option<SessionRecord>> {
        let select = "SELECT id, seen_at, member_id, operator_id, company_id, logged_in_at, active_at, stepped_up_at, login_type FROM sessions WHERE id = $1";
        record(sqlx::query(select).bind(id).fetch_optional(&self.reader).await?.as_ref())
    }

    async fn see_session(&self, id: &str, at: Millis) -> Stored<()> {
        sqlx::query("UPDATE sessions SET seen_at = $1 WHERE id = $2").bind(at).bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn log_in(&self, session: &SessionRecord, login: NewLogin<'_>) -> Stored<bool> {
        let (member, operator, company) = match login.who {
            Who::Member(id) => (Some(id.as_str()), None, None),
            Who::Operator(id) => (None, Some(id.as_str()), None),
            Who::Company(id) => (None, None, Some(id.as_str())),
        };
        let mut transaction = self.begin().await?;
        if let Some(password) = login.password {
            let (same, id) = hold(login.who);
            let found = sqlx::query(same).bind(id).bind(password).execute(&mut *transaction).await?;
            if found.rows_affected() != 1 {
                return Ok(false);
            }
        }
        sqlx::query("UPDATE sessions SET token_hash = $1, member_id = $2, operator_id = $3, company_id = $7, logged_in_at = $4, active_at = $4, seen_at = $4, stepped_up_at = NULL, device = $5, login_type = $8 WHERE id = $6")
            .bind(login.token_hash)
            .bind(member)
            .bind(operator)
            .bind(login.at)
            .bind(session.device.as_deref())
            .bind(&session.id)
            .bind(company)
            .bind(login.kind.map(LoginType::as_str))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn logins_of(&self, who: &Who) -> Stored<Vec<OpenLogin>> {
        let (column, id) = owner(who);
        let select = format!(
            "SELECT id, logged_in_at, active_at, device FROM sessions
             WHERE {column} = $1 AND logged_in_at IS NOT NULL AND active_at IS NOT NULL
             ORDER BY logged_in_at DESC, id"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(select)).bind(id).fetch_all(&self.reader).await?;
        let open = |row: &AnyRow| {
            Ok(OpenLogin {
                session: get(row, "id")?,
                since: get(row, "logged_in_at")?,
                active_at: get(row, "active_at")?,
                device: get(row, "device")?,
            })
        };
        rows.iter().map(open).collect()
    }

    async fn end_logins(&self, member: &str, sessions: &[String], audit: &AuditRow) -> Stored<()> {
        let mut transaction = self.begin().await?;
        end_logins(&mut transaction, &Who::Member(member.to_owned()), sessions).await?;
        write_audit(&mut transaction, audit).await?;
        Ok(transaction.commit().await?)
    }

    async fn touch_login(&self, id: &str, at: Millis) -> Stored<()> {
        sqlx::query("UPDATE sessions SET active_at = $1, seen_at = $1 WHERE id = $2")
            .bind(at)
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn step_up(&self, id: &str, at: Millis, audit: &AuditRow) -> Stored<()> {
        let mut transaction = self.begin().await?;
        let update = "UPDATE sessions SET stepped_up_at = $1 WHERE id = $2";
        sqlx::query(update).bind(at).bind(id).execute(&mut *transaction).await?;
        write_audit(&mut transaction, audit).await?;
        Ok(transaction.commit().await?)
    }

    async fn end_session(&self, id: &str) -> Stored<()> {
        sqlx::query("DELETE FROM sessions WHERE id = $1").bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn end_old_sessions(&self, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM sessions WHERE seen_at < $1 AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.session_id = sessions.id)";
        Ok(sqlx::query(old).bind(before).execute(&self.writer).await?.rows_affected())
    }
}
