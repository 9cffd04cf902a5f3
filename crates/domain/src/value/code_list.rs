//! The public code lists that fields ask for.

use serde::{Deserialize, Serialize};

/// A public code list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CodeList {
    /// Goods: the Harmonised System with the Korean lines below it (HS, HSK).
    Hs,
    /// Industries: the Korean Standard Industrial Classification (KSIC).
    Ksic,
}

impl CodeList {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Hs, Self::Ksic];

    /// The word in addresses and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hs => "hs",
            Self::Ksic => "ksic",
        }
    }

    /// The list of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == name)
    }
}
