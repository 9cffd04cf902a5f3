//! Members who forget, and what they do about it.

use super::people::by_phone;
use super::steps::{PASSWORD, input};
use super::{Answer, Backend, Browser};
use serde_json::{Value, json};
use std::time::Duration;

/// Another password than that of the sign-up.
pub const NEW: &str = "new horse staple battery";

/// A recovery at a portal.
pub fn at(portal: &str, journey: &str) -> String {
    format!("/api/portals/{portal}/journeys/{journey}/draft")
}

/// Who is verified by phone; the last two digits of the number are the year of birth.
pub fn person(mobile: &str) -> Value {
    let mut ask = by_phone(mobile);
    ask["birth_date"] = json!(format!("19{}-03-01", &mobile[mobile.len() - 2..]));
    ask
}

impl Browser {
    pub async fn answer_at(&self, draft: &str, step: &str, fields: &Value) -> Answer {
        self.put(&format!("{draft}/steps/{step}/answer"), input(fields)).await
    }

    /// Verifies by phone at a step of any journey.
    pub async fn verified_at(&self, draft: &str, step: &str, mobile: &str) -> Answer {
        let identity = format!("{draft}/steps/{step}/identity");
        self.post(&identity, person(mobile)).await.ok();
        let code = self.code(&mobile.replace('-', "")).await;
        self.post(&format!("{identity}/confirm"), json!({ "code": code })).await.ok();
        self.answer_at(draft, step, &json!({ "method": "phone" })).await
    }

    pub async fn submit_at(&self, draft: &str, key: &str) -> Answer {
        self.send("POST", &format!("{draft}/submission"), Value::Null, &[("idempotency-key", key)]).await
    }

    pub async fn log_in_to(&self, portal: &str, login_id: &str, password: &str) -> Answer {
        self.post("/api/session", json!({ "portal": portal, "login_id": login_id, "password": password })).await
    }

    /// Asks for a code by e-mail.
    pub async fn mail(&self, draft: &str, fields: &Value) -> Answer {
        self.post(&format!("{draft}/steps/email/email-code"), input(fields)).await
    }

    /// Answers by the code.
    pub async fn mailed(&self, draft: &str, fields: &Value, code: &str) -> Answer {
        let mut body = input(fields);
        body["secrets"] = json!({ "code": code });
        self.put(&format!("{draft}/steps/email/answer"), body).await
    }

    /// Codes that were mailed to an address, the newest first. A mail leaves after the answer.
    pub async fn mails(&self, to: &str) -> Vec<String> {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let messages = self.get("/api/sandbox/messages").await.ok();
        let of = messages.as_array().expect("a list").iter().filter(|message| message["to"] == to);
        let code = |message: &Value| {
            let text = message["text"].as_str().expect("text");
            text.split("인증번호 ").nth(1).expect("a code").chars().take(6).collect()
        };
        of.map(code).collect()
    }

    /// Begins to find a login id at 무역투자24 by one of its methods.
    pub async fn forgets_id(&self, method: &str) -> String {
        let draft = at("tradeinvest", "find-id");
        self.post(&draft, json!({})).await.ok();
        self.answer_at(&draft, "method", &json!({ "choice": method })).await.ok();
        draft
    }

    /// Begins to reset a password at 무역투자24.
    pub async fn forgets_password(&self, login_id: &str, name: &str) -> String {
        let draft = at("tradeinvest", "reset-password");
        self.post(&draft, json!({})).await.ok();
        self.answer_at(&draft, "account", &json!({ "login_id": login_id, "name": name })).await.ok();
        draft
    }

    pub async fn chooses_password(&self, draft: &str, password: &str) -> Answer {
        let mut body = input(&json!({}));
        body["secrets"] = json!({ "password": password });
        self.put(&format!("{draft}/steps/password/answer"), body).await
    }
}

impl Backend {
    /// A general member of 무역투자24, 홍길동, who joined in a browser of their own.
    pub async fn general_member(&self, login_id: &str, mobile: &str, email: &str) {
        let browser = self.browser();
        let draft = at("tradeinvest", "general");
        browser.post(&draft, json!({})).await.ok();
        let mut seen = json!({});
        for terms in ["service", "privacy-collection"] {
            let shown = browser.get(&format!("/api/portals/tradeinvest/terms/{terms}?lang=ko")).await.ok();
            seen[terms] = shown["hash"].clone();
        }
        let agreed = json!({ "input": { "fields": { "service": "yes", "privacy-collection": "yes" } }, "seen": seen });
        browser.put(&format!("{draft}/steps/terms/answer"), agreed).await.ok();
        browser.verified_at(&draft, "identity", mobile).await.ok();
        browser.post(&format!("{draft}/login-id"), json!({ "login_id": login_id })).await.ok();
        let mut body = input(&json!({ "login_id": login_id, "email": email }));
        body["secrets"] = json!({ "password": PASSWORD });
        browser.put(&format!("{draft}/steps/basic/answer"), body).await.ok();
        browser.answer_at(&draft, "interests", &json!({})).await.ok();
        browser.answer_at(&draft, "link", &json!({ "choice": "later" })).await.ok();
        browser.submit_at(&draft, &format!("key-of-{login_id}")).await.ok();
    }
}
