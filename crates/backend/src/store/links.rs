//! Members who link to a company, and who leave one.

use super::{CompanyDeed, Decision, DraftRecord, NewCompany, Stored, Submitted};
use async_trait::async_trait;
use gaip_domain::linked_by::LinkedBy;

/// A link: one transaction.
#[derive(Clone, Debug)]
pub struct Linking<'a> {
    /// The draft as it was read; the link holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// The company, which is registered.
    pub company: &'a NewCompany,
    /// The member, without a company so far.
    pub member: &'a str,
    /// What showed that the member is of the company.
    pub by: LinkedBy,
    /// What the company's log says.
    pub deed: CompanyDeed<'a>,
}

/// Keeps what members are to their companies.
#[async_trait]
pub trait LinkStore: Send + Sync {
    /// Links a member to a company: everything or nothing, once.
    async fn link(&self, linking: Linking<'_>) -> Stored<Submitted>;
    /// The acting member leaves the company. A master with others beside them stays; without others the company goes.
    async fn leave_company(&self, deed: CompanyDeed<'_>) -> Decision<()>;
}
