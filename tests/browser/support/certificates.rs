//! Test identities of the sandbox, and what people do with them in the dialog.

use super::backend::Backend;
use super::files::Papers;
use super::person::Person;
use std::path::{Path, PathBuf};

/// The password of every test identity.
pub const KEY_PASSWORD: &str = "Sandbox!1234";

/// The files of an identity.
pub struct Identity {
    /// Certificate and key.
    pub pair: [PathBuf; 2],
    /// The PFX beside them, where it was asked for.
    pub pfx: Option<PathBuf>,
}

impl Identity {
    /// Issues one to a company, with more words for the operator's command.
    pub fn issue(backend: &Backend, papers: &Papers, number: &str, more: &[&str]) -> Self {
        let folder = papers.folder();
        let place = folder.display().to_string();
        let line = ["certificate", "--business-number", number, "--password", KEY_PASSWORD, "--out", &place];
        let said = backend.operator(&[&line, more].concat());
        let files: Vec<PathBuf> = said
            .lines()
            .filter_map(|line| line.strip_prefix("written"))
            .map(|path| PathBuf::from(path.trim()))
            .collect();
        let named = |end: &str| files.iter().find(|file| file.to_string_lossy().to_lowercase().ends_with(end)).cloned();
        let of_pair = |end: &str| named(end).unwrap_or_else(|| panic!("no {end} among {files:?}"));
        Self { pair: [of_pair("signcert.der"), of_pair("signpri.key")], pfx: named(".pfx").or_else(|| named(".p12")) }
    }
}

impl Person {
    /// Gives the files of identities to the dialog.
    pub async fn picks(&self, files: &[&PathBuf]) {
        let files: Vec<&Path> = files.iter().map(|file| file.as_path()).collect();
        self.gives("인증서 파일", &files).await;
    }

    /// Types the password of the chosen certificate and confirms.
    pub async fn confirms_with(&self, password: &str) {
        self.fills("인증서 비밀번호", password).await;
        self.presses("확인").await;
    }
}
