//! What a sign-up looks up: HS codes, addresses, documents.

use crate::support::{Answer, Backend};
use gaip_contract::bodies::{AddressPage, CodePage, CodeRows, TermsView};
use serde::de::DeserializeOwned;
use serde_json::json;
use sha2::{Digest, Sha256};

async fn get(backend: &Backend, path: &str) -> Answer {
    backend.browser().get(path).await
}

fn body<T: DeserializeOwned>(answer: Answer) -> T {
    serde_json::from_value(answer.ok()).unwrap()
}

async fn address(backend: &Backend, keyword: &str) -> Answer {
    backend.browser().post("/api/addresses/search", json!({ "keyword": keyword, "page": 1 })).await
}

#[tokio::test]
async fn an_hs_code_is_found_by_word_with_the_path_to_it() {
    let backend = Backend::on_sqlite().await;
    let page: CodePage = body(get(&backend, "/api/codes/hs?q=%EB%9D%BC%EB%A9%B4&limit=3").await);
    let heading = &page.groups[0].heading;
    assert_eq!(heading.code, "1902");
    assert_eq!(heading.path.len(), 2, "section and chapter: {heading:?}");
    assert!(!heading.children && page.groups.len() <= 3);
}

#[tokio::test]
async fn an_empty_search_lists_every_heading_page_by_page() {
    let backend = Backend::on_sqlite().await;
    let codes = |page: CodePage| page.groups.into_iter().map(|group| group.heading.code).collect::<Vec<_>>();
    let page: CodePage = body(get(&backend, "/api/codes/hs").await);
    assert!(page.total > 1000);
    let first = codes(page);
    let second = codes(body(get(&backend, "/api/codes/hs?offset=20").await));
    assert_eq!((first.len(), first[0].as_str()), (20, "0101"));
    assert!(second[0] > first[19]);
    assert_eq!(codes(body(get(&backend, "/api/codes/hs?limit=9999").await)).len(), 50);
    assert_eq!(get(&backend, "/api/codes/hs?limit=many").await.status, 400);
    assert_eq!(get(&backend, "/api/codes/taric").await.status, 404);
}

#[tokio::test]
async fn hs_codes_are_browsed_from_the_sections_down() {
    let backend = Backend::on_sqlite().await;
    let sections: CodeRows = body(get(&backend, "/api/codes/hs/below").await);
    assert_eq!((sections.rows.len(), sections.rows[0].code.as_str()), (21, "S01"));
    assert!(sections.rows.iter().all(|row| row.children && row.path.is_empty()));
    let chapters: CodeRows = body(get(&backend, "/api/codes/hs/below?code=S01").await);
    assert!(chapters.rows.iter().all(|row| row.code.len() == 2 && row.path.len() == 1));
    assert_eq!(get(&backend, "/api/codes/hs/below?code=99999").await.status, 404);
}

#[tokio::test]
async fn addresses_are_found_or_the_reason_is_told() {
    let backend = Backend::on_sqlite().await;
    let page: AddressPage = body(address(&backend, "유성구 엑스포로").await);
    assert!(page.total > 0 && page.rows[0].road.contains("엑스포로"));
    for (keyword, code) in [("로", "keyword_too_broad"), ("장애", "addresses_unavailable")] {
        assert_eq!(address(&backend, keyword).await.code(), code, "{keyword}");
    }
}

#[tokio::test]
async fn documents_come_with_the_hash_of_their_file() {
    let backend = Backend::on_sqlite().await;
    for (query, file) in [("", "service.2.ko.md"), ("?lang=ko", "service.2.ko.md"), ("?lang=en", "service.2.en.md")] {
        let view: TermsView = body(get(&backend, &format!("/api/portals/daejeon/terms/service{query}")).await);
        let path = format!("{}/../../public/portals/daejeon/terms/{file}", env!("CARGO_MANIFEST_DIR"));
        let hash = Sha256::digest(std::fs::read(path).unwrap());
        assert_eq!(view.hash, hash.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")));
        assert!(view.html.contains("<h3>") && !view.html.contains("<h1") && !view.html.contains("<h2"));
    }
    for path in ["daejeon/terms/none", "none/terms/service"] {
        assert_eq!(get(&backend, &format!("/api/portals/{path}")).await.status, 404, "{path}");
    }
    assert_eq!(get(&backend, "/api/portals/daejeon/terms/service?lang=fr").await.status, 400);
}
