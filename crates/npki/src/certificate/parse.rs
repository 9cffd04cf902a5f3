//! From bytes to a [`Certificate`].

use super::extensions::Extensions;
use super::{Certificate, CertificateError, MAX_CERTIFICATE, armor};
use crate::asn1::{Element, Malformed, Parsed, Reader, tag};
use crate::name::Name;
use crate::public_key::PublicKey;
use core::ops::Range;

pub(super) fn parse(bytes: &[u8]) -> Result<Certificate, CertificateError> {
    if bytes.len() > MAX_CERTIFICATE {
        return Err(CertificateError::TooLarge);
    }
    let der = armor::unwrap(bytes, "CERTIFICATE").ok_or(CertificateError::NotACertificate)?;
    if der.first() != Some(&tag::SEQUENCE) {
        return Err(CertificateError::NotACertificate);
    }
    let mut outer = Reader::new(&der).only(tag::SEQUENCE)?.inside();
    let Some(signed) = outer.optional(tag::SEQUENCE)? else { return Err(CertificateError::NotACertificate) };
    let mut fields = signed.inside();
    // A private key, a PFX and a signed message have something else here.
    let Some(version) = fields.optional(tag::constructed(0))? else { return Err(CertificateError::NotACertificate) };
    let version = version.inside().only(tag::INTEGER)?.small()?;
    let serial = serial(&fields.one(tag::INTEGER)?)?;
    let algorithm = fields.one(tag::SEQUENCE)?;
    let issuer = Name::parse(fields.one(tag::SEQUENCE)?.whole)?;
    let mut validity = fields.sequence()?;
    let (not_before, not_after) = (validity.any()?.time()?, validity.any()?.time()?);
    validity.end()?;
    let subject = Name::parse(fields.one(tag::SEQUENCE)?.whole)?;
    let key_info = fields.one(tag::SEQUENCE)?;
    let public_key = PublicKey::parse(key_info.whole)?;
    // issuerUniqueID and subjectUniqueID, which nobody uses.
    fields.optional(tag::primitive(1))?;
    fields.optional(tag::primitive(2))?;
    let extensions = match fields.optional(tag::constructed(3))? {
        Some(explicit) if version == 2 => Extensions::parse(explicit.inside().only(tag::SEQUENCE)?.inside())?,
        Some(_) => return Err(CertificateError::Damaged),
        None => Extensions::default(),
    };
    fields.end()?;
    // The copy of the algorithm that is not signed must be that which is.
    if outer.one(tag::SEQUENCE)?.whole != algorithm.whole {
        return Err(CertificateError::Damaged);
    }
    let signature = outer.one(tag::BIT_STRING)?.bit_octets()?;
    outer.end()?;
    Ok(Certificate {
        signed: within(&der, &signed),
        public_key_info: within(&der, &key_info),
        serial,
        signature_algorithm: algorithm.inside().oid()?,
        signature: signature.into(),
        issuer,
        subject,
        not_before,
        not_after,
        public_key,
        extensions,
        der: der.into(),
    })
}

/// A serial number without leading zeros. Authorities give positive ones; others are refused.
pub(crate) fn serial(element: &Element) -> Parsed<Box<[u8]>> {
    let octets = element.unsigned()?;
    if octets.len() > 32 { Err(Malformed) } else { Ok(octets.into()) }
}

/// Where an element stands in the bytes that it was read from.
fn within(bytes: &[u8], element: &Element) -> Range<usize> {
    let start = element.whole.as_ptr().addr() - bytes.as_ptr().addr();
    start..start + element.whole.len()
}
