//! Old members of 무역투자24 take their accounts over (manual rows T20, T69 to T74, T120; decision 0021).

use crate::support::certificates::audited;
use crate::support::companies::{LISTED, PIN, registered};
use crate::support::recovery::{NEW, at};
use crate::support::steps::{PASSWORD, input};
use crate::support::{Answer, Backend, Browser, on_each_database};
use futures::future::join_all;
use gaip_backend::clock::MINUTE;
use gaip_backend::command::{AskedOldMembers, old_members};
use gaip_backend::random::SystemRandom;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Whose accounts are in the example: 홍길동, born on 1981-03-01.
const MOBILE: &str = "010-1000-0081";
const OTHER: &str = "010-1000-0072";
const EMAIL: &str = "Hong.Gildong@example.com";
/// The account of the example whose login id is of the present form, and the one whose is not.
const KEPT: &str = "ha***9";
const NEW_ID: &str = "gi***g";

on_each_database!(
    a_file_is_imported_once_and_a_second_time_adds_nothing,
    a_file_with_resident_numbers_is_refused_as_a_whole,
    a_person_sees_their_accounts_masked_and_nobody_elses,
    accounts_are_shown_to_nobody_before_the_proof,
    an_account_that_was_taken_over_is_a_member_with_its_consents,
    a_new_password_is_not_made_of_the_login_id_that_stays,
    an_account_of_somebody_else_cannot_be_chosen,
    a_login_id_that_cannot_stay_is_asked_anew,
    a_login_id_that_is_taken_meanwhile_is_asked_anew,
    many_submissions_in_many_browsers_make_one_member,
    whoever_is_a_member_is_told_so_after_the_proof,
    nothing_goes_on_without_consent_to_the_documents_of_today,
    a_registered_company_is_linked_by_its_approval_password,
    a_company_that_is_not_registered_links_nobody,
    what_was_proved_does_not_wait_for_the_next_at_this_browser,
    accounts_that_nobody_took_over_end_and_the_others_stay,
    whoever_leaves_takes_the_account_along,
);

fn example() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/old-members.csv"))
}

async fn import(backend: &Backend, file: PathBuf) -> Result<Vec<String>, String> {
    let asked = AskedOldMembers::Import { portal: "tradeinvest".to_owned(), file };
    let done = old_members(&backend.config, &asked, &*backend.clock, &SystemRandom).await;
    done.map_err(|error| error.to_string())
}

fn journey() -> String {
    at("tradeinvest", "old-member")
}

async fn accounts(browser: &Browser) -> Answer {
    browser.get(&format!("{}/steps/account/old-accounts", journey())).await
}

/// Begins and proves who it is.
async fn comes(backend: &Backend, mobile: &str) -> Browser {
    let browser = backend.browser();
    browser.post(&journey(), json!({})).await.ok();
    browser.verified_at(&journey(), "identity", mobile).await.ok();
    browser
}

/// Chooses the account of a masked login id.
async fn chooses(browser: &Browser, login_id: &str) -> Value {
    let listed = accounts(browser).await.ok();
    let all = listed["accounts"].as_array().unwrap();
    let id = all.iter().find(|account| account["login_id"] == login_id).unwrap()["id"].clone();
    browser.answer_at(&journey(), "account", &json!({ "account": id })).await.ok()
}

async fn sets(browser: &Browser, password: &str) -> Answer {
    let mut body = input(&json!({ "email": EMAIL }));
    body["secrets"] = json!({ "password": password });
    browser.put(&format!("{}/steps/password/answer", journey()), body).await
}

async fn sets_password(browser: &Browser, fields: &Value) -> Answer {
    let mut body = input(fields);
    body["secrets"] = json!({ "password": NEW });
    browser.put(&format!("{}/steps/password/answer", journey()), body).await
}

