//! Key files: every format opens with its password only, and every other file is told by what it is.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::issue::{KeyFormat, encrypt_key};
use gaip_npki::key::{EncryptedKey, KeyError, MAX_KEY, MAX_ROUNDS};
use gaip_npki::{Oid, Password};
use support::{WORLD, rng};

const FORMATS: [KeyFormat; 10] = [
    KeyFormat::SeedPbe,
    KeyFormat::SeedFixedIv,
    KeyFormat::Pbes2Seed,
    KeyFormat::Pbes2Aes128,
    KeyFormat::Pbes2Aes192,
    KeyFormat::Pbes2Aes256,
    KeyFormat::Pbes2TripleDes,
    KeyFormat::Pbes2Misdeclared,
    KeyFormat::Pkcs12TripleDes,
    KeyFormat::Pkcs12Rc2,
];

fn file(format: KeyFormat, password: &str) -> Vec<u8> {
    encrypt_key(&WORLD.key, &password.into(), format, 16, &mut rng(7)).unwrap()
}

fn refusal(bytes: &[u8], password: &str) -> KeyError {
    match EncryptedKey::parse(bytes).and_then(|key| key.open(&password.into())) {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

#[test]
fn every_format_opens_with_its_password_and_keeps_the_random() {
    for format in FORMATS {
        let key = EncryptedKey::parse(&file(format, "Test!pass1")).unwrap().open(&"Test!pass1".into()).unwrap();
        assert!(key.belongs_to(&WORLD.certificate), "{format:?}");
        assert_eq!(key.random().unwrap().as_bytes(), WORLD.key.random().unwrap().as_bytes(), "{format:?}");
    }
}

#[test]
fn a_wrong_password_is_told_as_such_even_if_its_padding_is_right_by_chance() {
    let encrypted = EncryptedKey::parse(&file(KeyFormat::SeedPbe, "Test!pass1")).unwrap();
    // One in 256 passwords leaves right padding behind, so some of these do.
    for number in 0..2000 {
        let wrong = encrypted.open(&Password::new(&format!("wrong{number}")));
        assert_eq!(wrong.err(), Some(KeyError::WrongPassword));
    }
    for format in FORMATS {
        assert_eq!(refusal(&file(format, "Test!pass1"), "test!pass1"), KeyError::WrongPassword);
    }
}

#[test]
fn a_password_is_not_trimmed() {
    assert!(EncryptedKey::parse(&file(KeyFormat::SeedPbe, " a ")).unwrap().open(&" a ".into()).is_ok());
    assert_eq!(refusal(&file(KeyFormat::SeedPbe, " a "), "a"), KeyError::WrongPassword);
}

#[test]
fn a_korean_password_opens_whichever_octets_the_writer_made_of_it() {
    // Written under the octets as if they were ASCII or Latin letters of one octet each in UTF-8.
    let cp949 = file(KeyFormat::Pbes2Seed, "pass");
    let password = Password::new("암호").with_cp949(b"pass".to_vec());
    assert!(EncryptedKey::parse(&cp949).unwrap().open(&password).is_ok());
    // U+D560 and U+D551: low octets are those of `` `Q ``.
    let low = file(KeyFormat::SeedPbe, "`Q");
    assert!(EncryptedKey::parse(&low).unwrap().open(&"\u{d560}\u{d551}".into()).is_ok());
    let composed = file(KeyFormat::SeedPbe, "한글");
    assert!(
        EncryptedKey::parse(&composed)
            .unwrap()
            .open(&"\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}".into())
            .is_ok()
    );
}

#[test]
fn pem_opens_like_der() {
    let der = file(KeyFormat::Pbes2Aes256, "Test!pass1");
    let mut pem = String::from("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    for chunk in base64(&der).as_bytes().chunks(64) {
        pem.push_str(core::str::from_utf8(chunk).unwrap());
        pem.push('\n');
    }
    pem.push_str("-----END ENCRYPTED PRIVATE KEY-----\n");
    assert!(EncryptedKey::parse(pem.as_bytes()).unwrap().open(&"Test!pass1".into()).is_ok());
}

#[test]
fn other_files_are_no_keys_and_broken_keys_are_damaged() {
    let good = file(KeyFormat::SeedPbe, "x");
    let certificate = WORLD.certificate.der();
    for other in [&b""[..], b"hello", b"\x89PNG\r\n", certificate, b"-----BEGIN CERTIFICATE-----\n"] {
        assert_eq!(refusal(other, "x"), KeyError::NotAKey);
    }
    // A PFX begins with a version, and a key without a password with that, an algorithm and octets.
    assert_eq!(refusal(&[0x30, 8, 2, 1, 3, 0x30, 3, 6, 1, 0x2a], "x"), KeyError::NotAKey);
    assert_eq!(refusal(&[0x30, 11, 2, 1, 0, 0x30, 3, 6, 1, 0x2a, 4, 1, 0], "x"), KeyError::NotEncrypted);
    for broken in [&good[..good.len() - 1], &good[..40], &[good.as_slice(), &[0]].concat(), &[0x30, 0x82, 5]] {
        assert_eq!(refusal(broken, "x"), KeyError::Damaged);
    }
    assert_eq!(refusal(&vec![0x30; MAX_KEY + 1], "x"), KeyError::TooLarge);
}

#[test]
fn a_foreign_format_is_told_by_its_oid() {
    // ARIA-128-CBC of GPKI in place of pbeWithSHA1AndSEED-CBC, which has the same length.
    let mut aria = file(KeyFormat::SeedPbe, "x");
    let seed = Oid::new_unwrap("1.2.410.200004.1.15");
    let at = aria.windows(seed.as_bytes().len()).position(|window| window == seed.as_bytes()).unwrap();
    aria[at + seed.as_bytes().len() - 1] = 2;
    assert_eq!(refusal(&aria, "x"), KeyError::UnsupportedFormat(Oid::new_unwrap("1.2.410.200004.1.2")));
}

#[test]
fn a_file_that_asks_for_too_many_rounds_or_none_is_refused_before_any() {
    let with_rounds = |octets: &[u8]| {
        let mut fields = vec![0x04, 8, 0, 1, 2, 3, 4, 5, 6, 7, 0x02, u8::try_from(octets.len()).unwrap()];
        fields.extend_from_slice(octets);
        let oid = Oid::new_unwrap("1.2.410.200004.1.15");
        let parameters = element(0x30, &fields);
        let algorithm = element(0x30, &[element(6, oid.as_bytes()), parameters].concat());
        element(0x30, &[algorithm, element(4, &[0; 16])].concat())
    };
    for wrong in [&[0][..], &[0x80], &[0x0f, 0x42, 0x41], &[0x7f, 0xff, 0xff, 0xff], &[1, 0, 0, 0, 0, 0, 0, 0, 0]] {
        assert_eq!(refusal(&with_rounds(wrong), "x"), KeyError::TooManyIterations, "{wrong:?}");
    }
    assert_eq!(MAX_ROUNDS, 0x000f_4240);
    assert_eq!(refusal(&with_rounds(&[0x0f, 0x42, 0x40]), "x"), KeyError::WrongPassword);
}

#[test]
fn a_key_is_known_to_be_of_another_certificate() {
    assert!(WORLD.key.belongs_to(&WORLD.certificate));
    assert!(!WORLD.stranger.belongs_to(&WORLD.certificate));
}

#[test]
fn secrets_do_not_print_themselves() {
    let random = WORLD.key.random().unwrap();
    assert_eq!(format!("{:?} {random:?}", WORLD.key), "PrivateKey Random");
}

fn element(tag: u8, value: &[u8]) -> Vec<u8> {
    [&[tag, u8::try_from(value.len()).unwrap()], value].concat()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks(3)
        .flat_map(|chunk| {
            let bits =
                chunk.iter().fold(0usize, |sum, octet| sum << 8 | usize::from(*octet)) << (8 * (3 - chunk.len()));
            (0..4).map(move |i| if i <= chunk.len() { DIGITS[bits >> (18 - 6 * i) & 63] as char } else { '=' })
        })
        .collect()
}
