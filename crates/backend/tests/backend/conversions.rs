//! Individual members of KOTRA who become members of a company (manual rows K41 to K48).

use crate::support::certificates::audited;
use crate::support::kotra::{draft, info};
use crate::support::operators::desk;
use crate::support::people::number;
use crate::support::steps::input;
use crate::support::{Backend, Browser, on_each_database};
use futures::future::join_all;
use serde_json::{Value, json};

on_each_database!(
    whose_company_is_registered_becomes_an_associate,
    a_company_of_kisline_has_its_master_at_once_and_needs_no_papers,
    a_company_that_nobody_knows_waits_for_the_operator,
    refused_papers_come_again_from_who_converted,
    only_individual_members_convert_and_only_once,
    however_often_it_is_submitted_it_is_one_conversion,
    of_two_conversions_of_one_person_one_holds,
    nobody_goes_on_with_what_another_member_began,
    a_company_that_lost_its_applicant_is_asked_again,
    sixty_at_once_by_sign_up_and_conversion_make_one_master,
);

async fn individual(backend: &Backend, n: u32) -> Browser {
    let browser = backend.browser();
    browser.individual(n).await;
    browser
}

async fn me(browser: &Browser) -> Value {
    browser.get("/api/me").await.ok()
}

async fn registered(backend: &Backend, n: u32, number: &str) {
    let browser = backend.browser();
    browser.corporate(n, number).await;
    browser.submit_at_kotra("member", &format!("sign-up-{n}")).await.ok();
}

async fn whose_company_is_registered_becomes_an_associate(backend: Backend) {
    registered(&backend, 1, &number(2, 7)).await;
    let browser = individual(&backend, 2).await;
    assert_eq!(me(&browser).await["member"]["role"], "personal");
    let found = browser.names_at_kotra(&number(2, 7)).await.ok()["facts"]["answers"]["conversion-company"].clone();
    assert_eq!(found["company"]["standing"], "registered");
    assert!(found["company"]["profile"]["name"].as_str().is_some_and(|name| name.contains("가상")), "{found}");
    backend.pass(60_000);
    let done = browser.submit_at_kotra("conversion", "attempt-1").await.ok()["completion"].clone();
    assert_eq!((&done["role"], &done["provisional"]), (&json!("associate"), &json!(false)));
    assert_eq!(done["submitted_at"], "2026-11-21T14:31:00Z", "when it was asked, not when the person joined");
    let me = me(&browser).await;
    assert_eq!((&me["member"]["role"], &me["converted"]), (&json!("associate"), &json!("conversion")));
    assert_eq!(me["journey"], "member");
    let answers = &me["facts"]["answers"];
    assert_eq!(answers["type"]["choose"]["choice"], "individual", "the answers of the sign-up stay");
    assert_eq!(answers["conversion-company"]["company"]["business_number"], number(2, 7));
}

async fn a_company_of_kisline_has_its_master_at_once_and_needs_no_papers(backend: Backend) {
    let browser = individual(&backend, 1).await;
    let found = browser.names_at_kotra(&number(2, 7)).await.ok();
    assert_eq!(found["facts"]["answers"]["conversion-company"]["company"]["standing"], "listed");
    let view = browser.at_kotra("conversion", "conversion-info", input(&info(&json!({})))).await.ok();
    let told = &view["facts"]["answers"]["conversion-info"]["form"];
    assert!(told["evidence_by"].is_null() && told["representative"]["text"] == "김가상", "{told}");
    let done = browser.submit_at_kotra("conversion", "attempt-1").await.ok();
    assert_eq!(done["completion"]["role"], "master");
    assert_eq!(me(&browser).await["member"]["role"], "master");
    let operator = backend.operator("kotra", "staff1").await;
    assert_eq!(operator.get(&desk("kotra", "applications")).await.ok()["total"], 0);
}