async fn agrees(browser: &Browser) {
    let mut seen = json!({});
    for terms in ["service", "privacy-collection"] {
        let shown = browser.get(&format!("/api/portals/tradeinvest/terms/{terms}?lang=ko")).await.ok();
        seen[terms] = shown["hash"].clone();
    }
    let agreed = json!({ "input": { "fields": { "service": "yes", "privacy-collection": "yes" } }, "seen": seen });
    browser.put(&format!("{}/steps/terms/answer", journey()), agreed).await.ok();
}

async fn goes_on(browser: &Browser, way: &str) {
    browser.answer_at(&journey(), "go-on", &json!({ "choice": way })).await.ok();
}

/// Everything up to the submission, with the login id of before.
async fn ready(backend: &Backend) -> Browser {
    let browser = comes(backend, MOBILE).await;
    chooses(&browser, KEPT).await;
    sets_password(&browser, &json!({ "email": EMAIL })).await.ok();
    agrees(&browser).await;
    goes_on(&browser, "mykotra").await;
    browser
}

async fn count(backend: &Backend, select: &'static str) -> i64 {
    let row: (i64,) = sqlx::query_as(select).fetch_one(&backend.pool().await).await.unwrap();
    row.0
}

async fn a_file_is_imported_once_and_a_second_time_adds_nothing(backend: Backend) {
    assert_eq!(import(&backend, example()).await.unwrap(), ["added: 3", "there already: 0", "refused: 0"]);
    assert_eq!(import(&backend, example()).await.unwrap(), ["added: 0", "there already: 3", "refused: 0"]);
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts").await, 3);
    let file = std::fs::read_to_string(example()).unwrap();
    let ci = file.lines().nth(1).unwrap().split(',').nth(1).unwrap();
    let people: Vec<(String,)> =
        sqlx::query_as("SELECT person FROM old_accounts").fetch_all(&backend.pool().await).await.unwrap();
    assert!(people.iter().all(|(person,)| person != ci && person.len() == 64), "a CI is never kept");
    let nowhere = AskedOldMembers::End { portal: "kotra".to_owned() };
    assert!(old_members(&backend.config, &nowhere, &*backend.clock, &SystemRandom).await.is_err());
}

async fn a_file_with_resident_numbers_is_refused_as_a_whole(backend: Backend) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old.csv");
    let text = std::fs::read_to_string(example()).unwrap().replace("주식회사 한빛무역", "810301-1234567");
    std::fs::write(&file, text).unwrap();
    let told = import(&backend, file).await.unwrap_err();
    assert!(told.contains("line 2: a resident registration number") && !told.contains("810301"), "{told}");
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts").await, 0);
}

async fn a_person_sees_their_accounts_masked_and_nobody_elses(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = comes(&backend, MOBILE).await;
    let listed = accounts(&browser).await.ok();
    let shown: Vec<Value> = listed["accounts"].as_array().unwrap().clone();
    let seen = |account: &Value| (account["login_id"].clone(), account["kind"].clone(), account["joined_on"].clone());
    assert_eq!(
        shown.iter().map(seen).collect::<Vec<_>>(),
        [
            (json!(KEPT), json!("corporate"), json!("2016-05-09")),
            (json!(NEW_ID), json!("personal"), json!("2011-11-30"))
        ]
    );
    assert_eq!(shown[0]["company"], "주식회사 한빛무역");
    for hidden in ["hanbit79", "gildong.hong", "haneul88"] {
        assert!(!listed.to_string().contains(hidden), "{hidden} in {listed}");
    }
    let stranger = comes(&backend, OTHER).await;
    assert_eq!(accounts(&stranger).await.ok(), json!({ "accounts": [] }));
}

