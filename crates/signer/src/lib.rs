//! The browser's hand with certificates: a web worker, so that the page never waits for it and never holds a key.
//!
//! It reads picked files, says what they are, opens a key with its password and signs. Password and key stay in it and are
//! wiped after use; what is kept in the browser is the closed key as it was ([`Desk`] decides, `store` keeps).

mod day;
mod desk;
mod files;
mod item;
mod judge;
mod pairs;

#[cfg(target_arch = "wasm32")]
mod codepage;
#[cfg(target_arch = "wasm32")]
mod pick;
#[cfg(target_arch = "wasm32")]
mod random;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use desk::{Desk, Opening};
pub use files::{FoundFile, worth_reading};
pub use item::{Content, Item};
#[cfg(target_arch = "wasm32")]
pub use worker::start;
