//! `cargo xtask certificate open`: what a certificate and its key are, and whose.

use clap::Args;
use gaip_npki::Password;
use gaip_npki::certificate::Certificate;
use gaip_npki::key::{EncryptedKey, PrivateKey};
use gaip_npki::owner::{self, Ownership};
use gaip_npki::pfx::Pfx;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{Found, refused};

/// What `open` may be told.
#[derive(Args)]
pub struct Options {
    /// The certificate and its key, or a PFX
    #[arg(required = true, num_args = 1..=2, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A file that holds the password; a line break at its end does not count
    #[arg(long)]
    password_file: PathBuf,
    /// The number whose owner the certificate is to be proved to be
    #[arg(long)]
    business_number: Option<String>,
}

/// Opens the key. A wrong password, a broken file, a wrong pair and another owner each have their code.
pub fn open(options: &Options) -> Result<Found, String> {
    let password = fs::read_to_string(&options.password_file)
        .map_err(|error| format!("{}: {error}", options.password_file.display()))?;
    let password = Password::new(password.strip_suffix('\n').map_or(&*password, |line| line.trim_end_matches('\r')));
    let opened = match &options.files[..] {
        [certificate, key] => pair(&read(certificate)?, &read(key)?, &password),
        [pfx, ..] => Pfx::parse(&read(pfx)?).and_then(|pfx| pfx.open(&password)).map_err(|e| e.to_string()).and_then(
            |mut pairs| {
                let first = pairs.drain(..).next().ok_or("pfx_no_identity")?;
                Ok((first.certificate, first.key))
            },
        ),
        [] => return Err("name a certificate and its key, or a PFX".to_owned()),
    };
    let (certificate, key) = match opened {
        Ok(opened) => opened,
        Err(code) => return Ok(refused(code)),
    };
    let mut facts = describe(&certificate);
    facts["key"] = "opened".into();
    facts["random"] = key.random().is_some().into();
    let vid = options.business_number.as_ref().map(|number| vid(&certificate, &key, number));
    facts["vid"] = json!(vid.unwrap_or("not_asked"));
    Ok(Found { facts, good: vid.is_none_or(|vid| vid == "match") })
}

fn pair(certificate: &[u8], key: &[u8], password: &Password) -> Result<(Certificate, PrivateKey), String> {
    let certificate = Certificate::parse(certificate).map_err(|error| error.to_string())?;
    let key = EncryptedKey::parse(key).and_then(|key| key.open(password)).map_err(|error| error.to_string())?;
    if key.belongs_to(&certificate) { Ok((certificate, key)) } else { Err("key_of_another_certificate".to_owned()) }
}

fn vid(certificate: &Certificate, key: &PrivateKey, number: &str) -> &'static str {
    match key.random().map(|random| owner::prove(certificate, number, random)) {
        Some(Ownership::Proven) => "match",
        Some(Ownership::Other) => "mismatch",
        Some(Ownership::Unprovable) | None => "cannot_check",
    }
}

/// What a certificate says.
pub fn describe(certificate: &Certificate) -> Value {
    let time = |at| OffsetDateTime::from_unix_timestamp(at).ok().and_then(|at| at.format(&Rfc3339).ok());
    json!({
        "subject": certificate.subject().to_string(),
        "name": certificate.display_name(),
        "issuer": certificate.issuer().to_string(),
        "serial": certificate.serial(),
        "not_before": time(certificate.not_before()),
        "not_after": time(certificate.not_after()),
        "policies": certificate.policies().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "for_signing": certificate.is_for_signing(),
    })
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
