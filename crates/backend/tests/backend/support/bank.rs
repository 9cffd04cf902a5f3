//! The test portal `bank`: companies that prove themselves by financial certificate.

use super::steps::{PASSWORD, input};
use super::{Answer, Browser};
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};

/// The company of most tests.
pub const NUMBER: &str = "1078800008";
const DRAFT: &str = "/api/portals/bank/journeys/member/draft";
const FINANCIAL: &str = "/api/portals/bank/financial";

pub fn sign_up() -> Value {
    json!({ "sign_up": { "journey": "member", "step": "certificate" } })
}

/// What is asked of the service.
pub fn ask(purpose: Value, mobile: &str, way: &str) -> Value {
    json!({ "purpose": purpose, "business_number": NUMBER, "mobile": mobile, "way": way })
}

impl Browser {
    /// A sign-up at its certificate step.
    pub async fn to_bank(&self) {
        self.post(DRAFT, json!({})).await.ok();
        self.bank_answer("company", &json!({ "business_number": NUMBER })).await.ok();
    }

    pub async fn bank_answer(&self, step: &str, fields: &Value) -> Answer {
        self.put(&format!("{DRAFT}/steps/{step}/answer"), input(fields)).await
    }

    pub async fn financial(&self, ask: Value) -> Answer {
        self.post(FINANCIAL, ask).await
    }

    /// How an attempt stands.
    pub async fn stands(&self, attempt: &Value) -> Answer {
        self.otp(attempt, "").await
    }

    pub async fn otp(&self, attempt: &Value, otp: &str) -> Answer {
        let id = attempt["id"].as_str().expect("an id");
        self.post(&format!("{FINANCIAL}/{id}"), json!({ "otp": otp })).await
    }

    /// Sends a text message from a phone of the sandbox.
    pub async fn texts(&self, from: &str, text: &str) {
        self.post("/api/sandbox/replies", json!({ "from": from, "text": text })).await.ok();
    }

    /// Answers the certificate step by an attempt.
    pub async fn shows(&self, attempt: &Value) -> Answer {
        let body = json!({ "input": { "fields": { "method": "financial" } }, "financial": attempt["id"] });
        self.put(&format!("{DRAFT}/steps/certificate/answer"), body).await
    }

    /// A verified attempt, by text message.
    pub async fn verified(&self, purpose: Value) -> Value {
        let begun = self.financial(ask(purpose, "010-1234-5678", "sms")).await.ok();
        self.texts("010-1234-5678", begun["digits"].as_str().expect("digits")).await;
        assert_eq!(self.stands(&begun).await.ok()["state"], "verified");
        begun
    }

    /// A member of the portal from the certificate step on.
    pub async fn join_bank(&self, login_id: &str) -> Answer {
        self.post(&format!("{DRAFT}/login-id"), json!({ "login_id": login_id })).await.ok();
        let mut body = input(&json!({ "company": "주식회사 한빛", "login_id": login_id, "name": "홍길동" }));
        body["secrets"] = json!({ "password": PASSWORD });
        self.put(&format!("{DRAFT}/steps/contact/answer"), body).await.ok();
        let key = format!("attempt-{login_id}");
        self.send("POST", &format!("{DRAFT}/submission"), Value::Null, &[(IDEMPOTENCY_HEADER, &key)]).await
    }

    pub async fn log_in_by_attempt(&self, attempt: &Value) -> Answer {
        self.post("/api/session/financial", json!({ "portal": "bank", "attempt": attempt["id"] })).await
    }
}
