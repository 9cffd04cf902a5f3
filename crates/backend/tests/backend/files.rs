//! Files of a sign-up over HTTP, on both databases.

use crate::support::steps::DRAFT;
use crate::support::{Answer, Backend, Browser, on_each_database};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use gaip_contract::bodies::FileView;
use gaip_contract::{CHUNK_BYTES, CSRF_HEADER, OFFSET_HEADER, TAB_HEADER};
use serde_json::json;
use std::path::Path;

/// A browser that has a sign-up open.
async fn open(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.get("/api/session").await.ok();
    browser.open().await.ok();
    browser
}

async fn announce(browser: &Browser, name: &str, size: usize) -> Answer {
    browser.post(&format!("{DRAFT}/files"), json!({ "name": name, "size": size })).await
}

async fn announced(browser: &Browser, name: &str, size: usize) -> FileView {
    view(announce(browser, name, size).await)
}

fn view(answer: Answer) -> FileView {
    serde_json::from_value(answer.ok()).unwrap()
}

fn address(file: &FileView) -> String {
    format!("/api/files/{}", file.id)
}

async fn chunk(browser: &Browser, file: &FileView, offset: usize, bytes: &[u8]) -> Answer {
    patch(browser, file, &offset.to_string(), bytes).await
}

async fn patch(browser: &Browser, file: &FileView, offset: &str, bytes: &[u8]) -> Answer {
    let cookie = browser.cookie.lock().unwrap().clone().unwrap_or_default();
    let request = Request::patch(address(file)).header("cookie", cookie).header(CSRF_HEADER, "1");
    let request = request.header(TAB_HEADER, &browser.tab).header(OFFSET_HEADER, offset);
    browser.send_raw(request.body(Body::from(bytes.to_vec())).unwrap()).await
}

async fn files(browser: &Browser) -> Vec<FileView> {
    let draft = browser.open().await.ok();
    serde_json::from_value(draft["files"].clone()).unwrap()
}

/// Files below a folder.
fn count(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.flatten().map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
}

fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size, b' ');
    bytes
}

on_each_database!(
    a_file_comes_in_chunks_and_goes_on_where_it_stopped,
    a_restart_in_the_middle_of_a_file_loses_nothing,
    a_file_that_is_not_what_it_says_is_gone,
    nobody_reaches_the_file_of_another_session,
    a_deleted_file_and_an_abandoned_sign_up_leave_nothing,
);

async fn a_file_comes_in_chunks_and_goes_on_where_it_stopped(backend: Backend) {
    let browser = open(&backend).await;
    let most = usize::try_from(CHUNK_BYTES).unwrap();
    let bytes = pdf(most + 1000);
    let decomposed = "\u{1109}\u{1161}\u{110b}\u{1165}\u{11b8}\u{110c}\u{1161}.pdf";
    let file = announced(&browser, decomposed, bytes.len()).await;
    assert_eq!((file.name.as_str(), file.received), ("사업자.pdf", 0));

    let first = view(chunk(&browser, &file, 0, &bytes[..most]).await);
    assert_eq!((first.received, first.complete), (CHUNK_BYTES, false));
    assert_eq!(chunk(&browser, &file, 10, &bytes[10..most + 10]).await.code(), "wrong_offset");
    assert_eq!(view(browser.get(&address(&file)).await).received, CHUNK_BYTES);

    let last = view(chunk(&browser, &file, most, &bytes[most..]).await);
    assert!(last.complete);
    assert_eq!(view(chunk(&browser, &file, most, &bytes[most..]).await), last);
    assert_eq!(files(&browser).await, [last]);
}

async fn a_restart_in_the_middle_of_a_file_loses_nothing(mut backend: Backend) {
    let browser = open(&backend).await;
    let file = announced(&browser, "a.pdf", 20).await;
    chunk(&browser, &file, 0, &pdf(20)[..12]).await.ok();
    backend.restart().await;
    let browser = backend.again(&browser);
    assert_eq!(files(&browser).await[0].received, 12);
    assert!(view(chunk(&browser, &file, 12, &pdf(20)[12..]).await).complete);
}

async fn a_file_that_is_not_what_it_says_is_gone(backend: Backend) {
    let browser = open(&backend).await;
    let file = announced(&browser, "a.pdf", 4).await;
    assert_eq!(chunk(&browser, &file, 0, b"MZ\x90\0").await.code(), "file_type");
    assert_eq!(browser.get(&address(&file)).await.status, StatusCode::NOT_FOUND);
    let file = announced(&browser, "a.zip", 4).await;
    assert_eq!(chunk(&browser, &file, 0, b"PK\x03\x04").await.code(), "file_archive");
    assert!(files(&browser).await.is_empty());
    assert_eq!(count(&backend.data().join("uploads")), 0);
}

async fn nobody_reaches_the_file_of_another_session(backend: Backend) {
    let owner = open(&backend).await;
    let file = announced(&owner, "a.pdf", 20).await;
    for other in [open(&backend).await, backend.browser()] {
        assert_eq!(other.get(&address(&file)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.delete(&address(&file)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(chunk(&other, &file, 0, &pdf(20)).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(view(owner.get(&address(&file)).await).received, 0);
}

async fn a_deleted_file_and_an_abandoned_sign_up_leave_nothing(backend: Backend) {
    let browser = open(&backend).await;
    let file = announced(&browser, "a.pdf", 20).await;
    chunk(&browser, &file, 0, &pdf(10)).await.ok();
    assert_eq!(count(&backend.data().join("uploads")), 1);
    assert_eq!(browser.delete(&address(&file)).await.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.delete(&address(&file)).await.status, StatusCode::NOT_FOUND);

    let file = announced(&browser, "b.pdf", 20).await;
    chunk(&browser, &file, 0, &pdf(10)).await.ok();
    assert_eq!(browser.delete(DRAFT).await.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.get(&address(&file)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(count(&backend.data().join("uploads")), 0);
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_at_once() {
    let backend = Backend::on_sqlite().await;
    let browser = open(&backend).await;
    for (name, size, code) in
        [("a.exe", 10, "file_type"), ("a.pdf", 0, "file_empty"), ("a.pdf", 1 << 40, "file_too_large")]
    {
        assert_eq!(announce(&browser, name, size).await.code(), code, "{name}");
    }
    let file = announced(&browser, "a.pdf", 10 << 20).await;
    let too_long = pdf(usize::try_from(CHUNK_BYTES).unwrap() + 1);
    assert_eq!(chunk(&browser, &file, 0, &too_long).await.code(), "file_too_large");
    for offset in ["", "-1", "zero"] {
        assert_eq!(patch(&browser, &file, offset, b"%PDF-").await.code(), "bad_request", "{offset}");
    }
}

#[tokio::test]
async fn a_tab_that_does_not_hold_the_sign_up_adds_no_files() {
    let backend = Backend::on_sqlite().await;
    let browser = open(&backend).await;
    assert_eq!(announce(&browser.tab("tab-2"), "a.pdf", 20).await.code(), "held_elsewhere");
}
