//! Invitations in SQL. Acts of a company queue at its row; of many who accept, the invitation's row takes one.

use super::employees::{hold, name, note};
use super::members::role;
use super::{SqlStore, count, get};
use crate::clock::Millis;
use crate::store::{
    Actor, CompanyDeed, Decision, InvitationRecord, InvitationStore, InviteLimits, NewInvitation, Resending, Stored,
};
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::AuditEvent;
use gaip_domain::permission::{Service, Standing};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

/// Invitations with what is shown of them.
macro_rules! invitations {
    ($which:literal) => {
        concat!(
            "SELECT invitations.id, companies.name AS company, members.full_name AS inviter, members.login_id,
                    address, sent_at, expires_at, resends, used_at, ended_at, members.role AS inviter_role,
                    CASE WHEN inviter_id IS NULL THEN company_accounts.company_id ELSE members.company_id END AS sender,
                    invitations.company_id
             FROM invitations JOIN companies ON companies.id = invitations.company_id
             LEFT JOIN company_accounts ON company_accounts.company_id = invitations.company_id
             LEFT JOIN members ON members.id = inviter_id ",
            $which
        )
    };
}

#[async_trait]
impl InvitationStore for SqlStore {
    async fn invite(
        &self,
        deed: CompanyDeed<'_>,
        new: &[NewInvitation<'_>],
        limits: InviteLimits,
    ) -> Decision<Vec<usize>> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::InviteEmployees)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        // What is over makes room; the address goes with it.
        let end = "UPDATE invitations SET ended_at = $1, email = '', address = ''
                   WHERE company_id = $2 AND email = $3 AND used_at IS NULL AND ended_at IS NULL AND expires_at <= $1";
        let insert = "INSERT INTO invitations (id, company_id, portal, inviter_id, email, address, token_hash, made_at, sent_at, expires_at, resends)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, 0) ON CONFLICT DO NOTHING";
        let mut known = Vec::new();
        for (place, new) in new.iter().enumerate() {
            let over = sqlx::query(end).bind(deed.at).bind(&company).bind(new.email);
            over.execute(&mut *transaction).await?;
            let made = sqlx::query(insert)
                .bind(new.id)
                .bind(&company)
                .bind(deed.portal)
                .bind(inviter(deed.actor))
                .bind(new.email)
                .bind(new.address)
                .bind(new.token_hash)
                .bind(deed.at)
                .bind(new.expires_at)
                .execute(&mut *transaction)
                .await?;
            if made.rows_affected() == 0 {
                known.push(place);
            }
            note(&mut transaction, deed, &company, AuditEvent::EmployeeInvited, None).await?;
        }
        if !known.is_empty() {
            return Ok(Ok(known));
        }
        let open = "SELECT COUNT(*) AS found FROM invitations
                    WHERE company_id = $1 AND used_at IS NULL AND ended_at IS NULL";
        let open = count(&sqlx::query(open).bind(&company).fetch_one(&mut *transaction).await?)?;
        if open > limits.open || sendings(&mut transaction, &company, limits).await? > limits.sendings.0 {
            return Ok(Err(ProblemCode::InvitationsOver));
        }
        transaction.commit().await?;
        Ok(Ok(known))
    }

    async fn invitations(&self, company: &str) -> Stored<Vec<InvitationRecord>> {
        let select = invitations!(
            "WHERE invitations.company_id = $1 AND used_at IS NULL AND ended_at IS NULL ORDER BY sent_at DESC, invitations.id"
        );
        let rows = sqlx::query(select).bind(company).fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }

    async fn resend_invitation(
        &self,
        deed: CompanyDeed<'_>,
        again: Resending<'_>,
        limits: InviteLimits,
    ) -> Decision<String> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::InviteEmployees)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        let (most, pause) = limits.resends;
        let select =
            "SELECT address, sent_at, resends, used_at, ended_at FROM invitations WHERE id = $1 AND company_id = $2";
        let row = sqlx::query(select).bind(again.id).bind(&company).fetch_optional(&mut *transaction).await?;
        let Some(row) = row else { return Ok(Err(ProblemCode::NotFound)) };
        if let Some(code) = closed(&row)? {
            return Ok(Err(code));
        }
        if get::<i64>(&row, "sent_at")? > pause {
            return Ok(Err(ProblemCode::ResendTooSoon));
        }
        if get::<i64>(&row, "resends")? >= i64::from(most)
            || sendings(&mut transaction, &company, limits).await? >= limits.sendings.0
        {
            return Ok(Err(ProblemCode::InvitationsOver));
        }
        let update = "UPDATE invitations SET token_hash = $1, sent_at = $2, expires_at = $3, resends = resends + 1, inviter_id = $5
                      WHERE id = $4 AND used_at IS NULL";
        let sent = sqlx::query(update).bind(again.token_hash).bind(deed.at).bind(again.expires_at).bind(again.id);
        // Whoever sends it again answers for it.
        let sent = sent.bind(inviter(deed.actor));
        // Whoever accepts does not wait for the company's row where that is its login's.
        if sent.execute(&mut *transaction).await?.rows_affected() == 0 {
            return Ok(Err(ProblemCode::InvitationUsed));
        }
        note(&mut transaction, deed, &company, AuditEvent::InvitationResent, None).await?;
        transaction.commit().await?;
        Ok(Ok(get(&row, "address")?))
    }

    async fn withdraw_invitation(&self, deed: CompanyDeed<'_>, id: &str) -> Decision<()> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::InviteEmployees)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        let end = "UPDATE invitations SET ended_at = $1, email = '', address = ''
                   WHERE id = $2 AND company_id = $3 AND used_at IS NULL AND ended_at IS NULL";
        let ended = sqlx::query(end).bind(deed.at).bind(id).bind(&company).execute(&mut *transaction).await?;
        if ended.rows_affected() == 0 {
            let select = "SELECT used_at, ended_at FROM invitations WHERE id = $1 AND company_id = $2";
            let row = sqlx::query(select).bind(id).bind(&company).fetch_optional(&mut *transaction).await?;
            let code = row.as_ref().map(closed).transpose()?.flatten();
            return Ok(Err(code.unwrap_or(ProblemCode::NotFound)));
        }
        note(&mut transaction, deed, &company, AuditEvent::InvitationWithdrawn, None).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    async fn hold_invitation(&self, session: &str, portal: &str, token_hash: &str) -> Stored<()> {
        let hold =
            "UPDATE sessions SET invitation_id = (SELECT id FROM invitations WHERE token_hash = $1 AND portal = $2)
                    WHERE id = $3";
        sqlx::query(hold).bind(token_hash).bind(portal).bind(session).execute(&self.writer).await?;
        Ok(())
    }

    async fn held_invitation(&self, session: &str, portal: &str) -> Stored<Option<InvitationRecord>> {
        let select = invitations!(
            "WHERE invitations.id = (SELECT invitation_id FROM sessions WHERE id = $1) AND invitations.portal = $2"
        );
        let row = sqlx::query(select).bind(session).bind(portal).fetch_optional(&self.reader).await?;
        row.as_ref().map(record).transpose()
    }

    async fn accept_invitation(&self, deed: CompanyDeed<'_>, session: &str) -> Decision<()> {
        let mut transaction = self.begin().await?;
        let done = accept(&mut transaction, deed, session).await?;
        if done.is_ok() {
            transaction.commit().await?;
        } else {
            transaction.rollback().await?;
        }
        Ok(done)
    }

    async fn delete_old_invitations(&self, before: Millis) -> Stored<()> {
        sqlx::query("DELETE FROM invitations WHERE expires_at < $1").bind(before).execute(&self.writer).await?;
        Ok(())
    }
}

