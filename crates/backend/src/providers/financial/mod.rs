//! The service of the banks that keeps financial certificates (금융인증서) in its cloud.
//!
//! It is joined by contract and has no public shape. The operator's relay answers in ours ([`relay`]); the sandbox plays
//! the same relay.

mod relay;
mod sandbox;

pub use relay::Relay;

use async_trait::async_trait;
use gaip_contract::bodies::FinancialWay;
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::value::BusinessNumber;

/// What the service is asked.
#[derive(Clone)]
pub struct Asked {
    /// The company.
    pub business_number: BusinessNumber,
    /// Digits of the mobile number.
    pub mobile: String,
    /// How the holder shows that the certificate is theirs.
    pub way: FinancialWay,
    /// The service is to log in by itself next time.
    pub remember: bool,
    /// Its terms are agreed to, so that it may open an account.
    pub agreed: bool,
}

/// What became of beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The service has no account of the company, and may open none yet.
    NoAccount,
    /// It waits for the holder; with the digits to send or to key in, where the way has any.
    Waits(Option<String>),
}

/// How an attempt stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The holder has not answered yet.
    Waits,
    /// The holder signed; this is what the service verified.
    Verified(Box<Certified>),
}

/// A certificate whose signature the service verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The company that it was issued to.
    pub business_number: BusinessNumber,
    /// What is kept of it.
    pub evidence: CertificateEvidence,
}

/// Why nothing is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The service cannot be reached or does not make sense.
    Unavailable,
    /// The number of the device is wrong.
    WrongOtp,
    /// The holder or the service refused.
    Refused,
    /// The attempt ran out of time at the service.
    Expired,
    /// The service knows no such attempt.
    Gone,
}

/// Asks the holder of a financial certificate to show it. Whatever is not plainly verified is not.
#[async_trait]
pub trait FinancialService: Send + Sync {
    /// Begins an attempt under an id of ours.
    async fn begin(&self, id: &str, asked: &Asked) -> Result<Begun, Fault>;
    /// Asks how it stands.
    async fn look(&self, id: &str) -> Result<Standing, Fault>;
    /// Confirms by the number of a device.
    async fn confirm(&self, id: &str, otp: &str) -> Result<Standing, Fault>;
    /// Hands on a text message from a phone; `false` where services are real and phones have their own way.
    fn reply(&self, from: &str, text: &str) -> bool;
}
