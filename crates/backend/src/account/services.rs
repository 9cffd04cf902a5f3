//! Services of the portal that a member opens (manual rows K13 to K15, T13 to T15, T18, W109 to W111): by the table of
//! permissions.

use super::{Login, audit};
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::Event;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::OpenedService;
use gaip_domain::permission::{Service, Standing};

/// Writes down that a service was opened, and says where it is.
pub async fn open(app: &AppState, login: &Login, word: &str) -> Outcome<OpenedService> {
    let member = &login.member;
    let portal = &app.portals.get(&member.portal).ok_or(ProblemCode::NotFound)?.portal;
    let found = portal.service(word).ok_or(ProblemCode::NotFound)?;
    let standing = Standing::of(member.role, member.linked_by, login.login_type);
    if !standing.is_some_and(|standing| standing.may(found.service)) {
        return Err(ProblemCode::NotAllowed.into());
    }
    let event = match found.service {
        Service::Consultation => Event::ConsultationOpened,
        Service::Briefing => Event::BriefingOpened,
        Service::Insurance => Event::InsuranceOpened,
        Service::Training => Event::TrainingOpened,
        Service::Foreigners => Event::ForeignersOpened,
        Service::OtherWork => Event::OtherWorkOpened,
        _ => Event::OtherServicesOpened,
    };
    app.store.audit(&audit(app, login, event)).await?;
    Ok(OpenedService { address: found.address.clone() })
}
