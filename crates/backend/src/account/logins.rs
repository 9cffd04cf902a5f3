//! The logins of a member in all their browsers, and ending them.

use super::{IDLE, LONGEST, Login, audit};
use crate::app::AppState;
use crate::clock::iso;
use crate::http::session::hash;
use crate::refusal::Outcome;
use crate::store::{Event, OpenLogin};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::LoginView;

/// The logins that are not over, the newest first.
pub async fn list(app: &AppState, login: &Login) -> Outcome<Vec<LoginView>> {
    let view = |open: OpenLogin| LoginView {
        id: name(&open.session),
        since: iso(open.since),
        active_at: iso(open.active_at),
        here: open.session == login.session,
        device: open.device,
    };
    Ok(open(app, login).await?.into_iter().map(view).collect())
}

/// Ends one, at once.
pub async fn end(app: &AppState, login: &Login, id: &str) -> Outcome<Vec<LoginView>> {
    let mut others = others(app, login).await?;
    others.retain(|session| name(session) == id);
    if others.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    end_all(app, login, &others).await
}

/// Ends every one but that which asks, at once.
pub async fn end_others(app: &AppState, login: &Login) -> Outcome<Vec<LoginView>> {
    let others = others(app, login).await?;
    if others.is_empty() { list(app, login).await } else { end_all(app, login, &others).await }
}

async fn end_all(app: &AppState, login: &Login, sessions: &[String]) -> Outcome<Vec<LoginView>> {
    app.store.end_logins(&login.member.id, sessions, &audit(app, login, Event::LoginsEnded)).await?;
    list(app, login).await
}

async fn others(app: &AppState, login: &Login) -> Outcome<Vec<String>> {
    let all = open(app, login).await?.into_iter().map(|open| open.session);
    Ok(all.filter(|session| *session != login.session).collect())
}

async fn open(app: &AppState, login: &Login) -> Outcome<Vec<OpenLogin>> {
    let now = app.clock.now();
    let mut all = app.store.logins_of_member(&login.member.id).await?;
    all.retain(|open| now < (open.active_at + IDLE).min(open.since + LONGEST));
    Ok(all)
}

/// What a browser names a login by: the id of a session never leaves the server.
fn name(session: &str) -> String {
    hash(session).chars().take(16).collect()
}
