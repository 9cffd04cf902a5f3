//! PortOne V2 (api.portone.io, identity verifications by REST).
//!
//! Nobody is verified but by `GET /identity-verifications/{id}` with the status `VERIFIED`, whatever the answer to a code
//! was. By REST the service verifies mobile phones alone: by the carrier's app, or by SMS where the channel takes it
//! without the digits of the resident number, which Gaip never asks. Apps and cards live in a window of the service's own
//! and are refused as unavailable here; the sandbox offers them in the same shapes.

use super::sandbox::Sandbox;
use super::{Asked, Fault, IdentityService, Verified, Waits};
use crate::clock::Clock;
use crate::providers::inbox::Inbox;
use crate::providers::{ANSWER_BYTES, Service, SetupError, bytes};
use crate::random::Random;
use async_trait::async_trait;
use gaip_domain::portal::IdentityMethod;
use gaip_domain::value::Date;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// PortOne.
pub struct PortOne {
    transport: Transport,
    store: Option<String>,
    channel: String,
    sms: bool,
}

enum Transport {
    Http(Service),
    Sandbox(Sandbox),
    /// Not set up: no portal asks for it.
    None,
}

/// How an operator reaches the service.
#[derive(Clone, Copy)]
pub struct Account<'a> {
    /// Before `/identity-verifications`.
    pub url: &'a str,
    /// The secret of the API.
    pub secret: &'a str,
    /// The store, where the account has several.
    pub store: Option<&'a str>,
    /// The channel of identity verification.
    pub channel: &'a str,
    /// Codes by SMS instead of the carrier's app.
    pub sms: bool,
}

impl PortOne {
    /// The real service.
    pub fn http(account: Account) -> Result<Self, SetupError> {
        let Account { url, secret, store, channel, sms } = account;
        let transport = Transport::Http(Service::new(url, secret)?);
        Ok(Self { transport, store: store.map(str::to_owned), channel: channel.to_owned(), sms })
    }

    /// The simulated service, with the inputs of `docs/sandbox.md`.
    pub fn sandbox(clock: Arc<dyn Clock>, random: Arc<dyn Random>, inbox: Arc<Inbox>) -> Self {
        let transport = Transport::Sandbox(Sandbox::new(clock, random, inbox));
        Self { transport, store: None, channel: "channel-key-sandbox".to_owned(), sms: true }
    }

    /// No service: every verification is unavailable.
    pub fn none() -> Self {
        Self { transport: Transport::None, store: None, channel: String::new(), sms: false }
    }

    /// Status and JSON of an answer; nothing where there was none.
    async fn call(&self, method: Method, id: &str, action: Option<&str>, body: Option<Value>) -> Option<(u16, Value)> {
        match &self.transport {
            Transport::Http(service) => self.ask(service, method, id, action, body).await,
            Transport::Sandbox(sandbox) => sandbox.answer(id, action, body).await,
            Transport::None => None,
        }
    }

    async fn ask(
        &self,
        service: &Service,
        method: Method,
        id: &str,
        action: Option<&str>,
        body: Option<Value>,
    ) -> Option<(u16, Value)> {
        let mut url = service.url.clone();
        let path = [Some("identity-verifications"), Some(id), action];
        url.path_segments_mut().ok()?.pop_if_empty().extend(path.into_iter().flatten());
        if let Some(store) = self.store.as_ref().filter(|_| body.is_none()) {
            url.query_pairs_mut().append_pair("storeId", store);
        }
        let mut request =
            service.client.request(method, url).header("authorization", format!("PortOne {}", service.key));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        Some((status, serde_json::from_slice(&bytes(answer, ANSWER_BYTES).await?).ok()?))
    }

    fn with_store(&self, mut body: Value) -> Value {
        if let Some(store) = &self.store {
            body["storeId"] = json!(store);
        }
        body
    }
}

#[async_trait]
impl IdentityService for PortOne {
    fn waits(&self, method: IdentityMethod) -> Result<Waits, Fault> {
        let simulated = matches!(self.transport, Transport::Sandbox(_));
        match method {
            IdentityMethod::Phone if self.sms => Ok(Waits::Code),
            IdentityMethod::Phone => Ok(Waits::Consent),
            IdentityMethod::Simple if simulated => Ok(Waits::Consent),
            IdentityMethod::Card if simulated => Ok(Waits::Code),
            IdentityMethod::Simple | IdentityMethod::Card | IdentityMethod::Ipin => Err(Fault::Unavailable),
        }
    }

    async fn begin(&self, id: &str, asked: &Asked) -> Result<(), Fault> {
        let waits = self.waits(asked.method)?;
        if let Transport::Sandbox(sandbox) = &self.transport {
            sandbox.know(id, asked);
        }
        let mut body = json!({
            "channelKey": self.channel,
            "customer": { "name": asked.name, "phoneNumber": asked.mobile, "ipAddress": asked.peer.to_string() },
            "method": if waits == Waits::Code { "SMS" } else { "APP" },
        });
        match asked.method {
            IdentityMethod::Phone => body["operator"] = json!(asked.carrier),
            _ => body["bypass"] = json!({ "directAgency": asked.agency }),
        }
        match self.call(Method::POST, id, Some("send"), Some(self.with_store(body))).await {
            Some((200, _)) => Ok(()),
            _ => Err(Fault::Unavailable),
        }
    }

    async fn resend(&self, id: &str) -> Result<(), Fault> {
        match self.call(Method::POST, id, Some("resend"), None).await {
            Some((200, _)) => Ok(()),
            Some((404, _)) => Err(Fault::Gone),
            _ => Err(Fault::Unavailable),
        }
    }

    async fn confirm(&self, id: &str, code: Option<&str>) -> Result<Verified, Fault> {
        let body = code.map_or(json!({}), |code| json!({ "otp": code }));
        let said = self.call(Method::POST, id, Some("confirm"), Some(self.with_store(body))).await;
        let (status, seen) = self.call(Method::GET, id, None, None).await.ok_or(Fault::Unavailable)?;
        // The carrier's refusal of a code comes as an error of the carrier.
        let by_carrier = said.is_some_and(|(_, said)| said["type"] == "PG_PROVIDER");
        match (status, seen["status"].as_str()) {
            (200, Some("VERIFIED")) if seen["id"] == id => verified(&seen["verifiedCustomer"]),
            (200, Some("FAILED")) => Err(Fault::Refused),
            (200, Some("READY")) if by_carrier => Err(code.map_or(Fault::Pending, |_| Fault::WrongCode)),
            (404, _) => Err(Fault::Gone),
            _ => Err(Fault::Unavailable),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Customer {
    name: String,
    birth_date: Option<String>,
    phone_number: Option<String>,
    ci: Option<String>,
}

fn verified(customer: &Value) -> Result<Verified, Fault> {
    let Customer { name, birth_date, phone_number, ci } =
        Customer::deserialize(customer).map_err(|_| Fault::Unavailable)?;
    let birth_date = birth_date.map(|day| Date::parse(&day).map_err(|_| Fault::Unavailable)).transpose()?;
    Ok(Verified { name, birth_date, mobile: phone_number, ci: ci.filter(|ci| !ci.is_empty()) })
}
