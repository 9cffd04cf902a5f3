//! The application and the files of the portals, as a browser gets them.

use crate::support::Backend;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use gaip_backend::app;
use std::fs;
use tower::ServiceExt;

const SCRIPT: &str = "gaip-0123456789abcdef.js";
const WASM: &str = "gaip-0123456789abcdef_bg.wasm";

struct Site(Backend);

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    async fn new() -> Self {
        let backend = Backend::on_sqlite().await;
        let files = [
            ("index.html", "<!doctype html><title>page</title>"),
            (SCRIPT, "script"),
            ("gaip-0123456789abcdef.js.br", "brotli"),
            ("gaip-0123456789abcdef.js.gz", "gzip"),
            (WASM, "wasm"),
            ("favicon.svg", "<svg/>"),
            (".secret.json", "hidden"),
            ("notes.exe", "unknown"),
        ];
        fs::create_dir_all(&backend.config.dist).unwrap();
        for (name, content) in files {
            fs::write(backend.config.dist.join(name), content).unwrap();
        }
        fs::write(backend.data().join("beside.json"), "outside").unwrap();
        Self(backend)
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let router = app::router(self.0.app.clone());
        let (parts, body) = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers).await
    }
}

const PAGE: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

#[tokio::test]
async fn the_page_is_asked_for_again_and_hashed_files_never() {
    let site = Site::new().await;
    let page = site.get("/", &[PAGE]).await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");
    for (path, kind) in [(SCRIPT, "text/javascript; charset=utf-8"), (WASM, "application/wasm")] {
        let file = site.get(&format!("/{path}"), &[]).await;
        assert_eq!(file.header("content-type"), kind);
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
    }
    assert_eq!(site.get("/favicon.svg", &[]).await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn the_best_twin_that_the_browser_takes_is_sent() {
    let site = Site::new().await;
    let path = format!("/{SCRIPT}");
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", "", "script"),
    ] {
        let file = site.get(&path, &[("accept-encoding", accepted)]).await;
        assert_eq!(file.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(file.header("vary"), "accept-encoding");
        assert_eq!(file.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(file.body, body, "{accepted}");
    }
}

#[tokio::test]
async fn a_file_that_the_browser_has_is_not_sent_again() {
    let site = Site::new().await;
    let etag = site.get("/", &[]).await.header("etag").to_owned();
    let again = site.get("/", &[("if-none-match", &format!("W/{etag}"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("etag"), etag);
    assert_eq!(again.body, "");
    assert_eq!(site.get("/", &[("if-none-match", "\"other\"")]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn any_address_of_the_application_gives_its_page() {
    let site = Site::new().await;
    for path in ["/daejeon", "/daejeon/signup/documents/company", "/en/daejeon?x=1", "/%ED%95%9C%EA%B8%80"] {
        let page = site.get(path, &[PAGE]).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("<title>page</title>"), "{path}");
    }
    assert_eq!(site.ask("HEAD", "/daejeon", &[PAGE]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let site = Site::new().await;
    for path in [
        "/api/nothing",
        "/api",
        "/gone-0123456789abcdef.js",
        "/.secret.json",
        "/notes.exe",
        "/gaip-0123456789abcdef.js.br",
        "/portals/none/portal.json",
    ] {
        let missing = site.get(path, &[PAGE]).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(missing.header("content-type"), "application/problem+json", "{path}");
    }
    assert_eq!(site.get("/daejeon", &[("accept", "application/json")]).await.status, StatusCode::NOT_FOUND);
    assert_ne!(site.ask("POST", "/daejeon", &[PAGE]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_outside_the_folder_is_reached() {
    let site = Site::new().await;
    for path in [
        "/../data/beside.json",
        "/x/../../data/beside.json",
        "/portals/../../../Cargo.lock.json",
        "/portals/daejeon/../../portals/daejeon/portal.json",
        "/..%2fdata%2fbeside.json",
        "/%2e%2e/data/beside.json",
        "//etc/hosts.txt",
        "/portals//etc/hosts.json",
    ] {
        let answer = site.get(path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_portal_is_served_with_its_forms_to_download() {
    let site = Site::new().await;
    let portal = site.get("/portals/daejeon/portal.json", &[]).await;
    assert_eq!(portal.header("content-type"), "application/json");
    assert_eq!(portal.header("cache-control"), "no-cache");
    let form = site.get("/portals/daejeon/forms/company-information-consent.pdf", &[]).await;
    assert_eq!(form.header("content-type"), "application/pdf");
    assert_eq!(form.header("content-disposition"), "attachment");
    assert!(form.body.starts_with("%PDF-"));
    let source = site.get("/portals/daejeon/forms/company-information-consent.html", &[PAGE]).await;
    assert_eq!(source.status, StatusCode::NOT_FOUND);
}