async fn accounts_are_shown_to_nobody_before_the_proof(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = backend.browser();
    assert_eq!(accounts(&browser).await.code(), "draft_gone");
    browser.post(&journey(), json!({})).await.ok();
    assert_eq!(accounts(&browser).await.code(), "step_closed");
    let other_step = format!("{}/steps/identity/old-accounts", journey());
    assert_eq!(browser.get(&other_step).await.code(), "not_found");
    // The old login id opens nothing, and tells nothing.
    let known = browser.log_in_to("tradeinvest", "hanbit79", PASSWORD).await;
    let unknown = browser.log_in_to("tradeinvest", "nobody79", PASSWORD).await;
    assert_eq!((known.code(), unknown.code()), ("login_failed", "login_failed"));
}

async fn an_account_that_was_taken_over_is_a_member_with_its_consents(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = ready(&backend).await;
    let done = browser.submit_at(&journey(), "attempt-0001").await.ok();
    assert_eq!((&done["completion"]["login_id"], &done["completion"]["role"]), (&json!("hanbit79"), &json!("general")));
    assert_eq!(browser.submit_at(&journey(), "attempt-0002").await.ok()["completion"], done["completion"]);

    let pool = backend.pool().await;
    let consents: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT terms, version, agreed FROM consents ORDER BY terms").fetch_all(&pool).await.unwrap();
    let agreed = |terms: &str| (terms.to_owned(), "1".to_owned(), 1);
    assert_eq!(consents, [agreed("privacy-collection"), agreed("service")]);
    let shown = browser.get("/api/portals/tradeinvest/terms/service?lang=ko").await.ok();
    let (hash,): (String,) =
        sqlx::query_as("SELECT hash FROM consents WHERE terms = 'service'").fetch_one(&pool).await.unwrap();
    assert_eq!(json!(hash), shown["hash"]);
    let moved: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT old_accounts.login_id, migrated_at - joined_at, imported_at FROM old_accounts
         JOIN members ON members.id = member_id",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(moved.len(), 1);
    assert_eq!((moved[0].0.as_str(), moved[0].1), ("hanbit79", 0));
    assert_eq!(audited(&backend.app).await.iter().filter(|event| *event == "old_member_moved").count(), 1);

    assert_eq!(browser.log_in_to("tradeinvest", "hanbit79", PASSWORD).await.code(), "login_failed");
    browser.log_in_to("tradeinvest", "hanbit79", NEW).await.ok();
    let me = browser.get("/api/me").await.ok();
    assert_eq!((&me["member"]["role"], &me["journey"]), (&json!("general"), &json!("old-member")));
}

async fn a_new_password_is_not_made_of_the_login_id_that_stays(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = comes(&backend, MOBILE).await;
    chooses(&browser, KEPT).await;
    for weak in ["my hanbit79 pass", "short"] {
        let answer = sets(&browser, weak).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!("password")), "{weak}");
    }
    sets(&browser, NEW).await.ok();
}

async fn an_account_of_somebody_else_cannot_be_chosen(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let owner = comes(&backend, MOBILE).await;
    let id = accounts(&owner).await.ok()["accounts"][0]["id"].clone();
    let stranger = comes(&backend, OTHER).await;
    for chosen in [id, json!("nothing"), json!("")] {
        let answer = stranger.answer_at(&journey(), "account", &json!({ "account": chosen })).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!("account")));
    }
    assert_eq!(sets_password(&stranger, &json!({ "email": EMAIL })).await.code(), "step_closed");
    assert_eq!(stranger.submit_at(&journey(), "attempt-0001").await.code(), "step_closed");
}

async fn a_login_id_that_cannot_stay_is_asked_anew(backend: Backend) {
    import(&backend, example()).await.unwrap();
    backend.general_member("hanbit79", OTHER, "other@example.com").await;
    for login_id in [KEPT, NEW_ID] {
        let browser = comes(&backend, MOBILE).await;
        let view = chooses(&browser, login_id).await;
        assert_eq!(view["facts"]["answers"]["account"]["old_account"]["kept"], false);
        let answer = sets_password(&browser, &json!({ "email": EMAIL })).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!("login_id")));
    }
    let browser = comes(&backend, MOBILE).await;
    chooses(&browser, KEPT).await;
    browser.post(&format!("{}/login-id", journey()), json!({ "login_id": "hanbit80" })).await.ok();
    sets_password(&browser, &json!({ "login_id": "hanbit80", "email": EMAIL })).await.ok();
    agrees(&browser).await;
    goes_on(&browser, "mykotra").await;
    let done = browser.submit_at(&journey(), "attempt-0001").await.ok();
    assert_eq!(done["completion"]["login_id"], "hanbit80");
    browser.log_in_to("tradeinvest", "hanbit80", NEW).await.ok();
}

