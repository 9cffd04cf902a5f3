//! What can be known of a file before it is sent. The backend looks again, and into it.

use gaip_contract::{FILE_BYTES, FILE_ENDINGS, ProblemCode};

/// Bytes of a kilobyte and of a megabyte, as file managers count.
const KILO: u64 = 1024;
const MEGA: u64 = KILO * KILO;

/// Whether a file of this name and size in bytes is taken.
pub fn check(name: &str, size: u64) -> Result<(), ProblemCode> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match size {
        _ if !ending.is_some_and(|ending| FILE_ENDINGS.contains(&ending.as_str())) => Err(ProblemCode::FileType),
        0 => Err(ProblemCode::FileEmpty),
        1..=FILE_BYTES => Ok(()),
        _ => Err(ProblemCode::FileTooLarge),
    }
}

/// `accept` of a file input.
pub fn accept() -> String {
    FILE_ENDINGS.map(|ending| [".", ending].concat()).join(",")
}

/// Size of a file in bytes.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole, and never negative")]
pub fn size(file: &web_sys::File) -> u64 {
    file.size() as u64
}

/// `640KB`, `1.2MB`.
pub fn size_words(bytes: u64) -> String {
    if bytes < MEGA {
        return format!("{}KB", bytes.div_ceil(KILO));
    }
    let tenths = bytes * 10 / MEGA;
    format!("{}.{}MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_refused_for_its_ending_its_size_or_its_emptiness() {
        assert_eq!(check("사업자등록증.PDF", 1), Ok(()));
        assert_eq!(check("사업자등록증.hwp", 1), Err(ProblemCode::FileType));
        assert_eq!(check("pdf", 1), Err(ProblemCode::FileType));
        assert_eq!(check("scan.jpg", 0), Err(ProblemCode::FileEmpty));
        assert_eq!(check("scan.jpg", FILE_BYTES), Ok(()));
        assert_eq!(check("scan.jpg", FILE_BYTES + 1), Err(ProblemCode::FileTooLarge));
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size_words(1), "1KB");
        assert_eq!(size_words(640 * KILO), "640KB");
        assert_eq!(size_words(MEGA + MEGA / 4), "1.2MB");
    }
}
