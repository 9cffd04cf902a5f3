//! The browser's randomness.

use rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;
use web_sys::WorkerGlobalScope;

/// Most bytes that browsers give at once.
const AT_ONCE: usize = 65_536;

/// Asks the browser for every byte.
pub struct BrowserRandom(web_sys::Crypto);

impl BrowserRandom {
    /// The browser's, if it has any.
    pub fn of(scope: &WorkerGlobalScope) -> Option<Self> {
        let crypto = scope.crypto().ok()?;
        crypto.get_random_values_with_u8_array(&mut [0; 8]).ok()?;
        Some(Self(crypto))
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    fn fill(&self, into: &mut [u8]) {
        for part in into.chunks_mut(AT_ONCE) {
            if self.0.get_random_values_with_u8_array(part).is_err() {
                // It was there a moment ago. Nothing may be sealed without it: the worker ends, and the page is told so.
                wasm_bindgen::throw_str("no random numbers");
            }
        }
    }
}

impl TryRng for BrowserRandom {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.bytes()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.bytes()))
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        self.fill(into);
        Ok(())
    }
}

impl TryCryptoRng for BrowserRandom {}
