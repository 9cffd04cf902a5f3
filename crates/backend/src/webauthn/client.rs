//! What the browser did (`clientDataJSON`, section 5.8.1).

use super::{Untrue, bytes};
use serde::Deserialize;

/// What is done with a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceremony {
    /// One is made.
    Create,
    /// One is used.
    Get,
}

impl Ceremony {
    fn word(self) -> &'static str {
        match self {
            Self::Create => "webauthn.create",
            Self::Get => "webauthn.get",
        }
    }
}

/// The parts that count; browsers add others.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    ceremony: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
    #[serde(rename = "topOrigin", default)]
    top_origin: Option<String>,
}

/// The challenge that the browser was given, from the text of `clientDataJSON`.
pub fn challenge(client_data: &str) -> Result<String, Untrue> {
    Ok(read(&bytes(client_data)?)?.challenge)
}

/// Whether it was this ceremony, on a page of this origin that was in no frame of another.
pub fn check(client_data: &[u8], ceremony: Ceremony, origin: &str) -> Result<(), Untrue> {
    let data = read(client_data)?;
    let here = data.origin == origin && !data.cross_origin && data.top_origin.is_none();
    if here && data.ceremony == ceremony.word() { Ok(()) } else { Err(Untrue) }
}

fn read(client_data: &[u8]) -> Result<ClientData, Untrue> {
    serde_json::from_slice(client_data).map_err(|_| Untrue)
}
