//! A further certificate of a company that is a member of 고용24, by whoever proves the company (manual rows W113 to W117).

use crate::support::certificates::{audited, prove};
use crate::support::people::number;
use crate::support::steps::input;
use crate::support::{Backend, on_each_database};
use serde_json::{Value, json};

on_each_database!(
    a_further_certificate_logs_in_at_once_and_the_old_one_stays,
    a_financial_certificate_is_registered_too,
    whether_a_company_is_a_member_is_told_only_to_who_proved_it,
    the_tax_office_is_asked_first,
    a_certificate_is_registered_once,
    papers_prove_nothing_here,
    a_type_of_login_is_kept_and_every_other_is_refused,
    a_receive_choice_is_a_decision_with_its_history,
);

async fn a_further_certificate_logs_in_at_once_and_the_old_one_stays(backend: Backend) {
    let number = number(2, 7);
    let (old, new) = (backend.company(&number), backend.company(&number));
    backend.browser().joins_with("business", &number, &old).await;
    let stranger = backend.browser();
    assert_eq!(stranger.logs_in_with(&new).await.code(), "certificate_unregistered");
    let found = stranger.comes_with(&number).await.ok();
    assert_eq!(found["facts"]["answers"]["company"]["company"]["standing"], "continuing", "as of any company");
    stranger.proves_by("certificate", &new).await.ok();
    let done = stranger.submits_to("certificate", "attempt-1").await.ok();
    let told = &done["completion"];
    assert_eq!((&told["login_id"], &told["reference"], &done["files"]), (&json!(""), &json!(""), &json!([])));
    assert_eq!(stranger.submits_to("certificate", "attempt-2").await.ok(), done, "once more changes nothing");
    let session = stranger.logs_in_with(&new).await.ok();
    assert_eq!(session["member"]["role"], "contact");
    let listed = stranger.get("/api/me/certificates").await.ok();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    backend.browser().logs_in_with(&old).await.ok();
    let events = audited(&backend.app).await;
    assert_eq!(events.iter().filter(|event| *event == "certificate_registered").count(), 1, "{events:?}");
}

async fn a_financial_certificate_is_registered_too(backend: Backend) {
    let number = number(2, 7);
    backend.browser().joins_with("business", &number, &backend.company(&number)).await;
    let browser = backend.browser();
    browser.comes_with(&number).await.ok();
    let verified = async |purpose: Value| {
        let ask = json!({ "purpose": purpose, "business_number": number, "mobile": "010-1234-5678", "way": "sms" });
        let begun = browser.post("/api/portals/work24/financial", ask).await.ok();
        browser.texts("010-1234-5678", begun["digits"].as_str().unwrap()).await;
        let path = format!("/api/portals/work24/financial/{}", begun["id"].as_str().unwrap());
        assert_eq!(browser.post(&path, json!({ "otp": "" })).await.ok()["state"], "verified");
        begun["id"].clone()
    };
    let log_in = async || {
        let attempt = verified(json!("login")).await;
        browser.post("/api/session/financial", json!({ "portal": "work24", "attempt": attempt })).await
    };
    assert_eq!(log_in().await.code(), "certificate_unregistered");
    let attempt = verified(json!({ "sign_up": { "journey": "certificate", "step": "certificate" } })).await;
    let body = json!({ "input": { "fields": { "method": "financial" } }, "financial": attempt });
    browser.at_work24("certificate", "certificate", body).await.ok();
    browser.submits_to("certificate", "attempt-1").await.ok();
    assert_eq!(log_in().await.ok()["member"]["role"], "contact");
}

async fn whether_a_company_is_a_member_is_told_only_to_who_proved_it(backend: Backend) {
    let (member, other) = (number(2, 7), number(2, 8));
    backend.browser().joins_with("business", &member, &backend.company(&member)).await;
    // Both look the same until the company is proved.
    let mut seen = Vec::new();
    for number in [&member, &other] {
        let browser = backend.browser();
        let mut view = browser.comes_with(number).await.ok();
        view["facts"]["answers"]["company"]["company"]["business_number"] = Value::Null;
        view["inputs"]["company"] = Value::Null;
        seen.push(view);
        // Another company's certificate learns nothing.
        let refused = browser.proves_by("certificate", &backend.company(&crate::support::people::number(2, 9))).await;
        assert_eq!(refused.code(), "certificate_other_company");
        assert_eq!(browser.submits_to("certificate", "attempt-1").await.code(), "step_closed");
    }
    assert_eq!(seen[0], seen[1]);
    let browser = backend.browser();
    browser.comes_with(&other).await.ok();
    assert_eq!(browser.proves_by("certificate", &backend.company(&other)).await.code(), "company_not_registered");
    assert_eq!(browser.submits_to("certificate", "attempt-2").await.code(), "step_closed");
}

