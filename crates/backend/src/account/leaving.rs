//! Leaving for good: the member, everything of theirs, and the company that nobody else is linked to (decision 0020).

use super::{Login, STEPPED_UP, audit};
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::{Event, Left};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Leave;
use std::net::IpAddr;

/// Deletes the member who asks, once they have shown that it is them.
pub async fn leave(app: &AppState, login: &Login, peer: IpAddr, body: &Leave) -> Outcome<()> {
    themselves(app, login, peer, body.password.as_deref()).await?;
    let audit = audit(app, login, Event::MemberLeft);
    match app.store.leave(&login.member.id, &audit).await? {
        // What fails here is deleted by the sweep: no draft of this id exists.
        Left::Done => Ok(app.uploads.delete_all(&audit.id).await?),
        Left::MasterStays => Err(ProblemCode::MasterStays.into()),
        Left::Unknown => Err(ProblemCode::LoginRequired.into()),
    }
}

/// Who has a password shows it. Who has none logged in by a certificate or an account at a provider: that was minutes ago,
/// or the company's certificate has opened sensitive changes.
pub(super) async fn themselves(app: &AppState, login: &Login, peer: IpAddr, password: Option<&str>) -> Outcome<()> {
    let now = app.clock.now();
    let member = &login.member;
    let known = app.store.credentials(&member.portal, &member.login_id).await?;
    let Some(hash) = known.and_then(|(_, hash)| hash) else {
        return if fresh(app, login) { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) };
    };
    // Wrong ones count as those of a login do.
    let name = format!("{}/{}", member.portal, member.login_id);
    app.attempts.admit(&name, peer, now)?;
    if app.passwords.verify(password.unwrap_or_default(), Some(&hash)).await {
        app.attempts.succeeded(&name);
        return Ok(());
    }
    app.attempts.failed(&name, peer, now);
    Err(ProblemCode::PasswordWrong.into())
}

/// Whether a login without a password shows that the member is there.
pub(super) fn fresh(app: &AppState, login: &Login) -> bool {
    app.clock.now() < login.since + STEPPED_UP || login.stepped_up.is_some()
}
