//! The clients of outside services against servers that answer as the real ones do, or worse.

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use gaip_backend::providers::Unavailable;
use gaip_backend::providers::addresses::{Addresses, Juso, SearchError};
use gaip_backend::providers::registry::{Nts, Registry, Standing};
use gaip_domain::form::Registered;
use gaip_domain::value::{BusinessNumber, Date};
use std::sync::{Arc, Mutex};

/// What the server was asked last.
#[derive(Clone, Default)]
struct Asked(Arc<Mutex<(String, String, String)>>);

impl Asked {
    fn query(&self) -> String {
        self.0.lock().unwrap().0.clone()
    }
    fn kind(&self) -> String {
        self.0.lock().unwrap().1.clone()
    }
    fn body(&self) -> String {
        self.0.lock().unwrap().2.clone()
    }
}

/// A server that answers everything with one status and body; its address.
async fn server(path: &'static str, status: u16, answer: &'static str) -> (String, Asked) {
    let asked = Asked::default();
    let handler = move |State(asked): State<Asked>, RawQuery(query): RawQuery, headers: HeaderMap, body: Bytes| async move {
        let kind = headers.get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
        *asked.0.lock().unwrap() =
            (query.unwrap_or_default(), kind.unwrap_or_default(), String::from_utf8(body.to_vec()).unwrap());
        (StatusCode::from_u16(status).unwrap(), answer)
    };
    let router = Router::new().route(path, post(handler)).with_state(asked.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}"), asked)
}

fn number() -> BusinessNumber {
    BusinessNumber::parse("124-81-00998").unwrap()
}

async fn standing(status: u16, answer: &'static str) -> Result<Standing, Unavailable> {
    let (url, _) = server("/status", status, answer).await;
    Nts::http(&url, "key").unwrap().standing(&number()).await
}

const CONTINUING: &str = r#"{"request_cnt":1,"match_cnt":1,"status_code":"OK","data":[{"b_no":"1248100998","b_stt":"계속사업자",
    "b_stt_cd":"01","tax_type":"부가가치세 일반과세자","tax_type_cd":"01","end_dt":"","utcc_yn":"N","tax_type_change_dt":"",
    "invoice_apply_dt":"","rbf_tax_type":"해당없음","rbf_tax_type_cd":"99"}]}"#;

