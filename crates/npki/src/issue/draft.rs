use crate::asn1::{bits, boolean, integer, null, octets, oid, sequence, set_of, tag, time, tlv, utf8};
use crate::key::PrivateKey;
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;
use rsa::traits::PublicKeyParts;

/// From when until when, both in seconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Validity {
    /// The first second.
    pub not_before: i64,
    /// The last second.
    pub not_after: i64,
}

/// An extension of a certificate.
#[derive(Clone, Debug)]
pub struct Extension {
    /// Its kind.
    pub kind: Oid,
    /// Whether who does not understand it must refuse the certificate.
    pub critical: bool,
    /// Its value in DER.
    pub value: Vec<u8>,
}

/// A certificate before it is signed. Tests bend it into whatever must be refused.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The serial number, big-endian.
    pub serial: Vec<u8>,
    /// When it is valid.
    pub validity: Validity,
    /// The subject, as a `Name` in DER.
    pub subject: Vec<u8>,
    /// The `SubjectPublicKeyInfo` in DER.
    pub public_key: Vec<u8>,
    /// The extensions in their order.
    pub extensions: Vec<Extension>,
    /// The OID of the signature algorithm. The signature is over SHA-256 whatever this says.
    pub algorithm: Oid,
}

impl Draft {
    /// A certificate for this key without any extension.
    pub fn new(serial: u64, validity: Validity, subject: Vec<u8>, key: &PrivateKey) -> Self {
        let public_key = public_key_info(key);
        let serial = serial.to_be_bytes().to_vec();
        Self { serial, validity, subject, public_key, extensions: Vec::new(), algorithm: oids::SHA256_RSA }
    }

    /// With an extension, in place of the one of its kind.
    #[must_use]
    pub fn with(mut self, kind: Oid, critical: bool, value: Vec<u8>) -> Self {
        let extension = Extension { kind, critical, value };
        match self.extensions.iter_mut().find(|other| other.kind == kind) {
            Some(other) => *other = extension,
            None => self.extensions.push(extension),
        }
        self
    }

    /// Without the extension of a kind.
    #[must_use]
    pub fn without(mut self, kind: Oid) -> Self {
        self.extensions.retain(|other| other.kind != kind);
        self
    }

    /// The part that is signed.
    pub(super) fn to_signed(&self, issuer: &[u8]) -> Vec<u8> {
        let extensions: Vec<u8> = self
            .extensions
            .iter()
            .flat_map(|extension| {
                let critical = if extension.critical { boolean(true) } else { Vec::new() };
                sequence(&[&oid(extension.kind), &critical, &octets(&extension.value)])
            })
            .collect();
        sequence(&[
            &tlv(tag::constructed(0), &[&integer(&[2])]),
            &integer(&self.serial),
            &self.algorithm_identifier(),
            issuer,
            &sequence(&[&time(self.validity.not_before), &time(self.validity.not_after)]),
            &self.subject,
            &self.public_key,
            &tlv(tag::constructed(3), &[&sequence(&[&extensions])]),
        ])
    }

    pub(super) fn algorithm_identifier(&self) -> Vec<u8> {
        sequence(&[&oid(self.algorithm), &null()])
    }
}

/// A `Name` of attribute OIDs and values, from the country down.
pub(super) fn name(parts: &[(Oid, &str)]) -> Vec<u8> {
    let country = Oid::new_unwrap("2.5.4.6");
    let sets: Vec<u8> = parts
        .iter()
        .flat_map(|(kind, value)| {
            let value = if *kind == country { tlv(tag::PRINTABLE_STRING, &[value.as_bytes()]) } else { utf8(value) };
            set_of(&[&sequence(&[&oid(*kind), &value])])
        })
        .collect();
    sequence(&[&sets])
}

/// The `RSAPublicKey` of a key.
pub(super) fn public_key(key: &PrivateKey) -> Vec<u8> {
    sequence(&[&integer(&key.rsa().n_bytes()), &integer(&key.rsa().e_bytes())])
}

fn public_key_info(key: &PrivateKey) -> Vec<u8> {
    sequence(&[&sequence(&[&oid(oids::RSA), &null()]), &bits(&public_key(key), 0)])
}
