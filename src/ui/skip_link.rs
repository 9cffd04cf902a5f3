//! The first thing in the page: jumps over the header.

use leptos::prelude::*;

use super::focus::focus_id;

/// Moves the focus to `#main`, which must be focusable (`tabindex="-1"`).
#[component]
pub fn SkipLink(
    /// Words, such as "본문 바로가기".
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus_id("main");
    };
    view! {
        <a class="skip-link" href="#main" on:click=go>
            {text}
        </a>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/skip-link/focus-it",
    view: || view! { <SkipLink text="본문 바로가기" /> }.into_any(),
}];
