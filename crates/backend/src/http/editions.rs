//! Whole editions for browsers that search by themselves.

use super::{Call, mount_raw, statics};
use crate::app::App;
use crate::refusal::Refusal;
use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderValue, VARY};
use axum::response::{IntoResponse, Response};
use gaip_contract::ProblemCode;
use gaip_contract::endpoints::GetEdition;
use gaip_domain::value::CodeList;

/// The routes.
pub fn routes() -> Router<App> {
    mount_raw::<GetEdition, _, _>(Router::new(), edition)
}

/// The edition in force under its name; another name is one of yesterday, whose browser asks for the new one.
async fn edition(call: Call) -> Result<Response, Refusal> {
    let list = CodeList::parse(call.part("list")).ok_or(ProblemCode::NotFound)?;
    let packed = call.app.codes.get(list).packed.clone();
    if packed.name != call.part("edition") {
        return Err(ProblemCode::NotFound.into());
    }
    let accepted = call.header(ACCEPT_ENCODING.as_str()).unwrap_or_default();
    let takes = |encoding| statics::takes(accepted, encoding);
    let compressed = if takes("br") || takes("gzip") { packed.compressed().await } else { None };
    let (encoding, bytes) = match compressed {
        Some(compressed) if takes("br") => (Some("br"), compressed.br.clone()),
        Some(compressed) => (Some("gzip"), compressed.gzip.clone()),
        None => (None, packed.plain.clone()),
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Ok(response)
}
