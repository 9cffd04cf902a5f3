//! Who somebody is, through the API and the sandbox.

use crate::support::people::{by_phone, draft};
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::{HOUR, MINUTE, SECOND};
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    a_code_proves_who_somebody_is,
    what_is_typed_is_told_wrong_at_once,
    somebody_under_14_is_refused_before_anything_is_sent,
    a_code_lives_three_minutes_and_is_extended_once,
    a_code_is_sent_again_after_half_a_minute_and_five_times,
    five_wrong_codes_end_an_attempt,
    many_guesses_at_once_are_counted_too,
    many_beginnings_at_once_send_no_more_than_allowed,
    an_outage_costs_no_sending,
    an_app_is_waited_for,
    a_card_gets_its_code,
    each_input_of_the_sandbox_has_its_outcome,
    a_person_is_a_member_once,
    an_attempt_belongs_to_its_sign_up_and_tab,
    a_new_attempt_takes_the_place_of_the_one_before,
    old_attempts_are_swept_and_nothing_typed_is_kept,
);

async fn at_step(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.open_in("member").await.ok();
    browser.answer_in("member", "kind", &json!({ "choice": "person" })).await.ok();
    browser
}

async fn begin(backend: &Backend, ask: Value) -> (Browser, Answer) {
    let browser = at_step(backend).await;
    let answer = browser.identity("", ask).await;
    (browser, answer)
}

async fn a_code_proves_who_somebody_is(backend: Backend) {
    let browser = at_step(&backend).await;
    assert_eq!(browser.answer_in("member", "who", &json!({})).await.code(), "identity_gone");
    let begun = browser.identity("", by_phone("010-1234-5678")).await.ok();
    let counters = ["state", "expires_in", "resend_in", "resends_left", "tries_left", "extendable"]
        .map(|name| begun[name].clone());
    assert_eq!(counters, [json!("code"), json!(180), json!(30), json!(5), json!(5), json!(true)]);
    assert_eq!(browser.answer_in("member", "who", &json!({})).await.code(), "identity_gone", "not verified yet");
    let code = browser.code("01012345678").await;
    assert_eq!(browser.confirm(&code).await.ok()["state"], "verified");
    assert_eq!(browser.confirm(&code).await.ok()["state"], "verified", "a second press changes nothing");
    let view = browser.answer_in("member", "who", &json!({ "method": "phone" })).await.ok();
    assert_eq!(
        view["facts"]["answers"]["who"]["identity"],
        json!({ "method": "phone", "name": "홍길동", "mobile": "010-1234-5678", "birth_date": "1990-03-01" })
    );
    browser.account("member", "gildong1").await;
    let done = browser.submit_in("member", "attempt-0001").await.ok();
    assert_eq!((&done["completion"]["role"], &done["completion"]["provisional"]), (&json!("personal"), &json!(false)));
    let session = backend.browser().log_in_at_people("gildong1").await.ok();
    assert_eq!((&session["member"]["role"], &session["member"]["company"]), (&json!("personal"), &json!("")));
    let me = browser.log_in_at_people("gildong1").await.ok();
    assert_eq!(me["member"]["login_id"], "gildong1");
    let contact = browser.get("/api/me").await.ok()["facts"]["answers"]["contact"]["form"].clone();
    assert_eq!(contact["mobile"], json!({ "text": "010-1234-5678" }));
}

