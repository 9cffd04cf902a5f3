use super::IssueError;
use super::key_file::{KeyFormat, encrypt, encrypt_key};
use crate::asn1::{null, octets, oid, sequence, set_of, small, tag, tlv};
use crate::certificate::Certificate;
use crate::hash::Hash;
use crate::kdf::{self, Purpose};
use crate::key::PrivateKey;
use crate::oids;
use crate::password::Password;
use der::asn1::ObjectIdentifier as Oid;
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sha1::Sha1;
use sha2::Sha256;

const LOCAL_KEY_ID: Oid = Oid::new_unwrap("1.2.840.113549.1.9.21");

/// How a PFX is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PfxFormat {
    /// The keys.
    pub keys: KeyFormat,
    /// The certificates.
    pub certificates: KeyFormat,
    /// The MAC over all: SHA-1 or SHA-256, or none.
    pub mac: Option<Hash>,
    /// Rounds of every derivation.
    pub rounds: u32,
}

/// Writes pairs of certificate and key, each with its random, into a PFX under a password.
pub fn pfx(
    pairs: &[(&Certificate, &PrivateKey)],
    password: &Password,
    format: PfxFormat,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, IssueError> {
    let (mut key_bags, mut certificate_bags) = (Vec::new(), Vec::new());
    for (id, (certificate, key)) in (1u32..).zip(pairs) {
        let id = sequence(&[&oid(LOCAL_KEY_ID), &set_of(&[&octets(&id.to_be_bytes())])]);
        let bag =
            |kind: Oid, value: &[u8]| sequence(&[&oid(kind), &tlv(tag::constructed(0), &[value]), &set_of(&[&id])]);
        let shrouded = encrypt_key(key, password, format.keys, format.rounds, rng)?;
        key_bags.extend(bag(oids::SHROUDED_KEY_BAG, &shrouded));
        let held = tlv(tag::constructed(0), &[&octets(certificate.der())]);
        certificate_bags.extend(bag(oids::CERT_BAG, &sequence(&[&oid(oids::X509_CERTIFICATE), &held])));
    }
    let plain = sequence(&[&certificate_bags]);
    let (algorithm, encrypted) = encrypt(&plain, password, format.certificates, format.rounds, rng)?;
    let info = sequence(&[&oid(oids::DATA), &algorithm, &tlv(tag::primitive(0), &[&encrypted])]);
    let hidden = sequence(&[&small(0), &info]);
    let safe = sequence(&[
        &data(&sequence(&[&key_bags])),
        &sequence(&[&oid(oids::ENCRYPTED_DATA), &tlv(tag::constructed(0), &[&hidden])]),
    ]);
    let mac = match format.mac {
        Some(hash) => mac(hash, &safe, password, format.rounds, rng)?,
        None => Vec::new(),
    };
    Ok(sequence(&[&small(3), &data(&safe), &mac]))
}

fn data(content: &[u8]) -> Vec<u8> {
    sequence(&[&oid(oids::DATA), &tlv(tag::constructed(0), &[&octets(content)])])
}

fn mac(
    hash: Hash,
    safe: &[u8],
    password: &Password,
    rounds: u32,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, IssueError> {
    let mut salt = [0u8; 8];
    rng.fill_bytes(&mut salt);
    let derive = |length| kdf::pkcs12(hash, Purpose::Mac, &password.bmp(), &salt, rounds, length);
    let (oid_of_hash, digest) = match hash {
        Hash::Sha1 => (oids::SHA1, tag_of::<Hmac<Sha1>>(&derive(20), safe)?),
        Hash::Sha256 => (oids::SHA256, tag_of::<Hmac<Sha256>>(&derive(32), safe)?),
        Hash::Sha384 | Hash::Sha512 => return Err(IssueError::Order),
    };
    let info = sequence(&[&sequence(&[&oid(oid_of_hash), &null()]), &octets(&digest)]);
    Ok(sequence(&[&info, &octets(&salt), &small(rounds)]))
}

fn tag_of<M: Mac + KeyInit>(key: &[u8], safe: &[u8]) -> Result<Vec<u8>, IssueError> {
    let mac = <M as KeyInit>::new_from_slice(key).map_err(|_| IssueError::Order)?;
    Ok(mac.chain_update(safe).finalize().into_bytes().to_vec())
}
