//! The sign-up of the Daejeon portal, step by step.

use super::{Answer, Backend, Browser};
use axum::body::Body;
use axum::http::Request;
use gaip_contract::{CSRF_HEADER, IDEMPOTENCY_HEADER, OFFSET_HEADER, TAB_HEADER};
use serde_json::{Value, json};

pub const DRAFT: &str = "/api/portals/daejeon/journeys/member/draft";
pub const PASSWORD: &str = "correct horse battery";
const TERMS: [&str; 5] = ["service", "privacy-policy", "privacy-collection", "company-information", "email-news"];

/// A business number with a right check digit: the `n`th of a row.
pub fn business_number(n: u32) -> String {
    let nine = format!("{:09}", 408_100_000 + n);
    let digits: Vec<u32> = nine.bytes().map(|b| u32::from(b - b'0')).collect();
    let sum: u32 =
        [1, 3, 7, 1, 3, 7, 1, 3, 5].iter().zip(&digits).map(|(w, d)| w * d).sum::<u32>() + digits[8] * 5 / 10;
    format!("{nine}{}", (10 - sum % 10) % 10)
}

pub fn input(fields: &Value) -> Value {
    json!({ "input": { "fields": fields } })
}

impl Browser {
    pub async fn open(&self) -> Answer {
        self.post(DRAFT, json!({})).await
    }

    pub async fn answer(&self, step: &str, body: Value) -> Answer {
        self.put(&format!("{DRAFT}/steps/{step}/answer"), body).await
    }

    pub async fn agree(&self) -> Answer {
        let mut seen = json!({});
        for terms in TERMS {
            seen[terms] = self.get(&format!("/api/portals/daejeon/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
        }
        let fields = json!({ "service": "yes", "privacy-policy": "yes", "privacy-collection": "yes", "company-information": "yes" });
        self.answer("terms", json!({ "input": { "fields": fields }, "seen": seen })).await
    }

    pub async fn company(&self, number: &str) -> Answer {
        self.answer("company", input(&json!({ "business_number": number }))).await
    }

    /// Uploads a small PDF and returns its id.
    pub async fn upload(&self, name: &str) -> String {
        self.upload_to(&format!("{DRAFT}/files"), name).await
    }

    /// The same where files are announced at another address.
    pub async fn upload_to(&self, path: &str, name: &str) -> String {
        let bytes = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
        let file = self.post(path, json!({ "name": name, "size": bytes.len() })).await.ok();
        let id = file["id"].as_str().expect("an id").to_owned();
        let cookie = self.cookie.lock().expect("not poisoned").clone().unwrap_or_default();
        let request = Request::builder()
            .method("PATCH")
            .uri(format!("/api/files/{id}"))
            .header("cookie", cookie)
            .header(CSRF_HEADER, "1")
            .header(TAB_HEADER, &self.tab)
            .header(OFFSET_HEADER, "0")
            .header("content-type", "application/octet-stream")
            .body(Body::from(&bytes[..]))
            .expect("a request");
        let file = self.send_raw(request).await.ok();
        assert_eq!(file["complete"], true, "{file}");
        id
    }

    pub async fn certificate(&self, file: &str) -> Answer {
        self.answer("certificate", input(&json!({ "method": "documents", "documents": [file] }))).await
    }

    pub async fn check_login_id(&self, login_id: &str) -> Answer {
        self.post(&format!("{DRAFT}/login-id"), json!({ "login_id": login_id })).await
    }

    pub async fn contact(&self, login_id: &str, password: Option<&str>) -> Answer {
        let fields = json!({
            "login_id": login_id, "name": "홍길동", "department": "수출팀", "position": "과장",
            "phone": "042-123-4567", "mobile": "010-1234-5678", "email": "hong@example.kr",
        });
        let secrets = password.map_or(json!({}), |password| json!({ "password": password }));
        self.answer("contact", json!({ "input": { "fields": fields }, "secrets": secrets })).await
    }

    pub async fn company_info(&self) -> Answer {
        self.answer("company-info", input(&json!({
            "name": "(주)한빛무역", "representative": "김대표", "representative_gender": "female", "founded": "2010-03-02",
            "head_office": ["34126", "대전광역시 유성구 엑스포로 1", "2층"], "phone": "042-123-4567", "email": "info@example.kr",
            "business_item": "463", "business_type": "무역", "main_product": "김", "employees": "12", "assets": "3400",
            "sales": ["100", "200", "300"], "exports": ["0", "10", "20"],
        }))).await
    }

    pub async fn products(&self) -> Answer {
        let product = |id: &str, name: &str| json!({ "id": id, "fields": { "name": name, "hs_code": "2008", "description": "맛있다" } });
        self.answer("products", json!({ "input": { "products": [product("p1", "조미김"), product("p2", "김부각")] } }))
            .await
    }

    pub async fn submit(&self, key: &str) -> Answer {
        self.send("POST", &format!("{DRAFT}/submission"), Value::Null, &[(IDEMPOTENCY_HEADER, key)]).await
    }

    /// Everything up to the review.
    pub async fn fill(&self, number: &str, login_id: &str) {
        self.open().await.ok();
        self.agree().await.ok();
        self.company(number).await.ok();
        let file = self.upload("동의서.pdf").await;
        self.certificate(&file).await.ok();
        self.check_login_id(login_id).await.ok();
        self.contact(login_id, Some(PASSWORD)).await.ok();
        self.company_info().await.ok();
        self.products().await.ok();
    }

    pub async fn log_in(&self, login_id: &str, password: &str) -> Answer {
        self.post("/api/session", json!({ "portal": "daejeon", "login_id": login_id, "password": password })).await
    }
}

impl Backend {
    /// A member of Daejeon who has just logged in, `hanbit` and a number.
    pub async fn member(&self, n: u32) -> Browser {
        let browser = self.browser();
        let login_id = format!("hanbit{n}");
        browser.fill(&business_number(n), &login_id).await;
        browser.submit(&format!("attempt-000{n}")).await.ok();
        browser.log_in(&login_id, PASSWORD).await.ok();
        browser
    }
}
