//! What members change of what they entered (decision 0024).

use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::{HOUR, MINUTE};
use gaip_backend::sync::tell_due;
use serde_json::{Value, json};
use std::time::Duration;

on_each_database!(
    a_member_changes_how_to_be_reached,
    an_address_is_replaced_once_a_code_proved_it_and_the_old_one_is_told,
    a_code_is_of_one_address_counts_five_tries_and_once,
    nobody_fills_a_mailbox_with_codes,
    a_mobile_number_wants_the_password_and_wrong_ones_count,
    who_has_no_password_needs_a_fresh_login,
    of_two_windows_the_second_is_told_and_nothing_is_overwritten,
    a_field_that_is_fixed_stays_whatever_is_sent,
    wrong_fields_are_named_with_their_step_and_nothing_is_kept,
    a_company_with_one_account_is_changed_by_its_member_with_the_password,
    a_company_names_another_contact_person,
    one_code_proves_one_address_and_another_beside_it_is_refused,
    a_new_password_wants_the_old_one_and_ends_other_logins,
);

mod people {
    use crate::support::on_each_database;

    on_each_database!("/tests/portals"; the_other_system_is_told_anew);

    use super::the_other_system_is_told_anew;
}

const INFO: &str = "/api/me/info";
const CODE: &str = "/api/me/email-code";
const NEW: &str = "a quite new one 2026";

/// What the member has, with some of it changed.
fn contact(change: &Value) -> Value {
    let mut fields = json!({
        "name": "홍길동", "department": "수출팀", "position": "과장", "phone": "042-123-4567", "mobile": "010-1234-5678",
        "email": "hong@example.kr",
    });
    for (name, value) in change.as_object().unwrap() {
        fields[name] = value.clone();
    }
    json!({ "contact": { "fields": fields } })
}

async fn save(browser: &Browser, version: u32, change: &Value, more: &Value) -> Answer {
    let mut body = json!({ "version": version, "forms": contact(change) });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    browser.put(INFO, body).await
}

async fn values(browser: &Browser) -> Value {
    browser.get(INFO).await.ok()["facts"]["answers"]["contact"]["form"].clone()
}

/// What was sent to an address, newest first, once the mails have left.
async fn mails(browser: &Browser, to: &str) -> Vec<String> {
    tokio::time::sleep(Duration::from_millis(400)).await;
    let all = browser.get("/api/sandbox/messages").await.ok();
    let to_it = all.as_array().unwrap().iter().filter(|message| message["to"] == to);
    to_it.map(|message| message["text"].as_str().unwrap().to_owned()).collect()
}

async fn code(browser: &Browser, to: &str) -> String {
    browser.post(CODE, json!({ "email": to })).await.ok();
    let text = mails(browser, to).await.remove(0);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits[..6].to_owned()
}

async fn events(backend: &Backend, event: &str) -> i64 {
    let select = "SELECT COUNT(*) FROM audit WHERE event = $1 AND member_id IS NOT NULL";
    let row: (i64,) = sqlx::query_as(select).bind(event).fetch_one(&backend.pool().await).await.unwrap();
    row.0
}

async fn a_member_changes_how_to_be_reached(backend: Backend) {
    let browser = backend.member(1).await;
    let info = browser.get(INFO).await.ok();
    assert_eq!((&info["version"], &info["password"]), (&json!(0), &json!(true)));
    let saved =
        save(&browser, 0, &json!({ "department": "해외영업팀", "phone": "02-987-6543" }), &json!({})).await.ok();
    assert_eq!(saved["version"], 1);
    let now = values(&browser).await;
    assert_eq!(now["department"]["text"], "해외영업팀");
    assert_eq!(now["phone"]["text"], "02-987-6543");
    assert_eq!(now["name"]["text"], "홍길동", "what was not asked about stays");
    assert_eq!(events(&backend, "info_changed").await, 1);
    let same = save(&browser, 1, &json!({ "department": "해외영업팀", "phone": "02-987-6543" }), &json!({})).await.ok();
    assert_eq!(same["version"], 1, "nothing changed");
    assert_eq!(events(&backend, "info_changed").await, 1);
    let page = browser.get("/api/me").await.ok();
    assert_eq!(page["facts"]["answers"]["contact"]["form"]["phone"]["text"], "02-987-6543");
}

