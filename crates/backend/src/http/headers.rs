//! Headers that every answer carries, so that a browser allows no more than the application needs.

use crate::app::{App, AppState};
use axum::Router;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::Response;

/// Everything comes from this origin. `'wasm-unsafe-eval'` compiles WebAssembly and evaluates no text.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// Features of the browser that no page uses.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()";

const HEADERS: [(HeaderName, HeaderValue); 7] = [
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS)),
];

/// What the same says of frames where the gallery of screens is served, which shows pages in them.
const FRAMED: [(&str, &str); 2] =
    [("frame-ancestors 'none'", "frame-src 'self'; frame-ancestors 'self'"), ("DENY", "SAMEORIGIN")];

/// Two years, only where people come over TLS: a browser that reads it never comes back without.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// Adds them to every answer.
pub fn layer(router: Router<App>, app: &AppState) -> Router<App> {
    let (secure, all) = (app.config.secure(), headers(app.config.framed()));
    router.layer(axum::middleware::map_response(move |response| {
        let protected = protect(response, &all, secure);
        async move { protected }
    }))
}

/// The headers; framed pages of this origin may show each other.
fn headers(framed: bool) -> Vec<(HeaderName, HeaderValue)> {
    let relaxed = |value: &HeaderValue| {
        let value = value.to_str().ok()?;
        let (told, instead) = FRAMED.iter().find(|(told, _)| value.contains(told))?;
        HeaderValue::from_str(&value.replace(told, instead)).ok()
    };
    HEADERS
        .into_iter()
        .map(|(name, value)| (name, framed.then(|| relaxed(&value)).flatten().unwrap_or(value)))
        .collect()
}

fn protect(mut response: Response, all: &[(HeaderName, HeaderValue)], secure: bool) -> Response {
    let headers = response.headers_mut();
    for (name, value) in all {
        headers.insert(name, value.clone());
    }
    if secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HSTS);
    }
    response
}
