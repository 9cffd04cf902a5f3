//! The member's own page.

use leptos::prelude::*;

/// My page.
#[component]
pub fn MyPage() -> impl IntoView {
    view! { <main id="main"></main> }
}
