//! Accounts of the system of before (manual rows T20, T69).

use serde::{Deserialize, Serialize};

/// What an account of before was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OldKind {
    /// A person's own (개인회원).
    Personal,
    /// A person's for a company (기업회원).
    Corporate,
}

impl OldKind {
    /// The word in the table, in files and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            OldKind::Personal => "personal",
            OldKind::Corporate => "corporate",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [OldKind::Personal, OldKind::Corporate].into_iter().find(|kind| kind.as_str() == word)
    }
}

bodies! {
    /// The accounts of before of the person who was verified.
    pub struct OldAccounts {
        /// Those that were not taken over, the newest first; none where there is none.
        pub accounts: Vec<OldAccountView>,
    }

    /// An account of before.
    pub struct OldAccountView {
        /// Names it for choosing it; it opens nothing.
        pub id: String,
        /// Its login id, of which only the ends show: `ab***9`.
        pub login_id: String,
        /// What it was.
        pub kind: OldKind,
        /// The company's name, where it had one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub company: Option<String>,
        /// When it was opened: `2019-03-04`.
        pub joined_on: String,
    }
}
