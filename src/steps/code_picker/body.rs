//! What is in the dialog.

use super::notes::Notes;
use super::picked::Picked;
use super::picking::{Picking, Way};
use super::results::Results;
use super::search_box::SearchBox;
use super::tree_view::TreePart;
use crate::i18n::list_words;
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// Search or tree, and what stands round them.
#[component]
pub fn PickerBody(
    /// The use.
    picking: Picking,
) -> impl IntoView {
    view! {
        <div class="code-picker">
            <p>{list_words(picking.list).lead}</p>
            {dynamic(move || match picking.way.get() {
                Way::Search => view! { <SearchBox picking/> <Results picking/> }.into_any(),
                Way::Browse => view! { <TreePart picking/> }.into_any(),
            })}
            <Notes picking/>
            <Picked picking/>
        </div>
    }
}
