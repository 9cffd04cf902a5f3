//! One `SignerInfo` (RFC 5652 section 5.3).

use super::SignatureError;
use crate::asn1::{Element, Reader, tag};
use crate::certificate::{Certificate, serial};
use crate::hash::{Hash, plain_algorithm};
use crate::name::Name;
use crate::oids;
use crate::public_key::PublicKey;
use der::asn1::ObjectIdentifier as Oid;
use subtle::ConstantTimeEq;

/// By what a signer names its certificate.
#[derive(Debug)]
enum Identifier {
    IssuerAndSerial(Name, Box<[u8]>),
    KeyId(Box<[u8]>),
}

#[derive(Debug)]
pub(super) struct Signer {
    identifier: Identifier,
    hash: Hash,
    /// The attributes as they came, with the tag of a SET: they are verified over these very bytes.
    attributes: Box<[u8]>,
    digest: Box<[u8]>,
    signing_time: i64,
    signature: Box<[u8]>,
}

impl Signer {
    pub fn parse(mut fields: Reader) -> Result<Self, SignatureError> {
        let version = fields.one(tag::INTEGER)?.small()?;
        let identifier = match (version, fields.any()?) {
            (1, name) if name.tag == tag::SEQUENCE => {
                let mut parts = name.inside();
                let issuer = Name::parse(parts.one(tag::SEQUENCE)?.whole)?;
                let serial = serial(&parts.one(tag::INTEGER)?)?;
                parts.end()?;
                Identifier::IssuerAndSerial(issuer, serial)
            }
            (3, id) if id.tag == tag::primitive(0) => Identifier::KeyId(id.value.into()),
            _ => return Err(SignatureError::Damaged),
        };
        let hash = hash(fields.sequence()?)?;
        let attributes = fields.optional(tag::constructed(0))?.ok_or(SignatureError::MissingAttribute)?;
        let (digest, signing_time) = read_attributes(&attributes)?;
        check_algorithm(plain_algorithm(fields.sequence()?).map_err(|_| SignatureError::UnsupportedAlgorithm)?, hash)?;
        let signature = fields.one(tag::OCTET_STRING)?.value.into();
        // Unsigned attributes, such as a time stamp, say nothing here.
        fields.optional(tag::constructed(1))?;
        fields.end()?;
        let attributes = [&[tag::SET], &attributes.whole[1..]].concat().into();
        Ok(Self { identifier, hash, attributes, digest, signing_time, signature })
    }

    pub fn signing_time(&self) -> i64 {
        self.signing_time
    }

    /// Whether this is the certificate that the signer names.
    pub fn names(&self, certificate: &Certificate) -> bool {
        match &self.identifier {
            Identifier::IssuerAndSerial(issuer, serial) => {
                certificate.issuer() == issuer && certificate.serial_bytes() == &**serial
            }
            Identifier::KeyId(id) => certificate.extensions().subject_key_id.as_ref() == Some(id),
        }
    }

    pub fn verify(&self, content: &[u8], key: &PublicKey) -> Result<(), SignatureError> {
        if !key.is_strong() {
            return Err(SignatureError::WeakAlgorithm);
        }
        if !bool::from(self.hash.digest(&[content]).as_slice().ct_eq(&self.digest)) {
            return Err(SignatureError::OtherDigest);
        }
        if key.verifies(self.hash, &[&self.attributes], &self.signature) {
            Ok(())
        } else {
            Err(SignatureError::BadSignature)
        }
    }
}

fn hash(algorithm: Reader) -> Result<Hash, SignatureError> {
    let oid = plain_algorithm(algorithm).map_err(|_| SignatureError::UnsupportedAlgorithm)?;
    match Hash::from_oid(oid) {
        Some(hash) if hash.is_strong() => Ok(hash),
        Some(_) => Err(SignatureError::WeakAlgorithm),
        None => Err(SignatureError::UnsupportedAlgorithm),
    }
}

/// Clients write either the key's algorithm or that of key and hash.
fn check_algorithm(oid: Oid, hash: Hash) -> Result<(), SignatureError> {
    if oid == oids::RSA || Hash::of_signature(oid) == Some(hash) {
        Ok(())
    } else {
        Err(SignatureError::UnsupportedAlgorithm)
    }
}

/// The message digest and the signing time; all three attributes must be there, each once with one value.
fn read_attributes(attributes: &Element) -> Result<(Box<[u8]>, i64), SignatureError> {
    let mut seen = Vec::new();
    let (mut is_data, mut digest, mut signing_time) = (false, None, None);
    for attribute in attributes.inside() {
        let mut fields = attribute?.inside();
        let kind = fields.oid()?;
        let mut values = fields.one(tag::SET)?.inside();
        fields.end()?;
        let value = values.any()?;
        if seen.contains(&kind) || values.peek().is_some() {
            return Err(SignatureError::DuplicateAttribute);
        }
        seen.push(kind);
        match kind {
            oids::CONTENT_TYPE if value.oid()? == oids::DATA => is_data = true,
            oids::MESSAGE_DIGEST if value.tag == tag::OCTET_STRING => digest = Some(value.value.into()),
            oids::CONTENT_TYPE | oids::MESSAGE_DIGEST => return Err(SignatureError::Damaged),
            oids::SIGNING_TIME => signing_time = Some(value.time()?),
            _ => {}
        }
    }
    match (is_data, digest, signing_time) {
        (true, Some(digest), Some(time)) => Ok((digest, time)),
        _ => Err(SignatureError::MissingAttribute),
    }
}
