//! What a member does with the company's certificates: log in, register others, open sensitive changes.

use crate::support::certificates::{audited, prove, signed};
use crate::support::steps::{PASSWORD, business_number};
use crate::support::{Backend, on_each_database};
use gaip_backend::account;
use gaip_backend::certificates::issue::State;
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};

on_each_database!(
    a_registered_certificate_logs_its_member_in,
    a_certificate_that_nobody_registered_logs_nobody_in,
    a_registered_certificate_that_is_no_good_any_more_is_refused,
    failed_logins_by_certificate_rest_after_ten,
    a_member_registers_another_certificate_of_the_company,
    a_certificate_is_registered_once,
    a_certificate_is_taken_away_only_after_a_step_up,
    a_step_up_lasts_ten_minutes_of_one_login,
    a_step_up_takes_any_certificate_of_the_company_and_no_other,
    everything_is_written_down,
);

async fn a_registered_certificate_logs_its_member_in(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    browser.delete("/api/session").await;

    let elsewhere = backend.browser();
    let session = elsewhere.log_in_by(&identity).await.ok();
    assert_eq!(session["member"]["login_id"], "hanbit1");
    assert_eq!((&session["expires_in"], &session["stepped_up"]), (&json!(1800), &Value::Null));
    elsewhere.get("/api/me").await.ok();

    let (stranger, browser) = (backend.browser(), backend.browser());
    browser.get("/api/session").await.ok();
    stranger.steal_cookie(&browser);
    browser.log_in_by(&identity).await.ok();
    assert_eq!(
        stranger.get("/api/me").await.code(),
        "login_required",
        "a token from before the login is worth nothing"
    );
}

async fn a_certificate_that_nobody_registered_logs_nobody_in(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    let stranger = backend.browser();
    let same_company = stranger.log_in_by(&backend.company(&number)).await;
    assert_eq!((same_company.status.as_u16(), same_company.code()), (401, "certificate_unregistered"));
    assert_eq!(stranger.log_in_by(&backend.company(&other)).await.code(), "certificate_unregistered");
    let personal = backend.identity(&number, "yessign_personal", State::Valid);
    assert_eq!(stranger.log_in_by(&personal).await.code(), "certificate_personal");

    // Whoever lacks the key does not learn whether a certificate is registered.
    let challenge = stranger.ask(json!("login")).await.ok();
    let proof = signed(&identity, &challenge, "another text");
    let answer = stranger.post("/api/session/certificate", json!({ "portal": "daejeon", "proof": proof })).await;
    assert_eq!(answer.code(), "signature_wrong");
    let challenge = stranger.ask(json!("login")).await.ok();
    let proof = signed(&identity, &challenge, challenge["content"].as_str().unwrap());
    let answer = stranger.post("/api/session/certificate", json!({ "portal": "daejeon", "proof": proof })).await;
    assert_eq!(answer.code(), "certificate_owner_unproved");
    let nowhere = stranger.post("/api/session/certificate", json!({ "portal": "busan", "proof": proof_of_nothing() }));
    assert_eq!(nowhere.await.code(), "challenge_gone");
    assert_eq!(stranger.get("/api/me").await.code(), "login_required");
}

fn proof_of_nothing() -> Value {
    json!({ "challenge": "nothing", "signature": "" })
}

async fn a_registered_certificate_that_is_no_good_any_more_is_refused(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    let now = backend.app.clock.now() / 1000;
    let serial = identity.certificate.serial_bytes();
    let sandbox = crate::support::certificates::sandbox(&backend);
    sandbox.revoke("yessign", serial, Some(1), now, &*backend.app.random).unwrap();
    assert_eq!(backend.browser().log_in_by(&identity).await.code(), "certificate_revoked", "without a restart");
    sandbox.revoke("yessign", serial, None, now, &*backend.app.random).unwrap();
    backend.browser().log_in_by(&identity).await.ok();
    backend.pass(366 * 24 * 60 * MINUTE);
    assert_eq!(backend.browser().log_in_by(&identity).await.code(), "certificate_expired");
}

async fn failed_logins_by_certificate_rest_after_ten(backend: Backend) {
    let (browser, identity) = (backend.browser(), backend.company(&business_number(1)));
    for _ in 0..10 {
        assert_eq!(browser.log_in_by(&identity).await.code(), "certificate_unregistered");
    }
    let rests = browser.log_in_by(&identity).await;
    assert_eq!((rests.code(), rests.body["retry_after"].as_u64()), ("too_many", Some(901)));
    backend.pass(16 * MINUTE);
    assert_eq!(browser.log_in_by(&identity).await.code(), "certificate_unregistered");
}

