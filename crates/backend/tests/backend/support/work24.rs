//! Companies at 고용24, which join and log in by certificate.

use super::certificates::prove;
use super::steps::input;
use super::{Answer, Browser};
use gaip_backend::certificates::issue::Identity;
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};

fn draft(journey: &str) -> String {
    format!("/api/portals/work24/journeys/{journey}/draft")
}

fn company(number: &str) -> Value {
    input(&json!({ "business_number": number, "representative": "홍길동", "opened": "2023-11-01" }))
}

impl Browser {
    /// Answers a step.
    pub async fn at_work24(&self, journey: &str, step: &str, body: Value) -> Answer {
        self.put(&format!("{}/steps/{step}/answer", draft(journey)), body).await
    }

    /// Agrees to documents.
    pub async fn agrees_at_work24(&self, step: &str, documents: &[&str]) {
        let (mut seen, mut fields) = (json!({}), json!({}));
        for terms in documents {
            seen[terms] = self.get(&format!("/api/portals/work24/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
            fields[terms] = json!("yes");
        }
        self.at_work24("company", step, json!({ "input": { "fields": fields }, "seen": seen })).await.ok();
    }

    /// A number to sign.
    pub async fn challenge(&self, purpose: Value) -> Value {
        self.post("/api/portals/work24/challenges", json!({ "purpose": purpose })).await.ok()
    }

    /// Proves the company by its certificate.
    pub async fn proves_by(&self, journey: &str, identity: &Identity) -> Answer {
        let challenge = self.challenge(json!({ "sign_up": { "journey": journey, "step": "certificate" } })).await;
        let body = json!({ "input": { "fields": { "method": "joint" } }, "proof": prove(identity, &challenge) });
        self.at_work24(journey, "certificate", body).await
    }

    /// Submits under a key.
    pub async fn submits_to(&self, journey: &str, key: &str) -> Answer {
        self.send("POST", &format!("{}/submission", draft(journey)), Value::Null, &[(IDEMPOTENCY_HEADER, key)]).await
    }

    /// Logs in by a certificate.
    pub async fn logs_in_with(&self, identity: &Identity) -> Answer {
        let challenge = self.challenge(json!("login")).await;
        let body = json!({ "portal": "work24", "proof": prove(identity, &challenge) });
        self.post("/api/session/certificate", body).await
    }

    /// A company joins by a certificate, as this type of member.
    pub async fn joins_with(&self, kind: &str, number: &str, identity: &Identity) {
        self.post(&draft("company"), json!({})).await.ok();
        self.at_work24("company", "type", input(&json!({ "choice": kind }))).await.ok();
        self.agrees_at_work24("notice", &["collection"]).await;
        self.at_work24("company", "company", company(number)).await.ok();
        self.proves_by("company", identity).await.ok();
        self.agrees_at_work24("terms", &["service", "privacy-collection"]).await;
        let mut info = json!({ "name": "새봄", "industry": "303", "phone": "042-123-4567",
            "address": ["35242", "대전광역시 서구 둔산로 100", ""] });
        match kind {
            "agency" => (info["agency_number"], info["agency_authorized"]) = (json!("제12호"), json!("2023-11-01")),
            "proxy" => (info["proxy_kind"], info["proxy_number"]) = (json!("labor_attorney"), json!("1234")),
            _ => {}
        }
        self.at_work24("company", "info", input(&info)).await.ok();
        let contact = json!({ "name": "김담당", "phone": "02-123-4567", "sms_cases": "no", "sms_news": "no",
            "email_news": "no", "e_notice": "no", "membership": "no" });
        self.at_work24("company", "contact", input(&contact)).await.ok();
        self.submits_to("company", &format!("sign-up-{number}")).await.ok();
    }

    /// The registration of a certificate up to its certificate step.
    pub async fn comes_with(&self, number: &str) -> Answer {
        self.post(&draft("certificate"), json!({})).await.ok();
        self.at_work24("certificate", "company", company(number)).await
    }
}
