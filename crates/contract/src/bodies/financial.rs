//! What endpoints carry about financial certificates (금융인증서), which a service of the banks keeps.

use gaip_domain::permission::LoginType;
use serde::{Deserialize, Serialize};

/// How the holder of a financial certificate shows the service that it is theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FinancialWay {
    /// By sending two digits that are shown as a text message from the registered phone.
    #[default]
    Sms,
    /// By the number that a registered device shows (OTP).
    Otp,
    /// By a call to the registered phone (ARS), on which two digits that are shown are keyed in.
    Ars,
}

impl FinancialWay {
    /// The word in requests and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            FinancialWay::Sms => "sms",
            FinancialWay::Otp => "otp",
            FinancialWay::Ars => "ars",
        }
    }
}

/// What a financial certificate is shown for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FinancialPurpose {
    /// The certificate step of the session's sign-up.
    SignUp {
        /// The journey.
        journey: String,
        /// The step.
        step: String,
    },
    /// Logging in.
    Login,
}

/// What an attempt waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FinancialState {
    /// The service does not know the company yet: its terms are to be agreed to, in another attempt. Nothing was sent.
    Account,
    /// For the digits in a text message from the phone.
    Reply,
    /// For the digits keyed in during a call.
    Call,
    /// For the number of the registered device.
    Otp,
    /// It is verified: the step can be answered, or the login made.
    Verified,
}

bodies! {
    /// Asks the service for a company's financial certificate. The telephone number is passed on and not kept.
    pub struct AskFinancial {
        /// What it is to be for; it counts for nothing else.
        pub purpose: FinancialPurpose,
        /// The business number as typed.
        pub business_number: String,
        /// The mobile number that is registered with the service, as typed.
        pub mobile: String,
        /// How.
        #[serde(default)]
        pub way: FinancialWay,
        /// The service is to log in by itself next time (자동로그인); passed on to it.
        #[serde(default)]
        pub remember: bool,
        /// The service's terms are agreed to, so that it may open an account.
        #[serde(default)]
        pub agreed: bool,
    }

    /// An attempt under way.
    pub struct FinancialAttempt {
        /// Names it.
        pub id: String,
        /// What it waits for, or how it ended.
        pub state: FinancialState,
        /// The digits to send or to key in, where there are any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub digits: Option<String>,
        /// Seconds until it is void.
        pub expires_in: u32,
        /// How many wrong numbers are still allowed.
        pub tries_left: u32,
    }

    /// The number of the registered device as typed.
    pub struct FinancialOtp {
        /// The digits; empty to ask how the attempt stands.
        #[serde(default)]
        pub otp: String,
    }

    /// Logging in by a registered financial certificate.
    pub struct FinancialLogin {
        /// The portal.
        pub portal: String,
        /// A verified attempt for `login`.
        pub attempt: String,
        /// As what, at portals that tell their accounts apart; absent for what the account is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub login_type: Option<LoginType>,
    }

    /// A text message to the sandbox, as if it came from a phone.
    pub struct SandboxReply {
        /// The phone that sends it.
        pub from: String,
        /// What it says.
        pub text: String,
    }
}
