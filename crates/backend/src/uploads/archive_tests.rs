use super::*;
use std::io::Write;
use zip::CompressionMethod::{Deflated, Stored};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PDF: &[u8] = b"%PDF-1.7\nscan";

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    packed(entries, Stored)
}

fn packed(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn verdict(bytes: &[u8]) -> Result<(), ProblemCode> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    check(file.path())
}

/// Flips bytes after the n-th occurrence of a signature: every central header begins with `PK\1\2`.
fn patch(bytes: &mut [u8], signature: &[u8], at: usize, with: &[u8]) {
    let start = bytes.windows(signature.len()).position(|window| window == signature).unwrap();
    bytes[start + at..start + at + with.len()].copy_from_slice(with);
}

#[test]
fn documents_in_folders_are_accepted() {
    let scans = [("서류/등록증.pdf", PDF), ("서류/인감.JPG", b"\xff\xd8\xff\xe0"), ("a.png", b"\x89PNG\r\n\x1a\n")];
    assert_eq!(verdict(&archive(&scans)), Ok(()));
    assert_eq!(verdict(&packed(&scans, Deflated)), Ok(()));
}

#[test]
fn what_macos_adds_does_no_harm() {
    let mac: [(&str, &[u8]); 3] =
        [("a.pdf", PDF), ("__MACOSX/._a.pdf", b"\x00\x05\x16\x07\x00\x02"), (".DS_Store", b"\x00\x00\x00\x01Bud1\x00")];
    assert_eq!(verdict(&archive(&mac)), Ok(()));
    assert_eq!(verdict(&archive(&mac[1..])), Err(ProblemCode::FileArchive));
    assert_eq!(verdict(&archive(&[("a.pdf", PDF), ("__MACOSX/._a", b"MZ")])), Err(ProblemCode::FileType));
}

#[test]
fn an_archive_in_an_archive_is_refused() {
    let inner = archive(&[("a.pdf", PDF)]);
    assert_eq!(verdict(&archive(&[("inner.zip", &inner)])), Err(ProblemCode::FileArchive));
    assert_eq!(verdict(&archive(&[("disguised.pdf", &inner)])), Err(ProblemCode::FileArchive));
    assert_eq!(verdict(&archive(&[("empty.zip", b"")])), Err(ProblemCode::FileArchive));
}

#[test]
fn an_entry_must_be_what_its_name_says() {
    for (name, content) in [
        ("a.pdf", &b"MZ program"[..]),
        ("a.exe", PDF),
        ("a.png", PDF),
        ("a.hwp", b"\xd0\xcf\x11\xe0"),
        ("readme", PDF),
        ("a.pdf", b""),
    ] {
        assert_eq!(verdict(&archive(&[(name, content)])), Err(ProblemCode::FileType), "{name}");
    }
}

#[test]
fn names_that_leave_the_folder_are_refused() {
    for name in ["../a.pdf", "x/../../a.pdf", "/etc/a.pdf", "C:\\a.pdf", "..\\a.pdf", "\\\\host\\a.pdf"] {
        assert!(leaves_folder(name.as_bytes()), "{name}");
    }
    for name in ["서류/등록증.pdf", "a..pdf", "...pdf"] {
        assert!(!leaves_folder(name.as_bytes()), "{name}");
    }
    let mut bytes = archive(&[("xx/a.pdf", PDF)]);
    while let Some(at) = bytes.windows(3).position(|window| window == b"xx/") {
        bytes[at..at + 2].copy_from_slice(b"..");
    }
    assert_eq!(verdict(&bytes), Err(ProblemCode::FileArchive));
}

#[test]
fn a_locked_entry_is_refused() {
    let mut bytes = archive(&[("a.pdf", PDF)]);
    patch(&mut bytes, b"PK\x03\x04", 6, &[1]);
    patch(&mut bytes, b"PK\x01\x02", 8, &[1]);
    assert_eq!(verdict(&bytes), Err(ProblemCode::FileArchive));
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![0; 50 * 1024 * 1024];
    let bomb = packed(&[("a.pdf", &zeros)], Deflated);
    assert!(bomb.len() < 100 * 1024);
    assert_eq!(verdict(&bomb), Err(ProblemCode::FileArchive));
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused() {
    let mut page = PDF.to_vec();
    page.resize(50 * 1024 * 1024, 0);
    let mut bomb = packed(&[("a.pdf", &page)], Deflated);
    patch(&mut bomb, b"PK\x03\x04", 22, &1000_u32.to_le_bytes());
    patch(&mut bomb, b"PK\x01\x02", 24, &1000_u32.to_le_bytes());
    assert_eq!(verdict(&bomb), Err(ProblemCode::FileArchive));
}

#[test]
fn too_many_entries_or_none_are_refused() {
    let many: Vec<(String, &[u8])> = (0..=ENTRIES).map(|number| (format!("{number}.pdf"), PDF)).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(verdict(&archive(&many)), Err(ProblemCode::FileArchive));
    assert_eq!(verdict(&archive(&many[..ENTRIES])), Ok(()));
    assert_eq!(verdict(&archive(&[])), Err(ProblemCode::FileArchive));
}

#[test]
fn what_is_torn_or_changed_is_refused() {
    let whole = packed(&[("a.pdf", PDF)], Deflated);
    for length in 0..whole.len() {
        assert!(verdict(&whole[..length]).is_err(), "{length} bytes");
    }
    let mut changed = archive(&[("a.pdf", PDF)]);
    patch(&mut changed, b"%PDF", 8, b"!");
    assert_eq!(verdict(&changed), Err(ProblemCode::FileArchive));
}
