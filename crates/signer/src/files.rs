//! Picked files: which are worth reading, and where they stood.

use gaip_contract::signer::Fault;
use gaip_npki::pfx::MAX_PFX;

/// A file that was read, or why it was not.
pub struct FoundFile {
    /// Its path from the chosen folder on, with `/`.
    pub path: String,
    /// Its bytes.
    pub content: Result<Vec<u8>, Fault>,
}

impl FoundFile {
    /// The last part of the path, in small letters: people and programs spell `SignCert.der` in many ways.
    pub fn name(&self) -> String {
        name(&self.path)
    }

    /// The folder; empty for a file that was chosen by itself.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether its name ends so.
    pub fn ends_in(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.name().ends_with(ending))
    }
}

/// Endings of certificates.
pub const CERTIFICATES: [&str; 4] = [".der", ".cer", ".crt", ".pem"];
/// Endings of keys.
pub const KEYS: [&str; 1] = [".key"];
/// Endings of files that hold both.
pub const PFX: [&str; 2] = [".pfx", ".p12"];

/// Whether to read a file of this path and size: what lies in folders beside certificates is passed over in silence,
/// what somebody chose by itself is told.
pub fn worth_reading(path: &str, size: f64) -> Option<Result<(), Fault>> {
    let known = CERTIFICATES.iter().chain(&KEYS).chain(&PFX).any(|ending| name(path).ends_with(ending));
    #[allow(clippy::cast_precision_loss, reason = "a megabyte is exact")]
    let largest = MAX_PFX as f64;
    match (known, path.contains('/')) {
        (true, _) if size > largest => Some(Err(Fault::TooLarge)),
        (true, _) => Some(Ok(())),
        (false, true) => None,
        (false, false) => Some(Err(Fault::NotCertificate)),
    }
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_a_certificate_is_read() {
        assert_eq!(worth_reading("NPKI/yessign/USER/cn=x/SignCert.DER", 1400.0), Some(Ok(())));
        assert_eq!(worth_reading("company.p12", 2_000_000.0), Some(Err(Fault::TooLarge)));
        assert_eq!(worth_reading("NPKI/readme.txt", 10.0), None);
        assert_eq!(worth_reading("사업자등록증.pdf", 10.0), Some(Err(Fault::NotCertificate)));
    }
}
