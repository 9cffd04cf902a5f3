//! Another system is told that a member left, and of several attempts none overtakes another (decision 0028).

use crate::support::operators::desk;
use crate::support::people::number;
use crate::support::steps::PASSWORD;
use crate::support::{Backend, Browser, on_each_database, postgres};
use crate::syncs::{Receiver, receiver, retry, sign_up, telling};
use gaip_backend::sync::tell_due;
use serde_json::{Value, json};
use std::time::Duration;

on_each_database!("/tests/portals";
    an_operator_sees_who_left_by_the_number_alone,
    who_was_never_told_of_is_not_told_of_as_having_left,
);

/// Runs a test with another system of its own on both databases.
macro_rules! with_another_system {
    ($($test:ident),+ $(,)?) => {
        mod told_on_sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $test() {
            super::$test(None).await;
        })+ }
        mod told_on_postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $test() {
            match super::postgres().await {
                Some(url) => super::$test(Some(url)).await,
                None => println!("skipped on PostgreSQL: GAIP_TEST_POSTGRES is not set"),
            }
        })+ }
    };
}
with_another_system!(
    who_left_is_told_under_one_name_until_it_is_known,
    leaving_waits_for_an_attempt_under_way,
    a_click_while_an_attempt_is_under_way_sends_nothing,
    a_slow_system_is_not_sent_anything_twice,
);

async fn leaves(backend: &Backend, login_id: &str) {
    let member = backend.browser();
    member.log_in_at_people(login_id).await.ok();
    member.post("/api/me/leaving", json!({ "password": PASSWORD })).await.ok();
}

async fn lines(backend: &Backend) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM syncs").fetch_one(&backend.pool().await).await.unwrap()
}

fn heard(receiver: &Receiver) -> Vec<(String, String, Value)> {
    receiver.heard.lock().unwrap().clone()
}

