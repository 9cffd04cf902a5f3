//! Members who link to a company after they joined, and who leave one (manual rows T10 to T19, T25, T43, T100, T101).

use crate::support::companies::{LISTED, PIN, draft, registered};
use crate::support::kotra;
use crate::support::operators::desk;
use crate::support::people::number;
use crate::support::staff::search;
use crate::support::steps::{PASSWORD, input};
use crate::support::{Answer, Backend, Browser, on_each_database};
use futures::future::join_all;
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};

on_each_database!(
    whoever_has_no_company_links_to_one_by_its_approval_password_at_once,
    a_wrong_approval_password_is_told_and_nothing_typed_is_lost,
    tries_end_and_beginning_anew_gives_no_more_of_them,
    a_company_that_is_not_registered_is_not_linked_and_nobody_links_by_its_number_alone,
    only_general_members_without_a_company_link_and_of_many_at_once_one_holds,
    however_often_it_is_submitted_it_is_one_link,
    who_showed_the_certificate_uses_mileage_and_changes_the_company_and_who_knew_the_password_does_not,
    what_the_certificate_opened_ends_with_the_link,
    the_company_sees_how_each_of_its_people_was_linked,
    whoever_leaves_keeps_the_account_and_links_to_another_company,
    leaving_wants_the_password_and_a_company,
    a_master_with_others_hands_over_first_and_a_master_alone_leaves_nothing_behind,
    an_employee_of_kotra_leaves_and_converts_again,
    of_a_master_who_leaves_and_an_associate_who_comes_no_company_is_left_without_a_master,
    the_account_of_a_company_leaves_no_company,
);

const OTHER: &str = "2208162517";

fn by(choice: &str) -> Value {
    input(&json!({ "choice": choice }))
}

impl Browser {
    /// A general member without a company, who has begun to link to one.
    async fn begins_to_link(&self, login_id: &str, mobile: &str, company: &str) {
        self.joins_and_logs_in(login_id, mobile).await;
        self.finds_to_link(company).await;
    }

    async fn finds_to_link(&self, company: &str) {
        self.post(&draft("link"), json!({})).await.ok();
        self.names("link", company).await.ok();
    }

    async fn approves_link(&self, pin: &str) -> Answer {
        self.at("link", "link", by("approval")).await.ok();
        self.at("link", "approval", json!({ "input": { "fields": {} }, "secrets": { "approval": pin } })).await
    }

    pub async fn links(&self, login_id: &str, mobile: &str, company: &str) {
        self.begins_to_link(login_id, mobile, company).await;
        self.approves_link(PIN).await.ok();
        self.submits("link", &format!("link-of-{login_id}")).await.ok();
    }

    async fn me(&self) -> Value {
        self.get("/api/me").await.ok()
    }

    /// What the company's log says of an event.
    async fn line(&self, event: &str) -> Value {
        let log = self.get("/api/company/log").await.ok();
        let line = log["rows"].as_array().and_then(|rows| rows.iter().find(|line| line["event"] == event));
        line.unwrap_or_else(|| panic!("no {event} in {log}")).clone()
    }

    async fn leaves_company(&self) -> Answer {
        self.post("/api/me/company/leaving", json!({ "password": PASSWORD })).await
    }
}

/// Another company, registered by a member of its own.
async fn other_company(backend: &Backend) {
    let browser = backend.browser();
    browser.joins_and_logs_in("other9", "010-1000-0089").await;
    browser.registers(backend, OTHER).await;
    browser.submits("company", "key-of-other").await.ok();
}

async fn whoever_has_no_company_links_to_one_by_its_approval_password_at_once(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.begins_to_link("second2", "010-1000-0082", LISTED).await;
    let found = browser.post(&draft("link"), json!({})).await.ok()["facts"]["answers"]["company"]["company"].clone();
    assert_eq!(found["standing"], "registered");
    assert!(found["profile"]["name"].as_str().is_some_and(|name| name.contains("가상")), "{found}");
    browser.approves_link(PIN).await.ok();
    let done = browser.submits("link", "link-of-second").await.ok()["completion"].clone();
    assert_eq!((&done["role"], &done["reference"]), (&json!("general"), &json!("")));
    let me = browser.me().await;
    assert_eq!((&me["member"]["linked_by"], &me["business_number"]), (&json!("approval"), &json!(LISTED)));
    assert_eq!(me["member"]["company"], found["profile"]["name"], "nobody approves it");
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    assert_eq!(company.line("company_linked").await["by"], "홍길동");
    assert_eq!(company.get("/api/company").await.ok()["counts"]["general"], 2);
}

