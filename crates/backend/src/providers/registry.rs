//! The business registry of the National Tax Service (국세청 사업자등록정보 상태조회, data.go.kr 15081808).
//!
//! Nothing but a well-formed answer about the number that was asked is believed: whatever else comes back is an
//! outage, never a valid business.

use super::{ANSWER_BYTES, Service, SetupError, Unavailable, body};
use async_trait::async_trait;
use gaip_domain::form::Registered;
use gaip_domain::value::BusinessNumber;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// What the registry says about a business number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// 계속사업자.
    Continuing,
    /// 휴업자.
    Suspended,
    /// 폐업자.
    Closed,
    /// 국세청에 등록되지 않은 사업자등록번호.
    Unregistered,
}

/// Knows businesses by their number.
#[async_trait]
pub trait Registry: Send + Sync {
    /// The standing of a business.
    async fn standing(&self, number: &BusinessNumber) -> Result<Standing, Unavailable>;
    /// Whether the number, the representative and the opening date are registered together (진위확인).
    async fn agrees(&self, number: &BusinessNumber, claim: &Registered) -> Result<bool, Unavailable>;
}

/// The National Tax Service.
pub struct Nts(Transport);

enum Transport {
    Http(Service),
    Sandbox,
}

impl Nts {
    /// The real service: `url` ends before `/status` and `/validate`, as in
    /// `https://api.odcloud.kr/api/nts-businessman/v1`.
    pub fn http(url: &str, key: &str) -> Result<Self, SetupError> {
        Service::new(url.trim_end_matches('/'), key).map(|service| Self(Transport::Http(service)))
    }

    /// The simulated service, with the numbers of `docs/sandbox.md`.
    pub fn sandbox() -> Self {
        Self(Transport::Sandbox)
    }
}

#[async_trait]
impl Registry for Nts {
    async fn standing(&self, number: &BusinessNumber) -> Result<Standing, Unavailable> {
        let answer = match &self.0 {
            Transport::Http(service) => ask(service, "status", &json!({ "b_no": [number.as_str()] })).await,
            Transport::Sandbox => sandbox(number).await,
        };
        read(&answer.ok_or(Unavailable)?, number)
    }

    async fn agrees(&self, number: &BusinessNumber, claim: &Registered) -> Result<bool, Unavailable> {
        let day = claim.opened.to_string().replace('-', "");
        let business = json!({ "b_no": number.as_str(), "start_dt": day, "p_nm": claim.representative });
        let answer = match &self.0 {
            Transport::Http(service) => ask(service, "validate", &json!({ "businesses": [business] })).await,
            Transport::Sandbox => validated(number, claim),
        };
        read_validation(&answer.ok_or(Unavailable)?, number)
    }
}

async fn ask(service: &Service, operation: &str, question: &Value) -> Option<Vec<u8>> {
    let mut url = service.url.clone();
    url.path_segments_mut().ok()?.pop_if_empty().push(operation);
    url.query_pairs_mut().append_pair("serviceKey", &service.key).append_pair("returnType", "JSON");
    body(service.client.post(url).json(question).send().await.ok()?, ANSWER_BYTES).await
}

/// An answer to `/status`; errors have a `status_code` other than `OK` and no `data`.
#[derive(Deserialize)]
struct Answer {
    status_code: String,
    #[serde(default)]
    data: Vec<Business>,
}

#[derive(Deserialize)]
struct Business {
    b_no: String,
    b_stt_cd: String,
    tax_type: String,
}

fn read(answer: &[u8], number: &BusinessNumber) -> Result<Standing, Unavailable> {
    let answer: Answer = serde_json::from_slice(answer).map_err(|_| Unavailable)?;
    match (answer.status_code.as_str(), answer.data.as_slice()) {
        ("OK", [business]) if business.b_no == number.as_str() => standing(business),
        _ => Err(Unavailable),
    }
}

/// An answer to `/validate`.
#[derive(Deserialize)]
struct Validation {
    status_code: String,
    #[serde(default)]
    data: Vec<Validated>,
}

#[derive(Deserialize)]
struct Validated {
    b_no: String,
    valid: String,
}

fn read_validation(answer: &[u8], number: &BusinessNumber) -> Result<bool, Unavailable> {
    let answer: Validation = serde_json::from_slice(answer).map_err(|_| Unavailable)?;
    match (answer.status_code.as_str(), answer.data.as_slice()) {
        ("OK", [business]) if business.b_no == number.as_str() => match business.valid.as_str() {
            "01" => Ok(true),
            "02" => Ok(false),
            _ => Err(Unavailable),
        },
        _ => Err(Unavailable),
    }
}

fn standing(business: &Business) -> Result<Standing, Unavailable> {
    match business.b_stt_cd.as_str() {
        "01" => Ok(Standing::Continuing),
        "02" => Ok(Standing::Suspended),
        "03" => Ok(Standing::Closed),
        "" if business.tax_type.contains("등록되지 않은") => Ok(Standing::Unregistered),
        _ => Err(Unavailable),
    }
}

/// Numbers with a right check digit that force an outcome; every other number is a continuing business.
const SUSPENDED: &str = "1111111119";
const CLOSED: &str = "2222222227";
const UNREGISTERED: &str = "3333333336";
const OUTAGE: &str = "5555555553";
const SLOW: &str = "6666666661";
const MALFORMED: &str = "7777777770";
/// How long the slow answer takes: less than the patience, long enough to see the screen wait.
const SLOWNESS: Duration = Duration::from_secs(3);

