//! Text for screen readers only.

use leptos::prelude::*;

/// Hides its content from sight, not from assistive technology.
#[component]
pub fn VisuallyHidden(
    /// The text.
    children: Children,
) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}
