//! Web Authentication level 3: whether what a browser and an authenticator say is so (sections 7.1 and 7.2). Pure: no store
//! and no clock. Why there is no crate for it stands in decision 0023.
//!
//! Who uses it keeps challenges (once, soon, for one session), credentials and counters.

mod authenticator;
mod cbor;
mod client;
mod key;

pub use client::challenge;
pub use key::{ALGORITHMS, PublicKey};

use authenticator::AuthenticatorData;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ciborium::Value;
use gaip_contract::bodies::{MadePasskey, UsedPasskey};
use sha2::{Digest, Sha256};

/// What browsers call a passkey.
pub const PUBLIC_KEY: &str = "public-key";
/// The longest id of a credential in bytes (7.1 step 24).
const LONGEST_ID: usize = 1023;

/// What was said is not so. Why is nobody's business but that of a test that reads this code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untrue;

/// Where a passkey is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Scheme, host and port of the portal's address.
    pub origin: String,
    /// Its host.
    pub id: String,
}

impl Party {
    /// The party of an origin: its host without a port.
    pub fn of(origin: &str) -> Self {
        let authority = origin.split_once("://").map_or(origin, |(_, authority)| authority);
        let id = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        Self { origin: origin.to_owned(), id: id.to_owned() }
    }
}

/// A new passkey, as the authenticator made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its number in base64url.
    pub id: String,
    /// Its public key.
    pub key: PublicKey,
    /// How often it was used; authenticators that do not count say zero.
    pub count: u32,
    /// It may be copied to other devices of its owner.
    pub copied: bool,
}

/// A passkey that was used; nobody is known by it before [`Used::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Its number in base64url.
    pub id: String,
    /// The account's random number in base64url.
    pub user: String,
    /// How often it was used.
    pub count: u32,
    /// It may be copied to other devices of its owner; this never changes.
    pub copied: bool,
    signed: Vec<u8>,
    signature: Vec<u8>,
}

impl Used {
    /// Whether this key signed it.
    pub fn verify(&self, key: &PublicKey) -> Result<(), Untrue> {
        key.verify(&self.signed, &self.signature)
    }
}

/// Reads a new passkey (section 7.1). The challenge in it is for the caller to look up ([`challenge`]).
pub fn made(credential: &MadePasskey, party: &Party) -> Result<Made, Untrue> {
    let client_data = bytes(&credential.response.client_data)?;
    client::check(&client_data, client::Ceremony::Create, &party.origin)?;
    let object = cbor::whole(&bytes(&credential.response.attestation)?)?;
    let data = cbor::text_entry(&object, "authData").and_then(Value::as_bytes).ok_or(Untrue)?;
    let format = cbor::text_entry(&object, "fmt").and_then(Value::as_text).ok_or(Untrue)?;
    let statement = cbor::text_entry(&object, "attStmt").and_then(Value::as_map).ok_or(Untrue)?;
    let authenticator = AuthenticatorData::parse(data)?;
    authenticator.check(party)?;
    let attested = authenticator.attested.ok_or(Untrue)?;
    let key = PublicKey::parse(&attested.key)?;
    let mut signed = data.clone();
    signed.extend(Sha256::digest(&client_data));
    attested_by_itself(format, statement, &key, &signed)?;
    let id = URL_SAFE_NO_PAD.encode(&attested.id);
    if credential.kind != PUBLIC_KEY || credential.id != id || attested.id.is_empty() || attested.id.len() > LONGEST_ID
    {
        return Err(Untrue);
    }
    Ok(Made { id, key, count: authenticator.count, copied: authenticator.copied })
}

/// No attestation is asked for, so there is none, or the new key signs itself (8.2, self attestation).
fn attested_by_itself(
    format: &str,
    statement: &[(Value, Value)],
    key: &PublicKey,
    signed: &[u8],
) -> Result<(), Untrue> {
    let entry = |name| cbor::entry(statement, name);
    match format {
        "none" if statement.is_empty() => Ok(()),
        "packed" if entry("x5c").is_none() => {
            let algorithm = entry("alg").and_then(Value::as_integer).ok_or(Untrue)?;
            let signature = entry("sig").and_then(Value::as_bytes).ok_or(Untrue)?;
            if i128::from(algorithm) != i128::from(key.algorithm()) {
                return Err(Untrue);
            }
            key.verify(signed, signature)
        }
        _ => Err(Untrue),
    }
}

/// Reads a passkey that was used (section 7.2), up to the key, which the caller looks up.
pub fn used(credential: &UsedPasskey, party: &Party) -> Result<Used, Untrue> {
    let response = &credential.response;
    let client_data = bytes(&response.client_data)?;
    client::check(&client_data, client::Ceremony::Get, &party.origin)?;
    let data = bytes(&response.authenticator_data)?;
    let authenticator = AuthenticatorData::parse(&data)?;
    authenticator.check(party)?;
    let (count, copied) = (authenticator.count, authenticator.copied);
    // Nobody typed an id, so the passkey has to say whose it is.
    let user = bytes(response.user_handle.as_deref().ok_or(Untrue)?)?;
    let id = bytes(&credential.id)?;
    if credential.kind != PUBLIC_KEY || id.is_empty() || id.len() > LONGEST_ID {
        return Err(Untrue);
    }
    let mut signed = data;
    signed.extend(Sha256::digest(&client_data));
    Ok(Used {
        id: URL_SAFE_NO_PAD.encode(id),
        user: URL_SAFE_NO_PAD.encode(user),
        count,
        copied,
        signed,
        signature: bytes(&response.signature)?,
    })
}

fn bytes(text: &str) -> Result<Vec<u8>, Untrue> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Untrue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_party_is_the_host_of_the_address() {
        assert_eq!(Party::of("https://trade.example.kr").id, "trade.example.kr");
        assert_eq!(Party::of("http://localhost:8080").id, "localhost");
    }
}
