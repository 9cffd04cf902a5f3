//! A whole backend in memory with a fixed clock, and browsers that talk to its router.
#![allow(dead_code, unused_imports, unused_macros, reason = "each test file uses its part")]

pub mod bank;
pub mod certificates;
pub mod companies;
pub mod invitations;
pub mod kotra;
pub mod operators;
pub mod passkeys;
pub mod people;
pub mod recovery;
pub mod staff;
pub mod steps;
pub mod work24;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use gaip_backend::app::{self, App};
use gaip_backend::clock::{Clock, Millis};
use gaip_backend::config::{Config, LogFormat, Providers};
use gaip_backend::random::{self, SystemRandom};
use gaip_contract::{CSRF_HEADER, TAB_HEADER};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tower::ServiceExt;

/// Runs each test on SQLite, and on PostgreSQL where `GAIP_TEST_POSTGRES` names a server.
macro_rules! on_each_database {
    ($($test:ident),+ $(,)?) => {
        crate::support::on_each_database!("/../../public/portals"; $($test),+);
    };
    // The portals of a folder, relative to the package.
    ($portals:literal; $($test:ident),+ $(,)?) => {
        mod sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $test() {
            super::$test(crate::support::Backend::on_sqlite_with($portals).await).await;
        })+ }
        mod postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $test() {
            match crate::support::Backend::on_postgres_with($portals).await {
                Some(backend) => super::$test(backend).await,
                None => println!("skipped on PostgreSQL: GAIP_TEST_POSTGRES is not set"),
            }
        })+ }
    };
}
pub(crate) use on_each_database;

/// 2026-11-21 23:30 in Korea.
pub const START: Millis = 1_795_271_400_000;

/// A clock that stands still until it is moved.
pub struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Millis {
        self.0.load(Ordering::SeqCst)
    }
}

/// A backend on its own database.
pub struct Backend {
    pub app: App,
    pub clock: Arc<TestClock>,
    pub config: Config,
    router: Router,
    folder: TempDir,
    database: Option<Database>,
}

/// A database on PostgreSQL; it goes when this is dropped, for hundreds of them fill a disk.
struct Database(String);

impl Drop for Database {
    fn drop(&mut self) {
        let (url, name) = (self.0.clone(), self.0.split('?').next().unwrap_or_default());
        let name = name.rsplit('/').next().unwrap_or_default().to_owned();
        let gone = std::thread::spawn(move || {
            let server = url.replacen(&name, "postgres", 1);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let pool = sqlx::AnyPool::connect(&server).await?;
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&pool).await.map(|_| ())
            })
        });
        if let Ok(Err(error)) = gone.join() {
            println!("a database stays behind: {error}");
        }
    }
}

impl Backend {
    pub async fn on_sqlite() -> Self {
        Self::start(None, |_| {}).await
    }

    pub async fn on_sqlite_with(portals: &str) -> Self {
        Self::start(None, |config| config.portals = Some(folder(portals))).await
    }

    pub async fn on_postgres_with(portals: &str) -> Option<Self> {
        let url = postgres().await?;
        Some(Self::start(Some(url), |config| config.portals = Some(folder(portals))).await)
    }

