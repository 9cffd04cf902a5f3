//! What the members of a journey are to their company.

use crate::facts::CompanyStanding;
use crate::permission::Role;
use serde::{Deserialize, Serialize};

/// What the members of a journey are to their company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// One contact account for each company (Daejeon).
    #[default]
    Contact,
    /// Any number of people for each company, of whom one is its master; people without a company too (KOTRA, manual
    /// rows K4, K8 to K12).
    Employees,
    /// One account for each company, opened by its certificate alone: no login id and no password (고용24, manual rows
    /// W106, W112).
    Certificate,
    /// People with an account of their own; a company is theirs to link or not (무역투자24, manual rows T6, T7).
    General,
    /// People who come by their account at a provider (manual rows T8, T9, T18).
    Social,
}

impl Membership {
    /// Whether the account is the company's: it has one, and nobody is a member without a company.
    pub fn is_company(self) -> bool {
        matches!(self, Self::Contact | Self::Certificate)
    }

    /// Whether its members are people, of whom a company can have several.
    pub fn has_colleagues(self) -> bool {
        matches!(self, Self::Employees | Self::General)
    }

    /// Whether its members log in by a login id and a password.
    pub fn has_password(self) -> bool {
        !matches!(self, Self::Certificate | Self::Social)
    }

    /// What a member without a company is.
    pub fn alone(self) -> Option<Role> {
        match self {
            Self::Contact | Self::Certificate => None,
            Self::Employees => Some(Role::Personal),
            Self::General => Some(Role::General),
            Self::Social => Some(Role::Social),
        }
    }

    /// What the first member of a company is; nothing where it has one already, or where a company has none.
    pub fn first(self, standing: CompanyStanding) -> Option<Role> {
        match (self, standing) {
            (Self::Contact | Self::Certificate, _) => Some(Role::Contact),
            (Self::Employees, CompanyStanding::Continuing | CompanyStanding::Listed) => Some(Role::Master),
            (Self::Employees, CompanyStanding::Unlisted) => Some(Role::Applicant),
            (Self::Employees, CompanyStanding::Registered) | (Self::General | Self::Social, _) => None,
        }
    }

    /// What those are who come to a company that has members.
    pub fn later(self) -> Option<Role> {
        match self {
            Self::Employees => Some(Role::Associate),
            Self::General => Some(Role::General),
            Self::Contact | Self::Certificate | Self::Social => None,
        }
    }
}
