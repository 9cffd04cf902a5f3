//! Another system is told of each new member, until it knows it (manual rows W107, W108).

use crate::support::operators::desk;
use crate::support::people::number;
use crate::support::steps::PASSWORD;
use crate::support::{Answer, Backend, Browser, on_each_database, postgres};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use gaip_backend::command;
use gaip_backend::sync::{STUCK, tell_due};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

on_each_database!("/tests/portals";
    a_member_is_known_elsewhere_by_the_time_the_sign_up_is_complete,
    a_late_system_delays_no_sign_up_and_is_told_later,
    what_is_still_to_be_told_outlives_a_restart,
    a_command_lists_what_is_stuck,
    an_operator_sees_who_is_not_known_elsewhere_and_has_them_told_at_once,
    of_two_clicks_one_tells,
    where_nobody_is_told_there_is_no_such_page,
    journeys_that_tell_nobody_are_never_delayed,
);

pub async fn sign_up(backend: &Backend, journey: &str, number: &str, login_id: &str) -> (Browser, Value) {
    let browser = backend.browser();
    browser.open_in(journey).await.ok();
    browser.answer_in(journey, "company", &json!({ "business_number": number })).await.ok();
    browser.answer_in(journey, "company-info", &json!({ "name": "주식회사 새별" })).await.ok();
    browser.account(journey, login_id).await;
    let done = browser.submit_in(journey, &format!("attempt-{login_id}")).await.ok();
    (browser, done["completion"].clone())
}

async fn delayed(browser: &Browser) -> bool {
    browser.open_in("plain").await.ok()["completion"]["delayed"].as_bool().unwrap()
}

async fn a_member_is_known_elsewhere_by_the_time_the_sign_up_is_complete(backend: Backend) {
    let (_, completion) = sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    assert_eq!(completion["delayed"], false);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "nothing is left to tell");
}

