//! What the administration of a company carries.

use super::{AuditEvent, Role};
use gaip_domain::linked_by::LinkedBy;
use serde::{Deserialize, Serialize};

/// Rows of a page of employees.
pub const EMPLOYEES_PAGE: u32 = 50;
/// Most employees that one request approves.
pub const EMPLOYEES_AT_ONCE: usize = 100;
/// Minutes for which an approval can be taken back.
pub const UNDO_MINUTES: u32 = 10;
/// Days after which an offer of the master's role is over.
pub const OFFER_DAYS: u32 = 7;

/// In which order employees stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EmployeeSort {
    /// By name.
    #[default]
    Name,
    /// Who joined last stands first.
    Newest,
    /// Who joined first stands first.
    Oldest,
}

bodies! {
    /// A company that is logged in as itself, in a line.
    pub struct CompanyBrief {
        /// The portal.
        pub portal: String,
        /// Its name.
        pub name: String,
        /// Its business number with hyphens.
        pub business_number: String,
    }

    /// Logging in as a company.
    pub struct CompanyLogin {
        /// The portal.
        pub portal: String,
        /// The business number as typed.
        pub business_number: String,
        /// The password.
        pub password: String,
    }

    /// Logging in as a company by its certificate.
    pub struct CompanyCertificateLogin {
        /// The portal.
        pub portal: String,
        /// The business number as typed; the certificate proves it.
        pub business_number: String,
        /// The proof.
        pub proof: super::Proof,
    }

    /// What is known of a company, and may be changed.
    pub struct CompanyInfo {
        /// Counts the changes; a change names the one that it was made from.
        pub version: u32,
        /// A member asks, who has a password: each change wants it. The company itself shows its certificate.
        pub password: bool,
        /// A change may be made without a password: the certificate was shown, or a member without one logged in of late.
        pub fresh: bool,
        /// The values, by the names of the fields that the registration asked.
        pub values: gaip_domain::facts::Values,
    }

    /// A change of what is known of a company.
    pub struct ChangeCompany {
        /// What it was made from.
        pub version: u32,
        /// What was typed.
        pub input: gaip_domain::facts::StepInput,
        /// The password of a member who has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub password: Option<String>,
    }

    /// A new approval password.
    pub struct NewApproval {
        /// Six digits.
        pub approval: String,
    }

    /// The approval password, to be told to colleagues.
    pub struct ShownApproval {
        /// Six digits; absent where it cannot be shown, and a new one has to be set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub approval: Option<String>,
    }

    /// A new password to log in as the company.
    pub struct NewCompanyPassword {
        /// The password.
        pub password: String,
    }

    /// Who was told.
    pub struct Notified {
        /// How many mails are on their way.
        pub mails: u32,
    }

    /// What the portal's own backend keeps of a company.
    pub struct CompanyServices {
        /// Mileage that can be used.
        pub mileage: u64,
        /// Services in which the company took part, newest first.
        pub history: Vec<ServiceRow>,
    }

    /// A service in which a company took part.
    pub struct ServiceRow {
        /// The day: `2026-03-01`.
        pub date: String,
        /// What it is called.
        pub name: String,
        /// How far it is, in the words of the portal's backend.
        pub state: String,
        /// Mileage that it gave, or used where it is negative.
        pub mileage: i64,
    }

    /// A company, as whoever may change something of it sees it.
    pub struct CompanyView {
        /// Its name.
        pub name: String,
        /// Its business number, ten digits.
        pub business_number: String,
        /// What the asking member is to it; absent where the company itself asks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<Role>,
        /// How many people it has here; absent for who does not manage them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub counts: Option<RoleCounts>,
        /// The master's role is offered to somebody.
        pub offer: Option<MasterOffer>,
    }

    /// How many people of a company have which role.
    pub struct RoleCounts {
        /// One, always.
        pub master: u32,
        /// Regular members.
        pub regular: u32,
        /// Associates, who wait to be approved.
        pub associate: u32,
        /// General members who are linked to it.
        #[serde(default)]
        pub general: u32,
    }

    /// A search among the people of a company.
    pub struct EmployeeSearch {
        /// Part of a name or of a login id; empty for all.
        pub query: String,
        /// Only this role.
        pub role: Option<Role>,
        /// The order.
        pub sort: EmployeeSort,
        /// Rows before the page.
        pub offset: u32,
    }

    /// A page of employees: [`EMPLOYEES_PAGE`] rows at most.
    pub struct EmployeePage {
        /// How many were found in all.
        pub total: u32,
        /// Rows before the page.
        pub offset: u32,
        /// The page.
        pub rows: Vec<EmployeeView>,
    }

    /// Somebody of the company.
    pub struct EmployeeView {
        /// The member's id.
        pub id: String,
        /// The name; the login id where no name was asked.
        pub name: String,
        /// The name to log in with.
        pub login_id: String,
        /// What they are to the company.
        pub role: Role,
        /// How a general member was linked to it (manual rows T10, T11).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub linked_by: Option<LinkedBy>,
        /// When they joined: ISO 8601 in UTC.
        pub joined_at: String,
    }

    /// Some employees, [`EMPLOYEES_AT_ONCE`] at most.
    pub struct Employees {
        /// Their ids.
        pub ids: Vec<String>,
    }

    /// Whom the master's role is offered to.
    pub struct OfferMaster {
        /// The regular member's id.
        pub employee: String,
    }

    /// An offer of the master's role.
    pub struct MasterOffer {
        /// Its id.
        pub id: String,
        /// The company's name.
        pub company: String,
        /// The name of the master.
        pub from: String,
        /// The name of whom it is offered to.
        pub to: String,
        /// When it is over: ISO 8601 in UTC.
        pub expires_at: String,
    }

    /// What is offered to the asking member.
    pub struct MyOffer {
        /// The offer, while there is one.
        pub offer: Option<MasterOffer>,
    }

    /// A page of what was done for a company: fifty lines at most.
    pub struct CompanyLog {
        /// How many lines there are in all.
        pub total: u32,
        /// The page, from 1.
        pub page: u32,
        /// How many pages there are, 1 at least.
        pub pages: u32,
        /// The newest first.
        pub rows: Vec<CompanyLogLine>,
    }

    /// A line of it.
    pub struct CompanyLogLine {
        /// Names it.
        pub id: String,
        /// When: ISO 8601 in UTC.
        pub at: String,
        /// What.
        pub event: AuditEvent,
        /// The name of who did it.
        pub by: String,
        /// The name of whom it concerns.
        pub whom: String,
        /// Browser and system it was done with; null where they are not known.
        pub device: Option<String>,
    }
}
