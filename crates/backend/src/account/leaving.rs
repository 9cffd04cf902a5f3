//! Leaving for good: the member, everything of theirs, and the company that nobody else is linked to (decision 0020); and
//! leaving the company alone (decision 0029). Another system that knows the member is told (decision 0028).

use super::themselves::themselves;
use super::{Login, audit, own_page};
use crate::app::AppState;
use crate::clock::iso;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{Actor, CompanyDeed, Event, Left};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Leave, LeftView, MemberView, Themselves};
use std::net::IpAddr;

/// Deletes the member who asks, once they have shown that it is them.
pub async fn leave(app: &AppState, login: &Login, peer: IpAddr, body: &Leave) -> Outcome<LeftView> {
    themselves(app, login, peer, body.password.as_deref()).await?;
    let audit = audit(app, login, Event::MemberLeft);
    let message = random::id(&*app.random);
    match app.store.leave(&login.member.id, &message, &audit).await? {
        Left::Done { with_company } => {
            // What fails here is deleted by the sweep: no draft of this id exists.
            app.uploads.delete_all(&audit.id).await?;
            Ok(LeftView { left_at: iso(audit.at), with_company })
        }
        Left::MasterStays => Err(ProblemCode::MasterStays.into()),
        Left::Unknown => Err(ProblemCode::LoginRequired.into()),
    }
}

/// Takes the member who asks out of their company, once they have shown that it is them; their page after it.
pub async fn leave_company(app: &AppState, login: Login, peer: IpAddr, body: &Themselves) -> Outcome<MemberView> {
    themselves(app, &login, peer, body.password.as_deref()).await?;
    let (actor, portal) = (Actor::Member(&login.member.id), &login.member.portal);
    let deed = CompanyDeed { actor, session: &login.session, portal, at: app.clock.now(), random: &*app.random };
    app.store.leave_company(deed).await??;
    let member = app.store.member(&login.member.id).await?.ok_or(ProblemCode::LoginRequired)?;
    own_page(app, &Login { member, stepped_up: None, ..login }).await
}
