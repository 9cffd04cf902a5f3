//! Password hashes: Argon2id with the parameters that OWASP names (19 MiB, two passes, one lane).

use crate::random::Random;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

/// Hashes and verifies, off the async threads and few at once: each takes 19 MiB.
#[derive(Debug)]
pub struct Passwords {
    turns: Semaphore,
    /// The hash of a secret that nobody knows: an unknown login id costs the same time as a known one.
    nobody: String,
}

impl Passwords {
    /// Ready to hash; draws the secret that nobody knows.
    pub fn new(random: &dyn Random) -> Self {
        let nobody = hash_now(&crate::random::token(random), &salt(random));
        Self { turns: Semaphore::new(4), nobody }
    }

    /// The hash of a new password.
    pub async fn hash(&self, password: &str, random: &dyn Random) -> String {
        let (password, salt) = (password.to_owned(), salt(random));
        self.take_turn(move || hash_now(&password, &salt)).await
    }

    /// Whether a password is the one that was hashed. Without a hash it never is, and that takes as long.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> bool {
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.nobody).to_owned();
        let password = password.to_owned();
        let same = self.take_turn(move || {
            PasswordHash::new(&hash)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        });
        same.await && known
    }

    async fn take_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let _turn = self.turns.acquire().await.expect("the semaphore is never closed");
        tokio::task::spawn_blocking(work).await.expect("hashing does not panic")
    }
}

fn salt(random: &dyn Random) -> [u8; 16] {
    let mut salt = [0; 16];
    random.fill(&mut salt);
    salt
}

fn hash_now(password: &str, salt: &[u8]) -> String {
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hash.expect("standard parameters and a salt of 16 bytes are valid").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[tokio::test]
    async fn a_hash_knows_its_password_alone() {
        let passwords = Passwords::new(&SystemRandom);
        let hash = passwords.hash("correct horse battery", &SystemRandom).await;
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse battery", Some(&hash)).await);
        assert!(!passwords.verify("correct horse", Some(&hash)).await);
        assert!(!passwords.verify("correct horse battery", None).await);
    }
}