async fn a_login_id_that_is_taken_meanwhile_is_asked_anew(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = ready(&backend).await;
    backend.general_member("hanbit79", OTHER, "other@example.com").await;
    assert_eq!(browser.submit_at(&journey(), "attempt-0001").await.code(), "step_closed");
    let view = browser.post(&journey(), json!({})).await.ok();
    assert_eq!(view["facts"]["answers"]["account"], Value::Null, "{view}");
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM members").await, 1);
    let listed = accounts(&browser).await.ok();
    let id = listed["accounts"][0]["id"].clone();
    let again = browser.answer_at(&journey(), "account", &json!({ "account": id })).await.ok();
    assert_eq!(again["facts"]["answers"]["account"]["old_account"]["kept"], false);
}

async fn many_submissions_in_many_browsers_make_one_member(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let mut browsers = Vec::new();
    for _ in 0..4 {
        browsers.push(ready(&backend).await);
    }
    let keys: Vec<String> = (0..12).map(|i| format!("attempt-{i:04}")).collect();
    let path = journey();
    let all = keys.iter().enumerate().map(|(i, key)| browsers[i % 4].submit_at(&path, key));
    let answers = join_all(all).await;
    let done = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(done, 3, "every press of one browser ends with the member");
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        assert_eq!(answer.code(), "person_is_member");
    }
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM members").await, 1);
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts WHERE migrated_at IS NOT NULL").await, 1);
}

async fn whoever_is_a_member_is_told_so_after_the_proof(backend: Backend) {
    import(&backend, example()).await.unwrap();
    backend.general_member("gildong1", MOBILE, EMAIL).await;
    let browser = backend.browser();
    browser.post(&journey(), json!({})).await.ok();
    let identity = format!("{}/steps/identity/identity", journey());
    browser.post(&identity, crate::support::recovery::person(MOBILE)).await.ok();
    let code = browser.code(&MOBILE.replace('-', "")).await;
    let answer = browser.post(&format!("{identity}/confirm"), json!({ "code": code })).await;
    assert_eq!(answer.code(), "person_is_member");
    assert_eq!(accounts(&browser).await.code(), "step_closed");
}

async fn nothing_goes_on_without_consent_to_the_documents_of_today(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = comes(&backend, MOBILE).await;
    chooses(&browser, KEPT).await;
    sets_password(&browser, &json!({ "email": EMAIL })).await.ok();
    assert_eq!(browser.submit_at(&journey(), "attempt-0001").await.code(), "step_closed");
    let unseen = json!({ "input": { "fields": { "service": "yes", "privacy-collection": "yes" } },
                         "seen": { "service": "0", "privacy-collection": "0" } });
    let answer = browser.put(&format!("{}/steps/terms/answer", journey()), unseen).await;
    assert_eq!(answer.code(), "terms_changed");
    let choice = browser.answer_at(&journey(), "go-on", &json!({ "choice": "mykotra" })).await;
    assert_eq!(choice.code(), "step_closed");
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM members").await, 0);
}