#[tokio::test]
async fn the_registry_is_asked_as_it_wants_to_be_asked() {
    let (url, asked) = server("/v1/status", 200, CONTINUING).await;
    for key in ["a+b/c==", "a%2Bb%2Fc%3D%3D"] {
        let registry = Nts::http(&format!("{url}/v1/"), key).unwrap();
        assert_eq!(registry.standing(&number()).await, Ok(Standing::Continuing));
        assert_eq!(asked.query(), "serviceKey=a%2Bb%2Fc%3D%3D&returnType=JSON");
        assert_eq!(asked.body(), r#"{"b_no":["1248100998"]}"#);
        assert!(asked.kind().starts_with("application/json"));
    }
}

#[tokio::test]
async fn errors_of_the_registry_are_outages() {
    assert_eq!(standing(400, r#"{"status_code":"BAD_JSON_REQUEST"}"#).await, Err(Unavailable));
    assert_eq!(standing(411, r#"{"status_code":"REQUEST_DATA_MALFORMED"}"#).await, Err(Unavailable));
    assert_eq!(standing(401, r#"{"code":-401,"msg":"유효하지 않은 인증키 입니다."}"#).await, Err(Unavailable));
    assert_eq!(standing(502, "<html>Bad Gateway</html>").await, Err(Unavailable));
    assert_eq!(standing(500, CONTINUING).await, Err(Unavailable));
    assert_eq!(standing(200, "").await, Err(Unavailable));
}

async fn agrees(status: u16, answer: &'static str) -> Result<bool, Unavailable> {
    let (url, _) = server("/validate", status, answer).await;
    Nts::http(&url, "key").unwrap().agrees(&number(), &claim()).await
}

fn claim() -> Registered {
    Registered { representative: "홍길동".to_owned(), opened: Date::parse("2023-11-01").unwrap() }
}

#[tokio::test]
async fn the_registry_compares_number_representative_and_opening_date_together() {
    const VALID: &str = r#"{"status_code":"OK","request_cnt":1,"valid_cnt":1,"data":[{"b_no":"1248100998","valid":"01",
        "request_param":{"b_no":"1248100998","start_dt":"20231101","p_nm":"홍길동"},"status":{"b_no":"1248100998","b_stt_cd":"01"}}]}"#;
    let (url, asked) = server("/v1/validate", 200, VALID).await;
    let registry = Nts::http(&format!("{url}/v1"), "a+b/c==").unwrap();
    assert_eq!(registry.agrees(&number(), &claim()).await, Ok(true));
    assert_eq!(asked.query(), "serviceKey=a%2Bb%2Fc%3D%3D&returnType=JSON");
    let business = serde_json::json!({ "b_no": "1248100998", "p_nm": "홍길동", "start_dt": "20231101" });
    let body: serde_json::Value = serde_json::from_str(&asked.body()).unwrap();
    assert_eq!(body, serde_json::json!({ "businesses": [business] }));
    let other = r#"{"status_code":"OK","request_cnt":1,"data":[{"b_no":"1248100998","valid":"02","valid_msg":"확인할 수 없습니다."}]}"#;
    assert_eq!(agrees(200, other).await, Ok(false));
}

#[tokio::test]
async fn a_comparison_that_makes_no_sense_is_an_outage_and_never_agreement() {
    for (status, answer) in [
        (500, r#"{"status_code":"OK","data":[{"b_no":"1248100998","valid":"01"}]}"#),
        (200, r#"{"status_code":"INTERNAL_ERROR","data":[{"b_no":"1248100998","valid":"01"}]}"#),
        (200, r#"{"status_code":"OK","data":[{"b_no":"1208800767","valid":"01"}]}"#),
        (200, r#"{"status_code":"OK","data":[{"b_no":"1248100998","valid":"1"}]}"#),
        (200, r#"{"status_code":"OK","data":[]}"#),
        (200, "<html>점검 중</html>"),
    ] {
        assert_eq!(agrees(status, answer).await, Err(Unavailable), "{answer}");
    }
}

#[tokio::test]
async fn addresses_are_asked_in_the_body_and_read_from_strings() {
    let answer = r#"{"results":{"common":{"errorMessage":"정상","countPerPage":"10","totalCount":"1","errorCode":"0","currentPage":"2"},
        "juso":[{"roadAddr":"대전광역시 유성구 엑스포로 1 (도룡동)","jibunAddr":"대전광역시 유성구 도룡동 3-1","zipNo":"34122"}]}}"#;
    let (url, asked) = server("/addrLinkApi.do", 200, answer).await;
    let juso = Juso::http(&format!("{url}/addrLinkApi.do"), "U01TX0FVVEg=").unwrap();
    let page = juso.search("  엑스포로 1 <%>", 2).await.unwrap();
    assert_eq!(page.total, 1);
    assert_eq!(page.rows[0].postcode, "34122");
    assert_eq!(asked.query(), "", "keywords are not in addresses");
    let keyword = "%EC%97%91%EC%8A%A4%ED%8F%AC%EB%A1%9C+1";
    let expected = format!("confmKey=U01TX0FVVEg%3D&currentPage=2&countPerPage=10&keyword={keyword}&resultType=json");
    assert_eq!(asked.body(), expected);
    assert_eq!(asked.kind(), "application/x-www-form-urlencoded");
}

#[tokio::test]
async fn an_overloaded_address_search_is_an_outage() {
    let answer = r#"{"results":{"common":{"errorMessage":"승인되지 않은 KEY","totalCount":"0","errorCode":"E0001"},"juso":null}}"#;
    let (url, _) = server("/addrLinkApi.do", 200, answer).await;
    let juso = Juso::http(&format!("{url}/addrLinkApi.do"), "key").unwrap();
    assert_eq!(juso.search("엑스포로", 1).await, Err(SearchError::Unavailable));
}
