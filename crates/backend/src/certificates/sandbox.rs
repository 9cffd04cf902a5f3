//! The authorities of the sandbox: a TEST root, and under it an issuing authority for each of the table's that is asked
//! for. Nothing of it is believed unless the outside services are simulated.
//!
//! Their keys lie in files that only their owner may read. The password on them is no secret.

use super::folder;
use crate::random::{Random, Rng};
use gaip_npki::Password;
use gaip_npki::certificate::Certificate;
use gaip_npki::issue::{Authority, KeyFormat, List, Revoked, Validity, encrypt_key};
use gaip_npki::key::EncryptedKey;
use gaip_npki::revocation::Crl;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

const DAY: i64 = 24 * 3600;
/// How long the authorities are valid.
const YEARS: i64 = 10 * 365 * DAY;
/// How long a list is in force; it is made anew a day before.
const LIST: i64 = 7 * DAY;
/// The name of the root's files.
const ROOT: &str = "root";
const PASSWORD: &str = "TEST";

/// The folder of the sandbox's authorities.
#[derive(Clone, Debug)]
pub struct Sandbox {
    pub(super) folder: PathBuf,
}

/// A line in the book of what an authority revoked.
#[derive(Serialize, Deserialize)]
struct Entry {
    /// Serial number, big-endian.
    serial: Vec<u8>,
    /// When, in seconds since 1970.
    at: i64,
    /// The reason of RFC 5280; 6 is a hold.
    reason: u8,
}

impl Sandbox {
    /// The authorities in a folder; nothing is made yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The issuing authority of an organisation, made with its root where there is none yet. `at` is now in seconds.
    pub fn authority(&self, organization: &str, at: i64, random: &dyn Random) -> Result<Authority, String> {
        let _locked = self.lock()?;
        let root = if let Some(root) = self.load(ROOT)? {
            root
        } else {
            let root = said(Authority::root("GAIP SANDBOX", 1, validity(at), &mut Rng(random)))?;
            self.keep(ROOT, &root, at, random)?;
            root
        };
        if let Some(authority) = self.load(organization)? {
            return Ok(authority);
        }
        let made = root.subordinate(organization, super::issue::serial(random), validity(at), &mut Rng(random));
        let authority = said(made)?;
        self.keep(organization, &authority, at, random)?;
        Ok(authority)
    }

    /// Puts a certificate on its authority's list, or, without a reason, takes it off.
    pub fn revoke(
        &self,
        organization: &str,
        serial: &[u8],
        reason: Option<u8>,
        at: i64,
        random: &dyn Random,
    ) -> Result<(), String> {
        let _locked = self.lock()?;
        let authority = self.load(organization)?.ok_or_else(|| format!("there is no authority {organization}"))?;
        let mut book = self.book(organization)?;
        book.retain(|entry| entry.serial != serial);
        book.extend(reason.map(|reason| Entry { serial: serial.to_vec(), at, reason }));
        let text = said(serde_json::to_vec(&book))?;
        write(&self.file("revoked", organization, "json"), &text)?;
        self.publish(organization, &authority, at, random)
    }

    /// Makes lists anew that are over within a day, or are of another time.
    pub fn renew(&self, at: i64, random: &dyn Random) -> Result<(), String> {
        let due = |list: Option<Crl>| {
            let next = |list: &Crl| list.next_update().unwrap_or_default();
            list.is_none_or(|list| next(&list) < at + DAY || list.this_update() > at)
        };
        let keys = fs::read_dir(self.folder.join("keys")).into_iter().flatten().flatten();
        let names = keys.filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned()));
        for name in names {
            let read = || fs::read(self.file("crls", &name, "crl")).ok().and_then(|bytes| Crl::parse(&bytes).ok());
            if !due(read()) {
                continue;
            }
            let _locked = self.lock()?;
            if let Some(authority) = self.load(&name)?.filter(|_| due(read())) {
                self.publish(&name, &authority, at, random)?;
            }
        }
        Ok(())
    }

    fn publish(&self, name: &str, authority: &Authority, at: i64, random: &dyn Random) -> Result<(), String> {
        let book = self.book(name)?;
        let revoked: Vec<Revoked> =
            book.iter().map(|entry| Revoked { serial: &entry.serial, at: entry.at, reason: entry.reason }).collect();
        let point = point(name);
        let list = List {
            number: u64::try_from(at).unwrap_or_default(),
            this_update: at,
            next_update: Some(at + LIST),
            point: (name != ROOT).then_some(&*point),
            revoked: &revoked,
            extensions: Vec::new(),
        };
        write(&self.file("crls", name, "crl"), &said(list.sign(authority, &mut Rng(random)))?)
    }

    fn keep(&self, name: &str, authority: &Authority, at: i64, random: &dyn Random) -> Result<(), String> {
        let password = Password::new(PASSWORD);
        let key = encrypt_key(authority.key(), &password, KeyFormat::Pbes2Aes256, 1, &mut Rng(random));
        write(&self.file("keys", name, "key"), &said(key)?)?;
        self.publish(name, authority, at, random)?;
        write(&self.certificate(name), authority.certificate().der())
    }

    /// The authority of a name, if it was made to the end: its certificate is written last.
    fn load(&self, name: &str) -> Result<Option<Authority>, String> {
        let path = self.certificate(name);
        if !path.is_file() {
            return Ok(None);
        }
        let certificate = said(Certificate::parse(&read(&path)?))?;
        let key = said(EncryptedKey::parse(&read(&self.file("keys", name, "key"))?))?;
        let key = said(key.open(&Password::new(PASSWORD)))?;
        said(Authority::from_parts(certificate, key)).map(Some)
    }

    fn book(&self, name: &str) -> Result<Vec<Entry>, String> {
        let path = self.file("revoked", name, "json");
        if path.is_file() { said(serde_json::from_slice(&read(&path)?)) } else { Ok(Vec::new()) }
    }

    fn certificate(&self, name: &str) -> PathBuf {
        self.file(if name == ROOT { folder::ROOTS } else { folder::INTERMEDIATES }, name, "der")
    }

    fn file(&self, part: &str, name: &str, ending: &str) -> PathBuf {
        self.folder.join(part).join(format!("{name}.{ending}"))
    }

    /// The backend and the tool may be at work at the same time; whoever holds the file writes.
    fn lock(&self) -> Result<File, String> {
        said(fs::create_dir_all(&self.folder))?;
        let file = said(File::options().create(true).truncate(false).write(true).open(self.folder.join("lock")))?;
        said(file.lock())?;
        Ok(file)
    }
}

/// The address of the partition in which an organisation's certificates would be revoked, as the real ones spell it.
pub(super) fn point(organization: &str) -> String {
    format!("ldap://ds.test.example:389/ou=dp1p1,ou=AccreditedCA,o={organization},c=kr?certificateRevocationList")
}

fn validity(at: i64) -> Validity {
    Validity { not_before: at - DAY, not_after: at + YEARS }
}

fn said<T, E: Display>(done: Result<T, E>) -> Result<T, String> {
    done.map_err(|error| error.to_string())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file that only its owner may read, whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(failed)?;
    let half = path.with_extension("part");
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&half).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    fs::rename(&half, path).map_err(failed)
}