async fn the_tax_office_is_asked_first(backend: Backend) {
    let browser = backend.browser();
    for (number, code) in [
        ("1111111119", "business_suspended"),
        ("2222222227", "business_closed"),
        ("3333333336", "business_unregistered"),
        ("5555555553", "registry_unavailable"),
    ] {
        assert_eq!(browser.comes_with(number).await.code(), code, "{number}");
    }
    let wrong = json!({ "business_number": number(2, 7), "representative": "불일치", "opened": "2023-11-01" });
    assert_eq!(browser.at_work24("certificate", "company", input(&wrong)).await.code(), "business_mismatch");
}

async fn a_certificate_is_registered_once(backend: Backend) {
    let number = number(2, 7);
    let (old, new) = (backend.company(&number), backend.company(&number));
    backend.browser().joins_with("business", &number, &old).await;
    let (one, two) = (backend.browser(), backend.browser());
    for browser in [&one, &two] {
        browser.comes_with(&number).await.ok();
        assert_eq!(browser.proves_by("certificate", &old).await.code(), "certificate_registered");
        browser.proves_by("certificate", &new).await.ok();
    }
    let (a, b) = tokio::join!(one.submits_to("certificate", "attempt-1"), two.submits_to("certificate", "attempt-2"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "certificate_registered"]);
    let third = backend.browser();
    third.comes_with(&number).await.ok();
    assert_eq!(third.proves_by("certificate", &new).await.code(), "certificate_registered");
}

async fn papers_prove_nothing_here(backend: Backend) {
    let browser = backend.browser();
    browser.comes_with(&number(2, 7)).await.ok();
    let body = input(&json!({ "method": "documents" }));
    assert_eq!(browser.at_work24("certificate", "certificate", body).await.code(), "invalid");
    assert_eq!(browser.submits_to("certificate", "attempt-1").await.code(), "step_closed");
}

async fn a_type_of_login_is_kept_and_every_other_is_refused(backend: Backend) {
    let number = number(2, 7);
    let identity = backend.company(&number);
    backend.browser().joins_with("business", &number, &identity).await;
    let browser = backend.browser();
    let as_a = async |kind: &str| {
        let challenge = browser.challenge(json!("login")).await;
        let proof = prove(&identity, &challenge);
        let body = json!({ "portal": "work24", "proof": proof, "login_type": kind });
        browser.post("/api/session/certificate", body).await
    };
    for other in ["agency", "proxy"] {
        assert_eq!(as_a(other).await.code(), "login_type_wrong", "{other}");
        assert_eq!(browser.get("/api/me").await.code(), "login_required");
    }
    assert_eq!(as_a("anything").await.code(), "bad_request");
    assert_eq!(as_a("business").await.ok()["login_type"], "business");
    assert_eq!(browser.get("/api/session").await.ok()["login_type"], "business", "the session keeps it");
    assert_eq!(
        browser.logs_in_with(&identity).await.ok()["login_type"],
        "business",
        "who does not say is what they are"
    );
    let events = audited(&backend.app).await;
    assert_eq!(events.iter().filter(|event| *event == "certificate_login_failed").count(), 2, "{events:?}");
}

async fn a_receive_choice_is_a_decision_with_its_history(backend: Backend) {
    let number = number(2, 7);
    let identity = backend.company(&number);
    backend.browser().joins_with("business", &number, &identity).await;
    let browser = backend.browser();
    browser.logs_in_with(&identity).await.ok();
    let info = browser.get("/api/me/info").await.ok();
    assert_eq!(info["facts"]["answers"]["contact"]["form"]["sms_news"]["text"], "no");
    let mut fields = json!({ "name": "김담당", "phone": "02-123-4567", "mobile": "010-1234-5678", "sms_cases": "no", "sms_news": "yes",
        "email_news": "no", "e_notice": "no", "membership": "no" });
    let terms = "receive-news-messages";
    let hash = browser.get(&format!("/api/portals/work24/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
    let save = async |version: u32, fields: &Value, seen: Value| {
        let forms = json!({ "contact": { "fields": fields } });
        browser.put("/api/me/info", json!({ "version": version, "forms": forms, "seen": seen })).await
    };
    let unseen = save(0, &fields, json!({})).await;
    assert_eq!(unseen.code(), "terms_changed", "what was not shown is not agreed to");
    save(0, &fields, json!({ terms: hash })).await.ok();
    fields["sms_news"] = json!("no");
    save(1, &fields, json!({})).await.ok();
    let consents = browser.get("/api/me/consents").await.ok();
    let one = consents.as_array().unwrap().iter().find(|one| one["terms"] == terms).unwrap();
    let history: Vec<bool> =
        one["decisions"].as_array().unwrap().iter().map(|one| one["agreed"].as_bool().unwrap()).collect();
    assert_eq!(history, [false, true, false]);
    browser.put("/api/me/consents", json!({ "choices": { terms: true }, "seen": { terms: hash } })).await.ok();
    let info = browser.get("/api/me/info").await.ok();
    assert_eq!(info["facts"]["answers"]["contact"]["form"]["sms_news"]["text"], "yes", "decided elsewhere, shown here");
}
