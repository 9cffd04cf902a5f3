//! Routes of the identity step, and what the sandbox "sent".

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::Outcome;
use crate::signup;
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskIdentity, Empty, IdentityAttempt, IdentityCode, SandboxMessage};
use gaip_contract::endpoints::{
    ConfirmIdentity, ExtendIdentity, GetIdentity, ListSandboxMessages, PostIdentity, ResendIdentity,
};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<PostIdentity, _, _>(Router::new(), begin);
    let router = mount::<GetIdentity, _, _>(router, state);
    let router = mount::<ResendIdentity, _, _>(router, resend);
    let router = mount::<ExtendIdentity, _, _>(router, extend);
    let router = mount::<ConfirmIdentity, _, _>(router, confirm);
    mount::<ListSandboxMessages, _, _>(router, messages)
}

async fn begin(call: Call, body: AskIdentity) -> Outcome<Reply<IdentityAttempt>> {
    let (caller, step) = (call.caller().await?, call.part("step"));
    Ok(signup::begin_identity(&call.app, &caller, call.place(), step, call.peer, &body).await?.into())
}

async fn state(call: Call, _: Empty) -> Outcome<Reply<IdentityAttempt>> {
    Ok(signup::identity_state(&call.app, &call.caller().await?, call.place(), call.part("step")).await?.into())
}

async fn resend(call: Call, _: Empty) -> Outcome<Reply<IdentityAttempt>> {
    Ok(signup::resend_identity(&call.app, &call.caller().await?, call.place(), call.part("step")).await?.into())
}

async fn extend(call: Call, _: Empty) -> Outcome<Reply<IdentityAttempt>> {
    Ok(signup::extend_identity(&call.app, &call.caller().await?, call.place(), call.part("step")).await?.into())
}

async fn confirm(call: Call, body: IdentityCode) -> Outcome<Reply<IdentityAttempt>> {
    let (caller, step) = (call.caller().await?, call.part("step"));
    Ok(signup::confirm_identity(&call.app, &caller, call.place(), step, &body.code).await?.into())
}

async fn messages(call: Call, _: Empty) -> Outcome<Reply<Vec<SandboxMessage>>> {
    if call.app.config.sandbox() { Ok(call.app.inbox.list().into()) } else { Err(ProblemCode::NotFound.into()) }
}
