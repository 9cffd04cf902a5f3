//! What a member does with their own account: logins, consents, data, leaving.

use super::{MemberView, PasskeyView, RegisteredCertificate};
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

    /// Leaving for good.
    pub struct Leave {
        /// The password; absent for a member who has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub password: Option<String>,
    }
}
