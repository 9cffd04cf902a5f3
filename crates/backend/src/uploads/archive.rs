//! Archives, looked into without unpacking them to disk (OWASP ASVS 5.2.3).

use super::kind::{self, Kind};
use gaip_contract::ProblemCode;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// Most entries, folders among them.
const ENTRIES: usize = 100;
/// Most bytes of everything unpacked.
const UNPACKED: u64 = 200 * 1024 * 1024;
/// Most bytes unpacked from one packed byte. Scans are compressed already; ten is much, deflate can do a thousand.
const RATIO: u64 = 100;
/// Below this size a high ratio harms nobody: a blank page packs well.
const RATIO_FROM: u64 = 1024 * 1024;

/// How the header of an entry in the table of contents begins.
const HEADER: &[u8; 4] = b"PK\x01\x02";
/// Most headers that are worth parsing; a document may hold a few by chance.
const HEADERS: usize = 10 * ENTRIES;

/// Accepts an archive of documents: entries of the kinds that are taken, no archive among them, nothing locked by a
/// password, no name that leaves the archive's folder, no two stories told of one entry, and no more of it than the
/// limits. Entries are read one by one through a small buffer.
pub(super) fn check(path: &Path) -> Result<(), ProblemCode> {
    let open = || File::open(path).map(BufReader::new).map_err(super::broken);
    if headers(open()?)? > HEADERS {
        return Err(ProblemCode::FileArchive);
    }
    let mut archive = ZipArchive::new(open()?).map_err(unreadable)?;
    if archive.len() > ENTRIES {
        return Err(ProblemCode::FileArchive);
    }
    archive.validate_header_consistency().map_err(unreadable)?;
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(unreadable)?;
        refuse_by_header(&entry, left)?;
        left -= entry.size();
    }
    let mut left = UNPACKED;
    let mut documents = 0;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        if entry.is_dir() && entry.size() == 0 {
            continue;
        }
        let content = read(&mut entry, left)?;
        left -= content.length;
        documents += usize::from(accept(entry.name_raw(), &content.head)?);
    }
    if documents == 0 { Err(ProblemCode::FileArchive) } else { Ok(()) }
}

/// Counts what may be headers, before a parser makes a list of them.
fn headers(mut file: impl Read) -> Result<usize, ProblemCode> {
    let mut window = Vec::new();
    let mut count = 0;
    loop {
        let kept = window.len().saturating_sub(HEADER.len() - 1);
        window.drain(..kept);
        let read = file.by_ref().take(64 * 1024).read_to_end(&mut window).map_err(super::broken)?;
        if read == 0 {
            return Ok(count);
        }
        count += window.windows(HEADER.len()).filter(|bytes| bytes == HEADER).count();
    }
}

/// An archive that cannot be read is one that cannot be accepted.
fn unreadable(_: ZipError) -> ProblemCode {
    ProblemCode::FileArchive
}

/// Refuses by what an entry says of itself, before a byte of it is unpacked.
fn refuse_by_header<R: Read>(entry: &ZipFile<'_, R>, left: u64) -> Result<(), ProblemCode> {
    let bomb = entry.size() > left || is_bomb(entry.size(), entry.compressed_size());
    if entry.encrypted() || entry.is_symlink() || leaves_folder(entry.name_raw()) || bomb {
        return Err(ProblemCode::FileArchive);
    }
    Ok(())
}

fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > RATIO_FROM && unpacked / RATIO > packed
}

/// Names may be in any encoding; the bytes that matter are ASCII in all of them.
fn leaves_folder(name: &[u8]) -> bool {
    let is_separator = |b: &u8| matches!(b, b'/' | b'\\');
    let drive = name.get(1) == Some(&b':');
    let absolute = name.first().is_none_or(is_separator);
    drive || absolute || name.contains(&0) || name.split(|b| is_separator(b)).any(|part| part == b"..")
}

struct Content {
    head: Vec<u8>,
    length: u64,
}

/// Unpacks into nothing, counting what really comes; the size that the entry declares may be a lie.
fn read<R: Read>(entry: &mut ZipFile<'_, R>, left: u64) -> Result<Content, ProblemCode> {
    let packed = entry.compressed_size();
    let mut content = Content { head: Vec::new(), length: 0 };
    let mut buffer = [0; 16 * 1024];
    loop {
        let read = entry.read(&mut buffer).map_err(|_| ProblemCode::FileArchive)?;
        if read == 0 {
            return Ok(content);
        }
        let missing = 16_usize.saturating_sub(content.head.len()).min(read);
        content.head.extend_from_slice(&buffer[..missing]);
        content.length += read as u64;
        if content.length > left || is_bomb(content.length, packed) {
            return Err(ProblemCode::FileArchive);
        }
    }
}

/// Whether an entry is a document. What macOS adds to every archive is no document and does no harm.
fn accept(name: &[u8], head: &[u8]) -> Result<bool, ProblemCode> {
    let base = name.rsplit(|b| *b == b'/').next().unwrap_or_default();
    let apple_double = name.starts_with(b"__MACOSX/") && head.starts_with(b"\x00\x05\x16\x07");
    let ds_store = base == b".DS_Store" && head.starts_with(b"\x00\x00\x00\x01Bud1");
    if apple_double || ds_store {
        return Ok(false);
    }
    let ending = base.rsplit(|b| *b == b'.').next().unwrap_or_default();
    let promised = kind::of_name(&format!("x.{}", String::from_utf8_lossy(ending)));
    match kind::of_head(head) {
        Some(Kind::Zip) => Err(ProblemCode::FileArchive),
        Some(kind) if promised == Some(kind) => Ok(true),
        _ if promised == Some(Kind::Zip) => Err(ProblemCode::FileArchive),
        _ => Err(ProblemCode::FileType),
    }
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod tests;
