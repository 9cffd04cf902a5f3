//! What a company does that is logged in as itself.

use super::{Answers, CompanyDeed, Decision, NewApproval, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::bodies::AuditEvent;
use gaip_domain::facts::CompanyProfile;

/// A company that has an account of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyAccount {
    /// The company's id.
    pub id: String,
    /// The portal.
    pub portal: String,
    /// Its name.
    pub name: String,
    /// Its business number.
    pub business_number: String,
}

/// What is known of a company.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCompany {
    /// Counts the changes.
    pub version: i64,
    /// Its name and the rest.
    pub profile: CompanyProfile,
    /// What was answered when it was registered, or changed since, where it has an account of its own.
    pub answers: Option<Answers>,
}

/// A change of it: one transaction.
#[derive(Clone, Copy, Debug)]
pub struct CompanyChange<'a> {
    /// The version that it was made from; it holds only while it still is so.
    pub version: i64,
    /// The profile as it is to be.
    pub profile: &'a CompanyProfile,
    /// The answers as they are to be, where the company has an account of its own.
    pub answers: Option<&'a Answers>,
}

/// A new password of a company's login.
#[derive(Clone, Copy, Debug)]
pub struct NewCompanyHash<'a> {
    /// Argon2id hash.
    pub hash: &'a str,
    /// The session that goes on; the company's others end.
    pub session: &'a str,
    /// Hash of its new token.
    pub token_hash: &'a str,
}

/// Keeps the logins of companies. The first argument of an act says which company, and who acts.
#[async_trait]
pub trait CompanyLoginStore: Send + Sync {
    /// The account of a company.
    async fn company_account(&self, company: &str) -> Stored<Option<CompanyAccount>>;
    /// The account of a business number, with the hash of its password.
    async fn company_credentials(&self, portal: &str, number: &str) -> Stored<Option<(CompanyAccount, String)>>;
    /// What is known of a company.
    async fn known_company(&self, company: &str) -> Stored<Option<KnownCompany>>;
    /// Writes down something about a company.
    async fn note_company(&self, deed: CompanyDeed<'_>, company: &str, event: AuditEvent) -> Stored<()>;
    /// Notes that the company's certificate opened sensitive changes in its login.
    async fn step_company_up(&self, deed: CompanyDeed<'_>, session: &str) -> Decision<()>;
    /// Ends logins of the company; what their sessions hold stays.
    async fn end_company_logins(&self, deed: CompanyDeed<'_>, sessions: &[String]) -> Decision<()>;
    /// Changes what is known of the company, unless another change was first.
    async fn change_company(&self, deed: CompanyDeed<'_>, change: CompanyChange<'_>) -> Decision<()>;
    /// Changes the approval password.
    async fn change_approval(&self, deed: CompanyDeed<'_>, new: NewApproval<'_>) -> Decision<()>;
    /// Notes that the approval password is shown; it itself as it is sealed, where it is kept so.
    async fn show_approval(&self, deed: CompanyDeed<'_>) -> Decision<Option<String>>;
    /// Changes the password of the login.
    async fn change_company_password(&self, deed: CompanyDeed<'_>, new: NewCompanyHash<'_>) -> Decision<()>;
    /// Notes that the company's people are told of the new approval password, unless they were after a time; their e-mail
    /// addresses.
    async fn tell_approval(&self, deed: CompanyDeed<'_>, after: Millis) -> Decision<Vec<String>>;
}
