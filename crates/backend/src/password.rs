//! Password hashes: Argon2id.