async fn what_is_typed_is_told_wrong_at_once(backend: Backend) {
    let ask = json!({ "method": "phone", "name": " ", "birth_date": "2999", "mobile": "042-123-4567", "carrier": "X", "agreed": false });
    let (browser, answer) = begin(&backend, ask).await;
    let fields: Vec<&str> =
        answer.body["fields"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert_eq!((answer.code(), fields), ("invalid", vec!["carrier", "name", "birth_date", "mobile", "agreed"]));
    for method in ["ipin", "nonsense"] {
        let mut ask = by_phone("010-1234-5678");
        ask["method"] = json!(method);
        let answer = browser.identity("", ask).await;
        let expected = if method == "ipin" { "invalid" } else { "bad_request" };
        assert_eq!(answer.code(), expected);
    }
    let mut simple = by_phone("010-1234-5678");
    simple["method"] = json!("simple");
    assert_eq!(browser.identity("", simple).await.body["fields"], json!([{ "field": "agency", "error": "missing" }]));
    assert_eq!(browser.get("/api/sandbox/messages").await.ok(), json!([]), "nothing was sent");
}

async fn somebody_under_14_is_refused_before_anything_is_sent(backend: Backend) {
    let mut ask = by_phone("010-1234-5678");
    ask["birth_date"] = json!("2012-11-22");
    let (browser, answer) = begin(&backend, ask.clone()).await;
    assert_eq!(answer.code(), "under_age");
    assert_eq!(browser.get("/api/sandbox/messages").await.ok(), json!([]));
    ask["birth_date"] = json!("2012-11-21");
    browser.identity("", ask).await.ok();
}

async fn a_code_lives_three_minutes_and_is_extended_once(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-5678")).await;
    backend.pass(2 * MINUTE);
    let extended = browser.identity("/extend", Value::Null).await.ok();
    assert_eq!((&extended["expires_in"], &extended["extendable"]), (&json!(180), &json!(false)));
    backend.pass(2 * MINUTE);
    assert_eq!(browser.identity("/extend", Value::Null).await.ok()["expires_in"], 60, "only once");
    backend.pass(MINUTE);
    let code = browser.code("01012345678").await;
    assert_eq!(browser.confirm(&code).await.code(), "identity_code_expired");
    assert_eq!(browser.identity("/extend", Value::Null).await.code(), "identity_code_expired");
    browser.identity("/resend", Value::Null).await.ok();
    let code = browser.code("01012345678").await;
    browser.confirm(&code).await.ok();
}

async fn a_code_is_sent_again_after_half_a_minute_and_five_times(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-5678")).await;
    let soon = browser.identity("/resend", Value::Null).await;
    assert_eq!((soon.code(), soon.status.as_u16(), &soon.body["retry_after"]), ("resend_too_soon", 429, &json!(30)));
    for left in (0..5).rev() {
        backend.pass(30 * SECOND);
        let sent = browser.identity("/resend", Value::Null).await.ok();
        assert_eq!((&sent["resends_left"], &sent["expires_in"]), (&json!(left), &json!(180)));
    }
    backend.pass(30 * SECOND);
    assert_eq!(browser.identity("/resend", Value::Null).await.code(), "resends_over");
    assert_eq!(browser.identity("", by_phone("010-1234-5678")).await.code(), "resends_over", "nor by beginning anew");
    let code = browser.code("01012345678").await;
    browser.confirm(&code).await.ok();
    backend.pass(HOUR);
    browser.identity("", by_phone("010-1234-5678")).await.ok();
}

async fn five_wrong_codes_end_an_attempt(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-0001")).await;
    assert_eq!(browser.confirm("12").await.body["fields"], json!([{ "field": "code", "error": "format" }]));
    for left in (0..5).rev() {
        assert_eq!(browser.confirm("123456").await.code(), "identity_code_wrong");
        let state = browser.get(&format!("{}/steps/who/identity", draft("member"))).await.ok();
        assert_eq!(state["tries_left"], left);
    }
    assert_eq!(browser.confirm("123456").await.code(), "identity_tries_over");
    browser.verify(by_phone("010-1234-5678")).await;
}

async fn many_guesses_at_once_are_counted_too(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-0001")).await;
    let guesses = futures::future::join_all((0..20).map(|_| browser.confirm("123456"))).await;
    let wrong = guesses.iter().filter(|answer| answer.code() == "identity_code_wrong").count();
    let over = guesses.iter().filter(|answer| answer.code() == "identity_tries_over").count();
    assert_eq!((wrong, over), (5, 15));
}

async fn many_beginnings_at_once_send_no_more_than_allowed(backend: Backend) {
    let browser = at_step(&backend).await;
    let begun = futures::future::join_all((0..10).map(|_| browser.identity("", by_phone("010-1234-5678")))).await;
    let sent = begun.iter().filter(|answer| answer.status.is_success()).count();
    let messages = browser.get("/api/sandbox/messages").await.ok();
    assert_eq!(messages.as_array().unwrap().len(), sent);
    assert!(sent <= 6, "{sent}");
}

async fn an_outage_costs_no_sending(backend: Backend) {
    let browser = at_step(&backend).await;
    for _ in 0..10 {
        assert_eq!(browser.identity("", by_phone("010-1234-0002")).await.code(), "identity_unavailable");
    }
    assert_eq!(browser.identity("", by_phone("010-1234-5678")).await.ok()["resends_left"], 5);
}

async fn an_app_is_waited_for(backend: Backend) {
    let mut ask = by_phone("010-1234-5678");
    (ask["method"], ask["agency"]) = (json!("simple"), json!("KAKAO"));
    let (browser, begun) = begin(&backend, ask.clone()).await;
    assert_eq!(begun.ok()["state"], "consent");
    assert_eq!(browser.confirm("").await.code(), "identity_pending");
    backend.pass(2 * SECOND);
    assert_eq!(browser.confirm("").await.ok()["state"], "verified");
    browser.answer_in("member", "who", &json!({})).await.ok();

    ask["mobile"] = json!("010-1234-0007");
    let (browser, _) = begin(&backend, ask).await;
    assert_eq!(browser.confirm("").await.code(), "identity_pending");
    backend.pass(2 * SECOND);
    assert_eq!(browser.confirm("").await.code(), "identity_mismatch", "the person refused");
    assert_eq!(browser.confirm("").await.code(), "identity_gone");
}

async fn a_card_gets_its_code(backend: Backend) {
    let mut ask = by_phone("");
    (ask["method"], ask["agency"]) = (json!("card"), json!("신한카드"));
    let (browser, begun) = begin(&backend, ask).await;
    assert_eq!(begun.ok()["state"], "code");
    let code = browser.code("신한카드").await;
    browser.confirm(&code).await.ok();
    let view = browser.answer_in("member", "who", &json!({})).await.ok();
    assert!(view["facts"]["answers"]["who"]["identity"]["mobile"].is_null());
}

async fn each_input_of_the_sandbox_has_its_outcome(backend: Backend) {
    let (_, down) = begin(&backend, by_phone("010-1234-0002")).await;
    assert_eq!((down.code(), down.status.as_u16()), ("identity_unavailable", 503));
    for (mobile, outcome) in [
        ("010-1234-0003", ""),
        ("010-1234-0004", "identity_incomplete"),
        ("010-1234-0005", "under_age"),
        ("010-1234-0006", "identity_mismatch"),
    ] {
        let (browser, begun) = begin(&backend, by_phone(mobile)).await;
        begun.ok();
        let code = browser.code(&mobile.replace('-', "")).await;
        assert_eq!(browser.confirm(&code).await.code(), outcome, "{mobile}");
        let answered = browser.answer_in("member", "who", &json!({})).await;
        assert_eq!(answered.code(), if outcome.is_empty() { "" } else { "identity_gone" }, "{mobile}");
    }
}

async fn a_person_is_a_member_once(backend: Backend) {
    let (first, second) = (at_step(&backend).await, at_step(&backend).await);
    for (browser, login_id) in [(&first, "gildong1"), (&second, "gildong2")] {
        browser.verify(by_phone("010-1234-5678")).await;
        browser.account("member", login_id).await;
    }
    let (a, b) = tokio::join!(first.submit_in("member", "attempt-0001"), second.submit_in("member", "attempt-0002"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "person_is_member"]);

    let (third, begun) = begin(&backend, by_phone("010-9999-5678")).await;
    begun.ok();
    let code = third.code("01099995678").await;
    assert_eq!(third.confirm(&code).await.code(), "person_is_member", "another telephone is the same person");
}

async fn an_attempt_belongs_to_its_sign_up_and_tab(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-5678")).await;
    let code = browser.code("01012345678").await;
    let other = at_step(&backend).await;
    assert_eq!(other.confirm(&code).await.code(), "identity_gone");
    assert_eq!(browser.tab("tab-2").confirm(&code).await.code(), "held_elsewhere");
    let closed = backend.browser();
    closed.open_in("member").await.ok();
    assert_eq!(closed.identity("", by_phone("010-1234-5678")).await.code(), "step_closed");
    assert_eq!(
        closed.post(&format!("{}/steps/kind/identity", draft("member")), by_phone("010-1234-5678")).await.code(),
        "not_found"
    );
    browser.confirm(&code).await.ok();
}

async fn a_new_attempt_takes_the_place_of_the_one_before(backend: Backend) {
    let browser = at_step(&backend).await;
    browser.verify(by_phone("010-1234-5678")).await;
    browser.account("member", "gildong1").await;
    browser.identity("", by_phone("010-2222-5678")).await.ok();
    assert_eq!(browser.answer_in("member", "who", &json!({})).await.code(), "identity_gone", "it is not verified");
    let code = browser.code("01022225678").await;
    browser.confirm(&code).await.ok();
    assert_eq!(
        browser.submit_in("member", "attempt-0001").await.code(),
        "step_closed",
        "the answer is of another proof"
    );
    let view = browser.answer_in("member", "who", &json!({})).await.ok();
    assert_eq!(view["facts"]["answers"]["who"]["identity"]["mobile"], "010-2222-5678");
    browser.submit_in("member", "attempt-0002").await.ok();
}

async fn old_attempts_are_swept_and_nothing_typed_is_kept(backend: Backend) {
    let (browser, _) = begin(&backend, by_phone("010-1234-5678")).await;
    backend.pass(HOUR + MINUTE);
    let path = format!("{}/steps/who/identity", draft("member"));
    assert_eq!(browser.get(&path).await.code(), "identity_gone");
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    let pool = backend.pool().await;
    let row = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM identities").fetch_one(&pool).await.unwrap();
    assert_eq!(row, 0);
    browser.identity("", by_phone("010-1234-5678")).await.ok();
    let kept = "SELECT claim || attempt || state FROM identities WHERE verified IS NULL AND person IS NULL";
    let kept = sqlx::query_scalar::<_, String>(kept).fetch_one(&pool).await.unwrap();
    assert!(!kept.contains("홍길동") && !kept.contains("1990") && !kept.contains("5678-"), "{kept}");
}
