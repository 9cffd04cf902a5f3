//! Links to companies in SQL.

use super::employees::{hold, note, role_in};
use super::submit::{Halt, claim_draft, delete_leftovers, finish, mark_submitted};
use super::{SqlStore, companies, count, master_offers};
use crate::store::{Actor, CompanyDeed, Decision, LinkStore, Linking, Stored, Submitted};
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Role};
use gaip_domain::linked_by::LinkedBy;
use sqlx::AnyConnection;

#[async_trait]
impl LinkStore for SqlStore {
    async fn link(&self, linking: Linking<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        let written = write(&mut transaction, &linking).await;
        // Nothing else of it is unique.
        Ok(finish(transaction, written).await?.unwrap_or(Submitted::KeyReused))
    }

    async fn leave_company(&self, deed: CompanyDeed<'_>) -> Decision<()> {
        let Actor::Member(member) = deed.actor else { return Ok(Err(ProblemCode::NotAllowed)) };
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, None).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        let master = role_in(&mut transaction, &company, member).await? == Some(Role::Master);
        if master && others(&mut transaction, &company, member).await? > 0 {
            return Ok(Err(ProblemCode::MasterStays));
        }
        part(&mut transaction, &company, member).await?;
        note(&mut transaction, deed, &company, AuditEvent::CompanyLeft, Some(member)).await?;
        master_offers::void(&mut transaction, deed, &company, Some(member)).await?;
        if master {
            // Nobody stands for it any more: the first who comes again registers it anew.
            sqlx::query("DELETE FROM companies WHERE id = $1").bind(&company).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(Ok(()))
    }
}

async fn write(connection: &mut AnyConnection, linking: &Linking<'_>) -> Result<(), Halt> {
    let Linking { draft, key, company, member, by, deed } = *linking;
    claim_draft(connection, draft, key, deed.at).await?;
    let (company, _) = companies::join(connection, &draft.portal, company).await?;
    link_to(connection, &company, member, by).await?;
    mark_submitted(connection, &draft.id, member).await?;
    delete_leftovers(connection, &draft.id).await?;
    note(connection, deed, &company, AuditEvent::CompanyLinked, Some(member)).await?;
    Ok(())
}

/// Links a general member who has no company: of two links at once, the second finds one.
pub(super) async fn link_to(
    connection: &mut AnyConnection,
    company: &str,
    member: &str,
    by: LinkedBy,
) -> Result<(), Halt> {
    let link = "UPDATE members SET company_id = $1, linked_by = $2
                WHERE id = $3 AND company_id IS NULL AND role = 'general'";
    let done = sqlx::query(link).bind(company).bind(by.as_str()).bind(member).execute(connection).await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Halt::Answer(Submitted::NotForMember)) }
}

/// The member is without the company from now on; a general member stays one. What the company's certificate opened or
/// lets in is the company's.
pub(super) async fn part(connection: &mut AnyConnection, company: &str, member: &str) -> Stored<()> {
    let end = "UPDATE members SET role = CASE WHEN role = 'general' THEN role ELSE 'personal' END,
                      company_id = NULL, approved_at = NULL, linked_by = NULL
               WHERE id = $1 AND company_id = $2";
    sqlx::query(end).bind(member).bind(company).execute(&mut *connection).await?;
    let close = "UPDATE sessions SET stepped_up_at = NULL WHERE member_id = $1";
    sqlx::query(close).bind(member).execute(&mut *connection).await?;
    let forget = "DELETE FROM registered_certificates WHERE member_id = $1";
    sqlx::query(forget).bind(member).execute(&mut *connection).await?;
    Ok(())
}

/// How many others the company has; also applicants.
async fn others(connection: &mut AnyConnection, company: &str, member: &str) -> Stored<u32> {
    let select = "SELECT COUNT(*) AS found FROM members WHERE company_id = $1 AND id <> $2";
    count(&sqlx::query(select).bind(company).bind(member).fetch_one(connection).await?)
}
