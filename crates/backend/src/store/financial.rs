//! Attempts by financial certificates.

use super::{Bond, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::bodies::FinancialState;
use gaip_domain::facts::CertificateEvidence;

/// How far an attempt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinancialStage {
    /// As the browser sees it.
    Open(FinancialState),
    /// It failed or was used; only another attempt helps.
    Over,
}

impl FinancialStage {
    /// Every stage.
    pub const ALL: [Self; 6] = [
        Self::Open(FinancialState::Account),
        Self::Open(FinancialState::Reply),
        Self::Open(FinancialState::Call),
        Self::Open(FinancialState::Otp),
        Self::Open(FinancialState::Verified),
        Self::Over,
    ];

    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open(FinancialState::Account) => "account",
            Self::Open(FinancialState::Reply) => "reply",
            Self::Open(FinancialState::Call) => "call",
            Self::Open(FinancialState::Otp) => "otp",
            Self::Open(FinancialState::Verified) => "verified",
            Self::Over => "over",
        }
    }
}

/// An attempt. No telephone number is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinancialRecord {
    /// Names it, here and at the service.
    pub id: String,
    /// What it is bound to.
    pub bond: Bond,
    /// Digits of the business number that the certificate must be issued to.
    pub business_number: String,
    /// How far it is.
    pub stage: FinancialStage,
    /// The digits to send or to key in.
    pub digits: Option<String>,
    /// Wrong numbers.
    pub tries: i64,
    /// When it began.
    pub begun_at: Millis,
}

/// Keeps attempts.
#[async_trait]
pub trait FinancialStore: Send + Sync {
    /// Keeps an attempt in the place of the session's others that wait; `false` where `most` were begun after a time.
    async fn begin_financial(&self, new: &FinancialRecord, most: i64, since: Millis) -> Stored<bool>;
    /// When the earliest attempt of a session after a time was begun.
    async fn first_financial(&self, session: &str, since: Millis) -> Stored<Option<Millis>>;
    /// Moves an attempt that waits for nothing yet to where the service took it.
    async fn meet_financial(&self, id: &str, stage: FinancialStage, digits: Option<&str>) -> Stored<()>;
    /// The attempt of a session at a portal.
    async fn financial(&self, id: &str, session: &str, portal: &str) -> Stored<Option<FinancialRecord>>;
    /// Counts a number before it is tried; `false` where none is left or the attempt waits for none.
    async fn try_financial(&self, id: &str, most: i64) -> Stored<bool>;
    /// Gives a try back that the service could not judge.
    async fn untry_financial(&self, id: &str) -> Stored<()>;
    /// Ends an attempt that failed.
    async fn end_financial(&self, id: &str) -> Stored<()>;
    /// Keeps what the service verified; `false` where the attempt is over meanwhile.
    async fn verify_financial(&self, id: &str, evidence: &CertificateEvidence) -> Stored<bool>;
    /// Uses a verified attempt that began after a time: of many at once, one does. Gives what was verified.
    async fn use_financial(&self, id: &str, bond: &Bond, since: Millis) -> Stored<Option<CertificateEvidence>>;
    /// Deletes the attempts that began before a time.
    async fn delete_financial(&self, before: Millis) -> Stored<u64>;
}
