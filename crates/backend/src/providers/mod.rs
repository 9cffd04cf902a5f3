//! Outside services. Each stands behind a trait, speaks the service's own shapes, and reaches it either over HTTP or
//! through a sandbox that answers in the very same shapes (`docs/sandbox.md`).

pub mod addresses;
pub mod directory;
pub mod downstream;
pub mod financial;
pub mod identity;
pub mod inbox;
pub mod lists;
pub mod mail;
pub mod registry;
pub mod services;
pub mod social;

use reqwest::{Client, Response, Url};
use std::time::Duration;

/// How long an outside service may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// Most bytes of an answer; the real ones have a few thousand.
const ANSWER_BYTES: usize = 512 * 1024;

/// The address of a service with the key that opens it.
#[derive(Clone)]
pub struct Service {
    client: Client,
    url: Url,
    key: String,
}

/// Why a service cannot be set up.
#[derive(Debug)]
pub enum SetupError {
    /// The address is not an http or https address.
    Address,
    /// The HTTP client cannot start.
    Client,
}

/// The service cannot be reached, or its answer does not make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

/// How a service is reached that has no public shape: the operator's adapter takes ours.
pub enum Adapter {
    /// The operator's adapter.
    Http(Service),
    /// A simulated one.
    Sandbox,
    /// None is named.
    None,
}

impl Adapter {
    /// The operator's adapter at an address.
    pub fn http(url: &str, key: &str) -> Result<Self, SetupError> {
        Service::new(url, key).map(Self::Http)
    }
}

impl Service {
    /// Data portals hand a key out both as it is and percent-encoded; either is taken, and it is encoded exactly once
    /// on its way.
    pub fn new(url: &str, key: &str) -> Result<Self, SetupError> {
        let url = Url::parse(url).map_err(|_| SetupError::Address)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(SetupError::Address);
        }
        let client = Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| SetupError::Client)?;
        Ok(Self { client, url, key: decoded(key.trim()) })
    }
}

/// The body of an answer; nothing where the status says that it is none, or where it is larger than `most`.
async fn body(answer: Response, most: usize) -> Option<Vec<u8>> {
    if answer.status().is_success() { bytes(answer, most).await } else { None }
}

/// The body of an answer of whatever status.
async fn bytes(mut answer: Response, most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.ok()? {
        if bytes.len() + chunk.len() > most {
            return None;
        }
        bytes.extend_from_slice(&chunk);
    }
    Some(bytes)
}

/// A key as it is. Keys are base64, in which `%` occurs only where somebody encoded it.
fn decoded(key: &str) -> String {
    if !key.contains('%') {
        return key.to_owned();
    }
    Url::parse(&format!("http://key/?k={key}"))
        .ok()
        .and_then(|url| url.query_pairs().next().map(|(_, value)| value.into_owned()))
        .unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_same_in_both_spellings() {
        assert_eq!(decoded("a+b/c=="), "a+b/c==");
        assert_eq!(decoded("a%2Bb%2Fc%3D%3D"), "a+b/c==");
    }

    #[test]
    fn a_service_needs_a_web_address() {
        assert!(Service::new("file:///etc/passwd", "key").is_err());
        assert!(Service::new("nonsense", "key").is_err());
        assert!(Service::new("https://api.example.kr/v1", "key").is_ok());
    }
}