/// Waits until so many messages came in.
async fn until_heard(receiver: &Receiver, messages: usize) {
    for _ in 0..500 {
        if heard(receiver).len() >= messages {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{:?}", heard(receiver));
}

async fn who_left_is_told_under_one_name_until_it_is_known(database: Option<String>) {
    let (url, receiver) = receiver(&[204, 503]).await;
    let backend = telling(database, &url).await;
    let (_, completion) = sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    leaves(&backend, "saebyeol1").await;
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it is down");
    backend.pass(5_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 1);
    backend.pass(3_600_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0, "it is told once");
    assert_eq!(lines(&backend).await, 0, "nothing of the member is kept");
    let heard = heard(&receiver);
    let [(joined, _, member), (first, _, left), (second, _, again)] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!((&member["kind"], first), (&json!("member"), second));
    assert_ne!(joined, first, "it is another message");
    let all = json!({
        "kind": "left",
        "member": member["member"],
        "portal": "people",
        "reference": completion["reference"],
        "left_at": "2026-11-21T14:30:00Z",
    });
    assert_eq!((left, again), (&all, &all), "what the other system knows already, and the time");
}

async fn who_was_never_told_of_is_not_told_of_as_having_left(backend: Backend) {
    sign_up(&backend, "plain", &number(3, 1), "saebyeol1").await;
    sqlx::query("UPDATE syncs SET tried = 0, attempts = 0").execute(&backend.pool().await).await.unwrap();
    leaves(&backend, "saebyeol1").await;
    assert_eq!(lines(&backend).await, 0);
    sign_up(&backend, "staff", &number(4, 2), "saebyeol2").await;
    leaves(&backend, "saebyeol2").await;
    assert_eq!(lines(&backend).await, 0, "a journey that tells nobody");
}

async fn an_operator_sees_who_left_by_the_number_alone(backend: Backend) {
    let operator = backend.operator("people", "staff1").await;
    let (_, completion) = sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    leaves(&backend, "saebyeol1").await;
    let page = operator.get(&desk("people", "syncs")).await.ok();
    let waiting = json!({
        "reference": completion["reference"],
        "company": "",
        "business_number": null,
        "contact": "",
        "since": "2026-11-21T14:30:00Z",
        "attempts": 0,
        "next_at": "2026-11-21T14:30:00Z",
        "told": false,
        "left": true,
    });
    assert_eq!((&page["total"], &page["rows"][0]), (&json!(1), &waiting));
    let elsewhere = backend.operator("elsewhere", "staff1").await;
    elsewhere.get(&desk("elsewhere", "syncs")).await.code();
    let told = retry(&operator, &completion["reference"], 0).await.ok();
    assert_eq!(
        (&told["told"], &told["left"], &told["reference"]),
        (&json!(true), &json!(true), &completion["reference"])
    );
    assert_eq!(operator.get(&desk("people", "syncs")).await.ok()["total"], 0);
    assert_eq!(retry(&operator, &completion["reference"], 1).await.code(), "not_found", "nothing is kept of it");
}

async fn leaving_waits_for_an_attempt_under_way(database: Option<String>) {
    let (url, receiver) = receiver(&[503]).await;
    let backend = telling(database, &url).await;
    sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    backend.pass(5_000);
    let gate = receiver.gate.lock().await;
    let app = backend.app.clone();
    let under_way = tokio::spawn(async move { tell_due(&app).await.unwrap() });
    until_heard(&receiver, 2).await;
    leaves(&backend, "saebyeol1").await;
    assert_eq!(tell_due(&backend.app).await.unwrap(), 0);
    assert_eq!(heard(&receiver).len(), 2, "the newer message does not overtake the older one");
    drop(gate);
    assert_eq!(under_way.await.unwrap(), 1);
    backend.pass(30_000);
    assert_eq!(tell_due(&backend.app).await.unwrap(), 1, "the older one closed nothing of the newer");
    let heard = heard(&receiver);
    assert_eq!(heard.len(), 3);
    assert_eq!(heard[2].2["kind"], "left");
}

async fn a_click_while_an_attempt_is_under_way_sends_nothing(database: Option<String>) {
    let (url, receiver) = receiver(&[503]).await;
    let backend = telling(database, &url).await;
    let operator: Browser = backend.operator("people", "staff1").await;
    let (_, completion) = sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    backend.pass(5_000);
    let gate = receiver.gate.lock().await;
    let app = backend.app.clone();
    let under_way = tokio::spawn(async move { tell_due(&app).await.unwrap() });
    until_heard(&receiver, 2).await;
    let row = operator.get(&desk("people", "syncs")).await.ok()["rows"][0].clone();
    assert_eq!(row["attempts"], 2, "the operator sees the attempt that is under way");
    let still = retry(&operator, &completion["reference"], 2).await.ok();
    assert_eq!(still["told"], false);
    drop(gate);
    assert_eq!(under_way.await.unwrap(), 1);
    assert_eq!(heard(&receiver).len(), 2, "one attempt, one message");
    assert_eq!(operator.get(&desk("people", "syncs")).await.ok()["total"], 0);
}

async fn a_slow_system_is_not_sent_anything_twice(database: Option<String>) {
    let (url, receiver) = receiver(&[503, 503]).await;
    let backend = telling(database, &url).await;
    sign_up(&backend, "plain", &number(4, 1), "saebyeol1").await;
    backend.pass(1);
    sign_up(&backend, "plain", &number(4, 2), "saebyeol2").await;
    backend.pass(5_000);
    let gate = receiver.gate.lock().await;
    let app = backend.app.clone();
    let slow = tokio::spawn(async move { tell_due(&app).await.unwrap() });
    until_heard(&receiver, 3).await;
    // The first message takes so long that a hold of the second from the same time would be over.
    backend.pass(29_999);
    let app = backend.app.clone();
    let other = tokio::spawn(async move { tell_due(&app).await.unwrap() });
    until_heard(&receiver, 4).await;
    backend.pass(2);
    drop(gate);
    let told = slow.await.unwrap() + other.await.unwrap();
    assert_eq!((told, heard(&receiver).len()), (2, 4), "two in vain, and one for each that was heard");
}
