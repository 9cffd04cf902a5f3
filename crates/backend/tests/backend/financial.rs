//! Financial certificates, through the API and the sandbox.

use crate::support::bank::{NUMBER, ask, sign_up};
use crate::support::certificates::audited;
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::{DAY, HOUR, MINUTE, SECOND};
use serde_json::{Value, json};

on_each_database!("/tests/banks";
    a_company_signs_up_by_its_financial_certificate_and_logs_in_with_it_at_once,
    the_digits_must_come_from_the_phone_and_be_those_on_the_screen,
    the_number_of_a_device_verifies_and_five_wrong_ones_end_the_attempt,
    a_call_is_waited_for,
    a_company_without_an_account_agrees_to_the_terms_first,
    each_input_of_the_sandbox_has_its_outcome,
    an_attempt_waits_five_minutes,
    an_attempt_of_another_session_or_tab_or_purpose_is_worth_nothing,
    a_verified_attempt_counts_once,
    many_uses_at_once_make_one_answer,
    another_number_than_that_of_the_sign_up_is_refused,
    what_is_typed_is_told_wrong_at_once,
    a_session_asks_ten_times_in_an_hour,
    a_new_attempt_takes_the_place_of_the_one_before,
    a_certificate_that_nobody_registered_logs_nobody_in,
    a_proof_of_one_method_does_not_stand_for_another,
    no_telephone_number_is_kept_and_old_attempts_are_swept,
);

async fn at_step(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.to_bank().await;
    browser
}

async fn begin(backend: &Backend, mobile: &str, way: &str) -> (Browser, Answer) {
    let browser = at_step(backend).await;
    let begun = browser.financial(ask(sign_up(), mobile, way)).await;
    (browser, begun)
}

async fn a_company_signs_up_by_its_financial_certificate_and_logs_in_with_it_at_once(backend: Backend) {
    let browser = at_step(&backend).await;
    let begun = browser.financial(ask(sign_up(), "010-1234-5678", "sms")).await.ok();
    assert_eq!(
        ["state", "expires_in", "tries_left"].map(|name| begun[name].clone()),
        [json!("reply"), json!(300), json!(5)]
    );
    let digits = begun["digits"].as_str().unwrap();
    assert!(digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()), "{digits}");
    assert_eq!(browser.shows(&begun).await.code(), "financial_gone", "not verified yet");
    assert_eq!(browser.stands(&begun).await.ok()["state"], "reply");
    browser.texts("010-1234-5678", digits).await;
    assert_eq!(browser.stands(&begun).await.ok()["state"], "verified");
    let again = browser.stands(&begun).await.ok();
    assert_eq!((&again["state"], &again["digits"]), (&json!("verified"), &Value::Null), "asking again changes nothing");

    let view = browser.shows(&begun).await.ok();
    let answer = &view["facts"]["answers"]["certificate"]["certificate"];
    assert_eq!(answer["method"], "financial");
    let evidence = &answer["certificate"];
    assert_eq!((&evidence["kind"], &evidence["valid_until"]), (&json!("financial"), &json!("2027-11-21")));
    assert_eq!(evidence["owner"], "가상기업0008");
    let done = browser.join_bank("hanbit01").await.ok();
    assert_eq!(done["completion"]["provisional"], false, "the company is proved");

    let other = backend.browser();
    let login = other.verified(json!("login")).await;
    let before = other.cookie.lock().unwrap().clone();
    let session = other.log_in_by_attempt(&login).await.ok();
    assert_eq!(session["member"]["login_id"], "hanbit01");
    assert_ne!(*other.cookie.lock().unwrap(), before, "the login has a session token of its own");
    let mine = other.get("/api/me/certificates").await.ok();
    assert_eq!((mine.as_array().unwrap().len(), &mine[0]["evidence"]["kind"]), (1, &json!("financial")));
    assert!(audited(&backend.app).await.contains(&"logged_in_by_financial".to_owned()));
}

