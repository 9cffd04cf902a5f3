//! The login of a company and what it does there (manual rows T16, T23, T24, T97 to T105, T111, T112, X1 to X4, X11).

use crate::support::certificates::prove;
use crate::support::companies::{LISTED, PIN, registered};
use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};
use std::time::Instant;

on_each_database!(
    a_company_logs_in_by_its_number_and_password_and_out_again,
    an_unknown_number_and_a_wrong_password_are_answered_alike_and_written_down,
    an_unknown_number_takes_as_long_as_a_wrong_password,
    the_log_says_with_which_device_the_company_acted,
    ten_wrong_passwords_make_a_company_wait_and_nobody_else,
    the_certificate_logs_a_company_in_that_has_an_account,
    the_company_sees_its_people_and_ends_a_link_while_the_account_stays,
    nothing_changes_without_the_certificate_and_it_opens_changes_for_ten_minutes,
    what_is_known_of_the_company_changes_by_the_rules_of_the_registration,
    a_new_approval_password_counts_and_links_stay,
    people_are_told_by_mail_that_it_changed_and_never_what_it_is,
    a_new_login_password_ends_the_other_logins,
    services_and_mileage_are_shown_and_an_outage_is_told,
    a_company_invites_and_a_general_member_is_linked,
    a_company_proves_itself_at_its_own_portal_alone,
);

/// A registered company that is logged in, and the browser of who registered it.
async fn company(backend: &Backend) -> (Browser, Browser) {
    let first = registered(backend).await;
    let browser = backend.browser();
    browser.as_company(LISTED, PASSWORD).await.ok();
    // What is done next is written down later.
    backend.pass(1_000);
    (browser, first)
}

fn info() -> Value {
    json!({ "version": 0, "input": { "fields": { "name": "주식회사 새이름", "representative": "박대표",
        "address": ["35242", "대전광역시 서구 둔산로 100", "3층"], "phone": "042-765-4321" } } })
}

async fn a_company_logs_in_by_its_number_and_password_and_out_again(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    let session = browser.as_company("124-81-00998", PASSWORD).await.ok();
    assert_eq!(session["company"]["business_number"], "124-81-00998");
    assert_eq!((&session["member"], session.get("operator")), (&Value::Null, None));
    let again = browser.get("/api/session").await.ok();
    assert_eq!(again["company"]["portal"], "tradeinvest");
    browser.post("/api/session/extend", json!({})).await.ok();
    let view = browser.get("/api/company").await.ok();
    assert_eq!((view["counts"]["general"].as_u64(), view.get("role")), (Some(1), None));
    assert_eq!(browser.events().await, ["company_logged_in"]);
    backend.pass(31 * MINUTE);
    assert_eq!(browser.get("/api/company").await.code(), "login_required", "it ends unused");
    browser.as_company(LISTED, PASSWORD).await.ok();
    browser.send("DELETE", "/api/session", Value::Null, &[]).await.ok();
    assert_eq!(browser.get("/api/company").await.code(), "login_required");
}

async fn an_unknown_number_and_a_wrong_password_are_answered_alike_and_written_down(backend: Backend) {
    let (browser, _) = company(&backend).await;
    let stranger = backend.browser();
    let wrong = stranger.as_company(LISTED, "not the password").await;
    let unknown = stranger.as_company("2208162517", "not the password").await;
    let nonsense = stranger.as_company("12", "not the password").await;
    let said = |answer: &Answer| {
        let mut body = answer.body.clone();
        body["request_id"] = Value::Null;
        (answer.status, body)
    };
    assert_eq!(said(&wrong), said(&unknown));
    assert_eq!((wrong.code(), said(&wrong)), ("login_failed", said(&nonsense)));
    assert_eq!(stranger.get("/api/company").await.code(), "login_required");
    assert_eq!(browser.events().await, ["company_login_failed", "company_logged_in"]);
    let log = browser.get("/api/company/log").await.ok();
    assert_eq!(log["rows"][0]["by"], "", "nobody knows who it was");
    assert!(log["rows"][1]["by"].as_str().is_some_and(|by| by.contains("가상")), "{log}");
}

