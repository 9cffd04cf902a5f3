//! Companies with a login and an approval password, in SQL.

use super::submit::{Halt, claim_draft, delete_leftovers, finish, mark_submitted, take_files_of};
use super::{SqlStore, companies, get, links, to_json, write_audit};
use crate::clock::Millis;
use crate::store::{Approval, CompanyAccountStore, Registration, Stored, Submitted, TryLimits};
use async_trait::async_trait;
use gaip_domain::linked_by::LinkedBy;
use sqlx::AnyConnection;

#[async_trait]
impl CompanyAccountStore for SqlStore {
    async fn approval(&self, portal: &str, business_number: &str) -> Stored<Option<Approval>> {
        let select =
            "SELECT company_id, approval_hash FROM company_accounts JOIN companies ON companies.id = company_id
                      WHERE portal = $1 AND business_number = $2";
        let row = sqlx::query(select).bind(portal).bind(business_number).fetch_optional(&self.reader).await?;
        row.map(|row| Ok(Approval { company: get(&row, "company_id")?, hash: get(&row, "approval_hash")? })).transpose()
    }

    async fn try_approval(&self, id: &str, company: &str, draft: &str, at: Millis, limits: TryLimits) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        // The company's row is held, so that many at once do not guess more often.
        let hold = "UPDATE company_accounts SET company_id = company_id WHERE company_id = $1";
        sqlx::query(hold).bind(company).execute(&mut *transaction).await?;
        let count = "SELECT (SELECT COUNT(*) FROM approval_tries WHERE draft_id = $1 AND at > $2) AS of_draft,
                            (SELECT COUNT(*) FROM approval_tries WHERE company_id = $3 AND at > $4) AS of_company";
        let row = sqlx::query(count)
            .bind(draft)
            .bind(limits.of_draft.1)
            .bind(company)
            .bind(limits.of_company.1)
            .fetch_one(&mut *transaction)
            .await?;
        let left =
            get::<i64>(&row, "of_draft")? < limits.of_draft.0 && get::<i64>(&row, "of_company")? < limits.of_company.0;
        if left {
            sqlx::query("INSERT INTO approval_tries (id, company_id, draft_id, at) VALUES ($1, $2, $3, $4)")
                .bind(id)
                .bind(company)
                .bind(draft)
                .bind(at)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(left)
    }

    async fn forgive_approvals(&self, draft: &str) -> Stored<()> {
        sqlx::query("DELETE FROM approval_tries WHERE draft_id = $1").bind(draft).execute(&self.writer).await?;
        Ok(())
    }

    async fn register_company(&self, registration: Registration<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        let written = write(&mut transaction, &registration).await;
        // The company's row decides who registers it; what else is unique is drawn again.
        Ok(finish(transaction, written).await?.unwrap_or(Submitted::ReferenceTaken))
    }

    async fn registration(&self, member: &str) -> Stored<Option<String>> {
        let select = "SELECT reference FROM company_accounts WHERE registered_by = $1 ORDER BY registered_at DESC";
        let row = sqlx::query(select).bind(member).fetch_optional(&self.reader).await?;
        row.map(|row| get(&row, "reference")).transpose()
    }
}

async fn write(connection: &mut AnyConnection, registration: &Registration<'_>) -> Result<(), Halt> {
    let Registration { draft, member, audit, .. } = *registration;
    claim_draft(connection, draft, registration.key, audit.at).await?;
    let (company, _) = companies::join(connection, &draft.portal, registration.company).await?;
    let insert =
        "INSERT INTO company_accounts (company_id, password_hash, approval_hash, approval_sealed, registered_by,
                                                reference, answers, registered_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sqlx::query(insert)
        .bind(&company)
        .bind(registration.password_hash)
        .bind(registration.approval.hash)
        .bind(registration.approval.sealed)
        .bind(member)
        .bind(registration.reference)
        .bind(to_json(&draft.answers)?)
        .bind(audit.at)
        .execute(&mut *connection)
        .await?;
    links::link_to(connection, &company, member, LinkedBy::Certificate).await?;
    mark_submitted(connection, &draft.id, member).await?;
    take_files_of(connection, &draft.id, member, registration.files).await?;
    delete_leftovers(connection, &draft.id).await?;
    write_audit(connection, audit).await?;
    Ok(())
}
