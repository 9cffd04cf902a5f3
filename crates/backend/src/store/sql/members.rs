//! Members in SQL.

use super::{SqlStore, companies, files, from_json, get, write_audit};
use crate::store::{
    AuditRow, Failure, FileRecord, Marked, MemberRecord, MemberStore, Stored, Submission, Submitted, role_word,
};
use async_trait::async_trait;
use gaip_contract::bodies::Role;
use gaip_domain::facts::{CompanyProfile, Facts};
use gaip_domain::linked_by::LinkedBy;
use sqlx::any::AnyRow;

/// A member with its company; conditions follow.
macro_rules! select_members {
    ($rest:literal) => {
        concat!(
            "SELECT members.id, members.portal, journey, converted, login_id, business_number, name, reference, provisional, joined_at, role, company_id, linked_by, rejected, papers_at, papers_version
             FROM members LEFT JOIN companies ON companies.id = company_id ",
            $rest
        )
    };
}

pub(super) use select_members;

/// The role of a word in the table.
pub(super) fn role(word: &str) -> Stored<Role> {
    let known = Role::ALL.into_iter().find(|role| role_word(*role) == word);
    known.ok_or_else(|| Failure("a role that there is not".to_owned()))
}

/// How a general member was linked to the company. Of a link that nobody knows the origin of, the lesser.
pub(super) fn linked_by(row: &AnyRow) -> Stored<Option<LinkedBy>> {
    let company: Option<String> = get(row, "company_id")?;
    let by: Option<String> = get(row, "linked_by")?;
    let general = role(&get::<String>(row, "role")?)? == Role::General;
    let by = by.as_deref().and_then(LinkedBy::parse).unwrap_or(LinkedBy::Approval);
    Ok(company.filter(|_| general).map(|_| by))
}

pub(super) fn record(row: &AnyRow) -> Stored<MemberRecord> {
    Ok(MemberRecord {
        id: get(row, "id")?,
        portal: get(row, "portal")?,
        journey: get(row, "journey")?,
        converted: get(row, "converted")?,
        login_id: get(row, "login_id")?,
        business_number: get(row, "business_number")?,
        company: get::<Option<String>>(row, "name")?.unwrap_or_default(),
        role: role(&get::<String>(row, "role")?)?,
        linked_by: linked_by(row)?,
        rejected: get(row, "rejected")?,
        reference: get(row, "reference")?,
        provisional: get::<i64>(row, "provisional")? == 1,
        joined_at: get(row, "joined_at")?,
    })
}

#[async_trait]
impl MemberStore for SqlStore {
    async fn submit(&self, submission: Submission<'_>) -> Stored<Submitted> {
        self.submit_once(&submission).await
    }

    async fn member(&self, id: &str) -> Stored<Option<MemberRecord>> {
        let row = sqlx::query(select_members!("WHERE members.id = $1")).bind(id).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn credentials(&self, portal: &str, login_id: &str) -> Stored<Option<(String, Option<String>)>> {
        let row = sqlx::query("SELECT id, password_hash FROM members WHERE portal = $1 AND login_id = $2")
            .bind(portal)
            .bind(login_id)
            .fetch_optional(&self.reader)
            .await?;
        // An empty hash is none (`submit.rs`).
        let Some(row) = row else { return Ok(None) };
        let hash: String = get(&row, "password_hash")?;
        Ok(Some((get(&row, "id")?, Some(hash).filter(|hash| !hash.is_empty()))))
    }

    async fn login_id_taken(&self, portal: &str, login_id: &str) -> Stored<bool> {
        let row = sqlx::query("SELECT COUNT(*) AS found FROM members WHERE portal = $1 AND login_id = $2")
            .bind(portal)
            .bind(login_id)
            .fetch_one(&self.reader)
            .await?;
        Ok(get::<i64>(&row, "found")? > 0)
    }

    async fn registered_company(&self, portal: &str, business_number: &str) -> Stored<Option<CompanyProfile>> {
        companies::registered(&self.reader, portal, business_number).await
    }

    async fn contact_of(&self, portal: &str, business_number: &str) -> Stored<Option<MemberRecord>> {
        let select = select_members!("WHERE members.portal = $1 AND business_number = $2 AND role = 'contact'");
        let row = sqlx::query(select).bind(portal).bind(business_number).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn person_is_member(&self, portal: &str, person: &str) -> Stored<bool> {
        let row = sqlx::query("SELECT COUNT(*) AS found FROM members WHERE portal = $1 AND person = $2")
            .bind(portal)
            .bind(person)
            .fetch_one(&self.reader)
            .await?;
        Ok(get::<i64>(&row, "found")? > 0)
    }

    async fn facts_of_member(&self, id: &str) -> Stored<Facts> {
        let rows = sqlx::query("SELECT step, answer FROM answers WHERE member_id = $1")
            .bind(id)
            .fetch_all(&self.reader)
            .await?;
        let answers = rows.iter().map(|row| Ok((get(row, "step")?, from_json(&get::<String>(row, "answer")?)?)));
        Ok(Facts { answers: answers.collect::<Stored<_>>()?, submitted: true })
    }

    async fn files_of_member(&self, id: &str) -> Stored<Vec<FileRecord>> {
        let rows = sqlx::query("SELECT * FROM files WHERE member_id = $1 ORDER BY position, id")
            .bind(id)
            .fetch_all(&self.reader)
            .await?;
        rows.iter().map(files::record).collect()
    }

    async fn members(&self, provisional_only: bool) -> Stored<Vec<MemberRecord>> {
        let rows = sqlx::query(select_members!("WHERE provisional >= $1 ORDER BY joined_at DESC, members.id"))
            .bind(i64::from(provisional_only))
            .fetch_all(&self.reader)
            .await?;
        rows.iter().map(record).collect()
    }

    async fn mark_originals(&self, portal: &str, wanted: &str, audit: &AuditRow) -> Stored<Marked> {
        let mut transaction = self.begin().await?;
        // An applicant waits for more than originals.
        let find = select_members!(
            "WHERE members.portal = $1 AND role <> 'applicant' AND (reference = $2 OR (business_number = $2 AND role = 'contact'))"
        );
        let row = sqlx::query(find).bind(portal).bind(wanted).fetch_optional(&mut *transaction).await?;
        let Some(row) = row else { return Ok(Marked::Unknown) };
        let member = record(&row)?;
        let done =
            sqlx::query("UPDATE members SET provisional = 0, originals_at = $1 WHERE id = $2 AND provisional = 1")
                .bind(audit.at)
                .bind(&member.id)
                .execute(&mut *transaction)
                .await?;
        let member = MemberRecord { provisional: false, ..member };
        if done.rows_affected() == 0 {
            return Ok(Marked::Already(member));
        }
        write_audit(&mut transaction, &AuditRow { member: Some(member.id.clone()), ..audit.clone() }).await?;
        transaction.commit().await?;
        Ok(Marked::Full(member))
    }
}
