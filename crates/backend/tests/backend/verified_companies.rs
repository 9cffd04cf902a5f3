//! Companies that the tax office has to confirm by representative and opening date, and that log in by certificate alone
//! (manual rows W14, W15, W47 to W50, W106, W119).

use crate::support::bank::{NUMBER, ask};
use crate::support::steps::{PASSWORD, input};
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};

on_each_database!("/tests/banks";
    what_the_tax_office_confirms_is_kept_and_cannot_be_changed,
    what_does_not_agree_is_told_and_an_outage_is_no_mismatch,
    a_member_by_certificate_has_no_password,
    contact_rules_hold_on_the_server,
    what_a_choice_agrees_to_or_refuses_is_kept_as_a_consent,
    an_outage_of_the_directory_stops_nobody_whom_the_tax_office_knows,
);

const DRAFT: &str = "/api/portals/bank/journeys/office/draft";

async fn answer(browser: &Browser, step: &str, fields: &Value) -> Answer {
    browser.put(&format!("{DRAFT}/steps/{step}/answer"), input(fields)).await
}

fn company(representative: &str) -> Value {
    json!({ "business_number": NUMBER, "representative": representative, "opened": "2023-11-1" })
}

async fn opened(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.post(DRAFT, json!({})).await.ok();
    browser
}

async fn proved(backend: &Backend) -> Browser {
    let browser = opened(backend).await;
    answer(&browser, "company", &company("홍길동")).await.ok();
    let purpose = json!({ "sign_up": { "journey": "office", "step": "certificate" } });
    let attempt = browser.verified(purpose).await;
    let body = json!({ "input": { "fields": { "method": "financial" } }, "financial": attempt["id"] });
    browser.put(&format!("{DRAFT}/steps/certificate/answer"), body).await.ok();
    browser
}

fn contact(changes: &[(&str, &str)]) -> Value {
    let mut fields = json!({
        "name": "홍길동", "phone": "02-123-4567", "mobile": "", "email": "",
        "sms_status": "no", "sms_news": "no", "email_news": "no", "email_notice": "no",
    });
    for (name, value) in changes {
        fields[name] = json!(value);
    }
    fields
}

async fn joined(backend: &Backend) -> (Browser, Value) {
    let browser = proved(backend).await;
    answer(&browser, "info", &json!({ "name": "아무 이름", "representative": "아무개", "opened": "2001-01-01" }))
        .await
        .ok();
    answer(&browser, "contact", &contact(&[])).await.ok();
    let path = format!("{DRAFT}/submission");
    let done = browser.send("POST", &path, Value::Null, &[(IDEMPOTENCY_HEADER, "attempt-1")]).await.ok();
    (browser, done)
}

async fn what_the_tax_office_confirms_is_kept_and_cannot_be_changed(backend: Backend) {
    let (_, done) = joined(&backend).await;
    let answers = &done["facts"]["answers"];
    let profile = &answers["company"]["company"]["profile"];
    assert_eq!((&profile["representative"], &profile["opened"]), (&json!("홍길동"), &json!("2023-11-01")));
    let info = &answers["info"]["form"];
    assert_eq!(info["representative"]["text"], "홍길동", "not what was typed over it");
    assert_eq!(info["opened"]["text"], "2023-11-01");
    assert_eq!(info["name"]["text"], profile["name"], "the directory knows it");
}

async fn what_does_not_agree_is_told_and_an_outage_is_no_mismatch(backend: Backend) {
    let browser = opened(&backend).await;
    assert_eq!(answer(&browser, "company", &company("불일치")).await.code(), "business_mismatch");
    assert_eq!(answer(&browser, "company", &company("장애")).await.code(), "registry_unavailable");
    let refused = answer(&browser, "company", &json!({ "business_number": NUMBER, "opened": "2999-01-01" })).await;
    let problem = refused.body;
    let wrong: Vec<&Value> = problem["fields"].as_array().unwrap().iter().map(|problem| &problem["field"]).collect();
    assert_eq!(wrong, ["representative", "opened"], "every problem at once");
    let unregistered = json!({ "business_number": "333-33-33336", "representative": "불일치", "opened": "2023-11-01" });
    assert_eq!(answer(&browser, "company", &unregistered).await.code(), "business_unregistered");
}

