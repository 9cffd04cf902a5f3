//! Handing the master's role over (manual row K18): one offers it, the other accepts.

use super::deed;
use crate::account::Login;
use crate::app::AppState;
use crate::clock::{DAY, iso};
use crate::random;
use crate::refusal::Outcome;
use crate::store::{NewOffer, OfferRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{MasterOffer, MyOffer, OFFER_DAYS, OfferMaster};

/// Offers the role to a regular member of the own company.
pub async fn offer(app: &AppState, login: &Login, asked: &OfferMaster) -> Outcome<MasterOffer> {
    let (deed, id) = (deed(app, login), random::id(&*app.random));
    let expires_at = deed.at + i64::from(OFFER_DAYS) * DAY;
    app.store.offer_master(deed, NewOffer { id: &id, to: &asked.employee, expires_at }).await??;
    let made = app.store.open_offer(&asked.employee, deed.at).await?.filter(|offer| offer.id == id);
    // Whoever was offered it may have answered already.
    Ok(made.map(view).ok_or(ProblemCode::OfferGone)?)
}

/// Withdraws the offer of the own company.
pub async fn withdraw(app: &AppState, login: &Login) -> Outcome<()> {
    Ok(app.store.withdraw_offer(deed(app, login)).await??)
}

/// What is offered to the member.
pub async fn mine(app: &AppState, login: &Login) -> Outcome<MyOffer> {
    let offer = app.store.open_offer(&login.member.id, app.clock.now()).await?;
    Ok(MyOffer { offer: offer.map(view) })
}

/// Accepts the role.
pub async fn accept(app: &AppState, login: &Login, offer: &str) -> Outcome<()> {
    Ok(app.store.accept_offer(deed(app, login), offer).await??)
}

/// Declines it.
pub async fn decline(app: &AppState, login: &Login, offer: &str) -> Outcome<()> {
    Ok(app.store.decline_offer(deed(app, login), offer).await??)
}

pub(super) fn view(offer: OfferRecord) -> MasterOffer {
    MasterOffer {
        id: offer.id,
        company: offer.company,
        from: offer.from,
        to: offer.to,
        expires_at: iso(offer.expires_at),
    }
}
