//! What is in a PFX: certificates and keys in bags, bags in safes (RFC 7292 section 4.1 and 4.2).

use super::{PfxError, content_info};
use crate::asn1::{self, Element, Malformed, Reader, tag};
use crate::certificate::Certificate;
use crate::kdf::Secret;
use crate::key::{Budget, PrivateKey, Random, Scheme};
use crate::oids;
use crate::password::Password;
use zeroize::Zeroizing;

/// More than any export has.
const MAX_BAGS: usize = 64;

#[derive(Default)]
pub(super) struct Found {
    pub certificates: Vec<Certificate>,
    pub keys: Vec<PrivateKey>,
    bags: usize,
}

/// Everything in an `AuthenticatedSafe`. What does not open is the error that is given.
pub(super) fn read(
    safe: &[u8],
    password: &Password,
    budget: &mut Budget,
    unopened: PfxError,
) -> Result<Found, PfxError> {
    let mut found = Found::default();
    let der = strict(safe)?;
    let mut contents = Reader::new(&der).only(tag::SEQUENCE)?.inside();
    while contents.peek().is_some() {
        found.count()?;
        let (kind, content) = content_info(&mut contents)?;
        match kind {
            oids::DATA => found.bags(content.only(tag::OCTET_STRING)?.value, password, budget, unopened)?,
            oids::ENCRYPTED_DATA => {
                let plain = decrypt(content, password, budget)?.ok_or(unopened)?;
                found.bags(&plain, password, budget, unopened)?;
            }
            _ => return Err(PfxError::UnsupportedFormat(kind)),
        }
    }
    Ok(found)
}

/// The plaintext of an `EncryptedData` (RFC 5652 section 8); `None` if the password does not open it.
fn decrypt(content: Reader, password: &Password, budget: &mut Budget) -> Result<Option<Secret>, PfxError> {
    let mut data = content.only(tag::SEQUENCE)?.inside();
    data.one(tag::INTEGER)?;
    let mut info = data.sequence()?;
    info.oid()?;
    let scheme = Scheme::parse(info.sequence()?)?;
    let encrypted = match info.any()? {
        whole if whole.tag == tag::primitive(0) => whole.value.to_vec(),
        // In pieces, as BER may have it.
        pieces if pieces.tag == tag::constructed(0) => {
            pieces.inside().map(|piece| Ok(piece?.value)).collect::<Result<Vec<_>, Malformed>>()?.concat()
        }
        _ => return Err(PfxError::Damaged),
    };
    if !scheme.fits(&encrypted) {
        return Err(PfxError::Damaged);
    }
    budget.spend(scheme.rounds())?;
    // A wrong password that leaves right padding by chance leaves no safe.
    Ok(scheme.open(password, &encrypted, |plain| {
        strict(plain).ok().filter(|der| Reader::new(der).only(tag::SEQUENCE).is_ok())
    }))
}

/// The bytes in DER, changed only if they are not: a copy of what is secret is a risk.
fn strict(bytes: &[u8]) -> Result<Secret, Malformed> {
    let is_strict = |element: Element| element.inside().all(|inner| inner.is_ok());
    match Reader::new(bytes).only(tag::SEQUENCE) {
        Ok(element) if is_strict(element) => Ok(Zeroizing::new(bytes.to_vec())),
        _ => asn1::to_der(bytes).map(Zeroizing::new),
    }
}

impl Found {
    fn count(&mut self) -> Result<(), PfxError> {
        self.bags += 1;
        if self.bags > MAX_BAGS { Err(PfxError::Damaged) } else { Ok(()) }
    }

    /// The bags of a `SafeContents`.
    fn bags(
        &mut self,
        contents: &[u8],
        password: &Password,
        budget: &mut Budget,
        unopened: PfxError,
    ) -> Result<(), PfxError> {
        let der = strict(contents)?;
        for bag in Reader::new(&der).only(tag::SEQUENCE)?.inside() {
            self.count()?;
            let mut fields = bag?.inside();
            let kind = fields.oid()?;
            let value = fields.one(tag::constructed(0))?.inside();
            let attributes = fields.optional(tag::SET)?;
            match kind {
                oids::CERT_BAG => self.certificates.extend(certificate(value)?),
                oids::KEY_BAG | oids::SHROUDED_KEY_BAG => {
                    let key = key(kind, value, password, budget, unopened)?;
                    // Some exports keep the random beside the key instead of in it.
                    let random = attributes.map_or(Ok(None), |attributes| Random::find(attributes.inside()))?;
                    self.keys.push(key.with_random(random));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn certificate(value: Reader) -> Result<Option<Certificate>, PfxError> {
    let mut bag = value.only(tag::SEQUENCE)?.inside();
    if bag.oid()? != oids::X509_CERTIFICATE {
        return Ok(None);
    }
    let octets = bag.one(tag::constructed(0))?.inside().only(tag::OCTET_STRING)?.value;
    Certificate::parse(octets).map(Some).map_err(|_| PfxError::Damaged)
}

fn key(
    kind: der::asn1::ObjectIdentifier,
    value: Reader,
    password: &Password,
    budget: &mut Budget,
    unopened: PfxError,
) -> Result<PrivateKey, PfxError> {
    let whole = value.only(tag::SEQUENCE)?;
    if kind == oids::KEY_BAG {
        return Ok(PrivateKey::parse(whole.whole).ok_or(PfxError::Damaged)??);
    }
    let mut fields = whole.inside();
    let scheme = Scheme::parse(fields.sequence()?)?;
    let data = fields.one(tag::OCTET_STRING)?.value;
    fields.end()?;
    if !scheme.fits(data) {
        return Err(PfxError::Damaged);
    }
    budget.spend(scheme.rounds())?;
    Ok(scheme.open(password, data, PrivateKey::parse).ok_or(unopened)??)
}
