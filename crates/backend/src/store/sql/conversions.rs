//! Conversions in SQL.

use super::submit::{
    Halt, claim_draft, delete_leftovers, finish, forget_answered, mark_submitted, take_files_of, write_answered,
};
use super::{SqlStore, companies, write_audit};
use crate::store::{Conversion, ConversionStore, Stored, Submitted, role_word};
use async_trait::async_trait;
use gaip_contract::bodies::Role;
use sqlx::AnyConnection;

#[async_trait]
impl ConversionStore for SqlStore {
    async fn convert(&self, conversion: Conversion<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        let written = write(&mut transaction, &conversion).await;
        // Nothing else of it is unique.
        Ok(finish(transaction, written).await?.unwrap_or(Submitted::KeyReused))
    }
}

async fn write(connection: &mut AnyConnection, conversion: &Conversion<'_>) -> Result<(), Halt> {
    let Conversion { draft, key, member, company, files, audit } = *conversion;
    claim_draft(connection, draft, key, audit.at).await?;
    let (company, role) = companies::join(connection, &draft.portal, company).await?;
    // Of two conversions of one person at once, the second finds a company's member.
    let convert = "UPDATE members SET company_id = $1, role = $2, provisional = $3, converted = $4,
                          papers_at = CASE WHEN $3 = 1 THEN $5 ELSE papers_at END
                   WHERE id = $6 AND role = 'personal'";
    let done = sqlx::query(convert)
        .bind(company)
        .bind(role_word(role))
        .bind(i64::from(role == Role::Applicant))
        .bind(&draft.journey)
        .bind(audit.at)
        .bind(member)
        .execute(&mut *connection)
        .await?;
    if done.rows_affected() != 1 {
        return Err(Halt::Answer(Submitted::NotForMember));
    }
    mark_submitted(connection, &draft.id, member).await?;
    for (step, answered) in &draft.answers {
        // Whoever left a company and comes to another answers anew.
        forget_answered(connection, member, step).await?;
        write_answered(connection, member, step, answered).await?;
    }
    take_files_of(connection, &draft.id, member, files).await?;
    delete_leftovers(connection, &draft.id).await?;
    write_audit(connection, audit).await?;
    Ok(())
}
