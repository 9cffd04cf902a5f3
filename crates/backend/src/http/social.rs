//! The way to the provider's page, back from it, and the page that the sandbox has instead.

use super::{Call, Reply, mount, social_page};
use crate::app::App;
use crate::providers::social::SandboxAsked;
use crate::refusal::Outcome;
use crate::social::{self, Came};
use axum::Router;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue, LOCATION, SET_COOKIE};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskSocial, SocialLogin, SocialStart};
use gaip_contract::endpoints::{LogInBySocial, PostSocial};
use gaip_domain::portal::SocialProvider;
use reqwest::Url;

/// Where a provider sends the browser back to. It is no endpoint of the application: it answers with a redirect.
pub const CALLBACK: &str = "/api/social/{provider}/callback";
/// The page that the sandbox has for a provider's.
const PAGE: &str = "/sandbox/oauth/{provider}";
/// What its buttons do.
const CHOICE: &str = "/sandbox/oauth/{provider}/choice";

/// The routes of the API.
pub fn routes() -> Router<App> {
    let router = mount::<PostSocial, _, _>(Router::new(), begin);
    let router = mount::<LogInBySocial, _, _>(router, log_in);
    router.route(CALLBACK, get(callback))
}

/// The pages of the sandbox; none where services are real.
pub fn pages(app: &App) -> Router<App> {
    if !app.config.sandbox() {
        return Router::new();
    }
    Router::new().route(PAGE, get(page)).route(CHOICE, get(choice)).route(social_page::STYLE, get(social_page::style))
}

impl Call {
    fn provider(&self) -> Outcome<SocialProvider> {
        Ok(SocialProvider::parse(self.part("provider")).ok_or(ProblemCode::NotFound)?)
    }
}

async fn begin(call: Call, body: AskSocial) -> Outcome<Reply<SocialStart>> {
    let (caller, step, origin) = (call.caller().await?, call.part("step"), call.origin());
    let url = social::begin_sign_up(&call.app, &caller, call.place(), step, body.provider, &origin).await?;
    Ok(SocialStart { url }.into())
}

async fn log_in(call: Call, body: SocialLogin) -> Outcome<Reply<SocialStart>> {
    let (session, cookie) = call.session_or_new().await?;
    let (next, origin) = (body.next.as_deref(), call.origin());
    let url = social::begin_login(&call.app, &session.id, &body.portal, body.provider, next, &origin).await?;
    Ok(Reply { body: SocialStart { url }, cookie })
}

async fn callback(call: Call) -> Outcome<Response> {
    let came = Came {
        state: call.query("state").unwrap_or_default(),
        code: call.query("code"),
        error: call.query("error").or(call.query("error_code")),
        issuer: call.query("iss"),
    };
    let session = call.session().await?;
    let back = social::come_back(&call.app, session.as_ref(), call.provider()?, came).await?;
    let cookie = back.token.map(|token| call.cookie(&token));
    Ok(redirect(&back.location, cookie))
}

fn redirect(location: &str, cookie: Option<String>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(location) = HeaderValue::try_from(location) {
        headers.insert(LOCATION, location);
    }
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::try_from(cookie).ok()) {
        headers.append(SET_COOKIE, cookie);
    }
    response
}

async fn page(call: Call) -> Outcome<Response> {
    let sent = ["state", "nonce", "redirect_uri", "code_challenge"].map(|name| (name, call.query(name)));
    Ok(Html(social_page::html(call.provider()?, &sent)).into_response())
}

async fn choice(call: Call) -> Outcome<Response> {
    let of = |name: &str| call.query(name).unwrap_or_default();
    let asked = SandboxAsked {
        provider: call.provider()?,
        challenge: of("code_challenge"),
        nonce: of("nonce"),
        redirect: of("redirect_uri"),
    };
    // Nobody is sent elsewhere than back here.
    let own = format!("{}/api/social/{}/callback", call.origin(), asked.provider.as_str());
    if asked.redirect != own {
        return Err(ProblemCode::BadRequest.into());
    }
    let (name, value) = call.app.accounts.choose(asked, of("person")).ok_or(ProblemCode::BadRequest)?;
    let mut url = Url::parse(&own).map_err(|_| ProblemCode::BadRequest)?;
    url.query_pairs_mut().append_pair(name, &value).append_pair("state", of("state"));
    Ok(redirect(url.as_str(), None))
}
