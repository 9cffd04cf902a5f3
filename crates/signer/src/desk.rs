//! What the worker has before it: certificates that were found or kept, and at most one key that is open.

use crate::files::FoundFile;
use crate::item::{Content, Item, id_of};
use crate::judge::entry;
use crate::pairs::{self, of_key, of_pfx};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use gaip_contract::bodies::CertificateRule;
use gaip_contract::signer::{Answer, Entry, Fault, Listing, OddFile, SEAL_INFO};
use gaip_npki::certificate::Certificate;
use gaip_npki::key::{EncryptedKey, PrivateKey};
use gaip_npki::owner::{Ownership, prove};
use gaip_npki::pfx::Pfx;
use gaip_npki::{Password, cms, seal};
use rand_core::CryptoRng;

/// A key that is open, until it has signed or is closed.
struct Open {
    certificate: Certificate,
    key: PrivateKey,
}

/// How an entry is to be opened.
pub struct Opening<'a> {
    /// The entry.
    pub entry: &'a str,
    /// Its password.
    pub password: &'a Password,
    /// Whose it must be.
    pub business_number: Option<&'a str>,
}

/// Everything before the worker.
#[derive(Default)]
pub struct Desk {
    rules: Vec<CertificateRule>,
    found: Vec<Item>,
    kept: Vec<Item>,
    open: Option<Open>,
}

impl Desk {
    /// Judges by these kinds from now on.
    pub fn set_rules(&mut self, rules: Vec<CertificateRule>) {
        self.rules = rules;
    }

    /// Takes files in the place of those before. `cut` says that there were more.
    pub fn look(&mut self, files: Vec<FoundFile>, cut: bool, now: i64) -> Listing {
        let (items, mut odd) = pairs::pair(files);
        if cut {
            odd.push(OddFile { name: String::new(), why: Fault::TooMany });
        }
        self.found = items;
        Listing { entries: self.entries(&self.found, now), odd }
    }

    /// Takes what is kept in the browser in the place of what was known of it.
    pub fn keep(&mut self, items: Vec<Item>, now: i64) -> Listing {
        self.kept = items;
        Listing { entries: self.entries(&self.kept, now), odd: Vec::new() }
    }

    /// Usable ones first, and those that last longest.
    fn entries(&self, items: &[Item], now: i64) -> Vec<Entry> {
        let mut entries: Vec<Entry> = items.iter().map(|item| entry(item, &self.rules, now)).collect();
        entries.sort_by(|one, other| {
            let until = |entry: &Entry| entry.certificate.as_ref().map(|details| details.until.clone());
            let by_use = other.state.usable().cmp(&one.state.usable());
            by_use.then_with(|| until(other).cmp(&until(one)))
        });
        entries
    }

    /// An item by its id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.found.iter().chain(&self.kept).find(|item| item.id == id)
    }

    /// Opens the key of an entry and holds it, if it is the certificate's and the owner's.
    pub fn open(&mut self, Opening { entry: id, password, business_number }: &Opening, now: i64) -> Answer {
        self.open = None;
        match self.opened(id, password) {
            Ok(open) => {
                let answer = self.owned(id, &open, *business_number, now);
                if matches!(answer, Answer::Opened(_)) {
                    self.open = Some(open);
                }
                answer
            }
            Err(fault) => Answer::Failed(fault),
        }
    }

    fn opened(&mut self, id: &str, password: &Password) -> Result<Open, Fault> {
        let item = self.found.iter_mut().chain(&mut self.kept).find(|item| item.id == id).ok_or(Fault::Gone)?;
        match &mut item.content {
            Content::Pair { key: None, .. } => Err(Fault::Gone),
            Content::Pair { certificate, key: Some(file) } => {
                let key = EncryptedKey::parse(file).and_then(|key| key.open(password)).map_err(of_key)?;
                let certificate = Certificate::clone(certificate);
                if key.belongs_to(&certificate) { Ok(Open { certificate, key }) } else { Err(Fault::WrongPair) }
            }
            Content::Pfx { file, certificate } => {
                let identities = Pfx::parse(file).and_then(|pfx| pfx.open(password)).map_err(of_pfx)?;
                // Those for signing come first.
                let first = identities.into_iter().next().filter(gaip_npki::pfx::Identity::is_for_signing);
                let identity = first.ok_or(Fault::WrongPair)?;
                *certificate = Some(Box::new(identity.certificate.clone()));
                Ok(Open { certificate: identity.certificate, key: identity.key })
            }
        }
    }

    /// Another company's certificate is told before anything is sent. The server proves it again.
    fn owned(&self, id: &str, open: &Open, number: Option<&str>, now: i64) -> Answer {
        if let Some(number) = number {
            let Some(random) = open.key.random() else { return Answer::Failed(Fault::NoRandom) };
            match prove(&open.certificate, number, random) {
                Ownership::Proven => {}
                Ownership::Other => return Answer::Failed(Fault::OtherCompany),
                Ownership::Unprovable => return Answer::Failed(Fault::NoRandom),
            }
        }
        match self.item(id) {
            Some(item) => Answer::Opened(Box::new(entry(item, &self.rules, now))),
            None => Answer::Failed(Fault::Gone),
        }
    }

    /// Signs with the key that is open, and seals the owner's random number.
    pub fn sign(&self, content: &str, seal_key: &str, now: i64, rng: &mut impl CryptoRng) -> Answer {
        let Some(Open { certificate, key }) = &self.open else { return Answer::Failed(Fault::Gone) };
        let Ok(signature) = cms::sign(key, certificate, content.as_bytes(), now, rng) else {
            return Answer::Failed(Fault::Damaged);
        };
        let sealed_random = match key.random() {
            None => None,
            Some(random) => {
                let recipient = URL_SAFE_NO_PAD.decode(seal_key).ok().and_then(|key| key.try_into().ok());
                let Some(recipient) = recipient else { return Answer::Failed(Fault::Silent) };
                match seal::seal(&recipient, SEAL_INFO, content.as_bytes(), random.as_bytes(), rng) {
                    Ok(sealed) => Some(URL_SAFE_NO_PAD.encode(sealed)),
                    Err(_) => return Answer::Failed(Fault::Silent),
                }
            }
        };
        Answer::Signed { signature: URL_SAFE_NO_PAD.encode(signature), sealed_random }
    }

    /// Forgets the key that is open.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// The files of an entry, as they are saved elsewhere.
    pub fn copy_out(&self, id: &str) -> Answer {
        let Some(item) = self.item(id) else { return Answer::Failed(Fault::Gone) };
        match &item.content {
            Content::Pair { certificate, key } => {
                let certificate = ("signCert.der".to_owned(), STANDARD.encode(certificate.der()));
                let key = key.iter().map(|key| ("signPri.key".to_owned(), STANDARD.encode(key)));
                Answer::Copied(std::iter::once(certificate).chain(key).collect())
            }
            Content::Pfx { file, .. } => {
                let name = item.name.rsplit('/').next().unwrap_or("certificate.pfx").to_owned();
                Answer::Copied(vec![(name, STANDARD.encode(file))])
            }
        }
    }
}

/// An item as the store keeps it, and as it comes back.
impl Item {
    /// Its name in the store; nothing where its certificate is not known.
    pub fn store_id(&self) -> Option<String> {
        self.certificate().map(id_of)
    }
}
