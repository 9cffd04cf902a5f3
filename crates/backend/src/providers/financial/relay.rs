//! The operator's relay to the service, in a shape of ours (`docs/deploying.md`), over HTTP or played by the sandbox:
//!
//! - `PUT <url>/attempts/<id>` with `business_number`, `mobile`, `way`, `remember`, `agreed` begins.
//! - `GET <url>/attempts/<id>` asks how it stands.
//! - `POST <url>/attempts/<id>/otp` with `otp` confirms.
//!
//! Each answers 200 with a `state`, or 404 where there is no such attempt. Whatever else comes back is an outage.

use super::sandbox::Sandbox;
use super::{Asked, Begun, Certified, Fault, FinancialService, Standing};
use crate::clock::Clock;
use crate::providers::inbox::Inbox;
use crate::providers::{ANSWER_BYTES, Service, SetupError, bytes};
use crate::random::Random;
use async_trait::async_trait;
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::portal::FINANCIAL_KIND;
use gaip_domain::value::{BusinessNumber, Date};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// The relay.
pub struct Relay(Transport);

enum Transport {
    Http(Service),
    Sandbox(Sandbox),
    /// Not set up: no portal asks for it.
    None,
}

impl Relay {
    /// The operator's relay.
    pub fn http(url: &str, key: &str) -> Result<Self, SetupError> {
        Service::new(url, key).map(|service| Self(Transport::Http(service)))
    }

    /// The simulated relay, with the inputs of `docs/sandbox.md`.
    pub fn sandbox(clock: Arc<dyn Clock>, random: Arc<dyn Random>, inbox: Arc<Inbox>) -> Self {
        Self(Transport::Sandbox(Sandbox::new(clock, random, inbox)))
    }

    /// No relay: nothing can be shown.
    pub fn none() -> Self {
        Self(Transport::None)
    }

    async fn call(&self, method: Method, id: &str, action: Option<&str>, body: Option<Value>) -> Result<Answer, Fault> {
        let answer = match &self.0 {
            Transport::Http(service) => ask(service, method, id, action, body).await,
            Transport::Sandbox(sandbox) => sandbox.answer(&method, id, body.as_ref()).await,
            Transport::None => None,
        };
        match answer.ok_or(Fault::Unavailable)? {
            (200, body) => Answer::deserialize(body).map_err(|_| Fault::Unavailable),
            (404, _) => Err(Fault::Gone),
            _ => Err(Fault::Unavailable),
        }
    }
}

/// Status and JSON of an answer; nothing where there was none. A 404 need not be JSON.
async fn ask(
    service: &Service,
    method: Method,
    id: &str,
    action: Option<&str>,
    body: Option<Value>,
) -> Option<(u16, Value)> {
    let mut url = service.url.clone();
    let path = [Some("attempts"), Some(id), action];
    url.path_segments_mut().ok()?.pop_if_empty().extend(path.into_iter().flatten());
    let mut request = service.client.request(method, url).bearer_auth(&service.key);
    if let Some(body) = body {
        request = request.json(&body);
    }
    let answer = request.send().await.ok()?;
    let status = answer.status().as_u16();
    if status != 200 {
        return Some((status, Value::Null));
    }
    Some((status, serde_json::from_slice(&bytes(answer, ANSWER_BYTES).await?).ok()?))
}

#[derive(Deserialize)]
struct Answer {
    state: State,
    digits: Option<String>,
    certificate: Option<Certificate>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    NoAccount,
    Waits,
    WrongOtp,
    Refused,
    Expired,
    Verified,
}

/// The certificate as the relay tells of it. The signature was verified behind it.
#[derive(Deserialize)]
struct Certificate {
    business_number: BusinessNumber,
    owner: String,
    subject: String,
    issuer: String,
    serial: String,
    policy: String,
    fingerprint: String,
    valid_until: String,
}

impl Certificate {
    /// What is kept of it; a certificate that lacks something is none.
    fn read(self) -> Result<Certified, Fault> {
        let named = [&self.owner, &self.subject, &self.issuer, &self.serial, &self.policy];
        let hash = self.fingerprint.len() == 64 && self.fingerprint.bytes().all(|b| b.is_ascii_hexdigit());
        let valid_until = Date::parse(&self.valid_until).map_err(|_| Fault::Unavailable)?;
        if !hash || named.into_iter().any(|text| text.trim().is_empty()) {
            return Err(Fault::Unavailable);
        }
        let evidence = CertificateEvidence {
            kind: FINANCIAL_KIND.to_owned(),
            owner: self.owner,
            subject: self.subject,
            issuer: self.issuer,
            serial: self.serial,
            policy: self.policy,
            fingerprint: self.fingerprint.to_ascii_lowercase(),
            valid_until: valid_until.to_string(),
        };
        Ok(Certified { business_number: self.business_number, evidence })
    }
}

