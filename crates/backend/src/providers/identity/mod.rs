//! Services that verify who people are.

pub mod portone;
mod sandbox;

pub use portone::PortOne;

use async_trait::async_trait;
use gaip_domain::portal::IdentityMethod;
use gaip_domain::value::Date;
use std::net::IpAddr;

/// Who is to be verified, as typed.
#[derive(Clone)]
pub struct Asked {
    /// How.
    pub method: IdentityMethod,
    /// The name.
    pub name: String,
    /// The day of birth.
    pub birth_date: Date,
    /// Digits of the mobile number; empty where the method needs none.
    pub mobile: String,
    /// The carrier, for a phone.
    pub carrier: String,
    /// The app or the card issuer.
    pub agency: String,
    /// The person's address, which services ask for.
    pub peer: IpAddr,
}

/// What a verification waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The code that was sent.
    Code,
    /// The person's consent in an app.
    Consent,
}

/// Whom the service verified. What it may leave out is optional.
#[derive(Clone, PartialEq, Eq)]
pub struct Verified {
    /// The name.
    pub name: String,
    /// The day of birth.
    pub birth_date: Option<Date>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// What tells the person from all others (연계정보, CI).
    pub ci: Option<String>,
}

/// Why nobody was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The service cannot be reached, does not make sense, or does not offer the method.
    Unavailable,
    /// The code is not the one that was sent.
    WrongCode,
    /// The person has not consented yet.
    Pending,
    /// The person refused, or the service found the details wrong.
    Refused,
    /// The service knows no such verification.
    Gone,
}

/// Verifies who people are. Whatever is not plainly verified is not.
#[async_trait]
pub trait IdentityService: Send + Sync {
    /// What a verification by a method waits for, where the service offers it.
    fn waits(&self, method: IdentityMethod) -> Result<Waits, Fault>;
    /// Begins a verification under an id of ours.
    async fn begin(&self, id: &str, asked: &Asked) -> Result<(), Fault>;
    /// Sends the code, or the question in the app, again.
    async fn resend(&self, id: &str) -> Result<(), Fault>;
    /// Confirms by the code, or asks whether the person consented where there is none.
    async fn confirm(&self, id: &str, code: Option<&str>) -> Result<Verified, Fault>;
}
