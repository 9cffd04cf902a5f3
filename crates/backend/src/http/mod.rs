//! HTTP: routes from the contract's endpoints to use cases, refusals as problems.

pub mod account;
pub mod addresses;
pub mod certificates;
pub mod codes;
pub mod company;
pub mod csrf;
pub mod drafts;
pub mod editions;
pub mod email_code;
pub mod files;
pub mod financial;
pub mod headers;
pub mod identity;
pub mod invitations;
pub mod old_accounts;
pub mod operators;
pub mod passkeys;
pub mod rate;
pub mod session;
pub mod social;
mod social_page;
pub mod statics;
pub mod terms;
pub mod trace;

use crate::app::{App, AppState};
use crate::refusal::{Outcome, Refusal};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts, RawPathParams, Request, State};
use axum::handler::Handler;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode, request::Parts};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, get, on};
use gaip_contract::{Endpoint, Method, ProblemCode};
use serde::Serialize;
use std::any::TypeId;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tower_http::catch_panic::CatchPanicLayer;

/// Most bytes of a JSON body: fifty products with long descriptions are a fifth of it.
const BODY_BYTES: usize = 1024 * 1024;

/// The router of the whole backend.
pub fn router(app: App) -> Router {
    let api = Router::new()
        .merge(account::routes())
        .merge(drafts::routes())
        .merge(files::routes())
        .merge(terms::routes())
        .merge(codes::routes())
        .merge(editions::routes())
        .merge(addresses::routes())
        .merge(certificates::routes())
        .merge(identity::routes())
        .merge(email_code::routes())
        .merge(old_accounts::routes())
        .merge(social::routes())
        .merge(financial::routes())
        .merge(company::routes())
        .merge(invitations::routes())
        .merge(passkeys::routes())
        .merge(operators::routes());
    let api = api.layer(from_fn_with_state(app.clone(), csrf::guard));
    let api = rate::layer(api, &app);
    let all = api
        .route("/healthz", get(healthz))
        .merge(social::pages(&app))
        .merge(statics::routes(&app))
        .fallback(statics::fallback);
    let all = all.layer(CatchPanicLayer::custom(panicked));
    let all = headers::layer(all, &app).layer(from_fn_with_state(app.clone(), trace::follow));
    all.with_state(app)
}

/// A panic is a mistake of ours; the browser learns no more than that.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    Refusal::from(ProblemCode::Internal).into_response()
}

/// A request without its body: what a handler may know of the caller.
pub struct Call {
    /// The shared state.
    pub app: App,
    /// Headers of the request.
    pub headers: HeaderMap,
    /// The caller's address.
    pub peer: IpAddr,
    path: BTreeMap<String, String>,
    query: BTreeMap<String, String>,
}

impl Call {
    /// A part of the path by its name in the contract; empty where the contract has none of this name.
    pub fn part(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// A query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl FromRequestParts<App> for Call {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let bad = |_| Refusal::from(ProblemCode::BadRequest);
        let path =
            RawPathParams::from_request_parts(parts, app).await.map_err(|_| Refusal::from(ProblemCode::NotFound))?;
        let axum::extract::Query(query) =
            axum::extract::Query::<BTreeMap<String, String>>::try_from_uri(&parts.uri).map_err(bad)?;
        Ok(Self {
            app: app.clone(),
            headers: parts.headers.clone(),
            peer: peer(parts, app),
            path: path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            query,
        })
    }
}

/// The caller's address: of the connection, or what a trusted proxy says.
pub fn peer(parts: &Parts, app: &AppState) -> IpAddr {
    let forwarded = || {
        parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()?
            .to_str()
            .ok()?
            .rsplit(',')
            .next()?
            .trim()
            .parse()
            .ok()
    };
    let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let proxied = if app.config.trust_proxy { forwarded() } else { None };
    proxied.or(connected).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

/// The answer of a handler: the body of the contract, perhaps with a cookie.
pub struct Reply<T> {
    /// The body.
    pub body: T,
    /// A `Set-Cookie` header.
    pub cookie: Option<String>,
}

impl<T> From<T> for Reply<T> {
    fn from(body: T) -> Self {
        Self { body, cookie: None }
    }
}

/// Mounts a handler under the method and path of an endpoint; it takes the endpoint's body and answers with its answer.
pub fn mount<E, F, A>(router: Router<App>, handler: F) -> Router<App>
where
    E: Endpoint + 'static,
    E::Request: Send + 'static,
    E::Answer: Send + 'static,
    F: Fn(Call, E::Request) -> A + Clone + Send + Sync + 'static,
    A: Future<Output = Outcome<Reply<E::Answer>>> + Send,
{
    mount_raw::<E, _, _>(router, move |call: Call, State(_): State<App>, request: Request| async move {
        let body = read::<E::Request>(request).await?;
        handler(call, body).await.map(answer)
    })
}

/// Mounts an axum handler under the method and path of an endpoint, for one that takes raw bytes.
pub fn mount_raw<E: Endpoint, H: Handler<T, App>, T: 'static>(router: Router<App>, handler: H) -> Router<App> {
    let method = match E::METHOD {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    };
    router.route(E::PATH, on(method, handler))
}

/// Reads a JSON body. A body that is not of the endpoint's form is a bad request; [`gaip_contract::bodies::Empty`] takes none.
async fn read<T: serde::de::DeserializeOwned + 'static>(request: Request) -> Outcome<T> {
    let bad = || Refusal::from(ProblemCode::BadRequest);
    let json = request.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    if TypeId::of::<T>() == TypeId::of::<gaip_contract::bodies::Empty>() {
        return serde_json::from_str("{}").map_err(|_| bad());
    }
    let bytes = to_bytes(request.into_body(), BODY_BYTES).await.map_err(|_| bad())?;
    if json { serde_json::from_slice(&bytes).map_err(|_| bad()) } else { Err(bad()) }
}

/// An answer as JSON, or 204 where the contract has none.
pub fn answer<T: Serialize + 'static>(reply: Reply<T>) -> Response {
    let mut response = if TypeId::of::<T>() == TypeId::of::<gaip_contract::bodies::Empty>() {
        StatusCode::NO_CONTENT.into_response()
    } else {
        axum::Json(reply.body).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(cookie) = reply.cookie.and_then(|cookie| HeaderValue::try_from(cookie).ok()) {
        headers.append(SET_COOKIE, cookie);
    }
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let mut response = (status, Body::from(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.0.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

async fn healthz(State(app): State<App>) -> Response {
    match app.store.ping().await {
        Ok(()) => "ok".into_response(),
        Err(failure) => {
            tracing::error!(%failure, "the store does not answer");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
