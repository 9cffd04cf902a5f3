//! What operators of a portal see and do.

use super::{FileView, Role};
use gaip_domain::facts::{FieldInput, Fields};
use serde::{Deserialize, Serialize};

/// Declares the kinds of audit lines once: variant and its word in the table and on the wire.
macro_rules! events {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal;)+) => {
        /// What is written down for good.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum AuditEvent { $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+ }

        impl AuditEvent {
            /// Every kind.
            pub const ALL: &[AuditEvent] = &[$(AuditEvent::$variant),+];
            /// The word in the table and on the wire.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $name),+ } }
            /// The kind of a word.
            pub fn parse(word: &str) -> Option<Self> { Self::ALL.iter().copied().find(|event| event.as_str() == word) }
        }
    };
}

events! {
    /// A member logged in.
    LoggedIn = "logged_in";
    /// A login failed; the member is named where the login id exists.
    LoginFailed = "login_failed";
    /// A member logged in by a registered certificate.
    LoggedInByCertificate = "logged_in_by_certificate";
    /// A member logged in by an account at a provider.
    LoggedInByAccount = "logged_in_by_account";
    /// A member logged in by a registered financial certificate.
    LoggedInByFinancial = "logged_in_by_financial";
    /// A login by certificate failed; the member is named where the certificate is registered.
    CertificateLoginFailed = "certificate_login_failed";
    /// A member logged in by a passkey.
    LoggedInByPasskey = "logged_in_by_passkey";
    /// A login by passkey failed.
    PasskeyLoginFailed = "passkey_login_failed";
    /// A member registered a passkey.
    PasskeyRegistered = "passkey_registered";
    /// A member removed a passkey.
    PasskeyRemoved = "passkey_removed";
    /// A member proved by the company's certificate that sensitive changes may be made.
    SteppedUp = "stepped_up";
    /// A member registered another certificate.
    CertificateRegistered = "certificate_registered";
    /// A member took a registered certificate away.
    CertificateDeleted = "certificate_deleted";
    /// A sign-up was submitted.
    Submitted = "submitted";
    /// A general member registered a company.
    CompanyRegistered = "company_registered";
    /// A personal member became a member of a company, or applied to.
    Converted = "converted";
    /// Somebody who had an account in the system of before took it over.
    OldMemberMoved = "old_member_moved";
    /// Somebody proved who they are, to be told their login id; the member is named where there is one.
    LoginIdFound = "login_id_found";
    /// A member was given a new password; the member's other logins ended.
    PasswordReset = "password_reset";
    /// Somebody proved to be another than the member of the login id that was typed.
    RecoveryFailed = "recovery_failed";
    /// A member agreed to documents or withdrew a consent.
    ConsentDecided = "consent_decided";
    /// A member ended logins of their own in other browsers.
    LoginsEnded = "logins_ended";
    /// A member changed what was entered at sign-up.
    InfoChanged = "info_changed";
    /// A member changed the password; the member's other logins ended.
    PasswordChanged = "password_changed";
    /// A member opened the online consultation of the portal.
    ConsultationOpened = "consultation_opened";
    /// A member opened the portal's briefings.
    BriefingOpened = "briefing_opened";
    /// A member opened another service of the portal.
    OtherServicesOpened = "other_services_opened";
    /// A company's account opened the portal's employment insurance.
    InsuranceOpened = "insurance_opened";
    /// A company's account opened the portal's job training.
    TrainingOpened = "training_opened";
    /// A company's account opened the portal's work about foreign workers.
    ForeignersOpened = "foreigners_opened";
    /// A company's account opened the portal's other work.
    OtherWorkOpened = "other_work_opened";
    /// A member left; everything of theirs was deleted.
    MemberLeft = "member_left";
    /// An operator received the originals.
    OriginalsReceived = "originals_received";
    /// An operator approved the papers of a company.
    ApplicationApproved = "application_approved";
    /// An operator refused the papers of a company.
    ApplicationRejected = "application_rejected";
    /// An applicant handed refused papers in again.
    PapersHandedIn = "papers_handed_in";
    /// A master approved an associate of the company.
    AssociateApproved = "associate_approved";
    /// A master took an approval back.
    ApprovalUndone = "approval_undone";
    /// A master ended somebody's relation to the company.
    RelationEnded = "relation_ended";
    /// A member left the company (이직); the account stays.
    CompanyLeft = "company_left";
    /// A general member was linked to the company by its approval password or its certificate.
    CompanyLinked = "company_linked";
    /// A company invited somebody by e-mail.
    EmployeeInvited = "employee_invited";
    /// An invitation was sent again.
    InvitationResent = "invitation_resent";
    /// An invitation was withdrawn.
    InvitationWithdrawn = "invitation_withdrawn";
    /// Somebody accepted an invitation, and belongs to the company now.
    InvitationAccepted = "invitation_accepted";
    /// A master offered the role to a regular member.
    MasterOffered = "master_offered";
    /// The offer was accepted: who accepted is the master now.
    MasterHandedOver = "master_handed_over";
    /// The offer was declined.
    MasterOfferDeclined = "master_offer_declined";
    /// The offer was withdrawn.
    MasterOfferWithdrawn = "master_offer_withdrawn";
    /// Somebody logged in as a company.
    CompanyLoggedIn = "company_logged_in";
    /// Somebody logged in as a company by its certificate.
    CompanyLoggedInByCertificate = "company_logged_in_by_certificate";
    /// A login as a company failed; the company is named where it has an account.
    CompanyLoginFailed = "company_login_failed";
    /// A company proved by its certificate that sensitive changes may be made.
    CompanySteppedUp = "company_stepped_up";
    /// A company changed what is known of it.
    CompanyChanged = "company_changed";
    /// A company changed its approval password.
    ApprovalChanged = "approval_changed";
    /// The approval password was shown to somebody who may tell it to colleagues.
    ApprovalShown = "approval_shown";
    /// A company told its people that the approval password changed.
    ApprovalTold = "approval_told";
    /// A company changed the password of its login.
    CompanyPasswordChanged = "company_password_changed";
    /// An operator opened a file that a member handed in.
    MemberFileOpened = "member_file_opened";
    /// An operator logged in.
    OperatorLoggedIn = "operator_logged_in";
    /// A login as an operator failed; the operator is named where the login id exists.
    OperatorLoginFailed = "operator_login_failed";
    /// An operator had another system told of a new member at once.
    SyncRetried = "sync_retried";
    /// An operator changed their own password.
    OperatorPasswordChanged = "operator_password_changed";
    /// A change of an operator's password failed: the present one was wrong.
    OperatorPasswordWrong = "operator_password_wrong";
    /// An operator's account was added.
    OperatorAdded = "operator_added";
    /// An operator's account was taken away.
    OperatorRemoved = "operator_removed";
    /// An edition of the list of HS codes came into force.
    HsEditionInForce = "hs_edition_in_force";
    /// An edition of the list of industries came into force.
    KsicEditionInForce = "ksic_edition_in_force";
}

