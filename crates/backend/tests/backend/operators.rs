//! Operators through the API: who may come in, and what they see.

use crate::support::operators::desk;
use crate::support::people::number;
use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::MINUTE;
use gaip_backend::command::{self, AskedOperator};
use gaip_backend::random::SystemRandom;
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    a_login_is_a_members_or_an_operators_never_both,
    an_operator_logs_in_under_a_new_token_and_is_out_when_idle,
    wrong_and_unknown_operators_are_told_the_same_and_rest_after_ten,
    an_account_is_added_by_command_and_its_password_is_shown_once,
    an_account_that_was_taken_away_is_out_at_once,
    the_log_says_who_did_what_and_filters_by_kind,
    a_new_password_ends_every_other_login_of_the_operator,
    a_password_that_is_wrong_or_against_the_policy_changes_nothing,
    lines_of_the_log_are_neither_changed_nor_deleted,
);

/// Another one that the policy takes.
const NEW_PASSWORD: &str = "비 오는 수요일의 라디오 5";

/// A member of a company that nobody knows.
async fn applicant(backend: &Backend, n: u32, login_id: &str) -> (Browser, String) {
    let browser = backend.browser();
    browser.employ(&number(4, n), login_id).await;
    let done = browser.submit_in("staff", &format!("attempt-{login_id}")).await.ok()["completion"].clone();
    (browser, done["reference"].as_str().unwrap().to_owned())
}

async fn a_login_is_a_members_or_an_operators_never_both(backend: Backend) {
    let (browser, _) = applicant(&backend, 7, "saebyeol1").await;
    browser.log_in_at_people("saebyeol1").await.ok();
    backend.add_operator("people", "staff1").await;
    let session = browser.log_in_as_operator("people", "staff1", PASSWORD).await.ok();
    assert_eq!((&session["member"], &session["operator"]["name"]), (&Value::Null, &json!("이담당")));
    for (method, path) in
        [("GET", "/api/me"), ("GET", "/api/me/certificates"), ("POST", "/api/me/files"), ("PUT", "/api/me/papers")]
    {
        let body = match path {
            "/api/me/files" => json!({ "name": "a.pdf", "size": 1 }),
            "/api/me/papers" => json!({ "fields": {} }),
            _ => Value::Null,
        };
        assert_eq!(browser.send(method, path, body, &[]).await.code(), "login_required", "{path}");
    }
    assert_eq!(browser.log_in_as_operator("people", "saebyeol1", PASSWORD).await.code(), "login_failed");
    assert_eq!(browser.log_in_at_people("staff1").await.code(), "login_failed");
    let session = browser.log_in_at_people("saebyeol1").await.ok();
    assert_eq!((&session["operator"], &session["member"]["login_id"]), (&Value::Null, &json!("saebyeol1")));
    assert_eq!(browser.get(&desk("people", "applications")).await.code(), "login_required");
}

async fn an_operator_logs_in_under_a_new_token_and_is_out_when_idle(backend: Backend) {
    backend.add_operator("people", "staff1").await;
    let (browser, thief) = (backend.browser(), backend.browser());
    browser.get("/api/session").await.ok();
    thief.steal_cookie(&browser);
    browser.log_in_as_operator("people", "STAFF1", PASSWORD).await.ok();
    assert_eq!(
        thief.get(&desk("people", "audit")).await.code(),
        "login_required",
        "a token from before is worth nothing"
    );
    backend.pass(29 * MINUTE);
    assert_eq!(browser.get("/api/session").await.ok()["expires_in"], 60, "looking does not extend it");
    assert_eq!(browser.post("/api/session/extend", Value::Null).await.ok()["operator"]["login_id"], "staff1");
    backend.pass(29 * MINUTE);
    browser.get(&desk("people", "audit")).await.ok();
    backend.pass(30 * MINUTE);
    assert_eq!(browser.get(&desk("people", "audit")).await.code(), "login_required");
    assert_eq!(browser.get("/api/session").await.ok()["operator"], Value::Null);
}

