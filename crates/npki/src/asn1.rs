//! DER as certificates, keys and signatures are written in it (X.690). Tags and lengths are read by the `der` crate,
//! which is strict; what is here walks over them without ever copying, and without recursion.

mod ber;
mod time;
mod write;

pub(crate) use ber::to_der;
#[cfg(feature = "issue")]
pub(crate) use write::{bits, boolean, unsigned, utf8};
pub(crate) use write::{integer, null, octets, oid, sequence, set_of, small, time, tlv};

use der::asn1::ObjectIdentifier as Oid;
use der::{Header, Reader as _, SliceReader};

/// First octets of elements.
pub(crate) mod tag {
    pub const BOOLEAN: u8 = 0x01;
    pub const INTEGER: u8 = 0x02;
    pub const BIT_STRING: u8 = 0x03;
    pub const OCTET_STRING: u8 = 0x04;
    pub const NULL: u8 = 0x05;
    pub const OID: u8 = 0x06;
    pub const ENUMERATED: u8 = 0x0a;
    pub const UTF8_STRING: u8 = 0x0c;
    pub const NUMERIC_STRING: u8 = 0x12;
    pub const PRINTABLE_STRING: u8 = 0x13;
    pub const TELETEX_STRING: u8 = 0x14;
    pub const IA5_STRING: u8 = 0x16;
    pub const UTC_TIME: u8 = 0x17;
    pub const GENERALIZED_TIME: u8 = 0x18;
    pub const VISIBLE_STRING: u8 = 0x1a;
    pub const BMP_STRING: u8 = 0x1e;
    pub const SEQUENCE: u8 = 0x30;
    pub const SET: u8 = 0x31;

    /// `[n]` over a primitive value.
    pub const fn primitive(number: u8) -> u8 {
        0x80 | number
    }

    /// `[n]` over other elements.
    pub const fn constructed(number: u8) -> u8 {
        0xa0 | number
    }
}

/// The bytes are not what they should be here. Which error that is depends on the document they belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

pub(crate) type Parsed<T> = Result<T, Malformed>;

/// One element: its tag, its content, and both with the length as they stood.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub tag: u8,
    pub value: &'a [u8],
    pub whole: &'a [u8],
}

impl<'a> Element<'a> {
    /// The elements inside.
    pub fn inside(&self) -> Reader<'a> {
        Reader { rest: self.value }
    }

    pub fn oid(&self) -> Parsed<Oid> {
        if self.tag != tag::OID {
            return Err(Malformed);
        }
        Oid::from_bytes(self.value).map_err(|_| Malformed)
    }

    /// The octets of an INTEGER that is not negative, without the zero that keeps it so; one zero octet for 0.
    pub fn unsigned(&self) -> Parsed<&'a [u8]> {
        match self.value {
            [0, second, ..] if *second < 0x80 => Err(Malformed),
            [0, rest @ ..] if !rest.is_empty() => Ok(rest),
            [first, ..] if *first < 0x80 => Ok(self.value),
            _ => Err(Malformed),
        }
    }

    /// An INTEGER or ENUMERATED of up to 32 bits.
    pub fn small(&self) -> Parsed<u32> {
        let octets = self.unsigned()?;
        if octets.len() > 4 {
            return Err(Malformed);
        }
        Ok(octets.iter().fold(0, |sum, octet| sum << 8 | u32::from(*octet)))
    }

    pub fn boolean(&self) -> Parsed<bool> {
        match self.value {
            [0x00] => Ok(false),
            [0xff] => Ok(true),
            _ => Err(Malformed),
        }
    }

    /// The octets of a BIT STRING and how many of the last bits do not count.
    pub fn bits(&self) -> Parsed<(&'a [u8], u8)> {
        match self.value {
            [unused @ 0..=7, rest @ ..] if *unused == 0 || !rest.is_empty() => Ok((rest, *unused)),
            _ => Err(Malformed),
        }
    }

    /// A BIT STRING of whole octets.
    pub fn bit_octets(&self) -> Parsed<&'a [u8]> {
        match self.bits()? {
            (octets, 0) => Ok(octets),
            _ => Err(Malformed),
        }
    }

    /// The characters of any string type that certificates use.
    pub fn text(&self) -> Parsed<String> {
        match self.tag {
            tag::UTF8_STRING | tag::PRINTABLE_STRING | tag::IA5_STRING | tag::NUMERIC_STRING | tag::VISIBLE_STRING => {
                core::str::from_utf8(self.value).map(str::to_owned).map_err(|_| Malformed)
            }
            // T.61 in the standard, Latin-1 in practice.
            tag::TELETEX_STRING => Ok(self.value.iter().map(|octet| char::from(*octet)).collect()),
            tag::BMP_STRING if self.value.len().is_multiple_of(2) => {
                let units = self.value.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_| Malformed)
            }
            _ => Err(Malformed),
        }
    }

    /// A `UTCTime` or `GeneralizedTime` in seconds since 1970.
    pub fn time(&self) -> Parsed<i64> {
        time::parse(self.tag, self.value)
    }
}

/// Reads elements one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next tag; `None` at the end.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, whatever it is.
    pub fn any(&mut self) -> Parsed<Element<'a>> {
        let mut reader = SliceReader::new(self.rest).map_err(|_| Malformed)?;
        let length =
            Header::peek(&reader).and_then(|header| usize::try_from(header.length())).map_err(|_| Malformed)?;
        let whole = reader.tlv_bytes().map_err(|_| Malformed)?;
        let tag = *whole.first().ok_or(Malformed)?;
        let value = &whole[whole.len() - length..];
        self.rest = &self.rest[whole.len()..];
        Ok(Element { tag, value, whole })
    }

    /// The next element, which must have this tag.
    pub fn one(&mut self, tag: u8) -> Parsed<Element<'a>> {
        self.optional(tag)?.ok_or(Malformed)
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Parsed<Option<Element<'a>>> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// What is inside the next element, a SEQUENCE.
    pub fn sequence(&mut self) -> Parsed<Reader<'a>> {
        self.one(tag::SEQUENCE).map(|element| element.inside())
    }

    pub fn oid(&mut self) -> Parsed<Oid> {
        self.one(tag::OID)?.oid()
    }

    /// Nothing may be left.
    pub fn end(&self) -> Parsed<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(Malformed) }
    }

    /// The only element that is left, which must have this tag.
    pub fn only(mut self, tag: u8) -> Parsed<Element<'a>> {
        let element = self.one(tag)?;
        self.end()?;
        Ok(element)
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Parsed<Element<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let element = self.any();
        if element.is_err() {
            // What follows cannot be told apart any more.
            self.rest = &[];
        }
        Some(element)
    }
}
