//! The browser's own search in code lists: a web worker, so that the page never waits for it.
//!
//! It fetches an edition once, as the backend packs it, and answers from then on as the backend would: both use
//! `gaip_classify`. docs/decisions/0010-local-search.md says why.

mod finder;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use finder::Finder;
#[cfg(target_arch = "wasm32")]
pub use worker::start;
