//! Another system of the agency that has to know each new member, such as 고용24's customer master (manual rows W107,
//! W108).
//!
//! Each agency has its own and there is no public shape. The operator's adapter takes ours: `POST <url>` with
//! `Authorization: Bearer <key>`, an `Idempotency-Key` that names the message, and a [`Told`]: a member as it
//! is now, or that it left. Any 2xx says that it
//! is kept; whatever else comes back says that it is not. A message may come again, for example when the answer was lost:
//! under the same key it must have no second effect.

use super::{ANSWER_BYTES, Adapter, Service, Unavailable, body};
use async_trait::async_trait;
use gaip_domain::facts::Facts;
use serde::Serialize;

/// What the other system is told of a new member.
#[derive(Clone, Debug, Serialize)]
pub struct NewMemberTold {
    /// Its id.
    pub member: String,
    /// The portal.
    pub portal: String,
    /// The journey taken.
    pub journey: String,
    /// The number of the sign-up.
    pub reference: String,
    /// When it joined: ISO 8601 in UTC.
    pub joined_at: String,
    /// The company's business number; none for a person without a company.
    pub business_number: Option<String>,
    /// The company's name; empty for a person without one.
    pub company: String,
    /// What was entered.
    pub facts: Facts,
}

/// What the other system is told of a member who left: what it knows the member by, nothing else.
#[derive(Clone, Debug, Serialize)]
pub struct LeftTold {
    /// Its id.
    pub member: String,
    /// The portal.
    pub portal: String,
    /// The number of the sign-up.
    pub reference: String,
    /// When it left: ISO 8601 in UTC.
    pub left_at: String,
}

/// A message to the other system; `kind` says which.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Told {
    /// A member, new or changed: `member`.
    Member(NewMemberTold),
    /// A member who left: `left`. What the other system keeps of it without a reason of its own is to be deleted.
    Left(LeftTold),
}

/// Has to know who is a member.
#[async_trait]
pub trait Downstream: Send + Sync {
    /// Tells of a member under the name of the message; `attempts` is how often it was tried before.
    async fn tell(&self, message: &str, told: &Told, attempts: i64) -> Result<(), Unavailable>;
}

/// The other system; the simulated one takes the numbers of `docs/sandbox.md`. Without one no portal has one to tell.
pub struct OtherSystem(pub Adapter);

#[async_trait]
impl Downstream for OtherSystem {
    async fn tell(&self, message: &str, told: &Told, attempts: i64) -> Result<(), Unavailable> {
        match &self.0 {
            Adapter::Http(service) => post(service, message, told).await.ok_or(Unavailable),
            Adapter::Sandbox => sandbox(told, attempts),
            Adapter::None => Err(Unavailable),
        }
    }
}

async fn post(service: &Service, message: &str, told: &Told) -> Option<()> {
    let request = service.client.post(service.url.clone()).bearer_auth(&service.key);
    let request = request.header("idempotency-key", message).header("content-type", "application/json");
    let answer = request.body(serde_json::to_vec(told).ok()?).send().await.ok()?;
    body(answer, ANSWER_BYTES).await.map(drop)
}

/// How often the simulated system is down for those whose number begins with [`LATE`].
const DOWN: i64 = 3;
const LATE: char = '3';

fn sandbox(told: &Told, attempts: i64) -> Result<(), Unavailable> {
    let Told::Member(member) = told else { return Ok(()) };
    let late = member.business_number.as_ref().is_some_and(|number| number.starts_with(LATE));
    if late && attempts < DOWN { Err(Unavailable) } else { Ok(()) }
}
