//! A certificate with its key, as it was found.

use gaip_npki::certificate::Certificate;
use std::fmt::Write as _;

/// A certificate with its key.
pub struct Item {
    /// Names it on the page.
    pub id: String,
    /// The folder or file that it was found in.
    pub name: String,
    /// What it is.
    pub content: Content,
    /// It is kept in this browser.
    pub kept: bool,
}

/// What was found.
pub enum Content {
    /// Two files.
    Pair {
        /// The certificate.
        certificate: Box<Certificate>,
        /// The closed key, where it was found.
        key: Option<Vec<u8>>,
    },
    /// One file, which tells nothing without its password.
    Pfx {
        /// The file.
        file: Vec<u8>,
        /// What stands in it, once it was opened.
        certificate: Option<Box<Certificate>>,
    },
}

impl Item {
    /// The certificate, as far as it is known.
    pub fn certificate(&self) -> Option<&Certificate> {
        match &self.content {
            Content::Pair { certificate, .. } => Some(certificate),
            Content::Pfx { certificate, .. } => certificate.as_deref(),
        }
    }

    /// Whether there is a key.
    pub fn has_key(&self) -> bool {
        !matches!(self.content, Content::Pair { key: None, .. })
    }
}

/// What a certificate is called in ids and in the store: the beginning of its fingerprint.
pub fn id_of(certificate: &Certificate) -> String {
    certificate.fingerprint().iter().take(16).fold(String::new(), |mut id, byte| {
        // Writing to a String does not fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}
