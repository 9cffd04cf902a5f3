//! The providers as the sandbox plays them: the same shapes, and persons who choose the outcome (`docs/sandbox.md`).

use super::{Returned, spec};
use crate::random::{self, Random};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_domain::portal::SocialProvider;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Codes that are remembered; older ones go.
const MOST: usize = 1000;
/// How long the slow answer takes: less than the patience, long enough to see the screen wait.
const SLOWNESS: Duration = Duration::from_secs(3);
/// How long a token counts, in seconds.
const LIFE: i64 = 3600;

/// Somebody at the simulated provider, or something that goes wrong there.
#[derive(Debug)]
pub struct Person {
    /// The word that chooses.
    pub word: &'static str,
    /// What the page says.
    pub label: &'static str,
    subject: i64,
    name: &'static str,
    mobile: Option<&'static str>,
    email: Option<&'static str>,
}

/// Everybody, in the order of the page.
pub const PERSONS: [Person; 8] = [
    Person {
        word: "hong",
        label: "홍길동 — 이름, 휴대폰, 이메일을 모두 줌",
        subject: 4_100_000_001,
        name: "홍길동",
        mobile: Some("010-1234-5678"),
        email: Some("hong@example.com"),
    },
    Person {
        word: "kim",
        label: "김새벽 — 이메일을 주지 않음",
        subject: 4_100_000_002,
        name: "김새벽",
        mobile: Some("010-2345-6789"),
        email: None,
    },
    Person {
        word: "new",
        label: "새 사람 — 누를 때마다 처음 오는 사람",
        subject: 0,
        name: "나처음",
        mobile: Some("010-3456-7890"),
        email: Some("first@example.com"),
    },
    Person {
        word: "slow",
        label: "느린 응답",
        subject: 4_100_000_003,
        name: "홍느림",
        mobile: Some("010-4567-8901"),
        email: Some("slow@example.com"),
    },
    Person { word: "cancel", label: "취소", subject: 0, name: "", mobile: None, email: None },
    Person { word: "error", label: "제공자 오류", subject: 0, name: "", mobile: None, email: None },
    Person { word: "down", label: "토큰 오류", subject: 0, name: "", mobile: None, email: None },
    Person {
        word: "child",
        label: "만 14세 미만(카카오)",
        subject: 4_100_000_004,
        name: "홍아이",
        mobile: None,
        email: None,
    },
];

/// A code that was handed out.
struct Issued {
    code: String,
    provider: SocialProvider,
    person: &'static Person,
    subject: i64,
    challenge: String,
    nonce: String,
    redirect: String,
    token: Option<String>,
}

/// The simulated providers.
pub struct SandboxProviders {
    random: Arc<dyn Random>,
    issued: Mutex<VecDeque<Issued>>,
}

/// What a page was opened with.
pub struct Asked<'a> {
    /// The provider.
    pub provider: SocialProvider,
    /// As it came.
    pub challenge: &'a str,
    /// As it came.
    pub nonce: &'a str,
    /// As it came.
    pub redirect: &'a str,
}

impl SandboxProviders {
    /// Nobody has been here.
    pub fn new(random: Arc<dyn Random>) -> Self {
        Self { random, issued: Mutex::default() }
    }

    /// What the browser is sent back with: `code=…` or `error=…`; nothing for a word that is nobody's.
    pub fn choose(&self, asked: Asked<'_>, word: &str) -> Option<(&'static str, String)> {
        let person = PERSONS.iter().find(|person| person.word == word)?;
        let error = match word {
            "cancel" => Some("access_denied"),
            "error" => Some("server_error"),
            _ => None,
        };
        if let Some(error) = error {
            return Some(("error", error.to_owned()));
        }
        let code = random::token(&*self.random);
        let mut bytes = [0; 6];
        self.random.fill(&mut bytes);
        let new = bytes.iter().fold(0_i64, |subject, byte| (subject << 8) | i64::from(*byte));
        let subject = if person.subject == 0 { new } else { person.subject };
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        issued.push_front(Issued {
            code: code.clone(),
            provider: asked.provider,
            person,
            subject,
            challenge: asked.challenge.to_owned(),
            nonce: asked.nonce.to_owned(),
            redirect: asked.redirect.to_owned(),
            token: None,
        });
        issued.truncate(MOST);
        Some(("code", code))
    }

    pub(super) async fn token(&self, returned: &Returned<'_>) -> Option<Value> {
        let (word, answer) = self.exchange(returned);
        if word == Some("slow") {
            tokio::time::sleep(SLOWNESS).await;
        }
        Some(answer)
    }

    /// A code counts once, for whom and what it was handed out.
    fn exchange(&self, returned: &Returned<'_>) -> (Option<&'static str>, Value) {
        let refused = || json!({ "error": "invalid_grant", "error_description": "the code is not good" });
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(returned.verifier.as_bytes()));
        let found = issued.iter_mut().find(|one| {
            one.code == returned.code
                && one.provider == returned.provider
                && one.redirect == returned.redirect
                && one.challenge == challenge
                && one.token.is_none()
        });
        let Some(found) = found else { return (None, refused()) };
        if found.person.word == "down" {
            return (Some("down"), json!({ "error": "server_error" }));
        }
        let token = random::token(&*self.random);
        found.token = Some(token.clone());
        let mut answer = json!({ "token_type": "bearer", "access_token": token, "expires_in": LIFE });
        if returned.provider == SocialProvider::Naver {
            answer["expires_in"] = json!(LIFE.to_string());
        }
        if let Some(issuer) = spec::spec(returned.provider).issuer {
            let claims = json!({ "iss": issuer, "aud": "sandbox", "sub": found.subject.to_string(), "nonce": found.nonce,
                "iat": returned.now, "exp": returned.now + LIFE });
            let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
            answer["id_token"] = json!(format!("{}.{}.sandbox", part(&json!({ "alg": "none" })), part(&claims)));
        }
        (Some(found.person.word), answer)
    }

    pub(super) fn user(&self, provider: SocialProvider, token: &str) -> Option<Value> {
        let issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        let found = issued.iter().find(|one| one.token.as_deref() == Some(token) && one.provider == provider)?;
        let Person { word, name, mobile, email, .. } = found.person;
        let subject = found.subject;
        Some(match provider {
            SocialProvider::Kakao if *word == "child" => json!({ "msg": "under age", "code": -406 }),
            SocialProvider::Kakao => json!({ "id": subject, "kakao_account": {
                "name": name, "phone_number": mobile.map(|number| format!("+82 {}", number.trim_start_matches('0'))),
                "email": email, "is_email_valid": email.is_some(), "is_email_verified": email.is_some() } }),
            SocialProvider::Naver => json!({ "resultcode": "00", "message": "success", "response": {
                "id": subject.to_string(), "name": name, "mobile": mobile, "email": email } }),
            SocialProvider::Google => json!({ "sub": subject.to_string(), "name": name, "email": email,
                "email_verified": email.is_some() }),
            SocialProvider::Facebook => json!({ "id": subject.to_string(), "name": name, "email": email }),
        })
    }
}
