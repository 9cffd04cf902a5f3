//! Papers of companies at the operator's desk, and originals of provisional members.

use crate::support::operators::desk;
use crate::support::people::{draft, number};
use crate::support::steps::{PASSWORD, business_number};
use crate::support::{Backend, Browser, on_each_database};
use gaip_backend::clock::MINUTE;
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    the_newest_application_stands_first_with_its_papers,
    a_scan_is_saved_never_shown_and_the_log_knows,
    of_two_who_decide_one_does,
    a_refusal_needs_a_reason,
    refused_papers_come_again_and_wait_anew,
    papers_come_again_only_from_whom_they_were_refused_and_only_whole,
);

mod originals {
    use super::originals_are_received_once;
    crate::support::on_each_database!(originals_are_received_once);
}

/// An applicant with a scan, or without one.
async fn applicant(backend: &Backend, n: u32, login_id: &str, scan: Option<&str>) -> Browser {
    let browser = backend.browser();
    browser.open_in("staff").await.ok();
    browser.answer_in("staff", "company", &json!({ "business_number": number(4, n) })).await.ok();
    let info = match scan {
        Some(name) => {
            let file = browser.upload_to(&format!("{}/files", draft("staff")), name).await;
            json!({ "name": "주식회사 새별", "by": "file", "papers": [file] })
        }
        None => json!({ "name": "주식회사 새별", "by": "fax" }),
    };
    browser.answer_in("staff", "company-info", &info).await.ok();
    browser.account("staff", login_id).await;
    browser.submit_in("staff", &format!("attempt-{login_id}")).await.ok();
    browser
}

async fn the_newest_application_stands_first_with_its_papers(backend: Backend) {
    applicant(&backend, 7, "saebyeol1", None).await;
    backend.pass(MINUTE);
    applicant(&backend, 8, "saebyeol2", Some("등록증.pdf")).await;
    let operator = backend.operator("people", "staff1").await;
    let page = operator.get(&desk("people", "applications")).await.ok();
    assert_eq!((&page["total"], &page["pages"]), (&json!(2), &json!(1)));
    let [newest, oldest] = page["rows"].as_array().unwrap().as_slice() else { panic!("{page}") };
    assert_eq!((&newest["way"], &oldest["way"]), (&json!("file"), &json!("fax")));
    assert_eq!((&newest["files"][0]["name"], &oldest["files"]), (&json!("등록증.pdf"), &json!([])));
    assert_eq!((&newest["company"], &newest["business_number"]), (&json!("주식회사 새별"), &json!(number(4, 8))));
    assert_eq!((&newest["applicant"], &newest["handed_in_at"]), (&json!("홍길동"), &json!("2026-11-21T14:31:00Z")));
    assert_eq!(operator.get(&desk("people", "applications?page=2")).await.ok()["rows"], json!([]));
    assert_eq!(operator.get(&desk("people", "applications?page=x")).await.code(), "bad_request");
}

