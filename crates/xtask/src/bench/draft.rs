//! A sign-up of the Daejeon portal over HTTP, as a browser would make it.

use gaip_contract::{CSRF_HEADER, OFFSET_HEADER, TAB_HEADER};
use gaip_domain::value::BusinessNumber;
use serde_json::{Value, json};

use super::http::Client;
use crate::shell::Outcome;

/// The name of the tab that holds every draft made here.
pub const TAB: &str = "bench";
const DRAFT: &str = "/api/portals/daejeon/journeys/member/draft";
const TERMS: [&str; 5] = ["service", "privacy-policy", "privacy-collection", "company-information", "email-news"];
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

/// One draft and its session.
pub struct Draft {
    /// The cookie of its session: `name=value`.
    pub cookie: String,
}

impl Draft {
    /// Opens a draft and answers everything before the products. `number` makes the company its own.
    pub fn fill(client: &mut Client, number: u32) -> Outcome<Self> {
        let mut draft = Self { cookie: String::new() };
        draft.send(client, "POST", DRAFT, &json!({}))?;
        let mut seen = json!({});
        for terms in TERMS {
            let path = format!("/api/portals/daejeon/terms/{terms}?lang=ko");
            seen[terms] = draft.send(client, "GET", &path, &Value::Null)?["hash"].clone();
        }
        let agreed = json!({ "service": "yes", "privacy-policy": "yes", "privacy-collection": "yes", "company-information": "yes" });
        draft.answer(client, "terms", &json!({ "input": { "fields": agreed }, "seen": seen }))?;
        draft.answer(client, "company", &fields(&json!({ "business_number": business_number(number)? })))?;
        let file = draft.upload(client)?;
        draft.answer(client, "certificate", &fields(&json!({ "method": "documents", "documents": [file] })))?;
        let login_id = format!("bench{number}");
        draft.send(client, "POST", &format!("{DRAFT}/login-id"), &json!({ "login_id": login_id }))?;
        let contact = json!({
            "login_id": login_id, "name": "홍길동", "department": "수출팀", "position": "과장",
            "phone": "042-123-4567", "mobile": "010-1234-5678", "email": "hong@example.kr",
        });
        let secrets = json!({ "password": "correct horse battery" });
        draft.answer(client, "contact", &json!({ "input": { "fields": contact }, "secrets": secrets }))?;
        draft.answer(client, "company-info", &company(number))?;
        Ok(draft)
    }

    /// Answers a step.
    pub fn answer(&mut self, client: &mut Client, step: &str, body: &Value) -> Outcome {
        self.send(client, "PUT", &format!("{DRAFT}/steps/{step}/answer"), body).map(drop)
    }

    /// Saves input as typed.
    pub fn input(&mut self, client: &mut Client, step: &str, body: &Value) -> Outcome {
        self.send(client, "PUT", &format!("{DRAFT}/steps/{step}/input"), body).map(drop)
    }

    fn upload(&mut self, client: &mut Client) -> Outcome<String> {
        let announced =
            self.send(client, "POST", &format!("{DRAFT}/files"), &json!({ "name": "동의서.pdf", "size": PDF.len() }))?;
        let id = announced["id"].as_str().unwrap_or_default().to_owned();
        let own = [(OFFSET_HEADER, "0"), ("content-type", "application/octet-stream")];
        self.send_raw(client, "PATCH", &format!("/api/files/{id}"), &own, PDF)?;
        Ok(id)
    }

    fn send(&mut self, client: &mut Client, method: &str, path: &str, body: &Value) -> Outcome<Value> {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        self.send_raw(client, method, path, &[("content-type", "application/json")], text.as_bytes())
    }

    fn send_raw(
        &mut self,
        client: &mut Client,
        method: &str,
        path: &str,
        own: &[(&str, &str)],
        body: &[u8],
    ) -> Outcome<Value> {
        let always = [(CSRF_HEADER, "1"), (TAB_HEADER, TAB), ("cookie", self.cookie.as_str())];
        let reply = client.send(method, path, &[&always, own].concat(), body)?;
        if !(200..300).contains(&reply.status) {
            let problem = String::from_utf8_lossy(&reply.body);
            return Err(format!("{method} {path}: {} {problem}", reply.status));
        }
        if let Some(cookie) = reply.header("set-cookie").and_then(|cookie| cookie.split(';').next()) {
            cookie.clone_into(&mut self.cookie);
        }
        Ok(serde_json::from_slice(&reply.body).unwrap_or(Value::Null))
    }
}

/// The step of company information; `employees` makes each a change.
pub fn company(employees: u32) -> Value {
    fields(&json!({
        "name": "(주)한빛무역", "representative": "김대표", "representative_gender": "female", "founded": "2010-03-02",
        "head_office": ["34126", "대전광역시 유성구 엑스포로 1", "2층"], "phone": "042-123-4567", "email": "info@example.kr",
        "business_item": "463", "business_type": "무역", "main_product": "김", "employees": employees.to_string(), "assets": "3400",
        "sales": ["100", "200", "300"], "exports": ["0", "10", "20"],
    }))
}

/// The step of products with so many of them.
pub fn products(count: u32) -> Value {
    let product = |n: u32| {
        let fields = json!({ "name": format!("조미김 {n}"), "hs_code": "2008", "description": "바삭하고 고소한 전통 조미김입니다." });
        json!({ "id": format!("p{n}"), "fields": fields })
    };
    json!({ "input": { "products": (1..=count).map(product).collect::<Vec<_>>() } })
}

fn fields(fields: &Value) -> Value {
    json!({ "input": { "fields": fields } })
}

/// The `n`th of a row of business numbers with a right check digit.
fn business_number(n: u32) -> Outcome<String> {
    let right = |check| BusinessNumber::parse(&format!("{:09}{check}", 408_100_000 + n)).ok();
    (0..10).find_map(right).map(|number| number.to_string()).ok_or_else(|| format!("no check digit fits {n}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_have_different_and_right_numbers() {
        let numbers: Vec<_> = (0..100).map(|n| business_number(n).expect("a check digit fits")).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
