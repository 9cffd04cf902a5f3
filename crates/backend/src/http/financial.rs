//! Routes of financial certificates, and the text messages that the sandbox takes.

use super::{Call, Reply, mount};
use crate::account;
use crate::app::App;
use crate::financial::{self, Ask};
use crate::refusal::Outcome;
use crate::signup::Place;
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AskFinancial, Empty, FinancialAttempt, FinancialLogin, FinancialOtp, FinancialPurpose, SandboxReply, SessionView,
};
use gaip_contract::endpoints::{ConfirmFinancial, LogInByFinancial, PostFinancial, PostSandboxReply};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<PostFinancial, _, _>(Router::new(), begin);
    let router = mount::<ConfirmFinancial, _, _>(router, confirm);
    let router = mount::<LogInByFinancial, _, _>(router, log_in);
    mount::<PostSandboxReply, _, _>(router, reply)
}

async fn begin(call: Call, body: AskFinancial) -> Outcome<Reply<FinancialAttempt>> {
    let portal = call.part("portal");
    match &body.purpose {
        FinancialPurpose::SignUp { journey, step } => {
            let caller = call.caller().await?;
            let ask = Ask::SignUp { caller: &caller, place: Place { portal, journey }, step };
            Ok(financial::begin(&call.app, portal, ask, &body).await?.into())
        }
        FinancialPurpose::Login => {
            let (session, cookie) = call.session_or_new().await?;
            Ok(Reply { body: financial::begin(&call.app, portal, Ask::Login(&session.id), &body).await?, cookie })
        }
    }
}

async fn confirm(call: Call, body: FinancialOtp) -> Outcome<Reply<FinancialAttempt>> {
    let session = call.session().await?.ok_or(ProblemCode::FinancialGone)?;
    let (portal, attempt) = (call.part("portal"), call.part("attempt"));
    Ok(financial::confirm(&call.app, &session.id, portal, attempt, &body.otp).await?.into())
}

async fn log_in(call: Call, body: FinancialLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = account::log_in_by_financial(&call.app, &session, call.peer, &body).await?;
    Ok(Reply { body: account::view(&call.app, Some(&login)), cookie: Some(call.cookie(&token)) })
}

async fn reply(call: Call, body: SandboxReply) -> Outcome<Reply<Empty>> {
    let taken = call.app.config.sandbox() && call.app.financial.reply(&body.from, &body.text);
    if taken { Ok(Empty {}.into()) } else { Err(ProblemCode::NotFound.into()) }
}
