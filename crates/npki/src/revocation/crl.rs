use super::entries::{self, Entry};
use super::point::IssuingPoint;
use super::{RevocationError, Status};
use crate::asn1::{Element, Reader, tag};
use crate::certificate::{Certificate, KeyUsage, extension, unarmored};
use crate::hash::Hash;
use crate::name::Name;
use crate::oids;
use crate::public_key::PublicKey;
use der::asn1::ObjectIdentifier as Oid;

/// A revocation list (RFC 5280 section 5) as it came. It says nothing before [`Crl::verify`].
#[derive(Debug)]
pub struct Crl {
    signed: Box<[u8]>,
    signature_algorithm: Oid,
    signature: Box<[u8]>,
    issuer: Name,
    this_update: i64,
    next_update: Option<i64>,
    entries: Vec<Entry>,
    point: IssuingPoint,
    is_delta: bool,
    unknown_critical: Option<Oid>,
}

impl Crl {
    /// The largest list that is read, in bytes. Partitions hold some hundred certificates; this is room for 400,000.
    pub const MAX: usize = 16 * 1024 * 1024;

    /// Reads a list in DER or PEM, of at most 16 MiB.
    pub fn parse(bytes: &[u8]) -> Result<Self, RevocationError> {
        if bytes.len() > Self::MAX {
            return Err(RevocationError::TooLarge);
        }
        let der = unarmored(bytes, "X509 CRL").ok_or(RevocationError::NotACrl)?;
        if der.first() != Some(&tag::SEQUENCE) {
            return Err(RevocationError::NotACrl);
        }
        let mut outer = Reader::new(&der).only(tag::SEQUENCE)?.inside();
        let Some(signed) = outer.optional(tag::SEQUENCE)? else { return Err(RevocationError::NotACrl) };
        let mut fields = signed.inside();
        // Where a certificate has [0].
        let Some(version) = fields.optional(tag::INTEGER)? else { return Err(RevocationError::NotACrl) };
        if version.small()? != 1 {
            return Err(RevocationError::NotACrl);
        }
        let algorithm = fields.one(tag::SEQUENCE)?;
        let issuer = Name::parse(fields.one(tag::SEQUENCE)?.whole)?;
        let this_update = fields.any()?.time()?;
        let next_update = match fields.peek() {
            Some(tag::UTC_TIME | tag::GENERALIZED_TIME) => Some(fields.any()?.time()?),
            _ => None,
        };
        let entries = entries::parse(fields.optional(tag::SEQUENCE)?)?;
        let extensions = fields.optional(tag::constructed(0))?;
        fields.end()?;
        if outer.one(tag::SEQUENCE)?.whole != algorithm.whole {
            return Err(RevocationError::Damaged);
        }
        let signature = outer.one(tag::BIT_STRING)?.bit_octets()?.into();
        outer.end()?;
        let mut crl = Self {
            signed: signed.whole.into(),
            signature_algorithm: algorithm.inside().oid()?,
            signature,
            issuer,
            this_update,
            next_update,
            entries,
            point: IssuingPoint::default(),
            is_delta: false,
            unknown_critical: None,
        };
        if let Some(explicit) = extensions {
            crl.read_extensions(explicit)?;
        }
        Ok(crl)
    }

    fn read_extensions(&mut self, explicit: Element) -> Result<(), RevocationError> {
        let mut seen = Vec::new();
        for element in explicit.inside().only(tag::SEQUENCE)?.inside() {
            let (kind, critical, value) = extension(&element?)?;
            if seen.contains(&kind) {
                return Err(RevocationError::Damaged);
            }
            seen.push(kind);
            match kind {
                oids::ISSUING_DISTRIBUTION_POINT => self.point = IssuingPoint::parse(value)?,
                oids::DELTA_CRL => self.is_delta = true,
                oids::CRL_NUMBER | oids::AUTHORITY_KEY_ID => {}
                _ if critical => self.unknown_critical = Some(kind),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whose list it says it is.
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    /// When it was made, in seconds since 1970.
    pub fn this_update(&self) -> i64 {
        self.this_update
    }

    /// When there will be a newer one, in seconds since 1970: how long to keep it.
    pub fn next_update(&self) -> Option<i64> {
        self.next_update
    }

    /// Verifies that it is the authority's and in force at a time, in seconds since 1970. That the authority is to be
    /// trusted, is [`crate::chain::verify`]'s to say.
    pub fn verify(&self, authority: &Certificate, at: i64) -> Result<CurrentCrl<'_>, RevocationError> {
        if self.issuer != *authority.subject() || !authority.key_usage().is_none_or(KeyUsage::crl_sign) {
            return Err(RevocationError::OtherIssuer);
        }
        let hash = Hash::of_signature(self.signature_algorithm).filter(|hash| hash.is_strong());
        let key = authority.public_key().filter(|key| key.is_strong());
        let (Some(hash), Some(key)) = (hash, key) else { return Err(RevocationError::WeakAlgorithm) };
        if !PublicKey::verifies(key, hash, &[&self.signed], &self.signature) {
            return Err(RevocationError::BadSignature);
        }
        if let Some(oid) = self.unknown_critical {
            return Err(RevocationError::UnknownCritical(oid));
        }
        if self.is_delta {
            return Err(RevocationError::UnsupportedKind);
        }
        self.point.check_kind()?;
        if self.this_update > at {
            return Err(RevocationError::NotYetValid);
        }
        if self.next_update.is_none_or(|next| next < at) {
            return Err(RevocationError::Stale);
        }
        Ok(CurrentCrl { crl: self })
    }
}

/// A list that was verified.
#[derive(Clone, Copy, Debug)]
pub struct CurrentCrl<'a> {
    crl: &'a Crl,
}

impl CurrentCrl<'_> {
    /// What it says of a certificate of its authority's, if it is the list for it.
    pub fn status(&self, certificate: &Certificate) -> Result<Status, RevocationError> {
        if *certificate.issuer() != self.crl.issuer {
            return Err(RevocationError::OtherIssuer);
        }
        if !self.crl.point.covers(certificate) {
            return Err(RevocationError::OtherPartition);
        }
        let serial = certificate.serial_bytes();
        let found = self.crl.entries.binary_search_by(|entry| (*entry.serial).cmp(serial));
        Ok(found.map_or(Status::Good, |at| self.crl.entries[at].status))
    }
}
