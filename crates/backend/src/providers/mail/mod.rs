//! Mails to members.

mod sandbox;
mod smtp;

use super::Unavailable;
use super::inbox::Inbox;
use crate::clock::Clock;
use async_trait::async_trait;
use sandbox::Sandbox;
use smtp::Smtp;
use std::sync::Arc;
use std::time::Duration;

/// When a mail leaves after the answer, and again where the server does not take it.
const AGAIN: [Duration; 3] = [Duration::from_millis(50), Duration::from_secs(5), Duration::from_secs(30)];

/// A mail.
#[derive(Clone)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text, plain.
    pub text: String,
}

/// Sends mails.
#[async_trait]
pub trait Mails: Send + Sync {
    /// Whether a mail could be sent now. It is asked whether or not one will be, so that an outage is told to everybody and
    /// tells nobody who is a member.
    async fn ready(&self, to: &str) -> Result<(), Unavailable>;
    /// Sends a mail.
    async fn send(&self, mail: &Mail) -> Result<(), Unavailable>;
}

/// Sends mails after the answer, one after the other, and each again where the server does not take it. Nothing personal
/// is logged.
pub fn send_later(server: Arc<dyn Mails>, mails: Vec<Mail>, what: &'static str) {
    tokio::spawn(async move {
        for mail in mails {
            if !taken(&*server, &mail).await {
                tracing::error!("the mail server did not take {what}");
            }
        }
    });
}

async fn taken(server: &dyn Mails, mail: &Mail) -> bool {
    for pause in AGAIN {
        tokio::time::sleep(pause).await;
        if server.send(mail).await.is_ok() {
            return true;
        }
    }
    false
}

/// The operator's mail server.
pub struct Mailer(Transport);

enum Transport {
    Smtp(Smtp),
    Sandbox(Sandbox),
    None,
}

impl Mailer {
    /// A server by its address, and the sender.
    pub fn smtp(url: &str, from: &str) -> Result<Self, String> {
        Smtp::new(url, from).map(|smtp| Self(Transport::Smtp(smtp)))
    }

    /// The simulated server: mails are among the messages of the sandbox.
    pub fn sandbox(clock: Arc<dyn Clock>, inbox: Arc<Inbox>) -> Self {
        Self(Transport::Sandbox(Sandbox { clock, inbox }))
    }

    /// No server; no portal sends mails.
    pub fn none() -> Self {
        Self(Transport::None)
    }
}

#[async_trait]
impl Mails for Mailer {
    async fn ready(&self, to: &str) -> Result<(), Unavailable> {
        match &self.0 {
            Transport::Smtp(smtp) => smtp.ready().await,
            Transport::Sandbox(_) => Sandbox::ready(to),
            Transport::None => Err(Unavailable),
        }
    }

    async fn send(&self, mail: &Mail) -> Result<(), Unavailable> {
        match &self.0 {
            Transport::Smtp(smtp) => smtp.send(mail).await,
            Transport::Sandbox(sandbox) => sandbox.send(mail),
            Transport::None => Err(Unavailable),
        }
    }
}
