//! The client of the relay of financial certificates against servers that answer as it should, or worse.

use crate::support::Backend;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use gaip_backend::app;
use gaip_backend::clock::SystemClock;
use gaip_backend::config::Providers;
use gaip_backend::providers::financial::{Asked, Begun, Fault, FinancialService, Relay, Standing};
use gaip_backend::random::SystemRandom;
use gaip_contract::bodies::FinancialWay;
use gaip_domain::value::BusinessNumber;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

type Seen = Arc<Mutex<Vec<String>>>;

/// A relay that answers everything with one status and body.
async fn relay(status: u16, answer: String) -> (Relay, Seen) {
    let seen = Seen::default();
    let handler = move |State(seen): State<Seen>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes| async move {
        let key = headers.get("authorization").map(|key| key.to_str().unwrap().to_owned()).unwrap_or_default();
        seen.lock().unwrap().push(format!("{method} {uri} {key} {}", String::from_utf8(body.to_vec()).unwrap()));
        (StatusCode::from_u16(status).unwrap(), answer)
    };
    let router = Router::new().fallback(handler).with_state(seen.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/relay/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Relay::http(&url, "secret").unwrap(), seen)
}

fn asked(way: FinancialWay) -> Asked {
    Asked {
        business_number: BusinessNumber::parse("124-81-00998").unwrap(),
        mobile: "01012345678".to_owned(),
        way,
        remember: true,
        agreed: false,
    }
}

fn verified() -> Value {
    json!({ "state": "verified", "certificate": {
        "business_number": "1248100998", "owner": "주식회사 한빛", "subject": "CN=a", "issuer": "CN=b", "serial": "1",
        "policy": "1.2.3", "fingerprint": "ab".repeat(32), "valid_until": "2027-06-30",
    } })
}

#[tokio::test]
async fn the_relay_is_asked_as_the_documentation_says() {
    let (client, seen) = relay(200, json!({ "state": "waits", "digits": "80" }).to_string()).await;
    let begun = client.begin("a1", &asked(FinancialWay::Sms)).await;
    assert_eq!(begun, Ok(Begun::Waits(Some("80".to_owned()))));
    assert_eq!(client.look("a1").await, Ok(Standing::Waits));
    client.confirm("a1", "123456").await.unwrap();
    let seen = seen.lock().unwrap().clone();
    let sent = seen[0].strip_prefix("PUT /relay/attempts/a1 Bearer secret ").unwrap();
    let asked = json!({
        "agreed": false, "business_number": "1248100998", "mobile": "01012345678", "remember": true, "way": "sms",
    });
    assert_eq!(serde_json::from_str::<Value>(sent).unwrap(), asked);
    assert_eq!(
        seen[1..],
        [
            "GET /relay/attempts/a1 Bearer secret ".to_owned(),
            r#"POST /relay/attempts/a1/otp Bearer secret {"otp":"123456"}"#.to_owned(),
        ]
    );
    assert!(!client.reply("010-1234-5678", "80"), "real phones have their own way");
}

#[tokio::test]
async fn what_the_relay_verified_is_read() {
    let (client, _) = relay(200, verified().to_string()).await;
    let Ok(Standing::Verified(certified)) = client.look("a1").await else { panic!("it is verified") };
    assert_eq!(certified.business_number.as_str(), "1248100998");
    assert_eq!(
        (certified.evidence.kind.as_str(), certified.evidence.valid_until.as_str()),
        ("financial", "2027-06-30")
    );
    let begun = client.begin("a1", &asked(FinancialWay::Sms)).await;
    assert_eq!(begun, Err(Fault::Unavailable), "nothing is verified at the beginning");
}

#[tokio::test]
async fn whatever_makes_no_sense_is_an_outage() {
    for (status, answer) in
        [(500, verified().to_string()), (201, verified().to_string()), (200, String::new()), (200, "<html>".to_owned())]
    {
        let (client, _) = relay(status, answer.clone()).await;
        assert_eq!(client.look("a1").await, Err(Fault::Unavailable), "{status} {answer}");
        assert_eq!(client.confirm("a1", "123456").await, Err(Fault::Unavailable), "{status} {answer}");
    }
    let (client, _) = relay(404, "nothing".to_owned()).await;
    assert_eq!(client.look("a1").await, Err(Fault::Gone));
    for (state, fault) in [("refused", Fault::Refused), ("expired", Fault::Expired), ("wrong_otp", Fault::WrongOtp)] {
        let (client, _) = relay(200, json!({ "state": state }).to_string()).await;
        assert_eq!(client.confirm("a1", "123456").await, Err(fault));
    }
    assert_eq!(Relay::none().look("a1").await, Err(Fault::Unavailable));
}

#[tokio::test]
async fn a_live_backend_that_takes_financial_certificates_needs_a_relay() {
    let backend = Backend::on_sqlite_with("/tests/banks").await;
    let mut config = backend.config.clone();
    config.providers = Some(Providers::Live);
    config.certificates = None;
    for (name, value) in [("nts", &mut config.nts_key), ("juso", &mut config.juso_key)] {
        *value = Some(name.to_owned());
    }
    config.nts_url = "http://127.0.0.1:1".to_owned();
    config.juso_url = "http://127.0.0.1:1".to_owned();
    config.downstream_url = Some("http://127.0.0.1:1".to_owned());
    let why = app::open(config, Arc::new(SystemClock), Arc::new(SystemRandom)).await.err().unwrap().to_string();
    assert_eq!(why, "a portal takes financial certificates but GAIP_FINANCIAL_URL is not set");
}
