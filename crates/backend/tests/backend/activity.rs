//! What happened to a member's account, as its member reads it.

use crate::support::staff::Firm;
use crate::support::steps::PASSWORD;
use crate::support::{Backend, Browser, on_each_database};
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};

on_each_database!(a_member_reads_what_happened_newest_first_and_nothing_of_others, lines_come_a_page_at_a_time,);

mod staff {
    use crate::support::on_each_database;

    on_each_database!("/tests/portals"; what_the_company_did_names_nobody);

    use super::what_the_company_did_names_nobody;
}

const ACTIVITY: &str = "/api/me/activity";

async fn lines(browser: &Browser) -> Vec<(String, String)> {
    let page = browser.get(ACTIVITY).await.ok();
    let text = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|line| (text(line, "event"), text(line, "by"))).collect()
}

fn said(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(event, by)| ((*event).to_owned(), (*by).to_owned())).collect()
}

async fn a_member_reads_what_happened_newest_first_and_nothing_of_others(backend: Backend) {
    let browser = backend.member(1).await;
    let other = backend.member(2).await;
    let begun = lines(&browser).await;
    assert!(begun.contains(&("submitted".to_owned(), "member".to_owned())), "{begun:?}");
    let of_other = lines(&other).await;
    backend.pass(MINUTE);
    let stranger = backend.browser();
    assert_eq!(stranger.log_in("hanbit1", "a wrong one").await.code(), "login_failed");
    backend.pass(MINUTE);
    let new = json!({ "current": PASSWORD, "new": "a quite new one 2026" });
    browser.put("/api/me/password", new).await.ok();
    let newest = said(&[("password_changed", "member"), ("login_failed", "unknown")]);
    assert_eq!(lines(&browser).await[..2], newest);
    assert_eq!(lines(&other).await, of_other, "what happens to others is not told");
    let line = browser.get(ACTIVITY).await.ok()["rows"][1].clone();
    let names: Vec<&String> = line.as_object().unwrap().keys().collect();
    assert_eq!(names, ["at", "by", "event", "id"], "no address, number or name goes out");
}

async fn lines_come_a_page_at_a_time(backend: Backend) {
    let browser = backend.member(1).await;
    let pool = backend.pool().await;
    let known = browser.get(ACTIVITY).await.ok()["total"].as_i64().unwrap();
    let member: String = sqlx::query_scalar("SELECT id FROM members").fetch_one(&pool).await.unwrap();
    let insert = "INSERT INTO audit (id, at, event, portal, member_id) VALUES ($1, $2, $3, 'daejeon', $4)";
    for (n, event) in (0..20).map(|n| (n, "logged_in")).chain([(99, "sync_retried")]) {
        let id = format!("line{n:04}");
        sqlx::query(insert).bind(id).bind(i64::from(n)).bind(event).bind(&member).execute(&pool).await.unwrap();
    }
    let first = browser.get(ACTIVITY).await.ok();
    assert_eq!((first["total"].as_i64().unwrap(), &first["pages"]), (known + 20, &json!(2)));
    assert_eq!(first["rows"].as_array().unwrap().len(), 20);
    let second = browser.get("/api/me/activity?page=2").await.ok();
    let oldest = second["rows"].as_array().unwrap().last().cloned().unwrap();
    assert_eq!((&oldest["id"], &oldest["at"]), (&json!("line0000"), &json!("1970-01-01T00:00:00Z")));
    assert_eq!(second["rows"].as_array().unwrap().len(), usize::try_from(known).unwrap());
    let beyond = browser.get("/api/me/activity?page=9").await.ok();
    assert_eq!(beyond["rows"], json!([]));
    assert_eq!(browser.get("/api/me/activity?page=x").await.code(), "bad_request");
}

async fn what_the_company_did_names_nobody(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let associate = firm.hire("associate1", "associate").await;
    backend.pass(MINUTE);
    let body = json!({ "ids": [associate.id] });
    firm.master.post("/api/company/approvals", body).await.ok();
    assert_eq!(lines(&associate.browser).await[..1], said(&[("associate_approved", "company")]));
    let all = lines(&firm.master).await;
    assert!(all.iter().all(|(event, _)| event != "associate_approved"), "it was not the master's account: {all:?}");
}
