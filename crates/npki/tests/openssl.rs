//! OpenSSL agrees: it verifies what is signed here, reads what is issued here, and what it writes opens here. Skipped
//! where there is no `openssl`.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::certificate::Certificate;
use gaip_npki::cms::{SignatureError, SignedData, sign};
use gaip_npki::issue::{Answer, KeyFormat, List, PfxFormat, Revoked, answer, encrypt_key, pfx};
use gaip_npki::key::EncryptedKey;
use gaip_npki::pfx::Pfx;
use gaip_npki::revocation::Status;
use gaip_npki::{Hash, Password, hex};
use std::path::Path;
use std::process::Command;
use support::{CRL_POINT, DAY, NOW, WORLD, rng};
use tempfile::TempDir;

const PASSWORD: &str = "Test!pass1";

/// A folder with the world in files; `None` if OpenSSL is not there.
fn folder() -> Option<TempDir> {
    if Command::new("openssl").arg("version").output().is_err() {
        eprintln!("skipped: there is no openssl");
        return None;
    }
    let folder = TempDir::new().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("root.der", WORLD.root.certificate().der());
    write("issuing.der", WORLD.issuing.certificate().der());
    write("owner.der", WORLD.certificate.der());
    let key = encrypt_key(&WORLD.key, &PASSWORD.into(), KeyFormat::Pbes2Aes256, 2048, &mut rng(3)).unwrap();
    write("key.der", &key);
    for name in ["root", "issuing", "owner"] {
        run(folder.path(), &format!("x509 -inform DER -in {name}.der -out {name}.pem"));
    }
    let authorities = ["root.pem", "issuing.pem"].map(|name| std::fs::read(folder.path().join(name)).unwrap());
    write("authorities.pem", &authorities.concat());
    run(folder.path(), &format!("pkcs8 -inform DER -in key.der -passin pass:{PASSWORD} -out key.pem"));
    Some(folder)
}

/// What OpenSSL says, on both ways out, and whether it is content.
fn openssl(folder: &Path, arguments: &str) -> (bool, String) {
    let output = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().unwrap();
    let text = [output.stdout, output.stderr].map(|out| String::from_utf8_lossy(&out).into_owned()).concat();
    (output.status.success(), text)
}

fn run(folder: &Path, arguments: &str) -> String {
    let (good, text) = openssl(folder, arguments);
    assert!(good, "openssl {arguments}: {text}");
    text
}

fn read(folder: &TempDir, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).unwrap()
}

#[test]
fn openssl_verifies_what_is_signed_here() {
    let Some(folder) = folder() else { return };
    let content = "gaip;목적=가입".as_bytes();
    let signed = sign(&WORLD.key, &WORLD.certificate, content, NOW, &mut rng(3)).unwrap();
    std::fs::write(folder.path().join("signed.p7"), signed).unwrap();
    let verify = "cms -verify -binary -inform DER -in signed.p7 -CAfile authorities.pem \
        -purpose any -out content.bin -attime";
    run(folder.path(), &format!("{verify} {NOW}"));
    assert_eq!(read(&folder, "content.bin"), content);
    assert!(!openssl(folder.path(), &format!("{verify} {}", NOW + 3650 * DAY)).0);
}

#[test]
fn what_openssl_signs_verifies_here() {
    let Some(folder) = folder() else { return };
    std::fs::write(folder.path().join("content.bin"), b"challenge").unwrap();
    let signed = |more: &str| {
        let sign =
            "cms -sign -binary -nodetach -in content.bin -signer owner.pem -inkey key.pem -outform DER -out signed.p7";
        run(folder.path(), &format!("{sign}{more}"));
        let message = SignedData::parse(&read(&folder, "signed.p7"))?;
        message.verify(b"challenge").map(Certificate::fingerprint)
    };
    let owner = Ok(WORLD.certificate.fingerprint());
    for good in ["", " -md sha384", " -md sha512", " -certfile issuing.pem", " -keyid", " -nosmimecap"] {
        assert_eq!(signed(good), owner, "{good}");
    }
    assert_eq!(signed(" -md sha1"), Err(SignatureError::WeakAlgorithm));
    assert_eq!(signed(" -noattr"), Err(SignatureError::MissingAttribute));
    assert_eq!(signed(" -nocerts"), Err(SignatureError::NoCertificate));
    assert_eq!(signed(" -keyopt rsa_padding_mode:pss"), Err(SignatureError::UnsupportedAlgorithm));
}

#[test]
fn openssl_verifies_the_chain_with_its_policy() {
    let Some(folder) = folder() else { return };
    let verify = format!("verify -attime {NOW} -CAfile root.pem -untrusted issuing.pem -policy_check -x509_strict");
    run(folder.path(), &format!("{verify} -policy 1.2.410.200005.1.1.5 owner.pem"));
    let (good, text) =
        openssl(folder.path(), &format!("{verify} -explicit_policy -policy 1.2.410.200005.1.1.1 owner.pem"));
    assert!(!good && text.contains("no explicit policy"), "{text}");
    let text = run(folder.path(), "x509 -in owner.pem -noout -text -fingerprint -sha256 -nameopt RFC2253,utf8");
    let fingerprint = hex(&WORLD.certificate.fingerprint());
    assert!(text.replace(':', "").to_lowercase().contains(&fingerprint));
    assert!(text.contains("1.2.410.200005.1.1.5") && text.contains("TEST"), "{text}");
}

