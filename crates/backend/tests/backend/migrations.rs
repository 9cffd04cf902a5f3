//! Databases of earlier versions.

use crate::support::steps::{PASSWORD, business_number};
use crate::support::{Backend, postgres};
use gaip_backend::store::sql::migrations;
use serde_json::json;
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, Executor};

/// What 0001 to 0003 hold of a member who has signed up, with a hash that another backend made.
async fn old_member(url: &str, hash: &str) {
    let pool = AnyPool::connect(url).await.unwrap();
    let old = migrations(url).iter().filter(|migration| migration.version <= 3).cloned().collect();
    Migrator::with_migrations(old).run(&pool).await.unwrap();
    let number = business_number(1);
    for statement in [
        format!("INSERT INTO companies (id, portal, business_number, name) VALUES ('c1', 'daejeon', '{number}', '(주)한빛무역')"),
        format!("INSERT INTO members (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at)
                 VALUES ('m1', 'c1', 'daejeon', 'member', 'hanbit1', '{hash}', 'DJ-2026-AAAAAA', 1, 5)"),
        "INSERT INTO consents (member_id, step, terms, version, hash, agreed, decided_at) VALUES ('m1', 'terms', 'service', '2', 'h', 1, 5)".to_owned(),
        "INSERT INTO answers (member_id, step, answer, answered_at) VALUES ('m1', 'terms', '{\"consent\":{}}', 5)".to_owned(),
        "INSERT INTO files (id, draft_id, member_id, name, size, received, complete, position) VALUES ('f1', 'd1', 'm1', 'a.pdf', 1, 1, 1, 1)".to_owned(),
    ] {
        pool.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    }
    pool.close().await;
}

async fn an_old_member_still_logs_in(hash: &str, url: Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite://{}?mode=rwc", folder.path().join("old.sqlite").display());
    let url = url.unwrap_or(file);
    old_member(&url, hash).await;
    let backend = Backend::start(Some(url), |_| {}).await;
    let browser = backend.browser();
    let session = browser.log_in("hanbit1", PASSWORD).await.ok();
    assert_eq!(
        (&session["member"]["role"], &session["member"]["company"]),
        (&json!("contact"), &json!("(주)한빛무역"))
    );
    // Who agreed to one of the documents is asked for the others first.
    assert_eq!(browser.get("/api/me").await.code(), "consent_required");
    let mut body = json!({ "choices": {}, "seen": {} });
    for terms in ["privacy-policy", "privacy-collection", "company-information"] {
        let path = format!("/api/portals/daejeon/terms/{terms}?lang=ko");
        body["choices"][terms] = json!(true);
        body["seen"][terms] = browser.get(&path).await.ok()["hash"].clone();
    }
    browser.put("/api/me/consents", body).await.ok();
    let me = browser.get("/api/me").await.ok();
    assert_eq!(
        (&me["files"][0]["name"], &me["facts"]["answers"]["terms"]),
        (&json!("a.pdf"), &json!({ "consent": {} }))
    );
    let pool = backend.pool().await;
    let consents = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM consents").fetch_one(&pool).await.unwrap();
    assert_eq!(consents, 1, "what refers to a member is still there");
    let other = backend.browser();
    other.open().await.ok();
    other.agree().await.ok();
    assert_eq!(other.company(&business_number(1)).await.code(), "company_is_member");
    for broken in [
        "UPDATE members SET company_id = 'nobody'",
        "INSERT INTO members (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, role)
         VALUES ('m2', 'c1', 'daejeon', 'member', 'hanbit2', '', 'DJ-2026-BBBBBB', 1, 5, 'master')",
        "DELETE FROM companies",
    ] {
        assert!(pool.execute(broken).await.is_err(), "{broken}");
    }
    pool.execute("DELETE FROM files").await.unwrap();
    pool.execute("DELETE FROM members").await.unwrap();
    let consents = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM consents").fetch_one(&pool).await.unwrap();
    assert_eq!(consents, 0, "what refers to a member goes with it");
}

/// A hash as the backend makes it.
async fn hash() -> String {
    let backend = Backend::on_sqlite().await;
    backend.app.passwords.hash(PASSWORD, &*backend.app.random).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_the_first_versions_is_brought_up_to_date_on_sqlite() {
    an_old_member_still_logs_in(&hash().await, None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_the_first_versions_is_brought_up_to_date_on_postgres() {
    match postgres().await {
        Some(url) => an_old_member_still_logs_in(&hash().await, Some(url)).await,
        None => println!("skipped on PostgreSQL: GAIP_TEST_POSTGRES is not set"),
    }
}
