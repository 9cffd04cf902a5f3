//! The search box (manual rows D118 to D120).

use super::picking::Picking;
use super::walk;
use crate::i18n::{list_words, ui_words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::TextField;
use crate::ui::ime::is_composing;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Id of the box.
pub const BOX: &str = "code-picker-query";

/// Box and button; results come while typing, syllables under way included.
#[component]
pub fn SearchBox(picking: Picking) -> impl IntoView {
    let words = list_words(picking.list);
    let finder = picking.finder;
    Effect::new(move |before: Option<()>| {
        finder.query.track();
        if before.is_some() {
            finder.begin();
        }
    });
    finder.when_entered(picking);
    let key = move |event: KeyboardEvent| {
        let key = event.key();
        // The dialog stands in the form of the step, which this Enter must not submit.
        if key == "Enter" {
            event.prevent_default();
        }
        if is_composing(&event) {
            return;
        }
        match key.as_str() {
            "Enter" => finder.enter(picking),
            "ArrowDown" if walk::focus_entry(0) => event.prevent_default(),
            // A box for searches would only be emptied.
            "Escape" => {
                event.prevent_default();
                picking.on_close.run(());
            }
            _ => {}
        }
    };
    view! {
        <div role="search" class="search-box" on:keydown=key>
            <TextField id=BOX label=words.query value=finder.query kind="search" inputmode="search"
                hint=words.hint.to_owned()>
                <Button size=ButtonSize::Medium on_click=move |()| finder.enter(picking)>{ui_words().search}</Button>
            </TextField>
        </div>
        <BrowseButton picking/>
    }
}

/// Leads from words to the tree.
#[component]
pub fn BrowseButton(picking: Picking) -> impl IntoView {
    view! {
        <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| picking.browse()>
            {list_words(picking.list).browse}
        </Button>
    }
}
