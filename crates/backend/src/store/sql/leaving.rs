//! Leaving in SQL: one transaction.

use super::{SqlStore, get, syncs, write_audit};
use crate::store::{AuditRow, LeavingStore, Left, Stored};
use async_trait::async_trait;
use sqlx::AnyConnection;

#[async_trait]
impl LeavingStore for SqlStore {
    async fn leave(&self, member: &str, message: &str, audit: &AuditRow) -> Stored<Left> {
        let mut transaction = self.begin().await?;
        let left = delete(&mut transaction, member, message, audit).await?;
        if matches!(left, Left::Done { .. }) {
            write_audit(&mut transaction, audit).await?;
            transaction.commit().await?;
        } else {
            transaction.rollback().await?;
        }
        Ok(left)
    }
}

async fn delete(connection: &mut AnyConnection, member: &str, message: &str, audit: &AuditRow) -> Stored<Left> {
    // The company's row is held, so that nobody joins or is handed the role meanwhile.
    let hold = "UPDATE companies SET portal = portal WHERE id = (SELECT company_id FROM members WHERE id = $1)";
    sqlx::query(hold).bind(member).execute(&mut *connection).await?;
    let select = "SELECT role, company_id, (SELECT COUNT(*) FROM members AS others
                  WHERE others.company_id = members.company_id AND others.id <> members.id) AS others
                  FROM members WHERE id = $1";
    let Some(row) = sqlx::query(select).bind(member).fetch_optional(&mut *connection).await? else {
        return Ok(Left::Unknown);
    };
    let (role, company): (String, Option<String>) = (get(&row, "role")?, get(&row, "company_id")?);
    let alone = get::<i64>(&row, "others")? == 0;
    if !alone && (role == "master" || role == "contact") {
        return Ok(Left::MasterStays);
    }
    // Also those of what the member had begun, and of papers that were not handed in yet.
    let files = "UPDATE files SET member_id = NULL, draft_id = $2, name = '' WHERE member_id = $1 OR draft_id = $1
                 OR draft_id IN (SELECT id FROM drafts WHERE member_id = $1 OR begun_by = $1)";
    sqlx::query(files).bind(member).bind(&audit.id).execute(&mut *connection).await?;
    syncs::note_leaving(connection, member, message, audit.at).await?;
    // The rest hangs on the member's row; logins end with it.
    sqlx::query("DELETE FROM members WHERE id = $1").bind(member).execute(&mut *connection).await?;
    let company = company.filter(|_| alone);
    if let Some(company) = &company {
        sqlx::query("DELETE FROM companies WHERE id = $1").bind(company).execute(connection).await?;
    }
    Ok(Left::Done { with_company: company.is_some() })
}
