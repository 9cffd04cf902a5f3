//! A directory of companies such as KISLINE: what is known of a company beside its number.
//!
//! Such directories are sold by contract and have no public shape. The operator's adapter answers in ours:
//! `GET <url>/<number>` with `Authorization: Bearer <key>` gives 200 and a [`CompanyProfile`], or 404 for a company that the
//! directory does not know. Whatever else comes back is an outage.

use super::{ANSWER_BYTES, Adapter, Service, Unavailable, body};
use async_trait::async_trait;
use gaip_domain::facts::CompanyProfile;
use gaip_domain::value::BusinessNumber;
use serde_json::json;

/// Knows companies by their business number.
#[async_trait]
pub trait CompanyDirectory: Send + Sync {
    /// What is known of a company; nothing where the directory does not list it.
    async fn find(&self, number: &BusinessNumber) -> Result<Option<CompanyProfile>, Unavailable>;
}

/// The directory; the simulated one takes the numbers of `docs/sandbox.md`. Without one nobody is listed: every new company
/// hands in its papers.
pub struct Directory(pub Adapter);

#[async_trait]
impl CompanyDirectory for Directory {
    async fn find(&self, number: &BusinessNumber) -> Result<Option<CompanyProfile>, Unavailable> {
        let answer = match &self.0 {
            Adapter::Http(service) => ask(service, number).await,
            Adapter::Sandbox => sandbox(number),
            Adapter::None => return Ok(None),
        };
        match answer.ok_or(Unavailable)? {
            Answer::Unknown => Ok(None),
            Answer::Known(bytes) => read(&bytes).map(Some),
        }
    }
}

enum Answer {
    Known(Vec<u8>),
    Unknown,
}

async fn ask(service: &Service, number: &BusinessNumber) -> Option<Answer> {
    let mut url = service.url.clone();
    url.path_segments_mut().ok()?.pop_if_empty().push(number.as_str());
    let answer = service.client.get(url).bearer_auth(&service.key).send().await.ok()?;
    if answer.status() == 404 {
        return Some(Answer::Unknown);
    }
    body(answer, ANSWER_BYTES).await.map(Answer::Known)
}

/// A profile without a name is none.
fn read(answer: &[u8]) -> Result<CompanyProfile, Unavailable> {
    let profile: CompanyProfile = serde_json::from_slice(answer).map_err(|_| Unavailable)?;
    if profile.name.trim().is_empty() { Err(Unavailable) } else { Ok(profile) }
}

/// The number whose look-up fails.
const OUTAGE: &str = "1999999995";

/// Numbers that begin with 1 or 2 are listed.
fn sandbox(number: &BusinessNumber) -> Option<Answer> {
    let digits = number.as_str();
    if digits == OUTAGE {
        return None;
    }
    if !digits.starts_with(['1', '2']) {
        return Some(Answer::Unknown);
    }
    let end = &digits[6..];
    let profile = json!({
        "name": format!("가상기업{end} 주식회사"),
        "representative": "김가상",
        "address": ["06792", "서울특별시 서초구 헌릉로 13", "가상빌딩"],
        "phone": format!("02-0000-{end}"),
    });
    serde_json::to_vec(&profile).ok().map(Answer::Known)
}
