//! Logging in.

use leptos::prelude::*;

/// The login page.
#[component]
pub fn LoginPage() -> impl IntoView {
    view! { <main id="main"></main> }
}
