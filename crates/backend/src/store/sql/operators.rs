//! Operators in SQL, and what they look for.

use super::members::{record, select_members};
use super::{SqlStore, count, files, get, is_duplicate, write_audit};
use crate::store::{
    AuditFound, AuditRow, Failure, FileRecord, MemberRecord, NewPassword, OperatorRecord, OperatorStore, Slice, Stored,
};
use async_trait::async_trait;
use gaip_contract::bodies::AuditEvent;
use sqlx::any::AnyRow;

/// Provisional members of a portal by words; `!` stands before what `LIKE` would read as a sign.
macro_rules! provisional {
    () => {
        "members.portal = $1 AND provisional = 1 AND role <> 'applicant'
         AND ($2 = '%%' OR LOWER(name) LIKE $2 ESCAPE '!' OR LOWER(reference) LIKE $2 ESCAPE '!' OR business_number LIKE $3)"
    };
}

fn operator(row: &AnyRow) -> Stored<OperatorRecord> {
    Ok(OperatorRecord {
        id: get(row, "id")?,
        portal: get(row, "portal")?,
        login_id: get(row, "login_id")?,
        name: get(row, "name")?,
        added_at: get(row, "added_at")?,
    })
}

/// What is looked for, as `LIKE` takes it: any text, and the digits of a business number, which people part by hyphens.
pub(super) fn like(words: &str) -> (String, String) {
    let mut text = String::from("%");
    for c in words.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            text.push('!');
        }
        text.push(c);
    }
    text.push('%');
    let numeric = !words.is_empty() && words.chars().all(|c| c.is_ascii_digit() || c == '-' || c == ' ');
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    // No business number is a hyphen.
    let number = if numeric && !digits.is_empty() { format!("%{digits}%") } else { "-".to_owned() };
    (text, number)
}

#[async_trait]
impl OperatorStore for SqlStore {
    async fn add_operator(&self, operator: &OperatorRecord, password_hash: &str, audit: &AuditRow) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        let insert = "INSERT INTO operators (id, portal, login_id, name, password_hash, added_at) VALUES ($1, $2, $3, $4, $5, $6)";
        let done = sqlx::query(insert)
            .bind(&operator.id)
            .bind(&operator.portal)
            .bind(&operator.login_id)
            .bind(&operator.name)
            .bind(password_hash)
            .bind(operator.added_at)
            .execute(&mut *transaction)
            .await;
        match done {
            Err(error) if is_duplicate(&error) => return Ok(false),
            done => done?,
        };
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn remove_operator(&self, portal: &str, login_id: &str, audit: &AuditRow) -> Stored<Option<OperatorRecord>> {
        let mut transaction = self.begin().await?;
        let find = "SELECT * FROM operators WHERE portal = $1 AND login_id = $2 AND removed_at IS NULL";
        let row = sqlx::query(find).bind(portal).bind(login_id).fetch_optional(&mut *transaction).await?;
        let Some(found) = row.as_ref().map(operator).transpose()? else { return Ok(None) };
        for change in [
            "UPDATE operators SET removed_at = $1 WHERE id = $2 AND removed_at IS NULL",
            "UPDATE sessions SET operator_id = NULL, seen_at = $1 WHERE operator_id = $2",
        ] {
            sqlx::query(change).bind(audit.at).bind(&found.id).execute(&mut *transaction).await?;
        }
        write_audit(&mut transaction, &AuditRow { operator: Some(found.id.clone()), ..audit.clone() }).await?;
        transaction.commit().await?;
        Ok(Some(found))
    }

