//! What the submission of a journey does.

use crate::permission::Role;
use serde::{Deserialize, Serialize};

/// What the submission of a journey does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// It makes a member.
    #[default]
    Join,
    /// It registers the company of a general member who is logged in (manual rows T21, T22).
    Company,
    /// It links a general member who is logged in to a company that is registered (manual rows T25, T65, T66, T101).
    Link,
    /// It makes a personal member who is logged in a member of a company (manual rows K41 to K48).
    Conversion,
    /// It registers a further certificate of a company that is a member, for whoever proves the company by it (manual
    /// rows W113 to W117).
    Certificate,
    /// It makes a member of somebody who had an account in the system of before (manual rows T20, T69 to T74).
    OldMember,
    /// It tells a person their login id (manual rows T113 to T116, D123 to D126).
    FindLoginId,
    /// It gives an account a new password (manual rows T117 to T119, D127 to D130).
    NewPassword,
}

/// What is so of several purposes. What only one does is asked of it by name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trait {
    GivesRole,
    HidesAccount,
    MakesMember,
    OpensAccount,
    Recovers,
    Reviews,
}

impl Purpose {
    /// The table: what each purpose is.
    fn traits(self) -> &'static [Trait] {
        use Trait::{GivesRole, HidesAccount, MakesMember, OpensAccount, Recovers, Reviews};
        match self {
            Self::Join => &[GivesRole, MakesMember, Reviews],
            Self::Company | Self::Link => &[Reviews],
            Self::Conversion => &[GivesRole, Reviews],
            Self::Certificate => &[HidesAccount, Reviews],
            Self::OldMember => &[GivesRole, MakesMember, OpensAccount],
            Self::FindLoginId | Self::NewPassword => &[OpensAccount, Recovers],
        }
    }

    fn is(self, what: Trait) -> bool {
        self.traits().contains(&what)
    }

    /// The members for whom it is, once they are logged in; nothing where it is not for members.
    pub fn for_role(self) -> Option<Role> {
        match self {
            Self::Company | Self::Link => Some(Role::General),
            Self::Conversion => Some(Role::Personal),
            Self::Join | Self::Certificate | Self::OldMember | Self::FindLoginId | Self::NewPassword => None,
        }
    }

    /// Whether it is for members who are logged in; then it is not among the ways to become one.
    pub fn needs_login(self) -> bool {
        self.for_role().is_some()
    }

    /// Whether it makes a member of a person who is none yet.
    pub fn makes_member(self) -> bool {
        self.is(Trait::MakesMember)
    }

    /// Whether the member is something else to the company afterwards; then the end tells what.
    pub fn gives_role(self) -> bool {
        self.is(Trait::GivesRole)
    }

    /// Whether answers are checked on a page of their own before they are sent; elsewhere the last answer sends them.
    pub fn reviews(self) -> bool {
        self.is(Trait::Reviews)
    }

    /// Whether whoever takes it is a stranger to the account that it changes: nothing is said of who is a member, and
    /// nothing of the account is shown.
    pub fn hides_account(self) -> bool {
        self.is(Trait::HidesAccount)
    }

    /// Whether it proves whose account of before something is. What was proved does not wait long for whoever comes next
    /// to the same browser.
    pub fn opens_account(self) -> bool {
        self.is(Trait::OpensAccount)
    }

    /// Whether it gives a member back what they forgot; then nothing is reviewed, and nothing new is kept of them.
    pub fn recovers(self) -> bool {
        self.is(Trait::Recovers)
    }
}