async fn the_digits_must_come_from_the_phone_and_be_those_on_the_screen(backend: Backend) {
    let (browser, begun) = begin(&backend, "010-1234-5678", "sms").await;
    let begun = begun.ok();
    let digits = begun["digits"].as_str().unwrap();
    let wrong = if digits == "11" { "12" } else { "11" };
    for (from, text) in [("010-1234-5678", wrong), ("010-9999-5678", digits), ("010-1234-5678", "")] {
        browser.texts(from, text).await;
        assert_eq!(browser.stands(&begun).await.ok()["state"], "reply", "{from} {text}");
    }
    browser.texts("01012345678", &format!(" {digits} ")).await;
    assert_eq!(browser.stands(&begun).await.ok()["state"], "verified");
}

async fn the_number_of_a_device_verifies_and_five_wrong_ones_end_the_attempt(backend: Backend) {
    let (browser, begun) = begin(&backend, "010-1234-5678", "otp").await;
    let begun = begun.ok();
    assert_eq!((&begun["state"], &begun["digits"]), (&json!("otp"), &Value::Null));
    assert_eq!(browser.otp(&begun, "12345").await.code(), "invalid");
    let otp = browser.code("01012345678").await;
    let wrong = if otp == "000000" { "000001" } else { "000000" };
    assert_eq!(browser.otp(&begun, wrong).await.code(), "financial_otp_wrong");
    assert_eq!(browser.stands(&begun).await.ok()["tries_left"], 4, "a number of five digits is no try");
    assert_eq!(browser.otp(&begun, &otp).await.ok()["state"], "verified");
    browser.shows(&begun).await.ok();

    let (browser, begun) = begin(&backend, "010-1234-0001", "otp").await;
    let begun = begun.ok();
    let otp = browser.code("01012340001").await;
    for _ in 0..4 {
        assert_eq!(browser.otp(&begun, &otp).await.code(), "financial_otp_wrong", "this ending is always wrong");
    }
    assert_eq!(browser.otp(&begun, &otp).await.code(), "financial_tries_over");
    assert_eq!(browser.otp(&begun, &otp).await.code(), "financial_gone");
    assert_eq!(browser.shows(&begun).await.code(), "financial_gone");
}

async fn a_call_is_waited_for(backend: Backend) {
    let (browser, begun) = begin(&backend, "010-1234-5678", "ars").await;
    let begun = begun.ok();
    assert_eq!((&begun["state"], begun["digits"].as_str().unwrap().len()), (&json!("call"), 2));
    assert_eq!(browser.stands(&begun).await.ok()["state"], "call");
    backend.pass(2 * SECOND);
    assert_eq!(browser.stands(&begun).await.ok()["state"], "verified");
    browser.shows(&begun).await.ok();
}

async fn a_company_without_an_account_agrees_to_the_terms_first(backend: Backend) {
    let (browser, begun) = begin(&backend, "010-1234-0004", "sms").await;
    let begun = begun.ok();
    assert_eq!((&begun["state"], &begun["digits"]), (&json!("account"), &Value::Null));
    assert_eq!(browser.get("/api/sandbox/messages").await.ok(), json!([]), "nothing was sent");
    assert_eq!(browser.stands(&begun).await.ok()["state"], "account");
    assert_eq!(browser.shows(&begun).await.code(), "financial_gone");
    let mut agreed = ask(sign_up(), "010-1234-0004", "sms");
    agreed["agreed"] = json!(true);
    let begun = browser.financial(agreed).await.ok();
    assert_eq!(begun["state"], "reply");
    browser.texts("010-1234-0004", begun["digits"].as_str().unwrap()).await;
    assert_eq!(browser.stands(&begun).await.ok()["state"], "verified");
}

async fn each_input_of_the_sandbox_has_its_outcome(backend: Backend) {
    let (_, down) = begin(&backend, "010-1234-0002", "sms").await;
    assert_eq!((down.code(), down.status.as_u16()), ("financial_unavailable", 503));
    for (ending, code) in [
        ("0005", "certificate_other_company"),
        ("0006", "certificate_expired"),
        ("0007", "financial_refused"),
        ("0008", "financial_timeout"),
    ] {
        let mobile = format!("010-1234-{ending}");
        let (browser, begun) = begin(&backend, &mobile, "sms").await;
        let begun = begun.ok();
        browser.texts(&mobile, begun["digits"].as_str().unwrap()).await;
        backend.pass(2 * SECOND);
        assert_eq!(browser.stands(&begun).await.code(), code, "{ending}");
        assert_eq!(browser.stands(&begun).await.code(), "financial_gone", "{ending} is over");
        assert_eq!(browser.shows(&begun).await.code(), "financial_gone", "{ending} proves nothing");
    }
    let (browser, begun) = begin(&backend, "010-1234-0009", "sms").await;
    let begun = begun.ok();
    browser.texts("010-1234-0009", begun["digits"].as_str().unwrap()).await;
    for _ in 0..2 {
        assert_eq!(browser.stands(&begun).await.code(), "financial_unavailable", "it can be asked again");
    }
    assert_eq!(browser.shows(&begun).await.code(), "financial_gone", "an outage is no consent");
}