async fn a_scan_is_saved_never_shown_and_the_log_knows(backend: Backend) {
    let applicant = applicant(&backend, 7, "saebyeol1", Some("등록증 1.pdf")).await;
    let operator = backend.operator("people", "staff1").await;
    let file = operator.queue().await[0]["files"][0]["id"].as_str().unwrap().to_owned();
    let path = desk("people", &format!("files/{file}"));
    let answer = operator.get(&path).await;
    let header = |name: &str| answer.headers[name].to_str().unwrap();
    assert!(answer.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''%EB%93%B1%EB%A1%9D%EC%A6%9D%201.pdf");
    assert_eq!(
        (header("content-type"), header("x-content-type-options"), header("cache-control")),
        ("application/octet-stream", "nosniff", "no-store")
    );
    let log = operator.get(&desk("people", "audit?event=member_file_opened")).await.ok();
    assert_eq!((&log["total"], &log["rows"][0]["operator"]["login_id"]), (&json!(1), &json!("staff1")));
    let other = backend.operator("elsewhere", "staff1").await;
    assert_eq!(other.get(&desk("elsewhere", &format!("files/{file}"))).await.code(), "not_found");
    applicant.log_in_at_people("saebyeol1").await.ok();
    assert_eq!(applicant.get(&path).await.code(), "login_required");
    assert_eq!(applicant.get(&format!("/api/files/{file}")).await.code(), "not_found", "not even to its owner");
}

async fn of_two_who_decide_one_does(backend: Backend) {
    applicant(&backend, 7, "saebyeol1", None).await;
    let (one, two) = (backend.operator("people", "staff1").await, backend.operator("people", "staff2").await);
    let seen = one.queue().await.remove(0);
    let (a, b, c) = tokio::join!(
        one.decide(&seen, json!("approve")),
        one.decide(&seen, json!("approve")),
        two.decide(&seen, json!({ "reject": "번호가 다릅니다." })),
    );
    let mut codes = [a.code(), b.code(), c.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "already_decided", "already_decided"]);
    let reference = seen["reference"].as_str().unwrap();
    let fresh = two.get(&desk("people", &format!("applications/{reference}"))).await.ok();
    let expected = if c.code().is_empty() {
        json!({ "rejected": "번호가 다릅니다." })
    } else {
        json!({ "approved": "master" })
    };
    assert_eq!(fresh["state"], expected);
    assert!(two.queue().await.is_empty());
    let log = two.get(&desk("people", "audit")).await.ok();
    let decided =
        log["rows"].as_array().unwrap().iter().filter(|l| l["event"].as_str().unwrap().starts_with("application_"));
    assert_eq!(decided.count(), 1, "one effect, written down once");
}

async fn a_refusal_needs_a_reason(backend: Backend) {
    applicant(&backend, 7, "saebyeol1", None).await;
    let operator = backend.operator("people", "staff1").await;
    let seen = operator.queue().await.remove(0);
    for (reason, error) in [(" \n ".to_owned(), json!("missing")), ("가".repeat(501), json!({ "too_long": 500 }))] {
        let answer = operator.decide(&seen, json!({ "reject": reason })).await;
        assert_eq!(answer.body["fields"], json!([{ "field": "reason", "error": error }]));
    }
    assert_eq!(operator.decide(&seen, json!("nonsense")).await.code(), "bad_request");
    assert_eq!(operator.queue().await.len(), 1, "it still waits");
    operator.decide(&seen, json!({ "reject": "가".repeat(500) })).await.ok();
}

async fn refused_papers_come_again_and_wait_anew(backend: Backend) {
    let member = applicant(&backend, 7, "saebyeol1", Some("흐림.pdf")).await;
    let operator = backend.operator("people", "staff1").await;
    let seen = operator.queue().await.remove(0);
    operator.decide(&seen, json!({ "reject": "글자가 보이지 않습니다." })).await.ok();
    member.log_in_at_people("saebyeol1").await.ok();
    assert_eq!(member.get("/api/me").await.ok()["rejected"], "글자가 보이지 않습니다.");
    backend.pass(MINUTE);
    let (file, unused) =
        (member.upload_to("/api/me/files", "선명.pdf").await, member.upload_to("/api/me/files", "그만.pdf").await);
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    let me = member.put("/api/me/papers", json!({ "fields": { "by": "file", "papers": [file] } })).await.ok();
    assert_eq!(me["rejected"], Value::Null);
    assert_eq!(me["facts"]["answers"]["company-info"]["form"]["papers"], json!({ "files": [file] }));
    let waiting = operator.queue().await.remove(0);
    assert_eq!((&waiting["files"][0]["name"], waiting["files"].as_array().unwrap().len()), (&json!("선명.pdf"), 1));
    assert_eq!(
        (&waiting["handed_in_at"], &waiting["company"]),
        (&json!("2026-11-21T14:31:00Z"), &json!("주식회사 새별"))
    );
    assert_eq!(member.get(&format!("/api/files/{unused}")).await.code(), "not_found", "what was not handed in is gone");
    assert_eq!(operator.decide(&seen, json!("approve")).await.code(), "already_decided", "these papers are not those");
    assert_eq!(operator.decide(&waiting, json!("approve")).await.ok()["state"], json!({ "approved": "master" }));
}

