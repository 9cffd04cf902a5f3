//! Finds a chain and validates it.

use super::policy::PolicyState;
use super::{Anchors, ChainError, ChainReport, Policies};
use crate::certificate::{Certificate, KeyUsage};
use crate::hash::Hash;
use crate::public_key::PublicKey;

/// The most authorities in a chain, the anchor included; two are usual.
const MAX_AUTHORITIES: usize = 6;
/// The most signatures that one search computes.
const MAX_SIGNATURES: u32 = 32;

pub(super) struct Search<'a, 'p> {
    intermediates: &'a [Certificate],
    anchors: &'a Anchors,
    at: i64,
    accepted: Policies<'p>,
    signatures: u32,
}

impl<'a, 'p> Search<'a, 'p> {
    pub fn new(intermediates: &'a [Certificate], anchors: &'a Anchors, at: i64, accepted: Policies<'p>) -> Self {
        Self { intermediates, anchors, at, accepted, signatures: 0 }
    }

    pub fn from(mut self, certificate: &'a Certificate) -> Result<ChainReport<'a>, ChainError> {
        self.above(&mut vec![certificate])
    }

    /// Goes on from the last of the path. There is more than one way up if an authority has several certificates.
    fn above(&mut self, path: &mut Vec<&'a Certificate>) -> Result<ChainReport<'a>, ChainError> {
        let Some(&last) = path.last() else { return Err(ChainError::UnknownAuthority) };
        let mut reason = ChainError::UnknownAuthority;
        let (anchors, intermediates) = (self.anchors, self.intermediates);
        for anchor in anchors.0.iter().filter(|anchor| names_fit(anchor, last)) {
            let outcome = self.signature(anchor, last).and_then(|()| self.validate(path, anchor));
            match outcome {
                Ok(report) => return Ok(report),
                Err(why) => reason = reason.max(why),
            }
        }
        if path.len() >= MAX_AUTHORITIES {
            return Err(reason);
        }
        for issuer in intermediates.iter().filter(|issuer| names_fit(issuer, last)) {
            if path.contains(&issuer) {
                continue;
            }
            let outcome = self.signature(issuer, last).and_then(|()| {
                path.push(issuer);
                let outcome = self.above(path);
                path.pop();
                outcome
            });
            match outcome {
                Ok(report) => return Ok(report),
                Err(why) => reason = reason.max(why),
            }
        }
        Err(reason)
    }

    fn signature(&mut self, issuer: &Certificate, subject: &Certificate) -> Result<(), ChainError> {
        let strong_hash = subject.signature_hash().is_some_and(Hash::is_strong);
        if !strong_hash || !issuer.public_key().is_some_and(PublicKey::is_strong) {
            return Err(ChainError::WeakAlgorithm);
        }
        self.signatures += 1;
        if self.signatures > MAX_SIGNATURES {
            return Err(ChainError::UnknownAuthority);
        }
        if issuer.signed(subject) { Ok(()) } else { Err(ChainError::BadSignature) }
    }

    /// All of RFC 5280 section 6.1 but the signatures. The path begins with the certificate.
    fn validate(&self, path: &[&'a Certificate], anchor: &'a Certificate) -> Result<ChainReport<'a>, ChainError> {
        let certificate = path[0];
        if certificate.not_before() > self.at {
            return Err(ChainError::NotYetValid);
        }
        if certificate.not_after() < self.at {
            return Err(ChainError::Expired);
        }
        let authorities: Vec<_> = path[1..].iter().copied().chain([anchor]).collect();
        for (depth, authority) in authorities.iter().enumerate() {
            check_authority(authority, &authorities[..depth], self.at)?;
        }
        let mut policies = PolicyState::new();
        for link in path.iter().rev() {
            if let Some(oid) = link.extensions().unknown_critical.first() {
                return Err(ChainError::UnknownCritical(*oid));
            }
            policies.add(link);
        }
        // The certificate itself: for signing, and nobody's authority.
        if certificate.is_ca() || !certificate.is_for_signing() {
            return Err(ChainError::NotForSigning);
        }
        if !certificate.public_key().is_some_and(PublicKey::is_strong) {
            return Err(ChainError::WeakAlgorithm);
        }
        let policies = policies.finish(certificate, self.accepted)?;
        Ok(ChainReport { authorities, policies })
    }
}

/// Whether the one may have issued the other, by name and by the key that the other names.
fn names_fit(issuer: &Certificate, subject: &Certificate) -> bool {
    let keys_fit = match (&subject.extensions().authority_key_id, &issuer.extensions().subject_key_id) {
        (Some(wanted), Some(has)) => wanted == has,
        _ => true,
    };
    keys_fit && issuer.subject() == subject.issuer() && !issuer.subject().is_empty()
}

/// Whether an authority may stand where it stands, with these others between it and the certificate.
fn check_authority(authority: &Certificate, below: &[&Certificate], at: i64) -> Result<(), ChainError> {
    let constraints = authority.extensions().basic_constraints.filter(|constraints| constraints.ca);
    let Some(constraints) = constraints else { return Err(ChainError::NotAnAuthority) };
    if !authority.key_usage().is_none_or(KeyUsage::key_cert_sign) {
        return Err(ChainError::NotAnAuthority);
    }
    if !authority.is_valid_at(at) {
        return Err(ChainError::AuthorityNotValid);
    }
    let counted = below.iter().filter(|other| other.subject() != other.issuer()).count();
    if constraints.path_length.is_some_and(|most| counted > most as usize) {
        return Err(ChainError::PathTooLong);
    }
    Ok(())
}
