//! A state of a component or page that designers, accessibility checks and render tests look at.

use leptos::prelude::AnyView;

/// One state, by name.
#[derive(Clone, Copy)]
pub struct Story {
    /// Path of the state in the gallery, `ui/<component>/<state>`; unique.
    pub name: &'static str,
    /// Builds the state. Renders natively too, so it must not reach for the browser.
    pub view: fn() -> AnyView,
}
