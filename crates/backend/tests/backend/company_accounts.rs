//! Companies that general members register, and link to (manual rows T21 to T25, T63 to T67, T82 to T96).

use crate::support::certificates::prove;
use crate::support::companies::{LISTED, PIN, UNLISTED, draft, registered};
use crate::support::steps::PASSWORD;
use crate::support::{Backend, on_each_database};
use serde_json::json;

on_each_database!(
    a_member_who_is_logged_in_registers_a_company_and_is_linked_to_it,
    nobody_registers_a_company_without_a_login_or_without_its_certificate,
    a_company_is_registered_once_and_not_while_it_is_suspended_or_closed,
    a_company_that_nobody_knows_needs_its_scan,
    the_approval_password_links_at_once_and_a_wrong_one_does_not,
    tries_of_approval_passwords_end,
    the_certificate_links_too_and_only_registered_companies_can_be_linked,
    an_approval_password_is_six_digits_that_are_not_easy_to_guess,
    neither_password_is_stored_as_typed,
);

async fn a_member_who_is_logged_in_registers_a_company_and_is_linked_to_it(backend: Backend) {
    let browser = registered(&backend).await;
    let me = browser.get("/api/me").await.ok();
    assert_eq!(me["member"]["role"], "general");
    assert!(me["member"]["company"].as_str().is_some_and(|name| name.contains("가상")), "{me}");
    // Once more, and by another key: the same registration.
    let again = browser.submits("company", "another-key").await.ok();
    assert!(again["completion"]["reference"].as_str().is_some_and(|reference| reference.starts_with("TR-")));
    let pool = backend.pool().await;
    let (accounts, linked): (i64, String) =
        sqlx::query_as("SELECT (SELECT COUNT(*) FROM company_accounts), linked_by FROM members")
            .fetch_one(&pool)
            .await
            .expect("a row");
    assert_eq!((accounts, linked.as_str()), (1, "certificate"));
}

async fn nobody_registers_a_company_without_a_login_or_without_its_certificate(backend: Backend) {
    let browser = backend.browser();
    browser.get("/api/session").await.ok();
    assert_eq!(browser.post(&draft("company"), json!({})).await.code(), "login_required");
    browser.joins_and_logs_in("first1", "010-1000-0081").await;
    browser.post(&draft("company"), json!({})).await.ok();
    browser.agrees_in("company", "privacy-collection-company").await;
    browser.names("company", LISTED).await.ok();
    assert_eq!(browser.tells_company(PIN).await.code(), "step_closed", "the certificate comes first");
    // Another company's certificate proves nothing.
    let purpose = json!({ "purpose": { "sign_up": { "journey": "company", "step": "certificate" } } });
    let challenge = browser.post("/api/portals/tradeinvest/challenges", purpose).await.ok();
    let proof = prove(&backend.company("2208162517"), &challenge);
    let body = json!({ "input": { "fields": { "method": "joint" } }, "proof": proof });
    assert_eq!(browser.at("company", "certificate", body).await.code(), "certificate_other_company");
    browser.proves(&backend, "company", LISTED).await.ok();
    browser.tells_company(PIN).await.ok();
    // The login ended meanwhile: nothing is registered.
    backend.pass(31 * 60 * 1000);
    assert_eq!(browser.submits("company", "key-of-company").await.code(), "login_required");
}

async fn a_company_is_registered_once_and_not_while_it_is_suspended_or_closed(backend: Backend) {
    registered(&backend).await;
    let other = backend.browser();
    other.joins_and_logs_in("second2", "010-1000-0082").await;
    other.post(&draft("company"), json!({})).await.ok();
    other.agrees_in("company", "privacy-collection-company").await;
    for (number, code) in [
        (LISTED, "company_is_member"),
        ("1111111119", "business_suspended"),
        ("2222222227", "business_closed"),
        ("5555555553", "registry_unavailable"),
    ] {
        assert_eq!(other.names("company", number).await.code(), code, "{number}");
    }
    // Two who register one company at once: the database lets one.
    let [a, b] = [("third33", "010-1000-0083"), ("fourth4", "010-1000-0084")];
    let (one, two) = (backend.browser(), backend.browser());
    one.joins_and_logs_in(a.0, a.1).await;
    two.joins_and_logs_in(b.0, b.1).await;
    one.registers(&backend, "2208162517").await;
    two.registers(&backend, "2208162517").await;
    let (first, second) = (one.submits("company", "key-of-one").await, two.submits("company", "key-of-two").await);
    assert_eq!(first.status, 200, "{:?}", first.body);
    assert_eq!(second.code(), "company_is_member");
}