async fn an_address_is_replaced_once_a_code_proved_it_and_the_old_one_is_told(backend: Backend) {
    let browser = backend.member(1).await;
    let change = json!({ "email": "New@Example.com" });
    let missing = save(&browser, 0, &change, &json!({})).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "password", "error": "missing" }]));
    let missing = save(&browser, 0, &change, &json!({ "password": PASSWORD })).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "code", "error": "missing" }]));
    let code = code(&browser, "New@example.com").await;
    assert_eq!(values(&browser).await["email"]["text"], "hong@example.kr", "until then the old one counts");
    save(&browser, 0, &change, &json!({ "password": PASSWORD, "code": code })).await.ok();
    assert_eq!(values(&browser).await["email"]["text"], "New@example.com");
    let told = mails(&browser, "hong@example.kr").await;
    assert!(told[0].contains("변경되었습니다") && !told[0].contains("New@"), "{told:?}");
    let found: Vec<(String,)> = sqlx::query_as("SELECT email FROM member_emails ORDER BY email")
        .fetch_all(&backend.pool().await)
        .await
        .unwrap();
    let found: Vec<&str> = found.iter().map(|(email,)| email.as_str()).collect();
    assert_eq!(found, ["info@example.kr", "new@example.com"], "accounts are recovered by the new one");
}

async fn a_code_is_of_one_address_counts_five_tries_and_once(backend: Backend) {
    let browser = backend.member(1).await;
    let mine = code(&browser, "mine@example.com").await;
    let with = |code: &str| json!({ "password": PASSWORD, "code": code });
    let other = save(&browser, 0, &json!({ "email": "other@example.com" }), &with(&mine)).await;
    assert_eq!(other.code(), "email_code_gone");
    let wrong = if mine == "111111" { "222222" } else { "111111" };
    for _ in 0..4 {
        let answer = save(&browser, 0, &json!({ "email": "mine@example.com" }), &with(wrong)).await;
        assert_eq!(answer.code(), "email_code_wrong");
    }
    backend.pass(11 * MINUTE);
    let late = save(&browser, 0, &json!({ "email": "mine@example.com" }), &with(&mine)).await;
    assert_eq!(late.code(), "email_code_expired");
    let again = code(&browser, "mine@example.com").await;
    save(&browser, 0, &json!({ "email": "mine@example.com" }), &with(&again)).await.ok();
    let back = save(&browser, 1, &json!({ "email": "hong@example.kr" }), &with(&again)).await;
    assert_eq!(back.code(), "email_code_gone");
}

async fn nobody_fills_a_mailbox_with_codes(backend: Backend) {
    let browser = backend.member(1).await;
    let ask = |n: u32| browser.post(CODE, json!({ "email": format!("stranger{n}@example.com") }));
    ask(0).await.ok();
    let soon = ask(1).await;
    assert_eq!((soon.code(), soon.body["retry_after"].as_u64()), ("resend_too_soon", Some(30)));
    for n in 1..=5 {
        backend.pass(MINUTE);
        ask(n).await.ok();
    }
    backend.pass(MINUTE);
    assert_eq!(ask(6).await.code(), "resends_over");
    assert_eq!(browser.post(CODE, json!({ "email": "none" })).await.code(), "invalid");
    backend.pass(HOUR);
    let browser = backend.again(&browser);
    assert_eq!(browser.post(CODE, json!({ "email": "a@example.com" })).await.code(), "login_required");
}

async fn a_mobile_number_wants_the_password_and_wrong_ones_count(backend: Backend) {
    let browser = backend.member(1).await;
    let change = json!({ "mobile": "010-9999-8888" });
    for _ in 0..10 {
        let answer = save(&browser, 0, &change, &json!({ "password": "a wrong one" })).await;
        assert_eq!(answer.code(), "password_wrong");
    }
    let rests = save(&browser, 0, &change, &json!({ "password": PASSWORD })).await;
    assert_eq!(rests.code(), "too_many");
    assert!(rests.body["retry_after"].as_u64().unwrap() > 800);
    backend.pass(16 * MINUTE);
    save(&browser, 0, &change, &json!({ "password": PASSWORD })).await.ok();
    assert_eq!(values(&browser).await["mobile"]["text"], "010-9999-8888");
}

async fn who_has_no_password_needs_a_fresh_login(backend: Backend) {
    let browser = backend.member(1).await;
    sqlx::query("UPDATE members SET password_hash = ''").execute(&backend.pool().await).await.unwrap();
    let change = json!({ "mobile": "010-9999-8888" });
    backend.pass(10 * MINUTE);
    let info = browser.get(INFO).await.ok();
    assert_eq!((&info["password"], &info["fresh"]), (&json!(false), &json!(false)));
    assert_eq!(save(&browser, 0, &change, &json!({})).await.code(), "login_again");
    save(&browser, 0, &json!({ "position": "부장" }), &json!({})).await.ok();
    let none = json!({ "current": "", "new": NEW });
    assert_eq!(browser.put("/api/me/password", none).await.code(), "not_allowed");
    sqlx::query("UPDATE sessions SET logged_in_at = logged_in_at + 60000 WHERE member_id IS NOT NULL")
        .execute(&backend.pool().await)
        .await
        .unwrap();
    let both = json!({ "mobile": "010-9999-8888", "position": "부장" });
    save(&browser, 1, &both, &json!({})).await.ok();
}

