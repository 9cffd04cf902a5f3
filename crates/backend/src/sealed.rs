//! What is kept so that it can be shown again, and opens by the server's key alone: the approval password of a company,
//! which its people tell to colleagues (manual row T17; decision 0031).

use crate::people::PeopleKey;
use crate::random::{Random, Rng};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_npki::seal;

const PURPOSE: &[u8] = b"gaip approval password";

/// Seals it; `of` is what it belongs to, for which alone it opens again.
pub fn seal(key: &PeopleKey, of: &str, approval: &str, random: &dyn Random) -> String {
    let recipient = key.sealing().public();
    let sealed = seal::seal(&recipient, PURPOSE, of.as_bytes(), approval.as_bytes(), &mut Rng(random));
    URL_SAFE_NO_PAD.encode(sealed.expect("the public key of a pair of X25519 is one to seal to"))
}

/// Opens it; none where the key was another one then, or it was sealed for something else.
pub fn open(key: &PeopleKey, of: &str, sealed: &str) -> Option<String> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let opened = seal::open(&key.sealing(), PURPOSE, of.as_bytes(), &sealed).ok()?;
    String::from_utf8(opened.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn it_opens_by_the_same_key_for_what_it_belongs_to_alone() {
        let (key, other) = (PeopleKey::of("k"), PeopleKey::of("l"));
        let sealed = seal(&key, "1248100998", "471926", &SystemRandom);
        assert_eq!(open(&key, "1248100998", &sealed).as_deref(), Some("471926"));
        assert_eq!(open(&key, "2208162517", &sealed), None);
        assert_eq!(open(&other, "1248100998", &sealed), None);
        assert_eq!(open(&key, "1248100998", &sealed[1..]), None);
        assert_ne!(
            sealed,
            seal(&key, "1248100998", "471926", &SystemRandom),
            "two seals do not tell that they are alike"
        );
    }
}