async fn a_wrong_approval_password_is_told_and_nothing_typed_is_lost(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.begins_to_link("second2", "010-1000-0082", LISTED).await;
    assert_eq!(
        browser.approves_link("12345").await.body["fields"],
        json!([{ "field": "approval", "error": "format" }])
    );
    assert_eq!(browser.approves_link("471927").await.code(), "approval_wrong");
    assert_eq!(browser.submits("link", "link-of-second").await.code(), "step_closed");
    let view = browser.post(&draft("link"), json!({})).await.ok();
    assert_eq!(view["facts"]["answers"]["company"]["company"]["business_number"], LISTED);
    assert_eq!(view["facts"]["answers"]["link"]["choose"]["choice"], "approval");
    assert_eq!(browser.me().await["member"]["company"], "");
    browser.approves_link(PIN).await.ok();
    browser.submits("link", "link-of-second").await.ok();
}

async fn tries_end_and_beginning_anew_gives_no_more_of_them(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.begins_to_link("second2", "010-1000-0082", LISTED).await;
    for _ in 0..5 {
        assert_eq!(browser.approves_link("471927").await.code(), "approval_wrong");
    }
    assert_eq!(browser.approves_link(PIN).await.code(), "approval_tries_over", "also the right one");
    browser.delete(&draft("link")).await.ok();
    browser.finds_to_link(LISTED).await;
    assert_eq!(browser.approves_link(PIN).await.code(), "approval_tries_over", "nor in a new draft");
    backend.pass(61 * MINUTE);
    let body = json!({ "portal": "tradeinvest", "login_id": "second2", "password": PASSWORD });
    browser.post("/api/session", body).await.ok();
    browser.finds_to_link(LISTED).await;
    browser.approves_link(PIN).await.ok();
}

async fn a_company_that_is_not_registered_is_not_linked_and_nobody_links_by_its_number_alone(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.begins_to_link("second2", "010-1000-0082", LISTED).await;
    assert_eq!(browser.submits("link", "link-of-second").await.code(), "step_closed");
    assert_eq!(browser.names("link", OTHER).await.code(), "company_not_registered");
    // The password of one company says nothing about another.
    other_company(&backend).await;
    browser.approves_link(PIN).await.ok();
    let body = json!({ "input": { "fields": { "business_number": OTHER } }, "forget": true });
    browser.at("link", "company", body).await.ok();
    assert_eq!(browser.submits("link", "link-of-second").await.code(), "step_closed");
    assert_eq!(browser.me().await["member"]["company"], "");
}

async fn only_general_members_without_a_company_link_and_of_many_at_once_one_holds(backend: Backend) {
    let first = registered(&backend).await;
    assert_eq!(first.post(&draft("link"), json!({})).await.code(), "not_for_member");
    let guest = backend.browser();
    guest.get("/api/session").await.ok();
    assert_eq!(guest.post(&draft("link"), json!({})).await.code(), "login_required");
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    assert_eq!(company.post(&draft("link"), json!({})).await.code(), "login_required");
    // One member in two browsers, with two companies.
    other_company(&backend).await;
    let (one, two) = (backend.browser(), backend.browser());
    one.begins_to_link("second2", "010-1000-0082", LISTED).await;
    one.approves_link(PIN).await.ok();
    let body = json!({ "portal": "tradeinvest", "login_id": "second2", "password": PASSWORD });
    two.post("/api/session", body).await.ok();
    two.finds_to_link(OTHER).await;
    two.approves_link(PIN).await.ok();
    let (a, b) = tokio::join!(one.submits("link", "link-of-one"), two.submits("link", "link-of-two"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "not_for_member"]);
}

async fn however_often_it_is_submitted_it_is_one_link(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.begins_to_link("second2", "010-1000-0082", LISTED).await;
    browser.approves_link(PIN).await.ok();
    let attempts = (0..20).map(|i| {
        let browser = browser.clone();
        tokio::spawn(async move { browser.submits("link", &format!("link-attempt-{}", i / 2)).await.ok() })
    });
    for done in join_all(attempts).await {
        assert_eq!(done.unwrap()["completion"]["role"], "general");
    }
    let lines: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM audit WHERE event = 'company_linked'")
        .fetch_one(&backend.pool().await)
        .await
        .unwrap();
    assert_eq!(lines, 1);
}

fn info() -> Value {
    json!({ "version": 0, "input": { "fields": { "name": "주식회사 새이름", "representative": "박대표",
        "address": ["35242", "대전광역시 서구 둔산로 100", "3층"], "phone": "042-765-4321" } } })
}

