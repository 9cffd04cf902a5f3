//! What members do with their own account: logins, consents and new versions of documents, their data, leaving.

use crate::support::certificates::copy;
use crate::support::companies::{LISTED, registered};
use crate::support::steps::{PASSWORD, business_number};
use crate::support::{Answer, Backend, Browser, on_each_database};
use crate::walk::contract::{Parts, operations};
use gaip_backend::clock::MINUTE;
use gaip_contract::needs::Need;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

on_each_database!(
    a_member_sees_logins_by_device_and_ends_them_at_once,
    a_company_sees_its_own_logins_and_ends_them_and_nobody_elses,
    an_optional_consent_is_withdrawn_and_given_again_and_history_stays,
    a_new_version_is_agreed_to_before_anything_else,
    the_data_hold_what_was_entered_and_no_secret,
    who_leaves_is_gone_with_everything,
    who_has_no_password_shows_a_fresh_login,
);

mod staff {
    use crate::support::on_each_database;

    on_each_database!("/tests/portals"; a_master_of_others_stays_and_a_regular_member_goes);

    use super::a_master_of_others_stays_and_a_regular_member_goes;
}

const CHROME: &str =
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
const CONSENTS: &str = "/api/me/consents";
const LEAVING: &str = "/api/me/leaving";

async fn consent(browser: &Browser, terms: &str) -> Value {
    let all = browser.get(CONSENTS).await.ok();
    all.as_array().unwrap().iter().find(|one| one["terms"] == terms).cloned().unwrap()
}

async fn decide(browser: &Browser, choices: Value) -> Answer {
    let mut seen = json!({});
    for terms in choices.as_object().unwrap().keys() {
        let document = browser.get(&format!("/api/portals/daejeon/terms/{terms}?lang=ko")).await;
        seen[terms] = document.body["hash"].clone();
    }
    seen.as_object_mut().unwrap().retain(|_, hash| hash.is_string());
    browser.put(CONSENTS, json!({ "choices": choices, "seen": seen })).await
}

async fn a_member_sees_logins_by_device_and_ends_them_at_once(backend: Backend) {
    let here = backend.member(1).await;
    let login = json!({ "portal": "daejeon", "login_id": "hanbit1", "password": PASSWORD });
    let office = backend.browser();
    office.send("POST", "/api/session", login.clone(), &[("user-agent", CHROME)]).await.ok();
    let home = backend.browser();
    home.log_in("hanbit1", PASSWORD).await.ok();
    let stranger = backend.member(2).await;
    let list = here.get("/api/me/logins").await.ok();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 3);
    assert_eq!(list.iter().filter(|one| one["here"] == true).count(), 1);
    let at_office = list.iter().find(|one| one["device"] == "Chrome · Windows").unwrap()["id"].as_str().unwrap();
    let path = format!("/api/me/logins/{at_office}");
    assert_eq!(stranger.delete(&path).await.code(), "not_found", "another member's");
    office.get("/api/me").await.ok();
    assert_eq!(here.delete(&path).await.ok().as_array().unwrap().len(), 2);
    assert_eq!(office.get("/api/me").await.code(), "login_required");
    assert_eq!(here.delete(&path).await.code(), "not_found");
    assert_eq!(here.delete("/api/me/logins").await.ok().as_array().unwrap().len(), 1);
    assert_eq!(home.get("/api/me").await.code(), "login_required");
    here.get("/api/me").await.ok();
    stranger.get("/api/me").await.ok();
}

async fn a_company_sees_its_own_logins_and_ends_them_and_nobody_elses(backend: Backend) {
    let member = registered(&backend).await;
    let (here, other) = (backend.browser(), backend.browser());
    other.as_company(LISTED, PASSWORD).await.ok();
    backend.pass(1_000);
    here.as_company(LISTED, PASSWORD).await.ok();
    let list = here.get("/api/me/logins").await.ok();
    let of = |at: usize| (list[at]["here"].clone(), format!("/api/me/logins/{}", list[at]["id"].as_str().unwrap()));
    assert_eq!((of(0).0, of(1).0, list[2].is_null()), (json!(true), json!(false), true), "{list}");
    assert_eq!(member.delete(&of(1).1).await.code(), "not_found", "its member's logins are others");
    assert_eq!(here.delete(&of(0).1).await.code(), "not_found", "this one ends by logging out");
    // What is done next is written down later.
    backend.pass(1_000);
    assert_eq!(here.delete(&of(1).1).await.ok().as_array().unwrap().len(), 1);
    assert_eq!(other.get("/api/company").await.code(), "login_required");
    assert_eq!(here.events().await[0], "logins_ended");
    other.as_company(LISTED, PASSWORD).await.ok();
    assert_eq!(here.delete("/api/me/logins").await.ok().as_array().unwrap().len(), 1);
    assert_eq!(other.get("/api/company").await.code(), "login_required");
    member.get("/api/me").await.ok();
}