async fn a_member_registers_another_certificate_of_the_company(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let browser = backend.browser();
    browser.fill(&number, "hanbit1").await;
    browser.submit("attempt-0001").await.ok();
    browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!(browser.get("/api/me/certificates").await.ok(), json!([]), "the member came by documents");
    let (first, second) = (backend.company(&number), backend.company(&number));
    assert_eq!(browser.register(&first).await.ok().as_array().unwrap().len(), 1);
    backend.pass(MINUTE);
    let registered = browser.register(&second).await.ok();
    let fingerprints: Vec<&Value> =
        registered.as_array().unwrap().iter().map(|one| &one["evidence"]["serial"]).collect();
    assert_eq!(fingerprints, [&json!(second.certificate.serial()), &json!(first.certificate.serial())], "newest first");
    assert_eq!(registered[1]["registered_at"], "2026-11-21T14:30:00Z");
    assert_eq!(browser.register(&backend.company(&other)).await.code(), "certificate_other_company");
    for identity in [&first, &second] {
        assert_eq!(backend.browser().log_in_by(identity).await.ok()["member"]["login_id"], "hanbit1");
    }
}

async fn a_certificate_is_registered_once(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    assert_eq!(browser.register(&identity).await.code(), "certificate_registered");
    let challenge = browser.ask(json!("step_up")).await.ok();
    let proof = prove(&backend.company(&number), &challenge);
    let answer = browser.post("/api/me/certificates", json!({ "proof": proof })).await;
    assert_eq!(answer.code(), "challenge_gone", "a step-up registers nothing");
    assert_eq!(
        backend.browser().post("/api/me/certificates", json!({ "proof": proof })).await.code(),
        "login_required"
    );
}

async fn a_certificate_is_taken_away_only_after_a_step_up(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let (browser, identity) = (backend.browser(), backend.company(&number));
    let (stranger, another) = (backend.browser(), backend.company(&other));
    browser.certified_member(&number, "hanbit1", &identity).await;
    stranger.certified_member(&other, "hanbit2", &another).await;
    stranger.step_up(&another).await.ok();
    let registered = browser.get("/api/me/certificates").await.ok();
    let path = format!("/api/me/certificates/{}", registered[0]["id"].as_str().unwrap());
    let refused = browser.delete(&path).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (403, "step_up_required"));
    assert_eq!(stranger.delete(&path).await.code(), "not_found", "another member's");
    browser.step_up(&identity).await.ok();
    assert_eq!(browser.delete(&path).await.status, 204);
    assert_eq!(browser.delete(&path).await.code(), "not_found");
    assert_eq!(browser.get("/api/me/certificates").await.ok(), json!([]));
    assert_eq!(backend.browser().log_in_by(&identity).await.code(), "certificate_unregistered");
    assert_eq!(backend.browser().get("/api/me/certificates").await.code(), "login_required");
}

async fn a_step_up_lasts_ten_minutes_of_one_login(mut backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], Value::Null);
    assert_eq!(browser.step_up(&identity).await.ok()["stepped_up"], 600);
    backend.pass(4 * MINUTE);
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], 360);
    backend.restart().await;
    let browser = backend.again(&browser);
    browser.get("/api/me").await.ok();
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], 360, "use does not extend it");
    backend.pass(6 * MINUTE);
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], Value::Null);

    browser.step_up(&identity).await.ok();
    browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], Value::Null, "another login");
    browser.step_up(&identity).await.ok();
    browser.delete("/api/session").await;
    browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!(browser.get("/api/session").await.ok()["stepped_up"], Value::Null, "it ends with the logout");
}

async fn a_step_up_takes_any_certificate_of_the_company_and_no_other(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    let session = backend.app.store.members(false).await.unwrap();
    assert_eq!(session.len(), 1);
    assert_eq!(browser.step_up(&backend.company(&other)).await.code(), "certificate_other_company");
    let revoked = backend.identity(&number, "yessign_corporate", State::Revoked);
    assert_eq!(browser.step_up(&revoked).await.code(), "certificate_revoked");
    let guarded = async |stepped_up| {
        let member = backend.app.store.members(false).await.unwrap().remove(0);
        let login =
            account::Login { session: String::new(), member, since: 0, ends_at: 0, stepped_up, login_type: None };
        account::stepped_up(&login).map_err(|refusal| refusal.code().name())
    };
    assert_eq!(guarded(None).await, Err("step_up_required"));
    assert_eq!(guarded(Some(1)).await, Ok(()));
    browser.step_up(&backend.company(&number)).await.ok();
}

async fn everything_is_written_down(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    for _ in 0..2 {
        backend.pass(1);
        browser.register(&backend.company(&number)).await.ok();
    }
    backend.pass(1);
    browser.step_up(&identity).await.ok();
    backend.pass(1);
    let registered = browser.get("/api/me/certificates").await.ok();
    browser.delete(&format!("/api/me/certificates/{}", registered[0]["id"].as_str().unwrap())).await;
    backend.pass(1);
    browser.log_in_by(&identity).await.ok();
    backend.pass(1);
    browser.log_in_by(&backend.company(&number)).await;
    let audited = audited(&backend.app).await;
    assert_eq!(
        audited[2..],
        [
            "certificate_registered",
            "certificate_registered",
            "stepped_up",
            "certificate_deleted",
            "logged_in_by_certificate",
            "certificate_login_failed",
        ]
    );
}
