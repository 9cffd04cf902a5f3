//! Routes of passkeys.

use super::{Call, Reply, mount};
use crate::account;
use crate::app::App;
use crate::refusal::Outcome;
use crate::webauthn::Party;
use axum::Router;
use gaip_contract::bodies::{
    AskPasskeyLogin, Empty, NewPasskey, PasskeyCreation, PasskeyLogin, PasskeyRequest, PasskeyView, SessionView,
    Themselves,
};
use gaip_contract::endpoints::{
    AskForPasskey, AskToLogInByPasskey, ListPasskeys, LogInByPasskey, RegisterPasskey, RemovePasskey,
};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<AskToLogInByPasskey, _, _>(Router::new(), ask_login);
    let router = mount::<LogInByPasskey, _, _>(router, log_in);
    let router = mount::<ListPasskeys, _, _>(router, list);
    let router = mount::<AskForPasskey, _, _>(router, ask);
    let router = mount::<RegisterPasskey, _, _>(router, register);
    mount::<RemovePasskey, _, _>(router, remove)
}

async fn ask_login(call: Call, body: AskPasskeyLogin) -> Outcome<Reply<PasskeyRequest>> {
    let (session, cookie) = call.session_or_new().await?;
    let party = Party::of(&call.origin());
    Ok(Reply { body: account::ask_to_log_in_by_passkey(&call.app, &session.id, &body.portal, &party).await?, cookie })
}

async fn log_in(call: Call, body: PasskeyLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let party = Party::of(&call.origin());
    let (login, token) = account::log_in_by_passkey(&call.app, &session, call.peer, &body, &party).await?;
    Ok(Reply { body: account::view(&call.app, Some(&login)), cookie: Some(call.cookie(&token)) })
}

async fn list(call: Call, _: Empty) -> Outcome<Reply<Vec<PasskeyView>>> {
    Ok(account::passkeys(&call.app, &call.login().await?).await?.into())
}

async fn ask(call: Call, body: Themselves) -> Outcome<Reply<PasskeyCreation>> {
    let (login, party) = (call.login().await?, Party::of(&call.origin()));
    Ok(account::ask_for_passkey(&call.app, &login, call.peer, &body, &party).await?.into())
}

async fn register(call: Call, body: NewPasskey) -> Outcome<Reply<Vec<PasskeyView>>> {
    let (login, party) = (call.login().await?, Party::of(&call.origin()));
    Ok(account::register_passkey(&call.app, &login, &body, &party).await?.into())
}

async fn remove(call: Call, body: Themselves) -> Outcome<Reply<Vec<PasskeyView>>> {
    let login = call.login().await?;
    Ok(account::remove_passkey(&call.app, &login, call.peer, call.part("passkey"), &body).await?.into())
}
