//! Recoveries in SQL.

use super::email_codes::forget_recoveries;
use super::submit::{Halt, claim_draft, delete_leftovers};
use super::{SqlStore, from_json, get, write_audit};
use crate::clock::Millis;
use crate::store::{AccountRecord, AuditRow, Evidence, Found, Named, Recovery, RecoveryStore, Stored, Submitted};
use async_trait::async_trait;
use gaip_domain::facts::{Answer, Value};
use sqlx::AnyConnection;

/// Accounts with a password, one row for each form that their member answered; what they are looked for by follows.
macro_rules! select_accounts {
    ($address:literal, $rest:literal) => {
        concat!(
            "SELECT members.id, login_id, business_number, person, answer, ",
            $address,
            " AS address FROM members LEFT JOIN companies ON companies.id = company_id
             LEFT JOIN answers ON answers.member_id = members.id AND answer LIKE '{\"form\"%' ",
            $rest,
            " AND password_hash <> '' ORDER BY members.id"
        )
    };
}

/// Texts of a form.
fn texts(answer: &Answer) -> impl Iterator<Item = &String> {
    let values = if let Answer::Form(values) = answer { Some(values) } else { None };
    let values = values.into_iter().flat_map(|values| values.values());
    values.filter_map(|value| if let Value::Text(text) = value { Some(text) } else { None })
}

#[async_trait]
impl RecoveryStore for SqlStore {
    async fn accounts(&self, portal: &str, named: Named<'_>) -> Stored<Vec<AccountRecord>> {
        let (select, name) = match named {
            Named::Email(email) => (
                select_accounts!(
                    "address",
                    "JOIN member_emails ON member_emails.member_id = members.id
                     WHERE member_emails.portal = $1 AND email = $2"
                ),
                email,
            ),
            Named::LoginId(id) => (select_accounts!("''", "WHERE members.portal = $1 AND login_id = $2"), id),
        };
        let rows = sqlx::query(select).bind(portal).bind(name).fetch_all(&self.reader).await?;
        let mut accounts: Vec<AccountRecord> = Vec::new();
        for row in &rows {
            let member: String = get(row, "id")?;
            if accounts.last().is_none_or(|last| last.member != member) {
                accounts.push(AccountRecord {
                    member,
                    login_id: get(row, "login_id")?,
                    business_number: get(row, "business_number")?,
                    person: get(row, "person")?,
                    address: get(row, "address")?,
                    texts: Vec::new(),
                });
            }
            if let (Some(account), Some(answer)) = (accounts.last_mut(), get::<Option<String>>(row, "answer")?) {
                account.texts.extend(texts(&from_json(&answer)?).cloned());
            }
        }
        Ok(accounts)
    }

    async fn verified_person(&self, draft: &str, step: &str) -> Stored<Option<String>> {
        let select = "SELECT person FROM identities WHERE draft_id = $1 AND step = $2 AND state = 'verified'";
        let row = sqlx::query(select).bind(draft).bind(step).fetch_optional(&self.reader).await?;
        Ok(row.map(|row| get::<Option<String>>(&row, "person")).transpose()?.flatten())
    }

    async fn recover(&self, recovery: Recovery<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        match write(&mut transaction, &recovery).await {
            Ok(()) => {
                transaction.commit().await?;
                Ok(Submitted::Done)
            }
            Err(halt) => {
                transaction.rollback().await?;
                match halt {
                    Halt::Answer(answer) => Ok(answer),
                    Halt::Failure(failure) => Err(failure),
                    // Nothing else that a recovery writes is unique.
                    Halt::Duplicate => Ok(Submitted::KeyReused),
                }
            }
        }
    }

    async fn found(&self, member: &str) -> Stored<Option<Found>> {
        let select = "SELECT login_id, joined_at FROM members WHERE id = $1";
        let row = sqlx::query(select).bind(member).fetch_optional(&self.reader).await?;
        row.map(|row| Ok(Found { login_id: get(&row, "login_id")?, joined_at: get(&row, "joined_at")? })).transpose()
    }

    async fn delete_recoveries(&self, portal: &str, journey: &str, before: Millis) -> Stored<u64> {
        let old = "DELETE FROM drafts WHERE portal = $1 AND journey = $2 AND touched_at < $3";
        let done = sqlx::query(old).bind(portal).bind(journey).bind(before).execute(&self.writer).await?;
        sqlx::query("DELETE FROM email_sendings WHERE at < $1").bind(before).execute(&self.writer).await?;
        Ok(done.rows_affected())
    }
}

