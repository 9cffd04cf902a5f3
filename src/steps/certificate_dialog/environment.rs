//! What this browser can do, in place of programs to install (manual rows D26 to D36, W33).

use crate::api::signer;
use gaip_contract::signer::Answer;
use js_sys::Reflect;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// One thing that a browser can do or not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Nobody knows yet.
    Checking,
    /// It can.
    There,
    /// It cannot.
    Missing,
}

/// What a browser can do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Environment {
    /// Runs the signer.
    pub worker: Part,
    /// Makes random numbers.
    pub random: Part,
    /// Lets a page read a chosen folder.
    pub folder: Part,
    /// Keeps things for a page.
    pub store: Part,
}

thread_local! {
    /// Whether the person has seen what is missing.
    static SEEN: Cell<bool> = const { Cell::new(false) };
}

impl Environment {
    /// Nobody knows yet.
    pub const CHECKING: Self =
        Self { worker: Part::Checking, random: Part::Checking, folder: Part::Checking, store: Part::Checking };

    /// Whether it is not known yet.
    pub fn checking(self) -> bool {
        self.worker == Part::Checking
    }

    /// Whether nothing can be signed here.
    pub fn unusable(self) -> bool {
        self.worker == Part::Missing || self.random == Part::Missing
    }

    /// Whether something is missing that one can do without.
    pub fn limited(self) -> bool {
        !self.unusable() && (self.folder == Part::Missing || self.store == Part::Missing)
    }

    /// Whether the person need not look at it (manual row D36).
    pub fn goes_on(self) -> bool {
        !self.checking() && !self.unusable() && (!self.limited() || SEEN.get())
    }
}

/// What is missing was seen; once is enough.
pub fn seen() {
    SEEN.set(true);
}

/// Looks, and starts the signer.
pub async fn look() -> Environment {
    let global = js_sys::global();
    let has = |name: &str| Reflect::has(&global, &JsValue::from_str(name)).unwrap_or(false);
    let part = |there: bool| if there { Part::There } else { Part::Missing };
    let folder = part(has("showDirectoryPicker") || input_takes_folders());
    let able = if has("WebAssembly") && has("Worker") { signer::start().await } else { Answer::Done };
    match able {
        Answer::Ready { random, store } => {
            Environment { worker: Part::There, random: part(random), folder, store: part(store) }
        }
        _ => Environment { worker: Part::Missing, random: part(has("crypto")), folder, store: part(has("indexedDB")) },
    }
}

fn input_takes_folders() -> bool {
    let input = Reflect::get(&js_sys::global(), &"HTMLInputElement".into());
    let prototype = input.and_then(|input| Reflect::get(&input, &"prototype".into()));
    prototype.and_then(|prototype| Reflect::has(&prototype, &"webkitdirectory".into())).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const READY: Environment =
        Environment { worker: Part::There, random: Part::There, folder: Part::There, store: Part::There };

    #[test]
    fn what_one_can_do_without_limits_and_the_rest_ends_it() {
        assert!(READY.goes_on() && !READY.limited());
        let phone = Environment { folder: Part::Missing, ..READY };
        assert!(phone.limited() && !phone.unusable() && !phone.goes_on());
        let old = Environment { random: Part::Missing, ..READY };
        assert!(old.unusable() && !old.limited() && !old.goes_on());
        assert!(!Environment::CHECKING.goes_on() && !Environment::CHECKING.unusable());
    }

    #[test]
    fn what_is_missing_is_shown_once() {
        let phone = Environment { store: Part::Missing, ..READY };
        seen();
        assert!(phone.goes_on());
    }
}
