//! Signed challenges: ours verify, and whatever is not exactly ours does not.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::cms::{SignatureError, SignedData, SigningError, sign};
use gaip_npki::issue::sign_octets;
use support::tree::{Node, Value};
use support::{NOW, WORLD, rng};

const CHALLENGE: &[u8] = "gaip;nonce=0f1e2d3c;목적=가입".as_bytes();

// Where the parts of a message stand: ContentInfo, [0], SignedData.
const CONTENT: &[usize] = &[1, 0, 2];
const CERTIFICATES: &[usize] = &[1, 0, 3];
const SIGNERS: &[usize] = &[1, 0, 4];
const DIGEST_ALGORITHM: &[usize] = &[1, 0, 4, 0, 2];
const ATTRIBUTES: &[usize] = &[1, 0, 4, 0, 3];
const SIGNATURE_ALGORITHM: &[usize] = &[1, 0, 4, 0, 4];
const SIGNATURE: &[usize] = &[1, 0, 4, 0, 5];

fn signed() -> Vec<u8> {
    sign(&WORLD.key, &WORLD.certificate, CHALLENGE, NOW, &mut rng(3)).unwrap()
}

fn verdict(der: &[u8]) -> Result<(), SignatureError> {
    SignedData::parse(der)?.verify(CHALLENGE).map(|_| ())
}

/// What becomes of the message after a change.
fn bent(change: impl FnOnce(&mut Node)) -> Result<(), SignatureError> {
    let mut message = Node::parse(&signed());
    change(&mut message);
    verdict(&message.der())
}

/// The same, but the attributes are signed anew.
fn resigned(change: impl FnOnce(&mut Node)) -> Result<(), SignatureError> {
    bent(|message| {
        change(message.at(ATTRIBUTES));
        let attributes = Node { tag: 0x31, ..message.at(ATTRIBUTES).clone() };
        let signature = sign_octets(&WORLD.key, &attributes.der(), &mut rng(3)).unwrap();
        message.at(SIGNATURE).value = Value::Octets(signature);
    })
}

fn set_oid(algorithm: &mut Node, oid: &str) {
    algorithm.nodes()[0].value = Value::Octets(Oid::new_unwrap(oid).as_bytes().to_vec());
}

#[test]
fn what_is_signed_verifies_with_the_certificate_and_the_time_inside() {
    let message = SignedData::parse(&signed()).unwrap();
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
    let message = SignedData::parse(&signed()).unwrap();
    for other in [&b""[..], &CHALLENGE[1..], &[CHALLENGE, b" "].concat()] {
        assert_eq!(message.verify(other).err(), Some(SignatureError::OtherContent));
    }
    let swapped = bent(|message| message.at(CONTENT).nodes()[1].nodes()[0] = Node::octets(4, b"other"));
    assert_eq!(swapped, Err(SignatureError::OtherContent));
    let detached = bent(|message| drop(message.at(CONTENT).nodes().pop()));
    assert_eq!(detached, Err(SignatureError::Detached));
}

#[test]
fn the_digest_must_be_that_of_the_content_even_if_it_is_signed() {
    let other = resigned(|attributes| {
        let digest = attributes.nodes().iter_mut().find(|attribute| attribute.der().len() > 40).unwrap();
        digest.nodes()[1].nodes()[0] = Node::octets(4, &[0; 32]);
    });
    assert_eq!(other, Err(SignatureError::OtherDigest));
}

#[test]
fn attributes_are_verified_as_they_came_whatever_their_order() {
    assert_eq!(resigned(|attributes| attributes.nodes().reverse()), Ok(()));
    assert_eq!(bent(|message| message.at(ATTRIBUTES).nodes().reverse()), Err(SignatureError::BadSignature));
}

#[test]
fn a_changed_signature_is_refused() {
    let zero = bent(|message| message.at(SIGNATURE).value = Value::Octets(vec![0; 256]));
    assert_eq!(zero, Err(SignatureError::BadSignature));
    let empty = bent(|message| message.at(SIGNATURE).value = Value::Octets(Vec::new()));
    assert_eq!(empty, Err(SignatureError::BadSignature));
}

#[test]
fn a_signature_over_the_content_alone_cannot_pass_for_one_over_attributes() {
    // Without attributes a signature is over the content, so one over attributes would pass with them as content.
    let bare = bent(|message| drop(message.at(SIGNERS).nodes()[0].nodes().remove(3)));
    assert_eq!(bare, Err(SignatureError::MissingAttribute));
}

