//! A sign-up through the API, from the first consent to the member's own page.

use crate::support::steps::{DRAFT, PASSWORD, business_number, input};
use crate::support::{Backend, on_each_database};
use gaip_backend::clock::{DAY, HOUR};
use serde_json::{Value, json};

on_each_database!(
    a_company_signs_up_and_logs_in,
    each_outcome_of_the_registry_has_its_code,
    no_step_can_be_answered_out_of_order,
    a_changed_company_voids_what_depends_on_it_after_asking,
    another_tab_writes_only_after_it_took_over,
    everything_typed_survives_a_new_process,
    a_consent_is_to_what_was_shown,
    a_login_id_must_be_checked_and_free,
    a_password_obeys_the_policy_and_may_stay,
    files_of_others_are_unknown,
    giving_up_deletes_everything,
    old_drafts_are_swept_with_their_files,
    members_of_the_operator_s_list_become_full_once,
);

async fn a_company_signs_up_and_logs_in(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "Hanbit1").await;
    let done = browser.submit("attempt-0001").await.ok();
    let reference = done["completion"]["reference"].as_str().unwrap();
    assert!(reference.starts_with("DJ-2026-") && reference.len() == 14, "{reference}");
    assert_eq!(done["completion"]["provisional"], true);
    assert_eq!(done["completion"]["login_id"], "hanbit1");
    assert_eq!(done["inputs"], json!({}));
    assert_eq!(browser.open().await.ok()["completion"], done["completion"], "a reload shows it again");

    let member = browser.log_in("HANBIT1", PASSWORD).await.ok();
    assert_eq!(member["member"]["company"], "(주)한빛무역");
    let page = browser.get("/api/me").await.ok();
    assert_eq!(page["reference"], reference);
    assert_eq!(page["facts"]["answers"]["products"]["products"][1]["values"]["name"]["text"], "김부각");
    assert_eq!(page["files"][0]["name"], "동의서.pdf");
    assert_eq!(page["facts"]["answers"]["contact"]["form"]["password"], "secret");
}

async fn each_outcome_of_the_registry_has_its_code(backend: Backend) {
    let browser = backend.browser();
    browser.open().await.ok();
    browser.agree().await.ok();
    for (number, code) in [
        ("111-11-11119", "business_suspended"),
        ("222-22-22227", "business_closed"),
        ("333-33-33336", "business_unregistered"),
        ("555-55-55553", "registry_unavailable"),
        ("777-77-77770", "registry_unavailable"),
        ("124-81-00999", "invalid"),
    ] {
        let answer = browser.company(number).await;
        assert_eq!(answer.code(), code, "{number}");
    }
    assert!(browser.open().await.ok()["facts"]["answers"]["company"].is_null(), "none of them is an answer");
    browser.company("124-81-00998").await.ok();
}

async fn no_step_can_be_answered_out_of_order(backend: Backend) {
    let browser = backend.browser();
    browser.open().await.ok();
    assert_eq!(browser.company(&business_number(1)).await.code(), "step_closed");
    assert_eq!(browser.products().await.code(), "step_closed");
    assert_eq!(browser.submit("attempt-0001").await.code(), "step_closed");
    assert_eq!(browser.answer("review", input(&json!({}))).await.code(), "not_found");
    assert_eq!(browser.answer("nowhere", input(&json!({}))).await.code(), "not_found");
    browser.agree().await.ok();
    assert_eq!(browser.contact("hanbit1", Some(PASSWORD)).await.code(), "step_closed");
    assert_eq!(browser.submit("attempt-0001").await.code(), "step_closed");
}

