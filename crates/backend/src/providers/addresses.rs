//! Road name addresses (행정안전부 도로명주소 검색 API, `addrLinkApi.do`).

mod sandbox;

use super::{ANSWER_BYTES, Service, SetupError, body};
use async_trait::async_trait;
use gaip_contract::bodies::{AddressPage, AddressRow};
use gaip_domain::text::tidy;
use serde::Deserialize;

/// Rows of a page, as the contract has it.
const PAGE: u32 = 10;
/// Most characters of a keyword; the service takes 40 in Hangul and 80 in Latin letters.
const KEYWORD: usize = 80;
/// Characters that the service refuses as an attack.
const REFUSED: [char; 6] = ['%', '=', '>', '<', '[', ']'];

/// Why a search has no result page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchError {
    /// The service cannot be reached, is overloaded, or does not make sense.
    Unavailable,
    /// The keyword is too short, only a city, only digits, or finds too much.
    TooBroad,
}

/// Searches addresses.
#[async_trait]
pub trait Addresses: Send + Sync {
    /// One page, counted from 1.
    async fn search(&self, keyword: &str, page: u32) -> Result<AddressPage, SearchError>;
}

/// The address service of the Ministry of the Interior and Safety.
pub struct Juso(Transport);

enum Transport {
    Http(Service),
    Sandbox,
}

impl Juso {
    /// The real service: `url` is `https://business.juso.go.kr/addrlink/addrLinkApi.do`.
    pub fn http(url: &str, key: &str) -> Result<Self, SetupError> {
        Service::new(url, key).map(|service| Self(Transport::Http(service)))
    }

    /// The simulated service, with the addresses of `docs/sandbox.md`.
    pub fn sandbox() -> Self {
        Self(Transport::Sandbox)
    }
}

#[async_trait]
impl Addresses for Juso {
    async fn search(&self, keyword: &str, page: u32) -> Result<AddressPage, SearchError> {
        let keyword = tidy(&keyword.replace(REFUSED, " "));
        if keyword.chars().count() < 2 || keyword.chars().count() > KEYWORD {
            return Err(SearchError::TooBroad);
        }
        let page = page.max(1);
        let answer = match &self.0 {
            Transport::Http(service) => ask(service, &keyword, page).await,
            Transport::Sandbox => sandbox::answer(&keyword, page, PAGE),
        };
        read(&answer.ok_or(SearchError::Unavailable)?)
    }
}

/// A POST, so that keywords are in nobody's logs.
async fn ask(service: &Service, keyword: &str, page: u32) -> Option<Vec<u8>> {
    let mut form = service.url.clone();
    form.query_pairs_mut()
        .clear()
        .append_pair("confmKey", &service.key)
        .append_pair("currentPage", &page.to_string())
        .append_pair("countPerPage", &PAGE.to_string())
        .append_pair("keyword", keyword)
        .append_pair("resultType", "json");
    let request = service
        .client
        .post(service.url.clone())
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form.query().unwrap_or_default().to_owned());
    body(request.send().await.ok()?, ANSWER_BYTES).await
}

#[derive(Deserialize)]
struct Answer {
    results: Results,
}

#[derive(Deserialize)]
struct Results {
    common: Common,
    /// `null` beside an error.
    juso: Option<Vec<Address>>,
}

/// Numbers are strings here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Common {
    error_code: String,
    #[serde(default)]
    total_count: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    zip_no: String,
    road_addr: String,
    jibun_addr: String,
}

fn read(answer: &[u8]) -> Result<AddressPage, SearchError> {
    let answer: Answer = serde_json::from_slice(answer).map_err(|_| SearchError::Unavailable)?;
    match answer.results.common.error_code.as_str() {
        "0" => {}
        "E0005" | "E0006" | "E0008" | "E0009" | "E0010" | "E0011" | "E0012" | "E0013" | "E0015" => {
            return Err(SearchError::TooBroad);
        }
        // E0001 is a wrong key and also what an overloaded service says; E0014 is an expired key.
        _ => return Err(SearchError::Unavailable),
    }
    let total = answer.results.common.total_count.parse();
    let rows = answer.results.juso.unwrap_or_default();
    Ok(AddressPage { total: total.map_err(|_| SearchError::Unavailable)?, rows: rows.into_iter().map(row).collect() })
}

