//! Verifications in SQL.

use super::submit::Halt;
use super::{SqlStore, from_json, get, to_json};
use crate::clock::Millis;
use crate::store::{Attempting, Confirmed, Failure, IdentityRecord, IdentityStore, Stored, Submission, Submitted};
use async_trait::async_trait;
use gaip_domain::facts::{Answer, VerifiedIdentity};
use gaip_domain::portal::IdentityMethod;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn method(word: &str) -> Stored<IdentityMethod> {
    let methods = [IdentityMethod::Phone, IdentityMethod::Simple, IdentityMethod::Card, IdentityMethod::Ipin];
    let known = methods.into_iter().find(|method| method.as_str() == word);
    known.ok_or_else(|| Failure("a method that there is not".to_owned()))
}

fn state(word: &str) -> Stored<Attempting> {
    let states = [Attempting::Code, Attempting::Consent, Attempting::Verified, Attempting::Over];
    let known = states.into_iter().find(|state| state.as_str() == word);
    known.ok_or_else(|| Failure("a state that there is not".to_owned()))
}

fn record(row: &AnyRow) -> Stored<IdentityRecord> {
    Ok(IdentityRecord {
        draft: get(row, "draft_id")?,
        step: get(row, "step")?,
        attempt: get(row, "attempt")?,
        method: method(&get::<String>(row, "method")?)?,
        state: state(&get::<String>(row, "state")?)?,
        claim: get(row, "claim")?,
        sent_at: get(row, "sent_at")?,
        expires_at: get(row, "expires_at")?,
        tries: get(row, "tries")?,
        resends: get(row, "resends")?,
        extended: get::<i64>(row, "extended")? == 1,
        since: get(row, "since")?,
        verified: verified(row)?,
    })
}

fn verified(row: &AnyRow) -> Stored<Option<VerifiedIdentity>> {
    get::<Option<String>>(row, "verified")?.map(|json| from_json(&json)).transpose()
}

#[async_trait]
impl IdentityStore for SqlStore {
    async fn begin_identity(&self, new: &IdentityRecord, before: Option<&str>) -> Stored<bool> {
        let upsert = "INSERT INTO identities (draft_id, step, attempt, method, state, claim, sent_at, expires_at, tries, resends, extended, since)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 0, $10)
                      ON CONFLICT (draft_id, step) DO UPDATE SET attempt = excluded.attempt, method = excluded.method,
                      state = excluded.state, claim = excluded.claim, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                      tries = 0, resends = excluded.resends, extended = 0, since = excluded.since
                      WHERE identities.attempt = $11";
        let done = sqlx::query(upsert)
            .bind(&new.draft)
            .bind(&new.step)
            .bind(&new.attempt)
            .bind(new.method.as_str())
            .bind(new.state.as_str())
            .bind(&new.claim)
            .bind(new.sent_at)
            .bind(new.expires_at)
            .bind(new.resends)
            .bind(new.since)
            .bind(before.unwrap_or_default())
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn identity(&self, draft: &str, step: &str) -> Stored<Option<IdentityRecord>> {
        let row = sqlx::query("SELECT * FROM identities WHERE draft_id = $1 AND step = $2")
            .bind(draft)
            .bind(step)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(record).transpose()
    }

    async fn resent_identity(&self, read: &IdentityRecord, sent_at: Millis, expires_at: Millis) -> Stored<bool> {
        let update = "UPDATE identities SET sent_at = $1, expires_at = $2, resends = resends + 1, extended = 0
                      WHERE attempt = $3 AND resends = $4 AND state = $5";
        let done = sqlx::query(update)
            .bind(sent_at)
            .bind(expires_at)
            .bind(&read.attempt)
            .bind(read.resends)
            .bind(read.state.as_str())
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn extend_identity(&self, attempt: &str, expires_at: Millis) -> Stored<()> {
        let update = "UPDATE identities SET expires_at = $1, extended = 1 WHERE attempt = $2 AND extended = 0";
        sqlx::query(update).bind(expires_at).bind(attempt).execute(&self.writer).await?;
        Ok(())
    }

    async fn try_identity(&self, attempt: &str, most: i64) -> Stored<bool> {
        let update = "UPDATE identities SET tries = tries + 1 WHERE attempt = $1 AND tries < $2 AND state = 'code'";
        let done = sqlx::query(update).bind(attempt).bind(most).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn untry_identity(&self, attempt: &str) -> Stored<()> {
        let update = "UPDATE identities SET tries = tries - 1 WHERE attempt = $1 AND tries > 0";
        sqlx::query(update).bind(attempt).execute(&self.writer).await?;
        Ok(())
    }

    async fn unsend_identity(&self, attempt: &str) -> Stored<()> {
        let update = "UPDATE identities SET state = 'over', resends = resends - 1 WHERE attempt = $1";
        sqlx::query(update).bind(attempt).execute(&self.writer).await?;
        Ok(())
    }

    async fn end_identity(&self, attempt: &str) -> Stored<()> {
        sqlx::query("UPDATE identities SET state = 'over' WHERE attempt = $1")
            .bind(attempt)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn confirm_identity(&self, attempt: &str, confirmed: Confirmed<'_>) -> Stored<()> {
        let update =
            "UPDATE identities SET state = 'verified', verified = $1, person = $2, verified_at = $3, proof = attempt
                      WHERE attempt = $4";
        sqlx::query(update)
            .bind(to_json(confirmed.identity)?)
            .bind(confirmed.person)
            .bind(confirmed.at)
            .bind(attempt)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn delete_identities(&self, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM identities WHERE sent_at < $1 AND verified IS NULL";
        Ok(sqlx::query(old).bind(before).execute(&self.writer).await?.rows_affected())
    }
}

/// The keyed hash of the person whom the answers name; the evidence must be of those very answers.
pub(super) async fn person(
    connection: &mut AnyConnection,
    submission: &Submission<'_>,
) -> Result<Option<String>, Halt> {
    let mut person = None;
    for (step, answered) in &submission.draft.answers {
        let Answer::Identity(answer) = &answered.answer else { continue };
        let select = "SELECT verified, person FROM identities WHERE draft_id = $1 AND step = $2";
        let row = sqlx::query(select).bind(&submission.draft.id).bind(step).fetch_optional(&mut *connection).await?;
        let missing = || Halt::Answer(Submitted::IdentityMissing);
        let row = row.ok_or_else(missing)?;
        if verified(&row)?.as_ref() != Some(answer) {
            return Err(missing());
        }
        person = person.or(get::<Option<String>>(&row, "person")?);
    }
    Ok(person)
}

/// The evidence becomes the member's.
pub(super) async fn take(connection: &mut AnyConnection, submission: &Submission<'_>) -> Result<(), Halt> {
    for (step, answered) in &submission.draft.answers {
        let Answer::Identity(answer) = &answered.answer else { continue };
        let insert = "INSERT INTO identity_proofs (member_id, step, method, proof, verified_at)
                      SELECT $1, step, $2, proof, verified_at FROM identities WHERE draft_id = $3 AND step = $4";
        sqlx::query(insert)
            .bind(&submission.new.member.id)
            .bind(answer.method.as_str())
            .bind(&submission.draft.id)
            .bind(step)
            .execute(&mut *connection)
            .await?;
    }
    let leftover = "DELETE FROM identities WHERE draft_id = $1";
    sqlx::query(leftover).bind(&submission.draft.id).execute(connection).await?;
    Ok(())
}
