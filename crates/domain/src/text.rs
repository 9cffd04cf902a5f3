//! Words in the languages of a portal, and text as people type it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A language that every portal speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Korean, the language of first resort.
    #[default]
    Ko,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::Ko, Lang::En];

    /// The BCP 47 tag, as in file names and `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Ko => "ko",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag; `None` for one that no portal speaks.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// Words of a portal file in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ko => &self.ko,
            Lang::En => &self.en,
        }
    }
}

/// What a person typed, made comparable: Unicode NFC (macOS sends decomposed Hangul), control characters out,
/// runs of blanks as one, none at the ends.
pub fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.nfc() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !c.is_control() && !is_invisible(c) {
            out.push(c);
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The same for text of several lines: line breaks stay.
pub fn tidy_lines(raw: &str) -> String {
    let lines: Vec<String> = raw.lines().map(tidy).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Only the ASCII digits; full-width digits, as Korean input methods make them, count.
pub fn digits(raw: &str) -> String {
    raw.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
            _ => None,
        })
        .collect()
}

/// Zero-width and direction marks that paste brings along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_hangul_becomes_composed() {
        assert_eq!(tidy("\u{1112}\u{1161}\u{11ab}글"), "한글");
    }

    #[test]
    fn blanks_and_invisible_marks_are_folded() {
        assert_eq!(tidy("  대전 \u{3000} 상사\u{200b}\n"), "대전 상사");
        assert_eq!(tidy_lines("첫 줄 \r\n  둘째  줄\n\n"), "첫 줄\n둘째 줄");
    }

    #[test]
    fn full_width_digits_count() {
        assert_eq!(digits("１２4-81-00998"), "1248100998");
    }
}
