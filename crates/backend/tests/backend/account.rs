//! Sessions, logins, and what must never be told or kept.

use crate::support::steps::{DRAFT, PASSWORD, business_number, input};
use crate::support::{Backend, on_each_database};
use gaip_backend::app;
use gaip_backend::clock::MINUTE;
use gaip_backend::config::Config;
use gaip_backend::random::SystemRandom;
use serde_json::{Value, json};
use std::sync::Arc;

on_each_database!(
    a_login_ends_when_it_is_not_used,
    a_login_ends_after_twelve_hours_however_busy,
    a_login_has_a_new_token_and_ends_on_the_server,
    wrong_and_unknown_are_told_the_same_and_rest_after_ten,
    requests_of_other_sites_change_nothing,
    a_body_of_another_form_is_a_bad_request,
    every_refusal_can_be_quoted,
);

async fn a_login_ends_when_it_is_not_used(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    browser.submit("attempt-0001").await.ok();
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
    let session = browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!((&session["expires_in"], &session["warn_before"]), (&json!(1800), &json!(180)));
    backend.pass(28 * MINUTE);
    assert_eq!(browser.get("/api/session").await.ok()["expires_in"], 120, "looking does not extend it");
    assert_eq!(browser.post("/api/session/extend", Value::Null).await.ok()["expires_in"], 1800);
    backend.pass(29 * MINUTE);
    browser.get("/api/me").await.ok();
    backend.pass(30 * MINUTE);
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
    assert_eq!(browser.post("/api/session/extend", Value::Null).await.code(), "login_required");
    assert_eq!(browser.get("/api/session").await.ok()["member"], Value::Null);
}

async fn a_login_ends_after_twelve_hours_however_busy(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    browser.submit("attempt-0001").await.ok();
    browser.log_in("hanbit1", PASSWORD).await.ok();
    for _ in 0..35 {
        backend.pass(20 * MINUTE);
        browser.get("/api/me").await.ok();
    }
    let session = browser.post("/api/session/extend", Value::Null).await.ok();
    assert_eq!(session["expires_in"], 20 * 60, "no longer than the twelve hours");
    backend.pass(20 * MINUTE);
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
}

