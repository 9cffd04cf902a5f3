//! Editions of the code lists: imported, put in force, taken up while the backend runs; refused ones change nothing.

use crate::support::{Answer, Backend, Browser, on_each_database, steps};
use gaip_backend::codes::{self, Import, Outcome, Refused, Report};
use gaip_backend::random::SystemRandom;
use gaip_backend::store::{AuditRow, EditionRecord, Event, Store, Swap};
use gaip_classify::{Edition, Entry, Level, Page};
use gaip_contract::bodies::{CodePage, CodeRow};
use gaip_domain::value::CodeList;
use gaip_import::{Note, Reason, entries_of};
use serde_json::{Value, json};
use std::io::Read;
use std::time::Duration;

/// Lines of 1902 as `관세청_HS부호` has them; the other headings have one line each, so that the edition has its size.
fn hs(lines: &str) -> String {
    let mut rows = vec!["HS부호,한글품목명,영문품목명,성질통합분류코드명".to_owned()];
    let builtin = entries_of(Edition::builtin(CodeList::Hs));
    let headings = builtin.iter().filter(|entry| entry.level == Level::Heading && entry.code != "1902");
    rows.extend(headings.map(|Entry { code, .. }| format!("{code}990000,{code} 기타,Other {code},")));
    rows.join("\n") + "\n" + lines
}

const FIRST: &str = "1902301010,라면,Ramen,(면류)\n1902309000,기타,Other,\n1902999000,한정판 국수,Limited noodles,\n";
const SECOND: &str =
    "1902301010,인스턴트 라면,Instant ramen,(면류)\n1902309000,기타,Other,\n1902301020,쌀국수,Rice noodles,\n";

fn order(list: CodeList, text: &str) -> Import {
    let files = vec![("codes.csv".to_owned(), text.as_bytes().to_vec())];
    Import { list, files, check: false, accept_size_change: false }
}

async fn import(backend: &Backend, order: Import) -> Result<Report, Refused> {
    codes::import(&*backend.app.store, order, &*backend.app.clock, &SystemRandom).await
}

async fn import_hs(backend: &Backend, lines: &str) -> Report {
    let report = import(backend, order(CodeList::Hs, &hs(lines))).await.unwrap();
    backend.app.codes.refresh(&*backend.app.store).await.unwrap();
    report
}

async fn row(backend: &Backend, code: &str) -> Answer {
    backend.browser().get(&format!("/api/codes/hs/entries/{code}")).await
}

fn label(answer: Answer) -> (String, bool) {
    let row: CodeRow = serde_json::from_value(answer.ok()).unwrap();
    (row.label.ko, row.gone)
}

