//! Many at once: one member, one company, one owner of a login id.

use crate::support::steps::{DRAFT, PASSWORD, business_number, input};
use crate::support::{Backend, on_each_database};
use futures::future::join_all;
use serde_json::{Value, json};

on_each_database!(
    a_hundred_submits_at_once_make_one_member,
    a_repeated_submit_answers_the_same,
    a_key_belongs_to_one_sign_up,
    of_two_companies_one_gets_the_login_id,
    of_two_people_one_signs_the_company_up,
    two_tabs_at_once_never_write_both,
    a_file_that_goes_missing_reopens_its_step,
);

async fn a_hundred_submits_at_once_make_one_member(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let attempts = (0..100).map(|i| {
        let browser = browser.clone();
        // Half of them are repetitions of one attempt, half are attempts of their own.
        tokio::spawn(
            async move { browser.submit(&format!("attempt-{}", if i % 2 == 0 { 1000 } else { 1000 + i })).await },
        )
    });
    let mut references: Vec<Value> = Vec::new();
    for answer in join_all(attempts).await {
        references.push(answer.unwrap().ok()["completion"]["reference"].clone());
    }
    references.dedup();
    assert_eq!(references.len(), 1, "{references:?}");
    assert_eq!(backend.app.store.members(false).await.unwrap().len(), 1);
}

async fn a_repeated_submit_answers_the_same(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let first = browser.submit("attempt-0001").await.ok();
    assert_eq!(browser.submit("attempt-0001").await.ok(), first);
    assert_eq!(browser.submit("attempt-0002").await.ok(), first);
    assert_eq!(browser.tab("tab-2").submit("attempt-0003").await.ok(), first);
    assert_eq!(browser.company_info().await.code(), "already_submitted");
    let typed = browser.put(&format!("{DRAFT}/steps/contact/input"), input(&json!({}))).await;
    assert_eq!(typed.code(), "already_submitted");
    assert_eq!(browser.submit("short").await.code(), "bad_request");
}

async fn a_key_belongs_to_one_sign_up(backend: Backend) {
    let (first, second) = (backend.browser(), backend.browser());
    first.fill(&business_number(1), "hanbit1").await;
    second.fill(&business_number(2), "hanbit2").await;
    first.submit("attempt-0001").await.ok();
    assert_eq!(second.submit("attempt-0001").await.code(), "key_reused");
    second.submit("attempt-0002").await.ok();
}

async fn of_two_companies_one_gets_the_login_id(backend: Backend) {
    let (first, second) = (backend.browser(), backend.browser());
    first.fill(&business_number(1), "hanbit1").await;
    second.fill(&business_number(2), "hanbit1").await;
    let (a, b) = tokio::join!(first.submit("attempt-0001"), second.submit("attempt-0002"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "login_id_taken"]);
    let loser = if a.code().is_empty() { &second } else { &first };
    loser.check_login_id("hanbit2").await.ok();
    loser.contact("hanbit2", Some(PASSWORD)).await.ok();
    loser.submit("attempt-0003").await.ok();
}

async fn of_two_people_one_signs_the_company_up(backend: Backend) {
    let (first, second) = (backend.browser(), backend.browser());
    first.fill(&business_number(1), "hanbit1").await;
    second.fill(&business_number(1), "hanbit2").await;
    let (a, b) = tokio::join!(first.submit("attempt-0001"), second.submit("attempt-0002"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "company_is_member"]);
    assert_eq!(backend.app.store.members(false).await.unwrap().len(), 1);
}

async fn two_tabs_at_once_never_write_both(backend: Backend) {
    let browser = backend.browser();
    browser.get("/api/session").await.ok();
    let opened = join_all((0..20).map(|i| {
        let tab = browser.tab(&format!("tab-{i}"));
        async move { tab.open().await.code().to_owned() }
    }))
    .await;
    assert_eq!(opened.iter().filter(|code| code.is_empty()).count(), 1, "{opened:?}");
    assert_eq!(opened.iter().filter(|code| *code == "held_elsewhere").count(), 19);
}

async fn a_file_that_goes_missing_reopens_its_step(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let draft = browser.open().await.ok();
    let file = draft["files"][0]["id"].as_str().unwrap();
    browser.delete(&format!("/api/files/{file}")).await;
    assert_eq!(browser.submit("attempt-0001").await.code(), "step_closed");
    let draft = browser.open().await.ok();
    assert!(draft["facts"]["answers"]["certificate"].is_null(), "the step is asked again");
    let file = browser.upload("b.pdf").await;
    browser.certificate(&file).await.ok();
    browser.submit("attempt-0001").await.ok();
    assert_eq!(backend.app.store.members(false).await.unwrap().len(), 1);
}
