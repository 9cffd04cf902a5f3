//! People and their companies, through the API: who may join, and what they are to the company.

use crate::support::people::{by_phone, draft, number};
use crate::support::{Backend, Browser, on_each_database};
use futures::future::join_all;
use gaip_backend::command;
use gaip_backend::random::SystemRandom;
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    a_company_of_the_directory_gets_its_master_at_once,
    who_joins_a_registered_company_is_an_associate,
    a_company_that_nobody_knows_waits_for_its_papers,
    no_answer_of_a_service_is_taken_for_a_company,
    without_a_directory_the_tax_office_is_enough,
    two_hundred_people_at_once_make_one_master,
    two_hundred_applicants_at_once_make_one,
    an_application_is_approved_once,
    a_refused_applicant_reads_why_and_frees_the_company,
    of_two_applicants_one_becomes_the_master,
    a_company_that_lost_its_applicant_is_asked_again,
    a_changed_choice_voids_the_company,
);

async fn company(browser: &Browser, journey: &str, number: &str) -> crate::support::Answer {
    browser.open_in(journey).await.ok();
    browser.answer_in(journey, "company", &json!({ "business_number": number })).await
}

/// The reference of an employee who joined, and the role.
async fn employed(backend: &Backend, number: &str, login_id: &str) -> (Browser, String, String) {
    let browser = backend.browser();
    browser.employ(number, login_id).await;
    let done = browser.submit_in("staff", &format!("attempt-{login_id}")).await.ok()["completion"].clone();
    assert_eq!(done["provisional"], done["role"] == "applicant");
    let text = |name: &str| done[name].as_str().unwrap().to_owned();
    (browser, text("reference"), text("role"))
}

async fn role(browser: &Browser, login_id: &str) -> Value {
    browser.log_in_at_people(login_id).await.ok()["member"].clone()
}

async fn a_company_of_the_directory_gets_its_master_at_once(backend: Backend) {
    let answer = company(&backend.browser(), "staff", &number(2, 7)).await.ok();
    let known = &answer["facts"]["answers"]["company"]["company"];
    assert_eq!(known["standing"], "listed");
    assert_eq!(known["profile"]["representative"], "김가상");
    let (browser, reference, role_then) = employed(&backend, &number(2, 7), "saebyeol1").await;
    assert!(reference.starts_with("PP-2026-"), "{reference}");
    assert_eq!(role_then, "master");
    let member = role(&browser, "saebyeol1").await;
    assert_eq!(member["company"], known["profile"]["name"], "the directory's name, not the one that was typed");
    assert_eq!((&member["role"], &member["provisional"]), (&json!("master"), &json!(false)));
}

async fn who_joins_a_registered_company_is_an_associate(backend: Backend) {
    employed(&backend, &number(2, 7), "saebyeol1").await;
    let answer = company(&backend.browser(), "staff", &number(2, 7)).await.ok();
    let known = &answer["facts"]["answers"]["company"]["company"];
    assert_eq!((&known["standing"], &known["profile"]["representative"]), (&json!("registered"), &json!("김가상")));
    assert_eq!(employed(&backend, &number(2, 7), "saebyeol2").await.2, "associate");

    assert_eq!(employed(&backend, &number(4, 7), "hanbit1").await.2, "applicant");
    let answer = company(&backend.browser(), "staff", &number(4, 7)).await.ok();
    let known = &answer["facts"]["answers"]["company"]["company"];
    assert_eq!(known["standing"], "registered");
    assert_eq!(known["profile"], json!({ "name": "주식회사 새별" }), "of what somebody typed only the name is shown");
    assert_eq!(employed(&backend, &number(4, 7), "hanbit2").await.2, "associate");
}

async fn a_company_that_nobody_knows_waits_for_its_papers(backend: Backend) {
    for unknown in [number(4, 7), "333-33-33336".to_owned()] {
        let answer = company(&backend.browser(), "staff", &unknown).await.ok();
        let known = &answer["facts"]["answers"]["company"]["company"];
        assert_eq!((&known["standing"], &known["profile"]), (&json!("unlisted"), &Value::Null), "{unknown}");
    }
    let (browser, reference, role_then) = employed(&backend, &number(4, 7), "saebyeol1").await;
    assert_eq!(role_then, "applicant");
    assert_eq!(role(&browser, "saebyeol1").await["company"], "주식회사 새별");
    let waiting = command::applications(&backend.config).await.unwrap();
    assert!(
        waiting.len() == 1 && waiting[0].starts_with(&reference) && waiting[0].ends_with("by fax or mail"),
        "{waiting:?}"
    );
    let marked =
        command::originals_received(&backend.config, "people", &reference, &*backend.clock, &SystemRandom).await;
    assert!(marked.is_err(), "an applicant waits for more than originals");
}