async fn wrong_and_unknown_operators_are_told_the_same_and_rest_after_ten(backend: Backend) {
    backend.add_operator("people", "staff1").await;
    let browser = backend.browser();
    let mut wrong = browser.log_in_as_operator("people", "staff1", "not the password").await.body;
    let mut unknown = browser.log_in_as_operator("people", "nobody1", "not the password").await.body;
    let mut elsewhere = browser.log_in_as_operator("nowhere", "staff1", PASSWORD).await.body;
    for body in [&mut wrong, &mut unknown, &mut elsewhere] {
        body["request_id"] = Value::Null;
    }
    assert_eq!((wrong["code"].as_str(), &wrong, &wrong), (Some("login_failed"), &unknown, &elsewhere));
    for _ in 0..9 {
        assert_eq!(browser.log_in_as_operator("people", "staff1", "not the password").await.code(), "login_failed");
    }
    assert_eq!(browser.log_in_as_operator("people", "staff1", PASSWORD).await.code(), "too_many");
    backend.pass(15 * MINUTE);
    browser.log_in_as_operator("people", "staff1", PASSWORD).await.ok();
}

async fn command(backend: &Backend, asked: AskedOperator) -> Result<Vec<String>, gaip_backend::app::CannotStart> {
    command::operator(&backend.config, &asked, &*backend.clock, &SystemRandom).await
}

fn add(portal: &str, login_id: &str) -> AskedOperator {
    let text = str::to_owned;
    AskedOperator::Add {
        portal: text(portal), login_id: text(login_id), name: text("김운영"), password_stdin: false
    }
}

async fn an_account_is_added_by_command_and_its_password_is_shown_once(backend: Backend) {
    assert!(command(&backend, AskedOperator::List).await.unwrap().is_empty(), "nobody is there by default");
    let said = command(&backend, add("people", "Staff1")).await.unwrap();
    let password = said[1].strip_prefix("password: ").unwrap();
    let session = backend.browser().log_in_as_operator("people", "staff1", password).await.ok();
    assert_eq!(session["operator"], json!({ "portal": "people", "name": "김운영", "login_id": "staff1" }));
    let listed = command(&backend, AskedOperator::List).await.unwrap();
    assert_eq!(listed, ["people\tstaff1\t김운영\t2026-11-21"]);
    for (portal, login_id) in [("people", "staff1"), ("nowhere", "staff2"), ("people", "1")] {
        assert!(command(&backend, add(portal, login_id)).await.is_err(), "{portal} {login_id}");
    }
    let pool = backend.pool().await;
    let row: (String,) = sqlx::query_as("SELECT password_hash FROM operators").fetch_one(&pool).await.unwrap();
    assert!(row.0.starts_with("$argon2id$"), "{}", row.0);
}

async fn an_account_that_was_taken_away_is_out_at_once(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    browser.get(&desk("people", "audit")).await.ok();
    let remove = || AskedOperator::Remove { portal: "people".to_owned(), login_id: "STAFF1".to_owned() };
    command(&backend, remove()).await.unwrap();
    assert_eq!(browser.get(&desk("people", "audit")).await.code(), "login_required");
    assert_eq!(browser.log_in_as_operator("people", "staff1", PASSWORD).await.code(), "login_failed");
    assert!(command(&backend, remove()).await.is_err());
    let again = backend.operator("people", "staff1").await;
    let lines = again.get(&desk("people", "audit?event=operator_removed")).await.ok();
    assert_eq!(lines["rows"][0]["operator"]["login_id"], "staff1", "the log still knows who it was");
}

async fn the_log_says_who_did_what_and_filters_by_kind(backend: Backend) {
    let (_, reference) = applicant(&backend, 7, "saebyeol1").await;
    let operator = backend.operator("people", "staff1").await;
    let waiting = operator.queue().await;
    backend.pass(MINUTE);
    operator.decide(&waiting[0], json!("approve")).await.ok();
    let page = operator.get(&desk("people", "audit")).await.ok();
    let line = &page["rows"][0];
    assert_eq!(
        (&line["event"], &line["operator"]["name"], &line["member"], &line["at"]),
        (&json!("application_approved"), &json!("이담당"), &json!(reference), &json!("2026-11-21T14:31:00Z")),
    );
    let events: Vec<_> = page["rows"].as_array().unwrap().iter().map(|line| line["event"].as_str().unwrap()).collect();
    for event in ["submitted", "operator_added", "operator_logged_in"] {
        assert!(events.contains(&event), "{event} in {events:?}");
    }
    let submitted = operator.get(&desk("people", "audit?event=submitted&page=1")).await.ok();
    assert_eq!((&submitted["total"], &submitted["rows"][0]["operator"]), (&json!(1), &Value::Null));
    assert_eq!(operator.get(&desk("people", "audit?event=nonsense")).await.code(), "bad_request");
    for _ in 0..60 {
        backend.browser().log_in_at_people("saebyeol1").await.ok();
    }
    let second = operator.get(&desk("people", "audit?event=logged_in&page=2")).await.ok();
    let rows = second["rows"].as_array().unwrap().len();
    assert_eq!((&second["total"], &second["pages"], rows), (&json!(60), &json!(2), 10));
    let elsewhere = backend.operator("elsewhere", "staff1").await;
    let page = elsewhere.get(&desk("elsewhere", "audit")).await.ok();
    assert!(
        page["rows"].as_array().unwrap().iter().all(|line| line["event"].as_str().unwrap().starts_with("operator_"))
    );
}

