//! Extensions as the Korean profile has them (KCAC.TS.CERTPROF, and certificates seen).

use super::authority::{Authority, directory_name};
use super::draft::{Draft, Validity, name, public_key};
use crate::asn1::{bits, boolean, integer, octets, oid, sequence, small, tag, tlv, utf8};
use crate::hash::Hash;
use crate::key::{PrivateKey, Random};
use crate::oids;
use crate::owner::virtual_id;
use der::asn1::ObjectIdentifier as Oid;

const CPS: Oid = Oid::new_unwrap("1.3.6.1.5.5.7.2.1");
const USER_NOTICE: Oid = Oid::new_unwrap("1.3.6.1.5.5.7.2.2");
/// Stands in every certificate made here.
const NOTICE: &str = "시험용 인증서이며 효력이 없습니다 (TEST)";

/// What an owner's key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// signCert: digitalSignature and nonRepudiation.
    Signing,
    /// kmCert: keyEncipherment.
    Encryption,
}

/// Whose certificate is to be made, and which.
#[derive(Clone, Copy, Debug)]
pub struct OwnerOrder<'a> {
    /// The serial number.
    pub serial: u64,
    /// When it is valid.
    pub validity: Validity,
    /// O, the folder name of the authority.
    pub folder: &'a str,
    /// OU from the general to the specific, such as `corporation4EC`, the bank, the firm.
    pub units: &'a [&'a str],
    /// CN, such as `주식회사 모두견본()0099681202606010001`.
    pub common_name: &'a str,
    /// The name in the identity.
    pub real_name: &'a str,
    /// The number that the virtual id is over, digits only; `None` for a certificate without one.
    pub number: Option<&'a str>,
    /// The policies, in their order.
    pub policies: &'a [Oid],
    /// What the key is for.
    pub purpose: Use,
    /// The address of the partition of the revocation list.
    pub crl_point: &'a str,
    /// The address of the OCSP responder.
    pub ocsp: Option<&'a str>,
}

/// An owner's certificate before the authority signs it. The virtual id is over the number and the key's random; there
/// is none if one of them is missing.
pub fn owner(order: &OwnerOrder, key: &PrivateKey, issuer: &Authority) -> Draft {
    let mut parts = vec![(Oid::new_unwrap("2.5.4.6"), "KR"), (Oid::new_unwrap("2.5.4.10"), order.folder)];
    parts.extend(order.units.iter().map(|unit| (Oid::new_unwrap("2.5.4.11"), *unit)));
    parts.push((Oid::new_unwrap("2.5.4.3"), order.common_name));
    let usage = match order.purpose {
        Use::Signing => bits(&[0b1100_0000], 6),
        Use::Encryption => bits(&[0b0010_0000], 5),
    };
    let vid = order.number.zip(key.random()).map(|(number, random)| vid(number, random));
    let draft = Draft::new(order.serial, order.validity, name(&parts), key)
        .with(oids::AUTHORITY_KEY_ID, false, authority_key_id(issuer))
        .with(oids::SUBJECT_KEY_ID, false, octets(&key_id(key)))
        .with(oids::KEY_USAGE, true, usage)
        .with(oids::CERTIFICATE_POLICIES, true, policies(order.policies))
        .with(oids::SUBJECT_ALT_NAME, false, identity(order.real_name, vid))
        .with(oids::CRL_DISTRIBUTION_POINTS, false, sequence(&[&sequence(&[&crl_point(order.crl_point)])]));
    match order.ocsp {
        Some(address) => {
            let access = sequence(&[&oid(oids::OCSP), &tlv(tag::primitive(6), &[address.as_bytes()])]);
            draft.with(oids::AUTHORITY_INFO_ACCESS, false, sequence(&[&access]))
        }
        None => draft,
    }
}

/// An authority's certificate: a root without an issuer, else one that may issue to owners only.
pub(super) fn authority(draft: Draft, key: &PrivateKey, issuer: Option<&Authority>) -> Draft {
    let path_length = if issuer.is_some() { small(0) } else { Vec::new() };
    let draft = draft
        .with(oids::SUBJECT_KEY_ID, false, octets(&key_id(key)))
        .with(oids::KEY_USAGE, true, bits(&[0b0000_0110], 1))
        .with(oids::CERTIFICATE_POLICIES, true, policies(&[oids::ANY_POLICY]))
        .with(oids::SUBJECT_ALT_NAME, false, identity("시험인증기관", None))
        .with(oids::BASIC_CONSTRAINTS, true, sequence(&[&boolean(true), &path_length]));
    match issuer {
        Some(issuer) => draft.with(oids::AUTHORITY_KEY_ID, false, authority_key_id(issuer)).with(
            oids::POLICY_CONSTRAINTS,
            true,
            sequence(&[&tlv(tag::primitive(0), &[&[0]])]),
        ),
        None => draft,
    }
}

/// SHA-1 of the key (RFC 5280 section 4.2.1.2).
pub(super) fn key_id(key: &PrivateKey) -> Vec<u8> {
    Hash::Sha1.digest(&[&public_key(key)])
}

fn authority_key_id(issuer: &Authority) -> Vec<u8> {
    let certificate = issuer.certificate();
    let serial = integer(certificate.serial_bytes());
    sequence(&[
        &tlv(tag::primitive(0), &[&key_id(issuer.key())]),
        &tlv(tag::constructed(1), &[&directory_name(certificate.issuer().der())]),
        // An INTEGER with the tag [2] in place of its own.
        &[&[tag::primitive(2)], &serial[1..]].concat(),
    ])
}

fn policies(oids: &[Oid]) -> Vec<u8> {
    let text: Vec<u8> = NOTICE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let notice = sequence(&[&oid(USER_NOTICE), &sequence(&[&tlv(tag::BMP_STRING, &[&text])])]);
    let cps = sequence(&[&oid(CPS), &tlv(tag::IA5_STRING, &[b"http://cps.test.example/"])]);
    let all: Vec<u8> = oids.iter().flat_map(|policy| sequence(&[&oid(*policy), &sequence(&[&cps, &notice])])).collect();
    sequence(&[&all])
}

/// The virtual id of KCAC.TS.SIVID as an item of `userInfo`; the hash without parameters, as the real ones have it.
fn vid(number: &str, random: &Random) -> Vec<u8> {
    let digest = virtual_id(Hash::Sha256, number, random);
    let value = sequence(&[&sequence(&[&oid(oids::SHA256)]), &tlv(tag::constructed(0), &[&octets(&digest)])]);
    sequence(&[&sequence(&[&oid(oids::VID), &value])])
}

/// `subjectAltName` with `identifyData`.
fn identity(real_name: &str, vid: Option<Vec<u8>>) -> Vec<u8> {
    let data = sequence(&[&utf8(real_name), &vid.unwrap_or_default()]);
    let other_name = [oid(oids::IDENTIFY_DATA), tlv(tag::constructed(0), &[&data])].concat();
    sequence(&[&tlv(tag::constructed(0), &[&other_name])])
}

/// A `DistributionPointName` of one address under `[0]`.
pub(super) fn crl_point(address: &str) -> Vec<u8> {
    let uri = tlv(tag::primitive(6), &[address.as_bytes()]);
    tlv(tag::constructed(0), &[&tlv(tag::constructed(0), &[&uri])])
}