async fn a_registered_company_is_linked_by_its_approval_password(backend: Backend) {
    // Whoever registered it has joined by then.
    registered(&backend).await;
    import_of(&backend, OTHER).await;
    let browser = ready_as(&backend, OTHER).await;
    goes_on(&browser, "company").await;
    let found = browser.answer_at(&journey(), "company", &json!({ "business_number": LISTED })).await.ok();
    assert_eq!(found["facts"]["answers"]["company"]["company"]["standing"], "registered");
    assert_eq!(browser.submit_at(&journey(), "attempt-0001").await.code(), "step_closed", "it is not proved yet");
    browser.answer_at(&journey(), "link", &json!({ "choice": "approval" })).await.ok();
    let approve = |pin: &str| json!({ "input": { "fields": {} }, "secrets": { "approval": pin } });
    let path = format!("{}/steps/approval/answer", journey());
    assert_eq!(browser.put(&path, approve("135791")).await.code(), "approval_wrong");
    browser.put(&path, approve(PIN)).await.ok();
    browser.submit_at(&journey(), "attempt-0001").await.ok();
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM members WHERE linked_by = 'approval'").await, 1);
    assert_eq!(count(&backend, "SELECT COUNT(DISTINCT company_id) FROM members").await, 1);
}

async fn a_company_that_is_not_registered_links_nobody(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = ready(&backend).await;
    goes_on(&browser, "company").await;
    let found = browser.answer_at(&journey(), "company", &json!({ "business_number": LISTED })).await.ok();
    assert_eq!(found["facts"]["answers"]["company"]["company"]["standing"], "continuing");
    browser.submit_at(&journey(), "attempt-0001").await.ok();
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM companies").await, 0);
    // It is registered afterwards, by its certificate.
    browser.log_in_to("tradeinvest", "hanbit79", NEW).await.ok();
    browser.registers(&backend, LISTED).await;
    browser.submits("company", "key-of-company").await.ok();
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM members WHERE linked_by = 'certificate'").await, 1);
}

async fn what_was_proved_does_not_wait_for_the_next_at_this_browser(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = comes(&backend, MOBILE).await;
    backend.pass(31 * MINUTE);
    let anew = browser.post(&journey(), json!({})).await.ok();
    assert_eq!(anew["facts"]["answers"], json!({}));
    assert_eq!(accounts(&browser).await.code(), "step_closed");
}

async fn accounts_that_nobody_took_over_end_and_the_others_stay(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = ready(&backend).await;
    browser.submit_at(&journey(), "attempt-0001").await.ok();
    let end = AskedOldMembers::End { portal: "tradeinvest".to_owned() };
    let told = old_members(&backend.config, &end, &*backend.clock, &SystemRandom).await.unwrap();
    assert_eq!(told, ["deleted: 2 accounts that nobody took over"]);
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts WHERE member_id IS NOT NULL").await, 1);
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts").await, 1);
}

async fn whoever_leaves_takes_the_account_along(backend: Backend) {
    import(&backend, example()).await.unwrap();
    let browser = ready(&backend).await;
    browser.submit_at(&journey(), "attempt-0001").await.ok();
    sqlx::query("DELETE FROM members").execute(&backend.pool().await).await.unwrap();
    assert_eq!(count(&backend, "SELECT COUNT(*) FROM old_accounts").await, 2);
}

/// The example's accounts as those of somebody else.
async fn import_of(backend: &Backend, mobile: &str) {
    let browser = comes(backend, mobile).await;
    import(backend, example()).await.unwrap();
    let (person,): (String,) =
        sqlx::query_as("SELECT person FROM identities WHERE person IS NOT NULL ORDER BY verified_at DESC")
            .fetch_one(&backend.pool().await)
            .await
            .unwrap();
    sqlx::query("UPDATE old_accounts SET person = $1").bind(person).execute(&backend.pool().await).await.unwrap();
    browser.delete(&journey()).await.ok();
}

async fn ready_as(backend: &Backend, mobile: &str) -> Browser {
    let browser = comes(backend, mobile).await;
    chooses(&browser, KEPT).await;
    sets_password(&browser, &json!({ "email": EMAIL })).await.ok();
    agrees(&browser).await;
    browser
}
