//! From bytes to a [`Response`] (RFC 6960 section 4.2.1).

use super::{MAX_RESPONSE, Responder, Response, Single};
use crate::asn1::{Reader, tag};
use crate::certificate::{Certificate, extension};
use crate::name::Name;
use crate::oids;
use crate::revocation::{RevocationError, Status, reason_code};
use der::asn1::ObjectIdentifier as Oid;

/// More answers or certificates than any answer to one question has.
const MAX_PARTS: usize = 16;

pub(super) fn parse(der: &[u8]) -> Result<Response, RevocationError> {
    if der.len() > MAX_RESPONSE {
        return Err(RevocationError::TooLarge);
    }
    let mut outer = Reader::new(der).only(tag::SEQUENCE)?.inside();
    let status = outer.one(tag::ENUMERATED)?.small()?;
    if status != 0 {
        return Err(RevocationError::NoAnswer(status));
    }
    let mut bytes = outer.one(tag::constructed(0))?.inside().only(tag::SEQUENCE)?.inside();
    outer.end()?;
    if bytes.oid()? != oids::OCSP_BASIC {
        return Err(RevocationError::UnsupportedKind);
    }
    let basic = bytes.only(tag::OCTET_STRING)?.value;
    let mut fields = Reader::new(basic).only(tag::SEQUENCE)?.inside();
    let signed = fields.one(tag::SEQUENCE)?;
    let signature_algorithm = fields.sequence()?.oid()?;
    let signature = fields.one(tag::BIT_STRING)?.bit_octets()?.into();
    let certificates = match fields.optional(tag::constructed(0))? {
        Some(explicit) => certificates(explicit.inside().only(tag::SEQUENCE)?.inside())?,
        None => Vec::new(),
    };
    fields.end()?;

    let mut data = signed.inside();
    data.optional(tag::constructed(0))?;
    let responder = match data.any()? {
        name if name.tag == tag::constructed(1) => Responder::Name(Name::parse(name.value)?),
        key if key.tag == tag::constructed(2) => Responder::Key(key.inside().only(tag::OCTET_STRING)?.value.into()),
        _ => return Err(RevocationError::Damaged),
    };
    // When it was put together; what counts is when each part was true.
    data.one(tag::GENERALIZED_TIME)?.time()?;
    let mut singles = Vec::new();
    for single in data.sequence()? {
        if singles.len() == MAX_PARTS {
            return Err(RevocationError::TooLarge);
        }
        singles.push(read_single(single?.inside())?);
    }
    let (nonce, unknown_critical) = match data.optional(tag::constructed(1))? {
        Some(explicit) => extensions(explicit.inside().only(tag::SEQUENCE)?.inside())?,
        None => (None, None),
    };
    data.end()?;
    let signed = signed.whole.into();
    Ok(Response { signed, signature_algorithm, signature, responder, singles, nonce, certificates, unknown_critical })
}

fn certificates(list: Reader) -> Result<Vec<Certificate>, RevocationError> {
    let mut out = Vec::new();
    for certificate in list {
        if out.len() == MAX_PARTS {
            return Err(RevocationError::TooLarge);
        }
        out.push(Certificate::parse(certificate?.whole).map_err(|_| RevocationError::Damaged)?);
    }
    Ok(out)
}

fn read_single(mut fields: Reader) -> Result<Single, RevocationError> {
    let id = fields.one(tag::SEQUENCE)?.whole.into();
    let status = match fields.any()? {
        good if good.tag == tag::primitive(0) => Some(Status::Good),
        revoked if revoked.tag == tag::constructed(1) => {
            let mut info = revoked.inside();
            let at = info.one(tag::GENERALIZED_TIME)?.time()?;
            let code = info.optional(tag::constructed(0))?.map_or(Ok(0), |reason| reason_code(reason.value))?;
            info.end()?;
            Some(Status::of_reason(code, at))
        }
        unknown if unknown.tag == tag::primitive(2) => None,
        _ => return Err(RevocationError::Damaged),
    };
    let this_update = fields.one(tag::GENERALIZED_TIME)?.time()?;
    let next_update = match fields.optional(tag::constructed(0))? {
        Some(explicit) => Some(explicit.inside().only(tag::GENERALIZED_TIME)?.time()?),
        None => None,
    };
    if let Some(explicit) = fields.optional(tag::constructed(1))? {
        let (_, unknown) = extensions(explicit.inside().only(tag::SEQUENCE)?.inside())?;
        if let Some(oid) = unknown {
            return Err(RevocationError::UnknownCritical(oid));
        }
    }
    fields.end()?;
    Ok(Single { id, status, this_update, next_update })
}

/// The nonce, and the first critical extension that is not understood.
type Understood = (Option<Box<[u8]>>, Option<Oid>);

fn extensions(list: Reader) -> Result<Understood, RevocationError> {
    let (mut nonce, mut unknown) = (None, None);
    for element in list {
        let (kind, critical, value) = extension(&element?)?;
        if kind == oids::OCSP_NONCE {
            // Old responders put the octets there bare.
            let inner = Reader::new(value).only(tag::OCTET_STRING).map_or(value, |element| element.value);
            nonce = Some(inner.into());
        } else if critical {
            unknown = unknown.or(Some(kind));
        }
    }
    Ok((nonce, unknown))
}
