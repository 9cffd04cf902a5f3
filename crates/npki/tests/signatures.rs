//! Signed challenges: ours verify, and whatever is not exactly ours does not.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::cms::{SignatureError, SignedData, SigningError, sign};
use support::{NOW, WORLD, rng};

const CHALLENGE: &[u8] = "gaip;nonce=0f1e2d3c;목적=가입".as_bytes();

fn signed() -> Vec<u8> {
    sign(&WORLD.key, &WORLD.certificate, CHALLENGE, NOW, &mut rng(3)).unwrap()
}

fn refusal(der: &[u8]) -> SignatureError {
    match SignedData::parse(der) {
        Ok(message) => message.verify(CHALLENGE).map(|_| ()).unwrap_err(),
        Err(error) => error,
    }
}

/// The message with one run of octets in place of another of the same length, at its first place after `after`.
fn changed(from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut der = signed();
    let at = der.windows(from.len()).rposition(|window| window == from).unwrap();
    der[at..at + to.len()].copy_from_slice(to);
    der
}

#[test]
fn what_is_signed_verifies_with_the_certificate_and_the_time_inside() {
    let der = signed();
    let message = SignedData::parse(&der).unwrap();
    assert_eq!(message.verify(CHALLENGE), Ok(&WORLD.certificate));
    assert_eq!((message.content(), message.signing_time()), (CHALLENGE, NOW));
    assert_eq!(message.certificates().len(), 1);
}

#[test]
fn the_signature_does_not_depend_on_the_randomness() {
    assert_eq!(signed(), sign(&WORLD.key, &WORLD.certificate, CHALLENGE, NOW, &mut rng(4)).unwrap());
}

#[test]
fn a_key_of_another_certificate_does_not_sign() {
    let refused = sign(&WORLD.stranger, &WORLD.certificate, CHALLENGE, NOW, &mut rng(3));
    assert_eq!(refused.err(), Some(SigningError::OtherKey));
}

#[test]
fn other_content_than_the_challenge_is_refused() {
    let der = signed();
    let message = SignedData::parse(&der).unwrap();
    assert_eq!(message.verify(b"").err(), Some(SignatureError::OtherContent));
    assert_eq!(message.verify(&CHALLENGE[1..]).err(), Some(SignatureError::OtherContent));
    assert_eq!(refusal(&changed(b"nonce=0f", b"nonce=1f")), SignatureError::OtherContent);
}

#[test]
fn a_changed_attribute_or_signature_is_refused() {
    // The year of the signing time, which stands in the attributes.
    assert_eq!(refusal(&changed(b"261121000000Z", b"271121000000Z")), SignatureError::BadSignature);
    let mut der = signed();
    *der.last_mut().unwrap() ^= 1;
    assert_eq!(refusal(&der), SignatureError::BadSignature);
}

#[test]
fn each_of_the_three_attributes_is_required_and_none_may_stand_twice() {
    let kinds = ["1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"].map(Oid::new_unwrap);
    let unknown = Oid::new_unwrap("1.2.840.113549.1.9.9");
    for kind in kinds {
        assert_eq!(refusal(&changed(kind.as_bytes(), unknown.as_bytes())), SignatureError::MissingAttribute);
    }
    // The signing time calls itself a second content type: its value is no OID, but it is found double before that.
    assert_eq!(refusal(&changed(kinds[2].as_bytes(), kinds[0].as_bytes())), SignatureError::DuplicateAttribute);
}

#[test]
fn a_weak_digest_is_refused() {
    let der = signed();
    let sha256 = Oid::new_unwrap("2.16.840.1.101.3.4.2.1");
    let at = der.windows(9).rposition(|window| window == sha256.as_bytes()).unwrap();
    // SHA-1's OID is shorter, so the parameters take up what is left: an element of three octets in place of NULL.
    let mut weak = der.clone();
    weak[at - 1] = 5;
    weak[at..at + 5].copy_from_slice(Oid::new_unwrap("1.3.14.3.2.26").as_bytes());
    weak[at + 5..at + 11].copy_from_slice(&[5, 0, 5, 0, 5, 0]);
    assert_eq!(refusal(&weak), SignatureError::UnsupportedAlgorithm);
    // MD5 and the like are not known at all.
    let mut other = der;
    other[at + 8] = 9;
    assert_eq!(refusal(&other), SignatureError::UnsupportedAlgorithm);
}

#[test]
fn a_message_without_the_signers_certificate_is_refused() {
    // A certificate of the same authority and key, but another serial number, goes along instead.
    let other = WORLD.issue(&{
        let mut draft = WORLD.draft();
        draft.serial = vec![0x20, 0x02];
        draft
    });
    let der = signed();
    let own = WORLD.certificate.der();
    assert_eq!(own.len(), other.der().len());
    let at = der.windows(own.len()).position(|window| window == own).unwrap();
    let swapped = [&der[..at], other.der(), &der[at + own.len()..]].concat();
    assert_eq!(refusal(&swapped), SignatureError::NoCertificate);
}

#[test]
fn what_is_no_signed_message_is_told_as_such() {
    for other in [&b""[..], b"text", WORLD.certificate.der(), &[0x30, 0]] {
        assert_eq!(refusal(other), SignatureError::NotSignedData);
    }
    let der = signed();
    // A length that ends beyond the file, or before its end.
    assert_eq!(refusal(&der[..der.len() - 1]), SignatureError::NotSignedData);
    assert_eq!(refusal(&vec![0; SignedData::MAX + 1]), SignatureError::TooLarge);
}