#[test]
fn each_of_the_three_attributes_is_required_and_none_may_stand_twice() {
    for place in 0..3 {
        let missing = resigned(|attributes| drop(attributes.nodes().remove(place)));
        assert_eq!(missing, Err(SignatureError::MissingAttribute));
        let twice = resigned(|attributes| {
            let again = attributes.nodes()[place].clone();
            attributes.nodes().push(again);
        });
        assert_eq!(twice, Err(SignatureError::DuplicateAttribute));
        let two_values = resigned(|attributes| {
            let values = attributes.nodes()[place].nodes()[1].nodes();
            values.push(values[0].clone());
        });
        assert_eq!(two_values, Err(SignatureError::DuplicateAttribute));
    }
    let more = resigned(|attributes| {
        let mut other = attributes.nodes()[0].clone();
        set_oid(&mut other, "1.2.840.113549.1.9.52");
        attributes.nodes().push(other);
    });
    assert_eq!(more, Ok(()));
}

#[test]
fn exactly_one_signer_signs() {
    let none = bent(|message| message.at(SIGNERS).nodes().clear());
    assert_eq!(none, Err(SignatureError::NotOneSigner));
    let two = bent(|message| {
        let again = message.at(SIGNERS).nodes()[0].clone();
        message.at(SIGNERS).nodes().push(again);
    });
    assert_eq!(two, Err(SignatureError::NotOneSigner));
}

#[test]
fn weak_and_foreign_algorithms_are_refused() {
    let digest = |oid| bent(|message| set_oid(message.at(DIGEST_ALGORITHM), oid));
    assert_eq!(digest("1.3.14.3.2.26"), Err(SignatureError::WeakAlgorithm));
    assert_eq!(digest("1.2.840.113549.2.5"), Err(SignatureError::UnsupportedAlgorithm));
    assert_eq!(digest("2.16.840.1.101.3.4.2.3"), Err(SignatureError::OtherDigest));
    let signature = |oid| bent(|message| set_oid(message.at(SIGNATURE_ALGORITHM), oid));
    assert_eq!(signature("1.2.840.113549.1.1.11"), Ok(()));
    assert_eq!(signature("1.2.840.113549.1.1.12"), Err(SignatureError::UnsupportedAlgorithm));
    assert_eq!(signature("1.2.840.113549.1.1.5"), Err(SignatureError::UnsupportedAlgorithm));
    assert_eq!(signature("1.2.840.10045.4.3.2"), Err(SignatureError::UnsupportedAlgorithm));
}

#[test]
fn the_certificate_must_be_the_one_that_the_signer_names() {
    let mut draft = WORLD.draft();
    draft.serial = vec![0x20, 0x02];
    let other = WORLD.issue(&draft);
    let put = |certificates: &[&[u8]]| {
        bent(|message| *message.at(CERTIFICATES).nodes() = certificates.iter().map(|der| Node::parse(der)).collect())
    };
    let own = WORLD.certificate.der();
    assert_eq!(put(&[]), Err(SignatureError::NoCertificate));
    assert_eq!(put(&[other.der()]), Err(SignatureError::NoCertificate));
    assert_eq!(put(&[other.der(), own]), Ok(()));
    assert_eq!(put(&[own, own]), Ok(()));
    // The same name and number, another certificate.
    let twin = WORLD.issue(&WORLD.draft().without(Oid::new_unwrap("2.5.29.31")));
    assert_eq!(put(&[own, twin.der()]), Err(SignatureError::AmbiguousCertificate));
    assert_eq!(put(&vec![other.der(); 17]), Err(SignatureError::TooLarge));
}

#[test]
fn what_is_no_signed_message_is_told_as_such() {
    for other in [&b""[..], b"text", WORLD.certificate.der(), &[0x30, 0]] {
        assert_eq!(verdict(other), Err(SignatureError::NotSignedData));
    }
    let der = signed();
    assert_eq!(verdict(&der[..der.len() - 1]), Err(SignatureError::NotSignedData));
    assert_eq!(verdict(&Node::parse(&der).ber()), Err(SignatureError::NotSignedData));
    assert_eq!(verdict(&vec![0; SignedData::MAX + 1]), Err(SignatureError::TooLarge));
    assert_eq!(bent(|message| drop(message.at(&[1, 0]).nodes().pop())), Err(SignatureError::Damaged));
}
