//! The relay as the sandbox plays it: the same shapes, and mobile numbers that choose the outcome (`docs/sandbox.md`).

use crate::clock::{Clock, DAY, Millis, SECOND, korean_day};
use crate::providers::inbox::Inbox;
use crate::random::{self, Random, hex};
use gaip_domain::text::digits;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Attempts that are remembered; older ones go.
const MOST: usize = 1000;
/// When a person of the sandbox answers a call, refuses, or lets the time run out.
const ANSWERS_AFTER: Millis = 2 * SECOND;
/// How long the slow answer takes.
const SLOWNESS: Duration = Duration::from_secs(3);
/// The business number that another company's certificate is issued to.
const OTHER: &str = "1248100998";

/// Endings of mobile numbers that choose an outcome.
const WRONG: &str = "0001";
const DOWN: &str = "0002";
const SLOW: &str = "0003";
const NO_ACCOUNT: &str = "0004";
const OTHER_COMPANY: &str = "0005";
const EXPIRED: &str = "0006";
const REFUSES: &str = "0007";
const TOO_LATE: &str = "0008";
const LOST: &str = "0009";

/// The simulated relay.
pub(super) struct Sandbox {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    inbox: Arc<Inbox>,
    cases: Mutex<VecDeque<Case>>,
}

/// An attempt.
struct Case {
    id: String,
    business_number: String,
    mobile: String,
    way: String,
    /// What is to be sent, keyed in or typed.
    code: String,
    begun_at: Millis,
    verified: bool,
}

impl Case {
    fn is(&self, ending: &str) -> bool {
        self.mobile.ends_with(ending)
    }
}

impl Sandbox {
    pub(super) fn new(clock: Arc<dyn Clock>, random: Arc<dyn Random>, inbox: Arc<Inbox>) -> Self {
        Self { clock, random, inbox, cases: Mutex::default() }
    }

    pub(super) async fn answer(&self, method: &Method, id: &str, body: Option<&Value>) -> Option<(u16, Value)> {
        let text = |name: &str| body.and_then(|body| body[name].as_str()).unwrap_or_default();
        if *method == Method::PUT {
            let agreed = body.is_some_and(|body| body["agreed"] == true);
            return self.begin(id, text("business_number"), text("mobile"), text("way"), agreed).await;
        }
        let now = self.clock.now();
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(case) = cases.iter_mut().find(|case| case.id == id) else { return Some((404, Value::Null)) };
        if *method == Method::POST {
            if case.way != "otp" || case.is(WRONG) || case.code != text("otp") {
                return Some((200, json!({ "state": "wrong_otp" })));
            }
            case.verified = true;
        }
        seen(case, now)
    }

    async fn begin(
        &self,
        id: &str,
        business_number: &str,
        mobile: &str,
        way: &str,
        agreed: bool,
    ) -> Option<(u16, Value)> {
        if mobile.ends_with(DOWN) {
            return None;
        }
        if mobile.ends_with(SLOW) {
            tokio::time::sleep(SLOWNESS).await;
        }
        if mobile.ends_with(NO_ACCOUNT) && !agreed {
            return Some((200, json!({ "state": "no_account" })));
        }
        let case = Case {
            id: id.to_owned(),
            business_number: business_number.to_owned(),
            mobile: mobile.to_owned(),
            way: way.to_owned(),
            code: random::digits(&*self.random, if way == "otp" { 6 } else { 2 }),
            begun_at: self.clock.now(),
            verified: false,
        };
        let (text, digits) = match way {
            "otp" => (format!("[가상 금융인증] 등록된 OTP의 번호 [{}]", case.code), None),
            "ars" => {
                let text = "[가상 금융인증] 전화를 걸었습니다. 2초 뒤에 화면의 숫자를 스스로 누릅니다.";
                (text.to_owned(), Some(&case.code))
            }
            _ => {
                let text = "[가상 금융인증] 화면에 보이는 확인코드 두 자리를 답장으로 보내 주세요.";
                (text.to_owned(), Some(&case.code))
            }
        };
        self.inbox.put(case.begun_at, mobile, text);
        let answer = json!({ "state": "waits", "digits": digits });
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        cases.push_front(case);
        cases.truncate(MOST);
        Some((200, answer))
    }

    /// A text message from a phone: the newest attempt of that phone reads it.
    pub(super) fn reply(&self, from: &str, text: &str) {
        let (from, text) = (digits(from), digits(text));
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        let case = cases.iter_mut().find(|case| case.way == "sms" && case.mobile == from && !case.verified);
        let said = match case {
            Some(case) if case.code == text && !case.is(WRONG) => {
                case.verified = true;
                "[가상 금융인증] 확인코드를 받았습니다."
            }
            Some(_) => "[가상 금융인증] 확인코드가 화면의 숫자와 다릅니다. 다시 보내 주세요.",
            None => "[가상 금융인증] 이 번호로 기다리는 인증이 없습니다.",
        };
        drop(cases);
        self.inbox.put(self.clock.now(), &from, said.to_owned());
    }
}

/// The attempt as the relay shows it; nothing where the relay is down.
fn seen(case: &mut Case, now: Millis) -> Option<(u16, Value)> {
    let waited = now - case.begun_at >= ANSWERS_AFTER;
    if case.is(LOST) {
        return None;
    }
    let state = match () {
        () if case.is(REFUSES) && waited => "refused",
        () if case.is(TOO_LATE) && waited => "expired",
        () if case.verified || (case.way == "ars" && waited && !case.is(WRONG)) => "verified",
        () => "waits",
    };
    let mut answer = json!({ "state": state });
    if state == "verified" {
        answer["certificate"] = certificate(case, now);
    }
    Some((200, answer))
}

/// The same for the same company, as its certificate would be.
fn certificate(case: &Case, now: Millis) -> Value {
    let number = if case.is(OTHER_COMPANY) { OTHER } else { case.business_number.as_str() };
    let valid_until = korean_day(if case.is(EXPIRED) { now - DAY } else { now + 365 * DAY });
    let owner = format!("가상기업{}", number.get(6..).unwrap_or_default());
    let fingerprint = hex(&Sha256::digest(format!("sandbox financial {number}")));
    json!({
        "business_number": number,
        "subject": format!("CN={owner},OU=corporation,O=yessign,C=kr"),
        "owner": owner,
        "issuer": "CN=yessignCA Cloud,O=yessign,C=kr",
        "serial": fingerprint.get(..16),
        "policy": "1.2.410.200005.1.1.6.8",
        "fingerprint": fingerprint,
        "valid_until": valid_until.to_string(),
    })
}