#[test]
fn openssl_accepts_the_revocation_list_and_the_answer() {
    let Some(folder) = folder() else { return };
    let revoked = [Revoked { serial: WORLD.certificate.serial_bytes(), at: NOW - DAY, reason: 1 }];
    let list = List {
        number: 1,
        this_update: NOW - DAY,
        next_update: Some(NOW + DAY),
        point: Some(CRL_POINT),
        revoked: &revoked,
        extensions: Vec::new(),
    };
    std::fs::write(folder.path().join("list.crl"), list.sign(&WORLD.issuing, &mut rng(3)).unwrap()).unwrap();
    run(folder.path(), "crl -inform DER -in list.crl -out list.pem -CAfile issuing.pem");
    let verify = format!("verify -attime {NOW} -CAfile root.pem -untrusted issuing.pem -CRLfile list.pem -crl_check");
    let (good, text) = openssl(folder.path(), &format!("{verify} -extended_crl owner.pem"));
    assert!(!good && text.contains("certificate revoked"), "{text}");

    let order = Answer {
        certificate: &WORLD.certificate,
        issuer: WORLD.issuing.certificate(),
        status: Some(Status::Hold { at: NOW - DAY }),
        this_update: NOW - 60,
        next_update: Some(NOW + 60),
        nonce: None,
    };
    std::fs::write(folder.path().join("answer.der"), answer(&order, &WORLD.issuing, &mut rng(3)).unwrap()).unwrap();
    let ask = "ocsp -respin answer.der -issuer issuing.pem -cert owner.pem -no_nonce -CAfile root.pem -attime";
    let text = run(folder.path(), &format!("{ask} {NOW} -validity_period 9999999999"));
    assert!(text.contains("Response verify OK") && text.contains("certificateHold"), "{text}");
}

#[test]
fn keys_that_openssl_writes_open_here_and_ours_there() {
    let Some(folder) = folder() else { return };
    for how in [
        "-v2 aes128",
        "-v2 aes-192-cbc -v2prf hmacWithSHA1",
        "-v2 aes256 -v2prf hmacWithSHA512",
        "-v2 des3",
        "-v1 PBE-SHA1-3DES",
    ] {
        let write = format!("pkcs8 -topk8 -in key.pem -passout pass:{PASSWORD} -outform DER -out made.key {how}");
        run(folder.path(), &write);
        let key = EncryptedKey::parse(&read(&folder, "made.key")).unwrap().open(&PASSWORD.into()).unwrap();
        assert!(key.belongs_to(&WORLD.certificate), "{how}");
        // OpenSSL drops the attributes, and the random with them.
        assert!(key.random().is_none());
    }
    for format in
        [KeyFormat::Pbes2Aes128, KeyFormat::Pbes2Aes192, KeyFormat::Pbes2TripleDes, KeyFormat::Pkcs12TripleDes]
    {
        let file = encrypt_key(&WORLD.key, &PASSWORD.into(), format, 2048, &mut rng(3)).unwrap();
        std::fs::write(folder.path().join("ours.key"), file).unwrap();
        run(folder.path(), &format!("pkcs8 -inform DER -in ours.key -passin pass:{PASSWORD} -out /dev/null"));
    }
}

#[test]
fn pfx_files_that_openssl_writes_open_here_and_ours_there() {
    let Some(folder) = folder() else { return };
    for how in [
        "",
        " -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1",
        " -certfile issuing.pem",
        " -nomac",
        " -macalg sha512",
    ] {
        let write = format!("pkcs12 -export -inkey key.pem -in owner.pem -passout pass:{PASSWORD} -out made.pfx{how}");
        run(folder.path(), &write);
        let identities = Pfx::parse(&read(&folder, "made.pfx")).unwrap().open(&PASSWORD.into()).unwrap();
        assert_eq!(identities.len(), 1, "{how}");
        assert_eq!(identities[0].certificate, WORLD.certificate);
    }
    let (keys, certificates) = (KeyFormat::Pbes2Aes256, KeyFormat::Pkcs12TripleDes);
    let format = PfxFormat { keys, certificates, mac: Some(Hash::Sha256), rounds: 2048 };
    let pairs = [(&WORLD.certificate, &WORLD.key)];
    let file = pfx(&pairs, &Password::new(PASSWORD), format, &mut rng(3)).unwrap();
    std::fs::write(folder.path().join("ours.pfx"), file).unwrap();
    let text =
        run(folder.path(), &format!("pkcs12 -in ours.pfx -passin pass:{PASSWORD} -passout pass:{PASSWORD} -info"));
    assert!(text.contains("ENCRYPTED PRIVATE KEY") && text.contains("BEGIN CERTIFICATE"), "{text}");
}
