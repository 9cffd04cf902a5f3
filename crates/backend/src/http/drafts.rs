//! Routes of a sign-up.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::{Outcome, Refusal};
use crate::signup::{self, Caller, Place};
use axum::Router;
use gaip_contract::bodies::{AnswerStep, DraftView, Empty, LoginIdAnswer, LoginIdCheck, OpenDraft, SaveInput, Saved};
use gaip_contract::endpoints::{CheckLoginId, DeleteDraft, PostDraft, PostSubmission, PutAnswer, PutInput};
use gaip_contract::{IDEMPOTENCY_HEADER, ProblemCode};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<PostDraft, _, _>(Router::new(), open);
    let router = mount::<DeleteDraft, _, _>(router, discard);
    let router = mount::<PutInput, _, _>(router, save_input);
    let router = mount::<PutAnswer, _, _>(router, answer);
    let router = mount::<CheckLoginId, _, _>(router, check_login_id);
    mount::<PostSubmission, _, _>(router, submit)
}

impl Call {
    /// The sign-up that the address names.
    pub fn place(&self) -> Place<'_> {
        Place { portal: self.part("portal"), journey: self.part("journey") }
    }
}

async fn open(call: Call, body: OpenDraft) -> Outcome<Reply<DraftView>> {
    let tab = call.tab()?.to_owned();
    let (_, journey) = call.place().find(&call.app)?;
    if journey.purpose.needs_login() && call.session().await?.is_none() {
        return Err(ProblemCode::LoginRequired.into());
    }
    let (session, cookie) = call.session_or_new().await?;
    let draft = signup::open(&call.app, &Caller { session: session.id, tab }, call.place(), body.take_over).await?;
    Ok(Reply { body: signup::view(&call.app, &draft).await?, cookie })
}

async fn discard(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    signup::discard(&call.app, &call.caller().await?, call.place()).await?;
    Ok(Empty {}.into())
}

async fn save_input(call: Call, body: SaveInput) -> Outcome<Reply<Saved>> {
    let saved =
        signup::save_input(&call.app, &call.caller().await?, call.place(), call.part("step"), body.input).await?;
    Ok(saved.into())
}

async fn answer(call: Call, body: AnswerStep) -> Outcome<Reply<DraftView>> {
    let draft = signup::answer(&call.app, &call.caller().await?, call.place(), call.part("step"), body).await?;
    Ok(signup::view(&call.app, &draft).await?.into())
}

async fn check_login_id(call: Call, body: LoginIdCheck) -> Outcome<Reply<LoginIdAnswer>> {
    let answer = signup::check_login_id(&call.app, &call.caller().await?, call.place(), &body.login_id).await?;
    Ok(answer.into())
}

async fn submit(call: Call, _: Empty) -> Outcome<Reply<DraftView>> {
    let key = call.header(IDEMPOTENCY_HEADER).filter(|key| (8..=128).contains(&key.len()));
    let key = key.ok_or_else(|| Refusal::from(ProblemCode::BadRequest))?;
    let draft = signup::submit(&call.app, &call.caller().await?, call.place(), key).await?;
    Ok(signup::view(&call.app, &draft).await?.into())
}
