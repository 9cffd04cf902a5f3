//! Moves the keyboard focus to a part of the page.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const FOCUSABLE: &str = "input:not([type=hidden]),select,textarea,button,a[href],[tabindex]";

/// Focuses the element with this id, or the first thing in it that can be typed into or pressed, and
/// brings it into sight. Says whether there was one.
pub fn focus_id(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

/// Focuses once the page shows what is being changed now.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        focus_id(&id);
    });
}

/// Focuses the first thing that is wrong in the form that has the focus now, once the page shows it.
pub fn focus_wrong_soon() {
    let form = document().active_element().and_then(|at| at.closest("form").ok().flatten());
    request_animation_frame(move || {
        if let Some(first) = form.and_then(|form| form.query_selector("[aria-invalid=true]").ok().flatten()) {
            focus_element(&first);
        }
    });
}

fn focus_element(element: &Element) -> bool {
    let target = if element.matches(FOCUSABLE).unwrap_or(false) {
        Some(element.clone())
    } else {
        element.query_selector(FOCUSABLE).ok().flatten()
    };
    target.and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|target| target.focus().is_ok())
}