async fn a_company_that_nobody_knows_waits_for_the_operator(backend: Backend) {
    let browser = individual(&backend, 1).await;
    browser.names_at_kotra(&number(4, 7)).await.ok();
    let missing = browser.at_kotra("conversion", "conversion-info", input(&info(&json!({})))).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "evidence_by", "error": "missing" }]));
    let file = browser.upload_to(&format!("{}/files", draft("conversion")), "등록증.pdf").await;
    let papers = json!({ "evidence_by": "file", "evidence": [file] });
    browser.at_kotra("conversion", "conversion-info", input(&info(&papers))).await.ok();
    backend.pass(60_000);
    let done = browser.submit_at_kotra("conversion", "attempt-1").await.ok()["completion"].clone();
    assert_eq!((&done["role"], &done["provisional"]), (&json!("applicant"), &json!(true)));

    let operator = backend.operator("kotra", "staff1").await;
    let page = operator.get(&desk("kotra", "applications")).await.ok();
    let row = &page["rows"][0];
    assert_eq!((&row["applicant"], &row["company"]), (&json!("홍길동"), &json!("주식회사 새별")));
    assert_eq!((&row["way"], &row["files"][0]["name"]), (&json!("file"), &json!("등록증.pdf")));
    assert_eq!((&row["journey"], &row["reference"]), (&json!("conversion"), &done["reference"]));
    assert_eq!(row["handed_in_at"], "2026-11-21T14:31:00Z");
    operator.decide_at("kotra", row, json!("approve")).await.ok();
    let me = me(&browser).await;
    assert_eq!((&me["member"]["role"], &me["member"]["provisional"]), (&json!("master"), &json!(false)));
}

async fn refused_papers_come_again_from_who_converted(backend: Backend) {
    let browser = individual(&backend, 1).await;
    browser.converts(&number(4, 7), &json!({ "evidence_by": "fax" })).await;
    browser.submit_at_kotra("conversion", "attempt-1").await.ok();
    let operator = backend.operator("kotra", "staff1").await;
    let queue = async || operator.get(&desk("kotra", "applications")).await.ok()["rows"].clone();
    let seen = queue().await[0].clone();
    operator.decide_at("kotra", &seen, json!({ "reject": "글자가 보이지 않습니다." })).await.ok();
    assert_eq!(me(&browser).await["rejected"], "글자가 보이지 않습니다.");
    let again = browser.post(&draft("conversion"), json!({})).await.ok();
    assert_eq!(again["completion"]["role"], "applicant", "it is not asked again");
    let file = browser.upload_to("/api/me/files", "새 등록증.pdf").await;
    let papers = json!({ "fields": { "evidence_by": "file", "evidence": [file] } });
    let view = browser.put("/api/me/papers", papers).await.ok();
    assert_eq!(view["rejected"], Value::Null);
    assert_eq!(view["facts"]["answers"]["conversion-info"]["form"]["evidence_by"]["text"], "file");
    let seen = queue().await[0].clone();
    assert_eq!(seen["files"][0]["name"], "새 등록증.pdf");
    operator.decide_at("kotra", &seen, json!("approve")).await.ok();
    assert_eq!(me(&browser).await["member"]["role"], "master");
}

async fn only_individual_members_convert_and_only_once(backend: Backend) {
    let guest = backend.browser();
    guest.get("/api/session").await.ok();
    assert_eq!(guest.post(&draft("conversion"), json!({})).await.code(), "login_required");
    registered(&backend, 1, &number(2, 7)).await;
    let master = backend.browser();
    master.log_in_at_kotra(1).await.ok();
    let refused = master.post(&draft("conversion"), json!({})).await;
    assert_eq!((refused.code(), refused.status.as_u16()), ("not_for_member", 403));

    let browser = individual(&backend, 2).await;
    browser.converts(&number(2, 7), &json!({})).await;
    let other = backend.browser();
    other.log_in_at_kotra(2).await.ok();
    other.names_at_kotra(&number(2, 8)).await.ok();
    browser.submit_at_kotra("conversion", "attempt-1").await.ok();
    // What was open elsewhere goes no further.
    let late =
        other.at_kotra("conversion", "conversion-company", input(&json!({ "business_number": number(2, 9) }))).await;
    assert_eq!(late.code(), "not_for_member");
    let third = backend.browser();
    third.log_in_at_kotra(2).await.ok();
    assert_eq!(third.post(&draft("conversion"), json!({})).await.code(), "not_for_member");
    // Without a login there is no draft either, and another portal's login is none.
    backend.pass(31 * 60_000);
    assert_eq!(browser.post(&draft("conversion"), json!({})).await.code(), "login_required");
}

