//! PFX files (PKCS #12, RFC 7292) as exports of joint certificates are: under a password, often with two pairs.

mod bags;
mod error;
mod mac;

pub use error::PfxError;

use crate::asn1::{self, Malformed, Parsed, Reader, tag};
use crate::certificate::Certificate;
use crate::key::{Budget, MAX_ROUNDS, PrivateKey};
use crate::oids;
use crate::password::Password;
use mac::Mac;

/// The largest file that is read as a PFX, in bytes.
pub const MAX_PFX: usize = 1024 * 1024;
/// How many rounds of key derivation all parts of a file may ask for together.
const ALL_ROUNDS: u32 = 4 * MAX_ROUNDS;

/// A certificate with its key.
#[derive(Debug)]
pub struct Identity {
    /// The certificate.
    pub certificate: Certificate,
    /// The key that belongs to it.
    pub key: PrivateKey,
}

impl Identity {
    /// Whether it is for signing; the other pair of a file is for encryption (km).
    pub fn is_for_signing(&self) -> bool {
        self.certificate.is_for_signing()
    }
}

/// A PFX under its password.
#[derive(Debug)]
pub struct Pfx {
    /// The `AuthenticatedSafe`, over which the MAC is.
    safe: Box<[u8]>,
    mac: Option<Mac>,
}

impl Pfx {
    /// Reads a file of at most 1 MiB, in DER or in the BER that some programs write. Nothing is derived yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, PfxError> {
        if bytes.len() > MAX_PFX {
            return Err(PfxError::TooLarge);
        }
        // SEQUENCE { INTEGER 3, in whatever form the length is.
        let header = bytes.get(1).map_or(0, |length| if *length > 0x80 { usize::from(length & 0x7f) } else { 0 }) + 2;
        if bytes.first() != Some(&tag::SEQUENCE) || bytes.get(header..header + 3) != Some(&[tag::INTEGER, 1, 3]) {
            return Err(PfxError::NotAPfx);
        }
        match Self::parse_der(bytes) {
            Err(PfxError::Damaged) => Self::parse_der(&asn1::to_der(bytes)?),
            other => other,
        }
    }

    fn parse_der(bytes: &[u8]) -> Result<Self, PfxError> {
        let mut outer = Reader::new(bytes).only(tag::SEQUENCE)?.inside();
        outer.one(tag::INTEGER)?;
        let (kind, content) = content_info(&mut outer)?;
        if kind != oids::DATA {
            // Signed by a key instead of a MAC.
            return Err(PfxError::UnsupportedFormat(kind));
        }
        let safe = content.only(tag::OCTET_STRING)?.value.into();
        let mac = outer.optional(tag::SEQUENCE)?.map(|mac| Mac::parse(mac.inside())).transpose()?;
        outer.end()?;
        Ok(Self { safe, mac })
    }

    /// Opens it: the pairs of certificate and key, matched by the key itself, those for signing first.
    pub fn open(&self, password: &Password) -> Result<Vec<Identity>, PfxError> {
        self.open_within(password, ALL_ROUNDS)
    }

    /// The same with another limit than four times [`MAX_ROUNDS`] to the rounds of all derivations together.
    pub fn open_within(&self, password: &Password, rounds: u32) -> Result<Vec<Identity>, PfxError> {
        let mut budget = Budget::new(rounds);
        if let Some(mac) = &self.mac {
            budget.spend(mac.rounds())?;
            if !mac.verifies(password, &self.safe) {
                return Err(PfxError::WrongPassword);
            }
        }
        // Once the MAC is right, the password is, and what still does not open is broken.
        let unopened = if self.mac.is_some() { PfxError::Damaged } else { PfxError::WrongPassword };
        let found = bags::read(&self.safe, password, &mut budget, unopened)?;
        let mut identities = Vec::new();
        let mut certificates = found.certificates;
        for key in found.keys {
            if let Some(at) = certificates.iter().position(|certificate| key.belongs_to(certificate)) {
                identities.push(Identity { certificate: certificates.swap_remove(at), key });
            }
        }
        if identities.is_empty() {
            return Err(PfxError::NoIdentity);
        }
        identities.sort_by_key(|identity| !identity.is_for_signing());
        Ok(identities)
    }
}

/// The type and the content of a `ContentInfo`.
fn content_info<'a>(fields: &mut Reader<'a>) -> Parsed<(der::asn1::ObjectIdentifier, Reader<'a>)> {
    let mut info = fields.sequence()?;
    let kind = info.oid()?;
    let content = info.one(tag::constructed(0))?.inside();
    info.end().map_err(|Malformed| Malformed)?;
    Ok((kind, content))
}
