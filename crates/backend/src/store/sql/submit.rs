//! The submission in SQL: one transaction that makes a member out of a draft, once.

use super::{
    SqlStore, certificates, companies, employees, get, identities, is_duplicate, old_accounts, recovery, socials,
    syncs, to_json, write_audit,
};
use crate::clock::Millis;
use crate::store::{Answered, DraftRecord, Failure, Stored, Submission, Submitted, role_word};
use gaip_contract::bodies::Role;
use gaip_domain::facts::{Answer, Consent, Product};
use gaip_domain::linked_by::LinkedBy;
use sqlx::{Any, AnyConnection, Transaction};
use std::collections::BTreeMap;

/// Why the transaction did not end well.
pub(super) enum Halt {
    Answer(Submitted),
    Duplicate,
    Failure(Failure),
}

impl From<sqlx::Error> for Halt {
    fn from(error: sqlx::Error) -> Self {
        if is_duplicate(&error) { Halt::Duplicate } else { Halt::Failure(error.into()) }
    }
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Halt::Failure(failure)
    }
}

impl SqlStore {
    pub(super) async fn submit_once(&self, submission: &Submission<'_>) -> Stored<Submitted> {
        let mut transaction = self.begin().await?;
        let written = write(&mut transaction, submission).await;
        match finish(transaction, written).await? {
            Some(submitted) => Ok(submitted),
            None => self.who_was_first(submission).await,
        }
    }

    /// Which unique value another submission holds. The databases name constraints each in their own way, so the
    /// tables are asked.
    async fn who_was_first(&self, submission: &Submission<'_>) -> Stored<Submitted> {
        let new = &submission.new.member;
        let mut connection = self.writer.acquire().await?;
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM drafts WHERE submission_key = $1) AS keys,
                    (SELECT COUNT(*) FROM members WHERE portal = $2 AND login_id = $3) AS login_ids,
                    (SELECT COUNT(*) FROM members WHERE portal = $2
                     AND person IN (SELECT person FROM identities WHERE draft_id = $4
                                    UNION SELECT person FROM socials WHERE draft_id = $4)) AS persons",
        )
        .bind(submission.key)
        .bind(&new.portal)
        .bind(&new.login_id)
        .bind(&submission.draft.id)
        .fetch_one(&mut *connection)
        .await?;
        let found = |column| get::<i64>(&row, column).map(|count| count > 0);
        Ok(if found("keys")? {
            Submitted::KeyReused
        } else if found("persons")? {
            Submitted::PersonIsMember
        } else if found("login_ids")? {
            Submitted::LoginIdTaken
        } else {
            Submitted::ReferenceTaken
        })
    }
}

/// Ends a transaction, well or not; nothing where a unique value is somebody's already.
pub(super) async fn finish(
    transaction: Transaction<'static, Any>,
    written: Result<(), Halt>,
) -> Stored<Option<Submitted>> {
    match written {
        Ok(()) => {
            transaction.commit().await?;
            Ok(Some(Submitted::Done))
        }
        Err(halt) => {
            transaction.rollback().await?;
            match halt {
                Halt::Answer(answer) => Ok(Some(answer)),
                Halt::Failure(failure) => Err(failure),
                Halt::Duplicate => Ok(None),
            }
        }
    }
}

async fn write(connection: &mut AnyConnection, submission: &Submission<'_>) -> Result<(), Halt> {
    let new = submission.new;
    claim_draft(connection, submission.draft, submission.key, new.member.joined_at).await?;
    write_member(connection, submission).await?;
    mark_submitted(connection, &submission.draft.id, &new.member.id).await?;
    for (step, answered) in &submission.draft.answers {
        write_answered(connection, &new.member.id, step, answered).await?;
    }
    for certificate in &new.certificates {
        certificates::register(connection, &new.member.portal, certificate).await?;
    }
    let answers = submission.draft.answers.values().map(|answered| &answered.answer);
    recovery::note_addresses(connection, &new.member.portal, &new.member.id, answers).await?;
    identities::take(connection, submission).await?;
    socials::take(connection, submission).await?;
    old_accounts::take(connection, submission).await?;
    if let Some(message) = submission.message {
        syncs::note(connection, &new.member.id, message, new.member.joined_at).await?;
    }
    take_files_of(connection, &submission.draft.id, &new.member.id, submission.files).await?;
    delete_leftovers(connection, &submission.draft.id).await?;
    write_audit(connection, submission.audit).await?;
    Ok(())
}

