//! Drafts in SQL.

use super::{SqlStore, from_json, get, is_duplicate, to_json};
use crate::clock::Millis;
use crate::store::{AnswerWrite, DraftRecord, DraftStore, Secret, Secrets, Stored};
use async_trait::async_trait;
use gaip_domain::facts::StepInput;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

fn record(row: &AnyRow) -> Stored<DraftRecord> {
    Ok(DraftRecord {
        id: get(row, "id")?,
        session: get(row, "session_id")?,
        portal: get(row, "portal")?,
        journey: get(row, "journey")?,
        holder: get(row, "holder")?,
        version: get(row, "version")?,
        answers: from_json(&get::<String>(row, "answers")?)?,
        checked_login_id: get(row, "checked_login_id")?,
        member: get(row, "member_id")?,
        touched_at: get(row, "touched_at")?,
        submitted_at: get(row, "submitted_at")?,
        begun_by: get(row, "begun_by")?,
    })
}

#[async_trait]
impl DraftStore for SqlStore {
    async fn create_draft(&self, draft: &DraftRecord, at: Millis) -> Stored<bool> {
        let insert = "INSERT INTO drafts (id, session_id, portal, journey, holder, version, answers, touched_at, begun_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let done = sqlx::query(insert)
            .bind(&draft.id)
            .bind(&draft.session)
            .bind(&draft.portal)
            .bind(&draft.journey)
            .bind(&draft.holder)
            .bind(draft.version)
            .bind(to_json(&draft.answers)?)
            .bind(at)
            .bind(draft.begun_by.as_deref())
            .execute(&self.writer)
            .await;
        match done {
            Err(error) if is_duplicate(&error) => Ok(false),
            done => Ok(done.map(|_| true)?),
        }
    }

    async fn draft(&self, session: &str, portal: &str, journey: &str) -> Stored<Option<DraftRecord>> {
        let row = sqlx::query("SELECT * FROM drafts WHERE session_id = $1 AND portal = $2 AND journey = $3")
            .bind(session)
            .bind(portal)
            .bind(journey)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(record).transpose()
    }

