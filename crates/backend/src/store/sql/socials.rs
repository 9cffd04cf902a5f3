//! Accounts at providers in SQL.

use super::submit::Halt;
use super::{SqlStore, from_json, get, to_json};
use crate::clock::Millis;
use crate::store::{Failure, ShownAccount, SocialFlow, SocialStore, Stored, Submission, Submitted};
use async_trait::async_trait;
use gaip_domain::facts::Answer;
use gaip_domain::portal::SocialProvider;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn flow(row: &AnyRow) -> Stored<SocialFlow> {
    let provider = SocialProvider::parse(&get::<String>(row, "provider")?);
    let draft = get::<Option<String>>(row, "draft_id")?.zip(get::<Option<String>>(row, "step")?);
    Ok(SocialFlow {
        state: get(row, "state")?,
        session: get(row, "session_id")?,
        portal: get(row, "portal")?,
        provider: provider.ok_or_else(|| Failure("a provider that there is not".to_owned()))?,
        verifier: get(row, "verifier")?,
        nonce: get(row, "nonce")?,
        redirect: get(row, "redirect")?,
        back: get(row, "back")?,
        step: draft,
        expires_at: get(row, "expires_at")?,
    })
}

fn shown(row: &AnyRow) -> Stored<ShownAccount> {
    Ok(ShownAccount {
        proof: get(row, "proof")?,
        account: from_json(&get::<String>(row, "account")?)?,
        person: get(row, "person")?,
        at: get(row, "proved_at")?,
    })
}

#[async_trait]
impl SocialStore for SqlStore {
    async fn begin_social(&self, flow: &SocialFlow) -> Stored<()> {
        let insert = "INSERT INTO social_flows (state, session_id, portal, provider, verifier, nonce, redirect, back, draft_id, step, expires_at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        let (draft, step) = flow.step.as_ref().map(|(draft, step)| (draft.as_str(), step.as_str())).unzip();
        sqlx::query(insert)
            .bind(&flow.state)
            .bind(&flow.session)
            .bind(&flow.portal)
            .bind(flow.provider.as_str())
            .bind(&flow.verifier)
            .bind(&flow.nonce)
            .bind(&flow.redirect)
            .bind(&flow.back)
            .bind(draft)
            .bind(step)
            .bind(flow.expires_at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn take_social(&self, state: &str) -> Stored<Option<SocialFlow>> {
        // Of two at once, one finds the row.
        let row = sqlx::query("DELETE FROM social_flows WHERE state = $1 RETURNING *")
            .bind(state)
            .fetch_optional(&self.writer)
            .await?;
        row.as_ref().map(flow).transpose()
    }

    async fn keep_social(&self, draft: &str, step: &str, shown: &ShownAccount) -> Stored<()> {
        let upsert =
            "INSERT INTO socials (draft_id, step, proof, account, person, proved_at) VALUES ($1, $2, $3, $4, $5, $6)
                      ON CONFLICT (draft_id, step) DO UPDATE SET proof = excluded.proof, account = excluded.account,
                      person = excluded.person, proved_at = excluded.proved_at";
        sqlx::query(upsert)
            .bind(draft)
            .bind(step)
            .bind(&shown.proof)
            .bind(to_json(&shown.account)?)
            .bind(&shown.person)
            .bind(shown.at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn social(&self, draft: &str, step: &str) -> Stored<Option<ShownAccount>> {
        let row = sqlx::query("SELECT * FROM socials WHERE draft_id = $1 AND step = $2")
            .bind(draft)
            .bind(step)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(shown).transpose()
    }

    async fn member_of_person(&self, portal: &str, person: &str) -> Stored<Option<String>> {
        let row = sqlx::query("SELECT id FROM members WHERE portal = $1 AND person = $2")
            .bind(portal)
            .bind(person)
            .fetch_optional(&self.reader)
            .await?;
        row.map(|row| get(&row, "id")).transpose()
    }

    async fn delete_social_flows(&self, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM social_flows WHERE expires_at < $1";
        Ok(sqlx::query(old).bind(before).execute(&self.writer).await?.rows_affected())
    }
}

/// The keyed hash of the account that the answers name; the evidence must be of those very answers.
pub(super) async fn person(
    connection: &mut AnyConnection,
    submission: &Submission<'_>,
) -> Result<Option<String>, Halt> {
    for (step, answered) in &submission.draft.answers {
        let Answer::Social(answer) = &answered.answer else { continue };
        let select = "SELECT * FROM socials WHERE draft_id = $1 AND step = $2";
        let row = sqlx::query(select).bind(&submission.draft.id).bind(step).fetch_optional(connection).await?;
        let found = row.as_ref().map(shown).transpose()?.filter(|shown| shown.account == *answer);
        return found.map(|shown| Some(shown.person)).ok_or(Halt::Answer(Submitted::IdentityMissing));
    }
    Ok(None)
}

/// The evidence becomes the member's.
pub(super) async fn take(connection: &mut AnyConnection, submission: &Submission<'_>) -> Result<(), Halt> {
    for (step, answered) in &submission.draft.answers {
        let Answer::Social(answer) = &answered.answer else { continue };
        let insert = "INSERT INTO identity_proofs (member_id, step, method, proof, verified_at)
                      SELECT $1, step, $2, proof, proved_at FROM socials WHERE draft_id = $3 AND step = $4";
        sqlx::query(insert)
            .bind(&submission.new.member.id)
            .bind(answer.provider.as_str())
            .bind(&submission.draft.id)
            .bind(step)
            .execute(&mut *connection)
            .await?;
    }
    let leftover = "DELETE FROM socials WHERE draft_id = $1";
    sqlx::query(leftover).bind(&submission.draft.id).execute(connection).await?;
    Ok(())
}
