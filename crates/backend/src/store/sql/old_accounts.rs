//! Accounts of the system of before in SQL.

use super::submit::Halt;
use super::{SqlStore, get};
use crate::clock::Millis;
use crate::store::{Failure, OldAccountRecord, OldAccountStore, Stored, Submission, Submitted};
use async_trait::async_trait;
use gaip_contract::bodies::OldKind;
use gaip_domain::facts::Answer;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<OldAccountRecord> {
    let kind: String = get(row, "kind")?;
    Ok(OldAccountRecord {
        id: get(row, "id")?,
        portal: get(row, "portal")?,
        login_id: get(row, "login_id")?,
        person: get(row, "person")?,
        kind: OldKind::parse(&kind).ok_or_else(|| Failure("a kind that there is not".to_owned()))?,
        company: get(row, "company")?,
        business_number: get(row, "business_number")?,
        joined_on: get(row, "joined_on")?,
    })
}

#[async_trait]
impl OldAccountStore for SqlStore {
    async fn add_old_accounts(&self, accounts: &[OldAccountRecord], at: Millis) -> Stored<u64> {
        let insert = "INSERT INTO old_accounts (id, portal, login_id, person, kind, company, business_number, joined_on, imported_at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (portal, login_id) DO NOTHING";
        let mut transaction = self.begin().await?;
        let mut added = 0;
        for account in accounts {
            let done = sqlx::query(insert)
                .bind(&account.id)
                .bind(&account.portal)
                .bind(&account.login_id)
                .bind(&account.person)
                .bind(account.kind.as_str())
                .bind(account.company.as_deref())
                .bind(account.business_number.as_deref())
                .bind(&account.joined_on)
                .bind(at)
                .execute(&mut *transaction)
                .await?;
            added += done.rows_affected();
        }
        transaction.commit().await?;
        Ok(added)
    }

    async fn old_accounts(&self, portal: &str, draft: &str) -> Stored<Vec<OldAccountRecord>> {
        let select = "SELECT * FROM old_accounts WHERE portal = $1 AND migrated_at IS NULL
                      AND person IN (SELECT person FROM identities WHERE draft_id = $2 AND state = 'verified')
                      ORDER BY joined_on DESC, login_id";
        let rows = sqlx::query(select).bind(portal).bind(draft).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn old_account(&self, id: &str) -> Stored<Option<OldAccountRecord>> {
        let row = sqlx::query("SELECT * FROM old_accounts WHERE id = $1").bind(id).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn end_old_accounts(&self, portal: &str) -> Stored<u64> {
        let delete = "DELETE FROM old_accounts WHERE portal = $1 AND migrated_at IS NULL";
        Ok(sqlx::query(delete).bind(portal).execute(&self.writer).await?.rows_affected())
    }
}

/// The account that was chosen becomes the member's, once: it must be the member's own, and nobody's yet.
pub(super) async fn take(connection: &mut AnyConnection, submission: &Submission<'_>) -> Result<(), Halt> {
    let member = &submission.new.member;
    for answered in submission.draft.answers.values() {
        let Answer::OldAccount { account, kept, .. } = &answered.answer else { continue };
        let update = "UPDATE old_accounts SET migrated_at = $1, member_id = $2
                      WHERE id = $3 AND portal = $4 AND migrated_at IS NULL
                      AND person = (SELECT person FROM members WHERE id = $2)
                      AND (LOWER(login_id) = $5 OR $6 = 0)";
        let done = sqlx::query(update)
            .bind(member.joined_at)
            .bind(&member.id)
            .bind(account)
            .bind(&member.portal)
            .bind(&member.login_id)
            .bind(i64::from(*kept))
            .execute(&mut *connection)
            .await?;
        if done.rows_affected() != 1 {
            return Err(Halt::Answer(Submitted::OldAccountGone));
        }
    }
    Ok(())
}
