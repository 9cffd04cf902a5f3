//! The authorization code flow with the four providers: their page, the exchange of its code, and who the person is.
//!
//! Tokens never leave the backend, and are forgotten once the account is read. A provider's own token (OIDC)
//! comes straight from it over TLS, which is why its signature need not be looked at (OIDC Core 3.1.3.7); who
//! issued it, for whom, until when and for which nonce is.

use super::spec::{self, Client, Settings};
use super::{Fault, Returned, SandboxProviders, Shown, SocialService, Start, account};
use crate::providers::{ANSWER_BYTES, PATIENCE, bytes};
use crate::random::hex;
use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_domain::portal::SocialProvider;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Url;
use serde_json::Value;
use sha2::Sha256;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every provider that is set up.
pub struct OAuth {
    clients: BTreeMap<SocialProvider, Client>,
    transport: Transport,
}

enum Transport {
    Http(reqwest::Client),
    Sandbox(Arc<SandboxProviders>),
}

impl OAuth {
    /// The real providers.
    pub fn http(settings: &BTreeMap<SocialProvider, Settings>) -> Result<Self, String> {
        let client = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build();
        let transport = Transport::Http(client.map_err(|_| "the HTTP client cannot start".to_owned())?);
        let clients = settings.iter().map(|(provider, own)| Ok((*provider, own.client(*provider)?)));
        Ok(Self { clients: clients.collect::<Result<_, String>>()?, transport })
    }

    /// The simulated providers, with the persons of `docs/sandbox.md`.
    pub fn sandbox(providers: Arc<SandboxProviders>) -> Self {
        let clients = SocialProvider::ALL.map(|provider| (provider, spec::sandbox(provider)));
        Self { clients: clients.into(), transport: Transport::Sandbox(providers) }
    }

    /// The JSON of a token, whatever the status: Naver says with 200 that there is none.
    async fn token(&self, client: &Client, returned: Returned<'_>) -> Option<Value> {
        let pairs = [
            ("grant_type", "authorization_code"),
            ("client_id", &client.id),
            ("client_secret", &client.secret),
            ("code", returned.code),
            ("state", returned.state),
            ("redirect_uri", returned.redirect),
            ("code_verifier", returned.verifier),
        ];
        match &self.transport {
            Transport::Sandbox(sandbox) => sandbox.token(&returned).await,
            Transport::Http(http) => {
                let request = http.post(client.token.clone()).header("accept", "application/json");
                let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(&pairs));
                json(request.send().await.ok()?).await
            }
        }
    }

    async fn user(&self, client: &Client, provider: SocialProvider, token: &str) -> Option<Value> {
        match &self.transport {
            Transport::Sandbox(sandbox) => sandbox.user(provider, token),
            Transport::Http(http) => {
                let mut url = client.user.clone();
                if provider == SocialProvider::Facebook {
                    url.query_pairs_mut().append_pair("appsecret_proof", &proof(&client.secret, token));
                }
                let request = http.get(url).header("accept", "application/json").bearer_auth(token);
                json(request.send().await.ok()?).await
            }
        }
    }
}

#[async_trait]
impl SocialService for OAuth {
    fn page(&self, start: Start<'_>) -> Option<String> {
        let client = self.clients.get(&start.provider)?;
        let mut url = client.authorize.clone();
        let pairs = [
            ("response_type", "code"),
            ("client_id", client.id.as_str()),
            ("redirect_uri", start.redirect),
            ("scope", client.scope),
            ("state", start.state),
            ("nonce", start.nonce),
            ("code_challenge", start.challenge),
            ("code_challenge_method", "S256"),
        ];
        url.query_pairs_mut().extend_pairs(pairs.into_iter().filter(|(_, value)| !value.is_empty()));
        Some(match &self.transport {
            Transport::Http(_) => url.to_string(),
            Transport::Sandbox(_) => {
                format!("/sandbox/oauth/{}?{}", start.provider.as_str(), url.query().unwrap_or_default())
            }
        })
    }

    fn is_issuer(&self, provider: SocialProvider, issuer: &str) -> bool {
        self.clients.get(&provider).is_some_and(|client| client.issuer.as_deref().is_none_or(|known| known == issuer))
    }

    async fn account(&self, returned: Returned<'_>) -> Result<Shown, Fault> {
        let client = self.clients.get(&returned.provider).ok_or(Fault::Unavailable)?;
        let said = self.token(client, returned).await.ok_or(Fault::Unavailable)?;
        let token = said["access_token"].as_str().filter(|token| !token.is_empty()).ok_or(Fault::Unavailable)?;
        let subject = match &client.issuer {
            Some(issuer) => Some(subject(&said, issuer, &client.id, returned).ok_or(Fault::Unavailable)?),
            None => None,
        };
        let user = self.user(client, returned.provider, token).await.ok_or(Fault::Unavailable)?;
        let shown = account::read(returned.provider, &user)?;
        // Who is in the token is who is described, else one person could be taken for another.
        if subject.is_some_and(|subject| subject != shown.subject) {
            return Err(Fault::Unavailable);
        }
        Ok(shown)
    }
}

/// Whom the provider's token names, if it is for us, for this browser, and in force.
fn subject(said: &Value, issuer: &str, client: &str, returned: Returned<'_>) -> Option<String> {
    let payload = said["id_token"].as_str()?.split('.').nth(1)?;
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
    let audience = match &claims["aud"] {
        Value::Array(all) => all.iter().any(|one| one == client),
        one => one == client,
    };
    let right = claims["iss"] == issuer
        && audience
        && claims["nonce"] == returned.nonce
        && claims["exp"].as_i64().is_some_and(|end| end > returned.now);
    if right { claims["sub"].as_str().map(str::to_owned) } else { None }
}

/// What Facebook wants beside a token, so that a stolen one is worth nothing.
fn proof(secret: &str, token: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(token.as_bytes());
    hex(&mac.finalize().into_bytes())
}

fn form(pairs: &[(&str, &str)]) -> String {
    let mut url = Url::parse("http://form/").expect("a fixed address");
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().unwrap_or_default().to_owned()
}

async fn json(answer: reqwest::Response) -> Option<Value> {
    serde_json::from_slice(&bytes(answer, ANSWER_BYTES).await?).ok()
}
