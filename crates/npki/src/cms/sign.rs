use super::SigningError;
use crate::asn1::{integer, null, octets, oid, sequence, set_of, small, tag, time, tlv};
use crate::certificate::Certificate;
use crate::hash::Hash;
use crate::key::PrivateKey;
use crate::oids;
use rand_core::CryptoRng;

/// Signs content as Korean sites expect it: version 1, content inside, SHA-256, the signer's certificate inside, and
/// content type, message digest and signing time (seconds since 1970, which is no evidence) as signed attributes. DER.
///
/// The signature is the same whatever the randomness, which only blinds the computation.
pub fn sign(
    key: &PrivateKey,
    certificate: &Certificate,
    content: &[u8],
    signing_time: i64,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SigningError> {
    if !key.belongs_to(certificate) {
        return Err(SigningError::OtherKey);
    }
    let attribute = |kind, value: &[u8]| sequence(&[&oid(kind), &set_of(&[value])]);
    let attributes = set_of(&[
        &attribute(oids::CONTENT_TYPE, &oid(oids::DATA)),
        &attribute(oids::SIGNING_TIME, &time(signing_time)),
        &attribute(oids::MESSAGE_DIGEST, &octets(&Hash::Sha256.digest(&[content]))),
    ]);
    let signature = key.sign(&attributes, rng).ok_or(SigningError::BadKey)?;
    // What is signed is a SET; what is sent has the tag [0] in its place (RFC 5652 section 5.4).
    let sent = [&[tag::constructed(0)], &attributes[1..]].concat();

    let sha256 = sequence(&[&oid(oids::SHA256), &null()]);
    let signer = sequence(&[
        &small(1),
        &sequence(&[certificate.issuer().der(), &integer(certificate.serial_bytes())]),
        &sha256,
        &sent,
        &sequence(&[&oid(oids::RSA), &null()]),
        &octets(&signature),
    ]);
    let signed_data = sequence(&[
        &small(1),
        &set_of(&[&sha256]),
        &sequence(&[&oid(oids::DATA), &tlv(tag::constructed(0), &[&octets(content)])]),
        &tlv(tag::constructed(0), &[certificate.der()]),
        &set_of(&[&signer]),
    ]);
    Ok(sequence(&[&oid(oids::SIGNED_DATA), &tlv(tag::constructed(0), &[&signed_data])]))
}
