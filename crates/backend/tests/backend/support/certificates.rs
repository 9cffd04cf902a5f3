//! Test identities, proofs by them, and the authorities of the sandbox, made once.

use super::{Answer, Backend, Browser, START};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_backend::app::AppState;
use gaip_backend::certificates::Sandbox;
use gaip_backend::certificates::issue::{Identity, Order, State, issue_with};
use gaip_backend::random::{Rng, SystemRandom};
use gaip_contract::signer::SEAL_INFO;
use gaip_domain::portal::{CertificateTable, parse_table};
use gaip_domain::value::BusinessNumber;
use gaip_npki::Password;
use gaip_npki::issue::{KeyFormat, encrypt_key, generate_key, generate_random};
use gaip_npki::key::{EncryptedKey, PrivateKey};
use gaip_npki::{cms, seal};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

const RANDOM: &SystemRandom = &SystemRandom;
pub const NOW: i64 = START / 1000;

pub fn table() -> CertificateTable {
    parse_table(include_str!("../../../../../public/portals/certificates.json")).expect("the table reads")
}

/// An RSA key takes seconds, so there is one, and each owner has a random number of its own.
pub fn key() -> PrivateKey {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let password = Password::new("test");
    let file = FILE.get_or_init(|| {
        let key = generate_key(2048, &mut Rng(RANDOM)).expect("a key");
        encrypt_key(&key, &password, KeyFormat::Pbes2Aes256, 1, &mut Rng(RANDOM)).expect("a file")
    });
    let key = EncryptedKey::parse(file).expect("a key").open(&password).expect("the password");
    key.with_random(Some(generate_random(&mut Rng(RANDOM))))
}

/// The sandbox of a backend, with authorities that were made once for all tests.
pub fn sandbox(backend: &Backend) -> Sandbox {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let sandbox = Sandbox::new(folder.path().to_owned());
        for organization in ["yessign", "NCASign"] {
            sandbox.authority(organization, NOW, RANDOM).expect("an authority");
        }
        folder
    });
    let folder = backend.config.sandbox_ca();
    if !folder.is_dir() {
        copy(made.path(), &folder);
    }
    Sandbox::new(folder)
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

impl Backend {
    /// A certificate of a company, of a kind in a state.
    pub fn identity(&self, number: &str, kind: &str, state: State) -> Identity {
        let table = table();
        let number = BusinessNumber::parse(number).expect("a business number");
        let kind = table.kind(kind).expect("a kind");
        let order = Order { number: &number, name: "주식회사 한빛무역", kind, state };
        let at = self.app.clock.now() / 1000;
        issue_with(&sandbox(self), &table, &order, key(), at, RANDOM).expect("an identity")
    }

    /// A good certificate of a company.
    pub fn company(&self, number: &str) -> Identity {
        self.identity(number, "yessign_corporate", State::Valid)
    }
}

/// What a browser sends: signature and sealed random number over a challenge.
pub fn prove(identity: &Identity, challenge: &Value) -> Value {
    let mut proof = signed(identity, challenge, challenge["content"].as_str().expect("a text"));
    let key = URL_SAFE_NO_PAD.decode(challenge["seal_key"].as_str().expect("a key")).expect("base64url");
    let content = challenge["content"].as_str().expect("a text").as_bytes();
    let random = identity.key.random().expect("a random number").as_bytes();
    let recipient = key.try_into().expect("32 bytes");
    let sealed = seal::seal(&recipient, SEAL_INFO, content, random, &mut Rng(RANDOM)).expect("sealed");
    proof["sealed_random"] = URL_SAFE_NO_PAD.encode(sealed).into();
    proof
}

/// A signature over some text, without the random number.
pub fn signed(identity: &Identity, challenge: &Value, text: &str) -> Value {
    let der = cms::sign(&identity.key, &identity.certificate, text.as_bytes(), NOW, &mut Rng(RANDOM)).expect("signed");
    json!({ "challenge": challenge["id"], "signature": URL_SAFE_NO_PAD.encode(der) })
}

pub fn sign_up() -> Value {
    json!({ "sign_up": { "journey": "member", "step": "certificate" } })
}

impl Browser {
    pub async fn ask(&self, purpose: Value) -> Answer {
        self.post("/api/portals/daejeon/challenges", json!({ "purpose": purpose })).await
    }

    /// Answers the certificate step with a proof.
    pub async fn certify_with(&self, proof: Value) -> Answer {
        self.answer("certificate", json!({ "input": { "fields": { "method": "joint" } }, "proof": proof })).await
    }

    /// Asks for a challenge and answers the certificate step.
    pub async fn certify(&self, identity: &Identity) -> Answer {
        let challenge = self.ask(sign_up()).await.ok();
        self.certify_with(prove(identity, &challenge)).await
    }

    /// A sign-up that is at its certificate step.
    pub async fn to_certificate(&self, number: &str) {
        self.open().await.ok();
        self.agree().await.ok();
        self.company(number).await.ok();
    }

    /// A member that was proved by certificate, logged in by password.
    pub async fn certified_member(&self, number: &str, login_id: &str, identity: &Identity) {
        self.fill(number, login_id).await;
        self.certify(identity).await.ok();
        self.submit(&format!("attempt-{login_id}")).await.ok();
        self.log_in(login_id, super::steps::PASSWORD).await.ok();
    }

    pub async fn log_in_by(&self, identity: &Identity) -> Answer {
        let challenge = self.ask(json!("login")).await.ok();
        self.post("/api/session/certificate", json!({ "portal": "daejeon", "proof": prove(identity, &challenge) }))
            .await
    }

    pub async fn step_up(&self, identity: &Identity) -> Answer {
        let challenge = self.ask(json!("step_up")).await.ok();
        self.post("/api/session/step-up", json!({ "proof": prove(identity, &challenge) })).await
    }

    pub async fn register(&self, identity: &Identity) -> Answer {
        let challenge = self.ask(json!("register")).await.ok();
        self.post("/api/me/certificates", json!({ "proof": prove(identity, &challenge) })).await
    }
}

/// The words of the audit table.
pub async fn audited(app: &AppState) -> Vec<String> {
    let pool = sqlx::AnyPool::connect(&app.config.database()).await.expect("the database");
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT event FROM audit ORDER BY at, id").fetch_all(&pool).await.expect("rows");
    rows.into_iter().map(|(event,)| event).collect()
}
