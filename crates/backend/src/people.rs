//! The key under which people are told apart.
//!
//! What an identity service says to tell a person from all others (CI) is as good as a resident number. It is never kept:
//! a keyed hash is, which is worth nothing without the key. The key is `GAIP_SECRET`; whoever changes it forgets who is a
//! member. The sandbox makes one in the data folder.

use crate::config::Config;
use crate::random::{Random, hex, token};
use gaip_domain::value::Date;
use gaip_npki::seal::RecipientSecret;
use hmac::digest::Output;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Fewest characters of a key.
const SHORTEST: usize = 32;

/// The key.
pub struct PeopleKey(String);

impl PeopleKey {
    /// The operator's key, or the sandbox's own. Where no portal asks who people are none is needed.
    pub fn open(config: &Config, needed: Option<&str>, random: &dyn Random) -> Result<Self, String> {
        match &config.secret {
            Some(secret) if secret.trim().len() >= SHORTEST => Ok(Self(secret.trim().to_owned())),
            Some(_) => Err(format!("GAIP_SECRET has fewer than {SHORTEST} characters")),
            None if config.sandbox() => of_sandbox(&config.data.join("people.key"), random).map(Self),
            None => match needed {
                Some(what) => Err(format!("a portal has {what} but GAIP_SECRET is not set")),
                None => Ok(Self(token(random))),
            },
        }
    }

    /// Stands for a person; the same for the same person, for ever.
    pub fn person(&self, ci: &str) -> String {
        self.hash(&["person", ci])
    }

    /// Stands for an account at a provider; the same for the same account, for ever.
    pub fn account(&self, provider: &str, subject: &str) -> String {
        self.hash(&["account", provider, subject])
    }

    /// Stands for what somebody says to be.
    pub fn claim(&self, name: &str, birth_date: Date) -> String {
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        self.hash(&["claim", &name, &birth_date.to_string()])
    }

    /// Stands for a code that was sent: six digits would be found out without a key.
    pub fn code(&self, attempt: &str, code: &str) -> String {
        self.hash(&["code", attempt, code])
    }

    /// Stands for what somebody says of an account.
    pub fn account_claim(&self, said: &[&str]) -> String {
        self.hash(&[&["account claim"], said].concat())
    }

    /// The key to which what may be shown again is sealed.
    pub(crate) fn sealing(&self) -> RecipientSecret {
        let key = self.mac(&["sealing"]).into();
        RecipientSecret::from_bytes(&key).expect("any 32 octets are a key of X25519")
    }

    fn hash(&self, parts: &[&str]) -> String {
        hex(&self.mac(parts))
    }

    fn mac(&self, parts: &[&str]) -> Output<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).expect("HMAC takes keys of any length");
        for part in parts {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
        mac.finalize().into_bytes()
    }
}

/// The key of the sandbox, made where there is none yet. Of two processes that make it at once one does.
fn of_sandbox(file: &Path, random: &dyn Random) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(mut made) => made.write_all(token(random).as_bytes()).map_err(failed)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(failed(error)),
    }
    let key = fs::read_to_string(file).map_err(failed)?;
    if key.trim().len() >= SHORTEST {
        Ok(key.trim().to_owned())
    } else {
        Err(format!("{}: no key in it", file.display()))
    }
}

#[cfg(test)]
impl PeopleKey {
    /// A key of a letter, for tests.
    pub(crate) fn of(letter: &str) -> Self {
        Self(letter.repeat(SHORTEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_and_without_blanks() {
        let key = PeopleKey::of("k");
        let day = Date::parse("1990-03-01").expect("a day");
        assert_eq!(key.claim("홍 길동", day), key.claim("홍길동", day));
        assert_ne!(key.claim("홍길동", day), key.claim("홍길순", day));
        assert_ne!(key.person("a"), PeopleKey::of("l").person("a"));
    }
}
