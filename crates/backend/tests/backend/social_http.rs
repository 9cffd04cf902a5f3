//! The real providers' protocol, against a server of our own that answers as they do.

use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_backend::providers::social::{Fault, OAuth, Returned, Settings, Shown, SocialService, Start};
use gaip_domain::portal::SocialProvider;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const NOW: i64 = 1_795_271_400;

/// What a provider answers, and what it was asked.
#[derive(Clone, Default)]
struct Fake {
    token: Arc<Mutex<Value>>,
    user: Arc<Mutex<Value>>,
    asked: Arc<Mutex<Vec<BTreeMap<String, String>>>>,
    base: String,
}

type Pairs = BTreeMap<String, String>;

impl Fake {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let fake = Self { base, ..Self::default() };
        let token = |State(fake): State<Fake>, Form(asked): Form<Pairs>| async move {
            fake.asked.lock().expect("not poisoned").push(asked);
            Json(fake.token.lock().expect("not poisoned").clone())
        };
        let user = |State(fake): State<Fake>, Query(mut asked): Query<Pairs>, headers: HeaderMap| async move {
            asked.insert("authorization".to_owned(), headers["authorization"].to_str().expect("text").to_owned());
            fake.asked.lock().expect("not poisoned").push(asked);
            Json(fake.user.lock().expect("not poisoned").clone())
        };
        let router = Router::new().route("/token", post(token)).route("/user", get(user)).with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        fake
    }

    fn says(&self, token: Value, user: Value) {
        *self.token.lock().expect("not poisoned") = token;
        *self.user.lock().expect("not poisoned") = user;
    }

    /// The adapter as an operator's file sets it up.
    fn oauth(&self) -> OAuth {
        let one = json!({ "client_id": "our-id", "client_secret": "our-secret", "authorize": format!("{}/authorize", self.base),
            "token": format!("{}/token", self.base), "user": format!("{}/user", self.base) });
        let all = json!({ "kakao": one, "naver": one, "google": one, "facebook": one });
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), all.to_string()).expect("it is written");
        OAuth::http(&Settings::read(file.path()).expect("it reads")).expect("it is set up")
    }

    async fn account(&self, provider: SocialProvider) -> Result<Shown, Fault> {
        let redirect = "https://portal.example/api/social/x/callback";
        let returned = Returned {
            provider,
            code: "the-code",
            state: "the-state",
            nonce: "the-nonce",
            verifier: "the-verifier",
            redirect,
            now: NOW,
        };
        self.oauth().account(returned).await
    }
}

fn id_token(claims: &Value) -> String {
    format!("e30.{}.signature", URL_SAFE_NO_PAD.encode(claims.to_string()))
}

fn google(change: impl FnOnce(&mut Value)) -> Value {
    let mut claims = json!({ "iss": "https://accounts.google.com", "aud": "our-id", "sub": "77", "nonce": "the-nonce", "exp": NOW + 60 });
    change(&mut claims);
    json!({ "access_token": "a-token", "token_type": "Bearer", "expires_in": 3600, "id_token": id_token(&claims) })
}

fn person() -> Value {
    json!({ "sub": "77", "name": "Hong", "email": "hong@gmail.com", "email_verified": true })
}

#[tokio::test]
async fn the_page_is_opened_with_state_nonce_and_challenge_and_asks_for_three_items_alone() {
    let fake = Fake::start().await;
    let start = Start {
        provider: SocialProvider::Google,
        state: "s",
        nonce: "n",
        challenge: "c",
        redirect: "https://portal.example/api/social/google/callback",
    };
    let page = fake.oauth().page(start).expect("it is set up");
    let url = reqwest::Url::parse(&page).expect("an address");
    let pairs: Pairs = url.query_pairs().into_owned().collect();
    let expected = [
        ("response_type", "code"),
        ("client_id", "our-id"),
        ("state", "s"),
        ("nonce", "n"),
        ("code_challenge", "c"),
        ("code_challenge_method", "S256"),
        ("scope", "openid email profile"),
        ("redirect_uri", "https://portal.example/api/social/google/callback"),
    ];
    assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
}

#[tokio::test]
async fn a_code_becomes_an_account_and_the_exchange_proves_itself() {
    let fake = Fake::start().await;
    fake.says(google(|_| {}), person());
    let shown = fake.account(SocialProvider::Google).await.unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(shown.subject, "77");
    let asked = fake.asked.lock().expect("not poisoned").clone();
    for (name, value) in [
        ("code", "the-code"),
        ("code_verifier", "the-verifier"),
        ("client_secret", "our-secret"),
        ("grant_type", "authorization_code"),
    ] {
        assert_eq!(asked[0][name], value);
    }
    assert_eq!(asked[1]["authorization"], "Bearer a-token");
}

#[tokio::test]
async fn a_token_for_another_browser_client_issuer_or_time_is_none() {
    let fake = Fake::start().await;
    let wrong: [fn(&mut Value); 5] = [
        |claims| claims["nonce"] = json!("another"),
        |claims| claims["aud"] = json!("another-client"),
        |claims| claims["iss"] = json!("https://evil.example"),
        |claims| claims["exp"] = json!(NOW),
        |claims| claims["sub"] = json!("78"),
    ];
    for change in wrong {
        fake.says(google(change), person());
        assert_eq!(fake.account(SocialProvider::Google).await.err(), Some(Fault::Unavailable));
    }
    fake.says(json!({ "access_token": "a-token" }), person());
    assert_eq!(
        fake.account(SocialProvider::Google).await.err(),
        Some(Fault::Unavailable),
        "without the token there is no nonce"
    );
}

#[tokio::test]
async fn naver_refuses_with_a_status_of_success() {
    let fake = Fake::start().await;
    fake.says(json!({ "error": "invalid_request", "error_description": "no valid data in session" }), Value::Null);
    assert_eq!(fake.account(SocialProvider::Naver).await.err(), Some(Fault::Unavailable));
    let user = json!({ "resultcode": "00", "message": "success", "response": { "id": "abc", "name": "김새벽" } });
    fake.says(json!({ "access_token": "a-token", "expires_in": "3600" }), user);
    assert_eq!(fake.account(SocialProvider::Naver).await.map(|shown| shown.subject), Ok("abc".to_owned()));
}

#[tokio::test]
async fn facebook_is_asked_with_a_proof_of_the_secret() {
    let fake = Fake::start().await;
    fake.says(json!({ "access_token": "a-token" }), json!({ "id": "9", "name": "Hong" }));
    fake.account(SocialProvider::Facebook).await.unwrap_or_else(|fault| panic!("{fault:?}"));
    let asked = fake.asked.lock().expect("not poisoned").clone();
    // HMAC-SHA-256 of `a-token` under `our-secret`.
    assert_eq!(asked[1]["appsecret_proof"].len(), 64);
}

#[tokio::test]
async fn a_provider_out_of_reach_shows_nobody() {
    let mut fake = Fake::start().await;
    fake.base = "http://127.0.0.1:9".to_owned();
    assert_eq!(fake.account(SocialProvider::Naver).await.err(), Some(Fault::Unavailable));
}