async fn the_log_says_with_which_device_the_company_acted(backend: Backend) {
    let (browser, _) = company(&backend).await;
    let chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
    let login = json!({ "portal": "tradeinvest", "business_number": LISTED, "password": PASSWORD });
    browser.send("POST", "/api/session/company", login, &[("user-agent", chrome)]).await.ok();
    browser.steps_up(&backend, LISTED).await.ok();
    let rows = browser.get("/api/company/log").await.ok()["rows"].clone();
    assert_eq!((&rows[0]["event"], &rows[0]["device"]), (&json!("company_stepped_up"), &json!("Chrome · Windows")));
    assert_eq!((&rows[1]["event"], &rows[1]["device"]), (&json!("company_logged_in"), &json!("Chrome · Windows")));
    assert_eq!(rows[2]["device"], Value::Null, "the browser before it named itself by nothing");
}

/// Hashing is what takes time; a number without a password is measured against one with it.
async fn an_unknown_number_takes_as_long_as_a_wrong_password(backend: Backend) {
    company(&backend).await;
    let stranger = backend.browser();
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..7 {
        for (number, times) in [LISTED, "2208162517", "12"].into_iter().zip(&mut times) {
            let begun = Instant::now();
            assert_eq!(stranger.as_company(number, "not the password").await.code(), "login_failed");
            times.push(begun.elapsed());
        }
    }
    let [known, unknown, nonsense] = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    });
    for other in [unknown, nonsense] {
        assert!(other * 2 > known && known * 2 > other, "{known:?} and {other:?}");
    }
}

async fn ten_wrong_passwords_make_a_company_wait_and_nobody_else(backend: Backend) {
    let (_, _) = company(&backend).await;
    let stranger = backend.browser();
    for _ in 0..10 {
        assert_eq!(stranger.as_company(LISTED, "not the password").await.code(), "login_failed");
    }
    assert_eq!(stranger.as_company("124-81-00998", PASSWORD).await.code(), "too_many", "also the right one");
    let body = json!({ "portal": "tradeinvest", "login_id": "first1", "password": PASSWORD });
    stranger.post("/api/session", body).await.ok();
    backend.pass(16 * MINUTE);
    stranger.as_company(LISTED, PASSWORD).await.ok();
}

async fn the_certificate_logs_a_company_in_that_has_an_account(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    let by = async |number: &str, owner: &str| {
        let asked = json!({ "purpose": "login" });
        let challenge = browser.post("/api/portals/tradeinvest/challenges", asked).await.ok();
        let proof = prove(&backend.company(owner), &challenge);
        let body = json!({ "portal": "tradeinvest", "business_number": number, "proof": proof });
        (browser.post("/api/session/company/certificate", body.clone()).await, body)
    };
    assert_eq!(by(LISTED, "2208162517").await.0.code(), "certificate_other_company");
    assert_eq!(by("2208162517", "2208162517").await.0.code(), "company_not_registered");
    assert_eq!(by("12", LISTED).await.0.body["fields"][0]["field"], "business_number");
    assert_eq!(browser.get("/api/company").await.code(), "login_required");
    let (answer, body) = by(LISTED, LISTED).await;
    assert_eq!(answer.ok()["company"]["business_number"], "124-81-00998");
    assert_eq!(browser.events().await, ["company_logged_in_by_certificate"]);
    // A proof counts once, and in the session that asked for it.
    assert_eq!(browser.post("/api/session/company/certificate", body.clone()).await.code(), "challenge_used");
    let other = backend.browser();
    other.get("/api/session").await.ok();
    assert_eq!(other.post("/api/session/company/certificate", body).await.code(), "challenge_gone");
}

async fn the_company_sees_its_people_and_ends_a_link_while_the_account_stays(backend: Backend) {
    let (browser, first) = company(&backend).await;
    let asked = json!({ "query": "first", "role": null, "sort": "name", "offset": 0 });
    let page = browser.post("/api/company/employees/search", asked.clone()).await.ok();
    assert_eq!((page["total"].as_u64(), &page["rows"][0]["role"]), (Some(1), &json!("general")));
    let id = page["rows"][0]["id"].as_str().unwrap();
    let address = format!("/api/company/employees/{id}");
    browser.send("DELETE", &address, Value::Null, &[]).await.ok();
    assert_eq!(browser.send("DELETE", &address, Value::Null, &[]).await.code(), "not_found", "once");
    assert_eq!(browser.post("/api/company/employees/search", asked).await.ok()["total"], 0);
    let me = first.get("/api/me").await.ok();
    assert_eq!((&me["member"]["role"], &me["member"]["company"]), (&json!("general"), &json!("")));
    assert_eq!(browser.events().await, ["relation_ended", "company_logged_in"]);
}

