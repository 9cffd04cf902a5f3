use super::IssueError;
use super::authority::Authority;
use crate::asn1::{Malformed, Reader, integer, null, octets, oid, sequence, tag, tlv};
use crate::certificate::Certificate;
use crate::hash::Hash;
use crate::oids;
use crate::revocation::Status;
use crate::revocation::ocsp::key_bits;
use der::DateTime;
use rand_core::CryptoRng;

/// What an OCSP responder answers. Its issuer is who issued the certificate.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The certificate that was asked about.
    pub certificate: &'a Certificate,
    /// The authority that issued it.
    pub issuer: &'a Certificate,
    /// Its status; `None` if the responder does not know it. The reason of a revocation is not told.
    pub status: Option<Status>,
    /// When this is known, in seconds since 1970.
    pub this_update: i64,
    /// Until when it counts, in seconds since 1970.
    pub next_update: Option<i64>,
    /// The nonce of the question.
    pub nonce: Option<&'a [u8]>,
}

/// The answer with the signature of a responder, the issuer itself or one with a certificate for it, in DER.
pub fn answer(answer: &Answer, responder: &Authority, rng: &mut impl CryptoRng) -> Result<Vec<u8>, IssueError> {
    let key = key_bits(answer.issuer).map_err(|Malformed| IssueError::Order)?;
    let id = sequence(&[
        &sequence(&[&oid(oids::SHA1), &null()]),
        &octets(&Hash::Sha1.digest(&[answer.issuer.subject().der()])),
        &octets(&Hash::Sha1.digest(&[key])),
        &integer(answer.certificate.serial_bytes()),
    ]);
    let status = match answer.status {
        Some(Status::Good) => tlv(tag::primitive(0), &[]),
        Some(Status::Revoked { at, .. }) => tlv(tag::constructed(1), &[&generalized(at)]),
        Some(Status::Hold { at }) => {
            let hold = tlv(tag::constructed(0), &[&tlv(tag::ENUMERATED, &[&[6]])]);
            tlv(tag::constructed(1), &[&generalized(at), &hold])
        }
        None => tlv(tag::primitive(2), &[]),
    };
    let next = answer.next_update.map(|next| tlv(tag::constructed(0), &[&generalized(next)])).unwrap_or_default();
    let single = sequence(&[&id, &status, &generalized(answer.this_update), &next]);
    let nonce = answer.nonce.map(|nonce| {
        let extension = sequence(&[&oid(oids::OCSP_NONCE), &octets(&octets(nonce))]);
        tlv(tag::constructed(1), &[&sequence(&[&extension])])
    });
    let data = sequence(&[
        &tlv(tag::constructed(1), &[responder.certificate().subject().der()]),
        &generalized(answer.this_update),
        &sequence(&[&single]),
        &nonce.unwrap_or_default(),
    ]);
    let mut basic = responder.envelope(&data, rng)?;
    // The responder's certificate goes behind the signature, inside the same sequence.
    let certificates = tlv(tag::constructed(0), &[&sequence(&[responder.certificate().der()])]);
    let inner = Reader::new(&basic).only(tag::SEQUENCE).map_err(|_| IssueError::Order)?.value;
    basic = sequence(&[inner, &certificates]);
    let bytes = sequence(&[&oid(oids::OCSP_BASIC), &octets(&basic)]);
    Ok(sequence(&[&tlv(tag::ENUMERATED, &[&[0]]), &tlv(tag::constructed(0), &[&bytes])]))
}

/// `GeneralizedTime`, whatever the year: OCSP knows no other.
fn generalized(unix: i64) -> Vec<u8> {
    let seconds = core::time::Duration::from_secs(u64::try_from(unix).unwrap_or(0));
    let moment = DateTime::from_unix_duration(seconds).unwrap_or(DateTime::INFINITY);
    let text = format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}Z",
        moment.year(),
        moment.month(),
        moment.day(),
        moment.hour(),
        moment.minutes(),
        moment.seconds()
    );
    tlv(tag::GENERALIZED_TIME, &[text.as_bytes()])
}
