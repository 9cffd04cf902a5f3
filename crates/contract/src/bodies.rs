//! What the endpoints carry. Domain values keep their own types; times are seconds or ISO dates, sizes are bytes.

use gaip_domain::facts::{Facts, StepInput};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::LoginType;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Derives what every body derives.
macro_rules! bodies {
    ($($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* })+) => {
        $($(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($fields)* })+
    };
}

mod certificates;
mod company;
mod financial;
mod invitations;
mod mine;
mod old_accounts;
mod operators;
mod passkeys;
mod people;
mod social;

pub use certificates::{
    AskChallenge, CertificateLogin, CertificateRule, CertificateRules, CertificateTaken, Challenge, ChallengePurpose,
    Proof, Proving, RegisteredCertificate,
};
pub use company::{
    ChangeCompany, CompanyBrief, CompanyCertificateLogin, CompanyInfo, CompanyLog, CompanyLogLine, CompanyLogin,
    CompanyServices, CompanyView, EMPLOYEES_AT_ONCE, EMPLOYEES_PAGE, EmployeePage, EmployeeSearch, EmployeeSort,
    EmployeeView, Employees, MasterOffer, MyOffer, NewApproval, NewCompanyPassword, Notified, OFFER_DAYS, OfferMaster,
    RoleCounts, ServiceRow, ShownApproval, UNDO_MINUTES,
};
pub use financial::{
    AskFinancial, FinancialAttempt, FinancialLogin, FinancialOtp, FinancialPurpose, FinancialState, FinancialWay,
    SandboxReply,
};
pub use invitations::{
    INVITATION_DAYS, INVITATION_RESENDS, InvitationOffer, InvitationToken, InvitationView, Invitations, Invite,
};
pub use mine::{
    ActivityBy, ActivityLine, AskAddressCode, ChangeInfo, ConsentDecision, ConsentView, DecideConsents, Leave,
    LeftView, LoginView, MyData, MyInfo, OpenedService,
};
pub use old_accounts::{OldAccountView, OldAccounts, OldKind};
pub use operators::{
    ApplicationState, ApplicationView, AuditEvent, AuditLine, ChangePassword, Decide, Decision, LONGEST_REASON,
    NewPapers, OperatorBrief, OperatorLogin, Page, ProvisionalSearch, ProvisionalView, Retry, SyncView,
};
pub use passkeys::{
    AskPasskeyLogin, MadePasskey, NewPasskey, PASSKEY_NAME, PASSKEYS, PasskeyAlgorithm, PasskeyAssertion,
    PasskeyAttestation, PasskeyCreation, PasskeyDescriptor, PasskeyLogin, PasskeyParty, PasskeyRequest,
    PasskeySelection, PasskeyUser, PasskeyView, Themselves, UsedPasskey,
};
pub use people::{
    AskEmailCode, AskIdentity, EmailCodeAttempt, FoundAccount, IdentityAttempt, IdentityCode, IdentityState, Recovered,
    Role, SandboxMessage,
};
pub use social::{AskSocial, SocialLogin, SocialOutcome, SocialStart};

/// Kinds of words that stand for many codes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Vague {
    /// 부품: the machine decides.
    Part,
    /// 세트: what is in it decides.
    Set,
    /// 플라스틱, 가방: what it is made into, or of, decides.
    Material,
    /// 기계, 용품: what it does decides.
    Use,
    /// 샘플, 선물: the thing itself decides.
    Thing,
}

