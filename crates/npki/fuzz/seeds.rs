//! Writes good documents of every kind into the folders of the corpus: `seeds FOLDER`.

use gaip_npki::certificate::Certificate;
use gaip_npki::cms::sign;
use gaip_npki::issue::{
    Answer, Authority, KeyFormat, List, OwnerOrder, PfxFormat, Revoked, Use, Validity, answer, encrypt_key,
    generate_key, generate_random, owner, pfx,
};
use gaip_npki::revocation::Status;
use gaip_npki::{Hash, Oid};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::error::Error;
use std::path::PathBuf;

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
const NOW: i64 = 1_795_219_200;
const POINT: &str = "ldap://ds.test.example:389/ou=dp1p1,ou=AccreditedCA,o=test,c=KR?certificateRevocationList";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: seeds FOLDER")?);
    let write = |target: &str, name: &str, bytes: &[u8]| -> std::io::Result<()> {
        std::fs::create_dir_all(folder.join(target))?;
        std::fs::write(folder.join(target).join(name), bytes)
    };
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let validity = Validity { not_before: NOW, not_after: NOW + 100_000_000 };
    let root = Authority::root("Fuzz", 1, validity, rng)?;
    let issuing = root.subordinate("test", 2, validity, rng)?;
    let random = generate_random(rng);
    let key = generate_key(2048, rng)?.with_random(Some(random));
    let order = OwnerOrder {
        serial: 3,
        validity,
        folder: "test",
        units: &["corporation4EC", "TBANK"],
        common_name: "주식회사 모두견본()0099",
        real_name: "주식회사 모두견본",
        number: Some("9998113577"),
        policies: &[Oid::new_unwrap("1.2.410.200005.1.1.5")],
        purpose: Use::Signing,
        crl_point: POINT,
        ocsp: Some("http://ocsp.test.example"),
    };
    let certificate = issuing.sign(&owner(&order, &key, &issuing), rng)?;
    for (name, certificate) in
        [("root", root.certificate()), ("issuing", issuing.certificate()), ("owner", &certificate)]
    {
        write("certificate", name, certificate.der())?;
    }
    for (number, keys) in FORMATS.into_iter().enumerate() {
        write("key", &format!("key{number}"), &encrypt_key(&key, &"x".into(), keys, 2, rng)?)?;
        let format = PfxFormat { keys, certificates: keys, mac: (number % 3 > 0).then_some(Hash::Sha1), rounds: 2 };
        write("pfx", &format!("pfx{number}"), &pfx(&[(&certificate, &key)], &"x".into(), format, rng)?)?;
    }
    write("cms", "signed", &sign(&key, &certificate, b"challenge", NOW, rng)?)?;

    let revoked = [Revoked { serial: &[9], at: NOW, reason: 1 }, Revoked { serial: &[3], at: NOW, reason: 6 }];
    let (this_update, next_update) = (NOW, Some(NOW + 1));
    let list =
        List { number: 1, this_update, next_update, point: Some(POINT), revoked: &revoked, extensions: Vec::new() };
    let list = list.sign(&issuing, rng)?;
    write("crl", "bare", &list)?;
    write("crl", "with_authority", &behind(issuing.certificate(), &list)?)?;

    for (name, status) in [("good", Some(Status::Good)), ("hold", Some(Status::Hold { at: NOW })), ("unknown", None)] {
        // The root about itself, so that the target needs one certificate.
        let certificate = root.certificate();
        let order =
            Answer { certificate, issuer: certificate, status, this_update, next_update, nonce: Some(b"nonce") };
        let answer = answer(&order, &root, rng)?;
        write("ocsp", name, &answer)?;
        write("ocsp", &format!("{name}_with_authority"), &behind(certificate, &answer)?)?;
    }
    Ok(())
}

fn behind(authority: &Certificate, document: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let length = u16::try_from(authority.der().len())?;
    Ok([&length.to_be_bytes(), authority.der(), document].concat())
}
