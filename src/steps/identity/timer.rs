//! The time that is left, always to be seen and seldom to be heard.

use super::clock::announced;
use crate::i18n::{fill, identity_words, time_left};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// The time left, and what is said once it is over.
#[component]
pub fn TimeLeft(
    /// Seconds left.
    left: RwSignal<u32>,
    /// What to do when the time is up.
    over: &'static str,
) -> impl IntoView {
    let words = identity_words();
    let whole = left.get_untracked();
    let told = Memo::new(move |_| announced(left.get(), whole.max(left.get())));
    view! {
        <p class="identity__time">
            {dynamic(move || match left.get() {
                0 => over.into_any(),
                left => view! { {words.left} " " <strong class="identity__left">{time_left(left)}</strong> }.into_any(),
            })}
        </p>
        <p class="visually-hidden" role="status">
            {dynamic(move || match told.get() {
                0 => over.to_owned(),
                left => fill(words.left_announced, time_left(left)),
            })}
        </p>
    }
}