/// Nothing of a refusal stays: the invitation is there for whom it is meant.
async fn accept(connection: &mut AnyConnection, deed: CompanyDeed<'_>, session: &str) -> Decision<()> {
    let gone = Ok(Err(ProblemCode::InvitationGone));
    let Actor::Member(member) = deed.actor else { return Ok(Err(ProblemCode::NotForMember)) };
    let select = "SELECT id, company_id FROM invitations
                  WHERE id = (SELECT invitation_id FROM sessions WHERE id = $1) AND portal = $2";
    let row = sqlx::query(select).bind(session).bind(deed.portal).fetch_optional(&mut *connection).await?;
    let Some(row) = row else { return gone };
    let (id, company): (String, String) = (get(&row, "id")?, get(&row, "company_id")?);
    let held = "UPDATE companies SET portal = portal WHERE id = $1";
    sqlx::query(held).bind(&company).execute(&mut *connection).await?;
    // What the inviter is now counts, not what they were: a master of before promotes nobody.
    if let Some(code) = refused(connection, &id, deed.at).await? {
        return Ok(Err(code));
    }
    let take = "UPDATE invitations SET used_at = $1, used_by = $2, email = '', address = ''
                WHERE id = $3 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $1";
    let taken = sqlx::query(take).bind(deed.at).bind(member).bind(&id).execute(&mut *connection).await?;
    if taken.rows_affected() == 0 {
        return Ok(Err(refused(connection, &id, deed.at).await?.unwrap_or(ProblemCode::InvitationGone)));
    }
    // Who waits for this master's approval has it; nobody becomes a master.
    let join = "UPDATE members SET company_id = $1, role = CASE WHEN role = 'general' THEN role ELSE 'regular' END,
                       linked_by = CASE WHEN role = 'general' THEN 'invitation' ELSE linked_by END
                WHERE id = $2 AND portal = $3 AND ((company_id IS NULL AND role IN ('personal', 'general'))
                                                   OR (company_id = $1 AND role = 'associate'))";
    let joined = sqlx::query(join).bind(&company).bind(member).bind(deed.portal).execute(&mut *connection).await?;
    if joined.rows_affected() == 0 {
        let select = "SELECT COUNT(*) AS found FROM members WHERE id = $1 AND company_id IS NOT NULL";
        let linked = count(&sqlx::query(select).bind(member).fetch_one(connection).await?)? > 0;
        return Ok(Err(if linked { ProblemCode::CompanyLinked } else { ProblemCode::NotForMember }));
    }
    let forget = "UPDATE sessions SET invitation_id = NULL WHERE id = $1";
    sqlx::query(forget).bind(session).execute(&mut *connection).await?;
    note(connection, deed, &company, AuditEvent::InvitationAccepted, Some(member)).await?;
    Ok(Ok(()))
}

