//! `cargo xtask certificate verify`: whether a signature is one over this content, and its certificate to be believed.

use clap::Args;
use gaip_npki::Oid;
use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{self, Anchors, Policies};
use gaip_npki::cms::SignedData;
use gaip_npki::revocation::{Crl, Status};
use std::{
    fs,
    path::{Path, PathBuf},
};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::open::{describe, read};
use super::{Found, refused};

/// What `verify` may be told.
#[derive(Args)]
pub struct Options {
    /// The signed message: CMS in DER
    cms: PathBuf,
    /// The content that was to be signed
    #[arg(long)]
    content: PathBuf,
    /// A folder of certificates that are trusted
    #[arg(long)]
    roots: PathBuf,
    /// A folder of certificates of authorities below them
    #[arg(long)]
    intermediates: Option<PathBuf>,
    /// A folder of revocation lists
    #[arg(long)]
    crls: Option<PathBuf>,
    /// The time to judge at: 2026-11-21T00:00:00Z, or seconds since 1970
    #[arg(long, value_parser = time)]
    at: i64,
    /// Policies that are accepted; all that the authorities permit if there are none
    #[arg(long, value_delimiter = ',', value_parser = oid)]
    policies: Vec<Oid>,
}

fn time(text: &str) -> Result<i64, String> {
    let written = || OffsetDateTime::parse(text, &Rfc3339).map(OffsetDateTime::unix_timestamp);
    text.parse().or_else(|_| written()).map_err(|_| "write it as 2026-11-21T00:00:00Z".to_owned())
}

fn oid(text: &str) -> Result<Oid, String> {
    Oid::new(text).map_err(|_| "an OID is numbers with dots between".to_owned())
}

/// Verifies signature, chain and revocation; the first that is wrong is told by its code.
pub fn verify(options: &Options) -> Result<Found, String> {
    let (cms, content) = (read(&options.cms)?, read(&options.content)?);
    let message = match SignedData::parse(&cms) {
        Ok(message) => message,
        Err(error) => return Ok(refused(error)),
    };
    let signer = match message.verify(&content) {
        Ok(signer) => signer,
        Err(error) => return Ok(refused(error)),
    };
    let anchors = Anchors::new(all(&options.roots, |bytes| Certificate::parse(bytes).ok())?);
    let some =
        |folder: &Option<PathBuf>| folder.as_deref().map_or(Ok(Vec::new()), |f| all(f, |b| Certificate::parse(b).ok()));
    let intermediates = some(&options.intermediates)?;
    let lists = options.crls.as_deref().map(|folder| all(folder, |bytes| Crl::parse(bytes).ok())).transpose()?;
    let mut facts = describe(signer);
    facts["signature"] = "good".into();
    let accepted = if options.policies.is_empty() { Policies::Any } else { Policies::Of(&options.policies) };
    let report = match chain::verify(signer, &intermediates, &anchors, options.at, accepted) {
        Ok(report) => report,
        Err(error) => {
            facts["chain"] = error.to_string().into();
            facts["error"] = error.to_string().into();
            return Ok(Found { facts, good: false });
        }
    };
    facts["chain"] = "good".into();
    facts["accepted"] = report.policies.iter().map(ToString::to_string).collect();
    facts["authorities"] = report.authorities.iter().map(|authority| authority.subject().to_string()).collect();
    let revocation = lists.map_or("not_asked", |lists| status(&lists, signer, &report.authorities, options.at));
    facts["revocation"] = revocation.into();
    let good = matches!(revocation, "good" | "not_asked");
    if !good {
        facts["error"] = format!("revocation_{revocation}").into();
    }
    Ok(Found { facts, good })
}

/// What the newest list in force says of the certificate and, where there is one about them, of its authorities.
fn status(lists: &[Crl], signer: &Certificate, authorities: &[&Certificate], at: i64) -> &'static str {
    let links = std::iter::once(signer).chain(authorities.iter().copied()).zip(authorities);
    for (certificate, issuer) in links {
        let of_issuer = || lists.iter().filter(|list| list.issuer() == certificate.issuer());
        if certificate.is_ca() && of_issuer().next().is_none() {
            continue;
        }
        let current = of_issuer().filter_map(|list| {
            let status = list.verify(issuer, at).and_then(|current| current.status(certificate)).ok()?;
            Some((list.this_update(), status))
        });
        match current.max_by_key(|(made, _)| *made) {
            Some((_, Status::Good)) => {}
            Some((_, Status::Hold { .. })) => return "hold",
            Some((_, Status::Revoked { .. })) => return "revoked",
            None => return "unavailable",
        }
    }
    "good"
}

/// What reads of the files in a folder; whatever else lies there does not count.
fn all<T>(folder: &Path, parse: impl Fn(&[u8]) -> Option<T>) -> Result<Vec<T>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    Ok(files.filter_map(|path| parse(&fs::read(path).ok()?)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_either_way() {
        assert_eq!(time("2026-11-21T00:00:00Z"), Ok(1_795_219_200));
        assert_eq!(time("2026-11-21T09:00:00+09:00"), Ok(1_795_219_200));
        assert_eq!(time("1795219200"), Ok(1_795_219_200));
        assert!(time("yesterday").is_err());
    }

    #[test]
    fn what_is_no_signature_is_refused_by_its_code_and_a_missing_file_by_its_name() {
        let here = std::env::current_dir().expect("a folder");
        let options = |cms: &str| Options {
            cms: here.join(cms),
            content: here.join("Cargo.toml"),
            roots: here.clone(),
            intermediates: None,
            crls: None,
            at: 0,
            policies: Vec::new(),
        };
        let found = verify(&options("Cargo.toml")).expect("both files are there");
        assert_eq!((found.facts["error"].as_str(), found.good), (Some("not_signed_data"), false));
        let missing = verify(&options("no-such-file.p7")).err().expect("it is not there");
        assert!(missing.contains("no-such-file.p7"), "{missing}");
    }
}
