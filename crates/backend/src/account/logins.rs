//! The logins of a member, or of a company itself, in all their browsers, and ending them.

use super::company::{Admin, company_deed};
use super::{IDLE, LONGEST, audit};
use crate::app::AppState;
use crate::clock::iso;
use crate::http::session::hash;
use crate::refusal::Outcome;
use crate::store::{Event, OpenLogin};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::LoginView;

/// The logins that are not over, the newest first.
pub async fn list(app: &AppState, admin: &Admin) -> Outcome<Vec<LoginView>> {
    let (here, ..) = admin.holder();
    let view = |open: OpenLogin| LoginView {
        id: name(&open.session),
        since: iso(open.since),
        active_at: iso(open.active_at),
        here: open.session == here,
        device: open.device,
    };
    Ok(open(app, admin).await?.into_iter().map(view).collect())
}

/// Ends one, at once.
pub async fn end(app: &AppState, admin: &Admin, id: &str) -> Outcome<Vec<LoginView>> {
    let mut others = others(app, admin).await?;
    others.retain(|session| name(session) == id);
    if others.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    end_all(app, admin, &others).await
}

/// Ends every one but that which asks, at once.
pub async fn end_others(app: &AppState, admin: &Admin) -> Outcome<Vec<LoginView>> {
    let others = others(app, admin).await?;
    if others.is_empty() { list(app, admin).await } else { end_all(app, admin, &others).await }
}

async fn end_all(app: &AppState, admin: &Admin, sessions: &[String]) -> Outcome<Vec<LoginView>> {
    match admin {
        Admin::Member(login) => {
            app.store.end_logins(&login.member.id, sessions, &audit(app, login, Event::LoginsEnded)).await?;
        }
        Admin::Company(login) => app.store.end_company_logins(company_deed(app, login), sessions).await??,
    }
    list(app, admin).await
}

async fn others(app: &AppState, admin: &Admin) -> Outcome<Vec<String>> {
    let (here, ..) = admin.holder();
    let all = open(app, admin).await?.into_iter().map(|open| open.session);
    Ok(all.filter(|session| session != here).collect())
}

async fn open(app: &AppState, admin: &Admin) -> Outcome<Vec<OpenLogin>> {
    let now = app.clock.now();
    let mut all = app.store.logins_of(&admin.who()).await?;
    all.retain(|open| now < (open.active_at + IDLE).min(open.since + LONGEST));
    Ok(all)
}

/// What a browser names a login by: the id of a session never leaves the server.
fn name(session: &str) -> String {
    hash(session).chars().take(16).collect()
}