async fn however_often_it_is_submitted_it_is_one_conversion(backend: Backend) {
    let browser = individual(&backend, 1).await;
    browser.converts(&number(2, 7), &json!({})).await;
    let attempts = (0..30).map(|i| {
        let browser = browser.clone();
        let key = format!("attempt-{}", if i % 2 == 0 { 1000 } else { 1000 + i });
        tokio::spawn(async move { browser.submit_at_kotra("conversion", &key).await.ok() })
    });
    for done in join_all(attempts).await {
        assert_eq!(done.unwrap()["completion"]["role"], "master");
    }
    let events = audited(&backend.app).await;
    assert_eq!(events.iter().filter(|event| *event == "converted").count(), 1, "{events:?}");
}

async fn of_two_conversions_of_one_person_one_holds(backend: Backend) {
    let one = individual(&backend, 1).await;
    let two = backend.browser();
    two.log_in_at_kotra(1).await.ok();
    one.converts(&number(2, 7), &json!({})).await;
    two.converts(&number(2, 8), &json!({})).await;
    let (a, b) =
        tokio::join!(one.submit_at_kotra("conversion", "attempt-1"), two.submit_at_kotra("conversion", "attempt-2"));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "not_for_member"]);
    let pool = backend.pool().await;
    let companies: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM companies").fetch_one(&pool).await.unwrap();
    assert_eq!(companies, 1, "the other company was not left behind");
}

async fn nobody_goes_on_with_what_another_member_began(backend: Backend) {
    individual(&backend, 2).await;
    let browser = individual(&backend, 1).await;
    browser.converts(&number(4, 7), &json!({ "evidence_by": "fax" })).await;
    browser.log_in_at_kotra(2).await.ok();
    assert_eq!(browser.submit_at_kotra("conversion", "attempt-1").await.code(), "draft_gone");
    let view = browser.post(&draft("conversion"), json!({})).await.ok();
    assert_eq!((&view["facts"]["answers"], &view["inputs"]), (&json!({}), &json!({})));
}

async fn a_company_that_lost_its_applicant_is_asked_again(backend: Backend) {
    let first = individual(&backend, 1).await;
    first.converts(&number(4, 7), &json!({ "evidence_by": "fax" })).await;
    first.submit_at_kotra("conversion", "attempt-1").await.ok();
    let second = individual(&backend, 2).await;
    second.converts(&number(4, 7), &json!({})).await;
    let operator = backend.operator("kotra", "staff1").await;
    let page = operator.get(&desk("kotra", "applications")).await.ok();
    operator.decide_at("kotra", &page["rows"][0], json!({ "reject": "다른 회사의 서류입니다." })).await.ok();
    assert_eq!(second.submit_at_kotra("conversion", "attempt-2").await.code(), "step_closed");
    assert_eq!(me(&second).await["member"]["role"], "personal");
    second.converts(&number(4, 7), &json!({ "evidence_by": "mail" })).await;
    assert_eq!(second.submit_at_kotra("conversion", "attempt-3").await.ok()["completion"]["role"], "applicant");
}

async fn sixty_at_once_by_sign_up_and_conversion_make_one_master(backend: Backend) {
    let mut browsers = Vec::new();
    for n in 0..60 {
        let browser = backend.browser();
        if n % 2 == 0 {
            browser.corporate(n, &number(2, 7)).await;
        } else {
            browser.individual(n).await;
            browser.converts(&number(2, 7), &json!({})).await;
        }
        browsers.push((n, browser));
    }
    let submits = browsers.into_iter().map(|(n, browser)| {
        let journey = if n % 2 == 0 { "member" } else { "conversion" };
        tokio::spawn(async move { browser.submit_at_kotra(journey, &format!("at-once-{n:04}")).await.ok() })
    });
    let done: Vec<Value> = join_all(submits).await.into_iter().map(|done| done.unwrap()).collect();
    let count = |role: &str| done.iter().filter(|done| done["completion"]["role"] == role).count();
    assert_eq!((count("master"), count("associate")), (1, 59));
}
