use crate::asn1::{Element, Parsed, Reader, tag};
use crate::oids;
use core::fmt;
use zeroize::Zeroizing;

/// The random of an owner (R): with it and the certificate anybody can find the owner's number by trying, so it goes
/// to the server only, sealed, and is never logged.
pub struct Random(Zeroizing<Vec<u8>>);

impl Random {
    /// The random of these octets, 20 in practice; `None` if they are none or more than 64. A zero in front counts.
    pub fn from_bytes(octets: &[u8]) -> Option<Self> {
        (1..=64).contains(&octets.len()).then(|| Self(Zeroizing::new(octets.to_vec())))
    }

    /// The usual 20 octets.
    #[cfg(feature = "issue")]
    pub(crate) fn from_octets(octets: [u8; 20]) -> Self {
        Self(Zeroizing::new(octets.to_vec()))
    }

    /// The octets, for sealing.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The random among attributes of a key or a bag. One that is not of whole octets counts as absent.
    pub(crate) fn find(attributes: Reader) -> Parsed<Option<Self>> {
        for attribute in attributes {
            let mut fields = attribute?.inside();
            if fields.oid()? != oids::RANDOM_NUM {
                continue;
            }
            let first = fields.one(tag::SET)?.inside().next().transpose()?;
            return Ok(first.and_then(|value| Self::of_bits(&value)));
        }
        Ok(None)
    }

    fn of_bits(value: &Element) -> Option<Self> {
        if value.tag == tag::BIT_STRING { Self::from_bytes(value.bit_octets().ok()?) } else { None }
    }
}

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Random")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::{oid, sequence, set_of, tlv};
    use der::asn1::ObjectIdentifier as Oid;

    fn found(random: &[u8]) -> Option<Vec<u8>> {
        let other = sequence(&[&oid(Oid::new_unwrap("2.5.29.15")), &set_of(&[&tlv(tag::BIT_STRING, &[&[7, 0x80]])])]);
        let ours = sequence(&[&oid(oids::RANDOM_NUM), &set_of(&[&tlv(tag::BIT_STRING, &[random])])]);
        let attributes = [other, ours].concat();
        Random::find(Reader::new(&attributes)).unwrap().map(|random| random.as_bytes().to_vec())
    }

    #[test]
    fn the_random_is_found_behind_other_attributes_and_kept_as_it_is() {
        assert_eq!(found(&[0, 0, 1, 2]), Some(vec![0, 1, 2]));
    }

    #[test]
    fn a_random_of_broken_octets_or_of_none_counts_as_absent() {
        assert_eq!(found(&[4, 1, 0xf0]), None);
        assert_eq!(found(&[0]), None);
        assert_eq!(found(&[&[0][..], &[1; 65]].concat()), None);
    }
}
