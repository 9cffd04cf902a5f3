//! Accounts at providers: where a person is at a provider's page, and what that showed.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::SocialAccount;
use gaip_domain::portal::SocialProvider;

/// A person at a provider's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialFlow {
    /// Hash of the state.
    pub state: String,
    /// The session that went there.
    pub session: String,
    /// The portal.
    pub portal: String,
    /// The provider.
    pub provider: SocialProvider,
    /// What the challenge was made of (PKCE).
    pub verifier: String,
    /// Stands in the provider's token.
    pub nonce: String,
    /// Where the provider sends the browser.
    pub redirect: String,
    /// The page of the portal to come back to.
    pub back: String,
    /// The sign-up and its step; none for a login.
    pub step: Option<(String, String)>,
    /// Until when one may come back.
    pub expires_at: Millis,
}

/// The account that was shown for a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownAccount {
    /// Names the showing.
    pub proof: String,
    /// The account.
    pub account: SocialAccount,
    /// Keyed hash of provider and subject.
    pub person: String,
    /// When.
    pub at: Millis,
}

/// Keeps accounts at providers.
#[async_trait]
pub trait SocialStore: Send + Sync {
    /// Remembers that somebody goes to a provider's page.
    async fn begin_social(&self, flow: &SocialFlow) -> Stored<()>;
    /// Takes what a state leads to; once.
    async fn take_social(&self, state: &str) -> Stored<Option<SocialFlow>>;
    /// Keeps the account of a step in the place of the one before.
    async fn keep_social(&self, draft: &str, step: &str, shown: &ShownAccount) -> Stored<()>;
    /// The account of a step.
    async fn social(&self, draft: &str, step: &str) -> Stored<Option<ShownAccount>>;
    /// The member of a portal who is this person.
    async fn member_of_person(&self, portal: &str, person: &str) -> Stored<Option<String>>;
    /// Forgets who never came back.
    async fn delete_social_flows(&self, before: Millis) -> Stored<u64>;
}