async fn nothing_changes_without_the_certificate_and_it_opens_changes_for_ten_minutes(backend: Backend) {
    let (browser, _) = company(&backend).await;
    let changes = [
        ("PUT", "/api/company/info", info()),
        ("PUT", "/api/company/approval", json!({ "approval": "582937" })),
        ("POST", "/api/company/approval/notice", json!({})),
        ("PUT", "/api/company/password", json!({ "password": "another long password 7" })),
    ];
    let locked = async || {
        for (method, path, body) in changes.clone() {
            assert_eq!(browser.send(method, path, body, &[]).await.code(), "step_up_required", "{path}");
        }
    };
    locked().await;
    assert_eq!(browser.steps_up(&backend, "2208162517").await.code(), "certificate_other_company");
    locked().await;
    let session = browser.steps_up(&backend, LISTED).await.ok();
    assert_eq!(session["stepped_up"], 600);
    backend.pass(1_000);
    browser.put("/api/company/info", info()).await.ok();
    backend.pass(10 * MINUTE);
    locked().await;
    assert_eq!(browser.events().await, ["company_changed", "company_stepped_up", "company_logged_in"]);
}

async fn what_is_known_of_the_company_changes_by_the_rules_of_the_registration(backend: Backend) {
    let (browser, first) = company(&backend).await;
    let before = browser.get("/api/company/info").await.ok();
    assert!(before["values"]["name"]["text"].as_str().is_some(), "{before}");
    assert!(before["values"].get("password").is_none() && before["values"].get("approval").is_none());
    browser.steps_up(&backend, LISTED).await.ok();
    let mut wrong = info();
    wrong["input"]["fields"]["phone"] = json!("12");
    let refused = browser.put("/api/company/info", wrong).await;
    assert_eq!(refused.body["fields"][0]["field"], "phone");
    assert_eq!(browser.get("/api/company/info").await.ok()["values"], before["values"], "all or nothing");
    browser.put("/api/company/info", info()).await.ok();
    let after = browser.get("/api/company/info").await.ok();
    assert_eq!(after["values"]["phone"]["text"], "042-765-4321");
    assert_eq!(browser.get("/api/company").await.ok()["name"], "주식회사 새이름");
    assert_eq!(first.get("/api/me").await.ok()["member"]["company"], "주식회사 새이름");
    browser.as_company(LISTED, PASSWORD).await.ok();
}

async fn a_new_approval_password_counts_and_links_stay(backend: Backend) {
    let (browser, first) = company(&backend).await;
    browser.steps_up(&backend, LISTED).await.ok();
    for pin in ["12345", "000000", "123456", "481009", "abcdef"] {
        let refused = browser.put("/api/company/approval", json!({ "approval": pin })).await;
        assert_eq!(refused.body["fields"][0]["field"], "approval", "{pin}");
    }
    browser.put("/api/company/approval", json!({ "approval": "582937" })).await.ok();
    assert_ne!(first.get("/api/me").await.ok()["member"]["company"], "", "who is linked stays so");
    let second = backend.browser();
    second.general("second2", "010-1000-0082").await;
    second.links_by("approval").await.ok();
    second.names("general", LISTED).await.ok();
    assert_eq!(second.approves(PIN).await.code(), "approval_wrong");
    second.approves("582937").await.ok();
    let log = browser.get("/api/company/log").await;
    assert!(!String::from_utf8_lossy(&log.bytes).contains("582937"));
}

