//! Routes of the step that sends a code by e-mail.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::Outcome;
use crate::signup;
use axum::Router;
use gaip_contract::bodies::{AskEmailCode, EmailCodeAttempt, Empty};
use gaip_contract::endpoints::{GetEmailCode, PostEmailCode};

/// The routes.
pub fn routes() -> Router<App> {
    mount::<GetEmailCode, _, _>(mount::<PostEmailCode, _, _>(Router::new(), ask), state)
}

async fn ask(call: Call, body: AskEmailCode) -> Outcome<Reply<EmailCodeAttempt>> {
    let (caller, step) = (call.caller().await?, call.part("step"));
    Ok(signup::ask_email_code(&call.app, &caller, call.place(), step, &body.input).await?.into())
}

async fn state(call: Call, _: Empty) -> Outcome<Reply<EmailCodeAttempt>> {
    Ok(signup::email_code_state(&call.app, &call.caller().await?, call.place(), call.part("step")).await?.into())
}
