//! Headers of every answer, and how often one may ask.

use crate::support::{Answer, Backend};
use gaip_backend::config::{Config, Providers};
use serde_json::json;

async fn with(change: impl FnOnce(&mut Config)) -> Backend {
    Backend::start(None, change).await
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

async fn get(backend: &Backend, path: &str) -> Answer {
    backend.browser().get(path).await
}

#[tokio::test]
async fn every_answer_is_protected() {
    let backend = Backend::on_sqlite().await;
    for path in ["/", "/healthz", "/api/session", "/api/none", "/portals/daejeon/portal.json", "/missing.js"] {
        let answer = get(&backend, path).await;
        let csp = header(&answer, "content-security-policy");
        assert!(csp.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}: {csp}");
        assert!(
            csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe-inline") && !csp.contains('*'),
            "{path}: {csp}"
        );
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
        assert_eq!(header(&answer, "referrer-policy"), "same-origin", "{path}");
        assert_eq!(header(&answer, "cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(header(&answer, "permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(header(&answer, "access-control-allow-origin"), "", "{path}");
        assert_eq!(header(&answer, "strict-transport-security"), "", "plain HTTP says nothing of TLS");
    }
    assert_eq!(header(&get(&backend, "/api/session").await, "cache-control"), "no-store");
}

#[tokio::test]
async fn the_gallery_shows_pages_in_frames_of_its_own_in_the_sandbox_alone() {
    let told = |answer: &Answer| {
        let csp = header(answer, "content-security-policy").to_owned();
        (csp, header(answer, "x-frame-options").to_owned())
    };
    let backend = with(|config| config.gallery = true).await;
    let (csp, frames) = told(&get(&backend, "/gallery").await);
    assert!(
        csp.contains("frame-src 'self'; frame-ancestors 'self'") && csp.starts_with("default-src 'none';"),
        "{csp}"
    );
    assert_eq!(frames, "SAMEORIGIN");
    let live = Config { gallery: true, providers: Some(Providers::Live), ..backend.config.clone() };
    assert!(!live.framed());
}

#[tokio::test]
async fn behind_tls_browsers_never_come_back_without() {
    let backend = with(|config| config.public_url = Some("https://gaip.example.kr".to_owned())).await;
    assert!(header(&get(&backend, "/healthz").await, "strict-transport-security").starts_with("max-age="));
}

/// Logins with a new login id each, from an address of its own according to the header.
async fn many_logins(backend: &Backend) -> Vec<Answer> {
    let mut answers = Vec::new();
    for number in 0..25 {
        let body = json!({ "portal": "daejeon", "login_id": format!("nobody{number:04}"), "password": "wrong" });
        let from = format!("198.51.100.{number}");
        answers.push(backend.browser().send("POST", "/api/session", body, &[("x-forwarded-for", &from)]).await);
    }
    answers
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down() {
    let backend = with(|config| config.limits = 1).await;
    let refused = many_logins(&backend).await.into_iter().find(|answer| answer.status == 429).expect("too many");
    assert_eq!(refused.code(), "too_many");
    assert_eq!(header(&refused, "retry-after"), refused.body["retry_after"].to_string());
    assert_eq!(get(&backend, "/api/session").await.status, 200, "reading goes on");
}

#[tokio::test]
async fn what_a_proxy_says_counts_only_where_it_is_trusted() {
    let backend = with(|config| (config.limits, config.trust_proxy) = (1, true)).await;
    assert!(many_logins(&backend).await.iter().all(|answer| answer.status == 401));
}

#[tokio::test]
async fn looking_companies_up_is_slowed_down_and_other_answers_are_not() {
    let backend = with(|config| config.limits = 1).await;
    let browser = backend.browser();
    let input = json!({ "input": { "fields": {} } });
    let mut refused = 0;
    for _ in 0..25 {
        refused += usize::from(browser.answer("company", input.clone()).await.status == 429);
    }
    assert!((1..=5).contains(&refused), "{refused}");
    for _ in 0..100 {
        assert_ne!(browser.answer("terms", input.clone()).await.status, 429);
    }
}
