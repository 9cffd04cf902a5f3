//! Passkeys in SQL.

use super::{SqlStore, get, write_audit};
use crate::clock::Millis;
use crate::store::{AddedPasskey, AuditRow, PasskeyRecord, PasskeyStore, Stored};
use async_trait::async_trait;
use sqlx::any::AnyRow;

fn record(row: &AnyRow) -> Stored<PasskeyRecord> {
    Ok(PasskeyRecord {
        id: get(row, "id")?,
        member: get(row, "member_id")?,
        credential: get(row, "credential")?,
        key: get(row, "public_key")?,
        count: u32::try_from(get::<i64>(row, "sign_count")?).unwrap_or(u32::MAX),
        copied: get::<i64>(row, "copied")? != 0,
        name: get(row, "name")?,
        made_at: get(row, "made_at")?,
        used_at: get(row, "used_at")?,
    })
}

#[async_trait]
impl PasskeyStore for SqlStore {
    async fn passkey_handle(&self, member: &str, new: &str) -> Stored<String> {
        let insert = "INSERT INTO passkey_users (member_id, handle) VALUES ($1, $2) ON CONFLICT (member_id) DO NOTHING";
        sqlx::query(insert).bind(member).bind(new).execute(&self.writer).await?;
        let select = "SELECT handle FROM passkey_users WHERE member_id = $1";
        get(&sqlx::query(select).bind(member).fetch_one(&self.writer).await?, "handle")
    }

    async fn passkeys_of_member(&self, member: &str) -> Stored<Vec<PasskeyRecord>> {
        let select = "SELECT id, member_id, credential, public_key, sign_count, copied, name, made_at, used_at
                      FROM passkeys WHERE member_id = $1 ORDER BY made_at DESC, id";
        let rows = sqlx::query(select).bind(member).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn add_passkey(&self, new: &PasskeyRecord, most: usize, audit: &AuditRow) -> Stored<AddedPasskey> {
        let mut transaction = self.begin().await?;
        // Holds the member's row: of many at once, each counts those before it.
        let hold = "UPDATE passkey_users SET handle = handle WHERE member_id = $1";
        sqlx::query(hold).bind(&new.member).execute(&mut *transaction).await?;
        let count = "SELECT COUNT(*) AS found FROM passkeys WHERE member_id = $1";
        let row = sqlx::query(count).bind(&new.member).fetch_one(&mut *transaction).await?;
        if usize::try_from(super::count(&row)?).is_ok_and(|found| found >= most) {
            return Ok(AddedPasskey::Full);
        }
        let insert = "INSERT INTO passkeys (id, member_id, credential, public_key, sign_count, copied, name, made_at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential) DO NOTHING";
        let done = sqlx::query(insert)
            .bind(&new.id)
            .bind(&new.member)
            .bind(&new.credential)
            .bind(&new.key)
            .bind(i64::from(new.count))
            .bind(i64::from(new.copied))
            .bind(&new.name)
            .bind(new.made_at)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Ok(AddedPasskey::Known);
        }
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(AddedPasskey::Done)
    }

    async fn passkey(&self, credential: &str, handle: &str) -> Stored<Option<PasskeyRecord>> {
        let select =
            "SELECT p.id, p.member_id, p.credential, p.public_key, p.sign_count, p.copied, p.name, p.made_at, p.used_at
                      FROM passkeys p JOIN passkey_users u ON u.member_id = p.member_id
                      WHERE p.credential = $1 AND u.handle = $2";
        let row = sqlx::query(select).bind(credential).bind(handle).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn use_passkey(&self, id: &str, count: u32, at: Millis) -> Stored<bool> {
        // Who does not count says zero every time. Of two uses of one number at once, the row takes one.
        let update = "UPDATE passkeys SET sign_count = $1, used_at = $2
                      WHERE id = $3 AND (sign_count < $1 OR (sign_count = 0 AND $1 = 0))";
        let done = sqlx::query(update).bind(i64::from(count)).bind(at).bind(id).execute(&self.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    async fn remove_passkey(&self, member: &str, id: &str, audit: &AuditRow) -> Stored<bool> {
        let delete = "DELETE FROM passkeys WHERE member_id = $1 AND id = $2";
        self.delete_of_member(delete, member, id, audit).await
    }
}