async fn an_attempt_waits_five_minutes(backend: Backend) {
    let (browser, begun) = begin(&backend, "010-1234-5678", "sms").await;
    let begun = begun.ok();
    backend.pass(4 * MINUTE);
    assert_eq!(browser.stands(&begun).await.ok()["expires_in"], 60);
    browser.texts("010-1234-5678", begun["digits"].as_str().unwrap()).await;
    backend.pass(MINUTE);
    assert_eq!(browser.stands(&begun).await.code(), "financial_timeout", "too late, though the digits came");
    let verified = browser.verified(sign_up()).await;
    backend.pass(10 * MINUTE);
    assert_eq!(browser.shows(&verified).await.code(), "financial_gone", "it is used soon or not at all");
}

async fn an_attempt_of_another_session_or_tab_or_purpose_is_worth_nothing(backend: Backend) {
    let browser = at_step(&backend).await;
    let verified = browser.verified(sign_up()).await;
    let stranger = at_step(&backend).await;
    assert_eq!(stranger.stands(&verified).await.code(), "financial_gone");
    assert_eq!(stranger.shows(&verified).await.code(), "financial_gone");
    assert_eq!(stranger.log_in_by_attempt(&verified).await.code(), "financial_gone");
    assert_eq!(browser.log_in_by_attempt(&verified).await.code(), "financial_gone", "it is for the sign-up");
    assert_eq!(backend.browser().stands(&verified).await.code(), "financial_gone", "without a session");
    let login = browser.verified(json!("login")).await;
    assert_eq!(browser.shows(&login).await.code(), "financial_gone", "it is for a login");
    let tab = browser.tab("tab-2");
    tab.post("/api/portals/bank/journeys/member/draft", json!({ "take_over": true })).await.ok();
    assert_eq!(tab.shows(&verified).await.code(), "financial_gone", "it belongs to the tab that asked");
    assert_eq!(browser.financial(ask(sign_up(), "010-1234-5678", "sms")).await.code(), "held_elsewhere");
}

async fn a_verified_attempt_counts_once(backend: Backend) {
    let browser = at_step(&backend).await;
    let verified = browser.verified(sign_up()).await;
    browser.shows(&verified).await.ok();
    assert_eq!(browser.shows(&verified).await.code(), "financial_gone");
    let kept = browser.bank_answer("certificate", &json!({ "method": "financial" })).await.ok();
    assert_eq!(
        kept["facts"]["answers"]["certificate"]["certificate"]["method"], "financial",
        "the earlier proof stays"
    );
    backend.pass(DAY + HOUR);
    let stale = browser.bank_answer("certificate", &json!({ "method": "financial" })).await;
    assert_eq!(stale.body["fields"], json!([{ "field": "method", "error": "missing" }]), "after a day it does not");
}

async fn many_uses_at_once_make_one_answer(backend: Backend) {
    at_step(&backend).await;
    let browser = backend.browser();
    let login = browser.verified(json!("login")).await;
    let tries = (0..8).map(|_| {
        let (browser, login) = (browser.clone(), login.clone());
        tokio::spawn(async move { browser.log_in_by_attempt(&login).await.code().to_owned() })
    });
    let mut codes = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        codes.push(one.await.unwrap());
    }
    // Nobody registered it; only the use that came first learns so.
    assert_eq!(codes.iter().filter(|code| *code == "certificate_unregistered").count(), 1, "{codes:?}");
}

