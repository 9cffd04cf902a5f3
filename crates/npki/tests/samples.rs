//! The sample identities: every file is what its manifest says. They are in the folder that `GAIP_FIXTURES` names.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{self, Anchors, ChainError, Policies};
use gaip_npki::cms::{SignatureError, SignedData};
use gaip_npki::hex;
use gaip_npki::key::{EncryptedKey, KeyError, PrivateKey, Random};
use gaip_npki::owner::{Ownership, prove};
use gaip_npki::pfx::{Pfx, PfxError};
use gaip_npki::revocation::{Crl, Reason, RevocationError, Status};
use serde_json::Value;
use std::path::PathBuf;

struct Samples {
    folder: PathBuf,
    manifest: Value,
}

impl Samples {
    fn find() -> Option<Self> {
        let Some(fixtures) = std::env::var_os("GAIP_FIXTURES") else {
            eprintln!("skipped: GAIP_FIXTURES is not set");
            return None;
        };
        let folder = PathBuf::from(fixtures).join("samples/npki");
        let manifest = serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
        Some(Self { folder, manifest })
    }

    fn read(&self, path: &Value) -> Vec<u8> {
        std::fs::read(self.folder.join(path.as_str().unwrap())).unwrap()
    }

    fn all(&self, kind: &str) -> &[Value] {
        self.manifest[kind].as_array().unwrap()
    }

    fn identity(&self, id: &Value) -> &Value {
        self.all("identities").iter().find(|identity| identity["id"] == *id).unwrap()
    }

    fn certificate(&self, id: &Value) -> Certificate {
        Certificate::parse(&self.read(&self.identity(id)["cert"])).unwrap()
    }
}

fn assert_random(key: &PrivateKey, expected: &Value) {
    assert_eq!(hex(key.random().unwrap().as_bytes()), expected.as_str().unwrap());
}

#[test]
fn certificates_say_what_the_manifest_says() {
    let Some(samples) = Samples::find() else { return };
    for identity in samples.all("identities") {
        let certificate = Certificate::parse(&samples.read(&identity["cert"])).unwrap();
        let same = |text: String, expected: &Value| {
            assert_eq!(text.to_lowercase(), expected.as_str().unwrap().to_lowercase());
        };
        same(certificate.subject().to_string(), &identity["subject"]);
        same(certificate.issuer().to_string(), &identity["issuer"]);
        same(certificate.serial(), &identity["serial_hex"]);
        same(certificate.display_name().to_owned(), &identity["real_name"]);
        let policies: Vec<String> = certificate.policies().iter().map(ToString::to_string).collect();
        assert_eq!(serde_json::json!(policies), identity["policies"]);
        let vid = certificate.owner().unwrap().vid.as_ref().unwrap();
        same(hex(&vid.digest), &identity["vid"]["vid_hex"]);
        assert!(certificate.is_for_signing() && !certificate.is_ca());
        assert_eq!((certificate.crl_points().len(), certificate.ocsp_urls().len()), (1, 1));
    }
}

#[test]
fn keys_open_with_their_passwords_only_and_prove_their_owners() {
    let Some(samples) = Samples::find() else { return };
    for entry in samples.all("keys") {
        let encrypted = EncryptedKey::parse(&samples.read(&entry["file"])).unwrap();
        let password = entry["password"].as_str().unwrap();
        let key = encrypted.open(&password.into()).unwrap();
        assert_random(&key, &entry["expect"]["r_hex"]);
        let certificate = samples.certificate(&entry["identity"]);
        assert!(key.belongs_to(&certificate));
        let number = samples.identity(&entry["identity"])["idn"].as_str().unwrap();
        assert_eq!(prove(&certificate, number, key.random().unwrap()), Ownership::Proven);
        assert_eq!(prove(&certificate, "9998113578", key.random().unwrap()), Ownership::Other);
        assert_eq!(prove(&certificate, number, &Random::from_bytes(&[0; 20]).unwrap()), Ownership::Other);
        for wrong in ["", "x", &password.to_uppercase().replace('견', "편"), &format!("{password} ")]
            .map(|wrong| encrypted.open(&wrong.into()).err())
        {
            assert_eq!(wrong, Some(KeyError::WrongPassword));
        }
    }
}

#[test]
fn pfx_files_open_with_their_passwords_only() {
    let Some(samples) = Samples::find() else { return };
    for entry in samples.all("pfx") {
        let pfx = Pfx::parse(&samples.read(&entry["file"])).unwrap();
        let identities = pfx.open(&entry["password"].as_str().unwrap().into()).unwrap();
        assert_eq!(identities.len(), 1);
        assert_eq!(identities[0].certificate, samples.certificate(&entry["identity"]));
        assert_random(&identities[0].key, &entry["expect"]["r_hex"]);
        assert_eq!(pfx.open(&"wrong".into()).err(), Some(PfxError::WrongPassword));
    }
}

#[test]
fn signed_challenges_are_verified_and_changed_ones_are_not() {
    let Some(samples) = Samples::find() else { return };
    for entry in samples.all("cms") {
        let content = samples.read(&entry["content_file"]);
        let signed = SignedData::parse(&samples.read(&entry["file"])).unwrap();
        let verdict = signed.verify(&content).map(Certificate::fingerprint);
        if entry["expect"]["signature"] == "valid" {
            assert_eq!(verdict, Ok(samples.certificate(&entry["signer"]).fingerprint()));
        } else {
            assert_eq!(verdict, Err(SignatureError::OtherContent));
            assert_eq!(signed.verify(signed.content()), Err(SignatureError::OtherDigest));
        }
    }
}

/// 2026-11-21, the day that the manifest is about.
const NOW: i64 = 1_795_219_200;

#[test]
fn chains_and_lists_give_the_verdicts_of_the_manifest() {
    let Some(samples) = Samples::find() else { return };
    let authority = |anchor: bool| {
        let entries = samples.all("cas").iter().filter(|entry| entry["trust_anchor"] == anchor);
        entries.map(|entry| Certificate::parse(&samples.read(&entry["file"])).unwrap()).collect::<Vec<_>>()
    };
    let (anchors, intermediates) = (Anchors::new(authority(true)), authority(false));
    let crl = Crl::parse(&samples.read(&samples.all("crls")[0]["file"])).unwrap();
    for identity in samples.all("identities") {
        let certificate = samples.certificate(&identity["id"]);
        let policies = certificate.policies().to_vec();
        let verify = |policies| chain::verify(&certificate, &intermediates, &anchors, NOW, policies);
        let report = verify(Policies::Of(&policies)).unwrap();
        assert_eq!(report.policies, policies);
        assert_eq!(verify(Policies::Of(&[])).err(), Some(ChainError::PolicyNotAccepted));
        let status = crl.verify(report.issuer(), NOW).unwrap().status(&certificate).unwrap();
        match identity["expect"]["chain"].as_str().unwrap() {
            "valid" => assert_eq!(status, Status::Good),
            "revoked" => assert!(matches!(status, Status::Revoked { reason: Reason::KeyCompromise, .. })),
            other => panic!("{other}"),
        }
        assert_eq!(crl.verify(&anchors.certificates()[0], NOW).err(), Some(RevocationError::OtherIssuer));
    }
}