fn row(address: Address) -> AddressRow {
    AddressRow { postcode: address.zip_no, road: tidy(&address.road_addr), lot: tidy(&address.jibun_addr) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SearchError::{TooBroad, Unavailable};

    async fn search(keyword: &str, page: u32) -> Result<AddressPage, SearchError> {
        Juso::sandbox().search(keyword, page).await
    }

    #[tokio::test]
    async fn every_word_of_the_keyword_is_looked_for() {
        let found = search("유성구 엑스포로", 1).await.expect("addresses");
        assert!(!found.rows.is_empty());
        for row in &found.rows {
            assert!(row.road.contains("유성구") && row.road.contains("엑스포로"), "{}", row.road);
            assert_eq!(row.postcode.len(), 5);
        }
    }

    #[tokio::test]
    async fn pages_are_of_ten_and_follow_one_another() {
        let first = search("대전광역시 유성구", 1).await.expect("addresses");
        let second = search("대전광역시 유성구", 2).await.expect("addresses");
        assert_eq!(first.rows.len(), 10);
        assert_eq!(first.total, second.total);
        assert!(!second.rows.is_empty() && !first.rows.contains(&second.rows[0]));
        assert!(search("대전광역시 유성구", 99).await.expect("a page").rows.is_empty());
    }

    #[tokio::test]
    async fn what_is_nowhere_is_an_empty_page() {
        assert_eq!(search("없는길이름", 1).await, Ok(AddressPage { total: 0, rows: Vec::new() }));
    }

    #[tokio::test]
    async fn broad_keywords_and_outages_can_be_told_apart() {
        for keyword in ["", "로", "서울특별시", "123", "<>", &"가".repeat(81)] {
            assert_eq!(search(keyword, 1).await, Err(TooBroad), "{keyword}");
        }
        assert_eq!(search("장애", 1).await, Err(Unavailable));
        assert_eq!(search("Outage", 1).await, Err(Unavailable));
    }

    #[test]
    fn an_answer_without_sense_is_an_outage() {
        for (answer, expected) in [
            ("", Unavailable),
            ("<html>", Unavailable),
            (r#"{"results":{}}"#, Unavailable),
            (r#"{"results":{"common":{"errorCode":"-999","totalCount":"0"},"juso":null}}"#, Unavailable),
            (r#"{"results":{"common":{"errorCode":"E0001","totalCount":"0"},"juso":null}}"#, Unavailable),
            (r#"{"results":{"common":{"errorCode":"E0006","totalCount":"0"},"juso":null}}"#, TooBroad),
            (r#"{"results":{"common":{"errorCode":"E0015"},"juso":null}}"#, TooBroad),
            (r#"{"results":{"common":{"errorCode":"0","totalCount":"many"},"juso":[]}}"#, Unavailable),
            (r#"{"results":{"common":{"errorCode":"0","totalCount":1},"juso":[]}}"#, Unavailable),
            (r#"{"results":{"common":{"errorCode":"0","totalCount":"1"},"juso":[{"zipNo":"1"}]}}"#, Unavailable),
        ] {
            assert_eq!(read(answer.as_bytes()), Err(expected), "{answer}");
        }
    }

    #[tokio::test]
    async fn a_service_that_nobody_answers_for_is_an_outage() {
        let nobody = Juso::http("http://127.0.0.1:9/addrLinkApi.do", "key").expect("an address");
        assert_eq!(nobody.search("엑스포로", 1).await, Err(Unavailable));
    }
}
