//! Test identities of the sandbox in the real profile, written as people have them on their disks.

use super::sandbox::{Sandbox, point, write};
use crate::random::{Random, Rng};
use clap::ValueEnum;
use gaip_domain::portal::{CertificateKind, CertificateTable};
use gaip_domain::value::BusinessNumber;
use gaip_npki::certificate::Certificate;
use gaip_npki::issue::{
    KeyFormat, OwnerOrder, PfxFormat, Use, Validity, encrypt_key, generate_key, generate_random, owner, pfx,
};
use gaip_npki::key::PrivateKey;
use gaip_npki::{Hash, Oid, Password};
use std::fmt::Display;
use std::path::{Path, PathBuf};

const DAY: i64 = 24 * 3600;
const YEAR: i64 = 365 * DAY;
/// Rounds of key derivation, as usual.
const ROUNDS: u32 = 2048;

/// How the key lies in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// SEED by a password, as most files have it.
    Seed,
    /// The same with a fixed IV, as old files have it.
    SeedOld,
    /// PBES2 with SEED, as banks write it.
    Pbes2Seed,
    /// PBES2 with AES-256.
    Aes,
}

/// In which state the certificate is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Good for a year.
    Valid,
    /// Over for a month.
    Expired,
    /// On its authority's list.
    Revoked,
    /// On its authority's list for the time being.
    OnHold,
}

/// Whose identity is made, and which.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The company.
    pub number: &'a BusinessNumber,
    /// Its name.
    pub name: &'a str,
    /// The kind of certificate.
    pub kind: &'a CertificateKind,
    /// Its state.
    pub state: State,
}

/// A certificate with its key.
#[derive(Debug)]
pub struct Identity {
    /// The certificate.
    pub certificate: Certificate,
    /// Its key, with the owner's random number.
    pub key: PrivateKey,
}

/// Issues an identity. `at` is now in seconds.
pub fn issue(
    sandbox: &Sandbox,
    table: &CertificateTable,
    order: &Order,
    at: i64,
    random: &dyn Random,
) -> Result<Identity, String> {
    let key = said(generate_key(2048, &mut Rng(random)))?;
    let key = key.with_random(Some(generate_random(&mut Rng(random))));
    issue_with(sandbox, table, order, key, at, random)
}

/// Issues an identity for a key that is there already.
pub fn issue_with(
    sandbox: &Sandbox,
    table: &CertificateTable,
    order: &Order,
    key: PrivateKey,
    at: i64,
    random: &dyn Random,
) -> Result<Identity, String> {
    let Order { number, name, kind, state } = order;
    let authority = table.authority(&kind.authority).ok_or("the kind has no authority")?;
    let organization = &*authority.organization;
    let policy = kind.policies.first().ok_or_else(|| format!("the policy of the kind {} is not known", kind.id))?;
    let issuer = sandbox.authority(organization, at, random)?;
    let validity = match state {
        State::Expired => Validity { not_before: at - YEAR, not_after: at - 30 * DAY },
        _ => Validity { not_before: at - DAY, not_after: at + YEAR },
    };
    let serial = serial(random);
    let unit = match (organization, kind.personal) {
        ("yessign", true) => "personal4IB",
        ("yessign", false) => "corporation4EC",
        _ => "licensedCA",
    };
    let common_name = format!("{name}()0099{serial:020}");
    let draft = owner(
        &OwnerOrder {
            serial,
            validity,
            folder: organization,
            units: &[unit, "TEST"],
            common_name: &common_name,
            real_name: name,
            number: Some(number.as_str()),
            policies: &[Oid::new(policy).map_err(|_| format!("{policy} is no OID"))?],
            purpose: Use::Signing,
            crl_point: &point(organization),
            ocsp: None,
        },
        &key,
        &issuer,
    );
    let certificate = said(issuer.sign(&draft, &mut Rng(random)))?;
    let reason = match state {
        State::Revoked => Some(4),
        State::OnHold => Some(6),
        State::Valid | State::Expired => None,
    };
    if reason.is_some() {
        sandbox.revoke(organization, certificate.serial_bytes(), reason, at, random)?;
    }
    Ok(Identity { certificate, key })
}

/// Writes an identity as `NPKI/<authority>/USER/<name>/signCert.der` and `signPri.key` below a folder, and beside them a
/// PFX where asked; the files that were written.
pub fn save(
    identity: &Identity,
    folder: &Path,
    password: &str,
    format: Format,
    with_pfx: bool,
    random: &dyn Random,
) -> Result<Vec<PathBuf>, String> {
    let Identity { certificate, key } = identity;
    let password = Password::new(password);
    let format = match format {
        Format::Seed => KeyFormat::SeedPbe,
        Format::SeedOld => KeyFormat::SeedFixedIv,
        Format::Pbes2Seed => KeyFormat::Pbes2Seed,
        Format::Aes => KeyFormat::Pbes2Aes256,
    };
    let organization = certificate.subject().organization().unwrap_or("TEST");
    let folder = folder.join("NPKI").join(organization).join("USER").join(folder_name(certificate));
    let mut files = vec![
        ("signCert.der", certificate.der().to_vec()),
        ("signPri.key", said(encrypt_key(key, &password, format, ROUNDS, &mut Rng(random)))?),
    ];
    if with_pfx {
        let format =
            PfxFormat { keys: format, certificates: KeyFormat::Pbes2Aes256, mac: Some(Hash::Sha256), rounds: ROUNDS };
        let bytes = said(pfx(&[(certificate, key)], &password, format, &mut Rng(random)))?;
        files.push(("signCert.pfx", bytes));
    }
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        write(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

/// The owner's name as folders are called, without what some systems cannot have in a name.
fn folder_name(certificate: &Certificate) -> String {
    let name = certificate.subject().to_string();
    let parts = name.split(',').map(|part| match part.split_once('=') {
        Some((kind, value)) => format!("{}={value}", kind.to_ascii_lowercase()),
        None => part.to_owned(),
    });
    let name = parts.collect::<Vec<_>>().join(",");
    name.replace(|c: char| c.is_control() || "\\/:*?\"<>|".contains(c), "_")
}

/// A serial number.
pub(super) fn serial(random: &dyn Random) -> u64 {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    u64::from_be_bytes(bytes) >> 1 | 1
}

fn said<T, E: Display>(done: Result<T, E>) -> Result<T, String> {
    done.map_err(|error| error.to_string())
}
