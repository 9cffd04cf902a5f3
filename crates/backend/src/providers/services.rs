//! Services and mileage of companies, which the portal's own backend keeps (manual row T24).
//!
//! There is no public shape. The operator's adapter takes ours: `POST <url>` with `Authorization: Bearer <key>` and
//! `{"portal": …, "business_number": …}`, and answers with a [`CompanyServices`]. Whatever else comes back is an outage.

use super::{ANSWER_BYTES, Adapter, Service, Unavailable, body};
use async_trait::async_trait;
use gaip_contract::bodies::{CompanyServices, ServiceRow};
use serde_json::json;

/// Knows services and mileage of companies.
#[async_trait]
pub trait Services: Send + Sync {
    /// Those of a company.
    async fn of(&self, portal: &str, business_number: &str) -> Result<CompanyServices, Unavailable>;
}

/// The portal's backend; the simulated one takes the numbers of `docs/sandbox.md`, and without one nothing can be said.
pub struct ServiceHistory(pub Adapter);

#[async_trait]
impl Services for ServiceHistory {
    async fn of(&self, portal: &str, business_number: &str) -> Result<CompanyServices, Unavailable> {
        match &self.0 {
            Adapter::Http(service) => ask(service, portal, business_number).await.ok_or(Unavailable),
            Adapter::Sandbox => sandbox(business_number),
            Adapter::None => Err(Unavailable),
        }
    }
}

async fn ask(service: &Service, portal: &str, business_number: &str) -> Option<CompanyServices> {
    let asked = json!({ "portal": portal, "business_number": business_number });
    let request = service.client.post(service.url.clone()).bearer_auth(&service.key);
    let request = request.header("content-type", "application/json").body(asked.to_string());
    let bytes = body(request.send().await.ok()?, ANSWER_BYTES).await?;
    serde_json::from_slice(&bytes).ok()
}

/// Numbers of companies that took part in nothing, and of those for whom the backend is down.
const NEW: char = '2';
const DOWN: char = '3';

fn sandbox(business_number: &str) -> Result<CompanyServices, Unavailable> {
    if business_number.starts_with(DOWN) {
        return Err(Unavailable);
    }
    if business_number.starts_with(NEW) {
        return Ok(CompanyServices { mileage: 0, history: Vec::new() });
    }
    let row = |(date, name, state, mileage): (&str, &str, &str, i64)| ServiceRow {
        date: date.to_owned(),
        name: name.to_owned(),
        state: state.to_owned(),
        mileage,
    };
    let history = [
        ("2026-09-14", "해외전시회 단체참가 (베트남 식품박람회)", "진행 중", -3_000),
        ("2026-05-20", "수출 온라인 상담", "완료", 5_000),
        ("2025-11-03", "해외시장조사 설명회", "완료", 10_000),
    ];
    Ok(CompanyServices { mileage: 12_000, history: history.map(row).into() })
}
