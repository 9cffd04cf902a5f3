//! Companies at 고용24 open its services by the type of their login (manual rows W109 to W111).

use crate::support::people::number;
use crate::support::{Answer, Backend, Browser, on_each_database};
use serde_json::json;

on_each_database!(
    each_type_of_login_opens_what_the_table_says_and_it_is_written_down,
    a_login_of_no_type_opens_nothing,
);

/// The areas of work, in the order of the table.
const AREAS: [&str; 4] = ["insurance", "training", "foreigners", "other_work"];

async fn logged_in(backend: &Backend, kind: &str, number: &str) -> Browser {
    let identity = backend.company(number);
    backend.browser().joins_with(kind, number, &identity).await;
    let browser = backend.browser();
    assert_eq!(browser.logs_in_with(&identity).await.ok()["login_type"], kind);
    browser
}

async fn open(browser: &Browser, area: &str) -> Answer {
    browser.post(&format!("/api/me/services/{area}"), json!({})).await
}

async fn each_type_of_login_opens_what_the_table_says_and_it_is_written_down(backend: Backend) {
    for (n, (kind, marks)) in (7..).zip([("business", "OOOO"), ("agency", "OXXX"), ("proxy", "OOOX")]) {
        let browser = logged_in(&backend, kind, &number(2, n)).await;
        for (area, mark) in AREAS.into_iter().zip(marks.chars()) {
            let answer = open(&browser, area).await;
            if mark == 'O' {
                assert_eq!(answer.ok()["address"], format!("/sandbox?service={area}"), "{kind}");
            } else {
                assert_eq!((answer.status.as_u16(), answer.code()), (403, "not_allowed"), "{kind} {area}");
                assert_eq!(answer.body.get("address"), None, "{kind} is told no address of {area}");
            }
        }
        assert_eq!(open(&browser, "consultation").await.code(), "not_found", "another portal's");
    }
    let pool = backend.pool().await;
    for (area, times) in AREAS.into_iter().zip([3, 2, 2, 1]) {
        let opened = "SELECT COUNT(*) FROM audit WHERE event = $1 AND member_id IS NOT NULL";
        let opened = sqlx::query_scalar(opened).bind(format!("{area}_opened")).fetch_one(&pool).await;
        assert_eq!(opened.unwrap_or(0_i64), times, "{area}: what was refused was not opened");
    }
    assert_eq!(open(&backend.browser(), "insurance").await.code(), "login_required");
}

async fn a_login_of_no_type_opens_nothing(backend: Backend) {
    let browser = logged_in(&backend, "business", &number(2, 7)).await;
    sqlx::query("UPDATE sessions SET login_type = NULL").execute(&backend.pool().await).await.unwrap();
    for area in AREAS {
        assert_eq!(open(&browser, area).await.code(), "not_allowed", "{area}");
    }
}
