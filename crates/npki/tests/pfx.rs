//! PFX files: every protection that exports have, two pairs in one file, and what must be refused.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::issue::{KeyFormat, PfxFormat, Use, owner, pfx};
use gaip_npki::pfx::{MAX_PFX, Pfx, PfxError};
use gaip_npki::{Hash, Password};
use support::tree::{Node, Value};
use support::{WORLD, order, rng};

const USUAL: PfxFormat = PfxFormat {
    keys: KeyFormat::Pkcs12TripleDes,
    certificates: KeyFormat::Pkcs12Rc2,
    mac: Some(Hash::Sha1),
    rounds: 16,
};

fn file(format: PfxFormat) -> Vec<u8> {
    pfx(&[(&WORLD.certificate, &WORLD.key)], &"Test!pfx3".into(), format, &mut rng(7)).unwrap()
}

fn refusal(bytes: &[u8], password: &str) -> PfxError {
    match Pfx::parse(bytes).and_then(|pfx| pfx.open(&password.into())) {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

#[test]
fn every_protection_opens_and_keeps_the_random() {
    let others = [
        PfxFormat { keys: KeyFormat::SeedPbe, ..USUAL },
        PfxFormat {
            keys: KeyFormat::Pbes2Aes256,
            certificates: KeyFormat::Pbes2Aes256,
            mac: Some(Hash::Sha256),
            ..USUAL
        },
        PfxFormat { keys: KeyFormat::Pbes2Seed, certificates: KeyFormat::Pkcs12TripleDes, mac: None, ..USUAL },
    ];
    for format in [USUAL].into_iter().chain(others) {
        let identities = Pfx::parse(&file(format)).unwrap().open(&"Test!pfx3".into()).unwrap();
        assert_eq!(identities.len(), 1, "{format:?}");
        assert_eq!(identities[0].certificate, WORLD.certificate);
        let random = identities[0].key.random().unwrap();
        assert_eq!(random.as_bytes(), WORLD.key.random().unwrap().as_bytes());
        assert_eq!(refusal(&file(format), "test!pfx3"), PfxError::WrongPassword, "{format:?}");
    }
}

#[test]
fn of_two_pairs_the_one_for_signing_comes_first() {
    let encryption =
        owner(&gaip_npki::issue::OwnerOrder { purpose: Use::Encryption, ..order() }, &WORLD.stranger, &WORLD.issuing);
    let km = WORLD.issue(&encryption);
    let pairs = [(&km, &WORLD.stranger), (&WORLD.certificate, &WORLD.key)];
    let file = pfx(&pairs, &"Test!pfx3".into(), USUAL, &mut rng(7)).unwrap();
    let identities = Pfx::parse(&file).unwrap().open(&"Test!pfx3".into()).unwrap();
    assert_eq!(identities.iter().map(gaip_npki::pfx::Identity::is_for_signing).collect::<Vec<_>>(), [true, false]);
    assert!(identities.iter().all(|identity| identity.key.belongs_to(&identity.certificate)));
}

#[test]
fn a_key_without_its_certificate_is_no_identity() {
    let file = pfx(&[(&WORLD.certificate, &WORLD.stranger)], &"x".into(), USUAL, &mut rng(7)).unwrap();
    assert_eq!(refusal(&file, "x"), PfxError::NoIdentity);
}

#[test]
fn a_korean_password_opens() {
    let password = Password::new("견본암호!9");
    let pairs = [(&WORLD.certificate, &WORLD.key)];
    for keys in [KeyFormat::Pkcs12TripleDes, KeyFormat::SeedPbe] {
        let file = pfx(&pairs, &password, PfxFormat { keys, ..USUAL }, &mut rng(7)).unwrap();
        assert!(Pfx::parse(&file).unwrap().open(&password).is_ok());
    }
}

#[test]
fn other_files_are_no_pfx_and_broken_ones_are_damaged() {
    for other in [&b""[..], b"PK\x03\x04", WORLD.certificate.der(), &[0x30, 3, 2, 1, 0]] {
        assert_eq!(refusal(other, "x"), PfxError::NotAPfx);
    }
    let good = file(USUAL);
    assert_eq!(refusal(&good[..good.len() - 1], "Test!pfx3"), PfxError::Damaged);
    assert_eq!(refusal(&good[..60], "Test!pfx3"), PfxError::Damaged);
    assert_eq!(refusal(&vec![0x30; MAX_PFX + 1], "x"), PfxError::TooLarge);
}

#[test]
fn a_change_in_what_the_mac_covers_is_not_opened() {
    let mut changed = file(USUAL);
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(refusal(&changed, "Test!pfx3"), PfxError::WrongPassword);
}

#[test]
fn a_file_in_ber_opens_like_one_in_der() {
    // Ends instead of lengths, and octet strings in pieces, in all three layers.
    let mut outer = Node::parse(&file(USUAL));
    let Value::Octets(safe) = outer.at(&[1, 1, 0]).value.clone() else { panic!("a safe is octets") };
    assert!(Pfx::parse(&outer.ber()).unwrap().open(&"Test!pfx3".into()).is_ok());
    // Without the MAC, which is over the inner layers as they are, those may change too.
    outer.nodes().pop();
    outer.at(&[1, 1, 0]).value = Value::Octets(Node::parse(&safe).ber());
    assert!(Pfx::parse(&outer.ber()).unwrap().open(&"Test!pfx3".into()).is_ok());
    assert_eq!(refusal(&outer.ber()[..500], "Test!pfx3"), PfxError::Damaged);
}
