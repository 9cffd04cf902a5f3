//! The approval password, as it is shown to whom the table lets tell it to colleagues (manual row T17).

use crate::support::companies::{LISTED, PIN, registered};
use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database};
use serde_json::{Value, json};

on_each_database!(
    the_company_sees_it_once_its_certificate_was_shown_and_the_log_says_so,
    a_linked_member_sees_it_by_their_password_and_the_log_says_who,
    who_is_not_linked_or_is_no_longer_does_not_see_it,
    a_changed_one_is_shown_from_then_on,
    one_that_was_typed_in_wide_digits_lets_people_in_and_is_shown,
    it_lies_nowhere_in_clear_and_opens_for_its_company_alone,
);

impl Browser {
    async fn sees_approval(&self, password: Option<&str>) -> Answer {
        self.post("/api/company/approval/shown", json!({ "password": password })).await
    }
}

/// The company, logged in as itself.
async fn company(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.as_company(LISTED, PASSWORD).await.ok();
    backend.pass(1_000);
    browser
}

async fn the_company_sees_it_once_its_certificate_was_shown_and_the_log_says_so(backend: Backend) {
    registered(&backend).await;
    let company = company(&backend).await;
    assert_eq!(company.sees_approval(None).await.code(), "step_up_required");
    assert_eq!(company.sees_approval(Some(PASSWORD)).await.code(), "step_up_required", "a password opens nothing here");
    company.steps_up(&backend, LISTED).await.ok();
    backend.pass(1_000);
    assert_eq!(company.sees_approval(None).await.ok()["approval"], PIN);
    assert_eq!(company.events().await[0], "approval_shown");
    let log = company.get("/api/company/log").await;
    assert!(!String::from_utf8_lossy(&log.bytes).contains(PIN));
}

async fn a_linked_member_sees_it_by_their_password_and_the_log_says_who(backend: Backend) {
    registered(&backend).await;
    let member = backend.browser();
    member.links("second2", "010-1000-0082", LISTED).await;
    let missing = member.sees_approval(None).await;
    assert_eq!((missing.code(), &missing.body["fields"][0]["field"]), ("invalid", &json!("password")));
    assert_eq!(member.sees_approval(Some("not the password")).await.code(), "password_wrong");
    let company = company(&backend).await;
    let shown = |log: &Value| log["rows"][0]["event"] == "approval_shown";
    assert!(!shown(&company.get("/api/company/log").await.ok()), "what was refused was not shown");
    backend.pass(1_000);
    assert_eq!(member.sees_approval(Some(PASSWORD)).await.ok()["approval"], PIN);
    let log = company.get("/api/company/log").await.ok();
    assert!(shown(&log), "{log}");
    assert_eq!(log["rows"][0]["by"], "홍길동");
}

async fn who_is_not_linked_or_is_no_longer_does_not_see_it(backend: Backend) {
    registered(&backend).await;
    let member = backend.browser();
    member.joins_and_logs_in("second2", "010-1000-0082").await;
    assert_eq!(member.sees_approval(Some(PASSWORD)).await.code(), "not_allowed");
    let former = backend.browser();
    former.links("third33", "010-1000-0083", LISTED).await;
    former.sees_approval(Some(PASSWORD)).await.ok();
    former.post("/api/me/company/leaving", json!({ "password": PASSWORD })).await.ok();
    assert_eq!(former.sees_approval(Some(PASSWORD)).await.code(), "not_allowed");
    assert_eq!(backend.browser().sees_approval(Some(PASSWORD)).await.code(), "login_required");
}

async fn a_changed_one_is_shown_from_then_on(backend: Backend) {
    let first = registered(&backend).await;
    let company = company(&backend).await;
    company.steps_up(&backend, LISTED).await.ok();
    company.put("/api/company/approval", json!({ "approval": "582937" })).await.ok();
    assert_eq!(company.sees_approval(None).await.ok()["approval"], "582937");
    assert_eq!(first.sees_approval(Some(PASSWORD)).await.ok()["approval"], "582937", "who registered it is linked");
}

async fn one_that_was_typed_in_wide_digits_lets_people_in_and_is_shown(backend: Backend) {
    let first = backend.browser();
    first.joins_and_logs_in("first1", "010-1000-0081").await;
    first.registers(&backend, LISTED).await;
    first.tells_company("４７１９２６").await.ok();
    first.submits("company", "key-of-company").await.ok();
    assert_eq!(first.sees_approval(Some(PASSWORD)).await.ok()["approval"], "471926");
    backend.browser().links("second2", "010-1000-0082", LISTED).await;
}

async fn it_lies_nowhere_in_clear_and_opens_for_its_company_alone(backend: Backend) {
    let first = registered(&backend).await;
    let pool = backend.pool().await;
    let select = "SELECT approval_sealed FROM company_accounts";
    let sealed: String = sqlx::query_scalar(select).fetch_one(&pool).await.expect("a row");
    assert!(!sealed.contains(PIN));
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM secrets").fetch_one(&pool).await.expect("a number");
    assert_eq!(left, 0, "the sign-up keeps nothing of it");
    // The seal of another company in its place opens nothing, and is told as it is.
    sqlx::query("UPDATE companies SET business_number = '2208162517'").execute(&pool).await.expect("a change");
    let answer = first.sees_approval(Some(PASSWORD)).await.ok();
    assert_eq!(answer.get("approval"), None, "{answer}");
}