async fn who_showed_the_certificate_uses_mileage_and_changes_the_company_and_who_knew_the_password_does_not(
    backend: Backend,
) {
    registered(&backend).await;
    let (a, b) = (backend.browser(), backend.browser());
    a.begins_to_link("second2", "010-1000-0082", LISTED).await;
    a.at("link", "link", by("certificate")).await.ok();
    assert_eq!(a.proves(&backend, "link", OTHER).await.code(), "certificate_other_company");
    a.proves(&backend, "link", LISTED).await.ok();
    a.submits("link", "link-of-second").await.ok();
    assert_eq!(a.me().await["member"]["linked_by"], "certificate");
    b.links("third33", "010-1000-0083", LISTED).await;

    assert_eq!(a.get("/api/company/services").await.ok()["mileage"], 12_000);
    a.get("/api/company/info").await.ok();
    assert_eq!(a.put("/api/company/info", info()).await.code(), "step_up_required");
    a.steps_up(&backend, LISTED).await.ok();
    backend.pass(1_000);
    a.put("/api/company/info", info()).await.ok();
    assert_eq!(b.me().await["member"]["company"], "주식회사 새이름");
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    assert_eq!(company.line("company_changed").await["by"], "홍길동", "the log says who");
    let overview = a.get("/api/company").await.ok();
    assert_eq!((overview.get("counts"), &overview["offer"]), (None, &Value::Null), "its people are not theirs to see");
    // Neither hands out what the company's own login alone changes.
    for (method, path, body) in [
        ("PUT", "/api/company/approval", json!({ "approval": "582937" })),
        ("PUT", "/api/company/password", json!({ "password": "another long password 7" })),
        ("GET", "/api/company/log", Value::Null),
    ] {
        assert_eq!(a.send(method, path, body, &[]).await.code(), "not_allowed", "{path}");
    }

    b.steps_up(&backend, LISTED).await.ok();
    for (method, path, body) in [
        ("GET", "/api/company/services", Value::Null),
        ("GET", "/api/company/info", Value::Null),
        ("PUT", "/api/company/info", info()),
    ] {
        assert_eq!(b.send(method, path, body, &[]).await.code(), "not_allowed", "{path}");
    }
}

async fn what_the_certificate_opened_ends_with_the_link(backend: Backend) {
    let first = registered(&backend).await;
    other_company(&backend).await;
    first.steps_up(&backend, LISTED).await.ok();
    first.leaves_company().await.ok();
    assert_eq!(first.get("/api/session").await.ok().get("stepped_up"), None);
    assert_eq!(first.put("/api/company/info", info()).await.code(), "not_allowed");
    first.finds_to_link(OTHER).await;
    first.at("link", "link", by("certificate")).await.ok();
    first.proves(&backend, "link", OTHER).await.ok();
    first.submits("link", "link-of-first").await.ok();
    assert_eq!(
        first.put("/api/company/info", info()).await.code(),
        "step_up_required",
        "the other company's opened it"
    );
}

async fn the_company_sees_how_each_of_its_people_was_linked(backend: Backend) {
    registered(&backend).await;
    backend.pass(1_000);
    let second = backend.browser();
    second.links("second2", "010-1000-0082", LISTED).await;
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    let page = company.employees(search("", None, "oldest", 0)).await.ok();
    let rows = page["rows"].as_array().unwrap();
    let linked: Vec<_> = rows.iter().map(|row| (row["login_id"].as_str(), row["linked_by"].as_str())).collect();
    assert_eq!(linked, [(Some("first1"), Some("certificate")), (Some("second2"), Some("approval"))]);
}

async fn whoever_leaves_keeps_the_account_and_links_to_another_company(backend: Backend) {
    registered(&backend).await;
    other_company(&backend).await;
    let browser = backend.browser();
    browser.links("second2", "010-1000-0082", LISTED).await;
    backend.pass(1_000);
    let me = browser.leaves_company().await.ok();
    assert_eq!((&me["member"]["role"], &me["member"]["company"]), (&json!("general"), &json!("")));
    assert_eq!((me["member"].get("linked_by"), me.get("business_number")), (None, None));
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    let left = company.line("company_left").await;
    assert_eq!((&left["by"], &left["whom"]), (&json!("홍길동"), &json!("홍길동")));
    assert_eq!(company.get("/api/company").await.ok()["counts"]["general"], 1);
    // The link of before was submitted; this is another one.
    browser.finds_to_link(OTHER).await;
    browser.approves_link(PIN).await.ok();
    browser.submits("link", "link-once-more").await.ok();
    assert_eq!(browser.me().await["business_number"], OTHER);
}

async fn leaving_wants_the_password_and_a_company(backend: Backend) {
    let first = registered(&backend).await;
    let leaving = "/api/me/company/leaving";
    assert_eq!(first.post(leaving, json!({ "password": "not the password" })).await.code(), "password_wrong");
    assert_eq!(first.post(leaving, json!({})).await.code(), "password_wrong");
    assert_ne!(first.me().await["member"]["company"], "");
    first.leaves_company().await.ok();
    assert_eq!(first.leaves_company().await.code(), "not_allowed", "once");
    let company = backend.browser();
    company.as_company(LISTED, PASSWORD).await.ok();
    assert_eq!(company.post(leaving, json!({})).await.code(), "login_required", "the company is no member");
    // The company goes on without who registered it.
    let second = backend.browser();
    second.links("second2", "010-1000-0082", LISTED).await;
    let guest = backend.browser();
    guest.get("/api/session").await.ok();
    assert_eq!(guest.post(leaving, json!({})).await.code(), "login_required");
}

