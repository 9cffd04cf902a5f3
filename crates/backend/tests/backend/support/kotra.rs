//! The sign-up of KOTRA's portal, and the conversion of an individual member.

use super::people::by_phone;
use super::steps::{PASSWORD, input};
use super::{Answer, Browser};
use gaip_contract::IDEMPOTENCY_HEADER;
use serde_json::{Value, json};

/// The address of a journey's draft.
pub fn draft(journey: &str) -> String {
    format!("/api/portals/kotra/journeys/{journey}/draft")
}

/// What a new company is asked beside its number.
pub fn info(papers: &Value) -> Value {
    let mut fields = json!({
        "name": "주식회사 새별", "representative": "김새별", "industry": "303", "phone": "042-123-4567",
        "address": ["35242", "대전광역시 서구 둔산로 100", ""],
    });
    for (name, value) in papers.as_object().into_iter().flatten() {
        fields[name] = value.clone();
    }
    fields
}

impl Browser {
    pub async fn at_kotra(&self, journey: &str, step: &str, body: Value) -> Answer {
        self.put(&format!("{}/steps/{step}/answer", draft(journey)), body).await
    }

    pub async fn submit_at_kotra(&self, journey: &str, key: &str) -> Answer {
        let path = format!("{}/submission", draft(journey));
        self.send("POST", &path, Value::Null, &[(IDEMPOTENCY_HEADER, key)]).await
    }

    pub async fn log_in_at_kotra(&self, n: u32) -> Answer {
        let body = json!({ "portal": "kotra", "login_id": format!("person{n}"), "password": PASSWORD });
        self.post("/api/session", body).await
    }

    /// The sign-up of the `n`th person up to the company.
    async fn begins_at_kotra(&self, n: u32, choice: &str) {
        self.post(&draft("member"), json!({})).await.ok();
        self.at_kotra("member", "type", input(&json!({ "choice": choice }))).await.ok();
        let mut seen = json!({});
        for terms in ["service", "privacy-collection"] {
            seen[terms] = self.get(&format!("/api/portals/kotra/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
        }
        let agreed = json!({ "service": "yes", "privacy-collection": "yes" });
        self.at_kotra("member", "terms", json!({ "input": { "fields": agreed }, "seen": seen })).await.ok();
        let mobile = format!("010-2000-{:04}", 1000 + n);
        let mut ask = by_phone(&mobile);
        ask["birth_date"] = json!(format!("1990-{:02}-{:02}", 1 + n / 28, 1 + n % 28));
        let identity = format!("{}/steps/identity/identity", draft("member"));
        self.post(&identity, ask).await.ok();
        let code = self.code(&mobile.replace('-', "")).await;
        self.post(&format!("{identity}/confirm"), json!({ "code": code })).await.ok();
        self.at_kotra("member", "identity", input(&json!({}))).await.ok();
        let login_id = format!("person{n}");
        self.post(&format!("{}/login-id", draft("member")), json!({ "login_id": login_id })).await.ok();
        let mut body = input(&json!({ "login_id": login_id, "name": "홍길동", "email": "hong@example.com" }));
        body["secrets"] = json!({ "password": PASSWORD });
        self.at_kotra("member", "basic", body).await.ok();
    }

    /// An individual member who is logged in.
    pub async fn individual(&self, n: u32) {
        self.begins_at_kotra(n, "individual").await;
        self.submit_at_kotra("member", &format!("sign-up-{n}")).await.ok();
        self.log_in_at_kotra(n).await.ok();
    }

    /// A corporate member's sign-up up to the review.
    pub async fn corporate(&self, n: u32, number: &str) {
        self.begins_at_kotra(n, "corporate").await;
        self.at_kotra("member", "company", input(&json!({ "business_number": number }))).await.ok();
        self.at_kotra("member", "company-info", input(&info(&json!({ "evidence_by": "fax" })))).await;
    }

    /// Begins a conversion and finds the company.
    pub async fn names_at_kotra(&self, number: &str) -> Answer {
        self.post(&draft("conversion"), json!({})).await.ok();
        self.at_kotra("conversion", "conversion-company", input(&json!({ "business_number": number }))).await
    }

    /// A conversion up to the review.
    pub async fn converts(&self, number: &str, papers: &Value) {
        self.names_at_kotra(number).await.ok();
        // A registered company is asked nothing more.
        self.at_kotra("conversion", "conversion-info", input(&info(papers))).await;
    }
}