async fn a_changed_company_voids_what_depends_on_it_after_asking(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let asked = browser.company(&business_number(2)).await;
    assert_eq!(asked.code(), "would_forget");
    assert_eq!(asked.body["forgotten"], json!(["certificate", "company-info", "products"]));
    let draft = browser.open().await.ok();
    assert_eq!(draft["facts"]["answers"]["company"]["company"]["business_number"], business_number(1).as_str());

    let mut body = input(&json!({ "business_number": business_number(2) }));
    body["forget"] = json!(true);
    let draft = browser.answer("company", body).await.ok();
    let answered: Vec<&String> = draft["facts"]["answers"].as_object().unwrap().keys().collect();
    assert_eq!(answered, ["company", "contact", "terms"]);
    assert_eq!(draft["inputs"]["company-info"]["fields"]["name"], "(주)한빛무역", "what was typed is still there");
    browser.company(&business_number(2)).await.ok();
}

async fn another_tab_writes_only_after_it_took_over(backend: Backend) {
    let first = backend.browser();
    first.open().await.ok();
    let second = first.tab("tab-2");
    assert_eq!(second.open().await.code(), "held_elsewhere");
    assert_eq!(second.agree().await.code(), "held_elsewhere");
    first.open().await.ok();
    first.agree().await.ok();

    second.post(DRAFT, json!({ "take_over": true })).await.ok();
    let typed = json!({ "input": { "fields": { "business_number": "124" } } });
    let path = format!("{DRAFT}/steps/company/input");
    assert_eq!(first.put(&path, typed.clone()).await.code(), "held_elsewhere");
    assert_eq!(first.delete(DRAFT).await.code(), "held_elsewhere");
    second.put(&path, typed).await.ok();
    second.company(&business_number(1)).await.ok();
}

async fn everything_typed_survives_a_new_process(mut backend: Backend) {
    let browser = backend.browser();
    browser.open().await.ok();
    browser.agree().await.ok();
    let typed = json!({ "fields": { "name": "홍길ㄷ", "email": ["hong", "example"], "password": PASSWORD } });
    let saved = browser.put(&format!("{DRAFT}/steps/contact/input"), json!({ "input": typed })).await.ok();
    assert!(saved["at"].as_str().unwrap().starts_with("2026-11-21T14:30:00"));
    backend.restart().await;
    let draft = backend.again(&browser).open().await.ok();
    assert_eq!(draft["inputs"]["contact"]["fields"], json!({ "name": "홍길ㄷ", "email": ["hong", "example"] }));
    assert_eq!(draft["facts"]["answers"]["terms"]["consent"]["service"]["agreed"], true);
    assert_eq!((&draft["today"], &draft["kept_days"]), (&json!("2026-11-21"), &json!(30)));
}

async fn a_consent_is_to_what_was_shown(backend: Backend) {
    let browser = backend.browser();
    browser.open().await.ok();
    let fields =
        json!({ "service": "yes", "privacy-policy": "yes", "privacy-collection": "yes", "company-information": "yes" });
    let unseen = browser.answer("terms", input(&fields)).await;
    assert_eq!(unseen.code(), "terms_changed");
    let refused = browser.answer("terms", input(&json!({ "service": "yes" }))).await;
    assert_eq!(refused.code(), "invalid");
    assert_eq!(refused.body["fields"][0], json!({ "field": "privacy-policy", "error": "not_agreed" }));
    let draft = browser.agree().await.ok();
    let consents = &draft["facts"]["answers"]["terms"]["consent"];
    assert_eq!(consents["email-news"]["agreed"], false);
    assert_eq!(consents["service"]["hash"].as_str().unwrap().len(), 64);
}

async fn a_login_id_must_be_checked_and_free(backend: Backend) {
    let other = backend.browser();
    other.fill(&business_number(1), "hanbit1").await;
    let browser = backend.browser();
    browser.fill(&business_number(2), "hanbit2").await;
    let unchecked = browser.contact("hanbit3", Some(PASSWORD)).await;
    assert_eq!(unchecked.body["fields"], json!([{ "field": "login_id", "error": "unchecked" }]));
    assert_eq!(browser.check_login_id("ab").await.code(), "invalid");
    assert_eq!(browser.check_login_id("HANBIT1").await.ok(), json!({ "login_id": "hanbit1", "available": true }));
    other.submit("attempt-0001").await.ok();
    let taken = browser.contact("hanbit1", Some(PASSWORD)).await;
    assert_eq!(taken.code(), "login_id_taken");
    assert_eq!(browser.check_login_id("hanbit1").await.ok()["available"], false);
    assert_eq!(browser.company(&business_number(1)).await.code(), "company_is_member");
}

