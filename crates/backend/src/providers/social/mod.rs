//! Providers of accounts (OAuth 2.0 authorization code with PKCE; OIDC where the provider has it).

mod account;
mod oauth;
mod sandbox;
mod spec;

pub use oauth::OAuth;
pub use sandbox::{Asked as SandboxAsked, PERSONS, Person, SandboxProviders};
pub use spec::Settings;

use async_trait::async_trait;
use gaip_domain::facts::SocialAccount;
use gaip_domain::portal::SocialProvider;

/// What the provider's page is opened with.
#[derive(Clone, Copy)]
pub struct Start<'a> {
    /// The provider.
    pub provider: SocialProvider,
    /// Leads back to what the browser began.
    pub state: &'a str,
    /// Stands in the provider's token.
    pub nonce: &'a str,
    /// SHA-256 of the verifier (PKCE, S256).
    pub challenge: &'a str,
    /// Where the browser comes back.
    pub redirect: &'a str,
}

/// What the browser came back with, and what it was sent with.
#[derive(Clone, Copy)]
pub struct Returned<'a> {
    /// The provider.
    pub provider: SocialProvider,
    /// The provider's code.
    pub code: &'a str,
    /// The state, which one provider wants again.
    pub state: &'a str,
    /// As it was sent.
    pub nonce: &'a str,
    /// What the challenge was made of.
    pub verifier: &'a str,
    /// As it was sent.
    pub redirect: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

/// An account, and what tells it from all others of the provider.
pub struct Shown {
    /// What may be stored of it (manual row T9).
    pub account: SocialAccount,
    /// The subject, as text whatever the provider sends.
    pub subject: String,
}

/// Why no account was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The provider cannot be reached, does not make sense, or is not set up.
    Unavailable,
    /// The provider says that the person is under 14.
    UnderAge,
}

/// Shows accounts. Whatever is not plainly shown is not.
#[async_trait]
pub trait SocialService: Send + Sync {
    /// The address of the provider's page; nothing where the provider is not set up.
    fn page(&self, start: Start<'_>) -> Option<String>;
    /// Whether an issuer that the provider named beside its code is the one that was asked (RFC 9207).
    fn is_issuer(&self, provider: SocialProvider, issuer: &str) -> bool;
    /// The account that a code stands for.
    async fn account(&self, returned: Returned<'_>) -> Result<Shown, Fault>;
}
