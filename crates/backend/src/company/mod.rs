//! The administration of a company by its master: its people, and who is the master after it.
//!
//! [`gaip_domain::permission`] says who may. It is asked twice: before anything is read, and in the transaction that
//! changes something, by what the member is then.

mod employees;
mod log;
pub mod names;
mod offers;

pub use employees::{approve, end, search, undo};
pub use log::lines as log_lines;
pub use offers::{accept, decline, mine as my_offer, offer, withdraw};

use crate::account::Login;
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::{CompanyDeed, CompanyRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::CompanyView;
use gaip_domain::permission::Service;

/// The company of the member, who administers it.
pub async fn overview(app: &AppState, login: &Login) -> Outcome<CompanyView> {
    let company = own(app, login, Service::ApproveAssociates).await?;
    let offer = app.store.open_offer(&company.id, app.clock.now()).await?;
    Ok(CompanyView {
        role: login.member.role,
        counts: app.store.role_counts(&company.id).await?,
        offer: offer.map(offers::view),
        name: company.name,
        business_number: company.business_number,
    })
}

/// The member's own company, where the kind of member may use the service.
async fn own(app: &AppState, login: &Login, service: Service) -> Outcome<CompanyRecord> {
    if !login.member.role.may(service) {
        return Err(ProblemCode::NotAllowed.into());
    }
    let company = app.store.company_of(&login.member.id).await?;
    Ok(company.ok_or(ProblemCode::NotAllowed)?)
}

/// An act of the member.
fn deed<'a>(app: &'a AppState, login: &'a Login) -> CompanyDeed<'a> {
    let (actor, portal) = (&login.member.id, &login.member.portal);
    CompanyDeed { actor, portal, at: app.clock.now(), random: &*app.random }
}
