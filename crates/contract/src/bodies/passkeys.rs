//! Passkeys (Web Authentication level 3): what a member registers and logs in by.
//!
//! What browsers take and give has the names and shapes of the standard's own JSON (sections 5.1.8 to 5.1.10): whatever is
//! named here is what `parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON` and `toJSON` know.

use serde::{Deserialize, Serialize};

/// How many passkeys a member may have.
pub const PASSKEYS: usize = 10;

/// The longest name of a passkey in characters.
pub const PASSKEY_NAME: u32 = 40;

bodies! {
    /// A passkey of the asking member.
    pub struct PasskeyView {
        /// Names it for removing it; it opens nothing.
        pub id: String,
        /// What the member calls it.
        pub name: String,
        /// When it was registered: ISO 8601 in UTC.
        pub made_at: String,
        /// When somebody last logged in by it: ISO 8601 in UTC; absent where nobody did yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub used_at: Option<String>,
    }

    /// Shows that the one who asks is the member.
    pub struct Themselves {
        /// The password; not needed in the minutes after a login.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub password: Option<String>,
    }

    /// What a browser needs to make a passkey (`PublicKeyCredentialCreationOptionsJSON`).
    pub struct PasskeyCreation {
        /// The portal.
        pub rp: PasskeyParty,
        /// The account, as the browser lists it.
        pub user: PasskeyUser,
        /// To be signed, once and soon: base64url.
        pub challenge: String,
        /// The kinds of key that are taken, the preferred one first.
        #[serde(rename = "pubKeyCredParams")]
        pub parameters: Vec<PasskeyAlgorithm>,
        /// Milliseconds until the challenge is void.
        pub timeout: u32,
        /// The passkeys that the member has already.
        #[serde(rename = "excludeCredentials")]
        pub exclude: Vec<PasskeyDescriptor>,
        /// What is asked of the authenticator.
        #[serde(rename = "authenticatorSelection")]
        pub selection: PasskeySelection,
        /// `none`: which device it is is not asked.
        pub attestation: String,
    }

    /// The relying party.
    pub struct PasskeyParty {
        /// The host of the portal's address.
        pub id: String,
        /// The portal's name.
        pub name: String,
    }

    /// The account.
    pub struct PasskeyUser {
        /// A random number in base64url; nothing of the person.
        pub id: String,
        /// What tells the account from others: the login id and the portal.
        pub name: String,
        /// The portal's name.
        #[serde(rename = "displayName")]
        pub display_name: String,
    }

    /// A kind of key.
    pub struct PasskeyAlgorithm {
        /// `public-key`.
        #[serde(rename = "type")]
        pub kind: String,
        /// Its number at IANA: -7 is ES256, -257 is RS256.
        pub alg: i32,
    }

    /// A passkey by its number.
    pub struct PasskeyDescriptor {
        /// `public-key`.
        #[serde(rename = "type")]
        pub kind: String,
        /// The number that the authenticator gave: base64url.
        pub id: String,
    }

    /// What is asked of the authenticator.
    pub struct PasskeySelection {
        /// `required`: it is found without a login id.
        #[serde(rename = "residentKey")]
        pub resident_key: String,
        /// The same for older browsers.
        #[serde(rename = "requireResidentKey")]
        pub require_resident_key: bool,
        /// `required`: the device asks for finger, face or PIN.
        #[serde(rename = "userVerification")]
        pub user_verification: String,
    }

    /// A passkey that was made (`RegistrationResponseJSON`, as far as it is read).
    pub struct MadePasskey {
        /// The number that the authenticator gave: base64url.
        pub id: String,
        /// `public-key`.
        #[serde(rename = "type")]
        pub kind: String,
        /// What the authenticator says.
        pub response: PasskeyAttestation,
    }

    /// What an authenticator says of a new passkey.
    pub struct PasskeyAttestation {
        /// What the browser did: JSON in base64url.
        #[serde(rename = "clientDataJSON")]
        pub client_data: String,
        /// The key and its number: CBOR in base64url.
        #[serde(rename = "attestationObject")]
        pub attestation: String,
    }

    /// Registers a passkey.
    pub struct NewPasskey {
        /// What the member calls it: 1 to 40 characters.
        pub name: String,
        /// What the browser made.
        pub credential: MadePasskey,
    }

    /// Asks for something to sign, to log in.
    pub struct AskPasskeyLogin {
        /// The portal.
        pub portal: String,
    }

    /// What a browser needs to use a passkey (`PublicKeyCredentialRequestOptionsJSON`). No passkey is named: whoever asks
    /// learns of nobody's.
    pub struct PasskeyRequest {
        /// To be signed, once and soon: base64url.
        pub challenge: String,
        /// Milliseconds until the challenge is void.
        pub timeout: u32,
        /// The host of the portal's address.
        #[serde(rename = "rpId")]
        pub party: String,
        /// `required`: the device asks for finger, face or PIN.
        #[serde(rename = "userVerification")]
        pub user_verification: String,
    }

    /// A passkey that was used (`AuthenticationResponseJSON`, as far as it is read).
    pub struct UsedPasskey {
        /// Its number: base64url.
        pub id: String,
        /// `public-key`.
        #[serde(rename = "type")]
        pub kind: String,
        /// What the authenticator says.
        pub response: PasskeyAssertion,
    }

    /// What an authenticator says when a passkey is used.
    pub struct PasskeyAssertion {
        /// What the browser did: JSON in base64url.
        #[serde(rename = "clientDataJSON")]
        pub client_data: String,
        /// What the authenticator did: base64url.
        #[serde(rename = "authenticatorData")]
        pub authenticator_data: String,
        /// Over both: base64url.
        pub signature: String,
        /// The account's random number: base64url.
        #[serde(rename = "userHandle", default, skip_serializing_if = "Option::is_none")]
        pub user_handle: Option<String>,
    }

    /// Logging in by a passkey.
    pub struct PasskeyLogin {
        /// The portal.
        pub portal: String,
        /// What the browser gave.
        pub credential: UsedPasskey,
    }
}