    pub async fn start(database_url: Option<String>, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = database_url.clone().map(Database);
        let mut config = Config {
            listen: ([127, 0, 0, 1], 0).into(),
            data: folder.path().join("data"),
            database_url,
            dist: folder.path().join("dist"),
            portals: Some(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/portals"))),
            certificates: None,
            public_url: None,
            providers: Some(Providers::Sandbox),
            nts_key: None,
            juso_key: None,
            nts_url: String::new(),
            juso_url: String::new(),
            directory_url: None,
            directory_key: String::new(),
            services_url: None,
            services_key: String::new(),
            downstream_url: None,
            downstream_key: String::new(),
            financial_url: None,
            financial_key: String::new(),
            portone_secret: None,
            portone_channel: None,
            portone_store: None,
            portone_url: String::new(),
            portone_sms: false,
            smtp_url: None,
            mail_from: None,
            social: None,
            secret: None,
            trust_proxy: false,
            gallery: false,
            limits: 1000,
            log: LogFormat::Text,
        };
        change(&mut config);
        let clock = Arc::new(TestClock(AtomicI64::new(START)));
        let app = app::open(config.clone(), clock.clone(), Arc::new(SystemRandom)).await.expect("the backend starts");
        Self { router: app::router(app.clone()), app, clock, config, folder, database }
    }

    /// The process ends and another one starts on the same data.
    pub async fn restart(&mut self) {
        self.app.store.close().await;
        self.app = app::open(self.config.clone(), self.clock.clone(), Arc::new(SystemRandom))
            .await
            .expect("the backend starts again");
        self.router = app::router(self.app.clone());
    }

    pub fn pass(&self, time: Millis) {
        self.clock.0.fetch_add(time, Ordering::SeqCst);
    }

    /// A browser that was never here.
    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookie: Arc::default(), tab: "tab-1".to_owned() }
    }

    /// The same browser after a restart.
    pub fn again(&self, browser: &Browser) -> Browser {
        Browser { router: self.router.clone(), ..browser.clone() }
    }

    /// The database itself.
    pub async fn pool(&self) -> sqlx::AnyPool {
        sqlx::AnyPool::connect(&self.config.database()).await.expect("the database answers")
    }

    pub fn data(&self) -> PathBuf {
        self.config.data.clone()
    }
}

/// A folder relative to the package.
fn folder(relative: &str) -> PathBuf {
    PathBuf::from(format!("{}{relative}", env!("CARGO_MANIFEST_DIR")))
}

/// The address of a new database on PostgreSQL.
pub async fn postgres() -> Option<String> {
    let server = std::env::var("GAIP_TEST_POSTGRES").ok()?;
    sqlx::any::install_default_drivers();
    let name = format!("gaip_{}", random::id(&SystemRandom));
    let pool = sqlx::AnyPool::connect(&server).await.expect("the server answers");
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&pool)
        .await
        .expect("databases can be created");
    pool.close().await;
    let (base, query) =
        server.split_once('?').map_or((server.as_str(), String::new()), |(base, query)| (base, format!("?{query}")));
    let authority = base.split_once("://").map_or(base, |(_, rest)| rest).split('/').next().unwrap_or_default();
    Some(format!("postgres://{authority}/{name}{query}"))
}

/// A browser: its cookie, and one of its tabs.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookie: Arc<Mutex<Option<String>>>,
    pub tab: String,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// As JSON; null where it is none.
    pub body: Value,
    /// As it came.
    pub bytes: Bytes,
}

impl Answer {
    /// The problem's code; empty for an answer that is none.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        self.body
    }
}

impl Browser {
    /// Another tab of the same browser.
    pub fn tab(&self, tab: &str) -> Self {
        Self { tab: tab.to_owned(), ..self.clone() }
    }

    /// Uses the cookie of another browser.
    pub fn steal_cookie(&self, other: &Self) {
        let cookie = other.cookie.lock().expect("not poisoned").clone();
        *self.cookie.lock().expect("not poisoned") = cookie;
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, Value::Null, &[]).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, body, &[]).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send("PUT", path, body, &[]).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, Value::Null, &[]).await
    }

    /// Sends what a browser sends, and headers of one's own.
    pub async fn send(&self, method: &str, path: &str, body: Value, more: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
        let cookie = self.cookie.lock().expect("not poisoned").clone();
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        if !more.iter().any(|(name, _)| *name == CSRF_HEADER) {
            request = request.header(CSRF_HEADER, "1");
        }
        request = request.header(TAB_HEADER, &self.tab);
        for (name, value) in more.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, *value);
        }
        let request = match body {
            Value::Null => request.body(Body::empty()),
            body => request.header("content-type", "application/json").body(Body::from(body.to_string())),
        };
        self.send_raw(request.expect("a request")).await
    }

    pub async fn send_raw(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let pair = cookie.to_str().expect("text").split(';').next().map(str::to_owned);
            *self.cookie.lock().expect("not poisoned") = pair.filter(|pair| !pair.ends_with('='));
        }
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, body, bytes }
    }
}