async fn change_password(browser: &Browser, current: &str, new: &str) -> Answer {
    browser.send("PUT", &desk("people", "password"), json!({ "current": current, "new": new }), &[]).await
}

async fn a_new_password_ends_every_other_login_of_the_operator(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    let elsewhere = backend.browser();
    elsewhere.log_in_as_operator("people", "staff1", PASSWORD).await.ok();
    let colleague = backend.operator("people", "staff2").await;
    let thief = backend.browser();
    thief.steal_cookie(&browser);
    let session = change_password(&browser, PASSWORD, NEW_PASSWORD).await.ok();
    assert_eq!(session["operator"]["login_id"], "staff1", "whoever changes it stays logged in");
    browser.get(&desk("people", "audit")).await.ok();
    colleague.get(&desk("people", "audit")).await.ok();
    for (who, browser) in [("another browser", &elsewhere), ("a token from before", &thief)] {
        assert_eq!(browser.get(&desk("people", "audit")).await.code(), "login_required", "{who}");
    }
    assert_eq!(elsewhere.log_in_as_operator("people", "staff1", PASSWORD).await.code(), "login_failed");
    elsewhere.log_in_as_operator("people", "staff1", NEW_PASSWORD).await.ok();
    let lines = browser.get(&desk("people", "audit?event=operator_password_changed")).await.ok();
    assert_eq!((&lines["total"], &lines["rows"][0]["operator"]["login_id"]), (&json!(1), &json!("staff1")));
    let pool = backend.pool().await;
    let hashes: Vec<String> = sqlx::query_scalar("SELECT password_hash FROM operators").fetch_all(&pool).await.unwrap();
    assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$")), "{hashes:?}");
}

async fn a_password_that_is_wrong_or_against_the_policy_changes_nothing(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    for (new, flaw) in [("short1!", "too_short"), ("of-Staff1-2026", "personal")] {
        let refused = change_password(&browser, PASSWORD, new).await;
        assert_eq!(refused.code(), "invalid");
        let field = &refused.body["fields"][0];
        assert_eq!((&field["field"], &field["error"]["password"]), (&json!("new"), &json!(flaw)));
    }
    for _ in 0..10 {
        assert_eq!(change_password(&browser, "not the password", NEW_PASSWORD).await.code(), "password_wrong");
    }
    assert_eq!(change_password(&browser, PASSWORD, NEW_PASSWORD).await.code(), "too_many", "tries are counted");
    let other = backend.browser();
    let refused = other.log_in_as_operator("people", "staff1", PASSWORD).await;
    assert_eq!(refused.code(), "too_many", "with those of the login page");
    let lines = browser.get(&desk("people", "audit?event=operator_password_wrong")).await.ok();
    assert_eq!(lines["total"], 10);
    backend.pass(15 * MINUTE);
    other.log_in_as_operator("people", "staff1", PASSWORD).await.ok();
}

async fn lines_of_the_log_are_neither_changed_nor_deleted(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    let before = browser.get(&desk("people", "audit")).await.ok();
    let pool = backend.pool().await;
    let id = before["rows"][0]["id"].as_str().unwrap();
    for change in [
        "UPDATE audit SET operator_id = 'nobody'".to_owned(),
        format!("UPDATE audit SET at = at WHERE id = '{id}'"),
        "DELETE FROM audit".to_owned(),
        format!("DELETE FROM audit WHERE id = '{id}'"),
        format!("REPLACE INTO audit (id, at, event, portal) VALUES ('{id}', 0, 'submitted', 'people')"),
        "TRUNCATE TABLE audit".to_owned(),
    ] {
        let done = sqlx::query(sqlx::AssertSqlSafe(change.as_str())).execute(&pool).await;
        assert!(done.is_err(), "{change}");
        // A database that does not know a statement refuses it too.
        let said = done.unwrap_err().to_string();
        assert!(said.contains("append-only") || said.contains("syntax error"), "{change}: {said}");
    }
    assert_eq!(browser.get(&desk("people", "audit")).await.ok(), before);
}