async fn a_late_system_delays_no_sign_up_and_is_told_later(backend: Backend) {
    let (browser, completion) = sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    assert_eq!(completion["delayed"], true, "the sign-up itself is kept");
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it is not tried again at once");
    for wait in [5_000, 10_000] {
        backend.pass(wait);
        assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it is down");
        assert!(delayed(&browser).await);
    }
    backend.pass(20_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 1);
    assert!(!delayed(&browser).await);
    backend.pass(3_600_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it is told once");
}

async fn what_is_still_to_be_told_outlives_a_restart(mut backend: Backend) {
    let (browser, _) = sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    backend.restart().await;
    let browser = backend.again(&browser);
    assert!(delayed(&browser).await);
    let mut told = 0;
    for _ in 0..4 {
        backend.pass(60_000);
        told += tell_due(&backend.app).await.unwrap();
    }
    assert_eq!(told, 1);
    assert!(!delayed(&browser).await);
}

async fn a_command_lists_what_is_stuck(backend: Backend) {
    let (_, completion) = sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    assert!(command::stuck_syncs(&backend.config).await.unwrap().is_empty(), "a first delay is nobody's matter");
    let pool = backend.pool().await;
    sqlx::query("UPDATE syncs SET attempts = $1").bind(STUCK).execute(&pool).await.unwrap();
    let stuck = command::stuck_syncs(&backend.config).await.unwrap();
    let reference = completion["reference"].as_str().unwrap();
    assert!(stuck.len() == 1 && stuck[0].starts_with(reference), "{stuck:?}");
}

pub async fn retry(operator: &Browser, reference: &Value, attempts: u32) -> Answer {
    let reference = reference.as_str().unwrap();
    operator.post(&desk("people", &format!("syncs/{reference}/retry")), json!({ "attempts": attempts })).await
}

async fn an_operator_sees_who_is_not_known_elsewhere_and_has_them_told_at_once(backend: Backend) {
    let operator = backend.operator("people", "staff1").await;
    let number = number(3, 1);
    let (member, completion) = sign_up(&backend, "plain", &number, "saebyeol1").await;
    let page = operator.get(&desk("people", "syncs")).await.ok();
    let row = &page["rows"][0];
    assert_eq!((&page["total"], &row["reference"]), (&json!(1), &completion["reference"]));
    // The name of the company is not known in this journey; its number stands for it.
    assert_eq!(
        (&row["company"], &row["business_number"], &row["contact"]),
        (&json!("310-00-00019"), &json!(number), &json!("홍길동"))
    );
    assert_eq!(
        (&row["attempts"], &row["since"], &row["next_at"]),
        (&json!(1), &json!("2026-11-21T14:30:00Z"), &json!("2026-11-21T14:30:05Z"))
    );
    for attempts in [1, 2] {
        let still = retry(&operator, &row["reference"], attempts).await.ok();
        assert_eq!((&still["told"], &still["attempts"]), (&json!(false), &json!(attempts + 1)), "it is down");
    }
    let told = retry(&operator, &row["reference"], 3).await.ok();
    assert_eq!(told["told"], true, "nobody had to wait for it");
    assert!(!delayed(&member).await);
    assert_eq!(operator.get(&desk("people", "syncs")).await.ok()["total"], 0);
    let lines = operator.get(&desk("people", "audit?event=sync_retried")).await.ok();
    assert_eq!((&lines["total"], &lines["rows"][0]["member"]), (&json!(3), &row["reference"]));
    assert_eq!(lines["rows"][0]["operator"]["login_id"], "staff1");
}

async fn of_two_clicks_one_tells(backend: Backend) {
    let operator = backend.operator("people", "staff1").await;
    let (_, completion) = sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    let clicks = (0..5).map(|_| retry(&operator, &completion["reference"], 1));
    for click in futures::future::join_all(clicks).await {
        assert_eq!(click.ok()["told"], false);
    }
    let row = operator.get(&desk("people", "syncs")).await.ok()["rows"][0].clone();
    assert_eq!(row["attempts"], 2, "one attempt more, however many clicks");
    assert_eq!(operator.get(&desk("people", "audit?event=sync_retried")).await.ok()["total"], 1);
    assert_eq!(retry(&operator, &json!("PP-2026-AAAAAA"), 1).await.code(), "not_found");
    backend.pass(3_600_000);
    backend.operator("people", "staff2").await;
    while tell_due(&backend.app).await.unwrap() == 0 {
        backend.pass(3_600_000);
    }
    let operator = backend.browser();
    operator.log_in_as_operator("people", "staff2", PASSWORD).await.ok();
    let late = retry(&operator, &completion["reference"], 2).await.ok();
    assert_eq!(late["told"], true, "who comes late is told how it stands");
    assert_eq!(operator.get(&desk("people", "audit?event=sync_retried")).await.ok()["total"], 1);
}

async fn where_nobody_is_told_there_is_no_such_page(backend: Backend) {
    let (_, completion) = sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    let reference = completion["reference"].as_str().unwrap();
    let elsewhere = backend.operator("elsewhere", "staff1").await;
    assert_eq!(elsewhere.get(&desk("elsewhere", "syncs")).await.code(), "not_found");
    let path = desk("elsewhere", &format!("syncs/{reference}/retry"));
    assert_eq!(elsewhere.post(&path, json!({ "attempts": 1 })).await.code(), "not_found");
    let operator = backend.operator("people", "staff1").await;
    let (_, nobody) = sign_up(&backend, "staff", &number(3, 2), "saebyeol2").await;
    assert_eq!(operator.get(&desk("people", "syncs")).await.ok()["total"], 1);
    assert_eq!(retry(&operator, &nobody["reference"], 0).await.code(), "not_found", "a journey that tells nobody");
}

async fn journeys_that_tell_nobody_are_never_delayed(backend: Backend) {
    let (_, completion) = sign_up(&backend, "staff", &number(3, 1), "saebyeol1").await;
    assert_eq!(completion["delayed"], false);
}

/// Takes what it is told, and answers with the next status of its list, then with 204.
#[derive(Clone, Default)]
pub struct Receiver {
    statuses: Arc<Mutex<Vec<u16>>>,
    pub heard: Arc<Mutex<Vec<(String, String, Value)>>>,
    /// Whoever holds it keeps the answers back.
    pub gate: Arc<tokio::sync::Mutex<()>>,
}

pub async fn receiver(statuses: &[u16]) -> (String, Receiver) {
    let receiver =
        Receiver { statuses: Arc::new(Mutex::new(statuses.to_vec())), heard: Arc::default(), gate: Arc::default() };
    let hear = async |State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes| {
        let text = |name: &str| headers[name].to_str().unwrap().to_owned();
        let body = serde_json::from_slice(&body).unwrap();
        receiver.heard.lock().unwrap().push((text("idempotency-key"), text("authorization"), body));
        drop(receiver.gate.lock().await);
        let mut statuses = receiver.statuses.lock().unwrap();
        let status = if statuses.is_empty() { 204 } else { statuses.remove(0) };
        StatusCode::from_u16(status).unwrap()
    };
    let router = Router::new().fallback(hear).with_state(receiver.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}/members"), receiver)
}

pub async fn telling(database: Option<String>, url: &str) -> Backend {
    let portals = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portals");
    Backend::start(database, |config| {
        config.portals = Some(portals.into());
        config.downstream_url = Some(url.to_owned());
        "s3cret".clone_into(&mut config.downstream_key);
    })
    .await
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_comes_again_under_the_same_name() {
    let (url, receiver) = receiver(&[503]).await;
    let backend = telling(None, &url).await;
    let (_, completion) = sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    assert_eq!(completion["delayed"], true);
    backend.pass(5_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 1);
    let heard = receiver.heard.lock().unwrap().clone();
    let [(first, key, told), (second, ..)] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!((first, key.as_str()), (second, "Bearer s3cret"));
    assert_eq!(told["reference"], completion["reference"]);
    assert_eq!(told["business_number"], number(4, 1).as_str());
    assert_eq!(told["facts"]["answers"]["contact"]["form"]["name"]["text"], "홍길동");
}

async fn of_many_who_tell_at_once_one_tells(database: Option<String>) {
    let (url, receiver) = receiver(&[503]).await;
    let backend = telling(database, &url).await;
    sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    backend.pass(5_000);
    let told = futures::future::join_all((0..20).map(|_| tell_due(&backend.app))).await;
    assert_eq!(told.into_iter().map(Result::unwrap).sum::<usize>(), 1);
    assert_eq!(receiver.heard.lock().unwrap().len(), 2, "the one in vain and the one that was heard");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_tell_at_once_one_tells_on_sqlite() {
    of_many_who_tell_at_once_one_tells(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_tell_at_once_one_tells_on_postgres() {
    match postgres().await {
        Some(url) => of_many_who_tell_at_once_one_tells(Some(url)).await,
        None => println!("skipped on PostgreSQL: GAIP_TEST_POSTGRES is not set"),
    }
}