    async fn hold_draft(&self, id: &str, tab: &str, at: Millis) -> Stored<()> {
        sqlx::query("UPDATE drafts SET holder = $1, touched_at = $2 WHERE id = $3")
            .bind(tab)
            .bind(at)
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn save_input(&self, id: &str, tab: &str, step: &str, input: &StepInput, at: Millis) -> Stored<bool> {
        // One statement, because it runs at every pause of typing: the gate is its WHERE.
        let upsert = "INSERT INTO inputs (draft_id, step, input, saved_at)
                      SELECT id, $1, $2, $3 FROM drafts WHERE id = $4 AND holder = $5 AND submitted_at IS NULL
                      ON CONFLICT (draft_id, step) DO UPDATE SET input = excluded.input, saved_at = excluded.saved_at";
        let done = sqlx::query(upsert)
            .bind(step)
            .bind(to_json(input)?)
            .bind(at)
            .bind(id)
            .bind(tab)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn inputs(&self, id: &str) -> Stored<BTreeMap<String, StepInput>> {
        let rows =
            sqlx::query("SELECT step, input FROM inputs WHERE draft_id = $1").bind(id).fetch_all(&self.reader).await?;
        rows.iter().map(|row| Ok((get(row, "step")?, from_json(&get::<String>(row, "input")?)?))).collect()
    }

    async fn secrets(&self, id: &str) -> Stored<Secrets> {
        let rows = sqlx::query("SELECT step, field, hash, sealed FROM secrets WHERE draft_id = $1")
            .bind(id)
            .fetch_all(&self.reader)
            .await?;
        let secret =
            |row: &AnyRow| -> Stored<Secret> { Ok(Secret { hash: get(row, "hash")?, sealed: get(row, "sealed")? }) };
        rows.iter().map(|row| Ok(((get(row, "step")?, get(row, "field")?), secret(row)?))).collect()
    }

    async fn save_answers(&self, write: AnswerWrite<'_>) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        let update = "UPDATE drafts SET answers = $1, checked_login_id = $2, touched_at = $3, version = version + 1
                      WHERE id = $4 AND version = $5 AND holder = $6 AND submitted_at IS NULL";
        let done = sqlx::query(update)
            .bind(to_json(write.answers)?)
            .bind(write.checked_login_id)
            .bind(write.at)
            .bind(&write.draft.id)
            .bind(write.draft.version)
            .bind(&write.draft.holder)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        if let Some((step, input)) = write.input {
            keep_input(&mut transaction, &write.draft.id, step, input, write.at).await?;
            for (field, secret) in write.secrets {
                keep_secret(&mut transaction, &write.draft.id, step, field, secret).await?;
            }
        }
        transaction.commit().await?;
        Ok(true)
    }

    async fn remember_login_id(&self, id: &str, login_id: Option<&str>) -> Stored<()> {
        sqlx::query("UPDATE drafts SET checked_login_id = $1 WHERE id = $2")
            .bind(login_id)
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn remove_draft(&self, id: &str) -> Stored<()> {
        sqlx::query("DELETE FROM drafts WHERE id = $1").bind(id).execute(&self.writer).await?;
        Ok(())
    }

    async fn drafts_of_session(&self, session: &str) -> Stored<Vec<String>> {
        let rows =
            sqlx::query("SELECT id FROM drafts WHERE session_id = $1").bind(session).fetch_all(&self.reader).await?;
        rows.iter().map(|row| get(row, "id")).collect()
    }

    async fn old_drafts(&self, touched_before: Millis, submitted_before: Millis) -> Stored<Vec<String>> {
        let old = "SELECT id FROM drafts WHERE touched_at < $1
                   AND NOT EXISTS (SELECT 1 FROM inputs WHERE draft_id = drafts.id AND saved_at >= $1)
                   UNION SELECT id FROM drafts WHERE submitted_at < $2";
        let rows = sqlx::query(old).bind(touched_before).bind(submitted_before).fetch_all(&self.reader).await?;
        rows.iter().map(|row| get(row, "id")).collect()
    }

    async fn drafts_with_lost_files(&self) -> Stored<Vec<String>> {
        let lost = "SELECT DISTINCT draft_id FROM files WHERE member_id IS NULL
                    AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.id = files.draft_id AND drafts.submitted_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM members WHERE members.id = files.draft_id AND rejected IS NOT NULL)";
        let rows = sqlx::query(lost).fetch_all(&self.reader).await?;
        rows.iter().map(|row| get(row, "draft_id")).collect()
    }
}

async fn keep_input(
    connection: &mut AnyConnection,
    draft: &str,
    step: &str,
    input: &StepInput,
    at: Millis,
) -> Stored<()> {
    let upsert = "INSERT INTO inputs (draft_id, step, input, saved_at) VALUES ($1, $2, $3, $4)
                  ON CONFLICT (draft_id, step) DO UPDATE SET input = excluded.input, saved_at = excluded.saved_at";
    sqlx::query(upsert).bind(draft).bind(step).bind(to_json(input)?).bind(at).execute(connection).await?;
    Ok(())
}

async fn keep_secret(
    connection: &mut AnyConnection,
    draft: &str,
    step: &str,
    field: &str,
    secret: &Secret,
) -> Stored<()> {
    let upsert = "INSERT INTO secrets (draft_id, step, field, hash, sealed) VALUES ($1, $2, $3, $4, $5)
                  ON CONFLICT (draft_id, step, field) DO UPDATE SET hash = excluded.hash, sealed = excluded.sealed";
    let query = sqlx::query(upsert).bind(draft).bind(step).bind(field).bind(&secret.hash).bind(&secret.sealed);
    query.execute(connection).await?;
    Ok(())
}