async fn no_answer_of_a_service_is_taken_for_a_company(backend: Backend) {
    for (number, code) in [
        ("111-11-11119", "business_suspended"),
        ("222-22-22227", "business_closed"),
        ("555-55-55553", "registry_unavailable"),
        ("777-77-77770", "registry_unavailable"),
        ("199-99-99995", "directory_unavailable"),
    ] {
        for journey in ["staff", "plain"] {
            let answer = company(&backend.browser(), journey, number).await;
            let asked = journey == "staff" || code != "directory_unavailable";
            assert_eq!(answer.code(), if asked { code } else { "" }, "{number} in {journey}");
        }
    }
}

async fn without_a_directory_the_tax_office_is_enough(backend: Backend) {
    assert_eq!(company(&backend.browser(), "plain", "333-33-33336").await.code(), "business_unregistered");
    for (login_id, expected) in [("saebyeol1", "master"), ("saebyeol2", "associate")] {
        let browser = backend.browser();
        company(&browser, "plain", &number(4, 7)).await.ok();
        browser.answer_in("plain", "company-info", &json!({ "name": "주식회사 새별" })).await.ok();
        browser.account("plain", login_id).await;
        let done = browser.submit_in("plain", &format!("attempt-{login_id}")).await.ok();
        assert_eq!(done["completion"]["role"], expected);
    }
}

/// How many of those who register one number at once are the first, and how many associates.
async fn at_once(backend: &Backend, number: &str, first: &str) -> (usize, usize) {
    let browsers: Vec<Browser> = (0..200).map(|_| backend.browser()).collect();
    for (i, browser) in browsers.iter().enumerate() {
        browser.employ(number, &format!("person{i}")).await;
    }
    let submits = browsers.into_iter().enumerate().map(|(i, browser)| {
        tokio::spawn(async move { browser.submit_in("staff", &format!("attempt-{i:04}")).await.ok() })
    });
    let done = join_all(submits).await;
    let count = |role: &str| done.iter().filter(|done| done.as_ref().unwrap()["completion"]["role"] == role).count();
    assert_eq!(backend.app.store.members(false).await.unwrap().len(), 200);
    (count(first), count("associate"))
}

async fn two_hundred_people_at_once_make_one_master(backend: Backend) {
    assert_eq!(at_once(&backend, &number(2, 7), "master").await, (1, 199));
    let pool = backend.pool().await;
    let second = "UPDATE members SET role = 'master' WHERE role = 'associate'";
    assert!(sqlx::query(second).execute(&pool).await.is_err(), "the database itself holds one master");
}

async fn two_hundred_applicants_at_once_make_one(backend: Backend) {
    assert_eq!(at_once(&backend, &number(4, 7), "applicant").await, (1, 199));
}

async fn approve(backend: &Backend, reference: &str) -> Result<String, gaip_backend::app::CannotStart> {
    command::approve(&backend.config, reference, &*backend.clock, &SystemRandom).await
}

async fn reject(backend: &Backend, reference: &str, reason: &str) -> Result<String, gaip_backend::app::CannotStart> {
    command::reject(&backend.config, reference, reason, &*backend.clock, &SystemRandom).await
}

async fn events(backend: &Backend) -> Vec<String> {
    let query = "SELECT event FROM audit WHERE event LIKE 'application%' AND member_id IS NOT NULL AND portal = 'people' ORDER BY at, event";
    sqlx::query_scalar::<_, String>(query).fetch_all(&backend.pool().await).await.unwrap()
}

