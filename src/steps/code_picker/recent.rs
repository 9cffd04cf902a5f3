//! The codes that were chosen last, kept in the tab: codes of public lists only, and only until the tab is closed.

use gaip_domain::value::CodeList;
use leptos::prelude::window;

/// Most codes of a list.
const MOST: usize = 5;
/// Longest code of a list.
const LONGEST: usize = 10;

/// The codes, the last first.
pub fn codes(list: CodeList) -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(key(list)).ok().flatten()).unwrap_or_default();
    read(&kept)
}

/// Keeps a code as the last.
pub fn keep(list: CodeList, code: &str) {
    let kept = with(codes(list), code).join(" ");
    if let Some(storage) = storage() {
        let _ = storage.set_item(key(list), &kept);
    }
}

/// Forgets all of them.
pub fn forget(list: CodeList) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key(list));
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn key(list: CodeList) -> &'static str {
    match list {
        CodeList::Hs => "gaip-recent-hs",
        CodeList::Ksic => "gaip-recent-ksic",
    }
}

/// Whatever stands in the storage, codes alone come out of it.
fn read(kept: &str) -> Vec<String> {
    let codes = kept.split(' ').filter(|code| !code.is_empty() && code.len() <= LONGEST);
    let codes = codes.filter(|code| code.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    codes.take(MOST).map(str::to_owned).collect()
}

fn with(mut codes: Vec<String>, code: &str) -> Vec<String> {
    codes.retain(|kept| kept != code);
    codes.insert(0, code.to_owned());
    codes.truncate(MOST);
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_choice_comes_first_and_the_sixth_goes() {
        let codes =
            ["1902", "3304", "1902", "8504", "8708", "9403", "7323"].iter().fold(vec![], |kept, code| with(kept, code));
        assert_eq!(codes, ["7323", "9403", "8708", "8504", "1902"]);
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        assert_eq!(read("1902  <b> 12345678901 C"), ["1902", "C"]);
        assert!(read("").is_empty());
    }
}
