//! The certificates on a list.

use super::{RevocationError, Status, reason_code};
use crate::asn1::{Element, Reader, tag};
use crate::certificate::{extension, serial};
use crate::oids;

/// One certificate that was revoked.
#[derive(Debug)]
pub(super) struct Entry {
    pub serial: Box<[u8]>,
    pub status: Status,
}

/// The entries by serial number.
pub(super) fn parse(list: Option<Element>) -> Result<Vec<Entry>, RevocationError> {
    let mut entries = Vec::new();
    for entry in list.iter().flat_map(Element::inside) {
        let mut fields = entry?.inside();
        let serial = serial(&fields.one(tag::INTEGER)?)?;
        let at = fields.any()?.time()?;
        let code = match fields.optional(tag::SEQUENCE)? {
            Some(extensions) => reason(extensions.inside())?,
            None => 0,
        };
        fields.end()?;
        entries.push(Entry { serial, status: Status::of_reason(code, at) });
    }
    entries.sort_by(|a, b| a.serial.cmp(&b.serial));
    Ok(entries)
}

fn reason(extensions: Reader) -> Result<u32, RevocationError> {
    let mut code = 0;
    for element in extensions {
        let (kind, critical, value) = extension(&element?)?;
        match kind {
            oids::CRL_REASON => code = reason_code(value)?,
            oids::INVALIDITY_DATE => {}
            // certificateIssuer among them: an entry of another authority's.
            _ if critical => return Err(RevocationError::UnknownCritical(kind)),
            _ => {}
        }
    }
    Ok(code)
}