/// A page of a list: twenty rows at most, of the audit log fifty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Page_{T}"))]
pub struct Page<T> {
    /// How many rows there are in all.
    pub total: u32,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, 1 at least.
    pub pages: u32,
    /// Its rows; the newest first where nothing else is said.
    pub rows: Vec<T>,
}

bodies! {
    /// An operator in a line.
    pub struct OperatorBrief {
        /// The portal.
        pub portal: String,
        /// The name.
        pub name: String,
        /// The name to log in with.
        pub login_id: String,
    }

    /// Logging in as an operator of a portal.
    pub struct OperatorLogin {
        /// The login id as typed.
        pub login_id: String,
        /// The password.
        pub password: String,
    }

    /// A new password of an operator.
    pub struct ChangePassword {
        /// The one in use.
        pub current: String,
        /// The new one.
        pub new: String,
    }

    /// A member whom another system is to know, or of whom it is to know that they left.
    pub struct SyncView {
        /// The number of the sign-up.
        pub reference: String,
        /// The company's name; empty for a person without one.
        pub company: String,
        /// Its business number, ten digits; absent for a person without a company.
        pub business_number: Option<String>,
        /// The name of who signed up; the login id where no name was asked; empty for who left.
        pub contact: String,
        /// Since when the other system is to know it: ISO 8601 in UTC.
        pub since: String,
        /// How often it was told.
        pub attempts: u32,
        /// When it is told next: ISO 8601 in UTC. A time that is past is now.
        pub next_at: String,
        /// It knows the member, or that they left.
        pub told: bool,
        /// The member left: nothing but the number of the sign-up is known any more.
        pub left: bool,
    }

    /// Asks that another system be told of a member at once.
    pub struct Retry {
        /// The attempts that were shown.
        pub attempts: u32,
    }

    /// An application: a member who registered a company that nobody knows.
    pub struct ApplicationView {
        /// The number of the sign-up.
        pub reference: String,
        /// The company's name as entered.
        pub company: String,
        /// Its business number, ten digits.
        pub business_number: String,
        /// The applicant's name; the login id where no name was asked.
        pub applicant: String,
        /// When the papers were handed in last: ISO 8601 in UTC.
        pub handed_in_at: String,
        /// The way of handing in: the `value` of the portal's field of the papers; absent where it has none.
        pub way: Option<String>,
        /// The journey taken; its field has the words for the way.
        pub journey: String,
        /// The scans.
        pub files: Vec<FileView>,
        /// How far it is.
        pub state: ApplicationState,
        /// Counts decisions and papers; a decision names the count that it was shown.
        pub version: u32,
    }

    /// A decision on an application.
    pub struct Decide {
        /// The version that was shown.
        pub version: u32,
        /// What is decided.
        pub decision: Decision,
    }

    /// Papers that are handed in again.
    pub struct NewPapers {
        /// The portal's fields of the papers by name: the way, and ids of files.
        pub fields: Fields,
    }

    /// A search among provisional members.
    pub struct ProvisionalSearch {
        /// Part of the company's name, of the business number or of the reference; empty for all.
        pub query: String,
        /// From 1.
        pub page: u32,
    }

    /// A member whose originals are still to be received, or were.
    pub struct ProvisionalView {
        /// The number of the sign-up.
        pub reference: String,
        /// The company's name.
        pub company: String,
        /// Its business number, ten digits.
        pub business_number: String,
        /// The name of the contact; the login id where no name was asked.
        pub contact: String,
        /// When the member joined: ISO 8601 in UTC.
        pub joined_at: String,
        /// The scans that stand for the originals.
        pub files: Vec<FileView>,
        /// The originals are still to be received.
        pub provisional: bool,
    }

    /// A line of the audit log.
    pub struct AuditLine {
        /// Names it.
        pub id: String,
        /// When: ISO 8601 in UTC.
        pub at: String,
        /// What.
        pub event: AuditEvent,
        /// The operator who did it: name and login id; absent for members and for commands of the server.
        pub operator: Option<OperatorBrief>,
        /// The reference of the member whom it concerns, where there is one.
        pub member: Option<String>,
    }
}

/// How far an application is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApplicationState {
    /// It waits for a decision.
    Waiting,
    /// It was approved; the member has this role now.
    Approved(Role),
    /// It was refused, for this reason. The applicant may hand papers in again.
    Rejected(String),
}

/// A decision on an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The papers are in order.
    Approve,
    /// They are not, for this reason of 1 to 500 characters, which the applicant reads.
    Reject(String),
}

/// Longest reason of a refusal, in characters.
pub const LONGEST_REASON: u32 = 500;

impl NewPapers {
    /// Papers of some fields.
    pub fn of(fields: impl IntoIterator<Item = (String, FieldInput)>) -> Self {
        Self { fields: fields.into_iter().collect() }
    }
}
