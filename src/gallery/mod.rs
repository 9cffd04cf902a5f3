//! The gallery.

use leptos::prelude::*;

/// The gallery page.
#[component]
pub fn GalleryPage() -> impl IntoView {}
