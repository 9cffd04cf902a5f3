//! Applications in SQL.

use super::members::{record, select_members};
use super::{SqlStore, count, get, to_json, write_audit};
use crate::store::{
    ApplicationRecord, ApplicationStore, AuditRow, Decided, MemberRecord, Papers, Seen, Slice, Stored, role_word,
};
use async_trait::async_trait;
use gaip_contract::bodies::Role;
use sqlx::any::{AnyQueryResult, AnyRow};
use sqlx::{Any, AnyConnection, Transaction};

#[async_trait]
impl ApplicationStore for SqlStore {
    async fn applications(&self, portal: Option<&str>, slice: Slice) -> Stored<(u32, Vec<ApplicationRecord>)> {
        let total = "SELECT COUNT(*) AS found FROM members
                     WHERE role = 'applicant' AND rejected IS NULL AND ($1 = '' OR portal = $1)";
        let total = sqlx::query(total).bind(portal.unwrap_or_default()).fetch_one(&self.reader).await?;
        let select = select_members!(
            "WHERE role = 'applicant' AND rejected IS NULL AND ($1 = '' OR members.portal = $1)
             ORDER BY COALESCE(papers_at, joined_at) DESC, members.id LIMIT $2 OFFSET $3"
        );
        let rows = sqlx::query(select)
            .bind(portal.unwrap_or_default())
            .bind(i64::from(slice.limit))
            .bind(i64::from(slice.offset))
            .fetch_all(&self.reader)
            .await?;
        Ok((count(&total)?, rows.iter().map(application).collect::<Stored<_>>()?))
    }

    async fn application(&self, portal: &str, reference: &str) -> Stored<Option<ApplicationRecord>> {
        let select = select_members!(
            "WHERE members.portal = $1 AND reference = $2 AND (role = 'applicant' OR papers_version > 0)"
        );
        let row = sqlx::query(select).bind(portal).bind(reference).fetch_optional(&self.reader).await?;
        row.as_ref().map(application).transpose()
    }

    async fn approve(&self, seen: Seen<'_>, audit: &AuditRow) -> Stored<Decided> {
        let mut transaction = self.begin().await?;
        // The company's row is held, so that nobody becomes its master meanwhile.
        let hold = "UPDATE companies SET portal = portal
                    WHERE id = (SELECT company_id FROM members WHERE reference = $1)";
        sqlx::query(hold).bind(seen.reference).execute(&mut *transaction).await?;
        let found = match open(&mut transaction, seen).await? {
            Ok(found) => found,
            Err(instead) => return Ok(instead),
        };
        let masters = "SELECT COUNT(*) AS found FROM members WHERE role IN ('contact', 'master')
                     AND company_id = (SELECT company_id FROM members WHERE id = $1)";
        let row = sqlx::query(masters).bind(&found.member.id).fetch_one(&mut *transaction).await?;
        let role = if get::<i64>(&row, "found")? > 0 { Role::Associate } else { Role::Master };
        let approve =
            "UPDATE members SET role = $1, provisional = 0, rejected = NULL, papers_version = papers_version + 1
                       WHERE id = $2 AND role = 'applicant' AND papers_version = $3";
        let done = sqlx::query(approve)
            .bind(role_word(role))
            .bind(&found.member.id)
            .bind(i64::from(found.version))
            .execute(&mut *transaction)
            .await?;
        let after = MemberRecord { role, provisional: false, rejected: None, ..found.member };
        decided(transaction, &done, after, audit).await
    }

    async fn reject(&self, seen: Seen<'_>, reason: &str, audit: &AuditRow) -> Stored<Decided> {
        let mut transaction = self.begin().await?;
        let found = match open(&mut transaction, seen).await? {
            Ok(found) => found,
            Err(instead) => return Ok(instead),
        };
        let reject = "UPDATE members SET rejected = $1, papers_version = papers_version + 1
                      WHERE id = $2 AND role = 'applicant' AND papers_version = $3";
        let done = sqlx::query(reject)
            .bind(reason)
            .bind(&found.member.id)
            .bind(i64::from(found.version))
            .execute(&mut *transaction)
            .await?;
        decided(transaction, &done, MemberRecord { rejected: Some(reason.to_owned()), ..found.member }, audit).await
    }

    async fn hand_in_again(&self, papers: Papers<'_>, audit: &AuditRow) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        let wait = "UPDATE members SET rejected = NULL, papers_at = $1, papers_version = papers_version + 1
                    WHERE id = $2 AND role = 'applicant' AND rejected IS NOT NULL";
        let done = sqlx::query(wait).bind(audit.at).bind(papers.member).execute(&mut *transaction).await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        for file in papers.files {
            // What is uploaded by a member stands under the member's id until it is handed in.
            let take = "UPDATE files SET member_id = $1 WHERE id = $2 AND draft_id = $1 AND complete = 1 AND member_id IS NULL";
            let done = sqlx::query(take).bind(papers.member).bind(file).execute(&mut *transaction).await?;
            if done.rows_affected() != 1 {
                return Ok(false);
            }
        }
        sqlx::query("UPDATE answers SET answer = $1, answered_at = $2 WHERE member_id = $3 AND step = $4")
            .bind(to_json(papers.answer)?)
            .bind(audit.at)
            .bind(papers.member)
            .bind(papers.step)
            .execute(&mut *transaction)
            .await?;
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

fn application(row: &AnyRow) -> Stored<ApplicationRecord> {
    let member = record(row)?;
    let handed_in_at = get::<Option<i64>>(row, "papers_at")?.unwrap_or(member.joined_at);
    let version = u32::try_from(get::<i64>(row, "papers_version")?).unwrap_or(u32::MAX);
    Ok(ApplicationRecord { member, handed_in_at, version })
}

/// The application, if it may be decided on as it was seen.
async fn open(connection: &mut AnyConnection, seen: Seen<'_>) -> Stored<Result<ApplicationRecord, Decided>> {
    let find = select_members!(
        "WHERE reference = $1 AND ($2 = '' OR members.portal = $2) AND (role = 'applicant' OR papers_version > 0)"
    );
    let portal = seen.at.map(|(portal, _)| portal).unwrap_or_default();
    let row = sqlx::query(find).bind(seen.reference).bind(portal).fetch_optional(connection).await?;
    let Some(found) = row.as_ref().map(application).transpose()? else { return Ok(Err(Decided::Unknown)) };
    let waits = found.member.role == Role::Applicant;
    let as_seen = seen.at.is_none_or(|(_, version)| version == found.version && found.member.rejected.is_none());
    Ok(if waits && as_seen { Ok(found) } else { Err(Decided::Changed) })
}

/// Ends a decision, unless another was first.
async fn decided(
    mut transaction: Transaction<'_, Any>,
    done: &AnyQueryResult,
    member: MemberRecord,
    audit: &AuditRow,
) -> Stored<Decided> {
    if done.rows_affected() != 1 {
        return Ok(Decided::Changed);
    }
    let audit = AuditRow { portal: member.portal.clone(), member: Some(member.id.clone()), ..audit.clone() };
    write_audit(&mut transaction, &audit).await?;
    transaction.commit().await?;
    Ok(Decided::Done(Box::new(member)))
}
