//! PortOne as the sandbox plays it: the same paths and shapes, and inputs that choose the outcome (`docs/sandbox.md`).

use super::Asked;
use crate::clock::{Clock, Millis, SECOND, iso, korean_day};
use crate::providers::inbox::Inbox;
use crate::random::{self, Random};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha512};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Verifications that are remembered; older ones go.
const MOST: usize = 1000;
/// When a person of the sandbox consents in the app.
const CONSENTS_AFTER: Millis = 2 * SECOND;
/// How long the slow answer takes: less than the patience, long enough to see the screen wait.
const SLOWNESS: Duration = Duration::from_secs(3);

/// Endings of mobile numbers that choose an outcome.
const WRONG: &str = "0001";
const DOWN: &str = "0002";
const SLOW: &str = "0003";
const NO_CI: &str = "0004";
const CHILD: &str = "0005";
const OTHER_NAME: &str = "0006";
const REFUSES: &str = "0007";

/// The simulated service.
pub(super) struct Sandbox {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    inbox: Arc<Inbox>,
    cases: Mutex<VecDeque<Case>>,
}

/// A verification.
struct Case {
    id: String,
    name: String,
    mobile: String,
    /// To whom messages are addressed.
    to: String,
    birth_date: String,
    /// The code, for those that have one.
    code: Option<String>,
    sent_at: Millis,
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

    /// A carrier knows more of its customers than it is asked: the sandbox is told.
    pub(super) fn know(&self, id: &str, asked: &Asked) {
        let case = Case {
            id: id.to_owned(),
            name: asked.name.clone(),
            mobile: asked.mobile.clone(),
            to: if asked.mobile.is_empty() { asked.agency.clone() } else { asked.mobile.clone() },
            birth_date: asked.birth_date.to_string(),
            code: None,
            sent_at: 0,
            verified: false,
        };
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        cases.push_front(case);
        cases.truncate(MOST);
    }

    /// Answers `send`, `resend`, `confirm`, and a look without an action.
    pub(super) async fn answer(&self, id: &str, action: Option<&str>, body: Option<Value>) -> Option<(u16, Value)> {
        let body = body.unwrap_or_default();
        let slow = self.with(id, |case| case.is(SLOW)).unwrap_or_default();
        if slow && action == Some("send") {
            tokio::time::sleep(SLOWNESS).await;
        }
        let now = self.clock.now();
        let answer = self.with(id, |case| match action {
            Some("send" | "resend") if case.is(DOWN) => provider("통신사에 연결할 수 없습니다."),
            Some("send") => {
                if body["method"] == "SMS" {
                    case.code = Some(random::digits(&*self.random, 6));
                }
                self.send(case, now)
            }
            Some("resend") => {
                case.code = case.code.as_ref().map(|_| random::digits(&*self.random, 6));
                self.send(case, now)
            }
            Some(_) => confirm(case, body["otp"].as_str(), now),
            None => (200, seen(case, now)),
        });
        Some(answer.unwrap_or_else(|| (404, json!({ "type": "IDENTITY_VERIFICATION_NOT_FOUND" }))))
    }

    fn with<T>(&self, id: &str, look: impl FnOnce(&mut Case) -> T) -> Option<T> {
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        cases.iter_mut().find(|case| case.id == id).map(look)
    }

    fn send(&self, case: &mut Case, now: Millis) -> (u16, Value) {
        case.sent_at = now;
        let text = match &case.code {
            Some(code) => format!("[가상 본인확인] 인증번호 [{code}]"),
            None => "[가상 본인확인] 앱에서 인증을 요청했습니다. 2초 뒤에 스스로 동의합니다.".to_owned(),
        };
        self.inbox.put(now, &case.to, text);
        (200, json!({}))
    }
}

fn confirm(case: &mut Case, otp: Option<&str>, now: Millis) -> (u16, Value) {
    let right = case.code.as_ref().map_or_else(|| consented(case, now), |code| otp == Some(code));
    if case.is(WRONG) || case.is(REFUSES) || !right {
        return provider("인증번호가 다르거나 아직 동의하지 않았습니다.");
    }
    case.verified = true;
    (200, json!({ "identityVerification": seen(case, now) }))
}

fn consented(case: &Case, now: Millis) -> bool {
    now - case.sent_at >= CONSENTS_AFTER
}

fn provider(message: &str) -> (u16, Value) {
    (502, json!({ "type": "PG_PROVIDER", "message": message, "pgCode": "SANDBOX", "pgMessage": message }))
}

/// The verification as the service shows it.
fn seen(case: &Case, now: Millis) -> Value {
    let refused = case.is(REFUSES) && case.code.is_none() && consented(case, now);
    let status = if case.verified {
        "VERIFIED"
    } else if refused {
        "FAILED"
    } else {
        "READY"
    };
    let mut shown = json!({
        "status": status, "id": case.id, "requestedAt": iso(case.sent_at), "updatedAt": iso(now), "statusChangedAt": iso(now),
    });
    if refused {
        shown["failure"] = json!({ "reason": "사용자가 거부했습니다.", "pgCode": "SANDBOX", "pgMessage": "" });
    }
    if case.verified {
        let name = if case.is(OTHER_NAME) { "다른사람" } else { case.name.as_str() };
        let child = || format!("{}-01-01", korean_day(now).year() - 10);
        let birth_date = if case.is(CHILD) { child() } else { case.birth_date.clone() };
        let mut customer = json!({ "name": name, "birthDate": birth_date });
        if !case.mobile.is_empty() {
            customer["phoneNumber"] = json!(case.mobile);
        }
        if !case.is(NO_CI) {
            customer["ci"] = json!(ci(name, &birth_date));
        }
        shown["verifiedCustomer"] = customer;
        shown["pgTxId"] = json!("sandbox");
    }
    shown
}

/// The same for the same person, as everywhere: 64 bytes in base64.
fn ci(name: &str, birth_date: &str) -> String {
    STANDARD.encode(Sha512::digest(format!("{name} {birth_date}")))
}
