//! The administration of a company by its master or by its own login: its people, what is known of it, and who is the
//! master after it.
//!
//! [`gaip_domain::permission`] says who may. It is asked twice: before anything is read, and in the transaction that
//! changes something, by what the member is then.

mod approval;
mod employees;
mod info;
pub mod invitations;
mod log;
pub mod names;
mod offers;
mod password;
mod services;

pub use approval::{change as change_approval, show as show_approval, tell};
pub use employees::{approve, end, search, undo};
pub use info::{info, save_info};
pub use log::lines as log_lines;
pub use offers::{accept, decline, mine as my_offer, offer, withdraw};
pub use password::change as change_password;
pub use services::of as services;

use crate::account::{Admin, Login, company_deed};
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::{Actor, CompanyDeed, CompanyRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::CompanyView;
use gaip_domain::permission::{Service, Standing};

/// The company, for who administers it or may change what is known of it. Its people are for who administers it.
pub async fn overview(app: &AppState, admin: &Admin) -> Outcome<CompanyView> {
    let company = own(app, admin, Service::EditCompany).await?;
    let (counts, offer) = if may(admin, Service::EndRelations) {
        let offer = app.store.open_offer(&company.id, app.clock.now()).await?;
        (Some(app.store.role_counts(&company.id).await?), offer)
    } else {
        (None, None)
    };
    Ok(CompanyView {
        role: admin.member().ok().map(|login| login.member.role),
        counts,
        offer: offer.map(offers::view),
        name: company.name,
        business_number: company.business_number,
    })
}

/// The own company, where whoever acts may use the service.
async fn own(app: &AppState, admin: &Admin, service: Service) -> Outcome<CompanyRecord> {
    let company = match admin {
        _ if !may(admin, service) => None,
        Admin::Member(login) => app.store.company_of(&login.member.id).await?,
        Admin::Company(login) => {
            let company = login.company.clone();
            Some(CompanyRecord { id: company.id, name: company.name, business_number: company.business_number })
        }
    };
    Ok(company.ok_or(ProblemCode::NotAllowed)?)
}

fn may(admin: &Admin, service: Service) -> bool {
    match admin {
        Admin::Member(login) => login.member.may(service),
        Admin::Company(_) => Standing::Company.may(service),
    }
}

/// An act of whoever is logged in.
fn deed_of<'a>(app: &'a AppState, admin: &'a Admin) -> CompanyDeed<'a> {
    match admin {
        Admin::Member(login) => deed(app, login),
        Admin::Company(login) => company_deed(app, login),
    }
}

/// An act of the member.
fn deed<'a>(app: &'a AppState, login: &'a Login) -> CompanyDeed<'a> {
    let (actor, portal) = (Actor::Member(&login.member.id), &login.member.portal);
    CompanyDeed { actor, session: &login.session, portal, at: app.clock.now(), random: &*app.random }
}
