//! Proof that a certificate is that of the owner of a number (KCAC.TS.SIVID).

use crate::asn1::{sequence, tag, tlv};
use crate::certificate::Certificate;
use crate::hash::Hash;
use crate::key::Random;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Whose a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// Of the owner of the number.
    Proven,
    /// Of somebody else, or the random is not that of the certificate's key.
    Other,
    /// The certificate has no virtual id, so nothing can be said.
    Unprovable,
}

/// Whether the certificate is that of the owner of the number, a business registration number for a company and for a
/// sole trader, with the random from the private key. Hyphens in the number do not count. In constant time over the digest.
///
/// Only whoever knows the number by other means learns anything by this; an answer of the browser's is worth nothing.
pub fn prove(certificate: &Certificate, number: &str, random: &Random) -> Ownership {
    let Some(vid) = certificate.owner().and_then(|owner| owner.vid.as_ref()) else { return Ownership::Unprovable };
    if bool::from(virtual_id(vid.hash, number, random).as_slice().ct_eq(&vid.digest)) {
        Ownership::Proven
    } else {
        Ownership::Other
    }
}

/// h(h(HashContent)), where `HashContent ::= SEQUENCE { idn PrintableString, randomNum BIT STRING }` in DER.
pub(crate) fn virtual_id(hash: Hash, number: &str, random: &Random) -> Vec<u8> {
    let digits: Zeroizing<Vec<u8>> = Zeroizing::new(number.bytes().filter(u8::is_ascii_digit).collect());
    let number = Zeroizing::new(tlv(tag::PRINTABLE_STRING, &[&digits]));
    let random = Zeroizing::new(tlv(tag::BIT_STRING, &[&[0], random.as_bytes()]));
    let content = Zeroizing::new(sequence(&[&number, &random]));
    hash.digest(&[&hash.digest(&[&content])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    #[test]
    fn the_virtual_id_agrees_with_the_worked_vector() {
        let random = Random::from_bytes(&(0xa0..=0xb3).collect::<Vec<u8>>()).unwrap();
        let vid = |hash, number| hex(&virtual_id(hash, number, &random));
        let expected = "9f37d304484a9510dab2e39e7c97c348f762259560c11439e6b6c339c1199b60";
        assert_eq!(vid(Hash::Sha256, "9998113577"), expected);
        assert_eq!(vid(Hash::Sha256, "999-81-13577"), expected);
        assert_eq!(vid(Hash::Sha1, "9998113577"), "ec6f1447b48b62011995a6fa4a839d6bcb0dba2b");
    }

    #[test]
    fn a_zero_in_front_of_the_random_counts() {
        let vid = |octets: &[u8]| virtual_id(Hash::Sha256, "9998113577", &Random::from_bytes(octets).unwrap());
        assert_ne!(vid(&[0, 1, 2]), vid(&[1, 2]));
    }
}
