//! Login ids that are found and passwords that are given anew by who somebody is (manual rows T113 to T119, X12).

use crate::support::certificates::audited;
use crate::support::recovery::{NEW, at, person};
use crate::support::steps::PASSWORD;
use crate::support::{Backend, on_each_database};
use futures::future::join_all;
use gaip_backend::clock::{HOUR, MINUTE};
use serde_json::{Value, json};

const MOBILE: &str = "010-1000-0081";
const OTHER: &str = "010-1000-0072";
const EMAIL: &str = "Hong.Gildong@example.com";

on_each_database!(
    a_person_is_told_the_login_id,
    somebody_without_an_account_is_told_so_after_the_proof,
    a_result_is_shown_for_ten_minutes_and_holds_nothing_else,
    a_new_password_ends_every_other_login,
    whoever_is_another_is_told_the_same_as_where_there_is_no_account,
    another_login_id_is_not_tried_with_one_verification,
    a_new_password_keeps_to_the_policy,
    many_submissions_at_once_have_one_effect,
    a_proof_of_half_an_hour_ago_proves_nothing,
    a_recovery_belongs_to_its_session_and_tab,
    a_recovery_is_no_way_to_join,
);

async fn a_person_is_told_the_login_id(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_id("phone").await;
    assert_eq!(browser.submit_at(&draft, "attempt-0001").await.code(), "step_closed", "before the proof");
    let view = browser.verified_at(&draft, "phone", MOBILE).await.ok();
    assert!(!view.to_string().contains("gildong1"), "a proof alone tells nothing yet: {view}");
    let done = browser.submit_at(&draft, "attempt-0001").await.ok();
    assert_eq!(
        done["recovered"],
        json!({ "account": { "login_id": "gildong1", "joined_at": "2026-11-21T14:30:00Z" } })
    );
    assert_eq!(browser.submit_at(&draft, "attempt-0002").await.ok()["recovered"], done["recovered"]);
    let audited = audited(&backend.app).await;
    assert_eq!(audited.iter().filter(|event| *event == "login_id_found").count(), 1);
}

async fn somebody_without_an_account_is_told_so_after_the_proof(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_id("phone").await;
    browser.verified_at(&draft, "phone", OTHER).await.ok();
    let done = browser.submit_at(&draft, "attempt-0001").await.ok();
    assert_eq!((&done["recovered"], &done["facts"]["submitted"]), (&json!({}), &json!(true)));
    // Whoever wants to try another way gives this up.
    browser.delete(&draft).await.ok();
    assert_eq!(browser.post(&draft, json!({})).await.ok()["recovered"], Value::Null);
}

async fn a_result_is_shown_for_ten_minutes_and_holds_nothing_else(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_id("phone").await;
    browser.verified_at(&draft, "phone", MOBILE).await.ok();
    browser.submit_at(&draft, "attempt-0001").await.ok();
    backend.pass(9 * MINUTE);
    let again = browser.post(&draft, json!({})).await.ok();
    assert_eq!(again["recovered"]["account"]["login_id"], "gildong1");
    for personal in ["홍길동", MOBILE, "1981"] {
        assert!(!again.to_string().contains(personal), "{personal} in {again}");
    }
    let rows: Vec<(String,)> = sqlx::query_as("SELECT answers FROM drafts WHERE journey = 'find-id'")
        .fetch_all(&backend.pool().await)
        .await
        .unwrap();
    assert_eq!(rows, [("{}".to_owned(),)]);
    backend.pass(2 * MINUTE);
    let anew = browser.post(&draft, json!({})).await.ok();
    assert_eq!((&anew["recovered"], &anew["facts"]["submitted"]), (&Value::Null, &json!(false)));
    backend.pass(2 * HOUR);
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    assert_eq!(browser.answer_at(&draft, "method", &json!({ "choice": "phone" })).await.code(), "draft_gone");
}

async fn a_new_password_ends_every_other_login(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let elsewhere = backend.browser();
    elsewhere.log_in_to("tradeinvest", "gildong1", PASSWORD).await.ok();
    backend.general_member("another1", OTHER, "other@example.com").await;
    let another = backend.browser();
    another.log_in_to("tradeinvest", "another1", PASSWORD).await.ok();

    let browser = backend.browser();
    let draft = browser.forgets_password("GilDong1", "홍 길동").await;
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    browser.chooses_password(&draft, NEW).await.ok();
    let done = browser.submit_at(&draft, "attempt-0001").await.ok();
    assert_eq!(done["recovered"]["account"]["login_id"], "gildong1");

    assert_eq!(elsewhere.get("/api/me").await.code(), "login_required");
    assert_eq!(another.get("/api/me").await.ok()["member"]["login_id"], "another1");
    assert_eq!(browser.log_in_to("tradeinvest", "gildong1", PASSWORD).await.code(), "login_failed");
    assert_eq!(browser.log_in_to("tradeinvest", "gildong1", NEW).await.ok()["member"]["login_id"], "gildong1");
    let audited = audited(&backend.app).await;
    assert_eq!(audited.iter().filter(|event| *event == "password_reset").count(), 1);
}