    async fn change_password(&self, change: NewPassword<'_>, audit: &AuditRow) -> Stored<bool> {
        let NewPassword { operator, before, after, session, token_hash } = change;
        let mut transaction = self.begin().await?;
        let replace = "UPDATE operators SET password_hash = $1
                       WHERE id = $2 AND password_hash = $3 AND removed_at IS NULL";
        let done = sqlx::query(replace).bind(after).bind(operator).bind(before).execute(&mut *transaction).await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        let end = "UPDATE sessions SET operator_id = NULL, seen_at = $1 WHERE operator_id = $2 AND id <> $3";
        sqlx::query(end).bind(audit.at).bind(operator).bind(session).execute(&mut *transaction).await?;
        let renew = "UPDATE sessions SET token_hash = $1 WHERE id = $2 AND operator_id = $3";
        sqlx::query(renew).bind(token_hash).bind(session).bind(operator).execute(&mut *transaction).await?;
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn operators(&self) -> Stored<Vec<OperatorRecord>> {
        let select = "SELECT * FROM operators WHERE removed_at IS NULL ORDER BY portal, login_id";
        sqlx::query(select).fetch_all(&self.reader).await?.iter().map(operator).collect()
    }

    async fn operator(&self, id: &str) -> Stored<Option<OperatorRecord>> {
        let select = "SELECT * FROM operators WHERE id = $1 AND removed_at IS NULL";
        let row = sqlx::query(select).bind(id).fetch_optional(&self.reader).await?;
        row.as_ref().map(operator).transpose()
    }

    async fn operator_credentials(&self, portal: &str, login_id: &str) -> Stored<Option<(OperatorRecord, String)>> {
        let select = "SELECT * FROM operators WHERE portal = $1 AND login_id = $2 AND removed_at IS NULL";
        let row = sqlx::query(select).bind(portal).bind(login_id).fetch_optional(&self.reader).await?;
        row.map(|row| Ok((operator(&row)?, get(&row, "password_hash")?))).transpose()
    }

    async fn provisional(&self, portal: &str, words: &str, slice: Slice) -> Stored<(u32, Vec<MemberRecord>)> {
        let (text, number) = like(words);
        let total = concat!(
            "SELECT COUNT(*) AS found FROM members LEFT JOIN companies ON companies.id = company_id WHERE ",
            provisional!()
        );
        let total = sqlx::query(total).bind(portal).bind(&text).bind(&number).fetch_one(&self.reader).await?;
        let select = concat!(
            select_members!("WHERE "),
            provisional!(),
            " ORDER BY joined_at DESC, members.id LIMIT $4 OFFSET $5"
        );
        let rows = sqlx::query(select)
            .bind(portal)
            .bind(&text)
            .bind(&number)
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(record).collect::<Stored<_>>()?))
    }

    async fn file_of_portal(&self, portal: &str, id: &str) -> Stored<Option<(FileRecord, String)>> {
        let select = "SELECT files.* FROM files JOIN members ON members.id = member_id
                      WHERE files.id = $1 AND portal = $2 AND complete = 1";
        let row = sqlx::query(select).bind(id).bind(portal).fetch_optional(&self.reader).await?;
        row.map(|row| Ok((files::record(&row)?, get(&row, "member_id")?))).transpose()
    }

    async fn audit_of_portal(
        &self,
        portal: &str,
        event: Option<AuditEvent>,
        slice: Slice,
    ) -> Stored<(u32, Vec<AuditFound>)> {
        let event = event.map_or("", AuditEvent::as_str);
        let total = "SELECT COUNT(*) AS found FROM audit WHERE portal = $1 AND ($2 = '' OR event = $2)";
        let total = sqlx::query(total).bind(portal).bind(event).fetch_one(&self.reader).await?;
        let select = "SELECT audit.id, at, event, operators.login_id AS operator, operators.name, reference FROM audit
                      LEFT JOIN operators ON operators.id = operator_id LEFT JOIN members ON members.id = member_id
                      WHERE audit.portal = $1 AND ($2 = '' OR event = $2) ORDER BY at DESC, audit.id LIMIT $3 OFFSET $4";
        let rows = sqlx::query(select)
            .bind(portal)
            .bind(event)
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(audit_found).collect::<Stored<_>>()?))
    }
}

fn audit_found(row: &AnyRow) -> Stored<AuditFound> {
    let operator = match (get::<Option<String>>(row, "operator")?, get::<Option<String>>(row, "name")?) {
        (Some(login_id), Some(name)) => Some((login_id, name)),
        _ => None,
    };
    let unknown = || Failure("an audit line of a kind that there is not".to_owned());
    Ok(AuditFound {
        id: get(row, "id")?,
        at: get(row, "at")?,
        event: AuditEvent::parse(&get::<String>(row, "event")?).ok_or_else(unknown)?,
        operator,
        reference: get(row, "reference")?,
    })
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn what_is_typed_is_looked_for_as_it_stands() {
        assert_eq!(like("100%_새"), ("%100!%!_새%".to_owned(), "-".to_owned()));
        assert_eq!(like("408-12"), ("%408-12%".to_owned(), "%40812%".to_owned()));
        assert_eq!(like(""), ("%%".to_owned(), "-".to_owned()));
        assert_eq!(like("DJ-2026"), ("%dj-2026%".to_owned(), "-".to_owned()));
    }
}
