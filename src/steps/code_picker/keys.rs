//! The keyboard of the tree, as the tree view of the ARIA Authoring Practices Guide has it.

use super::picking::Picking;
use super::spelling::can_choose;
use super::tree::Node;
use super::tree_view::{TREE, item_id};
use super::typed::begins;
use crate::ui::focus::focus_id;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Milliseconds within which letters make one word.
const WORD: f64 = 700.0;

/// A key on a code that has the focus.
pub fn press(event: &KeyboardEvent, picking: Picking, node: &Node) {
    // Keys on what is inside it come by here too.
    if event.target() != event.current_target() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let open = node.open.get_untracked();
    let children = node.row.children;
    match event.key().as_str() {
        "ArrowDown" => step(1),
        "ArrowUp" => step(-1),
        "Home" => focus_at(0),
        "End" => focus_at(items().len().saturating_sub(1)),
        "ArrowRight" if children && !open => picking.tree.expand(node),
        "ArrowRight" if children => step(1),
        "ArrowRight" => {}
        "ArrowLeft" if open => node.open.set(false),
        "ArrowLeft" => focus_parent(),
        "Enter" | " " if can_choose(picking.list, &node.row) => picking.choose(&node.row),
        "Enter" | " " => picking.tree.toggle(node),
        key if key.chars().count() == 1 => jump(key, event.time_stamp(), picking),
        _ => return,
    }
    event.prevent_default();
}

/// Focuses a code of the tree.
pub fn focus_item(code: &str) {
    focus_id(&item_id(code));
}

/// The codes in sight, from top to bottom.
fn items() -> Vec<HtmlElement> {
    let found = document().get_element_by_id(TREE).and_then(|tree| tree.query_selector_all("[role=treeitem]").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn position(items: &[HtmlElement]) -> usize {
    let active = document().active_element();
    items.iter().position(|item| item.is_same_node(active.as_deref())).unwrap_or_default()
}

fn step(by: isize) {
    let items = items();
    if let Some(item) = position(&items).checked_add_signed(by).and_then(|to| items.get(to)) {
        let _ = item.focus();
    }
}

fn focus_at(at: usize) {
    if let Some(item) = items().get(at) {
        let _ = item.focus();
    }
}

fn focus_parent() {
    // From the row over its place and the group round that to the row that the group belongs to.
    let group = document().active_element().and_then(|item| item.closest("[role=group]").ok().flatten());
    let parent = group.and_then(|group| group.previous_element_sibling());
    if let Some(parent) = parent.and_then(|parent| parent.dyn_into::<HtmlElement>().ok()) {
        let _ = parent.focus();
    }
}

/// Goes to the next code whose digits or label begin with what was typed.
fn jump(key: &str, now: f64, picking: Picking) {
    let (mut word, last) = picking.tree.typed.get_value();
    if now - last > WORD {
        word.clear();
    }
    word.push_str(key);
    picking.tree.typed.set_value((word.clone(), now));
    let items = items();
    let at = position(&items);
    // A word that grows may stay where it is; a first letter goes on.
    let from = if word.chars().count() > 1 { at } else { at + 1 };
    let fits = |item: &&HtmlElement| {
        [".branch__code", ".branch__label", ".branch__other"].iter().any(|part| {
            let text = item.query_selector(part).ok().flatten().and_then(|part| part.text_content());
            text.is_some_and(|text| begins(&text, &word))
        })
    };
    let (before, behind) = items.split_at(from.min(items.len()));
    if let Some(item) = behind.iter().chain(before).find(fits) {
        let _ = item.focus();
    }
}
