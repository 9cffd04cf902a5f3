//! One code of the tree with what is below it.

use super::keys;
use super::picking::Picking;
use super::spelling::{can_choose, full_label, label, spelled};
use super::tree::{Below, Node};
use super::tree_view::{NotThere, Waiting, branches, item_id};
use crate::i18n::code_words;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::{Icon, Symbol};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// A press opens a code that has others below it and chooses one that has none; what can be chosen although it has
/// others below it has a button for that. By keyboard Enter chooses whatever can be chosen.
#[component]
pub fn Branch(picking: Picking, node: Node, at: usize, size: usize) -> impl IntoView {
    let tree = picking.tree;
    let row = node.row.clone();
    let code = StoredValue::new(row.code.clone());
    let can = can_choose(picking.list, &row);
    let id = item_id(&row.code);
    let level = node.level;
    let yes_no = |yes: bool| if yes { "true" } else { "false" };
    let expanded = row.children.then(|| {
        let open = node.open.clone();
        move || yes_no(open.get())
    });
    let selected = can.then_some(move || yes_no(code.with_value(|code| picking.has(code))));
    let first = level == 1 && at == 1;
    let stop = move || {
        let here = tree.current.with(|now| code.with_value(|code| now == code || (now.is_empty() && first)));
        if here { "0" } else { "-1" }
    };
    let press = {
        let node = node.clone();
        move |_| {
            code.with_value(|code| tree.current.set(code.clone()));
            keys::focus_item(&node.row.code);
            if node.row.children { tree.toggle(&node) } else { picking.choose(&node.row) }
        }
    };
    let key = {
        let node = node.clone();
        move |event| keys::press(&event, picking, &node)
    };
    let (other, tag) = full_label(&row);
    let group = format!("{id}-below");
    // Beside the row and not in it, so that the name of the code does not hold all that is below it.
    let owned = {
        let (node, group) = (node.clone(), group.clone());
        move || (node.open.get() && node.below.with(|below| matches!(below, Below::Rows(_)))).then(|| group.clone())
    };
    let item = view! {
        <div class="branch__row" role="treeitem" id=id tabindex=stop aria-setsize=size aria-posinset=at
            aria-expanded=expanded aria-selected=selected aria-owns=owned
            on:focus=move |_| code.with_value(|code| tree.current.set(code.clone())) on:keydown=key on:click=press>
            <span class="branch__mark">{row.children.then(|| view! { <Icon symbol=Symbol::Next/> })}</span>
            <span class="branch__name">
                <span class="branch__code">{spelled(picking.list, &row.code)}</span> " "
                <span class="branch__label">{label(&row)}</span> " "
                <span class="branch__other" lang=tag>{other}</span>
            </span>
            {can.then(|| view! { <Pick picking node=node.clone()/> })}
            {row.children.then(|| view! { <Missing picking node=node.clone()/> })}
        </div>
    };
    // Leptos has no name for this one.
    let item = item.add_any_attr(custom_attribute("aria-level", level));
    view! {
        <li class="branch" role="none">
            {item}
            {row.children.then(|| view! { <Inside picking node group/> })}
        </li>
    }
}

/// Chooses a code that has others below it; says of any code that it is chosen.
#[component]
fn Pick(picking: Picking, node: Node) -> impl IntoView {
    let words = code_words();
    let row = node.row;
    let picked = {
        let row = row.clone();
        Memo::new(move |_| picking.has(&row.code))
    };
    let button = row.children.then(|| {
        let choose = move |event: leptos::ev::MouseEvent| {
            event.stop_propagation();
            picking.choose(&row);
        };
        // The tree is one stop for the Tab key; its keyboard has Enter for this.
        view! {
            <button type="button" class="button button--tertiary button--small" tabindex="-1" on:click=choose>
                {words.pick}
            </button>
        }
    });
    view! {
        {dynamic(move || picked.get().then(|| view! {
            <span class="branch__picked"><Icon symbol=Symbol::Check/>{words.picked}</span>
        }))}
        {button}
    }
}

/// What is below is not here yet, or did not arrive.
#[component]
fn Missing(picking: Picking, node: Node) -> impl IntoView {
    let again = {
        let node = node.clone();
        Callback::new(move |()| picking.tree.expand(&node))
    };
    dynamic(move || {
        node.open.get().then(|| match node.below.get() {
            Below::Rows(_) => ().into_any(),
            // Its button does not press the row.
            Below::Failed => view! {
                <div class="branch__failed" on:click=move |event| event.stop_propagation()><NotThere again/></div>
            }
            .into_any(),
            Below::Unknown | Below::Loading => view! { <Waiting/> }.into_any(),
        })
    })
}

/// What is below, while it is shown.
#[component]
fn Inside(picking: Picking, node: Node, group: String) -> impl IntoView {
    dynamic(move || {
        let Below::Rows(nodes) = node.below.get() else { return None };
        let group = group.clone();
        node.open.get().then(|| {
            view! { <ul class="branch__below" role="group" id=group>{branches(picking, nodes)}</ul> }
        })
    })
}
