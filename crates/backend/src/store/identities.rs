//! Verifications of who people are.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::VerifiedIdentity;
use gaip_domain::portal::IdentityMethod;

/// How far an attempt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempting {
    /// For a code.
    Code,
    /// For consent in an app.
    Consent,
    /// It is verified.
    Verified,
    /// It failed; only another attempt helps.
    Over,
}

impl Attempting {
    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Attempting::Code => "code",
            Attempting::Consent => "consent",
            Attempting::Verified => "verified",
            Attempting::Over => "over",
        }
    }
}

/// The attempt at a step. Nothing that was typed is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityRecord {
    /// The sign-up.
    pub draft: String,
    /// The step.
    pub step: String,
    /// Names the attempt, here and at the service.
    pub attempt: String,
    /// How.
    pub method: IdentityMethod,
    /// How far it is.
    pub state: Attempting,
    /// Keyed hash of the name and the birth date that were typed.
    pub claim: String,
    /// When the code was sent last.
    pub sent_at: Millis,
    /// Until when it counts.
    pub expires_at: Millis,
    /// Wrong codes.
    pub tries: i64,
    /// How often something was sent after the first time, in this attempt and those before it.
    pub resends: i64,
    /// The time of this code was extended.
    pub extended: bool,
    /// When resends began to count.
    pub since: Millis,
    /// Who was verified last.
    pub verified: Option<VerifiedIdentity>,
}

/// What a service confirmed.
#[derive(Clone, Debug)]
pub struct Confirmed<'a> {
    /// Who.
    pub identity: &'a VerifiedIdentity,
    /// Keyed hash of what tells the person from others.
    pub person: &'a str,
    /// When.
    pub at: Millis,
}

/// Keeps verifications.
#[async_trait]
pub trait IdentityStore: Send + Sync {
    /// Keeps an attempt in the place of the one before; what was verified last stays. `false` where that is not the one
    /// of this id any more.
    async fn begin_identity(&self, new: &IdentityRecord, before: Option<&str>) -> Stored<bool>;
    /// The attempt at a step.
    async fn identity(&self, draft: &str, step: &str) -> Stored<Option<IdentityRecord>>;
    /// Counts a sending and gives the code its full time; `false` where the attempt changed meanwhile.
    async fn resent_identity(&self, read: &IdentityRecord, sent_at: Millis, expires_at: Millis) -> Stored<bool>;
    /// Extends the time of the code, once.
    async fn extend_identity(&self, attempt: &str, expires_at: Millis) -> Stored<()>;
    /// Counts a try before it is made; `false` where none is left or the attempt is not waiting.
    async fn try_identity(&self, attempt: &str, most: i64) -> Stored<bool>;
    /// Gives a try back that the service could not judge.
    async fn untry_identity(&self, attempt: &str) -> Stored<()>;
    /// Ends an attempt of which nothing was sent; it does not count as a sending.
    async fn unsend_identity(&self, attempt: &str) -> Stored<()>;
    /// Ends an attempt that failed.
    async fn end_identity(&self, attempt: &str) -> Stored<()>;
    /// Keeps what the service confirmed.
    async fn confirm_identity(&self, attempt: &str, confirmed: Confirmed<'_>) -> Stored<()>;
    /// Deletes attempts of before a time that verified nobody.
    async fn delete_identities(&self, before: Millis) -> Stored<u64>;
}
