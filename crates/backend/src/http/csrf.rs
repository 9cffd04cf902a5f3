//! Requests that change something come from our own pages: they carry a header that a foreign site cannot set, and
//! where the browser says where they come from, that must be here.

use crate::app::{App, AppState};
use crate::refusal::Refusal;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use gaip_contract::{CSRF_HEADER, ProblemCode};

/// Refuses requests of other sites.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || own(request.headers(), &app) {
        next.run(request).await
    } else {
        Refusal::from(ProblemCode::CrossSite).into_response()
    }
}

fn own(headers: &HeaderMap, app: &AppState) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let here = |origin: &str| {
        let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
        let public = app.config.public_url.as_deref().map(|url| url.trim_end_matches('/'));
        public == Some(origin) || (!authority.is_empty() && text(HOST.as_str()) == Some(authority))
    };
    headers.contains_key(CSRF_HEADER)
        && text(ORIGIN.as_str()).is_none_or(here)
        && text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"))
}
