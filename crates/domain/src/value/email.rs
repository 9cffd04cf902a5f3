//! E-mail addresses as sign-up forms need them.

use super::{Invalid, Parsed, text_value};
use crate::text::tidy;

/// An e-mail address: one `@`, a dotted domain, at most 254 ASCII characters; the domain in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

text_value!(Email);

impl Email {
    /// Takes `local@domain`; only delivering a mail can tell more than this form does.
    pub fn parse(raw: &str) -> Parsed<Self> {
        let text = tidy(raw);
        if text.is_empty() || text == "@" {
            return Err(Invalid::Missing);
        }
        if text.len() > 254 {
            return Err(Invalid::TooLong(254));
        }
        let (local, domain) = text.split_once('@').ok_or(Invalid::Format)?;
        let local_fits = !local.is_empty()
            && local.len() <= 64
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_fits = labels.len() >= 2
            && labels.iter().all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
            && labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().any(|b| b.is_ascii_alphabetic()));
        if !(local_fits && domain_fits) {
            return Err(Invalid::Format);
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_addresses_pass_and_the_domain_is_folded() {
        let email = Email::parse(" Hong.Gildong+kr@Example.CO.KR ").map(|e| e.to_string());
        assert_eq!(email, Ok("Hong.Gildong+kr@example.co.kr".to_owned()));
    }

    #[test]
    fn what_cannot_be_delivered_is_refused() {
        for raw in
            ["hong", "hong@", "@example.kr", "hong@example", "h..g@example.kr", "홍@example.kr", "a@b@c.kr", "a b@c.kr"]
        {
            assert_eq!(Email::parse(raw), Err(Invalid::Format), "{raw}");
        }
        assert_eq!(Email::parse("@"), Err(Invalid::Missing));
    }
}
