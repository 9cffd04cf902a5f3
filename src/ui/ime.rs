//! Typing through an input method, as all Korean is.

use leptos::ev::KeyboardEvent;

/// Whether a key belongs to the input method, which is still composing a syllable.
///
/// An Enter for which this is true ends the syllable: it must neither submit nor choose. Safari
/// ends the composition before it sends that key, and says so only by the old code 229.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}
