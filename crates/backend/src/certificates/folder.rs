//! The authorities of an operator: a folder with `roots/`, `intermediates/` and `crls/`, in DER or PEM, one to a file.

use gaip_npki::certificate::{Certificate, MAX_CERTIFICATE};
use gaip_npki::chain::Anchors;
use gaip_npki::revocation::Crl;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Certificates that are trusted.
pub const ROOTS: &str = "roots";
/// Certificates of authorities below them.
pub const INTERMEDIATES: &str = "intermediates";
/// Lists of revoked certificates.
const LISTS: &str = "crls";
/// Endings of files that are read.
const ENDINGS: [&str; 5] = ["der", "cer", "crt", "pem", "crl"];

/// What stands in a folder, to see whether it changed: path, time of the last change, size.
pub type Stamp = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// The authorities as they were read.
#[derive(Debug, Default)]
pub struct Authorities {
    /// Those that are trusted.
    pub anchors: Anchors,
    /// Those below them that issue certificates.
    pub intermediates: Vec<Certificate>,
    /// Lists of revoked certificates, the newest first.
    pub lists: Vec<Crl>,
    /// A file did not read, so that something may be missing here.
    pub incomplete: bool,
}

/// What stands in the folder now. A folder that is not there is empty.
pub fn stamp(folder: &Path) -> Stamp {
    let mut stamp = Stamp::new();
    for part in [ROOTS, INTERMEDIATES, LISTS] {
        for entry in std::fs::read_dir(folder.join(part)).into_iter().flatten().flatten() {
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
            // Of a link, what it leads to counts.
            let Some(about) = std::fs::metadata(&path).ok().filter(std::fs::Metadata::is_file) else { continue };
            if ENDINGS.contains(&ending.as_str()) {
                stamp.push((path, about.modified().ok(), about.len()));
            }
        }
    }
    stamp.sort();
    stamp
}

/// Reads the files. What does not read is left out and told, each with its file and what to do.
pub fn read(stamp: &Stamp) -> (Authorities, Vec<String>) {
    let mut mistakes = Vec::new();
    let (mut roots, mut intermediates, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for (path, _, size) in stamp {
        let part = path.parent().and_then(Path::file_name).unwrap_or_default();
        let done = if part == LISTS {
            bytes(path, *size, Crl::MAX).and_then(|bytes| said(Crl::parse(&bytes))).map(|list| lists.push(list))
        } else {
            let target = if part == ROOTS { &mut roots } else { &mut intermediates };
            let read = bytes(path, *size, MAX_CERTIFICATE).and_then(|bytes| said(Certificate::parse(&bytes)));
            read.and_then(authority).map(|certificate| target.push(certificate))
        };
        if let Err(what) = done {
            mistakes.push(format!("{}: {what}. Put the right file in its place, or take it away", path.display()));
        }
    }
    lists.sort_by_key(|list: &Crl| std::cmp::Reverse(list.this_update()));
    let incomplete = !mistakes.is_empty();
    (Authorities { anchors: Anchors::new(roots), intermediates, lists, incomplete }, mistakes)
}

fn bytes(path: &Path, size: u64, most: usize) -> Result<Vec<u8>, String> {
    if size > most as u64 {
        return Err(format!("it has {size} bytes; {most} is the most"));
    }
    said(std::fs::read(path))
}

fn said<T, E: Display>(done: Result<T, E>) -> Result<T, String> {
    done.map_err(|error| error.to_string())
}

fn authority(certificate: Certificate) -> Result<Certificate, String> {
    if certificate.is_ca() { Ok(certificate) } else { Err("it is no authority's certificate".to_owned()) }
}
