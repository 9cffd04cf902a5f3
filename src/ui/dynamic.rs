//! A part of a page that is built anew when a signal in it changes.

use leptos::prelude::*;

/// The same as a closure in a view, but of one type whatever it shows: each closure type in a view costs about two
/// kilobytes of code in the browser.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    of_one_type(Box::new(move || view().into_any()))
}

fn of_one_type(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || view()).into_any()
}
