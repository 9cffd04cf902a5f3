//! What endpoints carry about people: who they are, and what they are to their company.

use gaip_domain::facts::StepInput;
use gaip_domain::portal::{IdentityMethod, Purpose};
use serde::{Deserialize, Serialize};

/// Where a verification stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityState {
    /// For the code that was sent.
    Code,
    /// For the person's consent in an app.
    Consent,
    /// It is verified: the step can be answered.
    Verified,
}

/// What somebody is to their company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Its one account.
    Contact,
    /// A person without a company (개인회원).
    Personal,
    /// The first who registered the company (MASTER).
    Master,
    /// An associate whom the master approved (정회원).
    Regular,
    /// Who joined a registered company and is to be approved (준회원).
    Associate,
    /// A person with an account of their own (일반회원).
    General,
    /// Who comes by an account at a provider such as Kakao (간편회원).
    Social,
    /// Who registered a company whose papers are being looked at; its master once they are approved.
    Applicant,
}

impl Role {
    /// Whether a journey is for a member of this role; `linked` where they have a company already.
    pub fn may_take(self, purpose: Purpose, linked: bool) -> bool {
        match purpose {
            Purpose::Company => self == Role::General && !linked,
            Purpose::Conversion => self == Role::Personal,
            Purpose::Join | Purpose::Certificate | Purpose::FindLoginId | Purpose::NewPassword => false,
        }
    }
}

bodies! {
    /// Asks an outside service to verify who somebody is. Nothing of it is kept but what the service confirms.
    pub struct AskIdentity {
        /// How.
        pub method: IdentityMethod,
        /// The name as typed.
        pub name: String,
        /// The day of birth as typed.
        pub birth_date: String,
        /// The mobile number as typed, for a phone or an app.
        #[serde(default)]
        pub mobile: String,
        /// The carrier, for a phone: `SKT`, `KT`, `LGU`, `SKT_MVNO`, `KT_MVNO`, `LGU_MVNO`.
        #[serde(default)]
        pub carrier: String,
        /// Which app (`KAKAO`, `NAVER`, `TOSS`, `PASS`, `KFTC`) or which card issuer.
        #[serde(default)]
        pub agency: String,
        /// The terms of the outside service were agreed to.
        pub agreed: bool,
    }

    /// A verification under way.
    pub struct IdentityAttempt {
        /// Names it.
        pub id: String,
        /// How.
        pub method: IdentityMethod,
        /// What it waits for, or how it ended.
        pub state: IdentityState,
        /// Seconds until the code is void.
        pub expires_in: u32,
        /// Seconds until the code can be sent again.
        pub resend_in: u32,
        /// How often it can be sent again.
        pub resends_left: u32,
        /// How many wrong codes are still allowed.
        pub tries_left: u32,
        /// Whether the time can be extended once more.
        pub extendable: bool,
    }

    /// A code as typed.
    pub struct IdentityCode {
        /// The digits; empty for a method that has none, to ask how it stands.
        pub code: String,
    }

    /// Asks for a code at a member's e-mail address.
    pub struct AskEmailCode {
        /// What the step asks, as typed.
        pub input: StepInput,
    }

    /// A code by e-mail, or none: the answer is the same for what belongs to a member and what does not.
    pub struct EmailCodeAttempt {
        /// Seconds until the code is void.
        pub expires_in: u32,
        /// Seconds until it can be sent again.
        pub resend_in: u32,
        /// How often it can be sent again.
        pub resends_left: u32,
        /// How many wrong codes are still allowed.
        pub tries_left: u32,
    }

    /// What a recovery came to.
    #[derive(Default)]
    pub struct Recovered {
        /// The account; none where the person who was proved has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub account: Option<FoundAccount>,
    }

    /// An account, as its owner is shown it.
    pub struct FoundAccount {
        /// The name to log in with.
        pub login_id: String,
        /// When it was opened: ISO 8601 in UTC.
        pub joined_at: String,
    }

    /// A message that the sandbox "sent".
    pub struct SandboxMessage {
        /// When: ISO 8601 in UTC.
        pub at: String,
        /// To whom: a telephone number or an e-mail address.
        pub to: String,
        /// What it says.
        pub text: String,
    }
}
