//! Decisions about documents in SQL.

use super::{SqlStore, get, write_audit};
use crate::store::{AuditRow, ConsentStore, DecisionRecord, Stored};
use async_trait::async_trait;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<DecisionRecord> {
    Ok(DecisionRecord {
        id: get(row, "id")?,
        terms: get(row, "terms")?,
        version: get(row, "version")?,
        hash: get(row, "hash")?,
        agreed: get::<i64>(row, "agreed")? == 1,
        at: get(row, "decided_at")?,
    })
}

#[async_trait]
impl ConsentStore for SqlStore {
    async fn decisions_of_member(&self, member: &str) -> Stored<Vec<DecisionRecord>> {
        // Those of the sign-up are the oldest, also where the clock says the same.
        let select = "SELECT id, terms, version, hash, agreed, decided_at, 1 AS later FROM decisions WHERE member_id = $1
                      UNION ALL
                      SELECT '' AS id, terms, version, hash, agreed, decided_at, 0 AS later FROM consents WHERE member_id = $1
                      ORDER BY decided_at DESC, later DESC, id";
        let rows = sqlx::query(select).bind(member).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn add_decisions(&self, member: &str, decisions: &[DecisionRecord], audit: &AuditRow) -> Stored<()> {
        let mut transaction = self.begin().await?;
        add(&mut transaction, member, decisions).await?;
        write_audit(&mut transaction, audit).await?;
        Ok(transaction.commit().await?)
    }
}

/// Adds decisions to those of a member.
pub(super) async fn add(connection: &mut AnyConnection, member: &str, decisions: &[DecisionRecord]) -> Stored<()> {
    // Two at the same millisecond would have no order.
    let newest = "SELECT COALESCE(MAX(decided_at), 0) AS newest FROM decisions WHERE member_id = $1 AND terms = $2";
    let insert = "INSERT INTO decisions (id, member_id, terms, version, hash, agreed, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    for decision in decisions {
        let row = sqlx::query(newest).bind(member).bind(&decision.terms).fetch_one(&mut *connection).await?;
        let at = decision.at.max(get::<i64>(&row, "newest")? + 1);
        sqlx::query(insert)
            .bind(&decision.id)
            .bind(member)
            .bind(&decision.terms)
            .bind(&decision.version)
            .bind(&decision.hash)
            .bind(i64::from(decision.agreed))
            .bind(at)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
