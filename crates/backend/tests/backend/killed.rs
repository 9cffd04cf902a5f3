//! The program is killed at any moment of a submission: all or nothing, and another system hears of each member once.
//!
//! `GAIP_KILLS` says how often it is killed; a few times without it.

use crate::support::people::{draft, number};
use crate::support::steps::{PASSWORD, input};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use gaip_contract::{CSRF_HEADER, IDEMPOTENCY_HEADER, TAB_HEADER};
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What another system heard: how often under each name, and of whom.
type Heard = Arc<Mutex<BTreeMap<String, (u32, String)>>>;

/// Another system that keeps what it hears and takes its time to answer; every third time it does not.
async fn other_system() -> (String, Heard) {
    let heard = Heard::default();
    let hear = async |State(heard): State<Heard>, headers: HeaderMap, body: axum::body::Bytes| {
        let told: Value = serde_json::from_slice(&body).unwrap();
        let message = headers["idempotency-key"].to_str().unwrap().to_owned();
        let times = {
            let mut heard = heard.lock().unwrap();
            let entry = heard.entry(message).or_insert_with(|| (0, told["reference"].as_str().unwrap().to_owned()));
            entry.0 += 1;
            entry.0
        };
        tokio::time::sleep(Duration::from_millis(20)).await;
        if times % 3 == 1 { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::NO_CONTENT }
    };
    let router = Router::new().fallback(hear).with_state(heard.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}/"), heard)
}

/// Names the one attempt to submit of a session.
fn attempt(cookie: &str) -> String {
    format!("attempt-{}", cookie.chars().rev().take(12).collect::<String>())
}

struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(data: &Path, other: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaip-backend"));
        command.env_remove("DATABASE_URL").env_remove("GAIP_CERTIFICATES");
        command.env("GAIP_DATA", data).env("GAIP_PROVIDERS", "sandbox").env("GAIP_LISTEN", "127.0.0.1:0");
        command.env("GAIP_PORTALS", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portals"));
        command.env("GAIP_LOG", "json").env("GAIP_LIMITS", "1000").env("GAIP_DOWNSTREAM_URL", other);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut address = None;
        while address.is_none() {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "the program ended before it listened");
            let line: Value = serde_json::from_str(&line).unwrap();
            address = line["fields"]["address"].as_str().map(|address| format!("http://{address}"));
        }
        // What it says from now on is read and let go, so that it never waits for a reader.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { child, address: address.unwrap() }
    }

    async fn send(&self, method: &str, path: &str, cookie: &str, body: &Value) -> Option<(Value, Option<String>)> {
        let client = Client::builder().timeout(Duration::from_secs(20)).build().unwrap();
        let request = client.request(method.parse().unwrap(), format!("{}{path}", self.address));
        let request = request.header(CSRF_HEADER, "1").header(TAB_HEADER, "tab-1").header("cookie", cookie);
        let request = request.header(IDEMPOTENCY_HEADER, attempt(cookie)).header("content-type", "application/json");
        let answer = request.body(body.to_string()).send().await.ok()?;
        let set = answer.headers().get("set-cookie").map(|cookie| cookie.to_str().unwrap().to_owned());
        let status = answer.status();
        let body: Value = serde_json::from_slice(&answer.bytes().await.ok()?).ok()?;
        assert!(status.is_success(), "{method} {path}: {status} {body}");
        Some((body, set.and_then(|cookie| cookie.split(';').next().map(str::to_owned))))
    }

    /// A sign-up of the company of a number up to the review; the cookie of its session.
    async fn fill(&self, number: &str, login_id: &str) -> String {
        let at = draft("plain");
        let cookie = self.send("POST", &at, "", &json!({})).await.unwrap().1.unwrap();
        let mut contact = input(&json!({ "login_id": login_id, "name": "홍길동", "mobile": "010-1234-5678" }));
        contact["secrets"] = json!({ "password": PASSWORD });
        for (method, path, body) in [
            ("PUT", "/steps/company/answer", input(&json!({ "business_number": number }))),
            ("PUT", "/steps/company-info/answer", input(&json!({ "name": "주식회사 새별" }))),
            ("POST", "/login-id", json!({ "login_id": login_id })),
            ("PUT", "/steps/contact/answer", contact),
        ] {
            self.send(method, &format!("{at}{path}"), &cookie, &body).await.unwrap();
        }
        cookie
    }

    async fn submit(&self, cookie: &str) -> Option<Value> {
        let path = format!("{}/submission", draft("plain"));
        self.send("POST", &path, cookie, &Value::Null).await.map(|(body, _)| body)
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// A test that fails leaves no process behind.
impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_that_is_cut_short_is_done_whole_or_not_at_all_and_told_once() {
    let kills: u32 = std::env::var("GAIP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(8);
    let folder = tempfile::tempdir().unwrap();
    let (other, heard) = other_system().await;
    let mut references = Vec::new();
    for n in 0..kills {
        let running = Running::start(folder.path(), &other);
        let cookie = running.fill(&number(4, n), &format!("saebyeol{n}")).await;
        // The moments go over the whole of a submission, in steps that are never the same twice.
        let moment = Duration::from_micros(u64::from(n) * 7_919 % 60_000);
        tokio::select! {
            _ = running.submit(&cookie) => {}
            () = tokio::time::sleep(moment) => {}
        }
        running.kill();

        let running = Running::start(folder.path(), &other);
        let before = running.send("POST", &draft("plain"), &cookie, &json!({})).await.unwrap().0;
        let done = running.submit(&cookie).await.unwrap();
        let reference = done["completion"]["reference"].as_str().unwrap().to_owned();
        if let Some(first) = before["completion"]["reference"].as_str() {
            assert_eq!(first, reference, "what was done before the kill is what is there after it");
        }
        references.push(reference);
        running.kill();
    }
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(&format!("sqlite://{}", folder.path().join("gaip.sqlite").display())).await;
    let pool = pool.unwrap();
    // Waits are over, as they would be a quarter of an hour later.
    sqlx::query("UPDATE syncs SET next_at = 0").execute(&pool).await.unwrap();
    let running = Running::start(folder.path(), &other);
    for _ in 0..600 {
        let waiting: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM syncs WHERE told_at IS NULL").fetch_one(&pool).await.unwrap();
        if waiting == 0 {
            break;
        }
        sqlx::query("UPDATE syncs SET next_at = 0 WHERE attempts > 0").execute(&pool).await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    running.kill();
    for (each, rows) in [
        (1, "SELECT COUNT(*) FROM members"),
        (1, "SELECT COUNT(*) FROM companies"),
        (1, "SELECT COUNT(*) FROM syncs"),
        (3, "SELECT COUNT(*) FROM answers"),
    ] {
        let found: i64 = sqlx::query_scalar(rows).fetch_one(&pool).await.unwrap();
        assert_eq!(found, i64::from(kills) * each, "{rows}");
    }
    for nothing in ["SELECT COUNT(*) FROM syncs WHERE told_at IS NULL", "SELECT COUNT(*) FROM secrets"] {
        let rows: i64 = sqlx::query_scalar(nothing).fetch_one(&pool).await.unwrap();
        assert_eq!(rows, 0, "{nothing}");
    }
    let heard = heard.lock().unwrap();
    let mut known: Vec<&String> = heard.values().map(|(_, reference)| reference).collect();
    known.sort_unstable();
    references.sort_unstable();
    assert_eq!(known, references.iter().collect::<Vec<_>>(), "each member under one name, and nobody else");
}
