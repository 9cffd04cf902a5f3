//! An operator changes their own password.

use super::Deed;
use super::login::{OperatorLogin, counted};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use crate::store::{Event, NewPassword};
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::ChangePassword;
use gaip_domain::value::Invalid;
use std::net::IpAddr;

/// Changes it. Every login of the operator ends but this one, which goes on under a new token; that is returned. Wrong
/// present passwords count as failed logins do: who sits at somebody else's desk has no more tries.
pub async fn change_password(
    app: &AppState,
    login: &OperatorLogin,
    peer: IpAddr,
    body: &ChangePassword,
) -> Outcome<String> {
    let now = app.clock.now();
    let operator = &login.operator;
    let name = counted(&operator.portal, &operator.login_id);
    app.attempts.admit(&name, peer, now)?;
    if let Err(flaw) = app.policy.check(&body.new, &[&operator.login_id, &operator.name]) {
        return Err(Refusal::field("new", Invalid::Password(flaw)));
    }
    let known = app.store.operator_credentials(&operator.portal, &operator.login_id).await?;
    let (_, before) = known.filter(|(known, _)| known.id == operator.id).ok_or(ProblemCode::LoginRequired)?;
    let deed = Deed::of(app, login);
    if !app.passwords.verify(&body.current, Some(&before)).await {
        app.attempts.failed(&name, peer, now);
        app.store.audit(&deed.audit(Event::OperatorPasswordWrong, &operator.portal)).await?;
        return Err(ProblemCode::PasswordWrong.into());
    }
    app.attempts.succeeded(&name);
    let after = app.passwords.hash(&body.new, &*app.random).await;
    let token = random::token(&*app.random);
    let change = NewPassword {
        operator: &operator.id,
        before: &before,
        after: &after,
        session: &login.session,
        token_hash: &http::session::hash(&token),
    };
    // Changed meanwhile: what was typed as the present one is so no more.
    let changed =
        app.store.change_password(change, &deed.audit(Event::OperatorPasswordChanged, &operator.portal)).await?;
    if changed { Ok(token) } else { Err(ProblemCode::PasswordWrong.into()) }
}
