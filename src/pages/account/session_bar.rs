//! How long the login lasts, and its end.

use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Who is logged in, in the header.
#[component]
pub fn SessionBar(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let _ = portal;
}

/// Warns before the login ends.
#[component]
pub fn SessionDialog(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let _ = portal;
}