async fn write(connection: &mut AnyConnection, recovery: &Recovery<'_>) -> Result<(), Halt> {
    let Recovery { draft, audit, .. } = *recovery;
    claim_draft(connection, draft, recovery.key, audit.at).await?;
    let member = whose(connection, recovery).await?;
    if let Some(hash) = recovery.password_hash {
        let member = member.as_deref().ok_or(Halt::Answer(Submitted::NoAccount))?;
        // The member's row is held: what another recovery did meanwhile is seen from here on.
        sqlx::query("UPDATE members SET id = id WHERE id = $1").bind(member).execute(&mut *connection).await?;
        if whose(connection, recovery).await?.as_deref() != Some(member) {
            return Err(Halt::Answer(Submitted::EvidenceMissing));
        }
        set_password(connection, recovery, member, hash).await?;
    }
    // What was typed and who was verified is not needed any more.
    sqlx::query("UPDATE drafts SET member_id = $1, answers = '{}' WHERE id = $2")
        .bind(member.as_deref())
        .bind(&draft.id)
        .execute(&mut *connection)
        .await?;
    for leftover in ["DELETE FROM identities WHERE draft_id = $1", "DELETE FROM email_codes WHERE draft_id = $1"] {
        sqlx::query(leftover).bind(&draft.id).execute(&mut *connection).await?;
    }
    delete_leftovers(connection, &draft.id).await?;
    write_audit(connection, &AuditRow { member, ..audit.clone() }).await?;
    Ok(())
}

/// Whose account the evidence shows; the evidence must be there still.
async fn whose(connection: &mut AnyConnection, recovery: &Recovery<'_>) -> Result<Option<String>, Halt> {
    let draft = recovery.draft;
    let missing = || Halt::Answer(Submitted::EvidenceMissing);
    let (select, name) = match recovery.evidence {
        Evidence::EmailCode(step) => {
            let select = "SELECT member_id FROM email_codes WHERE draft_id = $1 AND step = $2 AND confirmed_at >= $3";
            let row = sqlx::query(select).bind(&draft.id).bind(step).bind(recovery.since);
            let row = row.fetch_optional(connection).await?.ok_or_else(missing)?;
            return get::<Option<String>>(&row, "member_id")?.ok_or_else(missing).map(Some);
        }
        Evidence::Person(step) => {
            let select = "SELECT person FROM identities
                          WHERE draft_id = $1 AND step = $2 AND state = 'verified' AND verified_at >= $3";
            let row = sqlx::query(select).bind(&draft.id).bind(step).bind(recovery.since);
            let row = row.fetch_optional(&mut *connection).await?.ok_or_else(missing)?;
            let person = get::<Option<String>>(&row, "person")?.ok_or_else(missing)?;
            ("SELECT id FROM members WHERE portal = $1 AND person = $2 AND password_hash <> ''", person)
        }
        Evidence::Company(number) => (
            "SELECT members.id FROM members JOIN companies ON companies.id = company_id
             WHERE members.portal = $1 AND business_number = $2 AND role = 'contact' AND password_hash <> ''",
            number.to_owned(),
        ),
    };
    let row = sqlx::query(select).bind(&draft.portal).bind(name).fetch_optional(connection).await?;
    Ok(row.map(|row| get(&row, "id")).transpose()?)
}

/// The member's new password; every other login of the member ends, and so does what others began to recover.
async fn set_password(
    connection: &mut AnyConnection,
    recovery: &Recovery<'_>,
    member: &str,
    hash: &str,
) -> Result<(), Halt> {
    let update = "UPDATE members SET password_hash = $1 WHERE id = $2 AND (login_id = $3 OR $3 = '')";
    let done = sqlx::query(update)
        .bind(hash)
        .bind(member)
        .bind(recovery.login_id.unwrap_or_default())
        .execute(&mut *connection)
        .await?;
    if done.rows_affected() != 1 {
        return Err(Halt::Answer(Submitted::NoAccount));
    }
    Ok(shut_out(connection, member, &recovery.draft.session).await?)
}

/// After a new password: every login of the member ends but that of this session, and codes that were sent to recover the
/// account count no more.
pub(super) async fn shut_out(connection: &mut AnyConnection, member: &str, session: &str) -> Stored<()> {
    let end = "UPDATE sessions SET member_id = NULL, logged_in_at = NULL, active_at = NULL, stepped_up_at = NULL
               WHERE member_id = $1 AND id <> $2";
    sqlx::query(end).bind(member).bind(session).execute(&mut *connection).await?;
    forget_recoveries(connection, member).await
}

/// By which addresses a member is found from now on: those in the answers.
pub(super) async fn note_addresses<'a>(
    connection: &mut AnyConnection,
    portal: &str,
    member: &str,
    answers: impl Iterator<Item = &'a Answer>,
) -> Stored<()> {
    let insert = "INSERT INTO member_emails (portal, email, address, member_id) VALUES ($1, $2, $3, $4)
                  ON CONFLICT (portal, email, member_id) DO NOTHING";
    for address in answers.flat_map(texts).filter(|text| text.contains('@')) {
        let insert = sqlx::query(insert).bind(portal).bind(address.to_lowercase()).bind(address).bind(member);
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}
