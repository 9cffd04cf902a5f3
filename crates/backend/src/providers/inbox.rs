//! What the sandbox "sent", for its own page. In memory, and never more than a few.

use crate::clock::{Millis, iso};
use gaip_contract::bodies::SandboxMessage;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Messages that are kept; older ones go.
const MOST: usize = 200;

/// Messages, newest first.
#[derive(Default)]
pub struct Inbox(Mutex<VecDeque<SandboxMessage>>);

impl Inbox {
    /// Adds a message.
    pub fn put(&self, at: Millis, to: &str, text: String) {
        let mut messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(SandboxMessage { at: iso(at), to: to.to_owned(), text });
        messages.truncate(MOST);
    }

    /// Every message, newest first.
    pub fn list(&self) -> Vec<SandboxMessage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
