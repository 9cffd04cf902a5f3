//! Members and what they handed in.

use super::{AuditRow, DraftRecord, FileRecord, RegisteredRecord, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_contract::bodies::Role;
use gaip_domain::facts::{CompanyProfile, Facts};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::Service;

/// A member in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRecord {
    /// Its id.
    pub id: String,
    /// The portal joined.
    pub portal: String,
    /// The journey taken.
    pub journey: String,
    /// The journey of the conversion, for a person who became a company's member later.
    pub converted: Option<String>,
    /// The name to log in with.
    pub login_id: String,
    /// The company's business number; none for a person without a company.
    pub business_number: Option<String>,
    /// The company's name; empty for a person without one.
    pub company: String,
    /// What the member is to the company.
    pub role: Role,
    /// How a general member was linked to the company.
    pub linked_by: Option<LinkedBy>,
    /// Why the papers of the company were refused, while they are.
    pub rejected: Option<String>,
    /// The number of the sign-up.
    pub reference: String,
    /// The originals are still to be received, or the papers of the company to be approved.
    pub provisional: bool,
    /// When it joined.
    pub joined_at: Millis,
}

impl MemberRecord {
    /// Whether the member may use a service.
    pub fn may(&self, service: Service) -> bool {
        self.role.may(service, self.linked_by)
    }
}

/// The word of a role in the table.
pub fn role_word(role: Role) -> &'static str {
    match role {
        Role::Contact => "contact",
        Role::Personal => "personal",
        Role::Master => "master",
        Role::Regular => "regular",
        Role::Associate => "associate",
        Role::Applicant => "applicant",
        Role::General => "general",
        Role::Social => "social",
    }
}

/// The company of a submission, and what the member is to it.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// Its id, where it is not registered yet.
    pub id: String,
    /// Its business number.
    pub business_number: String,
    /// What is known of it.
    pub profile: CompanyProfile,
    /// The directory said so; else somebody typed it.
    pub listed: bool,
    /// The role where nobody stands for the company; none where the sign-up relies on somebody who does.
    pub first: Option<Role>,
    /// The role of others where somebody stands for it; none where nobody else may join.
    pub join: Option<Role>,
}

/// The member that a submission makes.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Everything that is in a line; the company decides the role.
    pub member: MemberRecord,
    /// The person's name; empty where none was asked.
    pub name: String,
    /// The company, if there is one.
    pub company: Option<NewCompany>,
    /// Argon2id hash; none for who never logs in by password.
    pub password_hash: Option<String>,
    /// Certificates that proved the company; the member logs in by them.
    pub certificates: Vec<RegisteredRecord>,
}

/// A submission: one transaction.
#[derive(Clone, Debug)]
pub struct Submission<'a> {
    /// The draft as it was read; the submission holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// The idempotency key.
    pub key: &'a str,
    /// Who joins.
    pub new: &'a NewMember,
    /// Files that the answers name.
    pub files: &'a [String],
    /// What the audit table says.
    pub audit: &'a AuditRow,
    /// Names the message by which another system is told of the member; none where no other is.
    pub message: Option<&'a str>,
}

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// The member exists.
    Done,
    /// The draft changed or was submitted meanwhile; read it again.
    Stale,
    /// A file that an answer names is not there or not complete.
    FileMissing,
    /// The login id is somebody's.
    LoginIdTaken,
    /// The company is a member.
    CompanyIsMember,
    /// Nobody stands any more for the company that the sign-up found registered.
    CompanyChanged,
    /// The evidence of who the person is is not there any more.
    IdentityMissing,
    /// The person is a member.
    PersonIsMember,
    /// The member is of another kind by now.
    NotForMember,
    /// The certificate is registered already.
    CertificateRegistered,
    /// The account of before is somebody's by now, or was another's.
    OldAccountGone,
    /// What shows whose account it is is not there any more, or shows another's.
    EvidenceMissing,
    /// No account is the one that is to have a new password.
    NoAccount,
    /// The key was used for another draft.
    KeyReused,
    /// The reference number exists; draw another.
    ReferenceTaken,
}

/// What became of marking originals as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// The member is a full one now.
    Full(MemberRecord),
    /// It was one already.
    Already(MemberRecord),
    /// There is no such member.
    Unknown,
}

/// Keeps members.
#[async_trait]
pub trait MemberStore: Send + Sync {
    /// Makes a member from a draft: everything or nothing, once.
    async fn submit(&self, submission: Submission<'_>) -> Stored<Submitted>;
    /// The member of an id.
    async fn member(&self, id: &str) -> Stored<Option<MemberRecord>>;
    /// The id and the password hash of a login id; no hash for a member who never logs in by password.
    async fn credentials(&self, portal: &str, login_id: &str) -> Stored<Option<(String, Option<String>)>>;
    /// Whether a login id is somebody's.
    async fn login_id_taken(&self, portal: &str, login_id: &str) -> Stored<bool>;
    /// What anyone may see of a company for which somebody stands at a portal: what the directory said, or only its name.
    async fn registered_company(&self, portal: &str, business_number: &str) -> Stored<Option<CompanyProfile>>;
    /// The account of a company, by its business number: its contact.
    async fn contact_of(&self, portal: &str, business_number: &str) -> Stored<Option<MemberRecord>>;
    /// Whether a person, by the keyed hash of what tells people apart, is a member of a portal.
    async fn person_is_member(&self, portal: &str, person: &str) -> Stored<bool>;
    /// What a member answered.
    async fn facts_of_member(&self, id: &str) -> Stored<Facts>;
    /// The files that a member handed in, oldest first.
    async fn files_of_member(&self, id: &str) -> Stored<Vec<FileRecord>>;
    /// Every member, newest first; only those whose originals are missing where asked.
    async fn members(&self, provisional_only: bool) -> Stored<Vec<MemberRecord>>;
    /// Marks the originals of a member, found by reference or business number, as received.
    async fn mark_originals(&self, portal: &str, wanted: &str, audit: &AuditRow) -> Stored<Marked>;
}
