//! A mail server by SMTP. Neither addresses nor texts are ever logged.

use super::Mail;
use crate::providers::Unavailable;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// How long the server may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A server and the sender.
pub(super) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    pub(super) fn new(url: &str, from: &str) -> Result<Self, String> {
        let from = from.parse().map_err(|_| "GAIP_MAIL_FROM is not an e-mail address".to_owned())?;
        // The error would quote the address with its password.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "GAIP_SMTP_URL is not the address of a mail server".to_owned())?;
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build(), from })
    }

    pub(super) async fn ready(&self) -> Result<(), Unavailable> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            _ => Err(Unavailable),
        }
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), Unavailable> {
        let to = mail.to.parse().map_err(|_| Unavailable)?;
        let message = Message::builder().from(self.from.clone()).to(Mailbox::new(None, to)).subject(&mail.subject);
        let message = message.header(ContentType::TEXT_PLAIN).body(mail.text.clone()).map_err(|_| Unavailable)?;
        self.transport.send(message).await.map(drop).map_err(|_| Unavailable)
    }
}