bodies! {
    /// Nothing.
    pub struct Empty {}

    /// Who is using the browser.
    pub struct SessionView {
        /// The member who is logged in.
        pub member: Option<MemberBrief>,
        /// The operator who is logged in; never beside a member.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub operator: Option<OperatorBrief>,
        /// The company that is logged in as itself; never beside a member or an operator.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub company: Option<CompanyBrief>,
        /// Seconds until the login ends; absent when nobody is logged in.
        pub expires_in: Option<u32>,
        /// Seconds before the end at which to warn.
        pub warn_before: u32,
        /// Outside services are simulated; every page says so.
        pub sandbox: bool,
        /// Seconds for which sensitive changes are open after a proof by the company's certificate; absent when they are not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub stepped_up: Option<u32>,
        /// As what the member logged in, at portals that tell their accounts apart.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub login_type: Option<LoginType>,
    }

    /// A member in a line.
    pub struct MemberBrief {
        /// The portal joined.
        pub portal: String,
        /// The name to log in with; empty for who logs in by an account at a provider.
        pub login_id: String,
        /// The company's name as entered; empty for a person without one.
        pub company: String,
        /// What the member is to the company.
        pub role: Role,
        /// How a general member was linked to the company.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub linked_by: Option<LinkedBy>,
        /// Whether the originals are still to be received (manual row D48).
        pub provisional: bool,
    }

    /// Logging in.
    pub struct Login {
        /// The portal.
        pub portal: String,
        /// The login id as typed.
        pub login_id: String,
        /// The password.
        pub password: String,
    }

    /// A portal in a line.
    pub struct PortalBrief {
        /// Its id, the first part of its addresses.
        pub id: String,
        /// Its name.
        pub name: gaip_domain::text::Text,
        /// Who runs it.
        pub operator: gaip_domain::text::Text,
        /// What it is, and for whom.
        pub intro: gaip_domain::text::Text,
    }

    /// A document in force.
    pub struct TermsView {
        /// Its id.
        pub id: String,
        /// Its version.
        pub version: String,
        /// SHA-256 of the file that was rendered, in hexadecimal. A consent names it.
        pub hash: String,
        /// The document as HTML made from Markdown: headings from h3 on, no raw HTML, no links to scripts.
        pub html: String,
    }

    /// A login id as typed.
    pub struct LoginIdCheck {
        /// The id.
        pub login_id: String,
    }

    /// The answer to a duplicate check.
    pub struct LoginIdAnswer {
        /// The id in its canonical spelling.
        pub login_id: String,
        /// Nobody has it.
        pub available: bool,
    }

    /// Opening the sign-up of this session, or beginning one.
    pub struct OpenDraft {
        /// Takes the draft over from another tab.
        #[serde(default)]
        pub take_over: bool,
    }

    /// The sign-up of this session.
    pub struct DraftView {
        /// The answers so far.
        pub facts: Facts,
        /// Input as typed, by step; passwords are never among it.
        pub inputs: BTreeMap<String, StepInput>,
        /// Uploaded files, complete or not.
        pub files: Vec<FileView>,
        /// The login id that was last found free, if any.
        pub checked_login_id: Option<String>,
        /// Today by the server's clock: `2026-11-21`.
        pub today: String,
        /// Days until an unfinished sign-up is deleted.
        pub kept_days: u32,
        /// What the submission made, once it was submitted.
        pub completion: Option<Completion>,
        /// What a recovery came to, once it was submitted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub recovered: Option<Recovered>,
    }

    /// A completed sign-up.
    pub struct Completion {
        /// The number to quote to the help line.
        pub reference: String,
        /// Whether the originals are still to be received.
        pub provisional: bool,
        /// What the member is to the company.
        pub role: Role,
        /// When: ISO 8601 in UTC.
        pub submitted_at: String,
        /// The name to log in with; empty for who logs in by an account at a provider.
        pub login_id: String,
        /// Another system of the agency does not know the member yet, and is told until it does.
        #[serde(default)]
        pub delayed: bool,
    }

    /// Input as typed, saved while a person types.
    pub struct SaveInput {
        /// The input.
        pub input: StepInput,
    }

    /// Input was saved.
    pub struct Saved {
        /// When: ISO 8601 in UTC.
        pub at: String,
    }

    /// The answer of a step.
    pub struct AnswerStep {
        /// The input that is to become the answer.
        pub input: StepInput,
        /// Passwords by field name; a backend keeps hashes only. Absent where an earlier one stays.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub secrets: BTreeMap<String, String>,
        /// Hashes of the documents that were shown, by document id, for a consent step.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub seen: BTreeMap<String, String>,
        /// The person was told which answers become void and wants it so.
        #[serde(default)]
        pub forget: bool,
        /// Proof by a joint certificate, for a certificate step. Absent where an earlier one stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub proof: Option<Proof>,
        /// A verified attempt by a financial certificate, for a certificate step. Absent where an earlier one stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub financial: Option<String>,
    }

    /// Announces a file.
    pub struct NewFile {
        /// Its name; NFC is made of it.
        pub name: String,
        /// Its size in bytes.
        pub size: u64,
    }

    /// An uploaded file.
    pub struct FileView {
        /// Its id.
        pub id: String,
        /// Its name in NFC.
        pub name: String,
        /// Its size in bytes.
        pub size: u64,
        /// Bytes received so far.
        pub received: u64,
        /// Every byte was received and the content passed the checks.
        pub complete: bool,
    }

    /// A search for an address.
    pub struct AddressSearch {
        /// Road, building or place name; two characters or more.
        pub keyword: String,
        /// From 1.
        pub page: u32,
    }

    /// A page of addresses.
    pub struct AddressPage {
        /// How many there are in all.
        pub total: u32,
        /// Ten a page.
        pub rows: Vec<AddressRow>,
    }

    /// An address.
    pub struct AddressRow {
        /// Five digits.
        pub postcode: String,
        /// Road name address.
        pub road: String,
        /// Lot number address, for recognition.
        pub lot: String,
    }

    /// A page of a search in a code list: headings, best first, each with what was found in it.
    pub struct CodePage {
        /// The edition searched; [`crate::endpoints::GetEdition`] takes this name.
        pub edition: String,
        /// How many headings there are in all.
        pub total: u32,
        /// The headings from `offset` on.
        pub groups: Vec<CodeGroup>,
        /// What the query was taken for, where nothing was found as it stands: 라면 for fkaus.
        pub read_as: Option<String>,
        /// Why the query says too little to find one code.
        pub vague: Option<Vague>,
    }

    /// A heading with the codes in it that were found.
    pub struct CodeGroup {
        /// The heading, by everyday words where there are some.
        pub heading: CodeRow,
        /// The best codes below it, best first; none where the heading itself was found. Their paths begin below it.
        pub rows: Vec<CodeRow>,
        /// How many more codes below it were found.
        pub more: u32,
    }

    /// Codes of a list with the edition they are of.
    pub struct CodeRows {
        /// The edition.
        pub edition: String,
        /// The codes, in code order.
        pub rows: Vec<CodeRow>,
    }

    /// A code with its place.
    pub struct CodeRow {
        /// The code: digits, or the letters of a section (`S01`, `C`).
        pub code: String,
        /// Its label.
        pub label: gaip_domain::text::Text,
        /// The same in a few everyday words, where the label is the text of the law.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub plain: Option<gaip_domain::text::Text>,
        /// Labels above it, from the top down.
        pub path: Vec<gaip_domain::text::Text>,
        /// What a label such as 기타 leaves out: labels of the codes beside it, at most three.
        pub except: Vec<gaip_domain::text::Text>,
        /// The everyday word by which it was found.
        pub because: Option<String>,
        /// There are rows below it.
        pub children: bool,
        /// Only an earlier edition has it.
        pub gone: bool,
    }

    /// A member's own page.
    pub struct MemberView {
        /// In a line.
        pub member: MemberBrief,
        /// The company's business number, ten digits; absent for a person without one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub business_number: Option<String>,
        /// The number of the sign-up.
        pub reference: String,
        /// When it was submitted: ISO 8601 in UTC.
        pub joined_at: String,
        /// The journey taken.
        pub journey: String,
        /// The journey of the conversion, for who joined as a person and became a company's member later. The answers of
        /// both are in `facts`.
        #[serde(default)]
        pub converted: Option<String>,
        /// Why the papers of the company were refused, while they are.
        #[serde(default)]
        pub rejected: Option<String>,
        /// What was entered.
        pub facts: Facts,
        /// Files that were handed in.
        pub files: Vec<FileView>,
    }
}
