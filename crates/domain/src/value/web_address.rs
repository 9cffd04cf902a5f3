//! Addresses of company home pages.

use super::{Invalid, Parsed, text_value};
use crate::text::tidy;

/// An `http` or `https` address (manual row D91); a bare `example.co.kr` gains `https://`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

text_value!(WebAddress);

impl WebAddress {
    /// Takes what was typed; every other scheme (`javascript:`, `ftp:`) is refused.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let text = tidy(raw);
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        if text.chars().count() > 300 {
            return Err(Invalid::TooLong(300));
        }
        let lower = text.to_ascii_lowercase();
        let (scheme, rest) = match lower.split_once("://") {
            Some((scheme @ ("http" | "https"), _)) => (scheme, &text[scheme.len() + 3..]),
            Some(_) => return Err(Invalid::Format),
            None => ("https", text.as_str()),
        };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host_fits = host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && host.chars().all(|c| c.is_alphanumeric() || ".-".contains(c) || c == ':')
            && host.split(':').nth(1).is_none_or(|port| port.parse::<u16>().is_ok());
        if !host_fits || rest.contains(char::is_whitespace) {
            return Err(Invalid::Format);
        }
        Ok(Self(format!("{scheme}://{rest}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_host_gains_https() {
        assert_eq!(
            WebAddress::parse("www.example.co.kr/a?b").map(|a| a.to_string()),
            Ok("https://www.example.co.kr/a?b".to_owned())
        );
        assert!(WebAddress::parse("HTTP://한글.kr").is_ok());
    }

    #[test]
    fn other_schemes_are_refused() {
        for raw in ["javascript:alert(1)", "ftp://example.kr", "example", "http://", "https://a b.kr", "mailto:a@b.kr"]
        {
            assert_eq!(WebAddress::parse(raw), Err(Invalid::Format), "{raw}");
        }
    }
}