/// A member of KOTRA who is the master of the `n`th company of the directory.
async fn master(backend: &Backend, n: u32, company: &str) -> Browser {
    let browser = backend.browser();
    browser.corporate(n, company).await;
    browser.submit_at_kotra("member", &format!("sign-up-{n}")).await.ok();
    browser.log_in_at_kotra(n).await.ok();
    browser
}

async fn a_master_with_others_hands_over_first_and_a_master_alone_leaves_nothing_behind(backend: Backend) {
    let company = number(2, 7);
    let (one, two) = (master(&backend, 1, &company).await, master(&backend, 2, &company).await);
    assert_eq!(one.me().await["member"]["role"], "master");
    assert_eq!(one.leaves_company().await.code(), "master_stays");
    let page = one.employees(search("", None, "newest", 0)).await.ok();
    let rows = page["rows"].as_array().unwrap().clone();
    let other = rows.iter().find(|row| row["role"] == "associate").unwrap()["id"].as_str().unwrap().to_owned();
    one.approve_all(&[&other]).await.ok();
    let offer = one.offer_to(&other).await.ok()["id"].as_str().unwrap().to_owned();
    assert_eq!(one.leaves_company().await.code(), "master_stays", "an offer is not taken yet");
    two.answers(&offer, "accept").await.ok();
    let me = one.leaves_company().await.ok();
    assert_eq!((&me["member"]["role"], &me["member"]["company"]), (&json!("personal"), &json!("")));
    // Nobody else is there: the company goes with its last member, and the next who comes is the first.
    two.leaves_company().await.ok();
    let left: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM companies").fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(left, 0);
    one.converts(&company, &json!({})).await;
    assert_eq!(one.submit_at_kotra("conversion", "convert-again").await.ok()["completion"]["role"], "master");
}

async fn an_employee_of_kotra_leaves_and_converts_again(backend: Backend) {
    master(&backend, 1, &number(2, 7)).await;
    master(&backend, 2, &number(2, 8)).await;
    let browser = backend.browser();
    browser.individual(3).await;
    for (n, company) in [(1, number(2, 7)), (2, number(2, 8))] {
        browser.converts(&company, &json!({})).await;
        let done = browser.submit_at_kotra("conversion", &format!("convert-{n}")).await.ok();
        assert_eq!(done["completion"]["role"], "associate");
        let me = browser.me().await;
        assert_eq!(me["business_number"], company);
        assert_eq!(me["facts"]["answers"]["conversion-company"]["company"]["business_number"], company);
        browser.leaves_company().await.ok();
        assert_eq!(browser.me().await["member"]["role"], "personal");
    }
    // An applicant waits for the operator and is in no company yet.
    browser.converts(&number(4, 7), &json!({ "evidence_by": "fax" })).await;
    browser.submit_at_kotra("conversion", "convert-3").await.ok();
    assert_eq!(browser.leaves_company().await.code(), "not_allowed");
    let operator = backend.operator("kotra", "staff1").await;
    assert_eq!(operator.get(&desk("kotra", "applications")).await.ok()["total"], 1);
    assert_eq!(browser.post(&kotra::draft("conversion"), json!({})).await.ok()["completion"]["role"], "applicant");
}

async fn of_a_master_who_leaves_and_an_associate_who_comes_no_company_is_left_without_a_master(backend: Backend) {
    for round in 0..4 {
        let company = number(2, 20 + round);
        let first = master(&backend, 10 + round * 2, &company).await;
        let second = backend.browser();
        second.corporate(11 + round * 2, &company).await;
        let key = format!("sign-up-race-{round}");
        let (left, joined) = tokio::join!(first.leaves_company(), second.submit_at_kotra("member", &key));
        let orphans: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM companies WHERE EXISTS (SELECT 1 FROM members WHERE company_id = companies.id)
             AND NOT EXISTS (SELECT 1 FROM members WHERE company_id = companies.id AND role = 'master')",
        )
        .fetch_one(&backend.pool().await)
        .await
        .unwrap();
        assert_eq!(orphans, 0, "{:?} {:?}", left.body, joined.body);
    }
}

async fn the_account_of_a_company_leaves_no_company(backend: Backend) {
    let browser = backend.member(1).await;
    assert_eq!(browser.leaves_company().await.code(), "not_allowed");
    assert_ne!(browser.me().await["member"]["company"], "");
}