async fn a_password_obeys_the_policy_and_may_stay(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    for (password, flaw) in [("short", "too_short"), ("my hanbit1 secret", "personal"), ("a 01012345678 b", "personal")]
    {
        let answer = browser.contact("hanbit1", Some(password)).await;
        assert_eq!(
            answer.body["fields"],
            json!([{ "field": "password", "error": { "password": flaw } }]),
            "{password}"
        );
    }
    browser.contact("hanbit1", None).await.ok();
    browser.submit("attempt-0001").await.ok();
    browser.log_in("hanbit1", PASSWORD).await.ok();

    let fresh = backend.browser();
    fresh.open().await.ok();
    fresh.agree().await.ok();
    fresh.company(&business_number(2)).await.ok();
    let file = fresh.upload("a.pdf").await;
    fresh.certificate(&file).await.ok();
    fresh.check_login_id("hanbit2").await.ok();
    let missing = fresh.contact("hanbit2", None).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "password", "error": "missing" }]));
}

async fn files_of_others_are_unknown(backend: Backend) {
    let other = backend.browser();
    other.open().await.ok();
    let file = other.upload("a.pdf").await;
    let browser = backend.browser();
    browser.open().await.ok();
    browser.agree().await.ok();
    browser.company(&business_number(1)).await.ok();
    let answer = browser.certificate(&file).await;
    assert_eq!(answer.body["fields"], json!([{ "field": "documents", "error": "unknown_file" }]));
    assert_eq!(browser.get(&format!("/api/files/{file}")).await.code(), "not_found");
    assert_eq!(browser.delete(&format!("/api/files/{file}")).await.code(), "not_found");
}

async fn giving_up_deletes_everything(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let gone = browser.delete(DRAFT).await;
    assert_eq!((gone.status.as_u16(), gone.body), (204, Value::Null));
    assert_eq!(browser.company(&business_number(1)).await.code(), "draft_gone");
    assert_eq!(uploads(&backend), 0);
    let draft = browser.open().await.ok();
    assert_eq!((&draft["facts"]["answers"], &draft["inputs"], &draft["files"]), (&json!({}), &json!({}), &json!([])));
}

async fn old_drafts_are_swept_with_their_files(backend: Backend) {
    let (old, busy) = (backend.browser(), backend.browser());
    old.fill(&business_number(1), "hanbit1").await;
    busy.fill(&business_number(2), "hanbit2").await;
    backend.pass(29 * DAY);
    busy.put(&format!("{DRAFT}/steps/contact/input"), input(&json!({ "name": "홍" }))).await.ok();
    backend.pass(DAY + HOUR);
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    assert_eq!(uploads(&backend), 1, "the files of the one that was typed in stay");
    assert_eq!(old.company_info().await.code(), "draft_gone");
    busy.company_info().await.ok();
}

async fn members_of_the_operator_s_list_become_full_once(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&business_number(1), "hanbit1").await;
    let reference = browser.submit("attempt-0001").await.ok()["completion"]["reference"].as_str().unwrap().to_owned();
    let random = gaip_backend::random::SystemRandom;
    let mark = async |wanted: &str| {
        gaip_backend::command::originals_received(&backend.config, "daejeon", wanted, &*backend.clock, &random).await
    };
    assert_eq!(gaip_backend::command::members(&backend.config, true).await.unwrap().len(), 1);
    assert!(mark("DJ-2026-XXXXXX").await.is_err());
    assert!(mark(&reference).await.unwrap().starts_with("now a full member"));
    assert!(mark(&business_number(1)).await.unwrap().starts_with("a full member already"));
    assert!(gaip_backend::command::members(&backend.config, true).await.unwrap().is_empty());
    assert_eq!(browser.open().await.ok()["completion"]["provisional"], false);
}

fn uploads(backend: &Backend) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
    }
    count(&backend.data().join("uploads"))
}
