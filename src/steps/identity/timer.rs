//! The time that is left, always to be seen and seldom to be heard.

use super::clock::urgency;
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
    let urgency = Memo::new(move |_| urgency(left.get()));
    view! {
        <p class="identity__time">
            {dynamic(move || match left.get() {
                0 => over.into_any(),
                left => view! { {words.left} " " <strong class="identity__left">{time_left(left)}</strong> }.into_any(),
            })}
        </p>
        <p class="visually-hidden" role="status">
            {dynamic(move || match urgency.get() {
                3 => over.to_owned(),
                _ => fill(words.left_announced, time_left(left.get_untracked())),
            })}
        </p>
    }
}
