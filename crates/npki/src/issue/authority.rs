use super::draft::{Draft, Validity, name};
use super::profile;
use super::{IssueError, generate_key};
use crate::asn1::{bits, null, oid, sequence, tag, tlv};
use crate::certificate::Certificate;
use crate::key::PrivateKey;
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;
use rand_core::CryptoRng;

/// An authority: its certificate and its key.
#[derive(Debug)]
pub struct Authority {
    certificate: Certificate,
    key: PrivateKey,
}

impl Authority {
    /// Makes a root of RSA-2048 with the profile of KISA's: `CN=<name> TEST RootCA,OU=Korea Certification Authority
    /// Central,O=TEST-KISA,C=KR`.
    pub fn root(label: &str, serial: u64, validity: Validity, rng: &mut impl CryptoRng) -> Result<Self, IssueError> {
        let key = generate_key(2048, rng)?;
        let subject = subject("TEST-KISA", "Korea Certification Authority Central", &format!("{label} TEST RootCA"));
        let draft = profile::authority(Draft::new(serial, validity, subject.clone(), &key), &key, None);
        let certificate = sign(&draft, &subject, &key, rng)?;
        Ok(Self { certificate, key })
    }

    /// Makes an issuing authority of RSA-2048 under this one: `CN=<folder>CA TEST,OU=AccreditedCA,O=<folder>,C=KR`.
    pub fn subordinate(
        &self,
        folder: &str,
        serial: u64,
        validity: Validity,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, IssueError> {
        let key = generate_key(2048, rng)?;
        let draft = Self::subordinate_draft(self, folder, serial, validity, &key);
        Ok(Self { certificate: self.sign(&draft, rng)?, key })
    }

    /// The certificate of an issuing authority before this one signs it.
    pub fn subordinate_draft(&self, folder: &str, serial: u64, validity: Validity, key: &PrivateKey) -> Draft {
        let subject = subject(folder, "AccreditedCA", &format!("{folder}CA TEST"));
        profile::authority(Draft::new(serial, validity, subject, key), key, Some(self))
    }

    /// An authority that was made before.
    pub fn from_parts(certificate: Certificate, key: PrivateKey) -> Result<Self, IssueError> {
        if key.belongs_to(&certificate) { Ok(Self { certificate, key }) } else { Err(IssueError::Key) }
    }

    /// Signs a certificate.
    pub fn sign(&self, draft: &Draft, rng: &mut impl CryptoRng) -> Result<Certificate, IssueError> {
        sign(draft, self.certificate.subject().der(), &self.key, rng)
    }

    /// The authority's own certificate.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Its key, to keep it in a file.
    pub fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// `SIGNED{…}` of RFC 5280 section 4.1.1 with SHA-256.
    pub(super) fn envelope(&self, signed: &[u8], rng: &mut impl CryptoRng) -> Result<Vec<u8>, IssueError> {
        envelope(signed, &sequence(&[&oid(oids::SHA256_RSA), &null()]), &self.key, rng)
    }
}

fn sign(draft: &Draft, issuer: &[u8], key: &PrivateKey, rng: &mut impl CryptoRng) -> Result<Certificate, IssueError> {
    let der = envelope(&draft.to_signed(issuer), &draft.algorithm_identifier(), key, rng)?;
    Certificate::parse(&der).map_err(|_| IssueError::Order)
}

fn envelope(
    signed: &[u8],
    algorithm: &[u8],
    key: &PrivateKey,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, IssueError> {
    let signature = key.sign(signed, rng).ok_or(IssueError::Key)?;
    Ok(sequence(&[signed, algorithm, &bits(&signature, 0)]))
}

fn subject(organization: &str, unit: &str, common_name: &str) -> Vec<u8> {
    name(&[
        (Oid::new_unwrap("2.5.4.6"), "KR"),
        (Oid::new_unwrap("2.5.4.10"), organization),
        (Oid::new_unwrap("2.5.4.11"), unit),
        (Oid::new_unwrap("2.5.4.3"), common_name),
    ])
}

/// `[4]`, a directory name among general names.
pub(super) fn directory_name(name: &[u8]) -> Vec<u8> {
    tlv(tag::constructed(4), &[name])
}
