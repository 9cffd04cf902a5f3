//! Which certificate is meant (RFC 6960 section 4.1.1).

use crate::asn1::{Parsed, Reader, integer, null, octets, oid, sequence, tag, tlv};
use crate::certificate::{Certificate, serial};
use crate::hash::{Hash, plain_algorithm};
use crate::oids;

/// The question about a certificate, in DER. The nonce, if there is one, is 16 to 32 octets (RFC 8954). The certificate
/// is named with SHA-1, which every responder knows and on which nothing rests.
pub fn request(certificate: &Certificate, issuer: &Certificate, nonce: Option<&[u8]>) -> Vec<u8> {
    let id = sequence(&[
        &sequence(&[&oid(oids::SHA1), &null()]),
        &octets(&Hash::Sha1.digest(&[issuer.subject().der()])),
        &octets(&Hash::Sha1.digest(&[key_bits(issuer).unwrap_or_default()])),
        &integer(certificate.serial_bytes()),
    ]);
    let list = sequence(&[&sequence(&[&id])]);
    let extensions = nonce.map(|nonce| {
        let extension = sequence(&[&oid(oids::OCSP_NONCE), &octets(&octets(nonce))]);
        tlv(tag::constructed(2), &[&sequence(&[&extension])])
    });
    sequence(&[&sequence(&[&list, &extensions.unwrap_or_default()])])
}

/// The octets of the key itself, over which key hashes are.
pub(crate) fn key_bits(certificate: &Certificate) -> Parsed<&[u8]> {
    let mut info = Reader::new(certificate.public_key_info()).only(tag::SEQUENCE)?.inside();
    info.one(tag::SEQUENCE)?;
    info.one(tag::BIT_STRING)?.bit_octets()
}

/// Whether a `CertID` names this certificate of this issuer.
pub(super) fn names_certificate(id: &[u8], certificate: &Certificate, issuer: &Certificate) -> bool {
    let parts = || {
        let mut fields = Reader::new(id).only(tag::SEQUENCE)?.inside();
        let algorithm = plain_algorithm(fields.sequence()?)?;
        let (name, key) = (fields.one(tag::OCTET_STRING)?.value, fields.one(tag::OCTET_STRING)?.value);
        let serial = serial(&fields.one(tag::INTEGER)?)?;
        fields.end()?;
        Parsed::Ok((algorithm, name, key, serial))
    };
    let (Ok((algorithm, name, key, serial)), Ok(bits)) = (parts(), key_bits(issuer)) else { return false };
    Hash::from_oid(algorithm).is_some_and(|hash| {
        // The issuer's name as it stands in the certificate (RFC 6960) or in the issuer's own.
        let names = [certificate.issuer().der(), issuer.subject().der()];
        names.iter().any(|der| *hash.digest(&[der]) == *name) && *hash.digest(&[bits]) == *key
    }) && *serial == *certificate.serial_bytes()
}
