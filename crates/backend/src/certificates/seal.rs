//! The key of one challenge, to which the owner's random number is sealed, so that it travels and lies nowhere in clear.

use crate::random::{Random, Rng, hex};
use crate::store::ChallengeRecord;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_contract::signer::SEAL_INFO;
use gaip_npki::key::Random as OwnersRandom;
use gaip_npki::seal::{self, RecipientSecret};

/// Most characters of a sealed random number.
const SEALED: usize = 1024;

/// A new pair of keys: the secret in hexadecimal for the database, the public key in base64url for the browser.
pub fn pair(random: &dyn Random) -> (String, String) {
    let (secret, public) = RecipientSecret::generate(&mut Rng(random));
    (hex(secret.to_bytes().as_slice()), URL_SAFE_NO_PAD.encode(public))
}

/// The random number that was sealed to a challenge; none where it does not open.
pub fn open(challenge: &ChallengeRecord, sealed: &str) -> Option<OwnersRandom> {
    if sealed.len() > SEALED {
        return None;
    }
    let secret = RecipientSecret::from_bytes(&bytes(&challenge.secret)?).ok()?;
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let opened = seal::open(&secret, SEAL_INFO, challenge.content.as_bytes(), &sealed).ok()?;
    OwnersRandom::from_bytes(&opened)
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    let pairs = (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok());
    pairs.collect::<Option<Vec<u8>>>()?.try_into().ok()
}
