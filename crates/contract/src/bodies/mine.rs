//! What a member does with their own account: logins, consents, data, leaving.

use super::{AuditEvent, MemberView, PasskeyView, RegisteredCertificate};
use gaip_domain::facts::{Facts, StepInput};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

bodies! {
    /// A login of the asking member.
    pub struct LoginView {
        /// Names it for ending it; it opens nothing.
        pub id: String,
        /// When it began: ISO 8601 in UTC.
        pub since: String,
        /// When it was last used: ISO 8601 in UTC.
        pub active_at: String,
        /// Browser and system in two words, where the browser says so: `Chrome · Windows`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub device: Option<String>,
        /// It is the one that asks.
        pub here: bool,
    }

    /// A document and what the member decided about it, as it counts now.
    pub struct ConsentView {
        /// The document's id.
        pub terms: String,
        /// Its version in force.
        pub version: String,
        /// Nobody is a member without it.
        pub required: bool,
        /// The member is to agree to the version in force before anything else.
        pub due: bool,
        /// The newest decision; absent where none was taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub agreed: Option<bool>,
        /// Every decision, newest first.
        pub decisions: Vec<ConsentDecision>,
    }

    /// One decision about a document.
    pub struct ConsentDecision {
        /// The version that was shown.
        pub version: String,
        /// The choice.
        pub agreed: bool,
        /// When: ISO 8601 in UTC.
        pub at: String,
    }

    /// Agreeing to documents, or withdrawing.
    pub struct DecideConsents {
        /// The choices by document id.
        pub choices: BTreeMap<String, bool>,
        /// Hashes of the documents that were shown, by document id; what is agreed to must be among them.
        #[serde(default)]
        pub seen: BTreeMap<String, String>,
    }

    /// Everything that is kept of a member, for themselves.
    pub struct MyData {
        /// When it was put together: ISO 8601 in UTC.
        pub made_at: String,
        /// The membership, the answers and the files that were handed in.
        pub member: MemberView,
        /// The documents with every decision.
        pub consents: Vec<ConsentView>,
        /// The registered certificates.
        pub certificates: Vec<RegisteredCertificate>,
        /// The passkeys.
        pub passkeys: Vec<PasskeyView>,
        /// The logins that are open.
        pub logins: Vec<LoginView>,
    }

    /// What was entered at sign-up, for its member to change.
    pub struct MyInfo {
        /// Counts the changes; a change names the one that it was made from.
        pub version: u32,
        /// The journeys that were taken.
        pub journeys: Vec<String>,
        /// The answers; of choices about documents, the newest decision.
        pub facts: Facts,
        /// The member logs in by a password. What recovers the account is changed with it; else by a fresh login.
        pub password: bool,
        /// For a member without a password: the login is fresh enough, or the certificate was shown.
        pub fresh: bool,
    }

    /// A change of what was entered.
    pub struct ChangeInfo {
        /// What it was made from.
        pub version: u32,
        /// The input of every form of the member's, by step.
        pub forms: BTreeMap<String, StepInput>,
        /// The password, where an e-mail address or a mobile number is another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub password: Option<String>,
        /// The code that was sent to the new e-mail address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
        /// Hashes of the documents as they were shown, by id, for choices about them.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub seen: BTreeMap<String, String>,
    }

    /// A service of the portal that was opened.
    pub struct OpenedService {
        /// Where the browser goes.
        pub address: String,
    }

    /// A new e-mail address that a code is to go to.
    pub struct AskAddressCode {
        /// The address.
        pub email: String,
    }

    /// Something that happened to the member's account.
    pub struct ActivityLine {
        /// Names it.
        pub id: String,
        /// When: ISO 8601 in UTC.
        pub at: String,
        /// What.
        pub event: AuditEvent,
        /// Who did it; nobody is named.
        pub by: ActivityBy,
    }

    /// Leaving for good.
    pub struct Leave {
        /// The password; absent for a member who has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub password: Option<String>,
    }

    /// That a member left.
    pub struct LeftView {
        /// When: ISO 8601 in UTC.
        pub left_at: String,
        /// Nobody else was linked to the company, and its record was deleted too.
        pub with_company: bool,
    }
}

/// Who did something to a member's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActivityBy {
    /// The member.
    Member,
    /// Who administers the member's company.
    Company,
    /// The agency.
    Operator,
    /// Somebody who was not let in.
    Unknown,
}
