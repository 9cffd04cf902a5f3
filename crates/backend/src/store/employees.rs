//! The people of a company, and what its master does with them.

use super::Stored;
use crate::clock::Millis;
use crate::random::Random;
use async_trait::async_trait;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, EmployeeSearch, Role, RoleCounts};
use gaip_domain::linked_by::LinkedBy;
use std::fmt;

/// What came of an act that the database decides on.
pub type Decision<T> = Stored<Result<T, ProblemCode>>;

/// A company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its business number.
    pub business_number: String,
}

/// One of its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployeeRecord {
    /// The member's id.
    pub id: String,
    /// The name; the login id where there is none.
    pub name: String,
    /// The name to log in with.
    pub login_id: String,
    /// What they are to the company.
    pub role: Role,
    /// How a general member was linked to it.
    pub linked_by: Option<LinkedBy>,
    /// When they joined.
    pub joined_at: Millis,
}

/// An offer of the master's role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRecord {
    /// Its id.
    pub id: String,
    /// The company's name.
    pub company: String,
    /// The name of the master.
    pub from: String,
    /// The name of whom it is offered to.
    pub to: String,
    /// When it is over.
    pub expires_at: Millis,
}

/// An offer to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewOffer<'a> {
    /// Its id.
    pub id: &'a str,
    /// To whom.
    pub to: &'a str,
    /// When it is over.
    pub expires_at: Millis,
}

/// A line of what was done for a company, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyLogFound {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Millis,
    /// What.
    pub event: AuditEvent,
    /// Who did it; empty for who is not there any more.
    pub by: String,
    /// Whom it concerns.
    pub whom: String,
    /// Browser and system it was done with, where they are known.
    pub device: Option<String>,
}

/// Who acts for a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor<'a> {
    /// One of its members, by id.
    Member(&'a str),
    /// The company itself, logged in as such, by id.
    Company(&'a str),
    /// Nobody who is known.
    Nobody,
}

impl<'a> Actor<'a> {
    /// The id, where it is known.
    pub fn id(self) -> Option<&'a str> {
        match self {
            Self::Member(id) | Self::Company(id) => Some(id),
            Self::Nobody => None,
        }
    }
}

/// An act for a company. Whether its actor may do it is decided in the transaction, by what a member is then.
#[derive(Clone, Copy)]
pub struct CompanyDeed<'a> {
    /// Who acts.
    pub actor: Actor<'a>,
    /// The session that acts; its device is written down (manual row X2).
    pub session: &'a str,
    /// The portal.
    pub portal: &'a str,
    /// When.
    pub at: Millis,
    /// Names what is written down of it.
    pub random: &'a dyn Random,
}

impl fmt::Debug for CompanyDeed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CompanyDeed").field("actor", &self.actor).field("at", &self.at).finish_non_exhaustive()
    }
}

/// Keeps the people of companies.
#[async_trait]
pub trait EmployeeStore: Send + Sync {
    /// The company of a member.
    async fn company_of(&self, member: &str) -> Stored<Option<CompanyRecord>>;
    /// How many people of a company have which role.
    async fn role_counts(&self, company: &str) -> Stored<RoleCounts>;
    /// A page of the people of a company, with how many were found in all. Applicants are none: they wait for operators.
    async fn employees(&self, company: &str, search: &EmployeeSearch) -> Stored<(u32, Vec<EmployeeRecord>)>;
    /// Makes associates of the own company regular members, all or none; those who were ones.
    async fn approve_associates(&self, deed: CompanyDeed<'_>, employees: &[String]) -> Decision<Vec<String>>;
    /// Makes those associates again who were approved after a time; an offer to them is withdrawn.
    async fn undo_approvals(&self, deed: CompanyDeed<'_>, employees: &[String], after: Millis)
    -> Decision<Vec<String>>;
    /// Makes an employee a person without a company; an offer to them is withdrawn.
    async fn end_relation(&self, deed: CompanyDeed<'_>, employee: &str) -> Decision<()>;
    /// The offer of a company, or the one to a member, unless it is over.
    async fn open_offer(&self, company_or_member: &str, now: Millis) -> Stored<Option<OfferRecord>>;
    /// Offers the master's role to a regular member.
    async fn offer_master(&self, deed: CompanyDeed<'_>, offer: NewOffer<'_>) -> Decision<()>;
    /// Withdraws the offer of the own company.
    async fn withdraw_offer(&self, deed: CompanyDeed<'_>) -> Decision<()>;
    /// The acting member, to whom the role is offered, becomes the master, and the master a regular member.
    async fn accept_offer(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()>;
    /// The acting member does not want the role.
    async fn decline_offer(&self, deed: CompanyDeed<'_>, offer: &str) -> Decision<()>;
    /// What was done for a company, newest first; with how many lines there are in all.
    async fn company_log(&self, company: &str, slice: super::Slice) -> Stored<(u32, Vec<CompanyLogFound>)>;
    /// Members whose names were not read from their answers yet: id, portal and journey.
    async fn unnamed(&self, limit: u32) -> Stored<Vec<(String, String, String)>>;
    /// Writes names of members, by id.
    async fn name_members(&self, names: &[(String, String)]) -> Stored<()>;
}
