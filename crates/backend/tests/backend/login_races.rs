//! A login by the password of before never outlives the change of the password.

use crate::support::companies::{LISTED, registered};
use crate::support::operators::desk;
use crate::support::steps::PASSWORD;
use crate::support::{Backend, Browser, on_each_database};
use futures::future::join_all;
use gaip_backend::store::{NewLogin, Who};
use serde_json::{Value, json};
use std::time::Duration;

on_each_database!("/tests/portals";
    an_operators_login_that_was_checked_before_the_change_does_not_begin_after_it,
    of_many_operators_logins_at_the_moment_of_the_change_none_stays,
);

mod members {
    use crate::support::on_each_database;

    on_each_database!(
        a_members_login_that_was_checked_before_the_change_does_not_begin_after_it,
        a_companys_login_that_was_checked_before_the_change_does_not_begin_after_it,
    );

    use super::a_companys_login_that_was_checked_before_the_change_does_not_begin_after_it;
    use super::a_members_login_that_was_checked_before_the_change_does_not_begin_after_it;
}

const NEW_PASSWORD: &str = "another one 2026";

/// Whether a login begins whose password was checked against this hash.
async fn begins(backend: &Backend, who: &Who, hash: &str) -> bool {
    let store = &backend.app.store;
    let id = format!("late-{}", &hash[hash.len() - 8..]);
    store.create_session(&id, &id, 0).await.unwrap();
    let session = store.session_of_id(&id).await.unwrap().unwrap();
    let token_hash = format!("{id}-in");
    let login = NewLogin { token_hash: &token_hash, who, password: Some(hash), kind: None, at: 0 };
    let began = store.log_in(&session, login).await.unwrap();
    let login = store.session_of_id(&id).await.unwrap().unwrap().login;
    assert_eq!(login.map(|login| login.who), began.then(|| who.clone()), "what is answered is so");
    began
}

async fn changes(browser: &Browser) {
    let body = json!({ "current": PASSWORD, "new": NEW_PASSWORD });
    browser.put(&desk("people", "password"), body).await.ok();
}

async fn an_operators_login_that_was_checked_before_the_change_does_not_begin_after_it(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    let credentials = async || backend.app.store.operator_credentials("people", "staff1").await.unwrap().unwrap();
    let (operator, before) = credentials().await;
    changes(&browser).await;
    let who = Who::Operator(operator.id);
    assert!(!begins(&backend, &who, &before).await);
    assert!(begins(&backend, &who, &credentials().await.1).await);
}

async fn a_members_login_that_was_checked_before_the_change_does_not_begin_after_it(backend: Backend) {
    let browser = backend.member(1).await;
    let credentials = async || backend.app.store.credentials("daejeon", "hanbit1").await.unwrap().unwrap();
    let (member, before) = credentials().await;
    browser.put("/api/me/password", json!({ "current": PASSWORD, "new": NEW_PASSWORD })).await.ok();
    let who = Who::Member(member);
    assert!(!begins(&backend, &who, &before.unwrap()).await);
    assert!(begins(&backend, &who, &credentials().await.1.unwrap()).await);
}

async fn a_companys_login_that_was_checked_before_the_change_does_not_begin_after_it(backend: Backend) {
    registered(&backend).await;
    let browser = backend.browser();
    browser.as_company(LISTED, PASSWORD).await.ok();
    browser.steps_up(&backend, LISTED).await.ok();
    let credentials = async || backend.app.store.company_credentials("tradeinvest", LISTED).await.unwrap().unwrap();
    let (company, before) = credentials().await;
    browser.put("/api/company/password", json!({ "password": NEW_PASSWORD })).await.ok();
    let who = Who::Company(company.id);
    assert!(!begins(&backend, &who, &before).await);
    assert!(begins(&backend, &who, &credentials().await.1).await);
}

async fn of_many_operators_logins_at_the_moment_of_the_change_none_stays(backend: Backend) {
    let browser = backend.operator("people", "staff1").await;
    let others: Vec<Browser> = (0..12).map(|_| backend.browser()).collect();
    let logins = others.iter().enumerate().map(|(place, other)| async move {
        tokio::time::sleep(Duration::from_millis(place as u64 * 3)).await;
        other.log_in_as_operator("people", "staff1", PASSWORD).await;
    });
    tokio::join!(join_all(logins), changes(&browser));
    for other in &others {
        assert_eq!(other.get(&desk("people", "audit")).await.code(), "login_required");
    }
    let open = "SELECT COUNT(*) FROM sessions WHERE operator_id IS NOT NULL";
    let open: i64 = sqlx::query_scalar(open).fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(open, 1, "whoever changed it");
    assert_eq!(browser.get("/api/session").await.ok()["member"], Value::Null);
}
