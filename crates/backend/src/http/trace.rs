//! A number for each request, and one line in the log without anything personal: the address as the contract spells
//! it, never as it was filled, and no query.

use crate::app::App;
use crate::random::code;
use crate::refusal::Refusal;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::time::Instant;
use tracing::Instrument;

/// Names the request, logs how it went, and tells its number with a refusal so that people can quote it.
pub async fn follow(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = code(&*app.random, 8);
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Some(mut refusal) = response.extensions_mut().remove::<Refusal>() {
        refusal.0.request_id = Some(id.clone());
        let (head, _) = response.into_parts();
        let (_, body) = refusal.into_response().into_parts();
        response = Response::from_parts(head, body);
        response.headers_mut().remove("content-length");
    }
    let status = response.status();
    let _entered = span.enter();
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    if status == StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%method, route, status = status.as_u16(), ms, "answered");
    } else {
        tracing::info!(%method, route, status = status.as_u16(), ms, "answered");
    }
    if let Ok(value) = HeaderValue::try_from(id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
