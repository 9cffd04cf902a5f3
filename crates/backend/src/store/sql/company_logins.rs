//! What a company does that is logged in as itself, in SQL.

use super::employees::{hold, note};
use super::sessions::end_logins;
use super::{SqlStore, from_json, get, to_json};
use crate::clock::Millis;
use crate::store::{
    CompanyAccount, CompanyChange, CompanyDeed, CompanyLoginStore, Decision, KnownCompany, NewApproval, NewCompanyHash,
    Stored, Who,
};
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::AuditEvent;
use gaip_domain::facts::CompanyProfile;
use gaip_domain::permission::Service;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

/// An account with its company.
macro_rules! accounts {
    ($where:literal) => {
        concat!(
            "SELECT companies.id, portal, name, business_number, password_hash FROM company_accounts
             JOIN companies ON companies.id = company_id WHERE ",
            $where
        )
    };
}

#[async_trait]
impl CompanyLoginStore for SqlStore {
    async fn company_account(&self, company: &str) -> Stored<Option<CompanyAccount>> {
        let row = sqlx::query(accounts!("companies.id = $1")).bind(company).fetch_optional(&self.reader).await?;
        row.as_ref().map(account).transpose()
    }

    async fn company_credentials(&self, portal: &str, number: &str) -> Stored<Option<(CompanyAccount, String)>> {
        let select = accounts!("portal = $1 AND business_number = $2");
        let row = sqlx::query(select).bind(portal).bind(number).fetch_optional(&self.reader).await?;
        row.map(|row| Ok((account(&row)?, get(&row, "password_hash")?))).transpose()
    }

    async fn known_company(&self, company: &str) -> Stored<Option<KnownCompany>> {
        let select = "SELECT name, profile, info_version, answers FROM companies
                      LEFT JOIN company_accounts ON company_id = companies.id WHERE companies.id = $1";
        let row = sqlx::query(select).bind(company).fetch_optional(&self.reader).await?;
        row.as_ref().map(known).transpose()
    }

    async fn note_company(&self, deed: CompanyDeed<'_>, company: &str, event: AuditEvent) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        note(&mut connection, deed, company, event, None).await
    }

    async fn step_company_up(&self, deed: CompanyDeed<'_>, session: &str) -> Decision<()> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        let update = "UPDATE sessions SET stepped_up_at = $1 WHERE id = $2 AND company_id = $3";
        sqlx::query(update).bind(deed.at).bind(session).bind(&company).execute(&mut *transaction).await?;
        self.done(transaction, deed, &company, AuditEvent::CompanySteppedUp).await
    }

    async fn end_company_logins(&self, deed: CompanyDeed<'_>, sessions: &[String]) -> Decision<()> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        end_logins(&mut transaction, &Who::Company(company.clone()), sessions).await?;
        self.done(transaction, deed, &company, AuditEvent::LoginsEnded).await
    }