async fn a_login_has_a_new_token_and_ends_on_the_server(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    browser.submit("attempt-0001").await.ok();
    let stranger = backend.browser();
    stranger.steal_cookie(&browser);
    browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!(
        stranger.get("/api/me").await.code(),
        "login_required",
        "a token from before the login is worth nothing"
    );
    assert_eq!(stranger.company(&business_number(1)).await.code(), "draft_gone");
    stranger.steal_cookie(&browser);
    stranger.get("/api/me").await.ok();
    let out = browser.delete("/api/session").await;
    assert!(out.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(stranger.get("/api/me").await.code(), "login_required");
}

async fn wrong_and_unknown_are_told_the_same_and_rest_after_ten(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    browser.submit("attempt-0001").await.ok();
    let mut wrong = browser.log_in("hanbit1", "not the password").await.body;
    let mut unknown = browser.log_in("nobody1", "not the password").await.body;
    wrong["request_id"] = Value::Null;
    unknown["request_id"] = Value::Null;
    assert_eq!((wrong["code"].as_str(), &wrong), (Some("login_failed"), &unknown));
    assert_eq!(browser.log_in("홍길동", "x").await.code(), "login_failed");
    for _ in 0..9 {
        assert_eq!(browser.log_in("hanbit1", "not the password").await.code(), "login_failed");
    }
    let rests = browser.log_in("hanbit1", PASSWORD).await;
    assert_eq!((rests.code(), rests.body["retry_after"].as_u64()), ("too_many", Some(901)));
    assert_eq!(rests.headers["retry-after"], "901");
    backend.pass(16 * MINUTE);
    browser.log_in("hanbit1", PASSWORD).await.ok();
}

async fn requests_of_other_sites_change_nothing(backend: Backend) {
    let browser = backend.browser();
    for headers in [
        &[("gaip-request", "")][..],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
    ] {
        let answer = browser.send("POST", DRAFT, json!({}), headers).await;
        assert_eq!((answer.status.as_u16(), answer.code()), (403, "cross_site"), "{headers:?}");
    }
    for headers in [&[("origin", "http://localhost"), ("sec-fetch-site", "same-origin")][..], &[]] {
        browser.send("POST", DRAFT, json!({}), headers).await.ok();
    }
    browser.send("GET", "/api/session", Value::Null, &[("gaip-request", "")]).await.ok();
}

async fn a_body_of_another_form_is_a_bad_request(backend: Backend) {
    let browser = backend.browser();
    browser.open().await.ok();
    for body in
        [json!([]), json!({}), json!({ "input": { "fields": { "a": 1 } } }), json!({ "input": { "other": {} } })]
    {
        let answer = browser.answer("terms", body.clone()).await;
        assert_eq!((answer.status.as_u16(), answer.code()), (400, "bad_request"), "{body}");
    }
    let form = browser.send("POST", DRAFT, json!({}), &[("content-type", "text/plain")]).await;
    assert!(form.status.is_success() || form.code() == "bad_request");
    assert_eq!(browser.post("/api/portals/nowhere/journeys/member/draft", json!({})).await.code(), "not_found");
    assert_eq!(browser.get("/api/nothing").await.code(), "not_found");
}

async fn every_refusal_can_be_quoted(backend: Backend) {
    let answer = backend.browser().get("/api/me").await;
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.body["type"], "/problems/login_required");
    assert_eq!(answer.body["request_id"].as_str(), answer.headers["x-request-id"].to_str().ok());
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_with_tls_of_others() {
    let plain = Backend::on_sqlite().await.browser().get("/api/session").await;
    let cookie = plain.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("gaip=") && cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let secure =
        Backend::start(None, |config: &mut Config| config.public_url = Some("https://trade.example.kr".to_owned()))
            .await;
    let cookie = secure.browser().get("/api/session").await.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-gaip=") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test]
async fn no_password_and_no_token_is_ever_in_the_database() {
    let backend = Backend::on_sqlite().await;
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    browser
        .put(&format!("{DRAFT}/steps/contact/input"), input(&json!({ "name": "카나리아", "password": PASSWORD })))
        .await
        .ok();
    let token = browser.cookie.lock().unwrap().clone().unwrap().replace("gaip=", "");
    assert!(in_files(&backend, "카나리아"), "the search finds what is there");
    assert!(!in_files(&backend, PASSWORD) && !in_files(&backend, &token));
    browser.submit("attempt-0001").await.ok();
    browser.log_in("hanbit1", PASSWORD).await.ok();
    browser.log_in("hanbit1", "a wrong canary").await;
    assert!(!in_files(&backend, PASSWORD) && !in_files(&backend, "a wrong canary"));
}

fn in_files(backend: &Backend, text: &str) -> bool {
    let files =
        std::fs::read_dir(backend.data()).unwrap().flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    files.into_iter().any(|path| std::fs::read(path).unwrap().windows(text.len()).any(|part| part == text.as_bytes()))
}

#[tokio::test]
async fn a_backend_that_cannot_start_says_why() {
    let backend = Backend::on_sqlite().await;
    let why = async |config: Config| {
        let opened = app::open(config, backend.clock.clone(), Arc::new(SystemRandom)).await;
        opened.err().map(|error| error.to_string()).unwrap_or_default()
    };
    let unsaid = why(Config { providers: None, ..backend.config.clone() }).await;
    assert!(unsaid.contains("GAIP_PROVIDERS is not set"), "{unsaid}");

    let folder = tempfile::tempdir().unwrap();
    let with = |name: &str, text: &str| {
        std::fs::create_dir_all(folder.path().join(name)).unwrap();
        std::fs::write(folder.path().join(name).join("portal.json"), text).unwrap();
        Config { portals: Some(folder.path().to_owned()), ..backend.config.clone() }
    };
    let broken = why(with("busan", "{ \"id\": ")).await;
    assert!(broken.contains("busan/portal.json"), "{broken}");
    let text = std::fs::read_to_string(backend.config.portals_folder().join("daejeon/portal.json")).unwrap();
    let copied = why(with("busan", &text)).await;
    assert!(copied.contains("the id is `daejeon` but the folder is `busan`"), "{copied}");
    assert!(copied.contains("service.2.ko.md"), "every mistake is told at once: {copied}");
}
