//! Which certificates a list is for (RFC 5280 section 5.2.5).

use super::RevocationError;
use crate::asn1::{Parsed, Reader, tag};
use crate::certificate::{Certificate, GeneralName, distribution_point_names};

/// A list's `issuingDistributionPoint`.
#[derive(Debug, Default)]
pub(super) struct IssuingPoint {
    /// The names of its partition; `None` if it is for all.
    names: Option<Vec<GeneralName>>,
    only_owners: bool,
    only_authorities: bool,
    unsupported: bool,
}

impl IssuingPoint {
    pub fn parse(value: &[u8]) -> Result<Self, RevocationError> {
        let mut fields = Reader::new(value).only(tag::SEQUENCE)?.inside();
        let names = fields.optional(tag::constructed(0))?.map(distribution_point_names).transpose()?;
        let only_owners = flag(&mut fields, 1)?;
        let only_authorities = flag(&mut fields, 2)?;
        let some_reasons = fields.optional(tag::primitive(3))?.is_some();
        let indirect = flag(&mut fields, 4)?;
        let only_attributes = flag(&mut fields, 5)?;
        fields.end()?;
        Ok(Self { names, only_owners, only_authorities, unsupported: some_reasons || indirect || only_attributes })
    }

    pub fn check_kind(&self) -> Result<(), RevocationError> {
        if self.unsupported { Err(RevocationError::UnsupportedKind) } else { Ok(()) }
    }

    /// Whether a certificate would be on this list.
    pub fn covers(&self, certificate: &Certificate) -> bool {
        let of_kind = if certificate.is_ca() { !self.only_owners } else { !self.only_authorities };
        let of_partition = self.names.as_ref().is_none_or(|names| {
            certificate.crl_points().iter().any(|point| names.iter().any(|name| same_place(point, name)))
        });
        of_kind && of_partition
    }
}

/// `[n] IMPLICIT BOOLEAN DEFAULT FALSE`.
fn flag(fields: &mut Reader, number: u8) -> Parsed<bool> {
    fields.optional(tag::primitive(number))?.map_or(Ok(false), |flag| flag.boolean())
}

/// The attributes and hosts of LDAP addresses are told apart whatever their case.
fn same_place(one: &GeneralName, other: &GeneralName) -> bool {
    match (one, other) {
        (GeneralName::Uri(one), GeneralName::Uri(other)) => one.eq_ignore_ascii_case(other),
        (GeneralName::Directory(one), GeneralName::Directory(other)) => one == other,
        _ => false,
    }
}
