//! JSON with little code: a text is taken apart once, and values are read from its parts. Read straight from the text,
//! each type would carry a parser of its own, also of forms that no backend sends (a struct as a list, a name as
//! bytes), and words for mistakes that nobody sees: a fifth of what the first step loads.

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// Reads a value from a JSON text; nothing, if the text is not one of these values.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let part: Part = serde_json::from_str(text).ok()?;
    T::deserialize(&part).ok()
}

/// A JSON value.
enum Part {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Part>),
    Map(Vec<(String, Part)>),
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartVisitor)
    }
}

struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Part::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Part, E> {
        Ok(Part::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "no body carries a number beyond 2^53: JavaScript has none")]
    fn visit_i64<E>(self, value: i64) -> Result<Part, E> {
        Ok(Part::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "no body carries a number beyond 2^53: JavaScript has none")]
    fn visit_u64<E>(self, value: u64) -> Result<Part, E> {
        Ok(Part::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Part, E> {
        Ok(Part::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Part, E> {
        Ok(Part::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element()? {
            parts.push(part);
        }
        Ok(Part::List(parts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Part, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = map.next_entry()? {
            parts.push(part);
        }
        Ok(Part::Map(parts))
    }
}

/// The parts are not those of the value. What exactly is wrong interests nobody who could mend it.
#[derive(Debug)]
struct Unlike;

impl fmt::Display for Unlike {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unlike {}

impl Error for Unlike {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Methods that take a number: the visitor of each width knows its bounds.
macro_rules! whole {
    ($($method:ident)*) => {$(
        #[expect(clippy::cast_possible_truncation, reason = "checked: it has no fraction")]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
            match self {
                Part::Number(number) if number.fract() == 0.0 => visitor.visit_i64(*number as i64),
                _ => Err(Unlike),
            }
        }
    )*};
}

/// Methods whose value has the form of another.
macro_rules! like {
    ($form:ident: $($method:ident($($more:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $(_: $more,)* visitor: V) -> Result<V::Value, Unlike> {
            self.$form(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for &'de Part {
    type Error = Unlike;

    whole! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }
    whole! { deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 }
    like! { deserialize_f64: deserialize_f32() }
    like! { deserialize_str: deserialize_string() deserialize_identifier() deserialize_char() }
    like! { deserialize_seq: deserialize_tuple(usize) deserialize_tuple_struct(&'static str, usize) }
    like! { deserialize_seq: deserialize_bytes() deserialize_byte_buf() }
    like! { deserialize_map: deserialize_struct(&'static str, &'static [&'static str]) }
    like! { deserialize_unit: deserialize_unit_struct(&'static str) }

    /// Only for what may have several forms.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Part::Null => visitor.visit_unit(),
            Part::Bool(value) => visitor.visit_bool(*value),
            Part::Number(number) if number.fract() == 0.0 => self.deserialize_i64(visitor),
            Part::Number(number) => visitor.visit_f64(*number),
            Part::Text(text) => visitor.visit_str(text),
            Part::List(_) => self.deserialize_seq(visitor),
            Part::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::Bool(value) = self { visitor.visit_bool(*value) } else { Err(Unlike) }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::Number(number) = self { visitor.visit_f64(*number) } else { Err(Unlike) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::Text(text) = self { visitor.visit_str(text) } else { Err(Unlike) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::Null = self { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unlike> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::List(parts) = self { visitor.visit_seq(Parts(parts)) } else { Err(Unlike) }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if let Part::Map(parts) = self { visitor.visit_map(Entries(parts, &Part::Null)) } else { Err(Unlike) }
    }

    /// A variant is its name, or an object with its name before its value.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        match self {
            Part::Text(name) => visitor.visit_enum(Variant(name, &Part::Null)),
            Part::Map(parts) => match &parts[..] {
                [(name, part)] => visitor.visit_enum(Variant(name, part)),
                _ => Err(Unlike),
            },
            _ => Err(Unlike),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        visitor.visit_unit()
    }
}

/// What is left of a list.
struct Parts<'de>(&'de [Part]);

impl<'de> SeqAccess<'de> for Parts<'de> {
    type Error = Unlike;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unlike> {
        let Some((part, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        seed.deserialize(part).map(Some)
    }
}

/// What is left of an object, and the value of the key that was read last.
struct Entries<'de>(&'de [(String, Part)], &'de Part);

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Unlike;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unlike> {
        let Some(((key, part), rest)) = self.0.split_first() else { return Ok(None) };
        (self.0, self.1) = (rest, part);
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unlike> {
        seed.deserialize(self.1)
    }
}

/// The name of a variant and its value.
struct Variant<'de>(&'de str, &'de Part);

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Unlike;
    type Variant = &'de Part;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, &'de Part), Unlike> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, self.1))
    }
}

impl<'de> VariantAccess<'de> for &'de Part {
    type Error = Unlike;

    fn unit_variant(self) -> Result<(), Unlike> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unlike> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unlike> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unlike> {
        self.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaip_contract::problem::{Problem, ProblemCode};
    use gaip_domain::facts::{FieldInput, StepInput};
    use gaip_domain::portal::Portal;

    #[test]
    fn a_portal_is_what_it_is_to_serde_json() {
        for text in [
            include_str!("../../public/portals/daejeon/portal.json"),
            include_str!("../../public/portals/kotra/portal.json"),
        ] {
            let portal: Portal = serde_json::from_str(text).expect("the checker accepts it");
            let read: Portal = read(text).expect("the same text");
            assert_eq!(serde_json::to_string(&read).unwrap(), serde_json::to_string(&portal).unwrap());
        }
    }

    #[test]
    fn every_form_of_a_value_is_read() {
        assert_eq!(read::<Vec<Option<u8>>>("[0, null, 255]"), Some(vec![Some(0), None, Some(255)]));
        assert_eq!(read::<(i64, f64, bool)>("[-3, 1.5, true]"), Some((-3, 1.5, true)));
        let input = read::<StepInput>(r#"{"fields":{"name":"홍\n길동","sales":["1","2"]}}"#).unwrap();
        assert_eq!(input.fields["name"], FieldInput::Text("홍\n길동".to_owned()));
        assert_eq!(input.fields["sales"], FieldInput::List(vec!["1".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn what_is_something_else_is_refused() {
        assert_eq!(read::<u8>("256"), None);
        assert_eq!(read::<u8>("1.5"), None);
        assert_eq!(read::<u8>("\"1\""), None);
        assert_eq!(read::<Vec<u8>>("{}"), None);
        assert_eq!(read::<String>("\"cut"), None);
        assert_eq!(read::<ProblemCode>("\"no_such_code\""), None);
        assert!(read::<Problem>("<html>").is_none());
        assert!(read::<Problem>("{}").is_none(), "a field is missing");
    }
}