async fn an_edition_is_in_force_and_the_next_one_says_what_it_changes(backend: Backend) {
    let report = import_hs(&backend, FIRST).await;
    assert_eq!((report.outcome, report.over_builtin), (Outcome::InForce, true));
    assert!(report.content.notes.iter().any(|note| matches!(note, Note::OwnUpperNames { headings: 1228, .. })));
    assert_eq!(label(row(&backend, "1902301010").await), ("라면".to_owned(), false));
    let found = backend.browser().get("/api/codes/hs?q=%ED%95%9C%EC%A0%95%ED%8C%90").await.ok();
    let best = found["groups"][0]["heading"]["code"].as_str().unwrap_or_default();
    assert!(best.starts_with("1902"), "{found}");

    backend.pass(1000);
    let report = import_hs(&backend, SECOND).await;
    let changes = &report.changes;
    let codes = |rows: &[(String, String)]| rows.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>();
    assert_eq!(
        (codes(&changes.added), codes(&changes.removed)),
        (vec!["1902301020".into()], vec!["1902999000".into()])
    );
    assert_eq!(changes.renamed.len(), 1);
    let said = report.to_string();
    for part in [
        "added     1\n    1902301020 쌀국수",
        "removed   1\n    1902999000 한정판 국수",
        "라면 -> 인스턴트 라면",
        "in force now",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(label(row(&backend, "1902301010").await).0, "인스턴트 라면");
}

async fn a_code_that_is_gone_keeps_its_last_label(backend: Backend) {
    import_hs(&backend, &FIRST.replace("한정판 국수", "한정 국수")).await;
    backend.pass(1000);
    import_hs(&backend, FIRST).await;
    backend.pass(1000);
    import_hs(&backend, SECOND).await;
    assert_eq!(label(row(&backend, "1902999000").await), ("한정판 국수".to_owned(), true));
    assert_eq!(row(&backend, "1902999001").await.status, 404);
    // In force again, it is gone no more, and its entries are not written twice.
    backend.pass(1000);
    let again = import_hs(&backend, FIRST).await;
    assert_eq!(again.outcome, Outcome::InForce);
    assert_eq!(label(row(&backend, "1902999000").await), ("한정판 국수".to_owned(), false));
    assert_eq!(label(row(&backend, "1902301020").await), ("쌀국수".to_owned(), true));
}

async fn the_same_content_again_changes_nothing_and_says_so(backend: Backend) {
    import_hs(&backend, FIRST).await;
    let before = backend.app.store.edition_in_force(CodeList::Hs).await.unwrap();
    let report = import_hs(&backend, FIRST).await;
    assert_eq!(report.outcome, Outcome::Same);
    assert!(report.to_string().contains("in force already"));
    assert_eq!(backend.app.store.edition_in_force(CodeList::Hs).await.unwrap(), before);
}

async fn a_check_stores_nothing(backend: Backend) {
    let report = import(&backend, Import { check: true, ..order(CodeList::Hs, &hs(FIRST)) }).await.unwrap();
    assert_eq!(report.outcome, Outcome::Checked);
    assert_eq!(backend.app.store.edition_in_force(CodeList::Hs).await.unwrap(), None);
}

async fn a_refused_file_leaves_the_edition_in_force(backend: Backend) {
    import_hs(&backend, FIRST).await;
    let before = backend.app.store.edition_in_force(CodeList::Hs).await.unwrap();
    let twice = hs(&format!("{FIRST}{FIRST}"));
    let Err(Refused::Files(refusals)) = import(&backend, order(CodeList::Hs, &twice)).await else { panic!("taken") };
    assert_eq!(refusals.len(), 3);
    assert!(
        refusals[0].to_string().starts_with("codes.csv, row 1232: 1902301010 stands in the list already"),
        "{}",
        refusals[0]
    );

    let more: Vec<String> = (0..100).map(|n| format!("19023080{n:02},국수 {n},Noodles {n},")).collect();
    let large = hs(&(FIRST.to_owned() + &more.join("\n")));
    let Err(Refused::Files(refusals)) = import(&backend, order(CodeList::Hs, &large)).await else { panic!("taken") };
    let sizes = [Reason::SizeChange { level: Level::Line, before: 1230, now: 1330 }];
    assert_eq!(refusals.into_iter().map(|one| one.reason).collect::<Vec<_>>(), sizes);
    assert_eq!(backend.app.store.edition_in_force(CodeList::Hs).await.unwrap(), before);

    let report = import(&backend, Import { accept_size_change: true, ..order(CodeList::Hs, &large) }).await.unwrap();
    assert_eq!(report.outcome, Outcome::InForce, "whoever says that it is meant is believed");
}

async fn a_crash_before_the_swap_leaves_the_old_edition_and_the_next_import_clears_the_rest(backend: Backend) {
    import_hs(&backend, FIRST).await;
    let store = &backend.app.store;
    let in_force = store.edition_in_force(CodeList::Hs).await.unwrap().unwrap();
    let entries = store.entries(&in_force).await.unwrap();
    let half = EditionRecord {
        id: "half".to_owned(),
        list: CodeList::Hs,
        digest: "x".to_owned(),
        files: Vec::new(),
        codes: 5000,
        imported_at: 0,
        in_force_at: None,
    };
    store.begin_edition(&half).await.unwrap();
    store.add_entries("half", &entries[..1500]).await.unwrap();

    let mut backend = backend;
    backend.restart().await;
    let store = &backend.app.store;
    assert_eq!(backend.app.codes.get(CodeList::Hs).stored.as_deref(), Some(in_force.as_str()));
    // Nor can anybody put the half in force.
    let audit = audit();
    let swap = Swap { edition: &half, instead_of: Some(&in_force), audit: &audit };
    assert!(!store.put_in_force(swap).await.unwrap());
    assert!(store.gone(CodeList::Hs, &in_force).await.unwrap().is_empty());

    import_hs(&backend, SECOND).await;
    assert!(store.entries("half").await.unwrap().is_empty());
    assert_eq!(label(row(&backend, "1902301020").await).0, "쌀국수");
}

/// A line that says that an edition is in force.
fn audit() -> AuditRow {
    AuditRow {
        id: "audit".to_owned(),
        at: 1,
        event: Event::HsEditionInForce,
        portal: String::new(),
        member: None,
        operator: None,
    }
}

async fn of_two_imports_at_once_one_is_told(backend: Backend) {
    import_hs(&backend, FIRST).await;
    let store = &backend.app.store;
    let in_force = store.edition_in_force(CodeList::Hs).await.unwrap();
    let record = EditionRecord {
        id: "slow".to_owned(),
        list: CodeList::Hs,
        digest: "slow".to_owned(),
        files: Vec::new(),
        codes: 0,
        imported_at: 0,
        in_force_at: None,
    };
    // The slow one has read what is in force, and then the quick one comes.
    import_hs(&backend, SECOND).await;
    let quick = store.edition_in_force(CodeList::Hs).await.unwrap();
    store.begin_edition(&record).await.unwrap();
    let audit = audit();
    for instead_of in [in_force.as_deref(), None] {
        assert!(!store.put_in_force(Swap { edition: &record, instead_of, audit: &audit }).await.unwrap());
    }
    assert_eq!(store.edition_in_force(CodeList::Hs).await.unwrap(), quick);
}

async fn a_running_backend_takes_the_edition_of_another_process_up(backend: Backend) {
    let watcher = tokio::spawn(codes::watch(backend.app.clone()));
    // Another process has connections of its own.
    let other = gaip_backend::app::open_store(&backend.config).await.unwrap();
    codes::import(&other, order(CodeList::Hs, &hs(FIRST)), &*backend.app.clock, &SystemRandom).await.unwrap();
    other.close().await;
    let mut seconds = 0;
    while row(&backend, "1902301010").await.status != 200 {
        assert!(seconds < 20, "the backend does not notice the edition");
        tokio::time::sleep(Duration::from_secs(1)).await;
        seconds += 1;
    }
    watcher.abort();
    assert_eq!(backend.app.codes.get(CodeList::Ksic).stored, None, "the other list stays built-in");
}

async fn answer_products(browser: &Browser, code: &str) -> Answer {
    let product = json!({ "id": "p1", "fields": { "name": "조미김", "hs_code": code, "description": "맛있다" } });
    browser.answer("products", json!({ "input": { "products": [product] } })).await
}

async fn the_server_refuses_codes_that_the_edition_lacks(backend: Backend) {
    let browser = backend.browser();
    browser.fill(&steps::business_number(1), "exporter01").await;
    for (code, status) in [("1902", 200), ("1902301010", 200), ("9999", 422)] {
        assert_eq!(answer_products(&browser, code).await.status, status, "{code} with headings alone");
    }
    import_hs(&backend, FIRST).await;
    backend.pass(1000);
    import_hs(&backend, SECOND).await;
    for code in ["1902", "190230", "1902.30-1020", "1902999000"] {
        answer_products(&browser, code).await.ok();
    }
    let refused = answer_products(&browser, "1902309999").await;
    assert_eq!(refused.code(), "invalid");
    let wrong: Vec<&Value> = refused.body["fields"].as_array().unwrap().iter().collect();
    assert_eq!(wrong, [&json!({ "field": "p1.hs_code", "error": "unknown_code" })]);
}

/// The edition as a browser gets it in this encoding.
async fn fetch(backend: &Backend, list: &str, name: &str, encoding: &str) -> Answer {
    let path = format!("/api/codes/{list}/editions/{name}");
    backend.browser().send("GET", &path, Value::Null, &[("accept-encoding", encoding)]).await
}

fn unpack(answer: &Answer) -> Edition {
    let mut plain = Vec::new();
    match answer.headers.get("content-encoding").map(|encoding| encoding.to_str().unwrap()) {
        None => plain.extend_from_slice(&answer.bytes),
        Some("br") => brotli::BrotliDecompress(&mut &answer.bytes[..], &mut plain).unwrap(),
        Some("gzip") => {
            flate2::read::GzDecoder::new(&answer.bytes[..]).read_to_end(&mut plain).unwrap();
        }
        Some(other) => panic!("{other}"),
    }
    Edition::unpack(std::str::from_utf8(&plain).unwrap()).unwrap()
}

async fn a_browser_fetches_the_edition_that_it_searched_and_finds_the_same(backend: Backend) {
    let builtin: CodePage = serde_json::from_value(backend.browser().get("/api/codes/ksic").await.ok()).unwrap();
    assert_eq!(unpack(&fetch(&backend, "ksic", &builtin.edition, "identity").await).list(), CodeList::Ksic);

    import_hs(&backend, FIRST).await;
    let found = backend.browser().get("/api/codes/hs?q=%EB%9D%BC%EB%A9%B4").await.ok();
    let found: CodePage = serde_json::from_value(found).unwrap();
    let rows = backend.browser().get("/api/codes/hs/below?code=1902").await.ok();
    assert_eq!(rows["edition"], found.edition.as_str());
    for (accepted, encoding) in [("gzip, br", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
        let answer = fetch(&backend, "hs", &found.edition, accepted).await;
        let header = |name: &str| answer.headers.get(name).map(|value| value.to_str().unwrap());
        assert_eq!(header("content-encoding"), encoding);
        assert_eq!(header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(header("vary"), Some("accept-encoding"));
        let own = unpack(&answer).search_page("라면", Page { offset: 0, limit: 20 });
        assert_eq!(CodePage { edition: found.edition.clone(), ..own }, found, "{accepted}");
    }

    backend.pass(1000);
    import_hs(&backend, SECOND).await;
    assert_eq!(fetch(&backend, "hs", &found.edition, "br").await.status, 404, "an edition of yesterday");
    assert_eq!(fetch(&backend, "ksic", &found.edition, "br").await.status, 404, "of another list");
    let now: CodePage = serde_json::from_value(backend.browser().get("/api/codes/hs").await.ok()).unwrap();
    assert!(unpack(&fetch(&backend, "hs", &now.edition, "identity").await).gone("1902999000").is_some());
}

async fn the_official_files_of_2026_are_in_force_in_seconds(backend: Backend) {
    let Some(fixtures) = std::env::var_os("GAIP_FIXTURES") else {
        println!("skipped: GAIP_FIXTURES is not set, the official files are not imported");
        return;
    };
    let names = ["kcs-hs-code-20260101.xlsx", "kcs-standard-names-20260101.xlsx", "hsk2026_tree.tsv"];
    let folder = std::path::Path::new(&fixtures).join("data");
    let files = names.map(|name| (name.to_owned(), std::fs::read(folder.join(name)).unwrap())).to_vec();
    let begun = std::time::Instant::now();
    let asked = Import { list: CodeList::Hs, files, check: false, accept_size_change: false };
    let report = import(&backend, asked).await.unwrap();
    let took = begun.elapsed();
    println!("imported in {took:?}");
    // Without optimisation and beside other tests it may take longer than the ten seconds that are promised.
    assert!(cfg!(debug_assertions) || took < Duration::from_secs(10), "{took:?}");
    assert_eq!((report.outcome, report.content.entries.len()), (Outcome::InForce, 20_449));

    let begun = std::time::Instant::now();
    backend.app.codes.refresh(&*backend.app.store).await.unwrap();
    println!("taken up in {:?}", begun.elapsed());
    let page = backend.browser().get("/api/codes/hs?q=1902.30-1010").await.ok();
    let page: CodePage = serde_json::from_value(page).unwrap();
    assert_eq!(page.groups[0].heading.code, "1902", "{page:?}");
    let packed = fetch(&backend, "hs", &page.edition, "identity").await;
    assert_eq!(unpack(&packed).get("1902301010").unwrap().ko, "라면");
}

on_each_database!(
    the_official_files_of_2026_are_in_force_in_seconds,
    a_browser_fetches_the_edition_that_it_searched_and_finds_the_same,
    an_edition_is_in_force_and_the_next_one_says_what_it_changes,
    a_code_that_is_gone_keeps_its_last_label,
    the_same_content_again_changes_nothing_and_says_so,
    a_check_stores_nothing,
    a_refused_file_leaves_the_edition_in_force,
    a_crash_before_the_swap_leaves_the_old_edition_and_the_next_import_clears_the_rest,
    of_two_imports_at_once_one_is_told,
    a_running_backend_takes_the_edition_of_another_process_up,
    the_server_refuses_codes_that_the_edition_lacks,
);