async fn of_two_windows_the_second_is_told_and_nothing_is_overwritten(backend: Backend) {
    let browser = backend.member(1).await;
    save(&browser, 0, &json!({ "position": "부장" }), &json!({})).await.ok();
    let late = save(&browser, 0, &json!({ "department": "총무팀" }), &json!({})).await;
    assert_eq!(late.code(), "info_changed");
    let now = values(&browser).await;
    assert_eq!((&now["position"]["text"], &now["department"]["text"]), (&json!("부장"), &json!("수출팀")));
    let change = json!({ "phone": "02-111-2222", "position": "부장" });
    let (other, none) = (json!({ "phone": "02-333-4444", "position": "부장" }), json!({}));
    let (first, second) = tokio::join!(save(&browser, 1, &change, &none), save(&browser, 1, &other, &none));
    let mut codes = [first.status.as_u16(), second.status.as_u16()];
    codes.sort_unstable();
    assert_eq!(codes, [200, 409], "of two at once one is kept");
}

async fn a_field_that_is_fixed_stays_whatever_is_sent(backend: Backend) {
    let browser = backend.member(1).await;
    let change = json!({ "login_id": "another1", "position": "부장" });
    save(&browser, 0, &change, &json!({})).await.ok();
    assert_eq!(values(&browser).await["login_id"]["text"], "hanbit1");
    let proven = json!({ "business_number": "1234567890", "name": "다른 회사", "employees": "13" });
    save_company(&browser, 1, &proven, &json!({ "password": PASSWORD })).await.ok();
    let now = company(&browser).await;
    assert_eq!((&now["name"]["text"], &now["employees"]["number"]), (&json!("(주)한빛무역"), &json!(13)));
    assert_ne!(now["business_number"]["text"], "1234567890");
}

/// What is entered of the member's company.
async fn company(browser: &Browser) -> Value {
    browser.get(INFO).await.ok()["facts"]["answers"]["company-info"]["form"].clone()
}

/// The company as it is, with some of it changed.
async fn of_company(browser: &Browser, change: &Value) -> Value {
    let portal = include_str!("../../../../public/portals/daejeon/portal.json");
    let portal: gaip_domain::portal::Portal = serde_json::from_str(portal).unwrap();
    let facts = serde_json::from_value(browser.get(INFO).await.ok()["facts"].clone()).unwrap();
    let known = gaip_domain::own::values(&facts, "company-info");
    let forms = gaip_domain::own::forms(&portal, &["member".to_owned()], &facts);
    let form = forms.iter().find(|form| form.company).unwrap();
    let mut fields = json!({});
    for field in form.open() {
        if let Some(input) = known.get(&field.name).and_then(gaip_domain::form::as_input) {
            fields[&field.name] = serde_json::to_value(input).unwrap();
        }
    }
    for (name, value) in change.as_object().unwrap() {
        fields[name] = value.clone();
    }
    json!({ "fields": fields })
}

async fn save_company(browser: &Browser, version: u32, change: &Value, more: &Value) -> Answer {
    let form = of_company(browser, change).await;
    let mut body = json!({ "version": version, "forms": { "company-info": form } });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    browser.put(INFO, body).await
}

async fn a_company_with_one_account_is_changed_by_its_member_with_the_password(backend: Backend) {
    let browser = backend.member(1).await;
    let change = json!({ "phone": "042-555-7777", "employees": "21", "business_type": "제조" });
    let missing = save_company(&browser, 0, &change, &json!({})).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "password", "error": "missing" }]));
    let wrong = save_company(&browser, 0, &change, &json!({ "password": "a wrong one" })).await;
    assert_eq!(wrong.code(), "password_wrong");
    let before = company(&browser).await;
    save_company(&browser, 0, &change, &json!({ "password": PASSWORD })).await.ok();
    let now = company(&browser).await;
    assert_eq!((&now["phone"]["text"], &now["employees"]["number"]), (&json!("042-555-7777"), &json!(21)));
    assert_eq!((&now["head_office"], &now["sales"]), (&before["head_office"], &before["sales"]));
    assert_eq!(events(&backend, "info_changed").await, 1);
    let wrong = save_company(&browser, 1, &json!({ "employees": "many" }), &json!({ "password": PASSWORD })).await;
    assert_eq!(wrong.body["fields"][0]["field"], "company-info.employees");
}

