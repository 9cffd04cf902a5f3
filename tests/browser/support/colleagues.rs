//! People who join the test portal without a browser: a company of twenty would take one for minutes.

use super::backend::Backend;
use super::signup::PASSWORD;
use reqwest::{Client, Method};
use serde_json::{Value, json};

const DRAFT: &str = "/api/portals/people/journeys/staff/draft";

/// Joins a company; the first of a company is its master, whoever follows an associate.
pub async fn joins(backend: &Backend, company: &str, login_id: &str, name: &str) {
    let mut colleague =
        Colleague { backend, client: Client::new(), cookie: String::new(), key: format!("attempt-{login_id}") };
    let answer = |fields: Value| json!({ "input": { "fields": fields } });
    let contact = json!({ "login_id": login_id, "name": name, "mobile": "010-1234-5678" });
    let contact = json!({ "input": { "fields": contact }, "secrets": { "password": PASSWORD } });
    colleague.calls(Method::POST, "", &json!({})).await;
    colleague.calls(Method::PUT, "/steps/company/answer", &answer(json!({ "business_number": company }))).await;
    colleague.calls(Method::PUT, "/steps/company-info/answer", &answer(json!({ "name": "주식회사 새별" }))).await;
    colleague.calls(Method::POST, "/login-id", &json!({ "login_id": login_id })).await;
    colleague.calls(Method::PUT, "/steps/contact/answer", &contact).await;
    colleague.calls(Method::POST, "/submission", &json!({})).await;
}

struct Colleague<'a> {
    backend: &'a Backend,
    client: Client,
    cookie: String,
    key: String,
}

impl Colleague<'_> {
    async fn calls(&mut self, method: Method, path: &str, body: &Value) {
        let answer = self
            .client
            .request(method, self.backend.url(&format!("{DRAFT}{path}")))
            .header("gaip-request", "1")
            .header("gaip-tab", "colleague")
            .header("idempotency-key", &self.key)
            .header("cookie", &self.cookie)
            .json(body)
            .send()
            .await
            .expect("the backend answers");
        if let Some(cookie) = answer.headers().get("set-cookie") {
            let cookie = cookie.to_str().expect("a cookie is ASCII");
            cookie.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
        }
        let status = answer.status();
        assert!(status.is_success(), "{path}: {status} {}", answer.text().await.unwrap_or_default());
    }
}
