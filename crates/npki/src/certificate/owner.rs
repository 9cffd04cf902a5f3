//! The identity of the owner (KCAC.TS.SIVID): `id-kisa-identifyData` among the alternative names.

use super::CertificateError;
use crate::asn1::{Element, Malformed, Parsed, tag};
use crate::hash::{Hash, plain_algorithm};
use crate::oids;

/// Who owns a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The name of the person or the company.
    pub real_name: String,
    /// The virtual id. Certificates of authorities have none.
    pub vid: Option<Vid>,
}

/// The virtual id: a hash over the owner's number and the random in the owner's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vid {
    /// The hash function, used twice.
    pub hash: Hash,
    /// The digest.
    pub digest: Box<[u8]>,
}

/// The owner in the value of `subjectAltName`. Alternative names of other kinds are passed over.
pub(super) fn find(names: Element) -> Result<Option<Owner>, CertificateError> {
    let mut found: Option<Owner> = None;
    for name in names.inside() {
        let name = name?;
        if name.tag != tag::constructed(0) {
            continue;
        }
        let mut fields = name.inside();
        if fields.oid()? != oids::IDENTIFY_DATA {
            continue;
        }
        let value = fields.one(tag::constructed(0))?.inside().only(tag::SEQUENCE)?;
        fields.end()?;
        let owner = identify_data(value)?;
        found = match found {
            Some(Owner { vid: Some(one), .. }) if owner.vid.as_ref().is_some_and(|other| *other != one) => {
                return Err(CertificateError::AmbiguousOwner);
            }
            Some(first) if first.vid.is_some() => Some(first),
            Some(_) | None => Some(owner),
        };
    }
    Ok(found)
}

fn identify_data(value: Element) -> Result<Owner, CertificateError> {
    let mut fields = value.inside();
    let real_name = fields.any()?.text()?;
    let mut vid: Option<Vid> = None;
    if let Some(infos) = fields.optional(tag::SEQUENCE)? {
        for info in infos.inside() {
            let mut info = info?.inside();
            if info.oid()? != oids::VID {
                continue;
            }
            let read = read_vid(info.one(tag::SEQUENCE)?)?;
            if vid.as_ref().is_some_and(|first| *first != read) {
                return Err(CertificateError::AmbiguousOwner);
            }
            vid = Some(read);
        }
    }
    fields.end()?;
    Ok(Owner { real_name, vid })
}

fn read_vid(value: Element) -> Parsed<Vid> {
    let mut fields = value.inside();
    let hash = Hash::from_oid(plain_algorithm(fields.sequence()?)?).ok_or(Malformed)?;
    let digest = fields.one(tag::constructed(0))?.inside().only(tag::OCTET_STRING)?.value;
    fields.end()?;
    Ok(Vid { hash, digest: digest.into() })
}

/// A common name without the `()` and the digits, or the digits after a `)`, that banks put behind it.
pub(super) fn without_number(name: &str) -> &str {
    let front = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if front.len() == name.len() || !front.ends_with(')') {
        return name;
    }
    match front.strip_suffix("()") {
        Some("") | None => front,
        Some(bare) => bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::Reader;

    /// The made-up example of a whole alternative name: 홍길동 with a virtual id of zeros.
    const SAMPLE: &str = "305fa05d06092a831a8c9a440a0101a050304e0c09ed998deab8b8eb8f993041303f060a2a831a8c9a440a01010130\
        31300b0609608648016503040201a02204200000000000000000000000000000000000000000000000000000000000000000";

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    #[test]
    fn the_hash_of_a_virtual_id_has_no_parameters_and_is_read() {
        let der = bytes(SAMPLE);
        let owner = find(Reader::new(&der).any().unwrap()).unwrap().unwrap();
        assert_eq!(owner.real_name, "홍길동");
        assert_eq!(owner.vid, Some(Vid { hash: Hash::Sha256, digest: [0; 32].into() }));
    }

    #[test]
    fn two_identities_with_different_virtual_ids_are_refused() {
        let one = bytes(SAMPLE);
        let mut other = one[2..].to_vec();
        *other.last_mut().unwrap() = 1;
        let twice = crate::asn1::sequence(&[&one[2..], &one[2..]]);
        let both = crate::asn1::sequence(&[&one[2..], &other]);
        assert!(find(Reader::new(&twice).any().unwrap()).is_ok());
        assert_eq!(find(Reader::new(&both).any().unwrap()), Err(CertificateError::AmbiguousOwner));
    }

    #[test]
    fn what_banks_put_behind_a_name_is_cut() {
        assert_eq!(without_number("주식회사 모두견본()0099681202606010001"), "주식회사 모두견본");
        assert_eq!(without_number("모두견본(Modoo)0004123"), "모두견본(Modoo)");
        assert_eq!(without_number("모두견본 2026"), "모두견본 2026");
        assert_eq!(without_number("()123"), "()");
    }
}
