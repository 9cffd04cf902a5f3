//! The other names of an entry: distinct, saying something, and not too many.

use crate::limits;
use gaip_classify::Entry;

/// Adds a name unless it says nothing beyond what the entry has.
pub fn add(entry: &mut Entry, name: &str) {
    let says_nothing =
        name.is_empty() || matches!(name, "기타" | "그 밖의 것" | "-") || name.eq_ignore_ascii_case("other");
    let known = entry.ko == name || entry.en.eq_ignore_ascii_case(name) || entry.names.iter().any(|has| has == name);
    if !says_nothing && !known && entry.names.len() < limits::NAMES && name.chars().count() <= limits::NAME {
        entry.names.push(name.to_owned());
    }
}
