//! Applications in SQL.

use super::members::{record, select_members};
use super::{SqlStore, get, write_audit};
use crate::store::{ApplicationStore, AuditRow, MemberRecord, Stored, role_word};
use async_trait::async_trait;
use gaip_contract::bodies::Role;
use sqlx::AnyConnection;

#[async_trait]
impl ApplicationStore for SqlStore {
    async fn applications(&self) -> Stored<Vec<MemberRecord>> {
        let select = select_members!("WHERE role = 'applicant' AND rejected IS NULL ORDER BY joined_at, members.id");
        let rows = sqlx::query(select).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn approve(&self, reference: &str, audit: &AuditRow) -> Stored<Option<MemberRecord>> {
        let mut transaction = self.begin().await?;
        // The company's row is held, so that nobody becomes its master meanwhile.
        let hold = "UPDATE companies SET portal = portal
                    WHERE id = (SELECT company_id FROM members WHERE reference = $1)";
        sqlx::query(hold).bind(reference).execute(&mut *transaction).await?;
        let Some(member) = applicant(&mut transaction, reference).await? else { return Ok(None) };
        let count = "SELECT COUNT(*) AS found FROM members WHERE role IN ('contact', 'master')
                     AND company_id = (SELECT company_id FROM members WHERE id = $1)";
        let row = sqlx::query(count).bind(&member.id).fetch_one(&mut *transaction).await?;
        let role = if get::<i64>(&row, "found")? > 0 { Role::Associate } else { Role::Master };
        sqlx::query("UPDATE members SET role = $1, provisional = 0, rejected = NULL WHERE id = $2")
            .bind(role_word(role))
            .bind(&member.id)
            .execute(&mut *transaction)
            .await?;
        write_audit(&mut transaction, &of(&member, audit)).await?;
        transaction.commit().await?;
        Ok(Some(MemberRecord { role, provisional: false, rejected: None, ..member }))
    }

    async fn reject(&self, reference: &str, reason: &str, audit: &AuditRow) -> Stored<Option<MemberRecord>> {
        let mut transaction = self.begin().await?;
        let Some(member) = applicant(&mut transaction, reference).await? else { return Ok(None) };
        let done = sqlx::query("UPDATE members SET rejected = $1 WHERE id = $2 AND role = 'applicant'")
            .bind(reason)
            .bind(&member.id)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Ok(None);
        }
        write_audit(&mut transaction, &of(&member, audit)).await?;
        transaction.commit().await?;
        Ok(Some(MemberRecord { rejected: Some(reason.to_owned()), ..member }))
    }
}

/// The applicant of a reference, refused before or not: papers may come again.
async fn applicant(connection: &mut AnyConnection, reference: &str) -> Stored<Option<MemberRecord>> {
    let find = select_members!("WHERE reference = $1 AND role = 'applicant'");
    let row = sqlx::query(find).bind(reference).fetch_optional(connection).await?;
    row.as_ref().map(record).transpose()
}

fn of(member: &MemberRecord, audit: &AuditRow) -> AuditRow {
    AuditRow { portal: member.portal.clone(), member: Some(member.id.clone()), ..audit.clone() }
}
