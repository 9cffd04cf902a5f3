//! How a password reads in CP949, as programs of Windows wrote it: the browser's table of that, turned round.

use std::collections::BTreeMap;
use web_sys::TextDecoder;

/// The bytes of a text that has other than ASCII characters; nothing where a character has none.
pub fn cp949(text: &str) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    let table = table()?;
    let mut bytes = Vec::new();
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => bytes.push(u8::try_from(c).ok()?),
            _ => bytes.extend(table.get(&c)?),
        }
    }
    Some(bytes)
}

/// Every character of two bytes. The browser calls the code page by the name of the standard that it extends.
fn table() -> Option<BTreeMap<char, [u8; 2]>> {
    let decoder = TextDecoder::new_with_label("euc-kr").ok()?;
    let mut table = BTreeMap::new();
    for lead in 0x81..=0xfe_u8 {
        for trail in 0x41..=0xfe_u8 {
            let text = decoder.decode_with_u8_array(&[lead, trail]).ok()?;
            let mut chars = text.chars();
            if let (Some(c), None) = (chars.next(), chars.next())
                && c != char::REPLACEMENT_CHARACTER
            {
                table.insert(c, [lead, trail]);
            }
        }
    }
    Some(table)
}