    async fn change_company(&self, deed: CompanyDeed<'_>, change: CompanyChange<'_>) -> Decision<()> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        // It is not what the directory said any more, so not everybody may see it.
        let update = "UPDATE companies SET name = $1, profile = $2, listed = 0, info_version = info_version + 1
                      WHERE id = $3 AND info_version = $4";
        let changed = sqlx::query(update)
            .bind(&change.profile.name)
            .bind(to_json(change.profile)?)
            .bind(&company)
            .bind(change.version)
            .execute(&mut *transaction)
            .await?;
        if changed.rows_affected() != 1 {
            return Ok(Err(ProblemCode::InfoChanged));
        }
        if let Some(answers) = change.answers {
            let update = "UPDATE company_accounts SET answers = $1 WHERE company_id = $2";
            sqlx::query(update).bind(to_json(answers)?).bind(&company).execute(&mut *transaction).await?;
        }
        self.done(transaction, deed, &company, AuditEvent::CompanyChanged).await
    }

    async fn change_approval(&self, deed: CompanyDeed<'_>, new: NewApproval<'_>) -> Decision<()> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        let update = "UPDATE company_accounts SET approval_hash = $1, approval_sealed = $2 WHERE company_id = $3";
        sqlx::query(update).bind(new.hash).bind(new.sealed).bind(&company).execute(&mut *transaction).await?;
        self.done(transaction, deed, &company, AuditEvent::ApprovalChanged).await
    }

    async fn show_approval(&self, deed: CompanyDeed<'_>) -> Decision<Option<String>> {
        let mut transaction = self.begin().await?;
        let company = hold(&mut transaction, deed.actor, Some(Service::TellApproval)).await?;
        let Some(company) = company else { return Ok(Err(ProblemCode::NotAllowed)) };
        let select = "SELECT approval_sealed FROM company_accounts WHERE company_id = $1";
        let row = sqlx::query(select).bind(&company).fetch_optional(&mut *transaction).await?;
        let sealed = row.map(|row| get(&row, "approval_sealed")).transpose()?.flatten();
        Ok(self.done(transaction, deed, &company, AuditEvent::ApprovalShown).await?.map(|()| sealed))
    }

    async fn change_company_password(&self, deed: CompanyDeed<'_>, new: NewCompanyHash<'_>) -> Decision<()> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        let NewCompanyHash { hash, session, token_hash } = new;
        let update = "UPDATE company_accounts SET password_hash = $1 WHERE company_id = $2";
        sqlx::query(update).bind(hash).bind(&company).execute(&mut *transaction).await?;
        let end = "UPDATE sessions SET company_id = NULL, seen_at = $1 WHERE company_id = $2 AND id <> $3";
        sqlx::query(end).bind(deed.at).bind(&company).bind(session).execute(&mut *transaction).await?;
        let renew = "UPDATE sessions SET token_hash = $1 WHERE id = $2 AND company_id = $3";
        sqlx::query(renew).bind(token_hash).bind(session).bind(&company).execute(&mut *transaction).await?;
        self.done(transaction, deed, &company, AuditEvent::CompanyPasswordChanged).await
    }

    async fn tell_approval(&self, deed: CompanyDeed<'_>, after: Millis) -> Decision<Vec<String>> {
        let Some((mut transaction, company)) = self.act(deed).await? else { return Ok(Err(ProblemCode::NotAllowed)) };
        let tell = "UPDATE company_accounts SET told_at = $1
                    WHERE company_id = $2 AND (told_at IS NULL OR told_at < $3)";
        let told = sqlx::query(tell).bind(deed.at).bind(&company).bind(after).execute(&mut *transaction).await?;
        if told.rows_affected() == 0 {
            return Ok(Err(ProblemCode::ResendTooSoon));
        }
        let select = "SELECT DISTINCT address FROM member_emails JOIN members ON members.id = member_id
                      WHERE company_id = $1 ORDER BY address";
        let rows = sqlx::query(select).bind(&company).fetch_all(&mut *transaction).await?;
        let addresses = rows.iter().map(|row| get(row, "address")).collect::<Stored<_>>()?;
        Ok(self.done(transaction, deed, &company, AuditEvent::ApprovalTold).await?.map(|()| addresses))
    }
}

impl SqlStore {
    /// Begins an act of a company: its row is held.
    async fn act(&self, deed: CompanyDeed<'_>) -> Stored<Option<(Transaction<'static, Any>, String)>> {
        let mut transaction = self.begin().await?;
        let company = hold(&mut transaction, deed.actor, Some(Service::EditCompany)).await?;
        Ok(company.map(|company| (transaction, company)))
    }

    async fn done(
        &self,
        mut transaction: Transaction<'static, Any>,
        deed: CompanyDeed<'_>,
        company: &str,
        event: AuditEvent,
    ) -> Decision<()> {
        note(&mut transaction, deed, company, event, None).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }
}

fn known(row: &AnyRow) -> Stored<KnownCompany> {
    let name = CompanyProfile { name: get(row, "name")?, ..CompanyProfile::default() };
    let profile = get::<Option<String>>(row, "profile")?;
    let answers = get::<Option<String>>(row, "answers")?;
    Ok(KnownCompany {
        version: get(row, "info_version")?,
        profile: profile.map_or(Ok(name), |profile| from_json(&profile))?,
        answers: answers.map(|answers| from_json(&answers)).transpose()?,
    })
}

fn account(row: &AnyRow) -> Stored<CompanyAccount> {
    Ok(CompanyAccount {
        id: get(row, "id")?,
        portal: get(row, "portal")?,
        name: get(row, "name")?,
        business_number: get(row, "business_number")?,
    })
}