async fn sandbox(number: &BusinessNumber) -> Option<Vec<u8>> {
    let answer = match number.as_str() {
        OUTAGE => return None,
        MALFORMED => return Some(b"<html><body>Service Temporarily Unavailable</body></html>".to_vec()),
        SUSPENDED => status(number, "휴업자", "02", "부가가치세 일반과세자", "01", ""),
        CLOSED => status(number, "폐업자", "03", "부가가치세 일반과세자", "01", "20240630"),
        UNREGISTERED => unregistered(number),
        other => {
            if other == SLOW {
                tokio::time::sleep(SLOWNESS).await;
            }
            status(number, "계속사업자", "01", "부가가치세 일반과세자", "01", "")
        }
    };
    serde_json::to_vec(&answer).ok()
}

/// The representative with whom nothing agrees, and the one at whose name the registry breaks off.
const NOBODY: &str = "불일치";
const BROKEN: &str = "장애";

fn validated(number: &BusinessNumber, claim: &Registered) -> Option<Vec<u8>> {
    let valid = match claim.representative.as_str() {
        BROKEN => return None,
        NOBODY => "02",
        _ => "01",
    };
    let answer = json!({
        "status_code": "OK", "request_cnt": 1, "valid_cnt": u8::from(valid == "01"),
        "data": [{ "b_no": number.as_str(), "valid": valid, "valid_msg": if valid == "02" { "확인할 수 없습니다." } else { "" } }],
    });
    serde_json::to_vec(&answer).ok()
}

fn unregistered(number: &BusinessNumber) -> Value {
    let mut answer = status(number, "", "", "국세청에 등록되지 않은 사업자등록번호입니다.", "", "");
    answer["match_cnt"] = json!(0);
    answer
}

fn status(number: &BusinessNumber, stt: &str, stt_cd: &str, tax: &str, tax_cd: &str, end: &str) -> Value {
    json!({
        "status_code": "OK", "request_cnt": 1, "match_cnt": 1,
        "data": [{
            "b_no": number.as_str(), "b_stt": stt, "b_stt_cd": stt_cd, "tax_type": tax, "tax_type_cd": tax_cd,
            "end_dt": end, "utcc_yn": "N", "tax_type_change_dt": "", "invoice_apply_dt": "",
            "rbf_tax_type": "해당없음", "rbf_tax_type_cd": "99",
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(raw: &str) -> BusinessNumber {
        BusinessNumber::parse(raw).expect("a number with a right check digit")
    }

    async fn outcome(raw: &str) -> Result<Standing, Unavailable> {
        Nts::sandbox().standing(&number(raw)).await
    }

    #[tokio::test]
    async fn each_number_of_the_sandbox_has_its_outcome() {
        assert_eq!(outcome("124-81-00998").await, Ok(Standing::Continuing));
        assert_eq!(outcome(SUSPENDED).await, Ok(Standing::Suspended));
        assert_eq!(outcome(CLOSED).await, Ok(Standing::Closed));
        assert_eq!(outcome(UNREGISTERED).await, Ok(Standing::Unregistered));
        assert_eq!(outcome(OUTAGE).await, Err(Unavailable));
        assert_eq!(outcome(SLOW).await, Ok(Standing::Continuing));
        assert_eq!(outcome(MALFORMED).await, Err(Unavailable));
    }

    #[test]
    fn what_is_not_plainly_an_answer_is_an_outage() {
        let asked = number("124-81-00998");
        let business = |no: &str, code: &str, tax: &str| {
            json!({"status_code": "OK", "data": [{"b_no": no, "b_stt_cd": code, "tax_type": tax}]}).to_string()
        };
        for answer in [
            String::new(),
            "null".to_owned(),
            "[]".to_owned(),
            r#"{"status_code":"OK"}"#.to_owned(),
            r#"{"status_code":"OK","data":[]}"#.to_owned(),
            r#"{"status_code":"OK","data":[{"b_no":"1248100998","b_stt_cd":"01"}]}"#.to_owned(),
            r#"{"status_code":"OK","data":[{"b_no":"1248100998","b_stt_cd":1,"tax_type":""}]}"#.to_owned(),
            r#"{"status_code":"REQUEST_DATA_MALFORMED"}"#.to_owned(),
            r#"{"status_code":"INTERNAL_ERROR","data":[{"b_no":"1248100998","b_stt_cd":"01","tax_type":""}]}"#
                .to_owned(),
            r#"{"code":-4,"msg":"등록되지 않은 인증키 입니다."}"#.to_owned(),
            business("1208800767", "01", ""),
            business("1248100998", "04", ""),
            business("1248100998", "", ""),
            business("1248100998", "", "부가가치세 일반과세자"),
        ] {
            assert_eq!(read(answer.as_bytes(), &asked), Err(Unavailable), "{answer}");
        }
        assert_eq!(read(business("1248100998", "01", "").as_bytes(), &asked), Ok(Standing::Continuing));
    }

    #[tokio::test]
    async fn a_registry_that_nobody_answers_for_is_an_outage() {
        let nobody = Nts::http("http://127.0.0.1:9/v1", "key").expect("an address");
        assert_eq!(nobody.standing(&number("124-81-00998")).await, Err(Unavailable));
    }
}
