//! The mail server as the sandbox plays it (`docs/sandbox.md`).

use super::Mail;
use crate::clock::Clock;
use crate::providers::Unavailable;
use crate::providers::inbox::Inbox;
use std::sync::Arc;

/// The server is down for addresses that begin like this.
const DOWN: &str = "down@";

/// The simulated server.
pub(super) struct Sandbox {
    pub(super) clock: Arc<dyn Clock>,
    pub(super) inbox: Arc<Inbox>,
}

impl Sandbox {
    pub(super) fn ready(to: &str) -> Result<(), Unavailable> {
        if to.starts_with(DOWN) { Err(Unavailable) } else { Ok(()) }
    }

    pub(super) fn send(&self, mail: &Mail) -> Result<(), Unavailable> {
        Self::ready(&mail.to)?;
        self.inbox.put(self.clock.now(), &mail.to, format!("{}\n\n{}", mail.subject, mail.text));
        Ok(())
    }
}
