//! Challenges: something to sign, once.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;
use std::fmt;

/// What a challenge is bound to; the same words are needed to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bond {
    /// The session that asked.
    pub session: String,
    /// The portal.
    pub portal: String,
    /// Purpose, and the sign-up, tab or member that it is for.
    pub to: String,
}

/// A challenge.
#[derive(Clone, PartialEq, Eq)]
pub struct ChallengeRecord {
    /// Its id.
    pub id: String,
    /// What it is bound to.
    pub bond: Bond,
    /// The text to sign.
    pub content: String,
    /// The secret key (X25519, hexadecimal) to which the owner's random number is sealed.
    pub secret: String,
    /// When it was made.
    pub made_at: Millis,
}

/// Without the secret.
impl fmt::Debug for ChallengeRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChallengeRecord").field("id", &self.id).field("bond", &self.bond).finish_non_exhaustive()
    }
}

/// What became of using a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Using {
    /// It is used now, and by nobody else.
    Now(ChallengeRecord),
    /// It was used before.
    Before,
    /// There is none of this id and bond, or it is too old.
    Gone,
}

/// Keeps challenges.
#[async_trait]
pub trait ChallengeStore: Send + Sync {
    /// Keeps a challenge.
    async fn create_challenge(&self, challenge: &ChallengeRecord) -> Stored<()>;
    /// Uses a challenge that was made after a time: of many at once, one does. Its secret is deleted with it.
    async fn use_challenge(&self, id: &str, bond: &Bond, made_after: Millis, now: Millis) -> Stored<Using>;
    /// Deletes the challenges that were made before a time.
    async fn delete_challenges(&self, before: Millis) -> Stored<u64>;
}