/// Why an invitation cannot be accepted, if it cannot.
async fn refused(connection: &mut AnyConnection, id: &str, at: Millis) -> Stored<Option<ProblemCode>> {
    let select = invitations!("WHERE invitations.id = $1");
    let row = sqlx::query(select).bind(id).fetch_optional(connection).await?;
    let found = row.as_ref().map(record).transpose()?;
    Ok(found.map_or(Some(ProblemCode::InvitationGone), |found| found.refused(at)))
}

/// The member who invites; none where the company itself does.
fn inviter(actor: Actor<'_>) -> Option<&str> {
    match actor {
        Actor::Member(member) => Some(member),
        Actor::Company(_) | Actor::Nobody => None,
    }
}

/// Whether whoever sent an invitation last is of its company still and may invite. Without a member it was the company by
/// its own login; where it has none, that member is not there any more.
fn stands(row: &AnyRow) -> Stored<bool> {
    let (sender, company): (Option<String>, String) = (get(row, "sender")?, get(row, "company_id")?);
    let member = get::<Option<String>>(row, "inviter_role")?.map(|word| role(&word)).transpose()?;
    let standing = member.map_or(Some(Standing::Company), |role| role.standing(None));
    Ok(sender == Some(company) && standing.is_some_and(|standing| standing.may(Service::InviteEmployees)))
}

/// How many mails the company sent since the time of the limit.
async fn sendings(connection: &mut AnyConnection, company: &str, limits: InviteLimits) -> Stored<u32> {
    let select = "SELECT COUNT(*) AS found FROM audit
                  WHERE company_id = $1 AND at > $2 AND event IN ('employee_invited', 'invitation_resent')";
    count(&sqlx::query(select).bind(company).bind(limits.sendings.1).fetch_one(connection).await?)
}

/// Why a company cannot change an invitation any more; it can where only its time is over.
fn closed(row: &AnyRow) -> Stored<Option<ProblemCode>> {
    let (used, ended): (Option<i64>, Option<i64>) = (get(row, "used_at")?, get(row, "ended_at")?);
    Ok(used.map(|_| ProblemCode::InvitationUsed).or(ended.map(|_| ProblemCode::InvitationWithdrawn)))
}

fn record(row: &AnyRow) -> Stored<InvitationRecord> {
    let inviter = name(row, "inviter", "login_id")?;
    Ok(InvitationRecord {
        id: get(row, "id")?,
        company: get(row, "company")?,
        inviter: (!inviter.is_empty()).then_some(inviter),
        address: get(row, "address")?,
        sent_at: get(row, "sent_at")?,
        expires_at: get(row, "expires_at")?,
        resends: u32::try_from(get::<i64>(row, "resends")?).unwrap_or(u32::MAX),
        used_at: get(row, "used_at")?,
        ended_at: get(row, "ended_at")?,
        stands: stands(row)?,
    })
}
