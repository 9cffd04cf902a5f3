//! The clients of the identity service and the company directory against servers that answer as the real ones do, or worse.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use gaip_backend::providers::directory::{CompanyDirectory, Directory};
use gaip_backend::providers::identity::portone::Account;
use gaip_backend::providers::identity::{Asked, Fault, IdentityService, PortOne, Waits};
use gaip_backend::providers::{Adapter, Unavailable};
use gaip_domain::portal::IdentityMethod;
use gaip_domain::value::{BusinessNumber, Date};
use serde_json::{Value, json};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};

/// Answers in the order of the requests, and what was asked: method and address, authorization, body.
#[derive(Clone)]
struct Script {
    answers: Arc<Mutex<Vec<(u16, String)>>>,
    asked: Arc<Mutex<Vec<(String, String, String)>>>,
}

async fn server(answers: &[(u16, Value)]) -> (String, Script) {
    let answers = answers.iter().rev().map(|(status, body)| (*status, body.to_string())).collect();
    let script = Script { answers: Arc::new(Mutex::new(answers)), asked: Arc::default() };
    let answer = async |State(script): State<Script>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes| {
        let authorization = headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
        let body = String::from_utf8(body.to_vec()).unwrap();
        script.asked.lock().unwrap().push((format!("{method} {uri}"), authorization.unwrap_or_default(), body));
        let (status, body) = script.answers.lock().unwrap().pop().unwrap();
        (StatusCode::from_u16(status).unwrap(), body)
    };
    let router = Router::new().fallback(answer).with_state(script.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}"), script)
}

fn portone(url: &str, store: Option<&str>, sms: bool) -> PortOne {
    PortOne::http(Account { url, secret: "s3cret", store, channel: "channel-1", sms }).unwrap()
}

fn asked(method: IdentityMethod) -> Asked {
    Asked {
        method,
        name: "홍길동".to_owned(),
        birth_date: Date::parse("1990-03-01").unwrap(),
        mobile: "01012345678".to_owned(),
        carrier: "SKT_MVNO".to_owned(),
        agency: "KAKAO".to_owned(),
        peer: IpAddr::V4(Ipv4Addr::LOCALHOST),
    }
}

fn verified(id: &str) -> Value {
    json!({ "status": "VERIFIED", "id": id, "pgTxId": "t", "version": "V2",
        "verifiedCustomer": { "name": "홍길동", "birthDate": "1990-03-01", "phoneNumber": "01012345678", "ci": "c1", "gender": "MALE" } })
}

#[tokio::test]
async fn a_phone_is_verified_as_the_service_wants_to_be_asked() {
    let answers = [(200, json!({})), (200, json!({})), (200, json!({})), (200, verified("a1"))];
    let (url, script) = server(&answers).await;
    let service = portone(&url, Some("store-1"), true);
    assert_eq!(service.waits(IdentityMethod::Phone), Ok(Waits::Code));
    assert_eq!(service.begin("a1", &asked(IdentityMethod::Phone)).await, Ok(()));
    assert_eq!(service.resend("a1").await, Ok(()));
    let person = service.confirm("a1", Some("123456")).await.map_err(|_| "not verified").unwrap();
    assert_eq!((person.name.as_str(), person.ci.as_deref()), ("홍길동", Some("c1")));
    assert_eq!(person.birth_date, Date::parse("1990-03-01").ok());
    let requests = script.asked.lock().unwrap().clone();
    let lines: Vec<&str> = requests.iter().map(|(line, ..)| line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "POST /identity-verifications/a1/send",
            "POST /identity-verifications/a1/resend?storeId=store-1",
            "POST /identity-verifications/a1/confirm",
            "GET /identity-verifications/a1?storeId=store-1",
        ]
    );
    assert!(requests.iter().all(|(_, key, _)| key == "PortOne s3cret"));
    let sent: Value = serde_json::from_str(&requests[0].2).unwrap();
    assert_eq!(
        sent,
        json!({ "storeId": "store-1", "channelKey": "channel-1", "operator": "SKT_MVNO", "method": "SMS",
            "customer": { "name": "홍길동", "phoneNumber": "01012345678", "ipAddress": "127.0.0.1" } })
    );
    let confirmed: Value = serde_json::from_str(&requests[2].2).unwrap();
    assert_eq!(confirmed, json!({ "storeId": "store-1", "otp": "123456" }));
}

