//! The list as a tree: 부 › 류 › 호 › 소호 › 세번 of goods, 대 › 중 › 소 › 세 › 세세분류 of industries.
//!
//! Keys are those of the tree view of the ARIA Authoring Practices Guide (`keys.rs`).

use super::branch::Branch;
use super::picking::Picking;
use super::tree::{Below, Node};
use crate::i18n::{code_words, list_words, ui_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// Id of the tree.
pub const TREE: &str = "code-tree";
/// Id of the way back to the search.
pub const BACK: &str = "code-tree-back";

/// Id of a code in the tree.
pub fn item_id(code: &str) -> String {
    format!("{TREE}-{code}")
}

/// The tree, and the way back to the search.
#[component]
pub fn TreePart(picking: Picking) -> impl IntoView {
    let roots = picking.tree.roots;
    let again = Callback::new(move |()| picking.tree.begin());
    let several = picking.max.is_some().then_some("true");
    let search = move |()| picking.search();
    view! {
        <Button id=BACK kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=search>
            {code_words().search_instead}
        </Button>
        {dynamic(move || match roots.get() {
            Below::Rows(nodes) => view! {
                <ul id=TREE class="code-tree" role="tree" aria-label=list_words(picking.list).tree
                    aria-multiselectable=several>
                    {branches(picking, nodes)}
                </ul>
            }
            .into_any(),
            Below::Failed => view! { <NotThere again/> }.into_any(),
            Below::Unknown | Below::Loading => view! { <Waiting/> }.into_any(),
        })}
    }
}

/// Codes beside each other.
pub fn branches(picking: Picking, nodes: Vec<Node>) -> AnyView {
    let size = nodes.len();
    let rows = nodes.into_iter().enumerate().map(|(i, node)| view! { <Branch picking node at=i + 1 size/> });
    rows.collect_view().into_any()
}

/// What is below a code is on its way; it shows itself only where that takes a while.
#[component]
pub fn Waiting() -> impl IntoView {
    view! { <p class="code-tree__waiting">{code_words().loading}</p> }
}

/// What is below a code did not arrive.
#[component]
pub fn NotThere(again: Callback<()>) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Danger live=Live::Assertive>
            <p>{code_words().tree_failed}</p>
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=again>{ui_words().retry}</Button>
        </Notice>
    }
}
