//! Challenges in SQL.

use super::{SqlStore, get};
use crate::clock::Millis;
use crate::store::{Bond, ChallengeRecord, ChallengeStore, Stored, Using};
use async_trait::async_trait;

#[async_trait]
impl ChallengeStore for SqlStore {
    async fn create_challenge(&self, challenge: &ChallengeRecord) -> Stored<()> {
        let insert = "INSERT INTO challenges (id, session_id, portal, bound_to, content, secret, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        sqlx::query(insert)
            .bind(&challenge.id)
            .bind(&challenge.bond.session)
            .bind(&challenge.bond.portal)
            .bind(&challenge.bond.to)
            .bind(&challenge.content)
            .bind(&challenge.secret)
            .bind(challenge.made_at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn use_challenge(&self, id: &str, bond: &Bond, made_after: Millis, now: Millis) -> Stored<Using> {
        let mut transaction = self.begin().await?;
        let find = "SELECT content, secret, made_at, used_at FROM challenges
                    WHERE id = $1 AND session_id = $2 AND portal = $3 AND bound_to = $4 AND made_at > $5";
        let row = sqlx::query(find)
            .bind(id)
            .bind(&bond.session)
            .bind(&bond.portal)
            .bind(&bond.to)
            .bind(made_after)
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(row) = row else { return Ok(Using::Gone) };
        let Some(secret) = get::<Option<String>>(&row, "secret")? else { return Ok(Using::Before) };
        // The row decides: of many at once, one finds it unused.
        let claim = "UPDATE challenges SET used_at = $1, secret = NULL WHERE id = $2 AND used_at IS NULL";
        let done = sqlx::query(claim).bind(now).bind(id).execute(&mut *transaction).await?;
        if done.rows_affected() != 1 {
            return Ok(Using::Before);
        }
        transaction.commit().await?;
        Ok(Using::Now(ChallengeRecord {
            id: id.to_owned(),
            bond: bond.clone(),
            content: get(&row, "content")?,
            secret,
            made_at: get(&row, "made_at")?,
        }))
    }

    async fn delete_challenges(&self, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM challenges WHERE made_at < $1";
        Ok(sqlx::query(old).bind(before).execute(&self.writer).await?.rows_affected())
    }
}
