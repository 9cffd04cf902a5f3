//! Handing the master's role over, in SQL. There is one master before, one after, and none else at any moment.

use super::employees::{hold, name, note, role_in};
use super::{SqlStore, get};
use crate::clock::Millis;
use crate::store::{CompanyDeed, Decision, NewOffer, OfferRecord, Stored};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Role};
use gaip_domain::permission::Service;
use sqlx::{AnyConnection, AnyPool};

/// The offer of a company, or the one to a member, unless it is over.
pub(super) async fn open(reader: &AnyPool, whose: &str, now: Millis) -> Stored<Option<OfferRecord>> {
    let select = "SELECT master_offers.id, expires_at, companies.name AS company,
                         masters.full_name AS from_name, masters.login_id AS from_login,
                         offered.full_name AS to_name, offered.login_id AS to_login
                  FROM master_offers JOIN companies ON companies.id = master_offers.company_id
                  JOIN members AS masters ON masters.id = from_id JOIN members AS offered ON offered.id = to_id
                  WHERE (master_offers.company_id = $1 OR to_id = $1) AND expires_at > $2";
    let row = sqlx::query(select).bind(whose).bind(now).fetch_optional(reader).await?;
    row.map(|row| {
        Ok(OfferRecord {
            id: get(&row, "id")?,
            company: get(&row, "company")?,
            from: name(&row, "from_name", "from_login")?,
            to: name(&row, "to_name", "to_login")?,
            expires_at: get(&row, "expires_at")?,
        })
    })
    .transpose()
}

/// Takes the offer of a company away, or only the one to somebody; whether there was one.
pub(super) async fn void(
    connection: &mut AnyConnection,
    deed: CompanyDeed<'_>,
    company: &str,
    to: Option<&str>,
) -> Stored<bool> {
    let delete =
        "DELETE FROM master_offers WHERE company_id = $1 AND ($2 = '' OR to_id = $2) RETURNING to_id, expires_at";
    let row = sqlx::query(delete).bind(company).bind(to.unwrap_or_default()).fetch_optional(&mut *connection).await?;
    let Some(row) = row.filter(|row| get::<i64>(row, "expires_at").is_ok_and(|end| end > deed.at)) else {
        return Ok(false);
    };
    note(connection, deed, company, AuditEvent::MasterOfferWithdrawn, Some(&get::<String>(&row, "to_id")?)).await?;
    Ok(true)
}

/// Takes the offer that the acting member has; whose it is.
async fn take(
    connection: &mut AnyConnection,
    deed: CompanyDeed<'_>,
    company: &str,
    offer: &str,
) -> Stored<Option<String>> {
    let delete = "DELETE FROM master_offers WHERE id = $1 AND to_id = $2 AND company_id = $3 AND expires_at > $4
                  RETURNING from_id";
    let row = sqlx::query(delete).bind(offer).bind(deed.actor.id()).bind(company).bind(deed.at);
    row.fetch_optional(connection).await?.map(|row| get(&row, "from_id")).transpose()
}

impl SqlStore {
    pub(super) async fn make_offer(&self, deed: CompanyDeed<'_>, offer: NewOffer<'_>) -> Decision<()> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::HandOverMaster)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        match role_in(&mut transaction, &company, offer.to).await? {
            Some(Role::Regular) => {}
            Some(_) => return Ok(Err(ProblemCode::AlreadyDecided)),
            None => return Ok(Err(ProblemCode::NotFound)),
        }
        // One that is over makes room.
        sqlx::query("DELETE FROM master_offers WHERE company_id = $1 AND expires_at <= $2")
            .bind(&company)
            .bind(deed.at)
            .execute(&mut *transaction)
            .await?;
        let insert =
            "INSERT INTO master_offers (company_id, id, from_id, to_id, expires_at) VALUES ($1, $2, $3, $4, $5)
                      ON CONFLICT (company_id) DO NOTHING";
        let made = sqlx::query(insert)
            .bind(&company)
            .bind(offer.id)
            .bind(deed.actor.id())
            .bind(offer.to)
            .bind(offer.expires_at)
            .execute(&mut *transaction)
            .await?;
        if made.rows_affected() == 0 {
            return Ok(Err(ProblemCode::OfferPending));
        }
        note(&mut transaction, deed, &company, AuditEvent::MasterOffered, Some(offer.to)).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    pub(super) async fn take_offer_back(&self, deed: CompanyDeed<'_>) -> Decision<()> {
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, Some(Service::HandOverMaster)).await? else {
            return Ok(Err(ProblemCode::NotAllowed));
        };
        if !void(&mut transaction, deed, &company, None).await? {
            return Ok(Err(ProblemCode::OfferGone));
        }
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Both changes hold only while both are what they were when it was offered; else neither does.
    pub(super) async fn hand_over(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()> {
        let gone = Ok(Err(ProblemCode::OfferGone));
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, None).await? else { return gone };
        let Some(master) = take(&mut transaction, deed, &company, offer).await? else { return gone };
        for (change, who) in [
            (
                "UPDATE members SET role = 'regular', approved_at = NULL WHERE id = $1 AND company_id = $2 AND role = 'master'",
                master.as_str(),
            ),
            (
                "UPDATE members SET role = 'master', approved_at = NULL WHERE id = $1 AND company_id = $2 AND role = 'regular'",
                deed.actor.id().unwrap_or_default(),
            ),
        ] {
            let changed = sqlx::query(change).bind(who).bind(&company).execute(&mut *transaction).await?;
            if changed.rows_affected() != 1 {
                return gone;
            }
        }
        note(&mut transaction, deed, &company, AuditEvent::MasterHandedOver, Some(&master)).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    pub(super) async fn refuse_offer(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()> {
        let gone = Ok(Err(ProblemCode::OfferGone));
        let mut transaction = self.begin().await?;
        let Some(company) = hold(&mut transaction, deed.actor, None).await? else { return gone };
        let Some(master) = take(&mut transaction, deed, &company, offer).await? else { return gone };
        note(&mut transaction, deed, &company, AuditEvent::MasterOfferDeclined, Some(&master)).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }
}
