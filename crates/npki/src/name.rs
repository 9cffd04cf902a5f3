//! Distinguished names (RFC 5280 section 4.1.2.4).

use crate::asn1::{Malformed, Parsed, Reader, tag};
use crate::hex;
use core::fmt;
use der::asn1::ObjectIdentifier as Oid;

const COMMON_NAME: Oid = Oid::new_unwrap("2.5.4.3");
const ORGANIZATION: Oid = Oid::new_unwrap("2.5.4.10");
const UNIT: Oid = Oid::new_unwrap("2.5.4.11");

/// The attributes that RFC 4514 section 3 writes by name.
const SHORT: [(Oid, &str); 9] = [
    (COMMON_NAME, "CN"),
    (ORGANIZATION, "O"),
    (UNIT, "OU"),
    (Oid::new_unwrap("2.5.4.6"), "C"),
    (Oid::new_unwrap("2.5.4.7"), "L"),
    (Oid::new_unwrap("2.5.4.8"), "ST"),
    (Oid::new_unwrap("2.5.4.9"), "STREET"),
    (Oid::new_unwrap("0.9.2342.19200300.100.1.25"), "DC"),
    (Oid::new_unwrap("0.9.2342.19200300.100.1.1"), "UID"),
];

#[derive(Clone, Debug)]
struct Attribute {
    kind: Oid,
    value: String,
    /// The value's element, for kinds that have no name.
    whole: Box<[u8]>,
}

/// The name of an owner or an authority. Displayed as RFC 4514 writes it, the most specific part first.
///
/// Names are equal as RFC 5280 section 7.1 compares them: whatever the string type, letter case (of ASCII) and runs
/// of blanks.
#[derive(Clone, Debug)]
pub struct Name {
    der: Box<[u8]>,
    /// From the country down; almost always one attribute each.
    sets: Vec<Vec<Attribute>>,
}

impl Name {
    /// Reads the whole element of a `Name`.
    pub(crate) fn parse(whole: &[u8]) -> Parsed<Self> {
        let mut sets = Vec::new();
        for set in Reader::new(whole).only(tag::SEQUENCE)?.inside() {
            let set = set?;
            if set.tag != tag::SET {
                return Err(Malformed);
            }
            let mut attributes = Vec::new();
            for attribute in set.inside() {
                let mut fields = attribute?.inside();
                let kind = fields.oid()?;
                let value = fields.any()?;
                fields.end()?;
                attributes.push(Attribute { kind, value: value.text()?, whole: value.whole.into() });
            }
            if attributes.is_empty() {
                return Err(Malformed);
            }
            sets.push(attributes);
        }
        Ok(Self { der: whole.into(), sets })
    }

    /// The DER encoding as it stood in the certificate.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Whether it has no parts at all.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// CN: the most specific one if there are several.
    pub fn common_name(&self) -> Option<&str> {
        self.values(COMMON_NAME).last()
    }

    /// O: the folder name of the authority in the names of owners.
    pub fn organization(&self) -> Option<&str> {
        self.values(ORGANIZATION).last()
    }

    /// OU, from the general to the specific.
    pub fn units(&self) -> Vec<&str> {
        self.values(UNIT).collect()
    }

    fn values(&self, kind: Oid) -> impl Iterator<Item = &str> {
        self.sets.iter().flatten().filter(move |attribute| attribute.kind == kind).map(|found| found.value.as_str())
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        fn folded(set: &[Attribute]) -> Vec<(Oid, String)> {
            let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
            let mut out: Vec<_> = set.iter().map(|attribute| (attribute.kind, fold(&attribute.value))).collect();
            out.sort_unstable();
            out
        }
        self.der == other.der
            || self.sets.len() == other.sets.len()
                && self.sets.iter().zip(&other.sets).all(|(ours, theirs)| folded(ours) == folded(theirs))
    }
}

impl Eq for Name {}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, set) in self.sets.iter().rev().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            for (j, attribute) in set.iter().enumerate() {
                if j > 0 {
                    f.write_str("+")?;
                }
                if let Some((_, short)) = SHORT.iter().find(|(kind, _)| *kind == attribute.kind) {
                    write!(f, "{short}={}", escaped(&attribute.value))?;
                } else {
                    write!(f, "{}=#{}", attribute.kind, hex(&attribute.whole))?;
                }
            }
        }
        Ok(())
    }
}

/// A value as RFC 4514 section 2.4 escapes it.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let last = value.chars().count().saturating_sub(1);
    for (i, c) in value.chars().enumerate() {
        if c == '\0' {
            out.push_str("\\00");
            continue;
        }
        if matches!(c, '"' | '+' | ',' | ';' | '<' | '>' | '\\')
            || i == 0 && c == '#'
            || c == ' ' && (i == 0 || i == last)
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::{oid, sequence, set_of, tlv};

    fn name(parts: &[(Oid, u8, &str)]) -> Name {
        let sets: Vec<_> = parts
            .iter()
            .map(|(kind, tag, value)| set_of(&[&sequence(&[&oid(*kind), &tlv(*tag, &[value.as_bytes()])])]))
            .collect();
        Name::parse(&sequence(&sets.iter().map(Vec::as_slice).collect::<Vec<_>>())).unwrap()
    }

    #[test]
    fn a_name_is_written_from_the_specific_to_the_general_with_special_characters_escaped() {
        let made = name(&[
            (ORGANIZATION, tag::UTF8_STRING, "yessign"),
            (UNIT, tag::UTF8_STRING, "corporation4EC"),
            (UNIT, tag::UTF8_STRING, "A+B, \"C\""),
            (COMMON_NAME, tag::UTF8_STRING, "#견본()0099 "),
        ]);
        assert_eq!(made.to_string(), "CN=\\#견본()0099\\ ,OU=A\\+B\\, \\\"C\\\",OU=corporation4EC,O=yessign");
        assert_eq!(made.units(), ["corporation4EC", "A+B, \"C\""]);
        assert_eq!((made.common_name(), made.organization()), (Some("#견본()0099 "), Some("yessign")));
    }

    #[test]
    fn names_are_equal_whatever_the_string_type_the_case_and_the_blanks() {
        let one =
            name(&[(ORGANIZATION, tag::PRINTABLE_STRING, "Sample  Sign"), (COMMON_NAME, tag::UTF8_STRING, "CA 1")]);
        let same = name(&[(ORGANIZATION, tag::UTF8_STRING, "sample sign "), (COMMON_NAME, tag::UTF8_STRING, "ca 1")]);
        let other = name(&[(ORGANIZATION, tag::UTF8_STRING, "samplesign"), (COMMON_NAME, tag::UTF8_STRING, "CA 1")]);
        let turned = name(&[(COMMON_NAME, tag::UTF8_STRING, "CA 1"), (ORGANIZATION, tag::UTF8_STRING, "Sample Sign")]);
        assert_eq!(one, same);
        assert_ne!(one, other);
        assert_ne!(one, turned);
    }
}
