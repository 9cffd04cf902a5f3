//! A software authenticator, and what a browser does with it.

use super::{Answer, Browser};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ciborium::{Value as Cbor, cbor};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use rsa::traits::PublicKeyParts;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub const PASSKEYS: &str = "/api/me/passkeys";
pub const OPTIONS: &str = "/api/me/passkeys/options";

/// Present, verified.
const FLAGS: u8 = 0x05;

/// The key of a passkey.
pub enum Key {
    Es256(SigningKey),
    Rs256(Box<rsa::PrivateKey>),
}

/// One passkey, and what it would say. Tests change what an attacker or a broken device would.
pub struct Passkey {
    pub key: Key,
    pub id: Vec<u8>,
    pub user: Option<String>,
    pub count: u32,
    pub flags: u8,
    pub party: String,
    pub origin: String,
    /// What the browser says beside: `crossOrigin`.
    pub beside: Value,
    pub format: &'static str,
}

pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Passkey {
    /// A new one, told apart by a number.
    pub fn new(n: u8) -> Self {
        let key = SigningKey::from_slice(&[n; 32]).expect("a number below the order");
        Self {
            key: Key::Es256(key),
            id: vec![n; 16],
            user: None,
            count: 0,
            flags: FLAGS,
            party: "localhost".to_owned(),
            origin: "http://localhost".to_owned(),
            beside: Value::Null,
            format: "none",
        }
    }

    fn client_data(&self, ceremony: &str, options: &Value) -> Vec<u8> {
        let mut data = json!({ "type": ceremony, "challenge": options["challenge"], "origin": self.origin });
        if let Some(beside) = self.beside.as_object() {
            data.as_object_mut().expect("an object").extend(beside.clone());
        }
        data.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.party.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn cose(&self) -> Cbor {
        let bytes = |bytes: &[u8]| Cbor::Bytes(bytes.to_vec());
        let made = match &self.key {
            Key::Es256(key) => {
                let point = key.verifying_key().to_sec1_point(false);
                let (x, y) = (point.x().expect("x"), point.y().expect("y"));
                cbor!({ 1 => 2, 3 => -7, -1 => 1, -2 => bytes(x), -3 => bytes(y) })
            }
            Key::Rs256(key) => cbor!({
                1 => 3, 3 => -257, -1 => bytes(&key.n_bytes()), -2 => bytes(&key.e_bytes()),
            }),
        };
        made.expect("it is CBOR")
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.key {
            Key::Es256(key) => {
                let signature: Signature = key.sign(message);
                signature.to_der().as_bytes().to_vec()
            }
            Key::Rs256(key) => {
                let scheme = rsa::Pkcs1v15Sign::new::<Sha256>();
                key.sign(scheme, &Sha256::digest(message)).expect("it signs")
            }
        }
    }

    /// What `navigator.credentials.create` gives.
    pub fn make(&mut self, options: &Value) -> Value {
        self.user = Some(options["user"]["id"].as_str().expect("a user").to_owned());
        let client_data = self.client_data("webauthn.create", options);
        let mut data = self.data(self.flags | 0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        ciborium::into_writer(&self.cose(), &mut data).expect("it is written");
        let signed = [&data[..], &Sha256::digest(&client_data)[..]].concat();
        let statement = match self.format {
            "packed" => cbor!({ "alg" => -7, "sig" => Cbor::Bytes(self.sign(&signed)) }),
            _ => cbor!({}),
        };
        let object = cbor!({
            "fmt" => self.format, "attStmt" => statement.expect("it is CBOR"), "authData" => Cbor::Bytes(data),
        });
        let mut attestation = Vec::new();
        ciborium::into_writer(&object.expect("it is CBOR"), &mut attestation).expect("it is written");
        json!({
            "id": base64url(&self.id),
            "rawId": base64url(&self.id),
            "type": "public-key",
            "response": { "clientDataJSON": base64url(&client_data), "attestationObject": base64url(&attestation) },
            "clientExtensionResults": {},
        })
    }

    /// What `navigator.credentials.get` gives.
    pub fn give(&self, options: &Value) -> Value {
        let client_data = self.client_data("webauthn.get", options);
        let data = self.data(self.flags);
        let signed = [&data[..], &Sha256::digest(&client_data)[..]].concat();
        json!({
            "id": base64url(&self.id),
            "rawId": base64url(&self.id),
            "type": "public-key",
            "response": {
                "clientDataJSON": base64url(&client_data),
                "authenticatorData": base64url(&data),
                "signature": base64url(&self.sign(&signed)),
                "userHandle": self.user,
            },
            "clientExtensionResults": {},
        })
    }
}

impl Browser {
    /// Registers a passkey, with a login of the last minutes.
    pub async fn keeps(&self, passkey: &mut Passkey) -> Answer {
        let options = self.post(OPTIONS, json!({})).await.ok();
        let credential = passkey.make(&options);
        self.post(PASSKEYS, json!({ "name": "사무실 노트북", "credential": credential })).await
    }

    /// What a login by passkey is to sign.
    pub async fn passkey_request(&self, portal: &str) -> Value {
        self.post("/api/session/passkey/options", json!({ "portal": portal })).await.ok()
    }

    /// Logs in by a passkey.
    pub async fn log_in_by_passkey(&self, passkey: &Passkey) -> Answer {
        let options = self.passkey_request("daejeon").await;
        self.shows_passkey("daejeon", passkey.give(&options)).await
    }

    pub async fn shows_passkey(&self, portal: &str, credential: Value) -> Answer {
        self.post("/api/session/passkey", json!({ "portal": portal, "credential": credential })).await
    }
}
