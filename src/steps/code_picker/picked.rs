//! How many codes are chosen, where a field takes several.

use super::picking::Picking;
use crate::i18n::{code_words, fill};
use crate::ui::button::{Button, ButtonSize};
use leptos::prelude::*;

/// The count and the button that ends the choosing; nothing where a field takes one code.
#[component]
pub fn Picked(picking: Picking) -> impl IntoView {
    let max = picking.max?;
    let words = code_words();
    let count = move || {
        let count = picking.codes.with(Vec::len);
        let counted = fill(&fill(words.picked_count, count), max);
        if picking.is_full() { format!("{counted} {}", fill(words.full, max)) } else { counted }
    };
    let done = move |()| picking.on_close.run(());
    Some(view! {
        <div class="code-picker__picked">
            <p role="status">{count}</p>
            <Button size=ButtonSize::Medium on_click=done>{words.done}</Button>
        </div>
    })
}
