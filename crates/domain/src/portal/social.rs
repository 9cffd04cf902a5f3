//! Settings of a social step: the person's account at a provider (manual rows T8, T46, T47).

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Settings of a social step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SocialStep {
    /// The providers in order; one is taken.
    pub providers: Vec<SocialProvider>,
    /// Words above the buttons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Who knows an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SocialProvider {
    /// Kakao (카카오).
    Kakao,
    /// Naver (네이버).
    Naver,
    /// Google (구글).
    Google,
    /// Facebook (페이스북).
    Facebook,
}

impl SocialProvider {
    /// Every provider.
    pub const ALL: [SocialProvider; 4] =
        [SocialProvider::Kakao, SocialProvider::Naver, SocialProvider::Google, SocialProvider::Facebook];

    /// The word in facts, input and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            SocialProvider::Kakao => "kakao",
            SocialProvider::Naver => "naver",
            SocialProvider::Google => "google",
            SocialProvider::Facebook => "facebook",
        }
    }

    /// The provider of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.as_str() == word)
    }
}

/// The part of a person's account that a field shows (manual row T9: these three and no other).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SocialPart {
    /// The name.
    Name,
    /// The mobile number.
    Mobile,
    /// The e-mail address.
    Email,
}
