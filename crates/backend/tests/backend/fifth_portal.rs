//! A portal is a folder: the example of `docs/portals.md` is served beside the others, and somebody signs up at it.

use crate::support::steps::{PASSWORD, input};
use crate::support::{Answer, Backend, Browser, postgres};
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const ID: &str = "harbour";
const DRAFT: &str = "/api/portals/harbour/journeys/member/draft";
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The files of the example as the document shows them: a name in a line of its own, then a block.
fn example() -> Vec<(String, String)> {
    let document = fs::read_to_string(format!("{FOLDER}/docs/portals.md")).unwrap();
    let section = document.split("\n## A whole portal\n").nth(1).expect("the section").split("\n## ").next().unwrap();
    let mut files = Vec::new();
    let mut rest = section;
    while let Some((before, block)) = rest.split_once("\n```") {
        let name = before.trim_end().lines().last().unwrap();
        let name = name.strip_prefix('`').and_then(|name| name.strip_suffix("`:")).expect("a name before each block");
        let (_, block) = block.split_once('\n').unwrap();
        let (content, after) = block.split_once("\n```").expect("the end of the block");
        files.push((name.to_owned(), content.to_owned()));
        rest = after;
    }
    files
}

/// The portals of the repository with the example among them: JSON and Markdown, and nothing else.
fn portals(folder: &Path) {
    crate::support::certificates::copy(Path::new(&format!("{FOLDER}/public/portals")), folder);
    for (name, content) in example() {
        let file = folder.join(ID).join(&name);
        assert!(file.extension().is_some_and(|kind| kind == "json" || kind == "md"), "{name}");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
}

async fn signs_up(database: Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    portals(folder.path());
    let backend = Backend::start(database, |config| config.portals = Some(folder.path().to_owned())).await;
    let browser = backend.browser();
    let listed = browser.get("/api/portals").await.ok();
    let ids: Vec<&str> = listed.as_array().unwrap().iter().map(|portal| portal["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["daejeon", ID, "kotra", "tradeinvest", "work24"]);
    assert_eq!(browser.get("/portals/harbour/portal.json").await.ok()["id"], ID, "the browser reads the same file");

    browser.post(DRAFT, json!({})).await.ok();
    assert_eq!(answer(&browser, "company", input(&json!({}))).await.code(), "step_closed", "steps come in order");
    let terms = browser.get("/api/portals/harbour/terms/service?lang=ko").await.ok();
    let agreed = json!({ "input": { "fields": { "service": "yes" } }, "seen": { "service": terms["hash"] } });
    answer(&browser, "terms", agreed).await.ok();
    answer(&browser, "company", input(&json!({ "business_number": "124-81-00998" }))).await.ok();
    browser.post(&format!("{DRAFT}/login-id"), json!({ "login_id": "harbour1" })).await.ok();
    let mut contact =
        json!({ "login_id": "harbour1", "company_name": "주식회사 새별", "mobile": "010-1234-5678", "exports": "yes" });
    let told = |fields: &Value| json!({ "input": { "fields": fields }, "secrets": { "password": PASSWORD } });
    let missing = answer(&browser, "contact", told(&contact)).await;
    assert_eq!(missing.body["fields"], json!([{ "field": "countries", "error": "missing" }]), "its condition holds");
    contact["countries"] = json!(["JP", "VN"]);
    answer(&browser, "contact", told(&contact)).await.ok();
    let path = format!("{DRAFT}/submission");
    let done = browser.send("POST", &path, Value::Null, &[(IDEMPOTENCY_HEADER, "attempt-1")]).await.ok();
    assert!(done["completion"]["reference"].as_str().unwrap().starts_with("HR-2026-"), "{done}");

    let login = json!({ "portal": ID, "login_id": "harbour1", "password": PASSWORD });
    browser.post("/api/session", login).await.ok();
    let me = browser.get("/api/me").await.ok();
    assert_eq!((&me["member"]["portal"], &me["member"]["company"]), (&json!(ID), &json!("주식회사 새별")));
    assert_eq!(me["member"]["role"], "contact");
    assert_eq!(me["facts"]["answers"]["contact"]["form"]["countries"]["list"], json!(["JP", "VN"]));
    // Members of one portal are none of another.
    let elsewhere = json!({ "portal": "daejeon", "login_id": "harbour1", "password": PASSWORD });
    assert_eq!(backend.browser().post("/api/session", elsewhere).await.code(), "login_failed");
}

async fn answer(browser: &Browser, step: &str, body: Value) -> Answer {
    browser.put(&format!("{DRAFT}/steps/{step}/answer"), body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_documents_example_is_a_fifth_portal_on_sqlite() {
    signs_up(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_documents_example_is_a_fifth_portal_on_postgres() {
    match postgres().await {
        Some(database) => signs_up(Some(database)).await,
        None => println!("skipped on PostgreSQL: GAIP_TEST_POSTGRES is not set"),
    }
}