async fn an_optional_consent_is_withdrawn_and_given_again_and_history_stays(backend: Backend) {
    let browser = backend.member(1).await;
    let news = consent(&browser, "email-news").await;
    assert_eq!((&news["agreed"], &news["required"], &news["due"]), (&json!(false), &json!(false), &json!(false)));
    backend.pass(MINUTE);
    decide(&browser, json!({ "email-news": true })).await.ok();
    decide(&browser, json!({ "email-news": false })).await.ok();
    let news = consent(&browser, "email-news").await;
    assert_eq!(news["agreed"], false);
    let choices: Vec<&Value> = news["decisions"].as_array().unwrap().iter().map(|one| &one["agreed"]).collect();
    assert_eq!(choices, [&json!(false), &json!(true), &json!(false)], "newest first, and the first one is still there");
    let unseen = json!({ "choices": { "email-news": true } });
    assert_eq!(browser.put(CONSENTS, unseen).await.code(), "terms_changed", "what was not shown is not agreed to");
    assert_eq!(decide(&browser, json!({ "service": false })).await.code(), "consent_stays");
    assert_eq!(decide(&browser, json!({ "nothing": true })).await.code(), "not_found");
    assert_eq!(consent(&browser, "email-news").await["decisions"].as_array().unwrap().len(), 3);
}

/// The portals as they are, where documents can be changed.
fn changeable(backend: &mut Backend) -> PathBuf {
    let folder = backend.data().join("portals");
    copy(&backend.config.portals_folder(), &folder);
    backend.config.portals = Some(folder.clone());
    folder.join("daejeon")
}

/// A document has version 3 from now on.
async fn renew(backend: &mut Backend, terms: &str) {
    let folder = changeable(backend);
    let path = folder.join("portal.json");
    let mut portal: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let all = portal["terms"].as_array_mut().unwrap();
    all.iter_mut().find(|one| one["id"] == terms).unwrap()["version"] = json!("3");
    fs::write(path, portal.to_string()).unwrap();
    for lang in ["ko", "en"] {
        let old = fs::read_to_string(folder.join(format!("terms/{terms}.2.{lang}.md"))).unwrap();
        fs::write(folder.join(format!("terms/{terms}.3.{lang}.md")), old + "\n3\n").unwrap();
    }
    backend.restart().await;
}

async fn a_new_version_is_agreed_to_before_anything_else(mut backend: Backend) {
    let before = backend.member(1).await;
    renew(&mut backend, "service").await;
    let browser = backend.again(&before);
    for operation in operations() {
        let open = match operation.need {
            Need::MemberBeforeConsent | Need::AdminBeforeConsent => true,
            Need::Member | Need::Admin | Need::Service(_) | Need::Company => false,
            _ => continue,
        };
        let (method, path, body) = operation.request(&Parts::new());
        let code = browser.send(method, &path, body, &[]).await.code().to_owned();
        assert_eq!(code == "consent_required", !open, "{}: {code}", operation.id);
    }
    browser.get("/api/session").await.ok();
    let service = consent(&browser, "service").await;
    assert_eq!((&service["due"], &service["version"], &service["agreed"]), (&json!(true), &json!("3"), &json!(true)));
    assert_eq!(consent(&browser, "privacy-policy").await["due"], false, "what has not changed is not asked again");
    let old = json!({ "choices": { "service": true }, "seen": { "service": "0".repeat(64) } });
    assert_eq!(browser.put(CONSENTS, old).await.code(), "terms_changed");
    decide(&browser, json!({ "email-news": true })).await.ok();
    assert_eq!(browser.get("/api/me").await.code(), "consent_required", "the optional one opens nothing");
    decide(&browser, json!({ "service": true })).await.ok();
    browser.get("/api/me").await.ok();
    let versions = consent(&browser, "service").await["decisions"].clone();
    assert_eq!((&versions[0]["version"], &versions[1]["version"]), (&json!("3"), &json!("2")));
}

