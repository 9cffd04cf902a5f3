//! Members change what is known of their company (manual row K17, decision 0030).

use crate::support::staff::Firm;
use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database};
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    masters_and_regular_members_change_the_company_and_nobody_else,
    a_change_wants_the_password_each_time_and_wrong_ones_count,
    of_two_who_edit_the_second_is_told_and_loses_nothing,
    who_is_regular_no_more_changes_nothing,
    the_log_says_who_changed_the_company,
    a_regular_member_sees_services_and_mileage_and_manages_nobody,
);

impl Browser {
    async fn changes(&self, version: u32, name: &str, password: Option<&str>) -> Answer {
        let mut body = json!({ "version": version, "input": { "fields": { "name": name, "phone": "02-765-4321" } } });
        if let Some(password) = password {
            body["password"] = json!(password);
        }
        self.put("/api/company/info", body).await
    }
}

async fn masters_and_regular_members_change_the_company_and_nobody_else(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [regular, associate] = [firm.hire("regular", "regular").await, firm.hire("newer1", "associate").await];
    let before = firm.master.get("/api/company/info").await.ok();
    assert_eq!((&before["version"], &before["password"]), (&json!(0), &json!(true)));
    assert!(before["values"]["name"]["text"].is_string(), "what the directory said: {before}");
    let after = regular.browser.changes(0, "주식회사 새이름", Some(PASSWORD)).await.ok();
    assert_eq!((&after["version"], &after["values"]["phone"]["text"]), (&json!(1), &json!("02-765-4321")));
    assert_eq!(firm.master.get("/api/company").await.ok()["name"], "주식회사 새이름");
    assert_eq!(associate.browser.get("/api/me").await.ok()["member"]["company"], "주식회사 새이름");
    firm.master.changes(1, "주식회사 다른이름", Some(PASSWORD)).await.ok();
    assert_eq!(associate.browser.get("/api/company/info").await.code(), "not_allowed");
    assert_eq!(associate.browser.changes(2, "주식회사 안됨", Some(PASSWORD)).await.code(), "not_allowed");
    let other = Firm::found(&backend, 2).await;
    let theirs = other.master.get("/api/company/info").await.ok();
    assert_eq!(theirs["version"], 0, "another company is another one");
    assert_ne!(theirs["values"], regular.browser.get("/api/company/info").await.ok()["values"]);
    // What no field asks stays: the directory knew the representative.
    let profile: String = sqlx::query_scalar("SELECT profile FROM companies WHERE name = '주식회사 다른이름'")
        .fetch_one(&backend.pool().await)
        .await
        .unwrap();
    assert!(profile.contains("representative"), "{profile}");
}

async fn a_change_wants_the_password_each_time_and_wrong_ones_count(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let missing = firm.master.changes(0, "주식회사 새이름", None).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "password", "error": "missing" }]));
    for _ in 0..10 {
        assert_eq!(firm.master.changes(0, "주식회사 새이름", Some("not it")).await.code(), "password_wrong");
    }
    assert_eq!(
        firm.master.changes(0, "주식회사 새이름", Some(PASSWORD)).await.code(),
        "too_many",
        "also the right one"
    );
    assert_eq!(firm.master.get("/api/company/info").await.ok()["version"], 0);
    backend.pass(16 * MINUTE);
    let wrong = firm.master.changes(0, "", Some(PASSWORD)).await;
    assert_eq!(wrong.body["fields"][0]["field"], "name");
    firm.master.changes(0, "주식회사 새이름", Some(PASSWORD)).await.ok();
    assert_eq!(firm.master.changes(1, "주식회사 새이름", None).await.code(), "invalid", "once more for the next");
}

async fn of_two_who_edit_the_second_is_told_and_loses_nothing(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let regular = firm.hire("regular", "regular").await;
    for browser in [&firm.master, &regular.browser] {
        assert_eq!(browser.get("/api/company/info").await.ok()["version"], 0);
    }
    let (one, two) = tokio::join!(
        firm.master.changes(0, "주식회사 하나", Some(PASSWORD)),
        regular.browser.changes(0, "주식회사 둘", Some(PASSWORD)),
    );
    let (first, second) = if one.status == 200 { (one, two) } else { (two, one) };
    assert_eq!((first.ok()["version"].clone(), second.code()), (json!(1), "info_changed"));
    let known = regular.browser.get("/api/company/info").await.ok();
    assert_eq!(known["version"], 1);
    regular.browser.changes(1, "주식회사 둘", Some(PASSWORD)).await.ok();
    assert_eq!(firm.events().await, ["company_changed", "company_changed"], "what was refused is not written down");
}

async fn who_is_regular_no_more_changes_nothing(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [undone, gone] = [firm.hire("undone", "associate").await, firm.hire("gone11", "regular").await];
    firm.master.approve_all(&[&undone.id]).await.ok();
    undone.browser.get("/api/company/info").await.ok();
    firm.master.undo_all(&[&undone.id]).await.ok();
    firm.master.ends(&gone.id).await.ok();
    for browser in [&undone.browser, &gone.browser] {
        assert_eq!(browser.changes(0, "주식회사 안됨", Some(PASSWORD)).await.code(), "not_allowed");
    }
    assert_eq!(firm.master.get("/api/company/info").await.ok()["version"], 0);
}

async fn the_log_says_who_changed_the_company(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let regular = firm.hire("regular", "regular").await;
    regular.browser.changes(0, "주식회사 새이름", Some(PASSWORD)).await.ok();
    let log = firm.master.get("/api/company/log").await.ok();
    assert_eq!((&log["rows"][0]["event"], &log["rows"][0]["by"]), (&json!("company_changed"), &json!("이름 regular")));
}

async fn a_regular_member_sees_services_and_mileage_and_manages_nobody(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [regular, associate] = [firm.hire("regular", "regular").await, firm.hire("newer1", "associate").await];
    let view = regular.browser.get("/api/company").await.ok();
    assert_eq!((&view["role"], view.get("counts"), &view["offer"]), (&json!("regular"), None, &Value::Null));
    let seen = regular.browser.get("/api/company/services").await;
    assert_ne!(seen.code(), "not_allowed");
    for path in ["/api/company", "/api/company/services"] {
        assert_eq!(associate.browser.get(path).await.code(), "not_allowed", "{path}");
    }
    assert_eq!(regular.browser.get("/api/company/log").await.code(), "not_allowed");
}
