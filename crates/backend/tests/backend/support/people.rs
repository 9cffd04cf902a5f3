//! The sign-up of the test portal `people`: persons, and any number of them for each company.

use super::steps::{PASSWORD, input};
use super::{Answer, Browser};
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};

/// Where the test portal is.
pub const PORTALS: &str = "/tests/portals";

/// The address of a sign-up.
pub fn draft(journey: &str) -> String {
    format!("/api/portals/people/journeys/{journey}/draft")
}

/// A business number with a right check digit that begins with `first`: the `n`th of a row.
pub fn number(first: u32, n: u32) -> String {
    let nine = format!("{:09}", first * 100_000_000 + 10_000_000 + n);
    let digits: Vec<u32> = nine.bytes().map(|b| u32::from(b - b'0')).collect();
    let sum: u32 =
        [1, 3, 7, 1, 3, 7, 1, 3, 5].iter().zip(&digits).map(|(w, d)| w * d).sum::<u32>() + digits[8] * 5 / 10;
    format!("{nine}{}", (10 - sum % 10) % 10)
}

/// What is typed to be verified by phone.
pub fn by_phone(mobile: &str) -> Value {
    json!({ "method": "phone", "name": "홍길동", "birth_date": "1990-03-01", "mobile": mobile, "carrier": "SKT", "agreed": true })
}

impl Browser {
    pub async fn open_in(&self, journey: &str) -> Answer {
        self.post(&draft(journey), json!({})).await
    }

    pub async fn answer_in(&self, journey: &str, step: &str, fields: &Value) -> Answer {
        self.put(&format!("{}/steps/{step}/answer", draft(journey)), input(fields)).await
    }

    pub async fn identity(&self, action: &str, body: Value) -> Answer {
        self.post(&format!("{}/steps/who/identity{action}", draft("member")), body).await
    }

    pub async fn confirm(&self, code: &str) -> Answer {
        self.identity("/confirm", json!({ "code": code })).await
    }

    /// The code that the sandbox sent last to a number.
    pub async fn code(&self, to: &str) -> String {
        let messages = self.get("/api/sandbox/messages").await.ok();
        let mut messages = messages.as_array().expect("a list").iter();
        let text = messages.find(|message| message["to"] == to).expect("a message")["text"].clone();
        text.as_str().expect("text").chars().filter(char::is_ascii_digit).collect()
    }

    /// Verifies by phone and answers the step.
    pub async fn verify(&self, ask: Value) {
        let mobile = ask["mobile"].as_str().expect("a number").replace('-', "");
        self.identity("", ask).await.ok();
        let code = self.code(&mobile).await;
        self.confirm(&code).await.ok();
        self.answer_in("member", "who", &json!({})).await.ok();
    }

    pub async fn account(&self, journey: &str, login_id: &str) {
        self.post(&format!("{}/login-id", draft(journey)), json!({ "login_id": login_id })).await.ok();
        let mut body = input(&json!({ "login_id": login_id, "name": "홍길동", "mobile": "010-1234-5678" }));
        body["secrets"] = json!({ "password": PASSWORD });
        self.put(&format!("{}/steps/contact/answer", draft(journey)), body).await.ok();
    }

    /// An employee's sign-up up to the review.
    pub async fn employ(&self, number: &str, login_id: &str) {
        self.open_in("staff").await.ok();
        self.answer_in("staff", "company", &json!({ "business_number": number })).await.ok();
        self.answer_in("staff", "company-info", &json!({ "name": "주식회사 새별" })).await.ok();
        self.account("staff", login_id).await;
    }

    /// Submits and says what became of it.
    pub async fn submit_in(&self, journey: &str, key: &str) -> Answer {
        let path = format!("{}/submission", draft(journey));
        self.send("POST", &path, Value::Null, &[(IDEMPOTENCY_HEADER, key)]).await
    }

    pub async fn log_in_at_people(&self, login_id: &str) -> Answer {
        let body = json!({ "portal": "people", "login_id": login_id, "password": PASSWORD });
        self.post("/api/session", body).await
    }
}