async fn the_data_hold_what_was_entered_and_no_secret(backend: Backend) {
    let browser = backend.member(1).await;
    let answer = browser.get("/api/me/data").await;
    assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"my-data.json\"");
    let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
    for held in ["홍길동", "hong@example.kr", "조미김", "동의서.pdf", "email-news", "hanbit1"] {
        assert!(text.contains(held), "{held}");
    }
    for secret in ["argon2", PASSWORD, "token", "password_hash"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

async fn rows(backend: &Backend, member: &str) -> i64 {
    let count =
        "SELECT (SELECT COUNT(*) FROM members WHERE id = $1) + (SELECT COUNT(*) FROM answers WHERE member_id = $1)
        + (SELECT COUNT(*) FROM consents WHERE member_id = $1) + (SELECT COUNT(*) FROM decisions WHERE member_id = $1)
        + (SELECT COUNT(*) FROM products WHERE member_id = $1) + (SELECT COUNT(*) FROM files)
        + (SELECT COUNT(*) FROM companies) + (SELECT COUNT(*) FROM sessions WHERE member_id = $1)";
    sqlx::query_scalar(count).bind(member).fetch_one(&backend.pool().await).await.unwrap()
}

fn files_below(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    entries.iter().map(|entry| if entry.path().is_dir() { files_below(&entry.path()) } else { 1 }).sum()
}

async fn who_leaves_is_gone_with_everything(backend: Backend) {
    let here = backend.member(1).await;
    let elsewhere = backend.browser();
    elsewhere.log_in("hanbit1", PASSWORD).await.ok();
    decide(&here, json!({ "email-news": true })).await.ok();
    let id: String = sqlx::query_scalar("SELECT id FROM members").fetch_one(&backend.pool().await).await.unwrap();
    assert!(rows(&backend, &id).await > 10);
    assert_eq!(files_below(&backend.config.uploads_folder()), 1);
    assert_eq!(here.post(LEAVING, json!({})).await.code(), "password_wrong");
    assert_eq!(here.post(LEAVING, json!({ "password": "a wrong one" })).await.code(), "password_wrong");
    here.get("/api/me").await.ok();
    let left = json!({ "left_at": "2026-11-21T14:30:00Z", "with_company": true });
    assert_eq!(here.post(LEAVING, json!({ "password": PASSWORD })).await.ok(), left);
    for gone in [&here, &elsewhere] {
        assert_eq!(gone.get("/api/me").await.code(), "login_required");
    }
    assert_eq!(backend.browser().log_in("hanbit1", PASSWORD).await.code(), "login_failed");
    assert_eq!(rows(&backend, &id).await, 0);
    assert_eq!(files_below(&backend.config.uploads_folder()), 0, "the bytes of the files are gone too");
    let audit = "SELECT COUNT(*) FROM audit WHERE event = 'member_left' AND member_id = $1";
    let audit: i64 = sqlx::query_scalar(audit).bind(&id).fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(audit, 1);
    let operator = backend.operator("daejeon", "staff1").await;
    operator.get("/api/portals/daejeon/operator/audit").await.ok();
    let again = backend.browser();
    again.fill(&business_number(1), "hanbit1").await;
    again.submit("attempt-0009").await.ok();
}

async fn who_has_no_password_shows_a_fresh_login(backend: Backend) {
    let browser = backend.member(1).await;
    sqlx::query("UPDATE members SET password_hash = ''").execute(&backend.pool().await).await.unwrap();
    backend.pass(10 * MINUTE);
    assert_eq!(browser.post(LEAVING, json!({})).await.code(), "login_again");
    assert_eq!(browser.post(LEAVING, json!({ "password": "" })).await.code(), "login_again");
    browser.get("/api/me").await.ok();
    sqlx::query("UPDATE sessions SET logged_in_at = logged_in_at + 60000 WHERE member_id IS NOT NULL")
        .execute(&backend.pool().await)
        .await
        .unwrap();
    browser.post(LEAVING, json!({})).await.ok();
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
}

async fn a_master_of_others_stays_and_a_regular_member_goes(backend: Backend) {
    let firm = crate::support::staff::Firm::found(&backend, 1).await;
    let colleague = firm.hire("regular1", "regular").await;
    let leave = json!({ "password": PASSWORD });
    assert_eq!(firm.master.post(LEAVING, leave.clone()).await.code(), "master_stays");
    assert_eq!(firm.role(&firm.first().await).await, "master", "nothing was deleted");
    let left = colleague.browser.post(LEAVING, leave.clone()).await.ok();
    assert_eq!(left["with_company"], false, "the company has others");
    assert_eq!(firm.master.get("/api/company").await.ok()["counts"]["regular"], 0);
    firm.master.get("/api/company/log").await.ok();
    firm.master.post(LEAVING, leave).await.ok();
    assert_eq!(firm.masters(&backend.pool().await).await, 0);
    let left: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM companies").fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(left, 0, "nobody is linked to the company any more");
}