impl Answer {
    fn standing(self) -> Result<Standing, Fault> {
        match (self.state, self.certificate) {
            (State::Waits, _) => Ok(Standing::Waits),
            (State::Verified, Some(certificate)) => Ok(Standing::Verified(Box::new(certificate.read()?))),
            (State::WrongOtp, _) => Err(Fault::WrongOtp),
            (State::Refused, _) => Err(Fault::Refused),
            (State::Expired, _) => Err(Fault::Expired),
            (State::NoAccount | State::Verified, _) => Err(Fault::Unavailable),
        }
    }
}

#[async_trait]
impl FinancialService for Relay {
    async fn begin(&self, id: &str, asked: &Asked) -> Result<Begun, Fault> {
        let body = json!({
            "business_number": asked.business_number, "mobile": asked.mobile, "way": asked.way,
            "remember": asked.remember, "agreed": asked.agreed,
        });
        let Answer { state, digits, .. } = self.call(Method::PUT, id, None, Some(body)).await?;
        match state {
            State::NoAccount if !asked.agreed => Ok(Begun::NoAccount),
            State::Waits => Ok(Begun::Waits(two(digits)?)),
            State::Refused => Err(Fault::Refused),
            _ => Err(Fault::Unavailable),
        }
    }

    async fn look(&self, id: &str) -> Result<Standing, Fault> {
        self.call(Method::GET, id, None, None).await?.standing()
    }

    async fn confirm(&self, id: &str, otp: &str) -> Result<Standing, Fault> {
        self.call(Method::POST, id, Some("otp"), Some(json!({ "otp": otp }))).await?.standing()
    }

    fn reply(&self, from: &str, text: &str) -> bool {
        let Transport::Sandbox(sandbox) = &self.0 else { return false };
        sandbox.reply(from, text);
        true
    }
}

/// Two digits, where there are any.
fn two(digits: Option<String>) -> Result<Option<String>, Fault> {
    match digits {
        Some(digits) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => Ok(Some(digits)),
        Some(_) => Err(Fault::Unavailable),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(change: impl FnOnce(&mut Value)) -> Result<Standing, Fault> {
        let mut answer = json!({ "state": "verified", "certificate": {
            "business_number": "1248100998", "owner": "주식회사 한빛", "subject": "CN=a", "issuer": "CN=b", "serial": "1",
            "policy": "1.2.3", "fingerprint": "0F".repeat(32), "valid_until": "2027-06-30",
        } });
        change(&mut answer);
        Answer::deserialize(answer).map_err(|_| Fault::Unavailable).and_then(Answer::standing)
    }

    #[test]
    fn a_certificate_that_lacks_something_verifies_nobody() {
        let Ok(Standing::Verified(certified)) = standing(|_| {}) else { panic!("it is whole") };
        assert_eq!(certified.evidence.fingerprint, "0f".repeat(32));
        assert_eq!(certified.evidence.kind, "financial");
        for name in ["business_number", "owner", "issuer", "serial", "policy", "fingerprint", "valid_until"] {
            for value in [json!(""), json!(null), json!("nonsense")] {
                let free_text = ["owner", "issuer", "serial", "policy"].contains(&name);
                if free_text && value == "nonsense" {
                    continue;
                }
                let found = standing(|answer| answer["certificate"][name] = value.clone());
                assert_eq!(found, Err(Fault::Unavailable), "{name} {value}");
            }
        }
        assert_eq!(standing(|answer| answer["certificate"] = Value::Null), Err(Fault::Unavailable));
    }

    #[test]
    fn a_state_that_is_not_known_is_an_outage() {
        assert_eq!(standing(|answer| answer["state"] = json!("fine")), Err(Fault::Unavailable));
        assert_eq!(standing(|answer| answer["state"] = json!("no_account")), Err(Fault::Unavailable));
        assert_eq!(standing(|answer| answer["state"] = json!("waits")), Ok(Standing::Waits));
    }

    #[test]
    fn digits_to_send_are_two() {
        assert_eq!(two(Some("80".to_owned())), Ok(Some("80".to_owned())));
        assert_eq!(two(None), Ok(None));
        for wrong in ["8", "801", "8x"] {
            assert_eq!(two(Some(wrong.to_owned())), Err(Fault::Unavailable));
        }
    }
}