#[tokio::test]
async fn without_sms_the_carrier_s_app_asks() {
    let provider = json!({ "type": "PG_PROVIDER", "pgCode": "x", "pgMessage": "y" });
    let ready = json!({ "status": "READY", "id": "a1" });
    let (url, script) = server(&[(200, json!({})), (502, provider), (200, ready)]).await;
    let service = portone(&url, None, false);
    assert_eq!(service.waits(IdentityMethod::Phone), Ok(Waits::Consent));
    assert_eq!(service.begin("a1", &asked(IdentityMethod::Phone)).await, Ok(()));
    assert_eq!(service.confirm("a1", None).await.err(), Some(Fault::Pending));
    assert!(script.asked.lock().unwrap()[0].2.contains(r#""method":"APP""#));
}

#[tokio::test]
async fn nobody_is_verified_but_by_the_service_s_own_record() {
    let provider = || (502, json!({ "type": "PG_PROVIDER" }));
    let ready = || (200, json!({ "status": "READY", "id": "a1" }));
    let nameless = json!({ "status": "VERIFIED", "id": "a1", "verifiedCustomer": { "ci": "c" } });
    for (said, seen, fault) in [
        (provider(), ready(), Fault::WrongCode),
        ((200, json!({ "identityVerification": verified("a1") })), ready(), Fault::Unavailable),
        ((200, json!({})), (200, verified("a2")), Fault::Unavailable),
        ((200, json!({})), (200, nameless), Fault::Unavailable),
        ((200, json!({})), (500, verified("a1")), Fault::Unavailable),
        ((200, json!({})), (200, json!("<html>")), Fault::Unavailable),
        ((401, json!({ "type": "UNAUTHORIZED" })), ready(), Fault::Unavailable),
        (provider(), (200, json!({ "status": "FAILED", "id": "a1", "failure": {} })), Fault::Refused),
        ((404, json!({})), (404, json!({ "type": "IDENTITY_VERIFICATION_NOT_FOUND" })), Fault::Gone),
    ] {
        let (url, _) = server(&[said.clone(), seen.clone()]).await;
        assert_eq!(
            portone(&url, None, true).confirm("a1", Some("123456")).await.err(),
            Some(fault),
            "{said:?} {seen:?}"
        );
    }
    let already = (409, json!({ "type": "IDENTITY_VERIFICATION_ALREADY_VERIFIED" }));
    let (url, _) = server(&[already, (200, verified("a1"))]).await;
    assert!(portone(&url, None, true).confirm("a1", Some("123456")).await.is_ok());
}

#[tokio::test]
async fn what_the_service_does_not_offer_is_not_asked() {
    let (url, script) = server(&[]).await;
    for method in [IdentityMethod::Simple, IdentityMethod::Card, IdentityMethod::Ipin] {
        assert_eq!(portone(&url, None, true).begin("a1", &asked(method)).await, Err(Fault::Unavailable));
    }
    assert!(script.asked.lock().unwrap().is_empty());
    let nobody = portone("http://127.0.0.1:9", None, true);
    assert_eq!(nobody.begin("a1", &asked(IdentityMethod::Phone)).await, Err(Fault::Unavailable));
    for refusal in ["INVALID_REQUEST", "MAX_TRANSACTION_COUNT_REACHED", "CHANNEL_NOT_FOUND"] {
        let (url, _) = server(&[(400, json!({ "type": refusal }))]).await;
        assert_eq!(portone(&url, None, true).begin("a1", &asked(IdentityMethod::Phone)).await, Err(Fault::Unavailable));
    }
}

#[tokio::test]
async fn a_directory_lists_a_company_or_does_not_know_it() {
    let number = BusinessNumber::parse("124-81-00998").unwrap();
    let profile = json!({ "name": "(주)한빛무역", "representative": "김대표" });
    let (url, script) = server(&[(200, profile), (404, json!({}))]).await;
    let directory = Directory(Adapter::http(&format!("{url}/companies/"), "key").unwrap());
    assert_eq!(directory.find(&number).await.unwrap().unwrap().name, "(주)한빛무역");
    assert_eq!(directory.find(&number).await, Ok(None));
    let (line, key, _) = script.asked.lock().unwrap()[0].clone();
    assert_eq!((line.as_str(), key.as_str()), ("GET /companies/1248100998", "Bearer key"));
    for (status, answer) in
        [(500, json!({})), (200, json!({})), (200, json!({ "name": " " })), (401, json!({ "name": "x" }))]
    {
        let (url, _) = server(&[(status, answer.clone())]).await;
        let asked = Directory(Adapter::http(&url, "key").unwrap()).find(&number).await;
        assert_eq!(asked, Err(Unavailable), "{status} {answer}");
    }
    assert_eq!(Directory(Adapter::None).find(&number).await, Ok(None));
}
