//! General members who register companies and link to them.

use super::certificates::prove;
use super::people::by_phone;
use super::steps::{PASSWORD, input};
use super::{Answer, Backend, Browser};
use serde_json::{Value, json};

/// A company that the directory lists, one that nobody knows, and what its people are told.
pub const LISTED: &str = "1248100998";
pub const UNLISTED: &str = "4081234560";
pub const PIN: &str = "471926";

pub fn draft(journey: &str) -> String {
    format!("/api/portals/tradeinvest/journeys/{journey}/draft")
}

impl Browser {
    pub async fn at(&self, journey: &str, step: &str, body: Value) -> Answer {
        self.put(&format!("{}/steps/{step}/answer", draft(journey)), body).await
    }

    pub async fn agrees_in(&self, journey: &str, collection: &str) {
        let mut seen = json!({});
        for terms in ["service", collection] {
            seen[terms] =
                self.get(&format!("/api/portals/tradeinvest/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
        }
        let fields = json!({ "service": "yes", collection: "yes" });
        self.at(journey, "terms", json!({ "input": { "fields": fields }, "seen": seen })).await.ok();
    }

    /// A general member's sign-up up to the question of the company.
    pub async fn general(&self, login_id: &str, mobile: &str) {
        self.post(&draft("general"), json!({})).await.ok();
        self.agrees_in("general", "privacy-collection").await;
        let identity = format!("{}/steps/identity/identity", draft("general"));
        let mut ask = by_phone(mobile);
        ask["birth_date"] = json!(format!("19{}-03-01", &mobile[mobile.len() - 2..]));
        self.post(&identity, ask).await.ok();
        let code = self.code(&mobile.replace('-', "")).await;
        self.post(&format!("{identity}/confirm"), json!({ "code": code })).await.ok();
        self.at("general", "identity", input(&json!({}))).await.ok();
        self.post(&format!("{}/login-id", draft("general")), json!({ "login_id": login_id })).await.ok();
        let mut body = input(&json!({ "login_id": login_id, "email": "hong@example.com" }));
        body["secrets"] = json!({ "password": PASSWORD });
        self.at("general", "basic", body).await.ok();
        self.at("general", "interests", input(&json!({}))).await.ok();
    }

    pub async fn links_by(&self, choice: &str) -> Answer {
        self.at("general", "link", input(&json!({ "choice": choice }))).await
    }

    pub async fn names(&self, journey: &str, number: &str) -> Answer {
        self.at(journey, "company", input(&json!({ "business_number": number }))).await
    }

    pub async fn approves(&self, pin: &str) -> Answer {
        self.at("general", "approval", json!({ "input": { "fields": {} }, "secrets": { "approval": pin } })).await
    }

    pub async fn submits(&self, journey: &str, key: &str) -> Answer {
        self.send("POST", &format!("{}/submission", draft(journey)), Value::Null, &[("idempotency-key", key)]).await
    }

    /// Joins as a general member without a company, and logs in.
    pub async fn joins_and_logs_in(&self, login_id: &str, mobile: &str) {
        self.general(login_id, mobile).await;
        self.links_by("later").await.ok();
        self.submits("general", &format!("key-of-{login_id}")).await.ok();
        let body = json!({ "portal": "tradeinvest", "login_id": login_id, "password": PASSWORD });
        self.post("/api/session", body).await.ok();
    }

    pub async fn proves(&self, backend: &Backend, journey: &str, number: &str) -> Answer {
        let purpose = json!({ "purpose": { "sign_up": { "journey": journey, "step": "certificate" } } });
        let challenge = self.post("/api/portals/tradeinvest/challenges", purpose).await.ok();
        let proof = prove(&backend.company(number), &challenge);
        self.at(journey, "certificate", json!({ "input": { "fields": { "method": "joint" } }, "proof": proof })).await
    }

    pub async fn as_company(&self, number: &str, password: &str) -> Answer {
        let body = json!({ "portal": "tradeinvest", "business_number": number, "password": password });
        self.post("/api/session/company", body).await
    }

    pub async fn steps_up(&self, backend: &Backend, number: &str) -> Answer {
        backend.pass(1_000);
        let asked = json!({ "purpose": "step_up" });
        let challenge = self.post("/api/portals/tradeinvest/challenges", asked).await.ok();
        let proof = prove(&backend.company(number), &challenge);
        self.post("/api/session/step-up", json!({ "proof": proof })).await
    }

    pub async fn events(&self) -> Vec<String> {
        let log = self.get("/api/company/log").await.ok();
        let rows = log["rows"].as_array().unwrap();
        rows.iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect()
    }

    pub async fn tells_company(&self, pin: &str) -> Answer {
        let mut body = input(
            &json!({ "name": "주식회사 새별", "representative": "김새별", "address": ["35242", "대전광역시 서구 둔산로 100", ""],
            "phone": "042-123-4567" }),
        );
        body["secrets"] = json!({ "password": PASSWORD, "approval": pin });
        self.at("company", "info", body).await
    }

    /// The registration of a company up to its review.
    pub async fn registers(&self, backend: &Backend, number: &str) {
        self.post(&draft("company"), json!({})).await.ok();
        self.agrees_in("company", "privacy-collection-company").await;
        self.names("company", number).await.ok();
        self.proves(backend, "company", number).await.ok();
        self.tells_company(PIN).await.ok();
    }
}

pub async fn registered(backend: &Backend) -> Browser {
    let browser = backend.browser();
    browser.joins_and_logs_in("first1", "010-1000-0081").await;
    browser.registers(backend, LISTED).await;
    browser.submits("company", "key-of-company").await.ok();
    browser
}
