//! How a general member was linked to the company: the grades of the manual (rows T10 to T12).

use serde::{Deserialize, Serialize};

/// How a general member was linked to the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkedBy {
    /// They showed the company's certificate (유형 A).
    Certificate,
    /// They knew its approval password (유형 B).
    Approval,
    /// They were invited by e-mail, which stands for telling them the password (유형 B, row X2).
    Invitation,
}

impl LinkedBy {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Certificate, Self::Approval, Self::Invitation];

    /// The word in the table and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Approval => "approval",
            Self::Invitation => "invitation",
        }
    }

    /// The way of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_is_read_as_it_is_written_and_nothing_else_is_one() {
        for way in LinkedBy::ALL {
            assert_eq!(LinkedBy::parse(way.as_str()), Some(way));
            assert_eq!(serde_json::to_value(way).unwrap(), way.as_str());
        }
        assert_eq!(LinkedBy::parse("password"), None);
    }
}
