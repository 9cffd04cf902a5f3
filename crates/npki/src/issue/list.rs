use super::IssueError;
use super::authority::Authority;
use super::draft::Extension;
use super::profile::crl_point;
use crate::asn1::{boolean, integer, null, octets, oid, sequence, small, tag, time, tlv, unsigned};
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;
use rand_core::CryptoRng;

/// A certificate to be put on a list.
#[derive(Clone, Copy, Debug)]
pub struct Revoked<'a> {
    /// Its serial number, big-endian.
    pub serial: &'a [u8],
    /// When it was revoked, in seconds since 1970.
    pub at: i64,
    /// The reason code of RFC 5280; 6 for a hold.
    pub reason: u8,
}

/// A revocation list before the authority signs it.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// The number of the list.
    pub number: u64,
    /// When it is made, in seconds since 1970.
    pub this_update: i64,
    /// When there will be a newer one, in seconds since 1970.
    pub next_update: Option<i64>,
    /// The address of the partition; `None` for a list of all certificates.
    pub point: Option<&'a str>,
    /// What is revoked.
    pub revoked: &'a [Revoked<'a>],
    /// More extensions, for tests of what must be refused.
    pub extensions: Vec<Extension>,
}

impl List<'_> {
    /// The list with the authority's signature, in DER.
    pub fn sign(&self, authority: &Authority, rng: &mut impl CryptoRng) -> Result<Vec<u8>, IssueError> {
        let entries: Vec<u8> = self
            .revoked
            .iter()
            .flat_map(|revoked| {
                let reason = tlv(tag::ENUMERATED, &[&[revoked.reason]]);
                let reason = sequence(&[&extension(oids::CRL_REASON, false, &reason)]);
                sequence(&[&integer(revoked.serial), &time(revoked.at), &reason])
            })
            .collect();
        let mut extensions = extension(oids::CRL_NUMBER, false, &unsigned(self.number));
        if let Some(point) = self.point {
            extensions.extend(extension(oids::ISSUING_DISTRIBUTION_POINT, true, &sequence(&[&crl_point(point)])));
        }
        for more in &self.extensions {
            extensions.extend(extension(more.kind, more.critical, &more.value));
        }
        let signed = sequence(&[
            &small(1),
            &sequence(&[&oid(oids::SHA256_RSA), &null()]),
            authority.certificate().subject().der(),
            &time(self.this_update),
            &self.next_update.map(time).unwrap_or_default(),
            // An empty list is left out (RFC 5280 section 5.1.2.6).
            &if entries.is_empty() { Vec::new() } else { sequence(&[&entries]) },
            &tlv(tag::constructed(0), &[&sequence(&[&extensions])]),
        ]);
        authority.envelope(&signed, rng)
    }
}

fn extension(kind: Oid, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { boolean(true) } else { Vec::new() };
    sequence(&[&oid(kind), &critical, &octets(value)])
}
