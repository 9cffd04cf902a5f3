//! The name of this tab: an opaque random id, so that the backend can tell two tabs of one sign-up apart.
//!
//! It survives a reload in the tab's own storage. While the page lives it is taken out of there, so that a duplicated
//! tab, which copies the storage, makes a name of its own.

use leptos::prelude::window;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Hexadecimal digits.
const DIGITS: &[u8; 16] = b"0123456789abcdef";
const KEY: &str = "gaip-tab";

thread_local! {
    static ID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// This tab's name.
pub fn id() -> String {
    ID.with_borrow_mut(|id| id.get_or_insert_with(take_or_make).clone())
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn take_or_make() -> String {
    let kept = storage().and_then(|s| s.get_item(KEY).ok().flatten());
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
    keep_when_leaving();
    kept.unwrap_or_else(random_id)
}

/// A random id of 32 hexadecimal digits.
pub fn random_id() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// Puts the name back when the page goes away, and takes it out again when it comes back from the browser's cache.
fn keep_when_leaving() {
    let put = Closure::<dyn Fn()>::new(|| {
        if let (Some(storage), Some(id)) = (storage(), ID.with_borrow(Clone::clone)) {
            let _ = storage.set_item(KEY, &id);
        }
    });
    let take = Closure::<dyn Fn()>::new(|| {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
    });
    let _ = window().add_event_listener_with_callback("pagehide", put.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("pageshow", take.as_ref().unchecked_ref());
    put.forget();
    take.forget();
}
