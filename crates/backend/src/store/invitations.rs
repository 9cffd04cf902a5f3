//! Invitations to companies.

use super::{CompanyDeed, Decision, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::ProblemCode;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRecord {
    /// Its id.
    pub id: String,
    /// The company's name.
    pub company: String,
    /// The name of the member who invited; none where the company itself did, or the member is not there any more.
    pub inviter: Option<String>,
    /// The address as it was entered; empty once it was used or withdrawn.
    pub address: String,
    /// When it was sent last.
    pub sent_at: Millis,
    /// When it is over.
    pub expires_at: Millis,
    /// How often it was sent again.
    pub resends: u32,
    /// When somebody accepted it.
    pub used_at: Option<Millis>,
    /// When it was withdrawn.
    pub ended_at: Option<Millis>,
    /// Whether whoever sent it last may invite still.
    pub stands: bool,
}

impl InvitationRecord {
    /// Why it cannot be accepted at this time, if it cannot. One that another took the place of was over before; one of
    /// somebody who may invite no more counts as withdrawn, until the company sends it again.
    pub fn refused(&self, at: Millis) -> Option<ProblemCode> {
        let withdrawn = self.ended_at.is_some_and(|ended| ended < self.expires_at);
        let states = [
            (self.used_at.is_some(), ProblemCode::InvitationUsed),
            (withdrawn || !self.stands, ProblemCode::InvitationWithdrawn),
            (self.expires_at <= at, ProblemCode::InvitationExpired),
        ];
        states.into_iter().find_map(|(is_so, code)| is_so.then_some(code))
    }
}

/// An invitation to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewInvitation<'a> {
    /// Its id.
    pub id: &'a str,
    /// The address in small letters.
    pub email: &'a str,
    /// The address as it was entered.
    pub address: &'a str,
    /// Digest of its token.
    pub token_hash: &'a str,
    /// When it is over.
    pub expires_at: Millis,
}

/// How much a company may invite.
#[derive(Clone, Copy, Debug)]
pub struct InviteLimits {
    /// Sendings since a time.
    pub sendings: (u32, Millis),
    /// Invitations that nobody used or withdrew.
    pub open: u32,
    /// How often one is sent again, and not if it was sent after this time.
    pub resends: (u32, Millis),
}

/// Another sending of an invitation.
#[derive(Clone, Copy, Debug)]
pub struct Resending<'a> {
    /// Its id.
    pub id: &'a str,
    /// Digest of its new token.
    pub token_hash: &'a str,
    /// When it is over now.
    pub expires_at: Millis,
}

/// Keeps invitations.
#[async_trait]
pub trait InvitationStore: Send + Sync {
    /// Makes invitations of the acting company, all or none; an invitation that is over makes room for another to its
    /// address. Places of those whose address has an open one; then none was made.
    async fn invite(
        &self,
        deed: CompanyDeed<'_>,
        new: &[NewInvitation<'_>],
        limits: InviteLimits,
    ) -> Decision<Vec<usize>>;
    /// The invitations of a company that nobody used or withdrew, the one that was sent last first.
    async fn invitations(&self, company: &str) -> Stored<Vec<InvitationRecord>>;
    /// Notes that one is sent again, under a new token; to which address.
    async fn resend_invitation(
        &self,
        deed: CompanyDeed<'_>,
        again: Resending<'_>,
        limits: InviteLimits,
    ) -> Decision<String>;
    /// Withdraws an invitation of the acting company.
    async fn withdraw_invitation(&self, deed: CompanyDeed<'_>, id: &str) -> Decision<()>;
    /// Has a session hold the invitation of a token.
    async fn hold_invitation(&self, session: &str, portal: &str, token_hash: &str) -> Stored<()>;
    /// The invitation to a company of a portal that a session holds, whatever became of it.
    async fn held_invitation(&self, session: &str, portal: &str) -> Stored<Option<InvitationRecord>>;
    /// The acting member accepts the invitation that the session holds, and belongs to its company.
    async fn accept_invitation(&self, deed: CompanyDeed<'_>, session: &str) -> Decision<()>;
    /// Deletes those that were over before a time, whatever became of them.
    async fn delete_old_invitations(&self, before: Millis) -> Stored<()>;
}