async fn a_company_that_nobody_knows_needs_its_scan(backend: Backend) {
    let browser = backend.browser();
    browser.joins_and_logs_in("first1", "010-1000-0081").await;
    browser.post(&draft("company"), json!({})).await.ok();
    browser.agrees_in("company", "privacy-collection-company").await;
    let view = browser.names("company", UNLISTED).await.ok();
    assert_eq!(view["facts"]["answers"]["company"]["company"]["standing"], "unlisted");
    browser.proves(&backend, "company", UNLISTED).await.ok();
    let refused = browser.tells_company(PIN).await;
    assert_eq!(refused.body["fields"], json!([{ "field": "evidence", "error": "missing" }]));
}

async fn the_approval_password_links_at_once_and_a_wrong_one_does_not(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.general("second2", "010-1000-0082").await;
    browser.links_by("approval").await.ok();
    browser.names("general", LISTED).await.ok();
    assert_eq!(browser.approves("12345").await.body["fields"], json!([{ "field": "approval", "error": "format" }]));
    assert_eq!(browser.approves("471927").await.code(), "approval_wrong");
    assert_eq!(browser.submits("general", "key-of-second").await.code(), "step_closed");
    browser.approves(PIN).await.ok();
    browser.submits("general", "key-of-second").await.ok();
    assert_eq!(linked_by(&backend).await, "approval");
    let body = json!({ "portal": "tradeinvest", "login_id": "second2", "password": PASSWORD });
    let session = browser.post("/api/session", body).await.ok();
    assert_eq!(session["member"]["role"], "general");
    assert!(session["member"]["company"].as_str().is_some_and(|name| name.contains("가상")));
}

/// By what the second member is linked.
async fn linked_by(backend: &Backend) -> String {
    let select = "SELECT linked_by FROM members WHERE login_id = 'second2'";
    sqlx::query_scalar(select).fetch_one(&backend.pool().await).await.expect("a row")
}

async fn tries_of_approval_passwords_end(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.general("second2", "010-1000-0082").await;
    browser.links_by("approval").await.ok();
    browser.names("general", LISTED).await.ok();
    for _ in 0..5 {
        assert_eq!(browser.approves("471927").await.code(), "approval_wrong");
    }
    assert_eq!(browser.approves(PIN).await.code(), "approval_tries_over", "also the right one");
    backend.pass(61 * 60 * 1000);
    browser.approves(PIN).await.ok();
}

async fn the_certificate_links_too_and_only_registered_companies_can_be_linked(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.general("second2", "010-1000-0082").await;
    browser.links_by("certificate").await.ok();
    assert_eq!(browser.names("general", "2208162517").await.code(), "company_not_registered");
    browser.names("general", LISTED).await.ok();
    browser.proves(&backend, "general", LISTED).await.ok();
    browser.submits("general", "key-of-second").await.ok();
    assert_eq!(linked_by(&backend).await, "certificate");
}

async fn an_approval_password_is_six_digits_that_are_not_easy_to_guess(backend: Backend) {
    let browser = backend.browser();
    browser.joins_and_logs_in("first1", "010-1000-0081").await;
    browser.post(&draft("company"), json!({})).await.ok();
    browser.agrees_in("company", "privacy-collection-company").await;
    browser.names("company", LISTED).await.ok();
    browser.proves(&backend, "company", LISTED).await.ok();
    for pin in ["12345", "1234567", "abcdef", "000000", "123456", "654321", "481009"] {
        let refused = browser.tells_company(pin).await;
        assert_eq!(refused.body["fields"][0]["field"], "approval", "{pin}: {:?}", refused.body);
    }
    browser.tells_company(PIN).await.ok();
}

async fn neither_password_is_stored_as_typed(backend: Backend) {
    let browser = registered(&backend).await;
    let pool = backend.pool().await;
    let (password, approval, answers): (String, String, String) =
        sqlx::query_as("SELECT password_hash, approval_hash, answers FROM company_accounts")
            .fetch_one(&pool)
            .await
            .expect("a row");
    assert!(password.starts_with("$argon2id$") && approval.starts_with("$argon2id$"));
    assert!(!answers.contains(PIN) && answers.contains("certificate"), "the evidence is kept, the secrets are not");
    let me = browser.get("/api/me").await;
    assert!(!String::from_utf8_lossy(&me.bytes).contains(PIN));
}