async fn an_application_is_approved_once(backend: Backend) {
    let (browser, reference, _) = employed(&backend, &number(4, 7), "saebyeol1").await;
    let (_, associate, _) = employed(&backend, &number(4, 7), "saebyeol2").await;
    assert!(approve(&backend, &associate).await.is_err(), "an associate is not an application");
    assert!(approve(&backend, &reference.to_lowercase()).await.unwrap().starts_with("approved, now master"));
    assert!(approve(&backend, &reference).await.is_err());
    assert!(command::applications(&backend.config).await.unwrap().is_empty());
    let member = role(&browser, "saebyeol1").await;
    assert_eq!((&member["role"], &member["provisional"]), (&json!("master"), &json!(false)));
    assert_eq!(events(&backend).await, ["application_approved"]);
}

async fn a_refused_applicant_reads_why_and_frees_the_company(backend: Backend) {
    let (browser, reference, _) = employed(&backend, &number(4, 7), "saebyeol1").await;
    assert!(reject(&backend, &reference, " ").await.is_err(), "a reason must be given");
    reject(&backend, &reference, "사업자등록증을 읽을 수 없습니다.").await.unwrap();
    assert!(command::applications(&backend.config).await.unwrap().is_empty());
    assert_eq!(role(&browser, "saebyeol1").await["role"], "applicant");
    let me = browser.get("/api/me").await.ok();
    assert_eq!(
        (&me["rejected"], &me["member"]["provisional"]),
        (&json!("사업자등록증을 읽을 수 없습니다."), &json!(true))
    );
    let answer = company(&backend.browser(), "staff", &number(4, 7)).await.ok();
    assert_eq!(answer["facts"]["answers"]["company"]["company"]["standing"], "unlisted");
    assert_eq!(employed(&backend, &number(4, 7), "saebyeol2").await.2, "applicant");
    assert_eq!(events(&backend).await, ["application_rejected"]);
}

async fn of_two_applicants_one_becomes_the_master(backend: Backend) {
    let (first, reference, _) = employed(&backend, &number(4, 7), "saebyeol1").await;
    reject(&backend, &reference, "다시 보내 주십시오.").await.unwrap();
    let (_, other, _) = employed(&backend, &number(4, 7), "saebyeol2").await;
    let (a, b) = tokio::join!(approve(&backend, &reference), approve(&backend, &other));
    let mut said = [a.unwrap(), b.unwrap()].map(|said| said.split(':').next().unwrap().to_owned());
    said.sort();
    assert_eq!(said, ["approved, now associate", "approved, now master"]);
    role(&first, "saebyeol1").await;
    assert_eq!(first.get("/api/me").await.ok()["rejected"], Value::Null);
}

async fn a_company_that_lost_its_applicant_is_asked_again(backend: Backend) {
    let (_, reference, _) = employed(&backend, &number(4, 7), "saebyeol1").await;
    let browser = backend.browser();
    browser.employ(&number(4, 7), "saebyeol2").await;
    reject(&backend, &reference, "다른 회사의 서류입니다.").await.unwrap();
    assert_eq!(browser.submit_in("staff", "attempt-0001").await.code(), "step_closed");
    assert!(browser.open_in("staff").await.ok()["facts"]["answers"]["company"].is_null(), "the step is asked again");
    let answer = company(&browser, "staff", &number(4, 7)).await.ok();
    assert_eq!(answer["facts"]["answers"]["company"]["company"]["standing"], "unlisted");
}

async fn a_changed_choice_voids_the_company(backend: Backend) {
    let browser = backend.browser();
    browser.open_in("member").await.ok();
    assert_eq!(browser.answer_in("member", "kind", &json!({ "choice": "both" })).await.code(), "invalid");
    browser.answer_in("member", "kind", &json!({ "choice": "company" })).await.ok();
    browser.verify(by_phone("010-1234-5678")).await;
    browser.answer_in("member", "company", &json!({ "business_number": number(2, 7) })).await.ok();
    browser.answer_in("member", "company-info", &json!({ "name": "무시되는 이름" })).await.ok();
    let asked = browser.answer_in("member", "kind", &json!({ "choice": "person" })).await;
    assert_eq!(asked.body["forgotten"], json!(["company", "company-info"]));
    let body = json!({ "input": { "fields": { "choice": "person" } }, "forget": true });
    browser.put(&format!("{}/steps/kind/answer", draft("member")), body).await.ok();
    browser.account("member", "gildong1").await;
    let done = browser.submit_in("member", "attempt-0001").await.ok();
    assert_eq!(done["completion"]["role"], "personal");
}
