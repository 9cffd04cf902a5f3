//! From files to certificates with their keys: by folder, whatever the letters of their names.

use crate::files::{CERTIFICATES, FoundFile, KEYS, PFX};
use crate::item::{Content, Item, id_of};
use gaip_contract::signer::{Fault, OddFile};
use gaip_npki::certificate::{Certificate, CertificateError};
use gaip_npki::key::{EncryptedKey, KeyError};
use gaip_npki::pfx::{Pfx, PfxError};
use std::collections::BTreeMap;

/// Names by which programs keep the pair for encryption, which signs nothing.
const FOR_ENCRYPTION: &str = "km";

/// Certificates and odd files among what was read.
pub fn pair(files: Vec<FoundFile>) -> (Vec<Item>, Vec<OddFile>) {
    let mut found = Found::default();
    let mut folders: BTreeMap<String, Vec<(String, String, Vec<u8>)>> = BTreeMap::new();
    for file in files {
        let name = file.name();
        match file.content {
            Err(why) => found.odd(file.path, why),
            Ok(_) if name.starts_with(FOR_ENCRYPTION) => {}
            Ok(ref bytes) if file.ends_in(&PFX) => found.pfx(&file.path, bytes),
            Ok(ref bytes) => {
                let folder = file.folder().to_owned();
                folders.entry(folder).or_default().push((name, file.path.clone(), bytes.clone()));
            }
        }
    }
    for (folder, files) in folders {
        found.folder(&folder, files);
    }
    (found.items, found.odd)
}

#[derive(Default)]
struct Found {
    items: Vec<Item>,
    odd: Vec<OddFile>,
}

impl Found {
    fn odd(&mut self, name: String, why: Fault) {
        self.odd.push(OddFile { name, why });
    }

    fn pfx(&mut self, path: &str, file: &[u8]) {
        match Pfx::parse(file) {
            Ok(_) => {
                let content = Content::Pfx { file: file.to_vec(), certificate: None };
                let id = format!("pfx-{}", self.items.len() + 1);
                self.items.push(Item { id, name: path.to_owned(), content, kept: false });
            }
            Err(why) => self.odd(path.to_owned(), of_pfx(why)),
        }
    }

    /// The pairs of one folder. Programs keep one in each; what somebody copied together is told apart by stems.
    fn folder(&mut self, folder: &str, files: Vec<(String, String, Vec<u8>)>) {
        let (mut keys, mut certificates) = (Vec::new(), Vec::new());
        for (name, path, bytes) in files {
            if KEYS.iter().any(|ending| name.ends_with(ending)) {
                match EncryptedKey::parse(&bytes) {
                    Ok(_) => keys.push((name, path, bytes)),
                    Err(why) => self.odd(path, of_key(why)),
                }
            } else if CERTIFICATES.iter().any(|ending| name.ends_with(ending)) {
                match Certificate::parse(&bytes) {
                    // Certificates of authorities lie beside those of owners.
                    Ok(certificate) if certificate.is_ca() || !certificate.is_for_signing() => {}
                    Ok(certificate) => certificates.push((name, path, certificate)),
                    Err(why) => self.odd(path, of_certificate(why)),
                }
            }
        }
        let alone = keys.len() == 1 && certificates.len() == 1;
        for (name, path, certificate) in certificates {
            let fits = |key: &(String, String, Vec<u8>)| alone || stem(&key.0) == stem(&name);
            let key = keys.iter().position(fits).map(|at| keys.swap_remove(at).2);
            let place = if folder.is_empty() { path } else { folder.to_owned() };
            self.add(place, certificate, key);
        }
        // A key whose certificate is not there is of no use.
        for (_, path, _) in keys {
            self.odd(path, Fault::WrongPair);
        }
    }

    /// The same certificate may lie in several places: one with a key is enough.
    fn add(&mut self, name: String, certificate: Certificate, key: Option<Vec<u8>>) {
        let id = id_of(&certificate);
        if let Some(known) = self.items.iter_mut().find(|item| item.id == id) {
            if let (Content::Pair { key: missing @ None, .. }, Some(key)) = (&mut known.content, key) {
                *missing = Some(key);
                known.name = name;
            }
            return;
        }
        let content = Content::Pair { certificate: Box::new(certificate), key };
        self.items.push(Item { id, name, content, kept: false });
    }
}

/// A name without its ending and without what tells certificate from key.
fn stem(name: &str) -> String {
    let bare = name.rsplit_once('.').map_or(name, |(bare, _)| bare);
    bare.replace("signcert", "").replace("signpri", "")
}

/// A refusal of a certificate, as people are told.
pub fn of_certificate(error: CertificateError) -> Fault {
    match error {
        CertificateError::TooLarge => Fault::TooLarge,
        CertificateError::NotACertificate => Fault::NotCertificate,
        CertificateError::Damaged | CertificateError::AmbiguousOwner => Fault::Damaged,
    }
}

/// A refusal of a key, as people are told.
pub fn of_key(error: KeyError) -> Fault {
    match error {
        KeyError::TooLarge => Fault::TooLarge,
        KeyError::NotAKey => Fault::NotCertificate,
        KeyError::Damaged => Fault::Damaged,
        KeyError::NotEncrypted | KeyError::UnsupportedFormat(_) | KeyError::TooManyIterations => Fault::Unsupported,
        KeyError::WrongPassword => Fault::WrongPassword,
    }
}

/// A refusal of a PFX file, as people are told.
pub fn of_pfx(error: PfxError) -> Fault {
    match error {
        PfxError::TooLarge => Fault::TooLarge,
        PfxError::NotAPfx => Fault::NotCertificate,
        PfxError::Damaged => Fault::Damaged,
        PfxError::UnsupportedFormat(_) | PfxError::TooManyIterations => Fault::Unsupported,
        PfxError::WrongPassword => Fault::WrongPassword,
        PfxError::NoIdentity => Fault::WrongPair,
    }
}
