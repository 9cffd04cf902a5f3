//! Arrow keys through the rows that were found.

use super::search_box::BOX;
use crate::ui::focus::focus_id;
use leptos::ev::KeyboardEvent;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, NodeList};

/// Id of what holds the rows.
pub const LIST: &str = "code-picker-list";

/// How many rows there are.
pub fn count() -> u32 {
    rows().map_or(0, |rows| rows.length())
}

/// Focuses a row; says whether there is one.
pub fn focus_entry(at: u32) -> bool {
    let row = rows().and_then(|rows| rows.item(at)?.dyn_into::<HtmlElement>().ok());
    row.is_some_and(|row| row.focus().is_ok())
}

/// Moves from row to row; up from the first leads to the box.
pub fn walk(event: &KeyboardEvent) {
    let Some(at) = position() else { return };
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" if at == 0 => {
            event.prevent_default();
            focus_id(BOX);
            return;
        }
        "ArrowUp" => at - 1,
        "Home" => 0,
        "End" => count().saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    focus_entry(to);
}

fn rows() -> Option<NodeList> {
    document().get_element_by_id(LIST)?.query_selector_all(".code-entry").ok()
}

/// The row that has the focus.
fn position() -> Option<u32> {
    let (rows, active) = (rows()?, document().active_element()?);
    (0..rows.length()).find(|at| rows.item(*at).is_some_and(|row| row.is_same_node(Some(&active))))
}
