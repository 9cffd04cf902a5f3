//! CBOR, as little as is needed: at most a few levels deep, nothing after the end, no key twice.

use super::Untrue;
use ciborium::Value;

/// What authenticators send is four levels deep at most (CTAP2, section 8).
const DEPTH: usize = 6;

/// One value, with nothing after it.
pub fn whole(bytes: &[u8]) -> Result<Value, Untrue> {
    let (value, rest) = first(bytes)?;
    if rest.is_empty() { Ok(value) } else { Err(Untrue) }
}

/// The first value, and what comes after it.
pub fn first(mut bytes: &[u8]) -> Result<(Value, &[u8]), Untrue> {
    let value: Value = ciborium::de::from_reader_with_recursion_limit(&mut bytes, DEPTH).map_err(|_| Untrue)?;
    let once = value.as_map().is_none_or(|map| {
        map.iter().enumerate().all(|(i, (key, _))| !map[..i].iter().any(|(before, _)| before == key))
    });
    if once { Ok((value, bytes)) } else { Err(Untrue) }
}

/// The entry of a name.
pub fn entry<'a>(map: &'a [(Value, Value)], name: &str) -> Option<&'a Value> {
    map.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value)
}

/// The entry of a name in what should be a map.
pub fn text_entry<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    entry(value.as_map()?, name)
}

/// The entry of a number in what should be a map.
pub fn number_entry(value: &Value, number: i32) -> Option<&Value> {
    let is = |key: &Value| key.as_integer().map(i128::from) == Some(i128::from(number));
    value.as_map()?.iter().find(|(key, _)| is(key)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_end_or_comes_twice_is_refused() {
        assert!(whole(&[0xa1, 0x01, 0x02]).is_ok());
        assert_eq!(whole(&[0xa1, 0x01, 0x02, 0x00]), Err(Untrue), "one byte more");
        assert_eq!(whole(&[0xa2, 0x01, 0x02, 0x01, 0x03]), Err(Untrue), "the same key twice");
        assert_eq!(whole(&[0xa1, 0x01]), Err(Untrue), "cut short");
        assert_eq!(whole(&[0x81; 64]), Err(Untrue), "too deep");
        assert_eq!(whole(&[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), Err(Untrue), "longer than it is");
    }
}