async fn write_member(connection: &mut AnyConnection, submission: &Submission<'_>) -> Result<(), Halt> {
    let new = submission.new;
    let member = &new.member;
    let person = identities::person(connection, submission).await?;
    let person = person.or(socials::person(connection, submission).await?);
    let (company, role) = match &new.company {
        Some(company) => {
            let (id, role) = companies::join(connection, &member.portal, company).await?;
            (Some(id), role)
        }
        None => (None, member.role),
    };
    let insert = "INSERT INTO members (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, role, person, linked_by, full_name, sought)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    sqlx::query(insert)
        .bind(&member.id)
        .bind(company)
        .bind(&member.portal)
        .bind(&member.journey)
        .bind(&member.login_id)
        // The column is never null; an empty text is no hash.
        .bind(new.password_hash.as_deref().unwrap_or_default())
        .bind(&member.reference)
        .bind(i64::from(member.provisional || role == Role::Applicant))
        .bind(member.joined_at)
        .bind(role_word(role))
        .bind(person)
        .bind(member.linked_by.map(LinkedBy::as_str))
        .bind(&new.name)
        .bind(employees::sought(&new.name, &member.login_id))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn write_answered(
    connection: &mut AnyConnection,
    member: &str,
    step: &str,
    answered: &Answered,
) -> Result<(), Halt> {
    let Answered { answer, at, consents } = answered;
    let at = *at;
    write_consents(connection, member, step, consents, at).await?;
    sqlx::query("INSERT INTO answers (member_id, step, answer, answered_at) VALUES ($1, $2, $3, $4)")
        .bind(member)
        .bind(step)
        .bind(to_json(answer)?)
        .bind(at)
        .execute(&mut *connection)
        .await?;
    match answer {
        Answer::Consent(consents) => write_consents(connection, member, step, consents, at).await?,
        Answer::Certificate { method, certificate, .. } => {
            let seen = certificate.as_ref();
            let insert = "INSERT INTO certificates (member_id, step, method, proved_at, subject, issuer, serial, policy, fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
            sqlx::query(insert)
                .bind(member)
                .bind(step)
                .bind(method.as_str())
                .bind(at)
                .bind(seen.map(|seen| seen.subject.as_str()))
                .bind(seen.map(|seen| seen.issuer.as_str()))
                .bind(seen.map(|seen| seen.serial.as_str()))
                .bind(seen.map(|seen| seen.policy.as_str()))
                .bind(seen.map(|seen| seen.fingerprint.as_str()))
                .execute(&mut *connection)
                .await?;
        }
        Answer::Products(products) => write_products(connection, member, step, products).await?,
        Answer::Choose { .. }
        | Answer::Identity(_)
        | Answer::Social(_)
        | Answer::Company { .. }
        | Answer::Approval
        | Answer::OldAccount { .. }
        | Answer::EmailCode { .. }
        | Answer::Form(_) => {}
    }
    Ok(())
}

/// Takes what was answered to a step before away.
pub(super) async fn forget_answered(connection: &mut AnyConnection, member: &str, step: &str) -> Result<(), Halt> {
    for old in [
        "DELETE FROM answers WHERE member_id = $1 AND step = $2",
        "DELETE FROM certificates WHERE member_id = $1 AND step = $2",
        "DELETE FROM consents WHERE member_id = $1 AND step = $2",
        "DELETE FROM products WHERE member_id = $1 AND step = $2",
    ] {
        sqlx::query(old).bind(member).bind(step).execute(&mut *connection).await?;
    }
    Ok(())
}

async fn write_consents(
    connection: &mut AnyConnection,
    member: &str,
    step: &str,
    consents: &BTreeMap<String, Consent>,
    at: Millis,
) -> Result<(), Halt> {
    let insert = "INSERT INTO consents (member_id, step, terms, version, hash, agreed, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    for (terms, consent) in consents {
        sqlx::query(insert)
            .bind(member)
            .bind(step)
            .bind(terms)
            .bind(&consent.version)
            .bind(&consent.hash)
            .bind(i64::from(consent.agreed))
            .bind(at)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn write_products(
    connection: &mut AnyConnection,
    member: &str,
    step: &str,
    products: &[Product],
) -> Result<(), Halt> {
    for (position, product) in (0_i64..).zip(products) {
        sqlx::query("INSERT INTO products (member_id, step, position, id, fields) VALUES ($1, $2, $3, $4, $5)")
            .bind(member)
            .bind(step)
            .bind(position)
            .bind(&product.id)
            .bind(to_json(&product.values)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The draft's row decides who submits: of many at once, one finds it as it was read.
pub(super) async fn claim_draft(
    connection: &mut AnyConnection,
    draft: &DraftRecord,
    key: &str,
    at: Millis,
) -> Result<(), Halt> {
    let claim = "UPDATE drafts SET submitted_at = $1, submission_key = $2, version = version + 1
                 WHERE id = $3 AND version = $4 AND holder = $5 AND submitted_at IS NULL";
    let done = sqlx::query(claim)
        .bind(at)
        .bind(key)
        .bind(&draft.id)
        .bind(draft.version)
        .bind(&draft.holder)
        .execute(connection)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Halt::Answer(Submitted::Stale)) }
}

/// The draft is submitted: it was about this member.
pub(super) async fn mark_submitted(connection: &mut AnyConnection, draft: &str, member: &str) -> Result<(), Halt> {
    let mark = "UPDATE drafts SET member_id = $1 WHERE id = $2";
    sqlx::query(mark).bind(member).bind(draft).execute(connection).await?;
    Ok(())
}

/// What was typed and the hashes of secrets.
pub(super) async fn delete_leftovers(connection: &mut AnyConnection, draft: &str) -> Result<(), Halt> {
    for leftover in ["DELETE FROM inputs WHERE draft_id = $1", "DELETE FROM secrets WHERE draft_id = $1"] {
        sqlx::query(leftover).bind(draft).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Files that the answers name become the member's; a file that was deleted meanwhile stops everything.
pub(super) async fn take_files_of(
    connection: &mut AnyConnection,
    draft: &str,
    member: &str,
    files: &[String],
) -> Result<(), Halt> {
    for file in files {
        let done = sqlx::query("UPDATE files SET member_id = $1 WHERE id = $2 AND draft_id = $3 AND complete = 1")
            .bind(member)
            .bind(file)
            .bind(draft)
            .execute(&mut *connection)
            .await?;
        if done.rows_affected() != 1 {
            return Err(Halt::Answer(Submitted::FileMissing));
        }
    }
    Ok(())
}