async fn papers_come_again_only_from_whom_they_were_refused_and_only_whole(backend: Backend) {
    let member = applicant(&backend, 7, "saebyeol1", None).await;
    let operator = backend.operator("people", "staff1").await;
    member.log_in_at_people("saebyeol1").await.ok();
    let by_fax = json!({ "fields": { "by": "fax" } });
    assert_eq!(member.put("/api/me/papers", by_fax.clone()).await.code(), "already_decided", "they wait");
    let new = json!({ "name": "a.pdf", "size": 10 });
    assert_eq!(member.post("/api/me/files", new.clone()).await.code(), "already_decided");
    let seen = operator.queue().await.remove(0);
    operator.decide(&seen, json!({ "reject": "오지 않았습니다." })).await.ok();
    let half = member.post("/api/me/files", new).await.ok()["id"].clone();
    for (fields, field) in [
        (json!({ "by": "pigeon" }), "by"),
        (json!({ "by": "file" }), "papers"),
        (json!({ "by": "file", "papers": [half] }), "papers"),
        (json!({ "by": "file", "papers": ["0123456789abcdef0123456789abcdef"] }), "papers"),
    ] {
        let answer = member.put("/api/me/papers", json!({ "fields": fields })).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!(field)), "{fields}");
    }
    let (a, b) = tokio::join!(member.put("/api/me/papers", by_fax.clone()), member.put("/api/me/papers", by_fax));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "already_decided"], "a double click hands them in once");
    assert_eq!(operator.queue().await[0]["way"], "fax");
}

async fn originals_are_received_once(backend: Backend) {
    for (n, login_id) in [(1, "hanbit1"), (2, "hanbit2")] {
        let browser = backend.browser();
        browser.fill(&business_number(n), login_id).await;
        browser.submit(&format!("attempt-{login_id}")).await.ok();
    }
    let (one, two) = (backend.operator("daejeon", "staff1").await, backend.operator("daejeon", "staff2").await);
    let search = async |query: &str| {
        let body = json!({ "query": query, "page": 1 });
        one.post(&desk("daejeon", "provisional/search"), body).await.ok()
    };
    let all = search("").await;
    assert_eq!((&all["total"], &all["rows"][0]["contact"]), (&json!(2), &json!("홍길동")));
    let number = business_number(2);
    let hyphened = format!("{}-{}-{}", &number[..3], &number[3..5], &number[5..]);
    let found = search(&hyphened).await;
    let reference = found["rows"][0]["reference"].as_str().unwrap().to_owned();
    assert_eq!((&found["total"], &found["rows"][0]["business_number"]), (&json!(1), &json!(number)));
    assert_eq!(search(&reference.to_lowercase()).await["total"], 1);
    assert_eq!((&search("한빛").await["total"], &search("%").await["total"]), (&json!(2), &json!(0)));
    let path = desk("daejeon", &format!("provisional/{reference}/received"));
    let (a, b) = tokio::join!(one.post(&path, Value::Null), two.post(&path, Value::Null));
    let mut codes = [a.code(), b.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "already_decided"]);
    assert_eq!(search("").await["total"], 1);
    let member = backend.browser();
    assert_eq!(member.log_in("hanbit2", PASSWORD).await.ok()["member"]["provisional"], false);
    let log = one.get(&desk("daejeon", "audit?event=originals_received")).await.ok();
    assert_eq!((&log["total"], &log["rows"][0]["member"]), (&json!(1), &json!(reference)));
}