async fn whoever_is_another_is_told_the_same_as_where_there_is_no_account(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let mut told = Vec::new();
    // Another person, nobody's login id, and the owner under another name.
    for (login_id, name, mobile) in
        [("gildong1", "홍길동", OTHER), ("nobody1", "홍길동", MOBILE), ("gildong1", "김철수", MOBILE)]
    {
        let browser = backend.browser();
        let draft = browser.forgets_password(login_id, name).await;
        let mut answer = browser.verified_at(&draft, "identity", mobile).await;
        answer.body["request_id"] = Value::Null;
        told.push((answer.status, answer.body));
        assert_eq!(browser.chooses_password(&draft, NEW).await.code(), "step_closed");
        assert_eq!(browser.submit_at(&draft, "attempt-0001").await.code(), "step_closed");
    }
    assert_eq!(told[0].1["code"], "account_mismatch");
    assert!(told.iter().all(|same| *same == told[0]), "{told:?}");
    assert_eq!(audited(&backend.app).await.iter().filter(|event| *event == "recovery_failed").count(), 3);
    backend.browser().log_in_to("tradeinvest", "gildong1", PASSWORD).await.ok();
}

async fn another_login_id_is_not_tried_with_one_verification(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_password("nobody1", "홍길동").await;
    assert_eq!(browser.verified_at(&draft, "identity", MOBILE).await.code(), "account_mismatch");
    browser.answer_at(&draft, "account", &json!({ "login_id": "gildong1", "name": "홍길동" })).await.ok();
    assert_eq!(browser.answer_at(&draft, "identity", &json!({})).await.code(), "identity_gone");
    // And after the owner was verified, another's login id voids that and what follows.
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    browser.chooses_password(&draft, NEW).await.ok();
    backend.general_member("another1", OTHER, "other@example.com").await;
    let mut body = crate::support::steps::input(&json!({ "login_id": "another1", "name": "홍길동" }));
    body["forget"] = json!(true);
    browser.put(&format!("{draft}/steps/account/answer"), body).await.ok();
    assert_eq!(browser.submit_at(&draft, "attempt-0001").await.code(), "step_closed");
    assert_eq!(browser.answer_at(&draft, "identity", &json!({})).await.code(), "account_mismatch");
}

async fn a_new_password_keeps_to_the_policy(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_password("gildong1", "홍길동").await;
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    for weak in ["short", "password1234", "my gildong1 pass"] {
        let answer = browser.chooses_password(&draft, weak).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!("password")), "{weak}");
    }
    browser.chooses_password(&draft, NEW).await.ok();
}

async fn many_submissions_at_once_have_one_effect(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_password("gildong1", "홍길동").await;
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    browser.chooses_password(&draft, NEW).await.ok();
    let keys: Vec<String> = (0..20).map(|i| format!("attempt-{i:04}")).collect();
    let answers = join_all(keys.iter().map(|key| browser.submit_at(&draft, key))).await;
    for answer in answers {
        assert_eq!(answer.ok()["recovered"]["account"]["login_id"], "gildong1");
    }
    assert_eq!(audited(&backend.app).await.iter().filter(|event| *event == "password_reset").count(), 1);
}

async fn a_proof_of_half_an_hour_ago_proves_nothing(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_password("gildong1", "홍길동").await;
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    backend.pass(31 * MINUTE);
    browser.chooses_password(&draft, NEW).await.ok();
    assert_eq!(browser.submit_at(&draft, "attempt-0001").await.code(), "step_closed");
    backend.browser().log_in_to("tradeinvest", "gildong1", PASSWORD).await.ok();
    // The proof is asked again; what was typed of the account is there still.
    let view = browser.post(&draft, json!({})).await.ok();
    let answers = &view["facts"]["answers"];
    assert_eq!((answers["identity"].is_null(), answers["account"].is_null()), (true, false), "{view}");
    // A page that nobody came back to is begun anew.
    backend.pass(31 * MINUTE);
    assert_eq!(browser.post(&draft, json!({})).await.ok()["facts"]["answers"], json!({}));
}

async fn a_recovery_belongs_to_its_session_and_tab(backend: Backend) {
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    let draft = browser.forgets_password("gildong1", "홍길동").await;
    browser.verified_at(&draft, "identity", MOBILE).await.ok();
    assert_eq!(browser.tab("tab-2").chooses_password(&draft, NEW).await.code(), "held_elsewhere");
    assert_eq!(browser.tab("tab-2").submit_at(&draft, "attempt-0001").await.code(), "held_elsewhere");
    assert_eq!(backend.browser().submit_at(&draft, "attempt-0001").await.code(), "draft_gone");
    let stranger = backend.browser();
    stranger.forgets_password("gildong1", "홍길동").await;
    assert_eq!(stranger.chooses_password(&draft, NEW).await.code(), "step_closed");
    let confirm = format!("{draft}/steps/identity/identity/confirm");
    assert_eq!(stranger.post(&confirm, json!({ "code": "000000" })).await.code(), "identity_gone");
}

async fn a_recovery_is_no_way_to_join(backend: Backend) {
    let browser = backend.browser();
    let draft = browser.forgets_id("phone").await;
    browser.post(&format!("{draft}/steps/phone/identity"), person(MOBILE)).await.ok();
    browser.verified_at(&draft, "phone", MOBILE).await.ok();
    browser.submit_at(&draft, "attempt-0001").await.ok();
    let members: (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM members").fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(members.0, 0);
    assert_eq!(browser.post(&at("tradeinvest", "nothing"), json!({})).await.code(), "not_found");
}