async fn a_company_names_another_contact_person(backend: Backend) {
    let browser = backend.member(1).await;
    let change = json!({ "name": "임꺽정" });
    let missing = save(&browser, 0, &change, &json!({})).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "password", "error": "missing" }]));
    save(&browser, 0, &change, &json!({ "password": PASSWORD })).await.ok();
    assert_eq!(values(&browser).await["name"]["text"], "임꺽정");
    let names: (String, String) =
        sqlx::query_as("SELECT full_name, sought FROM members").fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!((names.0.as_str(), names.1.as_str()), ("임꺽정", "임꺽정 hanbit1"), "operators see who it is now");
}

async fn one_code_proves_one_address_and_another_beside_it_is_refused(backend: Backend) {
    let browser = backend.member(1).await;
    let mut forms = contact(&json!({ "email": "new@example.com" }));
    forms["company-info"] = of_company(&browser, &json!({ "email": "other@example.com" })).await;
    let both = |forms: &Value| json!({ "version": 0, "forms": forms, "password": PASSWORD });
    let refused = browser.put(INFO, both(&forms)).await;
    assert_eq!(refused.body["fields"], json!([{ "field": "company-info.email", "error": { "too_many": 1 } }]));
    assert_eq!(company(&browser).await["email"]["text"], "info@example.kr");
    forms["company-info"] = of_company(&browser, &json!({ "email": "new@example.com" })).await;
    let mut body = both(&forms);
    body["code"] = json!(code(&browser, "new@example.com").await);
    browser.put(INFO, body).await.ok();
    assert_eq!(company(&browser).await["email"]["text"], "new@example.com");
    assert_eq!(values(&browser).await["email"]["text"], "new@example.com", "one address in two fields is one");
}

async fn wrong_fields_are_named_with_their_step_and_nothing_is_kept(backend: Backend) {
    let browser = backend.member(1).await;
    let wrong = save(&browser, 0, &json!({ "phone": "12", "department": "" , "position": "부장" }), &json!({})).await;
    assert_eq!(wrong.code(), "invalid");
    let fields = wrong.body["fields"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap());
    assert_eq!(fields.collect::<Vec<_>>(), ["contact.department", "contact.phone"]);
    assert_eq!(values(&browser).await["position"]["text"], "과장");
}

async fn a_new_password_wants_the_old_one_and_ends_other_logins(backend: Backend) {
    let browser = backend.member(1).await;
    let elsewhere = backend.browser();
    elsewhere.log_in("hanbit1", PASSWORD).await.ok();
    let change = |current: &str, new: &str| browser.put("/api/me/password", json!({ "current": current, "new": new }));
    assert_eq!(change("a wrong one", NEW).await.code(), "password_wrong");
    let own = change(PASSWORD, "hanbit1 hanbit1").await;
    assert_eq!(own.body["fields"][0]["field"], "new", "not made of the login id");
    assert_eq!(change(PASSWORD, "short").await.body["fields"][0]["field"], "new");
    change(PASSWORD, NEW).await.ok();
    browser.get("/api/me").await.ok();
    assert_eq!(elsewhere.get("/api/me").await.code(), "login_required");
    assert_eq!(events(&backend, "password_changed").await, 1);
    assert_eq!(elsewhere.log_in("hanbit1", PASSWORD).await.code(), "login_failed");
    elsewhere.log_in("hanbit1", NEW).await.ok();
}

async fn the_other_system_is_told_anew(backend: Backend) {
    let browser = backend.browser();
    browser.open_in("plain").await.ok();
    let number = crate::support::people::number(4, 1);
    browser.answer_in("plain", "company", &json!({ "business_number": number })).await.ok();
    browser.answer_in("plain", "company-info", &json!({ "name": "주식회사 새별" })).await.ok();
    browser.account("plain", "saebyeol1").await;
    browser.submit_in("plain", "attempt-0001").await.ok();
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it knows the member");
    browser.log_in_at_people("saebyeol1").await.ok();
    let info = browser.get(INFO).await.ok();
    let message = "SELECT message FROM syncs";
    let before: (String,) = sqlx::query_as(message).fetch_one(&backend.pool().await).await.unwrap();
    let forms = json!({ "contact": { "fields": { "mobile": "010-9999-8888" } } });
    let body = json!({ "version": info["version"], "forms": forms, "password": PASSWORD });
    browser.put(INFO, body).await.ok();
    assert_eq!(tell_due(&backend.app).await.unwrap(), 1, "it is told of under another name");
    let after: (String,) = sqlx::query_as(message).fetch_one(&backend.pool().await).await.unwrap();
    assert_ne!(before, after);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0);
}
