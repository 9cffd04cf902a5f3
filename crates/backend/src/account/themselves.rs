//! Whether the one who asks is the member, and not who found a session open.

use super::{Login, STEPPED_UP};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use crate::store::MemberRecord;
use gaip_contract::ProblemCode;
use gaip_domain::value::Invalid;
use std::net::IpAddr;

/// Name of the input of the password.
const PASSWORD: &str = "password";

/// The login was minutes ago, or the company's certificate has opened sensitive changes.
pub(crate) fn fresh(app: &AppState, login: &Login) -> bool {
    app.clock.now() < login.since + STEPPED_UP || login.stepped_up.is_some()
}

/// Whether the member's password was shown; `false` where the member has none. A wrong one is refused, and counts as one
/// of a login does.
pub(super) async fn by_password(app: &AppState, login: &Login, peer: IpAddr, typed: Option<&str>) -> Outcome<bool> {
    let now = app.clock.now();
    let member = &login.member;
    let known = app.store.credentials(&member.portal, &member.login_id).await?;
    let Some(hash) = known.and_then(|(_, hash)| hash) else { return Ok(false) };
    let name = format!("{}/{}", member.portal, member.login_id);
    app.attempts.admit(&name, peer, now)?;
    if app.passwords.verify(typed.unwrap_or_default(), Some(&hash)).await {
        app.attempts.succeeded(&name);
        return Ok(true);
    }
    app.attempts.failed(&name, peer, now);
    Err(ProblemCode::PasswordWrong.into())
}

/// Who has a password shows it. Who has none logged in by a certificate or an account at a provider: that was minutes ago,
/// or the company's certificate has opened sensitive changes.
pub(super) async fn themselves(app: &AppState, login: &Login, peer: IpAddr, typed: Option<&str>) -> Outcome<()> {
    let shown = by_password(app, login, peer, typed).await? || fresh(app, login);
    if shown { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) }
}

/// Who has a password shows it; who has none logged in a moment ago.
pub(crate) async fn shown(app: &AppState, login: &Login, peer: IpAddr, typed: Option<&str>) -> Outcome<()> {
    let given = typed.filter(|password| !password.is_empty());
    if given.is_none() && has_password(app, &login.member).await? {
        // Nothing was tried, so nothing is counted.
        return Err(Refusal::field(PASSWORD, Invalid::Missing));
    }
    themselves(app, login, peer, given).await
}

/// Whether the member logs in by a password.
pub(crate) async fn has_password(app: &AppState, member: &MemberRecord) -> Outcome<bool> {
    let known = app.store.credentials(&member.portal, &member.login_id).await?;
    Ok(known.is_some_and(|(_, hash)| hash.is_some()))
}
