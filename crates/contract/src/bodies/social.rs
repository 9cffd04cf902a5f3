//! What endpoints carry about accounts at providers such as Kakao.
//!
//! The way goes through the provider's own page and comes back to `/api/social/{provider}/callback`, which is no endpoint
//! of the application: it answers with a redirect to the page that one came from, with `?social=<word of Outcome>`.

use gaip_domain::portal::SocialProvider;
use serde::{Deserialize, Serialize};

/// How one comes back from a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SocialOutcome {
    /// The step can be answered.
    Done,
    /// The person turned back at the provider.
    Cancelled,
    /// The provider cannot be reached, or did not make sense; never taken for an account.
    Unavailable,
    /// It took too long, was used before, or began in another browser.
    Expired,
    /// The provider says that the person is under 14.
    UnderAge,
    /// Signing up: the account is a member's already.
    Member,
    /// Logging in: nobody joined with this account.
    Unknown,
}

impl SocialOutcome {
    /// Every outcome.
    pub const ALL: [SocialOutcome; 7] = [
        SocialOutcome::Done,
        SocialOutcome::Cancelled,
        SocialOutcome::Unavailable,
        SocialOutcome::Expired,
        SocialOutcome::UnderAge,
        SocialOutcome::Member,
        SocialOutcome::Unknown,
    ];

    /// The word in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            SocialOutcome::Done => "done",
            SocialOutcome::Cancelled => "cancelled",
            SocialOutcome::Unavailable => "unavailable",
            SocialOutcome::Expired => "expired",
            SocialOutcome::UnderAge => "under_age",
            SocialOutcome::Member => "member",
            SocialOutcome::Unknown => "unknown",
        }
    }

    /// The outcome of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word)
    }
}

bodies! {
    /// Asks for the page of a provider, for a social step.
    pub struct AskSocial {
        /// The provider.
        pub provider: SocialProvider,
    }

    /// Logging in by an account at a provider.
    pub struct SocialLogin {
        /// The portal.
        pub portal: String,
        /// The provider.
        pub provider: SocialProvider,
        /// The page of the portal to open afterwards; the member's own where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// Where the browser goes.
    pub struct SocialStart {
        /// The provider's page.
        pub url: String,
    }
}
