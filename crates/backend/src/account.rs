//! Logging in and what follows.

/// Failed logins of late.
#[derive(Debug, Default)]
pub struct Attempts {}