async fn a_member_by_certificate_has_no_password(backend: Backend) {
    let (_, done) = joined(&backend).await;
    assert_eq!(done["completion"]["login_id"], "", "nothing to remember");
    let stranger = backend.browser();
    for password in ["", PASSWORD] {
        let body = json!({ "portal": "bank", "login_id": NUMBER, "password": password });
        assert_eq!(stranger.post("/api/session", body).await.code(), "login_failed");
    }
    let attempt = stranger.verified(json!("login")).await;
    assert_eq!(stranger.log_in_by_attempt(&attempt).await.ok()["member"]["role"], "contact");
    let again = opened(&backend).await;
    assert_eq!(answer(&again, "company", &company("홍길동")).await.code(), "company_is_member");
    assert_eq!(stranger.financial(ask(json!("login"), "010-1234-5678", "sms")).await.ok()["state"], "reply");
}

async fn contact_rules_hold_on_the_server(backend: Backend) {
    let browser = proved(&backend).await;
    answer(&browser, "info", &json!({ "name": "새봄" })).await.ok();
    let mobile = ("mobile", "010-1234-5678");
    let email = ("email", "hong@example.com");
    for (changes, missing) in [
        (vec![("phone", "")], vec!["phone", "mobile"]),
        (vec![("phone", ""), mobile], vec![]),
        (vec![("sms_status", "yes")], vec!["mobile"]),
        (vec![("sms_news", "yes")], vec!["mobile"]),
        (vec![("sms_status", "yes"), ("sms_news", "yes"), mobile], vec![]),
        (vec![("email_news", "yes")], vec!["email"]),
        (vec![("email_notice", "yes")], vec!["email"]),
        (vec![("email_news", "yes"), ("email_notice", "yes"), email], vec![]),
        (vec![("sms_news", "")], vec!["sms_news"]),
    ] {
        let given = answer(&browser, "contact", &contact(&changes)).await;
        let fields =
            if given.status.is_success() { Vec::new() } else { given.body["fields"].as_array().unwrap().clone() };
        let named: Vec<&str> = fields.iter().map(|problem| problem["field"].as_str().unwrap()).collect();
        assert_eq!(named, missing, "{changes:?}");
    }
}

async fn an_outage_of_the_directory_stops_nobody_whom_the_tax_office_knows(backend: Backend) {
    let browser = opened(&backend).await;
    let fields = json!({ "business_number": "199-99-99995", "representative": "홍길동", "opened": "2023-11-01" });
    let known = answer(&browser, "company", &fields).await.ok()["facts"]["answers"]["company"]["company"].clone();
    assert_eq!(known["standing"], "continuing");
    assert_eq!(known["profile"], json!({ "representative": "홍길동", "opened": "2023-11-01" }));
}

async fn what_a_choice_agrees_to_or_refuses_is_kept_as_a_consent(backend: Backend) {
    let browser = proved(&backend).await;
    let info = json!({ "name": "아무 이름", "representative": "아무개", "opened": "2001-01-01" });
    answer(&browser, "info", &info).await.ok();
    answer(&browser, "contact", &contact(&[])).await.ok();
    let pool = backend.pool().await;

    // A document that changed after it was decided on stops the submission until it is decided on again.
    let older = r#"UPDATE drafts SET answers = REPLACE(answers, '"version":"1"', '"version":"0"')"#;
    assert_eq!(sqlx::query(older).execute(&pool).await.unwrap().rows_affected(), 1);
    let path = format!("{DRAFT}/submission");
    let submit = || browser.send("POST", &path, Value::Null, &[(IDEMPOTENCY_HEADER, "attempt-1")]);
    assert_eq!(submit().await.code(), "terms_changed");
    answer(&browser, "contact", &contact(&[])).await.ok();
    submit().await.ok();

    let select = "SELECT step, terms, version, agreed, hash FROM consents";
    let rows: Vec<(String, String, String, i64, String)> = sqlx::query_as(select).fetch_all(&pool).await.unwrap();
    let [(step, terms, version, agreed, hash)] = &rows[..] else { panic!("one document was decided on: {rows:?}") };
    assert_eq!((step.as_str(), terms.as_str(), version.as_str()), ("contact", "news", "1"));
    assert_eq!((*agreed, hash.len()), (0, 64), "a refusal is kept too");
}