async fn people_are_told_by_mail_that_it_changed_and_never_what_it_is(backend: Backend) {
    let (browser, _) = company(&backend).await;
    browser.steps_up(&backend, LISTED).await.ok();
    backend.pass(1_000);
    browser.put("/api/company/approval", json!({ "approval": "582937" })).await.ok();
    backend.pass(1_000);
    assert_eq!(browser.post("/api/company/approval/notice", json!({})).await.ok()["mails"], 1);
    assert_eq!(browser.post("/api/company/approval/notice", json!({})).await.code(), "resend_too_soon");
    let mut seen = String::new();
    for _ in 0..100 {
        let messages = browser.get("/api/sandbox/messages").await;
        seen = String::from_utf8_lossy(&messages.bytes).into_owned();
        if seen.contains("승인 비밀번호") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert!(seen.contains("hong@example.com") && seen.contains("변경되었습니다"), "{seen}");
    assert!(!seen.contains("582937"));
    assert_eq!(browser.events().await[..2], ["approval_told", "approval_changed"]);
}

async fn a_new_login_password_ends_the_other_logins(backend: Backend) {
    let (browser, first) = company(&backend).await;
    let other = backend.browser();
    other.as_company(LISTED, PASSWORD).await.ok();
    browser.steps_up(&backend, LISTED).await.ok();
    let weak = browser.put("/api/company/password", json!({ "password": LISTED })).await;
    assert_eq!(weak.body["fields"][0]["field"], "password");
    let new = "another long password 7";
    browser.put("/api/company/password", json!({ "password": new })).await.ok();
    browser.get("/api/company").await.ok();
    assert_eq!(other.get("/api/company").await.code(), "login_required");
    assert_eq!(other.as_company(LISTED, PASSWORD).await.code(), "login_failed");
    other.as_company(LISTED, new).await.ok();
    first.get("/api/me").await.ok();
}

async fn services_and_mileage_are_shown_and_an_outage_is_told(backend: Backend) {
    let (browser, first) = company(&backend).await;
    let services = browser.get("/api/company/services").await.ok();
    assert_eq!((services["mileage"].as_u64(), services["history"].as_array().unwrap().len()), (Some(12_000), 3));
    let certified = first.get("/api/company/services").await.ok();
    assert_eq!(certified, services, "T16: also for who showed its certificate");
    let pool = backend.pool().await;
    for (number, code) in [("3101234561", "services_unavailable"), ("2208162517", "")] {
        sqlx::query("UPDATE companies SET business_number = $1").bind(number).execute(&pool).await.unwrap();
        let answer = browser.get("/api/company/services").await;
        if code.is_empty() {
            assert_eq!(answer.ok()["history"], json!([]));
        } else {
            assert_eq!(answer.code(), code);
        }
    }
}

async fn a_company_invites_and_a_general_member_is_linked(backend: Backend) {
    let (browser, first) = company(&backend).await;
    browser.invites(&["lee@example.com"]).await.ok();
    let token = browser.token("lee@example.com").await;
    let second = backend.browser();
    let offer = second.opens_invitation("tradeinvest", &token).await.ok();
    assert_eq!(offer.get("inviter"), None, "nobody but the company invites");
    // The invitation stays while they join.
    second.joins_and_logs_in("second2", "010-1000-0082").await;
    backend.pass(1_000);
    let session = second.accepts("tradeinvest").await.ok();
    assert_eq!((&session["member"]["role"], &session["member"]["company"]), (&json!("general"), &offer["company"]));
    assert_eq!(browser.get("/api/company").await.ok()["counts"]["general"], 2);
    let by: String = sqlx::query_scalar("SELECT linked_by FROM members WHERE login_id = 'second2'")
        .fetch_one(&backend.pool().await)
        .await
        .unwrap();
    assert_eq!(by, "invitation");
    backend.pass(1_000);
    browser.invites(&["park@example.com"]).await.ok();
    let token = browser.token("park@example.com").await;
    for (linked, code) in [(&first, "company_linked"), (&browser, "login_required")] {
        linked.opens_invitation("tradeinvest", &token).await.ok();
        assert_eq!(linked.accepts("tradeinvest").await.code(), code);
    }
    // At another portal the link is none, and its member is nobody here.
    assert_eq!(second.opens_invitation("kotra", &token).await.code(), "invitation_gone");
    let other = backend.browser();
    other.individual(1).await;
    other.opens_invitation("tradeinvest", &token).await.ok();
    assert_eq!(other.accepts("tradeinvest").await.code(), "login_required");
    assert_eq!(browser.events().await[..2], ["employee_invited", "invitation_accepted"]);
}

async fn a_company_proves_itself_at_its_own_portal_alone(backend: Backend) {
    let (browser, _) = company(&backend).await;
    let step_up = json!({ "purpose": "step_up" });
    assert_eq!(browser.post("/api/portals/kotra/challenges", step_up).await.code(), "not_found");
}
