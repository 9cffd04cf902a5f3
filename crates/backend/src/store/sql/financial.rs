//! Attempts by financial certificates in SQL.

use super::{SqlStore, from_json, get, to_json};
use crate::clock::Millis;
use crate::store::{Bond, Failure, FinancialRecord, FinancialStage, FinancialStore, Stored};
use async_trait::async_trait;
use gaip_domain::facts::CertificateEvidence;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<FinancialRecord> {
    let word: String = get(row, "state")?;
    let stage = FinancialStage::ALL.into_iter().find(|stage| stage.as_str() == word);
    Ok(FinancialRecord {
        id: get(row, "id")?,
        bond: Bond { session: get(row, "session_id")?, portal: get(row, "portal")?, to: get(row, "bound_to")? },
        business_number: get(row, "business_number")?,
        stage: stage.ok_or_else(|| Failure("a state that there is not".to_owned()))?,
        digits: get(row, "digits")?,
        tries: get(row, "tries")?,
        begun_at: get(row, "begun_at")?,
    })
}

#[async_trait]
impl FinancialStore for SqlStore {
    async fn begin_financial(&self, new: &FinancialRecord, most: i64, since: Millis) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        // The session's row holds others of the same session back, so that many at once are counted too.
        let hold = "UPDATE sessions SET seen_at = seen_at WHERE id = $1";
        sqlx::query(hold).bind(&new.bond.session).execute(&mut *transaction).await?;
        let count = "SELECT COUNT(*) AS begun FROM financial_attempts WHERE session_id = $1 AND begun_at > $2";
        let row = sqlx::query(count).bind(&new.bond.session).bind(since).fetch_one(&mut *transaction).await?;
        if get::<i64>(&row, "begun")? >= most {
            return Ok(false);
        }
        let end =
            "UPDATE financial_attempts SET state = 'over', evidence = NULL WHERE session_id = $1 AND bound_to = $2";
        sqlx::query(end).bind(&new.bond.session).bind(&new.bond.to).execute(&mut *transaction).await?;
        let insert = "INSERT INTO financial_attempts (id, session_id, portal, bound_to, business_number, state, digits, tries, begun_at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)";
        sqlx::query(insert)
            .bind(&new.id)
            .bind(&new.bond.session)
            .bind(&new.bond.portal)
            .bind(&new.bond.to)
            .bind(&new.business_number)
            .bind(new.stage.as_str())
            .bind(new.digits.as_deref())
            .bind(new.begun_at)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn first_financial(&self, session: &str, since: Millis) -> Stored<Option<Millis>> {
        let select = "SELECT MIN(begun_at) AS first FROM financial_attempts WHERE session_id = $1 AND begun_at > $2";
        let row = sqlx::query(select).bind(session).bind(since).fetch_one(&self.reader).await?;
        get(&row, "first")
    }

    async fn meet_financial(&self, id: &str, stage: FinancialStage, digits: Option<&str>) -> Stored<()> {
        let update = "UPDATE financial_attempts SET state = $1, digits = $2 WHERE id = $3 AND state = 'account'";
        sqlx::query(update).bind(stage.as_str()).bind(digits).bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn financial(&self, id: &str, session: &str, portal: &str) -> Stored<Option<FinancialRecord>> {
        let select = "SELECT * FROM financial_attempts WHERE id = $1 AND session_id = $2 AND portal = $3";
        let row = sqlx::query(select).bind(id).bind(session).bind(portal).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn try_financial(&self, id: &str, most: i64) -> Stored<bool> {
        let update = "UPDATE financial_attempts SET tries = tries + 1 WHERE id = $1 AND tries < $2 AND state = 'otp'";
        Ok(sqlx::query(update).bind(id).bind(most).execute(&self.writer).await?.rows_affected() == 1)
    }

    async fn untry_financial(&self, id: &str) -> Stored<()> {
        let update = "UPDATE financial_attempts SET tries = tries - 1 WHERE id = $1 AND tries > 0";
        sqlx::query(update).bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn end_financial(&self, id: &str) -> Stored<()> {
        let update = "UPDATE financial_attempts SET state = 'over', evidence = NULL WHERE id = $1";
        sqlx::query(update).bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn verify_financial(&self, id: &str, evidence: &CertificateEvidence) -> Stored<bool> {
        let update =
            "UPDATE financial_attempts SET state = 'verified', evidence = $1 WHERE id = $2 AND state <> 'over'";
        let done = sqlx::query(update).bind(to_json(evidence)?).bind(id).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn use_financial(&self, id: &str, bond: &Bond, since: Millis) -> Stored<Option<CertificateEvidence>> {
        let mut transaction = self.begin().await?;
        let find = "SELECT evidence FROM financial_attempts WHERE id = $1 AND session_id = $2 AND portal = $3
                    AND bound_to = $4 AND begun_at > $5 AND state = 'verified'";
        let row = sqlx::query(find)
            .bind(id)
            .bind(&bond.session)
            .bind(&bond.portal)
            .bind(&bond.to)
            .bind(since)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let Some(evidence) = get::<Option<String>>(&row, "evidence")? else { return Ok(None) };
        // The row decides: of many at once, one finds it verified.
        let claim =
            "UPDATE financial_attempts SET state = 'over', evidence = NULL WHERE id = $1 AND state = 'verified'";
        if sqlx::query(claim).bind(id).execute(&mut *transaction).await?.rows_affected() != 1 {
            return Ok(None);
        }
        transaction.commit().await?;
        from_json(&evidence).map(Some)
    }

    async fn delete_financial(&self, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM financial_attempts WHERE begun_at < $1";
        Ok(sqlx::query(old).bind(before).execute(&self.writer).await?.rows_affected())
    }
}
