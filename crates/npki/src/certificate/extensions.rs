//! Extensions (RFC 5280 section 4.2).

use super::CertificateError;
use super::owner::{self, Owner};
use crate::asn1::{Element, Malformed, Parsed, Reader, tag};
use crate::name::Name;
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;

/// What the key may do (RFC 5280 section 4.2.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage(u16);

impl KeyUsage {
    fn has(self, bit: u16) -> bool {
        self.0 & 0x8000 >> bit != 0
    }

    /// Signs messages.
    pub fn digital_signature(self) -> bool {
        self.has(0)
    }

    /// Signs what its owner cannot disown later.
    pub fn non_repudiation(self) -> bool {
        self.has(1)
    }

    /// Opens keys of messages: kmCert.
    pub fn key_encipherment(self) -> bool {
        self.has(2)
    }

    /// Signs certificates.
    pub fn key_cert_sign(self) -> bool {
        self.has(5)
    }

    /// Signs revocation lists.
    pub fn crl_sign(self) -> bool {
        self.has(6)
    }
}

/// A name of a place or of somebody (RFC 5280 section 4.2.1.6); only the kinds that point to revocation lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneralName {
    /// An address, `ldap:` in the Korean profile.
    Uri(String),
    /// An entry of a directory.
    Directory(Name),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct BasicConstraints {
    pub ca: bool,
    pub path_length: Option<u32>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Extensions {
    pub key_usage: Option<KeyUsage>,
    pub extended_key_usage: Option<Vec<Oid>>,
    pub basic_constraints: Option<BasicConstraints>,
    pub policies: Vec<Oid>,
    pub require_explicit_policy: Option<u32>,
    pub inhibit_any_policy: Option<u32>,
    pub owner: Option<Owner>,
    pub crl_points: Vec<GeneralName>,
    pub ocsp: Vec<String>,
    pub subject_key_id: Option<Box<[u8]>>,
    pub authority_key_id: Option<Box<[u8]>>,
    /// Critical ones that nothing here understands.
    pub unknown_critical: Vec<Oid>,
}

impl Extensions {
    pub fn parse(list: Reader) -> Result<Self, CertificateError> {
        let mut out = Self::default();
        let mut seen = Vec::new();
        for element in list {
            let (kind, critical, value) = extension(&element?)?;
            if seen.contains(&kind) {
                return Err(CertificateError::Damaged);
            }
            seen.push(kind);
            out.read(kind, critical, value)?;
        }
        Ok(out)
    }

    fn read(&mut self, kind: Oid, critical: bool, value: &[u8]) -> Result<(), CertificateError> {
        let value = Reader::new(value);
        let sequence = || value.clone().only(tag::SEQUENCE);
        match kind {
            oids::KEY_USAGE => self.key_usage = Some(key_usage(&value.only(tag::BIT_STRING)?)?),
            oids::BASIC_CONSTRAINTS => self.basic_constraints = Some(basic_constraints(sequence()?.inside())?),
            oids::SUBJECT_ALT_NAME => self.owner = owner::find(sequence()?)?,
            oids::CERTIFICATE_POLICIES => {
                self.policies = sequence()?.inside().map(|policy| policy?.inside().oid()).collect::<Parsed<_>>()?;
            }
            oids::EXT_KEY_USAGE => {
                self.extended_key_usage =
                    Some(sequence()?.inside().map(|purpose| purpose?.oid()).collect::<Parsed<_>>()?);
            }
            oids::SUBJECT_KEY_ID => self.subject_key_id = Some(value.only(tag::OCTET_STRING)?.value.into()),
            oids::AUTHORITY_KEY_ID => {
                let id = sequence()?.inside().optional(tag::primitive(0))?;
                self.authority_key_id = id.map(|id| id.value.into());
            }
            oids::CRL_DISTRIBUTION_POINTS => {
                for point in sequence()?.inside() {
                    if let Some(names) = point?.inside().optional(tag::constructed(0))? {
                        self.crl_points.extend(distribution_point_names(names)?);
                    }
                }
            }
            oids::AUTHORITY_INFO_ACCESS => {
                for access in sequence()?.inside() {
                    let mut fields = access?.inside();
                    let method = fields.oid()?;
                    let place = fields.any()?;
                    if method == oids::OCSP && place.tag == tag::primitive(6) {
                        self.ocsp.push(uri(&place)?);
                    }
                }
            }
            oids::POLICY_CONSTRAINTS => {
                let explicit = sequence()?.inside().optional(tag::primitive(0))?;
                self.require_explicit_policy = explicit.map(|skip| skip.small()).transpose()?;
            }
            oids::INHIBIT_ANY_POLICY => self.inhibit_any_policy = Some(value.only(tag::INTEGER)?.small()?),
            _ if critical => self.unknown_critical.push(kind),
            _ => {}
        }
        Ok(())
    }
}

/// The kind of an `Extension`, whether it is critical, and its value.
pub(crate) fn extension<'a>(element: &Element<'a>) -> Parsed<(Oid, bool, &'a [u8])> {
    let mut fields = element.inside();
    let kind = fields.oid()?;
    let critical = fields.optional(tag::BOOLEAN)?.map_or(Ok(false), |flag| flag.boolean())?;
    let value = fields.one(tag::OCTET_STRING)?.value;
    fields.end()?;
    Ok((kind, critical, value))
}

fn key_usage(value: &Element) -> Parsed<KeyUsage> {
    let (octets, _) = value.bits()?;
    match octets {
        [] => Ok(KeyUsage(0)),
        [first] => Ok(KeyUsage(u16::from(*first) << 8)),
        [first, second] => Ok(KeyUsage(u16::from(*first) << 8 | u16::from(*second))),
        _ => Err(Malformed),
    }
}

fn basic_constraints(mut fields: Reader) -> Parsed<BasicConstraints> {
    let ca = fields.optional(tag::BOOLEAN)?.map_or(Ok(false), |flag| flag.boolean())?;
    let path_length = fields.optional(tag::INTEGER)?.map(|length| length.small()).transpose()?;
    fields.end()?;
    Ok(BasicConstraints { ca, path_length })
}

fn uri(element: &Element) -> Parsed<String> {
    core::str::from_utf8(element.value).map(str::to_owned).map_err(|_| Malformed)
}

/// The names in a `DistributionPointName`: those of `fullName`; names relative to the issuer are passed over.
pub(crate) fn distribution_point_names(point: Element) -> Parsed<Vec<GeneralName>> {
    match point.inside().any()? {
        full if full.tag == tag::constructed(0) => general_names(full),
        _ => Ok(Vec::new()),
    }
}

/// The names of the kinds that we know in `GeneralNames`.
fn general_names(names: Element) -> Parsed<Vec<GeneralName>> {
    let mut out = Vec::new();
    for name in names.inside() {
        let name = name?;
        if name.tag == tag::primitive(6) {
            out.push(GeneralName::Uri(uri(&name)?));
        } else if name.tag == tag::constructed(4) {
            out.push(GeneralName::Directory(Name::parse(name.value)?));
        }
    }
    Ok(out)
}
