//! Registered certificates in SQL.

use super::submit::{Halt, claim_draft, delete_leftovers, finish, mark_submitted};
use super::{SqlStore, from_json, get, to_json, write_audit};
use crate::store::{AuditRow, CertificateStore, FurtherCertificate, RegisteredRecord, Stored, Submitted};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<RegisteredRecord> {
    Ok(RegisteredRecord {
        id: get(row, "id")?,
        member: get(row, "member_id")?,
        evidence: from_json(&get::<String>(row, "evidence")?)?,
        registered_at: get(row, "registered_at")?,
    })
}

/// Registers a certificate; `false` where somebody registered it at this portal already.
pub(super) async fn register(
    connection: &mut AnyConnection,
    portal: &str,
    new: &RegisteredRecord,
) -> Result<bool, super::Failure> {
    let insert = "INSERT INTO registered_certificates (id, member_id, portal, fingerprint, evidence, registered_at)
                  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (portal, fingerprint) DO NOTHING";
    let done = sqlx::query(insert)
        .bind(&new.id)
        .bind(&new.member)
        .bind(portal)
        .bind(&new.evidence.fingerprint)
        .bind(to_json(&new.evidence)?)
        .bind(new.registered_at)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

#[async_trait]
impl CertificateStore for SqlStore {
    async fn register_certificate(&self, portal: &str, new: &RegisteredRecord, audit: &AuditRow) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        if !register(&mut transaction, portal, new).await? {
            return Ok(false);
        }
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn register_further(&self, further: FurtherCertificate<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        let written = write(&mut transaction, &further).await;
        // Nothing else of it is unique but the certificate, which says so itself.
        Ok(finish(transaction, written).await?.unwrap_or(Submitted::KeyReused))
    }

    async fn certificates_of_member(&self, member: &str) -> Stored<Vec<RegisteredRecord>> {
        let select = "SELECT id, member_id, evidence, registered_at FROM registered_certificates
                      WHERE member_id = $1 ORDER BY registered_at DESC, id";
        let rows = sqlx::query(select).bind(member).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn member_of_certificate(&self, portal: &str, fingerprint: &str) -> Stored<Option<String>> {
        let select = "SELECT member_id FROM registered_certificates WHERE portal = $1 AND fingerprint = $2";
        let row = sqlx::query(select).bind(portal).bind(fingerprint).fetch_optional(&self.reader).await?;
        row.map(|row| get(&row, "member_id")).transpose()
    }

    async fn delete_certificate(&self, member: &str, id: &str, audit: &AuditRow) -> Stored<bool> {
        let delete = "DELETE FROM registered_certificates WHERE member_id = $1 AND id = $2";
        self.delete_of_member(delete, member, id, audit).await
    }
}

async fn write(connection: &mut AnyConnection, further: &FurtherCertificate<'_>) -> Result<(), Halt> {
    let FurtherCertificate { draft, key, new, audit } = *further;
    claim_draft(connection, draft, key, audit.at).await?;
    if !register(connection, &draft.portal, new).await? {
        return Err(Halt::Answer(Submitted::CertificateRegistered));
    }
    mark_submitted(connection, &draft.id, &new.member).await?;
    delete_leftovers(connection, &draft.id).await?;
    write_audit(connection, audit).await?;
    Ok(())
}
