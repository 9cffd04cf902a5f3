//! Whether the one who asks is the member, and not who found a login open.

use super::clock::MINUTE;
use super::refusal::Outcome;
use super::state::{Demo, mark};
use gaip_contract::ProblemCode;

/// How long a login is a new one.
const NEW: i64 = 10 * MINUTE;

impl Demo {
    /// The login was minutes ago, or a certificate opened sensitive changes.
    pub fn fresh(&self) -> bool {
        self.now < self.since + NEW || self.now < self.open_until
    }

    /// Whether the password was shown; `false` where the member has none. A wrong one is refused.
    pub fn by_password(&self, typed: Option<&str>) -> Outcome<bool> {
        match self.me()?.password {
            Some(known) if mark(typed.unwrap_or_default()) == known => Ok(true),
            Some(_) => Err(ProblemCode::PasswordWrong.into()),
            None => Ok(false),
        }
    }
}
