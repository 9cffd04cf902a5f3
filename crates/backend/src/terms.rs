//! Documents to agree to, from Markdown.

use gaip_contract::bodies::TermsView;
use gaip_domain::portal::Portal;
use gaip_domain::text::Lang;
use std::path::Path;

/// The documents in force of one portal.
#[derive(Debug, Default)]
pub struct Terms {}

impl Terms {
    /// Reads every document in every language.
    pub fn load(_folder: &Path, _portal: &Portal) -> Result<Self, String> {
        Ok(Self {})
    }

    /// A document in one language.
    pub fn view(&self, _id: &str, _lang: Lang) -> Option<&TermsView> {
        None
    }

    /// The hashes of a document in every language; empty for one that does not exist.
    pub fn hashes(&self, _id: &str) -> Vec<String> {
        Vec::new()
    }
}
