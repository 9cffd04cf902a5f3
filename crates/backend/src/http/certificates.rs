//! Routes of company certificates.

use super::{Call, Reply, mount};
use crate::account;
use crate::app::App;
use crate::certificates::{self, Ask};
use crate::refusal::Outcome;
use crate::signup::Place;
use axum::Router;
use axum::http::header::HOST;
use gaip_contract::bodies::{
    AskChallenge, CertificateLogin, CertificateRules, Challenge, ChallengePurpose, Empty, Proving,
    RegisteredCertificate, SessionView,
};
use gaip_contract::endpoints::{
    DeleteCertificate, GetCertificateRules, ListCertificates, LogInByCertificate, PostChallenge, RegisterCertificate,
    StepUp,
};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<GetCertificateRules, _, _>(Router::new(), rules);
    let router = mount::<PostChallenge, _, _>(router, challenge);
    let router = mount::<LogInByCertificate, _, _>(router, log_in);
    let router = mount::<StepUp, _, _>(router, step_up);
    let router = mount::<ListCertificates, _, _>(router, list);
    let router = mount::<RegisterCertificate, _, _>(router, register);
    mount::<DeleteCertificate, _, _>(router, delete)
}

impl Call {
    /// The address under which the person sees the portal.
    pub fn origin(&self) -> String {
        let host = || format!("http://{}", self.header(HOST.as_str()).unwrap_or_default());
        self.app.config.public_url.as_deref().map_or_else(host, |url| url.trim_end_matches('/').to_owned())
    }
}

async fn rules(call: Call, _: Empty) -> Outcome<Reply<CertificateRules>> {
    Ok(certificates::rules(&call.app.portals, call.part("portal"))?.into())
}

async fn challenge(call: Call, body: AskChallenge) -> Outcome<Reply<Challenge>> {
    let (portal, origin) = (call.part("portal"), call.origin());
    let asked = async |ask: Ask<'_>| certificates::ask(&call.app, portal, ask, &origin).await;
    match &body.purpose {
        ChallengePurpose::SignUp { journey, step } => {
            let caller = call.caller().await?;
            Ok(asked(Ask::SignUp { caller: &caller, place: Place { portal, journey }, step }).await?.into())
        }
        ChallengePurpose::Login => {
            let (session, cookie) = call.session_or_new().await?;
            Ok(Reply { body: asked(Ask::Login(&session.id)).await?, cookie })
        }
        ChallengePurpose::Register => Ok(asked(Ask::Register(&call.login().await?)).await?.into()),
        ChallengePurpose::StepUp => Ok(asked(Ask::StepUp(&call.admin_before_consent().await?)).await?.into()),
    }
}

async fn log_in(call: Call, body: CertificateLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = account::log_in_by_certificate(&call.app, &session, call.peer, &body).await?;
    Ok(Reply { body: account::view(&call.app, Some(&login)), cookie: Some(call.cookie(&token)) })
}

async fn step_up(call: Call, body: Proving) -> Outcome<Reply<SessionView>> {
    let admin = account::admin_step_up(&call.app, call.admin_before_consent().await?, &body.proof).await?;
    Ok(admin.view(&call.app).into())
}

async fn list(call: Call, _: Empty) -> Outcome<Reply<Vec<RegisteredCertificate>>> {
    Ok(account::certificates(&call.app, &call.login().await?).await?.into())
}

async fn register(call: Call, body: Proving) -> Outcome<Reply<Vec<RegisteredCertificate>>> {
    Ok(account::register_certificate(&call.app, &call.login().await?, &body.proof).await?.into())
}

async fn delete(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    account::delete_certificate(&call.app, &call.login().await?, call.part("certificate")).await?;
    Ok(Empty {}.into())
}
