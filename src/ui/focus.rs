//! Moves the keyboard focus to a part of the page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const FOCUSABLE: &str = "input:not([type=hidden]),select,textarea,button,a[href],[tabindex]";

/// Focuses the element with this id, or the first thing in it that can be typed into or pressed, and
/// brings it into sight. Says whether there was one.
pub fn focus_id(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

fn focus_element(element: &Element) -> bool {
    let target = if element.matches(FOCUSABLE).unwrap_or(false) {
        Some(element.clone())
    } else {
        element.query_selector(FOCUSABLE).ok().flatten()
    };
    target.and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|target| target.focus().is_ok())
}
