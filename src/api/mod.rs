//! The one door to the network.

pub mod certificates;
pub mod codes;
mod finder;
pub mod json;
pub mod signer;
#[cfg(feature = "gallery")]
pub mod stand_in;
pub mod tab;

use gaip_contract::problem::{Problem, ProblemCode};
use gaip_contract::{CSRF_HEADER, Endpoint, Method, TAB_HEADER, endpoints};
use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use web_sys::AbortSignal;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The backend refused.
    Refused(Box<Problem>),
    /// The backend was not reached, or what answered was not the backend.
    Unreachable,
}

impl Failure {
    /// The problem's code, if the backend refused.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Failure::Refused(problem) => Some(problem.code),
            Failure::Unreachable => None,
        }
    }
}

/// An answer of an endpoint.
pub type Reply<E> = Result<<E as Endpoint>::Answer, Failure>;

/// One request, before it is sent.
pub struct Call<'a> {
    /// Fills the `{names}` of the path.
    pub parts: &'a [&'a str],
    /// Query parameters; values are escaped.
    pub query: &'a [(&'a str, &'a str)],
    /// Further headers.
    pub headers: &'a [(&'a str, &'a str)],
}

/// Calls an endpoint with its parts and a body.
pub async fn send<E: Endpoint>(parts: &[&str], body: &E::Request) -> Reply<E> {
    send_with::<E>(&Call { parts, query: &[], headers: &[] }, body).await
}

/// Calls an endpoint that has a query or needs a header of its own.
pub async fn send_with<E: Endpoint>(call: &Call<'_>, body: &E::Request) -> Reply<E> {
    let body = if E::METHOD == Method::Get { None } else { serde_json::to_string(body).ok() };
    let json = exchange(E::METHOD, E::PATH, call, body.map(Body::Json), None).await?;
    json::read(&json).ok_or(Failure::Unreachable)
}

/// Calls an endpoint that only reads, until the signal says that nobody waits any more.
async fn read_until<E: Endpoint>(call: &Call<'_>, until: Option<&AbortSignal>) -> Reply<E> {
    let json = exchange(E::METHOD, E::PATH, call, None, until).await?;
    json::read(&json).ok_or(Failure::Unreachable)
}

/// Sends raw bytes to an endpoint.
pub async fn send_bytes<E: Endpoint>(call: &Call<'_>, bytes: &web_sys::Blob) -> Reply<E> {
    let json = exchange(E::METHOD, E::PATH, call, Some(Body::Bytes(bytes.clone())), None).await?;
    json::read(&json).ok_or(Failure::Unreachable)
}

/// What a request carries.
enum Body {
    Json(String),
    Bytes(web_sys::Blob),
}

/// One request and its answer as text. The same code for every endpoint: what differs is data.
async fn exchange(
    method: Method,
    path: &'static str,
    call: &Call<'_>,
    body: Option<Body>,
    until: Option<&AbortSignal>,
) -> Result<String, Failure> {
    #[cfg(feature = "gallery")]
    if let Some(stand_in) = stand_in::get() {
        let (json, bytes) = match body {
            None => (String::new(), 0),
            Some(Body::Json(json)) => (json, 0),
            // A file is far smaller than the numbers that a float holds exactly.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole and positive")]
            Some(Body::Bytes(bytes)) => (String::new(), bytes.size() as u64),
        };
        return (stand_in.exchange)(stand_in::Asked::new(method, path, call, json, bytes)).await;
    }
    let builder = request(method, path, call).abort_signal(until);
    let request = match body {
        None => builder.build(),
        Some(Body::Json(json)) => builder.header("content-type", "application/json").body(json),
        Some(Body::Bytes(bytes)) => {
            builder.header("content-type", "application/octet-stream").body(wasm_bindgen::JsValue::from(bytes))
        }
    };
    let response = match request {
        Ok(request) => request.send().await.map_err(|_| Failure::Unreachable)?,
        Err(_) => return Err(Failure::Unreachable),
    };
    let text = response.text().await.map_err(|_| Failure::Unreachable)?;
    if response.ok() {
        return Ok(if text.is_empty() { "{}".to_owned() } else { text });
    }
    // A proxy in between answers in its own words; only the backend speaks in problems.
    let problem: Problem = json::read(&text).ok_or(Failure::Unreachable)?;
    Err(Failure::Refused(Box::new(problem)))
}

fn request(method: Method, path: &str, call: &Call<'_>) -> RequestBuilder {
    let mut url = endpoints::fill_path(path, call.parts);
    for (i, (name, value)) in call.query.iter().enumerate() {
        url.push(if i == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        url.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    let method = match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Patch => HttpMethod::PATCH,
        Method::Delete => HttpMethod::DELETE,
    };
    let builder = RequestBuilder::new(&url).method(method).header(CSRF_HEADER, "1").header(TAB_HEADER, &tab::id());
    call.headers.iter().fold(builder, |builder, (name, value)| builder.header(name, value))
}

/// Reads a file of the application's own site, such as `portal.json`.
pub async fn fetch_text(path: &str) -> Result<String, Failure> {
    let response = RequestBuilder::new(path).send().await.map_err(|_| Failure::Unreachable)?;
    if response.status() == 404 {
        return Err(Failure::Refused(Box::new(Problem::new(ProblemCode::NotFound))));
    }
    if !response.ok() {
        return Err(Failure::Unreachable);
    }
    response.text().await.map_err(|_| Failure::Unreachable)
}

/// Sends a body while the page goes away; there is no answer to wait for. The browser takes at most 64 kB.
pub fn send_last<E: Endpoint>(parts: &[&str], body: &E::Request) {
    #[cfg(feature = "gallery")]
    if let Some(stand_in) = stand_in::get() {
        let body = serde_json::to_string(body).unwrap_or_default();
        let call = Call { parts, query: &[], headers: &[] };
        let answer = (stand_in.exchange)(stand_in::Asked::new(E::METHOD, E::PATH, &call, body, 0));
        return wasm_bindgen_futures::spawn_local(async move { drop(answer.await) });
    }
    let init = web_sys::RequestInit::new();
    init.set_method(E::METHOD.as_str());
    // `keepalive` lets the request outlive the page.
    let set = |name: &str, value: &wasm_bindgen::JsValue| js_sys::Reflect::set(&init, &name.into(), value);
    let headers = js_sys::Object::new();
    let mut fine = set("keepalive", &true.into()).is_ok();
    for (name, value) in [("content-type", "application/json"), (CSRF_HEADER, "1"), (TAB_HEADER, &tab::id())] {
        fine &= js_sys::Reflect::set(&headers, &name.into(), &value.into()).is_ok();
    }
    fine &= set("headers", &headers).is_ok();
    if let (true, Ok(json)) = (fine, serde_json::to_string(body)) {
        init.set_body(&json.into());
        let _ = leptos::prelude::window().fetch_with_str_and_init(&endpoints::path::<E>(parts), &init);
    }
}

/// A document of a portal in a language.
pub async fn terms(portal: &str, terms: &str, lang: gaip_domain::text::Lang) -> Reply<endpoints::GetTerms> {
    let call = Call { parts: &[portal, terms], query: &[("lang", lang.tag())], headers: &[] };
    send_with::<endpoints::GetTerms>(&call, &gaip_contract::bodies::Empty {}).await
}