async fn another_number_than_that_of_the_sign_up_is_refused(backend: Backend) {
    let browser = at_step(&backend).await;
    let mut other = ask(sign_up(), "010-1234-5678", "sms");
    other["business_number"] = json!("124-81-00998");
    assert_eq!(browser.financial(other).await.code(), "certificate_other_company");
    assert_eq!(browser.get("/api/sandbox/messages").await.ok(), json!([]), "nothing was sent");
    let verified = browser.verified(sign_up()).await;
    browser.bank_answer("company", &json!({ "business_number": "1248100998" })).await.ok();
    assert_eq!(
        browser.shows(&verified).await.code(),
        "certificate_other_company",
        "the sign-up is another company's now"
    );
}

async fn what_is_typed_is_told_wrong_at_once(backend: Backend) {
    let browser = at_step(&backend).await;
    let mut wrong = ask(sign_up(), "02-123-4567", "sms");
    wrong["business_number"] = json!("9913011234567");
    let answer = browser.financial(wrong).await;
    let fields: Vec<&str> =
        answer.body["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect();
    assert_eq!((answer.code(), fields), ("invalid", vec!["business_number", "mobile"]));
    let fresh = backend.browser();
    fresh.post("/api/portals/bank/journeys/member/draft", json!({})).await.ok();
    assert_eq!(fresh.financial(ask(sign_up(), "010-1234-5678", "sms")).await.code(), "step_closed");
    assert_eq!(backend.browser().financial(ask(sign_up(), "010-1234-5678", "sms")).await.code(), "draft_gone");
}

async fn a_session_asks_ten_times_in_an_hour(backend: Backend) {
    let browser = at_step(&backend).await;
    for _ in 0..10 {
        browser.financial(ask(sign_up(), "010-1234-5678", "sms")).await.ok();
    }
    backend.pass(MINUTE);
    let over = browser.financial(ask(sign_up(), "010-1234-5678", "sms")).await;
    assert_eq!((over.code(), &over.body["retry_after"]), ("financial_too_often", &json!(3540)));
    backend.pass(HOUR);
    browser.financial(ask(sign_up(), "010-1234-5678", "sms")).await.ok();
}

async fn a_new_attempt_takes_the_place_of_the_one_before(backend: Backend) {
    let (browser, first) = begin(&backend, "010-1234-5678", "sms").await;
    let first = first.ok();
    let second = browser.financial(ask(sign_up(), "010-1234-5678", "ars")).await.ok();
    assert_eq!(browser.stands(&first).await.code(), "financial_gone");
    assert_eq!(browser.stands(&second).await.ok()["state"], "call");
}

async fn a_certificate_that_nobody_registered_logs_nobody_in(backend: Backend) {
    let browser = backend.browser();
    let login = browser.verified(json!("login")).await;
    let refused = browser.log_in_by_attempt(&login).await;
    assert_eq!((refused.code(), refused.status.as_u16()), ("certificate_unregistered", 401));
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
    assert!(audited(&backend.app).await.contains(&"certificate_login_failed".to_owned()));
}

async fn a_proof_of_one_method_does_not_stand_for_another(backend: Backend) {
    let browser = at_step(&backend).await;
    let verified = browser.verified(sign_up()).await;
    browser.shows(&verified).await.ok();
    let joint = browser.bank_answer("certificate", &json!({ "method": "joint" })).await;
    assert_eq!(joint.body["fields"], json!([{ "field": "method", "error": "missing" }]));
}

#[tokio::test]
async fn a_portal_without_the_route_has_no_such_attempts() {
    let backend = Backend::on_sqlite().await;
    let browser = backend.browser();
    let body = ask(json!("login"), "010-1234-5678", "sms");
    assert_eq!(browser.post("/api/portals/daejeon/financial", body).await.code(), "not_found");
}

async fn no_telephone_number_is_kept_and_old_attempts_are_swept(backend: Backend) {
    let (_, begun) = begin(&backend, "010-1234-5678", "sms").await;
    begun.ok();
    let rows = async || -> Vec<(String, String)> {
        let rows = sqlx::query_as("SELECT business_number, bound_to FROM financial_attempts");
        rows.fetch_all(&backend.pool().await).await.unwrap()
    };
    let kept = rows().await;
    assert_eq!((kept.len(), kept[0].0.as_str()), (1, NUMBER));
    backend.pass(HOUR + SECOND);
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    assert_eq!(rows().await, []);
}
