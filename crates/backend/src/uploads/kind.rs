//! The kinds of file that are taken, by name and by content.

use gaip_contract::FILE_ENDINGS;
use std::io::{Read, Result};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Jpeg,
    Png,
    Zip,
}

/// How the content of each kind begins.
const MAGIC: [(Kind, &[u8]); 6] = [
    (Kind::Pdf, b"%PDF-"),
    (Kind::Jpeg, b"\xff\xd8\xff"),
    (Kind::Png, b"\x89PNG\r\n\x1a\n"),
    (Kind::Zip, b"PK\x03\x04"),
    // An archive without entries; the check of archives says what is wrong with it.
    (Kind::Zip, b"PK\x05\x06"),
    // An archive that was once split.
    (Kind::Zip, b"PK\x07\x08"),
];

/// The kind that the ending of a name promises.
pub(super) fn of_name(name: &str) -> Option<Kind> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = FILE_ENDINGS.into_iter().find(|taken| ending.eq_ignore_ascii_case(taken))?;
    Some(match ending {
        "pdf" => Kind::Pdf,
        "png" => Kind::Png,
        "zip" => Kind::Zip,
        _ => Kind::Jpeg,
    })
}

/// The kind that the first bytes are of.
pub(super) fn of_content(content: &mut impl Read) -> Result<Option<Kind>> {
    let mut head = Vec::with_capacity(16);
    content.take(16).read_to_end(&mut head)?;
    Ok(of_head(&head))
}

/// The same for bytes at hand.
pub(super) fn of_head(head: &[u8]) -> Option<Kind> {
    MAGIC.iter().find(|(_, magic)| head.starts_with(magic)).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_of_the_contract_has_a_kind() {
        for ending in FILE_ENDINGS {
            assert!(of_name(&format!("사본.{ending}")).is_some(), "{ending}");
        }
        assert_eq!(of_name("SCAN.JPE"), Some(Kind::Jpeg));
        assert_eq!(of_name("a.pdf.exe"), None);
        assert_eq!(of_name("pdf"), None);
    }
}
