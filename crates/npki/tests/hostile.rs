//! Files that are broken or mean harm: a refusal each, no panic, and no more work than a good file takes.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{Policies, verify};
use gaip_npki::cms::{SignedData, sign};
use gaip_npki::issue::{Answer, KeyFormat, List, PfxFormat, Revoked, answer, encrypt_key, pfx};
use gaip_npki::key::EncryptedKey;
use gaip_npki::pfx::Pfx;
use gaip_npki::revocation::ocsp::Response;
use gaip_npki::revocation::{Crl, Status};
use gaip_npki::{Hash, Password};
use proptest::prelude::{Strategy, any, prop, proptest};
use std::sync::LazyLock;
use support::{CRL_POINT, NOW, WORLD, rng};

/// One good document of each kind.
static DOCUMENTS: LazyLock<[Vec<u8>; 6]> = LazyLock::new(|| {
    let rng = &mut rng(4);
    let format =
        PfxFormat { keys: KeyFormat::SeedPbe, certificates: KeyFormat::Pbes2Seed, mac: Some(Hash::Sha1), rounds: 2 };
    let revoked = [Revoked { serial: &[9], at: NOW, reason: 1 }];
    let list = List {
        number: 1,
        this_update: NOW - 1,
        next_update: Some(NOW + 1),
        point: Some(CRL_POINT),
        revoked: &revoked,
        extensions: Vec::new(),
    };
    let order = Answer {
        certificate: &WORLD.certificate,
        issuer: WORLD.issuing.certificate(),
        status: Some(Status::Good),
        this_update: NOW,
        next_update: None,
        nonce: None,
    };
    [
        WORLD.certificate.der().to_vec(),
        encrypt_key(&WORLD.key, &"x".into(), KeyFormat::Pbes2Aes256, 2, rng).unwrap(),
        pfx(&[(&WORLD.certificate, &WORLD.key)], &"x".into(), format, rng).unwrap(),
        sign(&WORLD.key, &WORLD.certificate, b"challenge", NOW, rng).unwrap(),
        list.sign(&WORLD.issuing, rng).unwrap(),
        answer(&order, &WORLD.issuing, rng).unwrap(),
    ]
});

/// As many rounds as the documents ask for; a test has no time for more.
const ROUNDS: u32 = 100;

/// Everything that reads bytes, reads these.
fn read_all(bytes: &[u8]) {
    if let Ok(certificate) = Certificate::parse(bytes) {
        let _ = (certificate.display_name(), certificate.subject().to_string(), certificate.serial());
        let _ = verify(&certificate, &WORLD.intermediates, &WORLD.anchors, NOW, Policies::Any);
    }
    if let Ok(message) = SignedData::parse(bytes) {
        let _ = message.verify(message.content());
    }
    if let Ok(crl) = Crl::parse(bytes) {
        let _ = crl.verify(WORLD.issuing.certificate(), NOW).map(|current| current.status(&WORLD.certificate));
    }
    if let Ok(response) = Response::parse(bytes) {
        let _ = response.verify(&WORLD.certificate, WORLD.issuing.certificate(), None, NOW);
    }
    let password = Password::new("x");
    let _ = EncryptedKey::parse(bytes).map(|key| key.open_within(&password, ROUNDS).is_ok());
    let _ = Pfx::parse(bytes).map(|pfx| pfx.open_within(&password, ROUNDS).is_ok());
}

/// A good document with some of its octets changed, left out or repeated.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6);
    (0..6usize, changes).prop_map(|(kind, changes)| {
        let mut bytes = DOCUMENTS[kind].clone();
        for (place, octet, how) in changes {
            let place = place.index(bytes.len());
            match how {
                0 => bytes[place] = octet,
                1 => bytes[place] ^= 1 << (octet % 8),
                2 => drop(bytes.drain(place..(place + usize::from(octet)).min(bytes.len() - 1).max(place))),
                _ => bytes.insert(place, octet),
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn changed_documents_are_read_or_refused_and_nothing_else(bytes in mutated()) {
        read_all(&bytes);
    }

    #[test]
    fn any_octets_are_read_or_refused_and_nothing_else(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_all(&bytes);
    }

    #[test]
    fn a_message_with_a_changed_octet_is_never_taken_for_the_certificate_owners(
        place in any::<prop::sample::Index>(), flip in 1..=255u8
    ) {
        let mut bytes = DOCUMENTS[3].clone();
        let place = place.index(bytes.len());
        bytes[place] ^= flip;
        // A change can only be harmless where nothing is signed and nothing is read: it must leave content and owner.
        if let Ok(message) = SignedData::parse(&bytes) && let Ok(certificate) = message.verify(b"challenge") {
            assert_eq!(certificate.public_key(), WORLD.certificate.public_key());
            assert_eq!(message.content(), b"challenge");
        }
    }
}

#[test]
fn every_beginning_of_a_document_is_refused() {
    for document in DOCUMENTS.iter() {
        for length in 0..document.len() {
            read_all(&document[..length]);
        }
    }
}

#[test]
fn deep_nesting_and_endless_lengths_are_refused() {
    read_all(&[0x30, 0x80].repeat(30_000));
    read_all(&[[0x30, 0x82, 0xff, 0xff].repeat(16_000), vec![0; 100]].concat());
    // A PFX in BER that never ends.
    let endless = [&[0x30, 0x80, 2, 1, 3][..], &[0x24, 0x80].repeat(400_000)].concat();
    assert!(Pfx::parse(&endless).is_err());
    let wide = [&[0x30, 0x80, 2, 1, 3][..], &[4, 0].repeat(500_000)].concat();
    assert!(Pfx::parse(&wide).is_err());
}
