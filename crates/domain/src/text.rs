//! Words in the languages of a portal, and text as people type it.

use serde::{Deserialize, Serialize};

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
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
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
    for c in composed(raw) {
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

/// Unicode NFC.
#[cfg(not(target_arch = "wasm32"))]
fn composed(raw: &str) -> impl Iterator<Item = char> {
    unicode_normalization::UnicodeNormalization::nfc(raw)
}

/// As much of NFC as the browser needs to judge what the server will make of a text: Hangul composed. The tables of all
/// of Unicode would weigh more than these rules.
#[cfg(target_arch = "wasm32")]
fn composed(raw: &str) -> impl Iterator<Item = char> {
    compose_hangul(raw).into_iter()
}

/// Joins conjoining jamo to syllables (Unicode standard, section 3.12).
pub fn compose_hangul(raw: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(raw.len());
    for c in raw.chars() {
        let joined = out.last().and_then(|last| {
            let (last, next) = (u32::from(*last), u32::from(c));
            match (last, next) {
                (0x1100..=0x1112, 0x1161..=0x1175) => Some(0xAC00 + ((last - 0x1100) * 21 + (next - 0x1161)) * 28),
                (0xAC00..=0xD7A3, 0x11A8..=0x11C2) if (last - 0xAC00) % 28 == 0 => Some(last + next - 0x11A7),
                _ => None,
            }
        });
        match joined.and_then(char::from_u32) {
            Some(syllable) => {
                out.pop();
                out.push(syllable);
            }
            None => out.push(c),
        }
    }
    out
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
    fn the_browser_composes_hangul_as_the_server_does() {
        for text in ["대전광역시 수출지원", "각힣가", "Gaip 가입 1호"] {
            let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
            assert_eq!(compose_hangul(&decomposed).into_iter().collect::<String>(), text);
        }
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
